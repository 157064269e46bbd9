"""What isn't begun hasn't come any part of the way, unless the source contradicts itself and `motstrid` says so."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding, items, records

KODE = "EKS-013"
REGEL = "Et tiltak er ikke startet, men er kommet et stykke."
RAAD = "Rett «tilstand» eller «prosent». Sier kilden begge deler, så skriv det under «motstrid»."
LOKAL = True


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each tiltak that isn't begun and has progress."""
    for fil, sti, post in records(raw, "eksempel"):
        for i, tiltak in items(post, "tiltak"):
            progress = tiltak.get("framdrift")
            percent = progress.get("prosent") if isinstance(progress, dict) else None
            if tiltak.get("tilstand") != "ikke_startet" or "motstrid" in tiltak or type(percent) not in (int, float):
                continue
            if percent > 0:
                yield finding(
                    fil,
                    (*sti, "tiltak", i, "framdrift", "prosent"),
                    KODE,
                    f"Her står {percent} prosent, men tilstanden er «ikke_startet».",
                    "Rett det som er feil. Sier kilden begge deler, så skriv det under «motstrid».",
                )
