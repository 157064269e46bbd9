"""A page that is cited is in the source, and the editors have read it.

What says of itself that it hasn't been read (`mangler: ikke_lest`, `grad: ikke_vurdert`) may name unread pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from macros.loading import Raadata
from macros.loading.kinds import SLAG
from macros.model import Funn
from macros.validation.walk import by_key, citations, finding, records, whole

KODE = "EKS-004"
REGEL = "En side det vises til, finnes ikke i kilden eller er ikke lest."
RAAD = "Sjekk sidetallet mot kilden. Er siden lest, men ikke ført opp, så rett «lest» i kildens fil."

_PAGES = re.compile(r"([0-9]{1,5})(?:\s*[-–]\s*([0-9]{1,5}))?")


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each place in `sted` that can't have been read."""
    sources = by_key(raw, "kilde")
    for fil, sti, post in records(raw, *(slag.navn for slag in SLAG)):
        for where, node, kilde in citations(fil, post, sti):
            source = sources.get(kilde or "")
            places = node.get("sted")
            if source is None or not isinstance(places, list):
                continue
            for i, place in enumerate(places):
                for melding, tips in _wrong(source, place, _unread(node)):
                    yield finding(fil, (*where, "sted", i), KODE, melding, tips)


def _unread(node: dict[str, Any]) -> bool:
    return node.get("mangler") == "ikke_lest" or node.get("grad") == "ikke_vurdert"


def _wrong(source: dict[str, Any], place: Any, unread: bool) -> Iterator[tuple[str, str]]:
    """Message and tip for what is wrong with one place in a source, if anything is."""
    name, total = source["id"], source.get("sider")
    lest = source["lest"] if isinstance(source.get("lest"), dict) else {}
    if lest.get("omfang") == "ikke_lest" and not unread:
        yield (
            f"Kilden «{name}» er ikke lest, så ingen påstand kan bygge på den.",
            f"Les kilden og rett «lest» i data/kilder/{name}.yml, eller vis til kilden du har lest det i.",
        )
        return
    if len(pages := _pages(place)) == 2 and pages[0] > pages[1]:
        yield f"Sidene står baklengs: {pages[0]} er etter {pages[1]}.", f'Skriv "{pages[1]}–{pages[0]}".'
        return
    read = [] if lest.get("omfang") == "alt" else _ranges(lest)
    for page in _pages(place):
        if page < 1 or (whole(total) and page > total):
            known = f" Den har {total} sider." if whole(total) else ""
            yield (
                f"Side {page} finnes ikke i «{name}».{known}",
                f"Sjekk sidetallet. Er det antallet sider som er feil, så rett det i data/kilder/{name}.yml.",
            )
        elif read and not unread and not any(first <= page <= last for first, last in read):
            yield (
                f"Side {page} i «{name}» er ikke lest. Lest er side {', '.join(f'{a}–{b}' for a, b in read)}.",
                f"Rett sidetallet, eller les siden og før den opp under «lest» og «sider» i data/kilder/{name}.yml.",
            )


def _pages(place: Any) -> tuple[int, ...]:
    """The page numbers of a place: both ends of a range such as "15–25"; none where the page has another name (iv)."""
    if whole(place):
        return (place,) if place > 0 else ()  # 0 is said by the schema
    side = place.get("side") if isinstance(place, dict) else place
    if whole(side):
        return (side,)
    match = _PAGES.fullmatch(side.strip()) if isinstance(side, str) else None
    return tuple(int(number) for number in match.groups() if number) if match else ()


def _ranges(lest: dict[str, Any]) -> list[tuple[int, int]]:
    pairs = lest.get("sider")
    found = [p for p in pairs if isinstance(p, list)] if isinstance(pairs, list) else []
    return [(p[0], p[1]) for p in found if len(p) == 2 and whole(p[0]) and whole(p[1])]
