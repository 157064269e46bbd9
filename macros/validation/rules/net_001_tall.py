"""A response rate is a share, and what is counted is a whole number: a figure outside that has been read wrong."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding, items, records

KODE = "NET-001"
REGEL = "Et tall i en nettverksundersøkelse kan ikke være rett."
RAAD = "Se etter i kilden. Svarprosent er fra 0 til 100, og antall er hele tall."
LOKAL = True

_COUNTS = ("personer", "funksjoner", "utsendt", "antall_svar")


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each response rate outside 0–100, and each count that isn't a whole number from 0."""
    for fil, sti, post in records(raw, "nettverk"):
        for i, tall in items(post, "tall"):
            value, kind = tall.get("verdi"), tall.get("tallslag")
            if type(value) not in (int, float):
                continue
            if kind == "svarprosent" and not 0 <= value <= 100:
                melding = f"Svarprosenten er {value}. Den er et tall fra 0 til 100."
            elif kind in _COUNTS and (value < 0 or not float(value).is_integer()):
                melding = f"Tallet er {value}, men her telles noe. Det er et helt tall fra 0."
            else:
                continue
            yield finding(fil, (*sti, "tall", i, "verdi"), KODE, melding, "Se etter i kilden.")
