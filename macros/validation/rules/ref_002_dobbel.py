"""A key belongs to one record of its kind: of two with the same key, one would be lost."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding

KODE = "REF-002"
REGEL = "To poster av samme slag har samme id eller nummer."
RAAD = "Slå de to sammen, eller gi den nyeste en annen id."


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each record whose key another record of the kind had first."""
    first: dict[tuple[str, str], str] = {}
    for fil in raw.filer:
        field = fil.slag.nokkel
        for sti, post in fil.poster():
            key = post.get(field)
            if not isinstance(key, str):
                continue
            where, place = (*sti, field), (fil.slag.navn, key)
            if place in first:
                yield finding(
                    fil,
                    where,
                    KODE,
                    f"«{key}» er brukt før, i {first[place]}. Bare den ene ville blitt med.",
                    f"Slå dem sammen, eller skriv noe annet i «{field}» i den nyeste.",
                )
            first.setdefault(place, f"{fil.yaml.fil} linje {fil.yaml.linje(where)}")
