"""No e-mail address of anybody. The mailbox of the place (data/innstillinger.yml) is the one exception."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.persondata import emails
from macros.validation.walk import Feil, in_texts

KODE = "PER-001"
REGEL = "En tekst har en e-postadresse i seg."
RAAD = "Slett adressen, og skriv rollen eller kontoret. Postkassen til nettstedet står i data/innstillinger.yml."
LOKAL = True


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each one in a text of data/."""
    yield from in_texts(raw, KODE, faults, may=(("innstilling", "postkasse"),))


def faults(text: str, own: str = "") -> Iterator[Feil]:
    """Every e-mail address of a text but the place's `own`."""
    for at, what in emails(text):
        if what != own:
            yield at, f"Her står det en e-postadresse: «{what}».", "Slett den. Skriv rollen eller kontoret i stedet."
