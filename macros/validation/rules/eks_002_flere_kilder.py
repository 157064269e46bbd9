"""In a record with several sources every claim says which one it is from; with exactly one source it is understood."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import citations, finding, records, sources_of

KODE = "EKS-002"
REGEL = "En påstand sier ikke hvilken kilde den har, og posten har flere."
RAAD = "Skriv «kilde» med id-en til kilden i hver påstand."
LOKAL = True


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each claim, grade or missing part without a source at or above it."""
    for fil, sti, post in records(raw, "eksempel", "nettverk"):
        sources = sources_of(post)
        if len(sources) < 2:
            continue
        for where, _, kilde in citations(fil, post, sti):
            if kilde is None:
                yield finding(
                    fil,
                    where,
                    KODE,
                    "Her mangler «kilde». Posten har flere kilder, så det må stå hvilken av dem.",
                    "Skriv " + " eller ".join(f"kilde: {s}" for s in sources) + ".",
                )
