"""The programme of a seminar by the minute, in its three lengths."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.seminar import LENGDER, Seminar, Seminardel
from macros.rendering.tables import Celle, Kolonne

LENGDENAVN = {"dag": "Hel dag", "90": "90 minutter", "45": "45 minutter"}
"""The three lengths by the names readers meet."""


@dataclass(frozen=True, slots=True)
class Programrad:
    """One part with when it begins and ends: the clock of a whole day, minutes from the start in the shorter ones."""

    del_: Seminardel
    fra: str
    til: str
    minutter: int

    @property
    def tid(self) -> str:
        """«09:00–09:15», or «0–5»."""
        return f"{self.fra}–{self.til}"


def program(seminar: Seminar, lengde: str) -> tuple[Programrad, ...]:
    """The parts that stay in this length («dag», «90», «45»), each with its time."""
    return tuple(_rows(seminar, lengde))


def gar_ut(seminar: Seminar, lengde: str) -> tuple[Seminardel, ...]:
    """The parts that go in this length, breaks left out."""
    return tuple(d for d in seminar.deler if getattr(d, LENGDER[lengde]) is None and d.slags not in ("pause", "lunsj"))


def tider(seminar: Seminar) -> dict[str, dict[str, Programrad]]:
    """For each part, by id, its row in each length it stays in."""
    rows = {lengde: {rad.del_.id: rad for rad in program(seminar, lengde)} for lengde in LENGDER}
    return {d.id: {lengde: found[d.id] for lengde, found in rows.items() if d.id in found} for d in seminar.deler}


def programkolonner(seminar: Seminar, lengde: str) -> list[Kolonne[Programrad]]:
    """The columns of a programme; each part leads to what is used in it."""
    return [
        Kolonne("del", "Del", lambda rad: Celle(rad.del_.tittel, _place(seminar, rad.del_))),
        Kolonne("tid", "Klokka" if lengde == "dag" else "Minutt", lambda rad: Celle(rad.tid)),
        Kolonne("minutter", "Minutter", lambda rad: Celle(str(rad.minutter))),
        Kolonne("hva", "Hva dere gjør", lambda rad: Celle(rad.del_.hva)),
    ]


def _place(seminar: Seminar, del_: Seminardel) -> str | None:
    """Where the task, the tool or the questions of a part stand; None for a part that needs none."""
    place = del_.oppgave or (del_.slags if del_.slags in ("quiz", "evaluering") else None)
    return f"{seminar.adresse}#{place}" if place else del_.side


def _rows(seminar: Seminar, lengde: str) -> Iterator[Programrad]:
    now = _minutes(seminar.starter) if lengde == "dag" else 0
    for del_ in seminar.deler:
        minutes = getattr(del_, LENGDER[lengde])
        if minutes is not None:
            yield Programrad(del_, _told(now, lengde), _told(now + minutes, lengde), minutes)
            now += minutes


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def _told(minutes: int, lengde: str) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}" if lengde == "dag" else str(minutes)
