"""Municipalities: by county, by size, alike, as the sources name them, and on the map."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model import Kunnskapsbase
from macros.model.eksempel import Eksempel
from macros.model.kommune import Kommune, Kommunenevning
from macros.model.lister import Kode
from macros.queries.orden import norsk
from macros.queries.utvalg import eksempler_fra


def kommuner_etter_fylke(base: Kunnskapsbase) -> list[tuple[str, list[Kommune]]]:
    """All municipalities by county, both in Norwegian alphabetical order."""
    fylker = sorted({k.fylke for k in base.kommuner.values()}, key=norsk)
    return [
        (f, sorted((k for k in base.kommuner.values() if k.fylke == f), key=lambda k: norsk(k.navn))) for f in fylker
    ]


def storrelse(base: Kunnskapsbase, antall: int) -> Kode:
    """The size class of a municipality with so many inhabitants."""
    return next(
        k for k in base.kodelister["storrelse"].values() if k.fra is not None and k.fra <= antall <= (k.til or antall)
    )


def lignende_kommuner(base: Kunnskapsbase, kommune: Kommune, antall: int = 3) -> list[Kommune]:
    """Up to `antall` other municipalities that have examples and are in the same county or, where counted, of the same
    size class now. Both is more alike than the county alone, and the county more than the size alone.
    """
    size = _size_now(base, kommune)
    likeness = {
        n: 2 * (base.kommuner[n].fylke == kommune.fylke)
        + (size is not None and _size_now(base, base.kommuner[n]) == size)
        for n in base.eksempler_etter_kommune
        if n != kommune.nummer
    }
    alike = sorted(
        (n for n, points in likeness.items() if points), key=lambda n: (-likeness[n], norsk(base.kommuner[n].navn))
    )
    return [base.kommuner[n] for n in alike[:antall]]


def _size_now(base: Kunnskapsbase, kommune: Kommune) -> Kode | None:
    return storrelse(base, kommune.innbyggere[-1].antall) if kommune.innbyggere else None


@dataclass(frozen=True, slots=True)
class Kommunenavn:
    """One name of a municipality in the main sources, with what it is today and where it is named."""

    navn: str
    kommune: Kommune
    steder: tuple[Kommunenevning, ...]


def kommunenavn_i_kildene(base: Kunnskapsbase) -> list[Kommunenavn]:
    """Every municipality that the main sources name, by its name there, in Norwegian order."""
    found = [
        Kommunenavn(navn, k, tuple(n for n in k.nevnt if n.navn == navn))
        for k in base.kommuner.values()
        for navn in dict.fromkeys(n.navn for n in k.nevnt)
    ]
    return sorted(found, key=lambda n: norsk(n.navn))


def kommunenavn_etter_fylke(base: Kunnskapsbase) -> list[tuple[str, list[Kommunenavn]]]:
    """The same by the county of today, for the counties that have any."""
    found = kommunenavn_i_kildene(base)
    by_county = [(fylke, [n for n in found if n.kommune.fylke == fylke]) for fylke, _ in kommuner_etter_fylke(base)]
    return [(fylke, names) for fylke, names in by_county if names]


@dataclass(frozen=True, slots=True)
class Kartrad:
    """A municipality with examples, and its number on the map and in the list beside it."""

    nummer: int
    kommune: Kommune
    eksempler: tuple[Eksempel, ...]

    @property
    def adresse(self) -> str:
        """The example, or the row of the municipality where there are several."""
        return self.eksempler[0].adresse if len(self.eksempler) == 1 else f"/kommuner/#k{self.kommune.nummer}"


def kartrader(base: Kunnskapsbase) -> list[tuple[str, list[Kartrad]]]:
    """The municipalities that have examples, by county, numbered through in the order of the list."""
    number = 0
    out = []
    for fylke, kommuner in kommuner_etter_fylke(base):
        rows = []
        for k in kommuner:
            if found := eksempler_fra(base, k.nummer):
                number += 1
                rows.append(Kartrad(number, k, tuple(found)))
        if rows:
            out.append((fylke, rows))
    return out
