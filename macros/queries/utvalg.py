"""Claims and examples chosen by what they are marked with."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from macros.model import Kunnskapsbase
from macros.model.eksempel import Eksempel, Erfaring, Resultat, Strategi, Tiltak
from macros.model.felles import Pastand
from macros.model.lov import Lovkrav

P = TypeVar("P", bound=Pastand)


@dataclass(frozen=True, slots=True)
class Treff(Generic[P]):
    """One claim that answers a question, with the example it stands in."""

    eksempel: Eksempel
    pastand: P

    @property
    def adresse(self) -> str:
        """Where on the site the claim stands."""
        return f"{self.eksempel.adresse}#{self.pastand.id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Utvalg:
    """What to choose by; None is everything. Ids as in data/; `kommune` is a number, `slags` a code."""

    malgruppe: str | None = None
    tema: str | None = None
    virkemiddel: str | None = None
    lovkrav: str | None = None
    kommune: str | None = None
    eksempel: str | None = None
    slags: str | None = None

    def check(self, base: Kunnskapsbase) -> None:
        """Raises UkjentId where a chosen id stands for nothing."""
        for look_up, id in (
            (base.malgruppe, self.malgruppe),
            (base.tema, self.tema),
            (base.virkemiddel, self.virkemiddel),
            (base.krav, self.lovkrav),
            (base.kommune, self.kommune),
            (base.eksempel, self.eksempel),
        ):
            if id is not None:
                look_up(id)
        _check_code(base, "slags", self.slags)

    def takes_example(self, e: Eksempel) -> bool:
        """Whether claims of this example can be chosen at all."""
        return self.eksempel in (None, e.id) and (
            self.kommune is None or any(k.nummer == self.kommune for k in e.kommuner)
        )

    def takes_claim(self, p: Pastand) -> bool:
        """Whether the claim itself is marked with everything that is asked for."""
        return (
            self.malgruppe in (None, *p.malgrupper)
            and self.tema in (None, *p.temaer)
            and self.virkemiddel in (None, *p.virkemidler)
            and self.lovkrav in (None, *p.lovkrav)
            and self.slags in (None, p.slags)
            and (not p.gjelder or self.kommune in (None, *p.gjelder))
        )


def strategier(base: Kunnskapsbase, utvalg: Utvalg) -> list[Treff[Strategi]]:
    """The chosen strategies. Raises UkjentId."""
    return _chosen(base, utvalg, lambda e: e.strategier)


def tiltak(
    base: Kunnskapsbase, utvalg: Utvalg, tilstand: str | None = None, opphav: str | None = None
) -> list[Treff[Tiltak]]:
    """The chosen measures, also by tilstand and opphav. Raises UkjentId."""
    _check_code(base, "tilstand", tilstand)
    _check_code(base, "opphav", opphav)
    hits = _chosen(base, utvalg, lambda e: e.tiltak)
    return [t for t in hits if tilstand in (None, t.pastand.tilstand) and opphav in (None, t.pastand.opphav)]


def resultater(base: Kunnskapsbase, utvalg: Utvalg, utfall: str | None = None) -> list[Treff[Resultat]]:
    """The chosen results, also by utfall. Raises UkjentId."""
    _check_code(base, "utfall", utfall)
    return [t for t in _chosen(base, utvalg, lambda e: e.resultater) if utfall in (None, t.pastand.utfall)]


def erfaringer(base: Kunnskapsbase, utvalg: Utvalg, retning: str | None = None) -> list[Treff[Erfaring]]:
    """The chosen experiences, also by retning. Raises UkjentId."""
    _check_code(base, "retning", retning)
    return [t for t in _chosen(base, utvalg, lambda e: e.erfaringer) if retning in (None, t.pastand.retning)]


def virket_ikke(base: Kunnskapsbase, utvalg: Utvalg) -> list[Treff[Pastand]]:
    """The chosen claims about what did not work. Raises UkjentId."""
    return _chosen(base, utvalg, lambda e: e.virket_ikke)


def eksempler(base: Kunnskapsbase, utvalg: Utvalg) -> list[Eksempel]:
    """Examples that are themselves, or by one of their claims, marked with what is asked for. Raises UkjentId."""
    utvalg.check(base)
    return [e for e in base.eksempler.values() if utvalg.takes_example(e) and _example_fits(e, utvalg)]


def eksempler_fra(base: Kunnskapsbase, nummer: str) -> list[Eksempel]:
    """The examples in which a municipality takes part. Raises UkjentId."""
    return list(base.eksempler_etter_kommune.get(base.kommune(nummer).nummer, ()))


def eksempler_for_krav(base: Kunnskapsbase, krav: Lovkrav) -> list[Eksempel]:
    """The examples that show how a municipality answered a duty."""
    return eksempler(base, Utvalg(lovkrav=krav.id))


def _example_fits(e: Eksempel, utvalg: Utvalg) -> bool:
    return (
        utvalg.malgruppe in (None, *e.malgrupper)
        and utvalg.tema in (None, *e.temaer)
        and (utvalg.virkemiddel is None or any(utvalg.virkemiddel in p.virkemidler for _, p in e.pastander()))
        and (utvalg.lovkrav is None or any(utvalg.lovkrav in p.lovkrav for _, p in e.pastander()))
    )


def _chosen(base: Kunnskapsbase, utvalg: Utvalg, part: Callable[[Eksempel], Iterable[P]]) -> list[Treff[P]]:
    utvalg.check(base)
    return [
        Treff(e, p)
        for e in base.eksempler.values()
        if utvalg.takes_example(e)
        for p in part(e)
        if utvalg.takes_claim(p)
    ]


def _check_code(base: Kunnskapsbase, liste: str, kode: str | None) -> None:
    if kode is not None:
        base.kode(liste, kode)
