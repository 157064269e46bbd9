"""All hits as one script (rendering/skript.py).

The texts are sent once, in columns (long equal-looking lists are what gzip shrinks best), with signs for the words used
most (ordbok.py); the browser makes words, stems and postings of them in a few hundred milliseconds. So there is one
tokenizer and one stemmer, in frontend/sok/, and none here. frontend/sok/data.ts reads what this module writes: change
them together.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from macros.model import Kunnskapsbase
from macros.model.lister import Emne
from macros.rendering import skript
from macros.rendering.tekst import adressenavn
from macros.sok.document import Dokument, Sidetekst
from macros.sok.ordbok import lengthen, shorten

FORMAT = 3
_SHORTENED = ("tittel", "tekst", "navn")
_AS_TITLE = "="  # the anchor is made of the title: half of them are
_AS_PAGE = "="  # the title is the page's own


def make_script(base: Kunnskapsbase, pages: Sequence[Sidetekst], documents: Sequence[Dokument]) -> str:
    """The script. The same base and pages give the same text."""
    sider = {page.adresse: number for number, page in enumerate(pages)}
    titles = {page.adresse: page.tittel for page in pages}
    temaer = {id: number for number, id in enumerate(base.temaer)}
    malgrupper = {id: number for number, id in enumerate(base.malgrupper)}
    content = {
        "format": FORMAT,
        "sider": [_lines(p.adresse for p in pages), _lines(p.tittel for p in pages)],
        "temaer": _emner(base.temaer.values()),
        "malgrupper": _emner(base.malgrupper.values()),
        "slag": "".join(d.slag for d in documents),
        "side": _runs([sider[d.side] for d in documents]),
        "anker": _lines(_AS_TITLE if d.anker and d.anker == adressenavn(d.tittel) else d.anker for d in documents),
        "tittel": _lines(_AS_PAGE if not d.anker and d.tittel == titles[d.side] else d.tittel for d in documents),
        "over": _runs_of_text(d.over for d in documents),
        "tekst": _lines(d.tekst for d in documents),
        "navn": _lines("|".join(n.replace("|", " ") for n in d.navn) for d in documents),
        "emneord": _runs_of_text(" ".join(d.emneord) for d in documents),
        "omtale": _runs_of_text(" ".join(d.omtale) for d in documents),
        "tema": _runs_of_text(" ".join(str(temaer[t]) for t in d.temaer) for d in documents),
        "malgruppe": _runs_of_text(" ".join(str(malgrupper[m]) for m in d.malgrupper) for d in documents),
        "kilde": _runs_of_text(d.kildelinje for d in documents),
        "meld": _report_address(base),
    }
    return write_script(content)


def read_script(script: str) -> dict[str, Any]:
    """What the script sets, with the texts in full. Raises ValueError for another text."""
    content = json.loads(script.partition("=")[2].rstrip().removesuffix(";"))
    return {**content, **{key: lengthen(content[key], content["ordbok"]) for key in _SHORTENED}, "ordbok": ""}


def write_script(content: Mapping[str, Any]) -> str:
    """The script that sets this: `read_script` of it gives the same."""
    texts, ordbok = shorten([content[key] for key in _SHORTENED])
    sent = {**content, **dict(zip(_SHORTENED, texts, strict=True)), "ordbok": ordbok}
    return skript.set_value("kbSokeindeks", sent)


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(text.replace("\n", " ") for text in texts)


def _emner(emner: Iterable[Emne]) -> list[list[str]]:
    return [[e.id, e.navn, e.forklaring] for e in emner]


def _runs(numbers: Iterable[int]) -> list[int]:
    """Numbers as pairs of value and how many times in a row."""
    out: list[int] = []
    for number in numbers:
        if out and out[-2] == number:
            out[-1] += 1
        else:
            out += [number, 1]
    return out


def _runs_of_text(texts: Iterable[str]) -> list[str | int]:
    out: list[str | int] = []
    for text in texts:
        if out and out[-2] == text:
            out[-1] = int(out[-1]) + 1
        else:
            out += [text, 1]
    return out


def _report_address(base: Kunnskapsbase) -> str:
    """Where to tell of a hole in the base: a new issue where the place has a repository, else the page on contributing."""
    lager = base.innstillinger.kodelager
    return f"{lager}/issues/new?title=" if lager and lager.startswith("https://github.com/") else ""
