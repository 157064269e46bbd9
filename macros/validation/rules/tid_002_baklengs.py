"""An interval doesn't end before it begins. Where one end is known less well (2011 and 2011-08), both may fit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding, values_of

KODE = "TID-002"
REGEL = "Et tidsrom slutter før det begynner."
RAAD = "Bytt om på «fra» og «til», eller rett den som er feil."
LOKAL = True

_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?|-(vinter|var|sommer|host))?")
_SEASONS = {"vinter": (1, 12), "var": (1, 6), "sommer": (5, 9), "host": (8, 12)}  # wide: sources aren't strict

Day = tuple[int, int, int]


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each Tid whose `fra` is after its `til` in every reading of them."""
    for fil, sti, tid in values_of(raw, "tid"):
        if not isinstance(tid, dict):
            continue
        fra, til = span(tid.get("fra")), span(tid.get("til"))
        if fra and til and fra[0] > til[1]:
            yield finding(
                fil,
                sti,
                KODE,
                f"Tidsrommet begynner ({tid['fra']}) etter at det slutter ({tid['til']}).",
                "Bytt om på «fra» og «til», eller rett den som er feil.",
            )


def span(point: object) -> tuple[Day, Day] | None:
    """First and last day that a point in time can mean; None for what isn't one."""
    match = _POINT.fullmatch(str(point))
    if not match:
        return None
    year, month, day, season = match.groups()
    first, last = _SEASONS[season] if season else (int(month or 1), int(month or 12))
    return (int(year), first, int(day or 1)), (int(year), last, int(day or 31))
