"""That a claim no longer holds, or only partly, is told with the reason: a reader must see what has changed."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding, values_of

KODE = "EKS-014"
REGEL = "En påstand sies ikke å gjelde lenger, uten at det står hvorfor."
RAAD = "Skriv i «grunn» hva som er endret, og siden når."
LOKAL = True


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each `gyldig_i_dag` with «nei» or «delvis» and no reason."""
    for fil, sti, value in values_of(raw, "gyldighet"):
        if isinstance(value, dict) and value.get("svar") in ("nei", "delvis") and "grunn" not in value:
            melding = f"Svaret er «{value['svar']}», men det står ikke hva som er endret."
            yield finding(fil, sti, KODE, melding, "Legg til «grunn», med hva som er endret og siden når.")
