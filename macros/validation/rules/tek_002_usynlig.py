"""Text has no characters that nobody sees: blanks at its ends, tabs, zero width, direction marks, letters in two parts.

Search, sorting and comparison would go wrong without anyone seeing why.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding, texts

KODE = "TEK-002"
REGEL = "En tekst har tegn i seg som ikke synes."

_UNSEEN = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each text with something unseen in it, for the first such thing."""
    for fil, sti, text in texts(raw):
        if found := _wrong(text):
            yield finding(fil, sti, KODE, *found)


def _wrong(text: str) -> tuple[str, str] | None:
    """Message and tip, or None."""
    if "\t" in text:
        return "Teksten har en tabulator i seg.", "Bytt den med et mellomrom."
    if text.strip() and text != text.strip():  # nothing but blanks is said by the schema
        return "Teksten begynner eller slutter med mellomrom eller linjeskift.", "Slett det."
    unseen = next((i for i, sign in enumerate(text) if sign != "\n" and unicodedata.category(sign) in _UNSEEN), None)
    if unseen is not None:
        before = text[max(unseen - 15, 0) : unseen]
        place = f"etter «{before}»" if before else "først i teksten"
        return (
            f"Det står et usynlig tegn (U+{ord(text[unseen]):04X}) {place}.",
            "Slett tegnene rundt, og skriv dem på nytt. Slikt følger gjerne med når tekst limes inn.",
        )
    if not unicodedata.is_normalized("NFC", text):
        odd = next(sign for sign in text if unicodedata.combining(sign) or not unicodedata.is_normalized("NFC", sign))
        i = text.index(odd)
        return (
            f"En bokstav er satt sammen av to tegn («{text[max(i - 1, 0) : i + 1]}») og kan ikke finnes i søk.",
            "Skriv bokstaven på nytt med tastaturet. Slikt følger gjerne med når tekst limes inn fra PDF.",
        )
    return None
