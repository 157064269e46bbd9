"""A code stands once in its list."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding, items

KODE = "KOD-001"
REGEL = "En kode står to ganger i samme kodeliste."
RAAD = "Slett den ene koden, eller gi den nyeste et annet navn."


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each code that its list has had before."""
    for fil in raw.filer:
        if fil.slag.navn != "kodeliste" or not isinstance(fil.yaml.data, dict):
            continue
        for liste in fil.yaml.data:
            first: dict[str, int] = {}
            for i, code in items(fil.yaml.data, liste):
                where, name = (liste, i, "kode"), code.get("kode")
                if isinstance(name, str) and name in first:
                    yield finding(
                        fil,
                        where,
                        KODE,
                        f"Koden «{name}» står i lista «{liste}» fra før, på linje {first[name]}.",
                        "Slett den ene, eller gi den nyeste et annet navn.",
                    )
                first.setdefault(str(name), fil.yaml.linje(where))
