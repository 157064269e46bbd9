"""Tables as data: columns once, rows of cells. A template makes HTML of them; the browser makes Excel and Word of that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from markupsafe import Markup

R = TypeVar("R")

MAX_ROWS = 500
"""Above this a table is split, so that no browser has to lay out thousands of rows as one."""


@dataclass(frozen=True, slots=True)
class Celle:
    """One cell: its text, where it leads, the class of its label («skal», «tilstand-pagar»), and an id of its own."""

    tekst: str
    lenke: str | None = None
    merke: str | None = None
    mangler: bool = False
    innhold: Markup | None = None
    """HTML that a template has made, shown instead of the text: for cells that hold more than words and a link."""
    orden: str | None = None
    """What the cell is sorted by where that is not its text: «2011-08-31», «6000000»."""


@dataclass(frozen=True, slots=True)
class Kolonne(Generic[R]):
    """One column: heading, and what a record has in it. The first column of a table names the row.

    Where scripts run, an explorer leaves out the columns that are not `valgt` until the reader asks for them, and folds
    those with `brett` away on a phone. It sorts by any column that has an order (`sorteres`). Where the place is narrow, the
    rows become sheets, and what is `lang` gets a line of its own there; but figures (`tall`) are compared down the column:
    they stand at its right, and their table stays a table.
    """

    navn: str
    tittel: str
    celle: Callable[[R], Celle | tuple[Celle, ...]]
    valgt: bool = True
    brett: bool = False
    sorteres: bool = True
    tall: bool = False
    lang: bool = False


@dataclass(frozen=True, slots=True)
class Rad:
    """One row: its cells (each one or several values) and the id it can be linked to, where the table is its home."""

    celler: tuple[tuple[Celle, ...], ...]
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Tabell:
    """A table ready to be written: name (for files), caption, headings, rows; whether the search reads it."""

    navn: str
    tittel: str
    kolonner: tuple[Kolonne, ...]
    rader: tuple[Rad, ...]
    sokes: bool = True

    def deler(self) -> tuple[tuple[Rad, ...], ...]:
        """The rows in parts of at most MAX_ROWS."""
        return tuple(self.rader[i : i + MAX_ROWS] for i in range(0, len(self.rader), MAX_ROWS))


def make_table(
    navn: str,
    tittel: str,
    kolonner: Sequence[Kolonne[R]],
    poster: Iterable[R],
    id_of: Callable[[R], str] | None = None,
    *,
    sokes: bool = True,
) -> Tabell:
    """A table with one row a record. `id_of` gives the rows ids, for the one table that is the home of its records.

    navn: what the table and its files are called. tittel: its caption.
    sokes: False for a table that is read, not searched: it says of other pages what they say themselves, or lack.
    """
    rows = tuple(make_row(kolonner, post, id_of) for post in poster)
    return Tabell(navn, tittel, tuple(kolonner), rows, sokes)


def make_row(kolonner: Sequence[Kolonne[R]], post: R, id_of: Callable[[R], str] | None = None) -> Rad:
    """The row of one record."""
    return Rad(tuple(_cells(k.celle(post)) for k in kolonner), id_of(post) if id_of else None)


def _cells(value: Celle | tuple[Celle, ...]) -> tuple[Celle, ...]:
    return value if isinstance(value, tuple) else (value,)
