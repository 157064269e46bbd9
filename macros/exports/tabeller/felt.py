"""What a flat table is made of: its fields, its rows, and how values are written in both."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from macros.model import Kunnskapsbase
from macros.model.felles import Tid
from macros.rendering import tekst

Verdi = str | int | float | None

SKILLE = ";"
"""Stands between several values in one field."""


@dataclass(frozen=True, slots=True)
class Felt:
    """One column. type: as in Frictionless Table Schema. viser_til: the table whose `id` (or first key) it holds."""

    navn: str
    forklaring: str
    verdi: Callable[[Any], Verdi]
    type: str = "string"
    viser_til: str | None = None
    paakrevd: bool = False


@dataclass(frozen=True, slots=True)
class Datatabell:
    """One flat table: its name in files, title, meaning, key, fields and rows."""

    navn: str
    tittel: str
    forklaring: str
    nokkel: tuple[str, ...]
    felter: tuple[Felt, ...]
    rader: tuple[tuple[Verdi, ...], ...]


@dataclass(frozen=True, slots=True)
class Rad:
    """A claim and what it is part of: an example or a network survey."""

    p: Any
    i: str
    adresse: str


required = partial(Felt, paakrevd=True)
"""A field that every row has a value in."""


def claim_of(rad: Rad) -> Any:
    """The claim of a row."""
    return rad.p


def flat_table(
    navn: str, tittel: str, forklaring: str, nokkel: tuple[str, ...], felter: Iterable[Felt], poster: Iterable[Any]
) -> Datatabell:
    """The table with a row for each record, in their order; the rest is as in Datatabell."""
    fields = tuple(felter)
    rows = tuple(tuple(f.verdi(post) for f in fields) for post in poster)
    return Datatabell(navn, tittel, forklaring, nokkel, fields, rows)


def several(values: Iterable[str]) -> str | None:
    """Several values as one; None where there are none."""
    return SKILLE.join(values) or None


def value_of(name: str, of: Callable[[Any], Any] = lambda x: x) -> Callable[[Any], Verdi]:
    """The value of a field as it stands; several with a semicolon between them."""

    def value(x: Any) -> Verdi:
        found = getattr(of(x), name) if of(x) is not None else None
        return several(map(str, found)) if isinstance(found, tuple) else found

    return value


def begins(t: Tid | None) -> str | None:
    """When a time begins, as it is written in the record; None where that isn't known."""
    return _point(t and (t.naar or t.fra))


def ends(t: Tid | None) -> str | None:
    """When a time ends, as it is written in the record; None where that isn't known."""
    return _point(t and (t.naar or t.til))


def _point(punkt: Any) -> str | None:
    return str(punkt) if punkt else None


class Tabellskriver:
    """The words and addresses that tables of one base need."""

    def __init__(self, base: Kunnskapsbase) -> None:
        """Base: what the tables are made of."""
        self.base = base
        self.koder = {liste: {k: v.navn for k, v in koder.items()} for liste, koder in base.kodelister.items()}

    def address(self, path: str) -> str:
        """The whole address of a place on the site, or its path where the site has no address."""
        return (self.base.innstillinger.nettadresse or "/") + path.removeprefix("/")

    def when(self, t: Tid | None) -> str | None:
        """A time in words."""
        return tekst.tid(t, self.koder["mangel"]).replace(tekst.HARDT, " ") if t else None

    def place(self, sted: Any) -> str | None:
        """The place in a source in words."""
        return tekst.sted(sted).replace(tekst.HARDT, " ") or None
