"""Sources, and where they are referred to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache

from macros.model import Kunnskapsbase
from macros.model.kilde import Kilde
from macros.queries.orden import norsk


def kildeliste(base: Kunnskapsbase) -> list[Kilde]:
    """All sources by who stands first in the reference, in Norwegian order."""
    return sorted(base.kilder.values(), key=lambda k: (norsk(k.opphav[0]), norsk(k.tittel), k.id))


@dataclass(frozen=True, slots=True)
class Sitert:
    """One place on the site that refers to a source."""

    tittel: str
    adresse: str


def sitert_i(base: Kunnskapsbase) -> dict[str, tuple[Sitert, ...]]:
    """For each source the places that refer to it: examples, network surveys, pages, terms, and lists, each in order."""
    found: dict[str, dict[Sitert, None]] = {id: {} for id in base.kilder}
    for id, place in _citations(base):
        if id in found:
            found[id][place] = None
    return {id: tuple(places) for id, places in found.items()}


def _citations(base: Kunnskapsbase) -> Iterator[tuple[str, Sitert]]:
    for post in (*base.eksempler.values(), *base.nettverk.values()):
        yield from ((id, Sitert(post.tittel, post.adresse)) for id in kilder_i(post))
    for side in sorted(base.sider, key=lambda s: norsk(s.tittel)):
        yield from ((id, Sitert(side.tittel, side.adresse)) for id in side.kilder)
    for b in sorted(base.begreper.values(), key=lambda b: norsk(b.bokmal)):
        yield from ((id, Sitert(f"ordet «{b.bokmal}»", b.adresse)) for id in kilder_i(b))
    for mal in base.maler.values():
        yield from ((id, Sitert(f"malen «{mal.tittel}»", mal.adresse)) for id in kilder_i(mal))
    for krav in base.lovkrav.values():
        yield krav.kilde, Sitert(krav.tittel, krav.adresse)
    for endring in base.lovendringer.values():
        yield endring.kilde, Sitert("lovendringer", endring.adresse)
    yield from ((h.kilde, Sitert("historien til loven", "/lov/tidslinje/")) for h in base.lovhistorie.values())
    for kommune in sorted(base.kommuner.values(), key=lambda k: norsk(k.navn)):
        place = Sitert(f"{kommune.navn} i lista over kommuner", f"/kommuner/#k{kommune.nummer}")
        yield from ((id, place) for id in kilder_i((*kommune.innbyggere, *kommune.historie)))


def kilder_i(value: object) -> Iterator[str]:
    """Every source that a record, or anything inside it, names in a field `kilde` or `kilder`."""
    if isinstance(value, tuple):
        for item in value:
            yield from kilder_i(item)
        return
    for name in _field_names(type(value)):
        inner = getattr(value, name)
        if name == "kilde" and inner:
            yield inner
        elif name == "kilder":
            yield from inner
        elif inner and not isinstance(inner, str):
            yield from kilder_i(inner)


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    """The fields of a kind of record; none where it is a text, a number …"""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
