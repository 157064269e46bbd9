"""The minutes of a seminar come to what it says it lasts: the day from start to end, and exactly 90 and 45."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding, items, records, whole

KODE = "SEM-001"
REGEL = "Minuttene i et seminar blir ikke det de skal bli."
RAAD = "Legg sammen minuttene for dagen, for 90 og for 45, og rett den delen som er feil."
LOKAL = True

_CLOCK = re.compile(r"([0-2]\d):([0-5]\d)")


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each of the three lengths whose parts come to another sum."""
    for fil, sti, post in records(raw, "seminar"):
        wanted = {"minutter": _length_of_day(post), "minutter_90": 90, "minutter_45": 45}
        for field, minutes in wanted.items():
            found = sum(part[field] for _, part in items(post, "deler") if whole(part.get(field)))
            if minutes is not None and found != minutes:
                melding = f"Delene blir {found} minutter i «{field}», men skal bli {minutes}."
                yield finding(
                    fil, (*sti, "deler"), KODE, melding, "Rett minuttene i en av delene, eller klokkeslettene."
                )


def _length_of_day(post: dict[str, Any]) -> int | None:
    """Minutes from start to end, or None where one of them can't be read."""
    start, end = (_minutes(post.get(name)) for name in ("starter", "slutter"))
    return end - start if start is not None and end is not None else None


def _minutes(clock: Any) -> int | None:
    match = _CLOCK.fullmatch(clock) if isinstance(clock, str) else None
    return int(match[1]) * 60 + int(match[2]) if match else None
