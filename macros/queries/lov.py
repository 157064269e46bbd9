"""Duties and changes of law, and the pages that hang on them."""

from __future__ import annotations

from collections.abc import Iterable

from macros.model import Kunnskapsbase
from macros.model.bestemmelse import Bestemmelse, read_provisions
from macros.model.kilde import Kilde
from macros.model.lov import Lovendring, Lovkrav
from macros.model.side import Sidehode
from macros.queries.orden import norsk


def krav_etter_paragraf(base: Kunnskapsbase, kilde: str) -> dict[str, list[Lovkrav]]:
    """The demands of one act by section, in the order of the act."""
    found: dict[str, list[Lovkrav]] = {}
    for k in base.lovkrav.values():
        if k.kilde == kilde and k.sted[0].paragraf:
            found.setdefault(k.sted[0].paragraf, []).append(k)
    return found


def krav_med_frist(base: Kunnskapsbase) -> dict[str, list[Lovkrav]]:
    """The binding duties (skal) that have a deadline, by its date, in the order of the act."""
    found: dict[str, list[Lovkrav]] = {}
    for k in base.lovkrav.values():
        if k.frist and k.styrke == "skal":
            found.setdefault(k.frist, []).append(k)
    return found


def sider_for_krav(base: Kunnskapsbase, krav: Lovkrav) -> list[Sidehode]:
    """The guides that say they help to answer a duty (`svarer_pa`), in order of their titles.

    The pages of examples are not among them: eksempler_for_krav tells of those.
    """
    guides = (s for s in base.sider if not s.kilde.startswith("eksempler/"))
    return sorted((s for s in guides if krav.id in s.svarer_pa), key=lambda s: norsk(s.tittel))


_ROOMS = {
    "framgangsmate": ("lov/", "metoder/", "virkemidler/"),
    "verktoy": ("verktoy/", "maler/"),
    "seminar": ("seminar/",),
}


def kjeden_for_krav(base: Kunnskapsbase, krav: Lovkrav) -> dict[str, list[Sidehode]]:
    """The guides to a duty by their link in the chain: framgangsmate, verktoy, seminar, and bakgrunn for what is left.

    The examples between method and tool come from eksempler_for_krav. A link that is missing is an empty list.
    """
    pages = sider_for_krav(base, krav)
    chain = {ledd: [s for s in pages if s.kilde.startswith(rooms)] for ledd, rooms in _ROOMS.items()}
    placed = [s for found in chain.values() for s in found]
    return {**chain, "bakgrunn": [s for s in pages if s not in placed]}


def lovendringer(base: Kunnskapsbase) -> list[Lovendring]:
    """The changes of law, the latest in force first; those not known to be in force on top."""
    return sorted(base.lovendringer.values(), key=lambda e: (e.i_kraft or "9999", e.vedtatt or "", e.id), reverse=True)


def sider_som_beror_pa(base: Kunnskapsbase, bestemmelser: Iterable[str]) -> list[Sidehode]:
    """The pages that rest (`bygger_pa`) on one of the provisions, in order of their titles."""
    changed = provisions(base, bestemmelser)
    return sorted(
        (s for s in base.sider if any(a.touches(b) for a in provisions(base, s.bygger_pa) for b in changed)),
        key=lambda s: norsk(s.tittel),
    )


def provisions(base: Kunnskapsbase, tekster: Iterable[str]) -> list[Bestemmelse]:
    """The provisions that texts name, each act by the id of its source; what can't be read or isn't known is left out."""
    return [
        Bestemmelse(lov.id, b.del_) for text in tekster for b in read_provisions(text) if (lov := _act(base, b.lov))
    ]


def _act(base: Kunnskapsbase, navn: str) -> Kilde | None:
    return base.lover.get(navn.lower())
