"""Themes × target groups: how many examples there are in each cell, and what they document there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model import Kunnskapsbase
from macros.model.eksempel import Eksempel
from macros.model.felles import Pastand
from macros.model.lister import Emne


@dataclass(frozen=True, slots=True)
class Spor:
    """One thing that can be documented: its code, the letter of the map, and its name."""

    kode: str
    tegn: str
    navn: str


SPOR = (
    Spor("resultat", "R", "resultat"),
    Spor("kostnad", "K", "kostnad i kroner"),
    Spor("brukere", "B", "brukernes medvirkning"),
    Spor("feilet", "F", "noe som ikke virket"),
)
"""What the map looks for, in the order of its letters."""


@dataclass(frozen=True, slots=True)
class Funnet:
    """One thing an example documents, and where the first claim about it stands."""

    spor: Spor
    adresse: str


@dataclass(frozen=True, slots=True)
class Linje:
    """One example under a theme, with what it documents there."""

    eksempel: Eksempel
    funnet: tuple[Funnet, ...]


@dataclass(frozen=True, slots=True)
class Celle:
    """Where a theme and a target group meet: how many examples, and how many of them document each thing."""

    gruppe: Emne
    antall: int
    spor: tuple[tuple[Spor, int], ...]


@dataclass(frozen=True, slots=True)
class Rad:
    """One theme: a cell for each target group, and its examples."""

    tema: Emne
    celler: tuple[Celle, ...]
    linjer: tuple[Linje, ...]


def praksiskart(base: Kunnskapsbase) -> list[Rad]:
    """The map: themes and groups in the order of data/, examples in the order of their ids.

    An example is in a cell when it is marked with both the theme and the group. It documents a thing there when one of
    its claims of that kind is about the theme, and is either about the group or about no group in particular.
    """
    return [
        Rad(
            tema,
            tuple(_cell(base, tema, gruppe) for gruppe in base.malgrupper.values()),
            tuple(Linje(e, tuple(_found(e, tema.id))) for e in _examples(base, tema.id)),
        )
        for tema in base.temaer.values()
    ]


def _examples(base: Kunnskapsbase, tema: str, gruppe: str | None = None) -> list[Eksempel]:
    return [e for e in base.eksempler.values() if tema in e.temaer and gruppe in (None, *e.malgrupper)]


def _cell(base: Kunnskapsbase, tema: Emne, gruppe: Emne) -> Celle:
    examples = _examples(base, tema.id, gruppe.id)
    counted = [(s, sum(any(_claims(e, s.kode, tema.id, gruppe.id)) for e in examples)) for s in SPOR]
    return Celle(gruppe, len(examples), tuple((s, n) for s, n in counted if n))


def _found(e: Eksempel, tema: str) -> Iterator[Funnet]:
    for s in SPOR:
        first = next(_claims(e, s.kode, tema), None)
        if first:
            yield Funnet(s, f"{e.adresse}#{first.id}")


def _claims(e: Eksempel, kode: str, tema: str, gruppe: str | None = None) -> Iterator[Pastand]:
    """The claims of one kind that are about the theme, and about the group or none in particular."""
    return (
        p
        for p in _of_kind(e, kode)
        if tema in p.temaer and (gruppe is None or not p.malgrupper or gruppe in p.malgrupper)
    )


def _of_kind(e: Eksempel, kode: str) -> Iterator[Pastand]:
    if kode == "resultat":
        yield from e.resultater
    elif kode == "kostnad":
        yield from (p for p in e.okonomi if p.belop.kroner is not None)
        yield from (t for t in e.tiltak if t.kostnad.kroner is not None)
    elif kode == "brukere":
        yield from e.brukermedvirkning
    else:
        yield from e.virket_ikke


_OPENINGS = ("Personer med ", "Personer som ", "Alle ")


def kort_navn(gruppe: Emne) -> str:
    """The name of a group without the words that many of them begin with, for the head of a narrow column."""
    for opening in _OPENINGS:
        if gruppe.navn.startswith(opening):
            rest = gruppe.navn.removeprefix(opening)
            return rest[:1].upper() + rest[1:]
    return gruppe.navn
