"""A Tid says when in one way: a point, an interval, something that recurs (with an interval or not), or why not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding, listed, values_of

KODE = "TID-003"
REGEL = "Tiden er sagt på to måter på én gang, eller ikke i det hele tatt."
RAAD = "Bruk «naar» for ett tidspunkt, «fra» og «til» for et tidsrom, og «gjentas» for noe som kommer igjen."
LOKAL = True

_TIMES = ("naar", "fra", "til", "gjentas", "hver_dato", "holdt")
_TIP = "Bruk «naar» for ett tidspunkt, «fra» og «til» for et tidsrom, og «gjentas» for noe som kommer igjen."


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each Tid whose fields don't go together."""
    for fil, sti, tid in values_of(raw, "tid"):
        if isinstance(tid, dict) and tid:
            yield from (finding(fil, sti, KODE, *found) for found in _wrong(tid))


def _wrong(tid: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Message and tip for what doesn't go together."""
    said = [name for name in _TIMES if name in tid]
    if not said and "mangler" not in tid:
        yield "Her står det ikke når.", _TIP + " Er tiden ikke kjent, så skriv grunnen i «mangler»."
    elif said and "mangler" in tid:
        yield (
            f"Her står både «mangler» og {listed(said)}. Det som står her, mangler ikke.",
            "Slett «mangler», eller slett tiden. Er bare noe av den kjent, så si det i «merknad».",
        )
    elif "naar" in said and len(said) > 1:
        yield f"«naar» er ett tidspunkt og kan ikke stå sammen med {listed(said[1:])}.", _TIP
    elif "gjentas" not in said and (alone := [name for name in ("hver_dato", "holdt") if name in said]):
        yield (
            f"{listed(alone)} hører til noe som gjentas, men her står ikke «gjentas».",
            "Skriv hvor ofte, for eksempel gjentas: arlig.",
        )
