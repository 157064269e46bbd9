"""Text has no characters that nobody sees: blanks at its ends, tabs, zero width, direction marks, letters in two parts.

Search, sorting and comparison would go wrong without anyone seeing why.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import Feil, in_texts

KODE = "TEK-002"
REGEL = "En tekst har tegn i seg som ikke synes."
RAAD = "Slett tegnene meldingen peker på, og skriv dem på nytt med tastaturet."
LOKAL = True

_UNSEEN = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each text with something unseen in it, for the first such thing."""
    yield from in_texts(raw, KODE, faults)


def faults(text: str) -> Iterator[Feil]:
    """What is wrong with a text of a record: the first thing unseen in it."""
    if "\t" in text:
        yield text.index("\t"), "Teksten har en tabulator i seg.", "Bytt den med et mellomrom."
    elif text.strip() and text != text.strip():  # nothing but blanks is said by the schema
        yield 0, "Teksten begynner eller slutter med mellomrom eller linjeskift.", "Slett det."
    elif odd := _ODD_BLANK.search(text):
        yield (
            odd.start(),
            f"Det står et mellomrom av et annet slag enn det vanlige (U+{ord(odd.group()):04X}).",
            "Skriv det på nytt med mellomromstasten.",
        )
    else:
        yield from unseen(text)


_ODD_BLANK = re.compile(r"[\u1680\u2000-\u200a\u205f\u3000]")  # hard spaces are legal: people write them in numbers


def unseen(text: str, may: str = "\n") -> Iterator[Feil]:
    """The first sign in a text that nobody sees and that isn't in `may`, else the first letter in two parts."""
    seen = text.replace("\n", "").isprintable() and "\n" in may  # so it is for nearly all, and told at once
    signs = () if seen else enumerate(text)
    at = next((i for i, sign in signs if sign not in may and unicodedata.category(sign) in _UNSEEN), None)
    if at is not None:
        before = text[max(at - 15, 0) : at].rpartition("\n")[2]
        place = f"etter «{before}»" if before else "først i teksten"
        yield (
            at,
            f"Det står et usynlig tegn (U+{ord(text[at]):04X}) {place}.",
            "Slett tegnene rundt, og skriv dem på nytt. Slikt følger gjerne med når tekst limes inn.",
        )
    elif not unicodedata.is_normalized("NFC", text):
        odd = next(sign for sign in text if unicodedata.combining(sign) or not unicodedata.is_normalized("NFC", sign))
        i = text.index(odd)
        yield (
            i,
            f"En bokstav er satt sammen av to tegn («{text[max(i - 1, 0) : i + 1]}») og kan ikke finnes i søk.",
            "Skriv bokstaven på nytt med tastaturet. Slikt følger gjerne med når tekst limes inn fra PDF.",
        )
