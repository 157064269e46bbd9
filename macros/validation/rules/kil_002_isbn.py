"""The last digit of an ISBN fits the others; where it doesn't, a digit has been read wrong."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding, records

KODE = "KIL-002"
REGEL = "Sifrene i et ISBN stemmer ikke med kontrollsifferet."
RAAD = "Se etter i kilden, på siden med utgiver og år. Står det feil der også, så la feltet være borte."
LOKAL = True


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each ISBN of the wrong length or with the wrong check digit."""
    for fil, sti, post in records(raw, "kilde"):
        isbn = post.get("isbn")
        digits = isbn.replace("-", "") if isinstance(isbn, str) else ""
        if not digits or not digits[:-1].isdecimal() or not (digits[-1].isdecimal() or digits[-1] == "X"):
            continue
        if len(digits) not in (10, 13):
            yield finding(
                fil,
                (*sti, "isbn"),
                KODE,
                f"Et ISBN har 10 eller 13 siffer. Dette har {len(digits)}.",
                "Se etter i kilden, på siden med utgiver og år.",
            )
        elif not _fits(digits):
            yield finding(
                fil,
                (*sti, "isbn"),
                KODE,
                f"{isbn} stemmer ikke: kontrollsifferet til slutt passer ikke med de andre sifrene.",
                "Minst ett siffer er feil. Se etter i kilden. Står det slik der, så la feltet være borte.",
            )


def _fits(digits: str) -> bool:
    values = [10 if sign == "X" else int(sign) for sign in digits]
    if len(values) == 10:
        return sum(value * (10 - i) for i, value in enumerate(values)) % 11 == 0
    return "X" not in digits and sum(value * (3 if i % 2 else 1) for i, value in enumerate(values)) % 10 == 0
