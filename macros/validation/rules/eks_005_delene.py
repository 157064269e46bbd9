"""A part that the type of the source requires is there, or `mangler` says why it isn't; never both."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import by_key, code_list, finding, items, records, sources_of

KODE = "EKS-005"
REGEL = "En del som kilden krever, står verken i eksempelet eller under «mangler», eller den står begge steder."
RAAD = "Skriv delen, eller før den opp under «mangler» nederst i fila med grunnen."


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each required part that is nowhere, and for each part said to be missing that is there."""
    sources, types = by_key(raw, "kilde"), code_list(raw, "kildetype")
    for fil, sti, post in records(raw, "eksempel"):
        missing = [(i, item.get("delen")) for i, item in items(post, "mangler")]
        for i, part in missing:
            if isinstance(part, str) and post.get(part):
                yield finding(
                    fil,
                    (*sti, "mangler", i, "delen"),
                    KODE,
                    f"Delen «{part}» står i eksempelet, så den kan ikke også mangle.",
                    "Slett linja her. Er det bare noe i delen som mangler, så si det i delen.",
                )
        for i, name in enumerate(sources_of(post)):
            kind = types.get(str(sources.get(name, {}).get("kildetype")), {})
            required = kind.get("krever") if isinstance(kind.get("krever"), list) else []
            for part in required:
                if isinstance(part, str) and not post.get(part) and part not in [p for _, p in missing]:
                    yield finding(
                        fil,
                        (*sti, "kilder", i),
                        KODE,
                        f"Delen «{part}» må være med, siden «{name}» er av typen {kind.get('navn', '')}.",
                        f"Skriv delen, eller før den opp under «mangler» (delen: {part}) med grunnen.",
                    )
