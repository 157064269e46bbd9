"""What others can take with them: the sources as files for reference managers and for BibTeX; and what the tools take.

Each source has /kilder/<id>.bib, .ris and .json (CSL-JSON), and all of them stand in /kilder/alle.bib, .ris, .json and .txt.
Pure: a base in, files out, the same bytes for the same base.
"""

from __future__ import annotations

from macros.exports.bibtex import bibtex
from macros.exports.csl import csl_json
from macros.exports.planinnhold import INNHOLD, LISTER, planinnhold, planlister
from macros.exports.ris import ris
from macros.model import Kunnskapsbase
from macros.queries import norsk
from macros.rendering.referanse import referanse

__all__ = ["ALLE", "make_exports"]

ALLE = "alle"
"""The name of the files with all sources; no source can have it as its id."""

_WRITERS = {"bib": bibtex, "ris": ris, "json": csl_json}


def make_exports(base: Kunnskapsbase) -> dict[str, bytes]:
    """Every file by its path from the root of the site. Raises ValueError for a source that has the name of the whole list."""
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
    files[f"kilder/{ALLE}.txt"] = "".join(f"{line}\n" for line in lines)
    files |= {LISTER: planlister(base), INNHOLD: planinnhold(base)}
    return {path: text.encode() for path, text in files.items()}
