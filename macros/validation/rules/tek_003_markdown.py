"""Text of a record has no formatting: it also becomes table cells, downloads and search, where the signs would show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import Feil, in_texts

KODE = "TEK-003"
REGEL = "En tekst i en post har Markdown i seg."
RAAD = "Slett stjernene, klammene eller de grave aksentene, og skriv bare teksten. Lenker hører hjemme i kilden."
LOKAL = True

_MARKDOWN = re.compile(
    r"\*\*(?=\S).{1,60}?\*\*|__(?=\S).{1,60}?__|!?\[[^\]\n]{1,80}\]\([^)\n]{1,200}\)|`[^`\n]{1,60}`|"
    r"^#{1,6} \S.{0,40}|^[*+-] \S.{0,40}|^> \S.{0,40}|(?<![\w*])\*(?=[^\s*])[^*\n]{1,60}(?<=[^\s*])\*(?![\w*])",
    re.MULTILINE,
)


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each text with formatting in it, for the first such thing."""
    yield from in_texts(raw, KODE, faults)


def faults(text: str) -> Iterator[Feil]:
    """The first formatting in a text."""
    if match := _MARKDOWN.search(text):
        melding = f"Teksten har formatering i seg: «{match.group()}». Tegnene ville blitt vist som de står."
        yield match.start(), melding, "Skriv bare teksten, uten tegn for fet skrift, lenker og lister."
