"""What is told in English."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model import Kunnskapsbase
from macros.model.eksempel import Eksempel
from macros.model.felles import Tid
from macros.queries.orden import norsk
from macros.queries.sider import adressen, sider_i


@dataclass(frozen=True, slots=True)
class Omtale:
    """A summary in English: the id and name it stands under (`norsk`: in Norwegian), and the page it is about."""

    id: str
    navn: str
    norsk: bool
    tittel: str
    adresse: str
    naar: str
    tekst: str


def engelske_eksempler(base: Kunnskapsbase) -> list[Omtale]:
    """The examples that have a summary in English, by the names of their municipalities today."""
    found = [
        Omtale(e.id, _municipalities(base, e), False, e.tittel, e.adresse, _years_in_english(e.periode), e.engelsk)
        for e in base.eksempler.values()
        if e.engelsk
    ]
    return sorted(found, key=lambda o: (norsk(o.navn), o.naar, o.id))


def _municipalities(base: Kunnskapsbase, e: Eksempel) -> str:
    return ", ".join(base.kommuner[k.nummer].navn for k in e.kommuner)


def _years_in_english(t: Tid) -> str:
    first, last = (str(p)[:4] if p else "" for p in (t.naar or t.fra, t.naar or t.til))
    if first and last:
        return first if first == last else f"{first}–{last}"
    return f"from {first}" if first else f"until {last}" if last else ""


def engelske_metoder(base: Kunnskapsbase) -> list[Omtale]:
    """The pages of methods that have a summary in English, in the order of the menu."""
    pages = [s for s in sider_i(base, "metoder") if s.engelsk]
    return [Omtale(adressen(s), s.tittel, True, s.tittel, s.adresse, "", s.engelsk) for s in pages]
