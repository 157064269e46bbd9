"""Results are what happened. What was planned or decided is no result, and a plan or a proposal can't report one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import by_key, citations, finding, records

KODE = "EKS-006"
REGEL = "Et resultat er hentet fra noe kommunen bare ville gjøre."
RAAD = "Flytt påstanden til mål, strategier eller tiltak. En plan forteller ikke hva som skjedde."

_TIP = "Flytt påstanden til «maal», «strategier» eller «tiltak»."


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each result that is an intention, or is from a source that holds only intentions."""
    sources = by_key(raw, "kilde")
    for fil, sti, post in records(raw, "eksempel"):
        for where, node, kilde in citations(fil, post, sti):
            if len(where) != len(sti) + 2 or where[len(sti)] != "resultater":
                continue
            if node.get("slags") in ("planlagt", "vedtatt"):
                yield finding(
                    fil,
                    (*where, "slags"),
                    KODE,
                    f"Et resultat er noe som har skjedd. Her står det at det er {node['slags']}.",
                    _TIP,
                )
            elif why := _only_intentions(sources.get(kilde or "", {})):
                yield finding(fil, where, KODE, f"Kilden «{kilde}» er {why}, og kan ikke fortelle om resultater.", _TIP)


def _only_intentions(source: dict[str, Any]) -> str:
    if source.get("kildetype") == "plan":
        return "en plan"
    return "et forslag" if source.get("dokumentstatus") == "forslag" else ""
