"""The pages that have been read are pages of the source, first page first, each once."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding, records, whole

KODE = "KIL-001"
REGEL = "Sidene som er lest, finnes ikke i kilden, eller står baklengs eller to ganger."
RAAD = "Rett sidene i «lest», eller antallet i «sider»."
LOKAL = True


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each range in `lest.sider` that is outside the source, runs backwards or overlaps the one before."""
    for fil, sti, post in records(raw, "kilde"):
        lest, total = post.get("lest"), post.get("sider")
        ranges = lest.get("sider") if isinstance(lest, dict) else None
        pages_before = 0
        for i, pair in enumerate(ranges if isinstance(ranges, list) else ()):
            if not isinstance(pair, list) or len(pair) != 2 or not all(map(whole, pair)):
                continue
            where = (*sti, "lest", "sider", i)
            if pair[0] > pair[1]:
                yield finding(
                    fil,
                    where,
                    KODE,
                    f"Sidene står baklengs: {pair[0]} er etter {pair[1]}.",
                    f"Skriv [{pair[1]}, {pair[0]}].",
                )
            elif pair[0] <= pages_before:
                yield finding(
                    fil,
                    where,
                    KODE,
                    f"Side {pair[0]} står også i området foran, eller kommer før det.",
                    "Skriv områdene i rekkefølge, og hver side én gang.",
                )
            elif whole(total) and pair[1] > total:
                yield finding(
                    fil,
                    where,
                    KODE,
                    f"Kilden har {total} sider, så side {pair[1]} kan ikke være lest.",
                    "Rett sidene her, eller antallet i «sider».",
                )
            pages_before = max(pages_before, *pair)
