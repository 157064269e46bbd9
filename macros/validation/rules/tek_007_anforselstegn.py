"""Curly quotes around a whole value: a word processor made them of straight ones, and YAML reads them as part of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import Feil, in_texts

KODE = "TEK-007"
REGEL = "Buede anførselstegn står rundt hele teksten."
RAAD = 'Bytt dem med rette anførselstegn ("), eller ta dem bort.'
LOKAL = True

_AROUND = re.compile(r"\A\s*[“”„‟‘’][^“”„‟‘’]*[“”„‟‘’]\s*\Z")


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each text in data/ that is wholly inside curly quotes."""
    yield from in_texts(raw, KODE, faults)


def faults(text: str) -> Iterator[Feil]:
    """The curly quotes around a text."""
    if _AROUND.match(text):
        yield 0, "Anførselstegnene rundt teksten er buede, og blir en del av den.", RAAD
