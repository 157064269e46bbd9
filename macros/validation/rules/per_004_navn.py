"""No municipal employee is named: roles only. The names are known by their hashes in data/navnehasher.yml.

Authors of cited publications are the exception, and only in the field `forfattere` of their source.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.persondata import names
from macros.validation.walk import Feil, by_key, in_texts

KODE = "PER-004"
REGEL = "En ansatt er nevnt med navn."
RAAD = "Skriv rollen i stedet. Er det forfatteren av en kilde, hører navnet hjemme i «forfattere» i kildens fil, og bare der."


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each listed name in a text of data/."""
    yield from in_texts(raw, KODE, partial(faults, listed=listed_hashes(raw)), may=(("kilde", "forfattere"),))


def listed_hashes(raw: Raadata) -> Collection[str]:
    """The hashes of data/navnehasher.yml."""
    return by_key(raw, "navnehash").keys()


def faults(text: str, listed: Collection[str]) -> Iterator[Feil]:
    """Every listed name of a text."""
    for at, what in names(text, listed):
        name = " ".join(what.replace("*", "").split())
        yield (
            at,
            f"«{name}» er navnet på en ansatt, og ansatte nevnes ikke med navn.",
            "Skriv rollen i stedet, for eksempel «programlederen». Navn på en forfatter står bare i «forfattere» i kilden.",
        )
