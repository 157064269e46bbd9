"""A source isn't read, nor its address tried, before it came out."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.rules.tid_002_baklengs import span
from macros.validation.walk import finding, records

KODE = "TID-004"
REGEL = "En kilde er lest eller sjekket før den kom ut."
RAAD = "Rett datoen som er feil: når kilden kom ut, eller når den ble lest."


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each date of reading that is before every day the source can have come out on."""
    for fil, sti, post in records(raw, "kilde"):
        utgitt = post.get("utgitt")
        came = span(utgitt.get("naar") or utgitt.get("fra")) if isinstance(utgitt, dict) else None
        for part, field in (("lest", "dato"), ("adresse_svarer", "sjekket")):
            read = post[part].get(field) if isinstance(post.get(part), dict) else None
            day = span(read)
            if came and day and day[1] < came[0]:
                melding = f"Datoen ({read}) er før kilden kom ut ({utgitt.get('naar') or utgitt.get('fra')})."
                yield finding(fil, (*sti, part, field), KODE, melding, "Rett den datoen som er feil.")
