"""A shorter seminar is cut from the longer one: no part comes in, and none grows."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding, items, records, whole

KODE = "SEM-002"
REGEL = "En del av et seminar varer lenger i den korte utgaven enn i den lange."
RAAD = "Det som er med på 45 minutter, skal også være med på 90, og ingen del skal vokse når seminaret kortes ned."
LOKAL = True

_PAIRS = (("minutter_90", "minutter"), ("minutter_45", "minutter_90"))


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each part that is longer in a shorter seminar, or stands only there."""
    for fil, sti, post in records(raw, "seminar"):
        for i, part in items(post, "deler"):
            for short, long in _PAIRS:
                if whole(part.get(short)) and part[short] > (part[long] if whole(part.get(long)) else 0):
                    have = f"{part[long]} minutter i «{long}»" if whole(part.get(long)) else f"ikke med i «{long}»"
                    melding = f"Delen er {part[short]} minutter i «{short}», men {have}."
                    yield finding(fil, (*sti, "deler", i, short), KODE, melding, "Kort den ned, eller la den gå ut.")
