"""The pages of docs/, by their heads."""

from __future__ import annotations

from macros.model import Kunnskapsbase, UkjentId
from macros.model.seminar import Seminar
from macros.model.side import Sidehode
from macros.queries.orden import norsk


def sider_i(base: Kunnskapsbase, mappe: str) -> list[Sidehode]:
    """The pages of a folder without its index, in the order of the menu."""
    return sorted(
        (s for s in base.sider if s.kilde.startswith(f"{mappe}/") and s.kilde != f"{mappe}/index.md"),
        key=lambda s: (s.rekkefolge, norsk(s.tittel)),
    )


def sider_etter_gjennomgang(base: Kunnskapsbase) -> list[Sidehode]:
    """Every page, the one that is to be gone through soonest first."""
    return sorted(base.sider, key=lambda s: (s.neste_gjennomgang, norsk(s.tittel), s.kilde))


def seminar_for_side(base: Kunnskapsbase, side: Sidehode) -> list[Seminar]:
    """The seminars that teach what a page is about: those that use it, else those that answer one of its duties.

    A page of a seminar has none.
    """
    if side.kilde.startswith("seminar/"):
        return []
    use = [s for s in base.seminar.values() if side.adresse in s.sider]
    return use or [s for s in base.seminar.values() if set(s.krav) & set(side.svarer_pa)]


def side_med_adresse(base: Kunnskapsbase, adresse: str) -> Sidehode:
    """The page of docs/ that stands at this address. Raises UkjentId."""
    found = {side.adresse: side for side in base.sider}
    if adresse not in found:
        raise UkjentId("Siden", adresse, found)
    return found[adresse]


def adressen(side: Sidehode) -> str:
    """The last part of the address of a page: «dreiebok»."""
    return side.adresse.strip("/").rpartition("/")[2]
