"""What others can take with them: sources for reference managers, the records as open data, and what the tools take.

Each source has /kilder/<id>.bib, .ris and .json (CSL-JSON), and all of them stand in /kilder/alle.bib, .ris, .json and .txt.
Each template has /maler/<id>.docx and .odt, or .xlsx and .ods.
/data/ has every kind of record (data.py, tabeller/) and the terms as SKOS (skos.py); nytt.py makes the feed and the
calendar; sider.py what is made of each page, and markdown.py its twin. Pure: a base in, files out, the same bytes again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from macros.exports.bibtex import bibtex
from macros.exports.csl import csl_json
from macros.exports.data import data_files
from macros.exports.nytt import news_files
from macros.exports.planinnhold import INNHOLD, LISTER, planinnhold, planlister
from macros.exports.ris import ris
from macros.exports.sider import LLMS, citation_files, llms
from macros.exports.skos import skos_files
from macros.exports.tabeller import Datatabell, make_tables
from macros.model import Kunnskapsbase
from macros.queries import norsk
from macros.rendering.kontor import make_files
from macros.rendering.referanse import referanse

__all__ = ["ALLE", "make_exports", "make_references", "make_tables", "make_templates"]

ALLE = "alle"
"""The name of the files with all sources; no source can have it as its id."""

_WRITERS = {"bib": bibtex, "ris": ris, "json": csl_json}


def make_exports(
    base: Kunnskapsbase, tabeller: Sequence[Datatabell], skjemaer: Mapping[str, bytes], byggedato: str
) -> dict[str, bytes]:
    """Every file by its path from the root of the site. Raises ValueError for a source that has the name of the whole list.

    tabeller: make_tables(base). skjemaer: the JSON Schemas by file name. byggedato: «2026-11-22».
    """
    written = {LLMS: llms(base), LISTER: planlister(base), INNHOLD: planinnhold(base)}
    return (
        make_references(base)
        | data_files(base, tabeller, skjemaer)
        | skos_files(base)
        | news_files(base, byggedato)
        | citation_files(base)
        | {path: text.encode() for path, text in written.items()}
    )


def make_references(base: Kunnskapsbase) -> dict[str, bytes]:
    """The sources, each by itself and all in one, as make_exports."""
    if ALLE in base.kilder:
        raise ValueError(f"«{ALLE}» er navnet på fila med alle kildene, og kan ikke være id til en kilde.")
    files = {
        f"kilder/{kilde.id}.{ending}": write([kilde])
        for kilde in base.kilder.values()
        for ending, write in _WRITERS.items()
    }
    everything = list(base.kilder.values())
    files |= {f"kilder/{ALLE}.{ending}": write(everything) for ending, write in _WRITERS.items()}
    lines = sorted((str(referanse(k)) for k in everything), key=norsk)
    files[f"kilder/{ALLE}.txt"] = "".join(f"{' '.join(line.split())}\n" for line in lines)
    return {path: text.encode() for path, text in files.items()}


def make_templates(base: Kunnskapsbase) -> dict[str, bytes]:
    """The office files of every template by their path from the root of the site."""
    return {fil.sti: fil.innhold for mal in base.maler.values() for fil in make_files(base, mal)}
