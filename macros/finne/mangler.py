"""What the base lacks: examples without cost, result or the voice of those it concerns, and cells nobody has told about."""

from __future__ import annotations

from dataclasses import dataclass

from macros.finne.praksiskart import praksiskart
from macros.model import Kunnskapsbase
from macros.model.eksempel import Eksempel
from macros.model.lister import Emne


@dataclass(frozen=True, slots=True)
class Hull:
    """One example, and what it doesn't tell."""

    eksempel: Eksempel
    kostnad: bool
    resultat: bool
    brukere: bool
    status: bool

    @property
    def antall(self) -> int:
        """How many of the four are missing."""
        return self.kostnad + self.resultat + self.brukere + self.status


def hull(base: Kunnskapsbase) -> list[Hull]:
    """The examples that lack something, those that lack most first.

    kostnad: no amount in kroner. resultat: no result. brukere: nothing on how users took part. status: it isn't known
    whether the work still goes on.
    """
    found = [
        Hull(
            e,
            kostnad=not any(p.belop.kroner for p in e.okonomi) and not any(t.kostnad.kroner for t in e.tiltak),
            resultat=not e.resultater,
            brukere=not e.brukermedvirkning,
            status=e.status_i_dag.svar == "ukjent",
        )
        for e in base.eksempler.values()
    ]
    return sorted((h for h in found if h.antall), key=lambda h: (-h.antall, h.eksempel.id))


def tomme_ruter(base: Kunnskapsbase) -> list[tuple[Emne, tuple[Emne, ...]]]:
    """Each theme with the target groups that no example has told anything about under it."""
    rows = [(rad.tema, tuple(c.gruppe for c in rad.celler if not c.antall)) for rad in praksiskart(base)]
    return [(tema, grupper) for tema, grupper in rows if grupper]
