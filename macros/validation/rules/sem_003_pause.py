"""Nobody sits for more than an hour and a half without a break."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding, items, records, whole

KODE = "SEM-003"
REGEL = "Det er mer enn 90 minutter mellom to pauser."
RAAD = "Legg inn en del av slaget «pause» eller «lunsj»."
LOKAL = True

LONGEST = 90


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for the part of the day at which the participants have sat too long."""
    for fil, sti, post in records(raw, "seminar"):
        sat = 0
        for i, part in items(post, "deler"):
            before, sat = sat, 0
            if part.get("slags") not in ("pause", "lunsj"):
                sat = before + (part["minutter"] if whole(part.get("minutter")) else 0)
            if before <= LONGEST < sat:
                melding = f"Her har deltakerne sittet i {sat} minutter uten pause. Grensa er {LONGEST}."
                yield finding(fil, (*sti, "deler", i, "minutter"), KODE, melding, "Legg inn en pause før denne delen.")
