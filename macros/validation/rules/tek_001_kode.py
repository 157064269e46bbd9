"""Text is text: no HTML, no script addresses, no template code. Pages are made from it, and files of many kinds."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import Feil, in_texts

KODE = "TEK-001"
REGEL = "En tekst har HTML, en skriptadresse eller malkode i seg."
RAAD = "Skriv bare teksten, uten koder."
LOKAL = True

_KINDS = (
    (
        "HTML",
        re.compile(r"<[A-Za-z/!?][^>]{0,40}>?|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,20});"),
        "Skriv bare teksten. Skal tegnet < stå der, så sett et mellomrom etter det.",
    ),
    (
        "en skriptadresse",
        re.compile(r"\b(?:java|vb)script\s*:|\bdata\s*:\s*[a-z]+/[a-z+.-]+\s*[;,]|data\s*:\s*text/html", re.IGNORECASE),
        "Bruk en vanlig adresse som begynner med https://, eller ta bort kolonet.",
    ),
    ("malkode", re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}"), "Skriv bare teksten. I poster virker ikke malkode."),
)


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each text with code in it, one for each kind of code."""
    yield from in_texts(raw, KODE, faults)


def faults(text: str) -> Iterator[Feil]:
    """The first of each kind of code in a text."""
    for name, pattern, tips in _KINDS:
        if match := pattern.search(text):
            yield match.start(), f"Teksten har {name} i seg: «{match.group()}». Her skal det stå vanlig tekst.", tips


def script_addresses(text: str) -> Iterator[Feil]:
    """Every script address in a text, also one with HTML's names for its letters: what a page can't have either."""
    name, pattern, tips = _KINDS[1]
    folded = text.casefold()
    for match in pattern.finditer(text) if "script" in folded or "data" in folded else ():
        yield match.start(), f"Siden har {name}: «{match.group()}».", tips
    for match in _HIDDEN.finditer(text) if "&" in text else ():
        if pattern.match(re.sub(r"\s", "", html.unescape(match.group()))):
            yield match.start(), f"Siden har {name}: «{match.group()}».", tips


_HIDDEN = re.compile(r"(?:[a-z]{0,12}&[#\w]{1,12};){1,12}[a-z]{0,12}:?", re.IGNORECASE)
