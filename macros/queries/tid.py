"""What has a time, earliest first: in an example, in the law, and in the field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.model import Kunnskapsbase
from macros.model.eksempel import Eksempel, Tiltak
from macros.model.felles import Organ, Pastand, Tid
from macros.model.lov import Lovhendelse, Lovkrav
from macros.queries.orden import start_of


@dataclass(frozen=True, slots=True)
class Hendelse:
    """One dated thing: when (as written), what, where it stands, whether it is a deadline, and how we have reckoned it."""

    tid: Tid
    tekst: str
    adresse: str
    er_frist: bool = False
    beregnet: str | None = None


def hendelser(base: Kunnskapsbase, eksempel: Eksempel) -> list[Hendelse]:
    """What has a time in an example, earliest first: dated claims, and deadlines of measures."""
    return sorted(_dated(eksempel), key=lambda h: (start_of(h.tid), h.adresse))


def _dated(e: Eksempel) -> Iterator[Hendelse]:
    for _, p in e.pastander():
        adresse = f"{e.adresse}#{p.id}"
        if p.tid and start_of(p.tid):
            yield Hendelse(p.tid, _title(p), adresse)
        if isinstance(p, Tiltak) and p.frist and start_of(p.frist):
            yield Hendelse(p.frist, _title(p), adresse, er_frist=True)


def _title(p: Pastand) -> str:
    """The first sentence of the claim, after the name of a body: the whole claim stands where the line leads."""
    first = _SENTENCE_END.split(p.tekst, maxsplit=1)[0]
    return f"{p.navn}: {first}" if isinstance(p, Organ) else first


_SENTENCE_END = re.compile(r"(?<=[a-zæøå]\.) (?=[A-ZÆØÅ])")


def lovtidslinje(base: Kunnskapsbase) -> list[Hendelse]:
    """The story of the act, earliest first: events, changes of law that are in force, and the deadlines of duties.

    An event that rests on an act itself has its place among the changes and the deadlines, and strategies and
    programmes have theirs in the figure of `utviklingen`.
    """
    events = [
        Hendelse(h.tid, h.tekst, base.kilder[h.kilde].adresse, beregnet=h.beregnet)
        for h in base.lovhistorie.values()
        if not h.spor or (h.spor == "lov" and base.kilder[h.kilde].kildetype not in ("lov", "forskrift"))
    ]
    changes = [
        Hendelse(Tid(naar=e.i_kraft), f"{', '.join(e.bestemmelser)}: {e.hva}", e.adresse)
        for e in base.lovendringer.values()
        if e.i_kraft
    ]
    by_date: dict[str, list[Lovkrav]] = {}
    for k in base.lovkrav.values():
        if k.frist:
            by_date.setdefault(k.frist, []).append(k)
    deadlines = [
        Hendelse(Tid(naar=day), "; ".join(k.tittel for k in due), due[0].adresse, er_frist=True)
        for day, due in by_date.items()
    ]
    return sorted(events + changes + deadlines, key=lambda h: (start_of(h.tid), h.er_frist, h.adresse, h.tekst))


def utviklingen(base: Kunnskapsbase) -> list[tuple[str, list[Lovhendelse]]]:
    """What has a track (`spor`) in the story of the field, by the name of the track, earliest first."""
    names = base.kodelister["spor"]
    groups = [(k.navn, [h for h in base.lovhistorie.values() if h.spor == kode]) for kode, k in names.items()]
    return [(name, sorted(found, key=lambda h: (start_of(h.tid), h.id))) for name, found in groups if found]
