"""No bank account number."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.persondata import account_numbers
from macros.validation.walk import Feil, in_texts

KODE = "PER-005"
REGEL = "En tekst har et kontonummer i seg."
RAAD = "Slett nummeret. Er det et annet tall, så skriv det uten punktum og mellomrom."
LOKAL = True


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each one in a text of data/."""
    yield from in_texts(raw, KODE, faults)


def faults(text: str) -> Iterator[Feil]:
    """Every account number of a text."""
    for at, what in account_numbers(text):
        yield at, f"«{what}» ser ut som et kontonummer.", "Slett det. Basen trenger aldri et kontonummer."
