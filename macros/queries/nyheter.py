"""How much the base holds, and what is newest in it."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model import Kunnskapsbase
from macros.queries.orden import norsk


@dataclass(frozen=True, kw_only=True, slots=True)
class Nokkeltall:
    """How much the base holds."""

    eksempler: int
    kommuner_med_eksempel: int
    pastander: int
    lovkrav: int
    begreper: int
    kilder: int


def nokkeltall(base: Kunnskapsbase) -> Nokkeltall:
    """What the base holds, counted from the records."""
    posts = (*base.eksempler.values(), *base.nettverk.values())
    return Nokkeltall(
        eksempler=len(base.eksempler),
        kommuner_med_eksempel=len({k.nummer for e in base.eksempler.values() for k in e.kommuner}),
        pastander=sum(1 for post in posts for _ in post.pastander()),
        lovkrav=len(base.lovkrav),
        begreper=len(base.begreper),
        kilder=len(base.kilder),
    )


@dataclass(frozen=True, slots=True)
class Nyhet:
    """One new thing: the date it is known by, what it is called, where it stands, and what is new about it."""

    dato: str
    tekst: str
    adresse: str
    hva: str = ""


def nytt(base: Kunnskapsbase, antall: int = 3) -> list[tuple[str, list[Nyhet]]]:
    """The newest changes of law, examples, sources and pages, newest first, in named groups; a group without any is left out."""
    changes = [
        Nyhet(e.i_kraft, ", ".join(e.bestemmelser), e.adresse, e.hva) for e in base.lovendringer.values() if e.i_kraft
    ]
    sources = [
        Nyhet(str(k.utgitt.naar), k.tittel, k.adresse)
        for k in base.kilder.values()
        if k.utgitt.naar and k.kildetype not in ("lov", "forskrift")
    ]
    pages = [
        Nyhet(s.sist_gjennomgatt, s.tittel, s.adresse) for s in base.sider if s.sist_gjennomgatt and "/" in s.kilde
    ]
    examples = [Nyhet(e.publisert, e.tittel, e.adresse) for e in base.eksempler.values() if e.publisert]
    groups = (
        ("Nytt i loven", changes),
        ("Nye eksempler", examples),
        ("Nyeste kilder", sources),
        ("Sist gjennomgåtte sider", pages),
    )
    return [(name, _newest(found, antall)) for name, found in groups if found]


def _newest(found: list[Nyhet], antall: int) -> list[Nyhet]:
    in_order = sorted(found, key=lambda n: norsk(n.tekst))
    return sorted(in_order, key=lambda n: n.dato, reverse=True)[:antall]
