"""An amount that says it is the sum of other lines is their sum."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding, items, records, whole

KODE = "EKS-008"
REGEL = "Et beløp er ikke summen av postene det sies å være summen av."
RAAD = "Regn etter, og rett tallet som er feil. Er summen feil i kilden, så skriv det under «motstrid»."
LOKAL = True


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each line of the economy whose parts are all known and come to another amount."""
    for fil, sti, post in records(raw, "eksempel"):
        lines = items(post, "okonomi")
        kroner = {line["id"]: _kroner(line) for _, line in lines if isinstance(line.get("id"), str)}
        for i, line in lines:
            names = line.get("sum_av")
            parts = [kroner.get(name) for name in names if isinstance(name, str)] if isinstance(names, list) else []
            total = _kroner(line)
            if total is None or len(parts) < 2 or None in parts:
                continue
            if total != sum(parts):
                where, added = (*sti, "okonomi", i, "belop", "kroner"), sum(parts)
                yield finding(
                    fil,
                    where,
                    KODE,
                    f"Her står {_text(total)} kroner, men postene i «sum_av» blir {_text(added)} kroner.",
                    "Rett tallet som er feil. Er summen feil i kilden, så slett «sum_av» og bruk «motstrid».",
                )


def _kroner(line: dict[str, Any]) -> int | None:
    belop = line.get("belop")
    kroner = belop.get("kroner") if isinstance(belop, dict) else None
    return kroner if whole(kroner) else None


def _text(kroner: int) -> str:
    return f"{kroner:,}".replace(",", " ")
