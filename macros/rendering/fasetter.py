"""What the rows of an explorer can be filtered by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from macros import queries
from macros.model import Kunnskapsbase
from macros.model.kommune import Kommune
from macros.model.lister import Emne
from macros.queries import norsk
from macros.rendering import tekst

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Fasett(Generic[R]):
    """Something to filter by. `navn`: the word in the address; `verdier`: id → name in the order they are shown;
    `av`: the ids that a record has. One with `kolonne` can also be shown as a column, which no other column says.
    """

    navn: str
    tittel: str
    verdier: Mapping[str, str]
    av: Callable[[R], Iterable[str]]
    kolonne: bool = True


def facet(
    navn: str,
    tittel: str,
    verdier: Mapping[str, str],
    av: Callable[[Any], Iterable[str]],
    poster: Iterable,
    kolonne: bool = True,
) -> Fasett:
    """A facet with those of the values that any of the records has; the rest is as in Fasett."""
    used = {id for post in poster for id in av(post)}
    return Fasett(navn, tittel, {id: name for id, name in verdier.items() if id in used}, av, kolonne)


class Fasetter:
    """The facets that know the base: codes with their names, themes, and places.

    What they all take: navn, tittel and kolonne as in Fasett, av for what a record has, and poster for the records.
    """

    def __init__(self, base: Kunnskapsbase, navn: Mapping[str, Mapping[str, str]]) -> None:
        """Base: where names are looked up. navn: the names of the codes of each list."""
        self._base = base
        self._names = navn

    def code(
        self,
        navn: str,
        tittel: str,
        av: Callable[[Any], str | None],
        poster: Iterable | None = None,
        liste: str | None = None,
        *,
        kolonne: bool = True,
    ) -> Fasett:
        """By a code of the list (named as the facet, where not told); without records, with every code of it."""
        values = {kode: tekst.stor(name) for kode, name in self._names[liste or navn].items()}

        def of(post: Any) -> list[str]:
            return [kode] if (kode := av(post)) else []

        return (
            Fasett(navn, tittel, values, of, kolonne)
            if poster is None
            else facet(navn, tittel, values, of, poster, kolonne)
        )

    def topics(
        self,
        navn: str,
        tittel: str,
        emner: Mapping[str, Emne],
        av: Callable[[Any], Iterable[str]],
        poster: Iterable,
        *,
        kolonne: bool = True,
    ) -> Fasett:
        """By temaer, målgrupper or virkemidler, in Norwegian order."""
        names = sorted(((id, e.navn) for id, e in emner.items()), key=lambda par: norsk(par[1]))
        return facet(navn, tittel, dict(names), av, poster, kolonne)

    def places(
        self,
        av: Callable[[Any], list[str]],
        poster: Iterable,
        *,
        kommune: bool = True,
        fylke_er_kolonne: bool = False,
        storrelse_som_kolonne: bool = False,
    ) -> Iterable[Fasett]:
        """By municipality, county and size. av: the numbers of the municipalities of a record.

        kommune: whether single municipalities can be chosen. fylke_er_kolonne: the table has a column of its own for it.
        """
        base = self._base
        poster = list(poster)
        if kommune:
            names = sorted(((n, k.navn) for n, k in base.kommuner.items()), key=lambda par: norsk(par[1]))
            yield facet("kommune", "Kommune", dict(names), av, poster, kolonne=False)
        counties = {tekst.adressenavn(f): f for f, _ in queries.kommuner_etter_fylke(base)}
        yield facet(
            "fylke",
            "Fylke",
            counties,
            lambda post: dict.fromkeys(tekst.adressenavn(base.kommuner[n].fylke) for n in av(post)),
            poster,
            kolonne=not fylke_er_kolonne,
        )
        sizes = {kode: tekst.stor(k.navn) for kode, k in base.kodelister["storrelse"].items()}
        sizes["ukjent"] = "Folketallet er ikke ført inn"
        yield facet(
            "storrelse",
            "Kommunens størrelse",
            sizes,
            lambda post: dict.fromkeys(self._size(base.kommuner[n]) for n in av(post)),
            poster,
            kolonne=kommune or storrelse_som_kolonne,
        )

    def _size(self, kommune: Kommune) -> str:
        return queries.storrelse(self._base, kommune.innbyggere[-1].antall).kode if kommune.innbyggere else "ukjent"
