"""Every claim of a record has an id of its own, since the id is its address on the page."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding, mappings, records

KODE = "EKS-001"
REGEL = "En id er brukt to ganger i samme post."
RAAD = "Gi den nyeste en annen id. Den eldste skal stå, for noen kan ha lenket til den."
LOKAL = True


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each id that stands twice in one record."""
    for fil, sti, post in records(raw, "eksempel", "nettverk", "seminar", "kilde", "begrep"):
        first: dict[str, int] = {}
        for where, node in mappings(post, sti):
            name = node.get("id")
            if where == sti or not isinstance(name, str):
                continue
            line = fil.yaml.linje((*where, "id"))
            if name in first:
                yield finding(
                    fil,
                    (*where, "id"),
                    KODE,
                    f"Id-en «{name}» er brukt før, på linje {first[name]}.",
                    "Gi den nyeste en annen id. Endre aldri den eldste; noen kan ha lenket til den.",
                )
            first.setdefault(name, line)
