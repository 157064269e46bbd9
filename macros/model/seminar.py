"""A seminar kit. Fields mirror data/skjema/seminar.schema.json, which says what each one means.

The parts carry minutes for a whole day and, where they may stay, for 90 and for 45: what has no number goes. That the sums
are right is held by the rules SEM-001 to SEM-003.
"""

from __future__ import annotations

from dataclasses import dataclass

LENGDER = {"dag": "minutter", "90": "minutter_90", "45": "minutter_45"}
"""The three lengths of a seminar, and the field of a part that carries its minutes in each."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Forberedelse:
    """One thing to do before the day."""

    naar: str
    hvem: str
    hva: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Utsending:
    """One thing the participants get beforehand; `side` is the address of a page of the base."""

    tekst: str
    side: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Seminardel:
    """One part of the programme. `oppgave` is the id of an Oppgave or a Gjett of the same seminar; `side` the page or tool the
    participants use; `haand`: the questions are answered by a show of hands."""

    id: str
    tittel: str
    slags: str
    minutter: int
    hva: str
    minutter_90: int | None = None
    minutter_45: int | None = None
    veileder: tuple[str, ...] = ()
    sporsmal: tuple[str, ...] = ()
    krav: tuple[str, ...] = ()
    pastander: tuple[str, ...] = ()
    oppgave: str | None = None
    side: str | None = None
    haand: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Oppgave:
    """A group task on a real example. `momenter` and `fasit` stand on the answer sheet only."""

    id: str
    tittel: str
    saken: tuple[str, ...]
    slik: tuple[str, ...]
    momenter: tuple[str, ...]
    fasit: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Gjett:
    """An example without its end: `slutt` is hidden until the group has guessed."""

    id: str
    tittel: str
    forst: tuple[str, ...]
    sporsmal: str
    slutt: tuple[str, ...]
    samtale: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Quizsvar:
    """One answer to choose."""

    ord: str
    rett: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Quizsporsmal:
    """A question with one right answer and its reason, which rests on a duty or a claim."""

    id: str
    sporsmal: str
    svar: tuple[Quizsvar, ...]
    grunn: str
    krav: str | None = None
    pastand: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Evalueringssporsmal:
    """A question whose answers can be counted."""

    id: str
    sporsmal: str
    svar: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Seminar:
    """One seminar kit."""

    id: str
    tittel: str
    ingress: str
    for_hvem: str
    deltakere: str
    maal: tuple[str, ...]
    trenger: tuple[str, ...]
    krav: tuple[str, ...]
    sider: tuple[str, ...]
    forberedelse: tuple[Forberedelse, ...]
    sendes_ut: tuple[Utsending, ...]
    starter: str
    slutter: str
    deler: tuple[Seminardel, ...]
    oppgaver: tuple[Oppgave, ...]
    gjett: tuple[Gjett, ...]
    quiz: tuple[Quizsporsmal, ...]
    evaluering: tuple[Evalueringssporsmal, ...]
    husk: tuple[str, ...]
    senere: tuple[str, ...]

    @property
    def adresse(self) -> str:
        """The page of the kit on the site."""
        return f"/seminar/{self.id}/"
