"""A goal doesn't lie under itself, neither straight nor by way of other goals."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding, items, records

KODE = "EKS-010"
REGEL = "Et mål ligger under seg selv."
RAAD = "Rett «under», slik at det øverste målet ikke ligger under noe."
LOKAL = True


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each goal from which the way up comes back to the goal itself."""
    for fil, sti, post in records(raw, "eksempel"):
        goals = items(post, "maal")
        above = {goal["id"]: goal.get("under") for _, goal in goals if isinstance(goal.get("id"), str)}
        for i, goal in goals:
            way = _way_up(goal.get("id"), above)
            if above.get(way[-1] if way else "") == goal.get("id"):
                yield finding(
                    fil,
                    (*sti, "maal", i, "under"),
                    KODE,
                    "Målet ligger under seg selv: " + " → ".join([*way, way[0]]) + ".",
                    "Rett «under», slik at det øverste målet ikke ligger under noe.",
                )


def _way_up(name: object, above: dict[str, object]) -> list[str]:
    """The goal and those above it, up to the top or to where the way comes back on itself."""
    way: list[str] = []
    while isinstance(name, str) and name not in way:
        way.append(name)
        name = above.get(name)
    return way
