"""Letters are the letters they look like: none that an encoding has broken, none borrowed from another alphabet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import Feil, in_texts

KODE = "TEK-004"
REGEL = "En tekst har tegn som er blitt ødelagt, eller bokstaver fra et annet alfabet."
RAAD = "Skriv ordet på nytt med tastaturet. Slikt kommer av feil tegnkoding, eller av tekst som er limt inn."
LOKAL = True

_BROKEN = re.compile(r"\ufffd|Ã[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ˜™š›œž]|â€|Â[\u00a0-\u00bf]|\+A[A-P][A-Za-z0-9+/]-")
_NOT_LATIN = re.compile(r"[ªº\u0250-\u1fff\u2070-\U0010ffff]")  # what is left out here is Latin letters, and no letters
_WORD = re.compile(r"[^\W\d_]{2,}")


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each text with such a word in it, for the first one."""
    yield from in_texts(raw, KODE, faults)


def faults(text: str) -> Iterator[Feil]:
    """The first broken word of a text, else the first word that mixes alphabets."""
    if match := _BROKEN.search(text):
        yield match.start(), f"Tegn er blitt ødelagt i «{_around(text, match)}».", "Skriv ordet på nytt."
        return
    if not _NOT_LATIN.search(text):
        return
    for word in _WORD.finditer(text):
        if word.group().isascii() or not (odd := _foreign(word.group())):
            continue
        melding = f"I «{word.group()[:40]}» er «{odd}» ikke den bokstaven den ser ut som, men fra et annet alfabet."
        yield word.start(), melding, "Skriv ordet på nytt med tastaturet, ellers finnes det ikke i søk."
        return


def _around(text: str, match: re.Match[str]) -> str:
    """The word that the match stands in, of a long one only the nearest part."""
    before, after = text[max(match.start() - 20, 0) : match.start()], text[match.end() : match.end() + 20]
    return re.split(r"\s", before)[-1] + match.group() + re.split(r"\s", after)[0]


def _foreign(word: str) -> str:
    """The first letter that isn't Latin in a word that has Latin ones; «» where there is none."""
    latin = [unicodedata.name(sign, "LATIN").startswith(("LATIN", "MICRO")) for sign in word]
    return word[latin.index(False)] if any(latin) and not all(latin) else ""
