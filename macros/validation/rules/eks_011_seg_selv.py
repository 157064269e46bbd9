"""Nothing refers to itself: an organ doesn't report to itself, an amount isn't a part of its own sum.

Two organs may report to each other: sources contradict themselves, and then both stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding, items, records

KODE = "EKS-011"
REGEL = "Noe viser til seg selv."
RAAD = "Skriv id-en til det andre det skal vises til, eller slett den."
LOKAL = True


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each organ among those it reports to, and each amount among its own parts."""
    for fil, sti, post in records(raw, "eksempel"):
        organs = post["organisering"] if isinstance(post.get("organisering"), dict) else {}
        for way, part, field in (
            ((*sti, "organisering", "organer"), items(organs, "organer"), "rapporterer_til"),
            ((*sti, "okonomi"), items(post, "okonomi"), "sum_av"),
        ):
            for i, item in part:
                for j in _own(item, field):
                    yield finding(
                        fil,
                        (*way, i, field, j),
                        KODE,
                        f"«{item['id']}» viser her til seg selv.",
                        "Skriv id-en til det andre det gjelder, eller slett den.",
                    )


def _own(item: dict[str, Any], field: str) -> list[int]:
    """The positions in the list `field` where an item names itself."""
    names = item.get(field)
    return [j for j, name in enumerate(names) if name == item.get("id")] if isinstance(names, list) else []
