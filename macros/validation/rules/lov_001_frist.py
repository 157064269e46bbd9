"""A duty isn't due before it applies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding, records

KODE = "LOV-001"
REGEL = "Fristen i et lovkrav er før kravet begynte å gjelde."
RAAD = "Rett den datoen som er feil."
LOKAL = True

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")  # year first, so text sorts as time


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each Lovkrav whose `frist` is before `gjelder_fra`."""
    for fil, sti, post in records(raw, "lovkrav"):
        frist, fra = post.get("frist"), post.get("gjelder_fra")
        if all(isinstance(day, str) and _DATE.fullmatch(day) for day in (frist, fra)) and frist < fra:
            yield finding(
                fil,
                (*sti, "frist"),
                KODE,
                f"Fristen ({frist}) er før kravet begynte å gjelde ({fra}).",
                "Rett den datoen som er feil.",
            )
