"""No telephone number of anybody."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.persondata import phones
from macros.validation.walk import Feil, in_texts

KODE = "PER-002"
REGEL = "En tekst har et telefonnummer i seg."
RAAD = "Slett nummeret, og skriv rollen eller kontoret. Er det et annet tall, så skriv hva det teller rett etter det."
LOKAL = True


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each one in a text of data/."""
    yield from in_texts(raw, KODE, faults)


def faults(text: str) -> Iterator[Feil]:
    """Every telephone number of a text."""
    for at, what in phones(text):
        yield (
            at,
            f"«{what}» ser ut som et telefonnummer.",
            "Slett det. Er det et annet tall, så skriv hva det teller rett etter, for eksempel «kroner».",
        )
