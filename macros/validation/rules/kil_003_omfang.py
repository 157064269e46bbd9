"""How much has been read fits the pages: a source read in part says which; an unread one has none."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding, records

KODE = "KIL-003"
REGEL = "Omfanget av det som er lest, passer ikke med sidene."
RAAD = "Skriv hvilke sider som er lest, eller rett «omfang»."
LOKAL = True


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each source whose `lest.omfang` and `lest.sider` don't go together."""
    for fil, sti, post in records(raw, "kilde"):
        lest = post.get("lest")
        if not isinstance(lest, dict):
            continue
        omfang, where = lest.get("omfang"), (*sti, "lest")
        if omfang in ("deler", "bare_begynnelsen") and "sider" in post and "sider" not in lest:
            yield finding(
                fil,
                where,
                KODE,
                f"Omfanget er «{omfang}», men det står ikke hvilke sider som er lest.",
                "Skriv sidene som fra og til, for eksempel sider: [[1, 15]].",
            )
        elif omfang == "ikke_lest" and "sider" in lest:
            yield finding(
                fil,
                where,
                KODE,
                "Her står både at kilden ikke er lest, og hvilke sider som er lest.",
                "Rett «omfang», eller slett «sider».",
            )
