"""A claim stands once in a record: the same words from the same place of the same source are a copy gone astray."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import citations, finding, records

KODE = "EKS-012"
REGEL = "Samme påstand står to ganger i en post."
RAAD = "Slett den ene, og la den med den eldste id-en stå. Er det to ulike ting, så si i teksten hva som skiller dem."
LOKAL = True


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each claim with the same text, source and place as one before it in the same list."""
    for fil, sti, post in records(raw, "eksempel", "nettverk"):
        first: dict[str, int] = {}
        for where, node, kilde in citations(fil, post, sti):
            text = node.get("tekst")
            if not isinstance(text, str) or not isinstance(node.get("id"), str):
                continue
            key = repr((where[:-1], " ".join(text.casefold().split()), kilde, node.get("sted")))
            line = fil.yaml.linje((*where, "tekst"))
            if key in first:
                yield finding(
                    fil,
                    (*where, "tekst"),
                    KODE,
                    f"Den samme påstanden står på linje {first[key]}, fra samme sted i kilden.",
                    "Slett den ene. Er det to ulike ting, så si i teksten hva som skiller dem.",
                )
            first.setdefault(key, line)
