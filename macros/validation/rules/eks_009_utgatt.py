"""An id that has been taken out of use is never used again: somebody may have linked to what it stood for."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Raadata
from macros.loading.kinds import SLAG
from macros.model import Funn
from macros.validation.walk import by_key, finding, mappings

KODE = "EKS-009"
REGEL = "En utgått id er tatt i bruk igjen."
RAAD = "Velg en ny id. En id som har vært i bruk, brukes aldri om igjen."


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each record and each claim whose id stands in data/utgatte.yml."""
    retired = by_key(raw, "utgatt")
    for slag in SLAG if retired else ():
        for fil, sti, post in raw.av_slag(slag.navn):
            for where, node in mappings(post, sti):
                field = slag.nokkel if where == sti else "id"
                name = f"{slag.navn}:{post.get(slag.nokkel)}" + ("" if where == sti else f"#{node.get('id')}")
                if field in node and name in retired:
                    yield finding(
                        fil,
                        (*where, field),
                        KODE,
                        f"«{node[field]}» er en utgått id og kan ikke brukes om igjen.",
                        f"Velg en ny id. Grunnen til at den gikk ut, står ved {name} i data/utgatte.yml.",
                    )
