"""A claim is from one of the sources that the record lists, so that the page can list them all.

`gyldig_i_dag` and `status_i_dag` are about today and may cite anything.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import by_key, citations, finding, listed, records, sources_of

KODE = "EKS-003"
REGEL = "En påstand har en kilde som ikke står blant kildene til posten."
RAAD = "Legg kilden til under «kilder» øverst i fila, eller rett kilden i påstanden."

_ABOUT_TODAY = (("gyldig_i_dag",), ("status_i_dag",))


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each `kilde` that exists but isn't among `kilder`; one that doesn't exist is REF-001."""
    existing = by_key(raw, "kilde")
    for fil, sti, post in records(raw, "eksempel", "nettverk"):
        sources = sources_of(post)
        if not sources or not existing.keys() >= set(sources):
            continue  # a source that doesn't exist is REF-001, and what follows from it isn't said again
        for where, node, _ in citations(fil, post, sti):
            kilde = node.get("kilde")
            if not isinstance(kilde, str) or kilde in sources or kilde not in existing or where[-1:] in _ABOUT_TODAY:
                continue
            yield finding(
                fil,
                (*where, "kilde"),
                KODE,
                f"«{kilde}» står ikke blant kildene til denne posten, som er {listed(sources)}.",
                f"Legg {kilde} til under «kilder» øverst i fila, eller rett kilden her.",
            )
