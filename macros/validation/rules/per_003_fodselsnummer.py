"""No identity number or date of birth of anybody. The message does not repeat it: logs are kept and are public."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.persondata import birth_dates, identity_numbers
from macros.validation.walk import Feil, in_texts

KODE = "PER-003"
REGEL = "En tekst har et fødselsnummer, et D-nummer eller en fødselsdato i seg."
RAAD = "Slett det med en gang. Er fila alt sendt inn, så si fra til redaksjonen, for tallet ligger også i historikken."
LOKAL = True


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each one in a text of data/."""
    yield from in_texts(raw, KODE, faults)


def faults(text: str) -> Iterator[Feil]:
    """Every identity number and date of birth of a text."""
    tips = "Slett det med en gang. Er fila alt sendt inn, så si fra til redaksjonen: tallet ligger også i historikken."
    for at, _ in identity_numbers(text):
        yield at, "Her står det elleve siffer som er et fødselsnummer eller et D-nummer.", tips
    for at, _ in birth_dates(text):
        yield at, "Her står det når en person er født.", tips
