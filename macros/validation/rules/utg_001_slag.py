"""A retired id names a kind of record that there is; else it would guard nothing."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Raadata
from macros.loading.kinds import SLAG
from macros.model import Funn
from macros.model.base import nearest, suggestion
from macros.validation.walk import finding, records

KODE = "UTG-001"
REGEL = "En utgått id er av et slag som ikke finnes."
RAAD = "Skriv slaget post foran kolonet, for eksempel eksempel:tromso."


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each entry of data/utgatte.yml whose part before the colon is no kind."""
    kinds = {slag.navn: None for slag in SLAG}
    for fil, sti, post in records(raw, "utgatt"):
        name = post.get("id")
        kind = name.partition(":")[0] if isinstance(name, str) else None
        if kind is not None and ":" in name and kind not in kinds:
            yield finding(
                fil,
                (*sti, "id"),
                KODE,
                f"Slaget «{kind}» finnes ikke.{suggestion(nearest(kind, kinds), tuple(kinds))}",
                "Skriv slaget foran kolonet, for eksempel eksempel:tromso.",
            )
