"""One thing that the search can find, and the page it stands on."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True, slots=True)
class Sidehode:
    """What the front matter of a page tells the search.

    bestemmelser: what it rests on (bygger_pa). eksempel: the example the page tells of.
    """

    tittel: str
    ingress: str = ""
    temaer: tuple[str, ...] = ()
    malgrupper: tuple[str, ...] = ()
    bestemmelser: tuple[str, ...] = ()
    eksempel: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Dokument:
    """One hit: a section of a page or a record.

    slag: letter of the kind (index.SLAG). side: site address of the page («/lov/»). anker: the place on it, or "".
    tittel: "" for a claim, whose text says it all. tekst: what it says. over: the heading above it.
    navn: other names it goes by. emneord: what it is about without saying it, as the municipality of a claim.
    omtale: words that tell of it from outside, which count less.
    kildelinje: source and date, for an answer given at once.
    """

    slag: str
    side: str
    anker: str = ""
    tittel: str = ""
    tekst: str = ""
    over: str = ""
    navn: tuple[str, ...] = ()
    emneord: tuple[str, ...] = ()
    omtale: tuple[str, ...] = ()
    temaer: tuple[str, ...] = ()
    malgrupper: tuple[str, ...] = ()
    kildelinje: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sidetekst:
    """A built page: its address, title, sections, and the ids of the records that stand on it."""

    adresse: str
    tittel: str
    documents: tuple[Dokument, ...] = ()
    ids: frozenset[str] = field(default_factory=frozenset)
