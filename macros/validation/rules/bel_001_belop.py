"""A Belop is an amount, or the reason there is none; never both, never neither."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding, values_of

KODE = "BEL-001"
REGEL = "Et beløp både står og mangler, eller gjør ingen av delene."
RAAD = "Skriv beløpet i «kroner», eller grunnen til at det ikke er kjent i «mangler». Ikke begge."
LOKAL = True


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each Belop that doesn't have exactly one of `kroner` and `mangler`."""
    for fil, sti, belop in values_of(raw, "belop"):
        if not isinstance(belop, dict) or not belop:
            continue
        if "kroner" in belop and "mangler" in belop:
            yield finding(
                fil,
                sti,
                KODE,
                "Her står både «kroner» og «mangler». Et beløp som står her, mangler ikke.",
                "Slett det som ikke er rett.",
            )
        elif "kroner" not in belop and "mangler" not in belop:
            yield finding(
                fil,
                sti,
                KODE,
                "Her står verken «kroner» eller «mangler».",
                "Skriv beløpet i «kroner», eller grunnen til at det ikke er kjent i «mangler».",
            )
