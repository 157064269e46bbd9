"""The explorers: one table for each kind of record, whole in the page, that the browser can filter, sort and share.

What is said here once is what each shows: its columns, what it can be filtered by (facets), where a row is at home, and
which sources it rests on. The browser side is frontend/utforsker/. Above MAX_ROWS rows a table is split: the first
page holds the first part, exports/utforsker.py makes the others, and the data for all of them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from macros.rendering.fasetter import Fasett
from macros.rendering.tables import MAX_ROWS, Kolonne, Rad, make_row

PER_PAGE = 200
"""Rows on each page of a table that is split: fewer than MAX_ROWS, so that its first page opens quickly."""


@dataclass(frozen=True)
class Utforskerrad:
    """One row, with the places of its values in each facet («0,4;2;»), its sources («id id»), and the anchors inside it.

    lag: writes its cells, which is done when they are shown: most rows of a long table stand on another page than the
    one that is being written.
    """

    lag: Callable[..., Rad]
    kolonner: tuple[Kolonne, ...]
    fasetter: str
    kilder: str
    id: str | None = None
    ankre: tuple[str, ...] = ()

    @cached_property
    def rad(self) -> Rad:
        """The row with all its cells."""
        return self.lag(self.kolonner)

    @property
    def navn(self) -> str:
        """What the first cell says."""
        return self.lag(self.kolonner[:1]).celler[0][0].tekst


@dataclass(frozen=True, slots=True)
class Utforsker:
    """An explorer ready to be written. `ting`: what it has rows of («tiltak»)."""

    navn: str
    tittel: str
    ting: str
    kolonner: tuple[Kolonne, ...]
    fasetter: tuple[Fasett, ...]
    rader: tuple[Utforskerrad, ...]

    def deler(self) -> tuple[tuple[Utforskerrad, ...], ...]:
        """The rows page by page: all of them on one where they are no more than MAX_ROWS."""
        each = PER_PAGE if len(self.rader) > MAX_ROWS else MAX_ROWS
        return tuple(self.rader[i : i + each] for i in range(0, len(self.rader), each))

    @property
    def fasettdata(self) -> str:
        """The facets as JSON for the browser: name, title, whether it can be a column, and its values."""
        return json.dumps(
            [[f.navn, f.tittel, int(f.kolonne), list(map(list, f.verdier.items()))] for f in self.fasetter],
            ensure_ascii=False,
            separators=(",", ":"),
        )


def make_explorer(
    navn: str,
    tittel: str,
    ting: str,
    kolonner: Iterable[Kolonne],
    fasetter: Iterable[Fasett],
    poster: Iterable,
    id_of: Callable[[Any], str] | None,
    kilder_of: Callable[[Any], Iterable[str]],
    ankre_of: Callable[[Any], Iterable[str]] = lambda _: (),
) -> Utforsker:
    """The explorer with a row for each record. A facet with one value alone filters nothing, and is left out.

    navn, tittel, ting: as in Utforsker. id_of: the anchor of a row. kilder_of: the sources it rests on. ankre_of: the
    anchors inside it.
    """
    poster = list(poster)
    columns = tuple(kolonner)
    facets = tuple(f for f in fasetter if len(f.verdier) > 1)
    places = [{id: str(number) for number, id in enumerate(f.verdier)} for f in facets]
    rows = tuple(
        Utforskerrad(
            partial(make_row, post=post, id_of=id_of),
            columns,
            ";".join(
                ",".join(at[id] for id in dict.fromkeys(f.av(post))) for f, at in zip(facets, places, strict=True)
            ),
            " ".join(dict.fromkeys(kilder_of(post))),
            id_of(post) if id_of else None,
            tuple(ankre_of(post)),
        )
        for post in poster
    )
    return Utforsker(navn, tittel, ting, columns, facets, rows)
