"""The point of a municipality lies in Norway (the mainland): latitude first, longitude second."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding, records

KODE = "KOM-001"
REGEL = "Punktet til en kommune ligger ikke i Norge."
RAAD = "Skriv først bredde og så lengde, for eksempel [59.919, 10.963]."
LOKAL = True

_LATITUDE, _LONGITUDE = (57, 72), (4, 32)


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each point outside the frame around Norway."""
    for fil, sti, post in records(raw, "kommune"):
        point = post.get("punkt")
        if not isinstance(point, list) or len(point) != 2 or not all(type(x) in (int, float) for x in point):
            continue
        if not _in_norway(*point):
            swapped = " De har trolig byttet plass." if _in_norway(*reversed(point)) else ""
            yield finding(
                fil,
                (*sti, "punkt"),
                KODE,
                f"Punktet {point[0]}, {point[1]} ligger ikke i Norge.{swapped}",
                "Skriv først bredde (57–72), så lengde (4–32), for eksempel [59.919, 10.963].",
            )


def _in_norway(latitude: float, longitude: float) -> bool:
    return _LATITUDE[0] <= latitude <= _LATITUDE[1] and _LONGITUDE[0] <= longitude <= _LONGITUDE[1]
