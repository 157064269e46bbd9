"""What the formats have in common: the form of a publication, the day it came out, and names in parts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from macros.model.felles import Tidspunkt
from macros.model.kilde import Kilde


class Form(Enum):
    """How a source is published, as far as references tell apart. The values are codes of the list utgivelse, or our own."""

    ARTIKKEL = "artikkel"
    BOK = "bok"
    KAPITTEL = "kapittel"
    OPPGAVE = "oppgave"
    RAPPORT = "rapport"
    NETTSIDE = "nettside"
    LOV = "lov"
    AVIS = "avis"


_BY_TYPE = {"lov": Form.LOV, "forskrift": Form.LOV, "presse": Form.AVIS, "nettside": Form.NETTSIDE}
_MAYBE_WEB = ("forskning", "veileder", "statistikk")


def form_of(kilde: Kilde) -> Form:
    """The form: as the record says, else by its type; a guide or statistics with nothing but an address is a web page."""
    if kilde.utgivelse:
        return Form(kilde.utgivelse)
    printed = kilde.forfattere or kilde.serie or kilde.nummer or kilde.isbn or kilde.sider
    if kilde.kildetype in _MAYBE_WEB and kilde.url and not printed:
        return Form.NETTSIDE
    return _BY_TYPE.get(kilde.kildetype, Form.RAPPORT)


@dataclass(frozen=True, slots=True)
class Dag:
    """A point in time in parts: year, and month, day or season («host») where they are known."""

    aar: int
    maned: int | None = None
    dag: int | None = None
    arstid: str | None = None


def parts_of(punkt: Tidspunkt) -> Dag:
    """2011, «2011-08», «2011-host» or «2011-08-31» in parts."""
    year, *rest = str(punkt).split("-")
    if rest and not rest[0].isdecimal():
        return Dag(int(year), arstid=rest[0])
    return Dag(int(year), *(int(x) for x in rest))


def published(kilde: Kilde) -> tuple[Dag, ...]:
    """When it came out: nothing where that isn't known, one day, or the first and the last."""
    t = kilde.utgitt
    return tuple(parts_of(p) for p in ((t.naar,) if t.naar else (t.fra, t.til)) if p)


def fetched(kilde: Kilde) -> Dag | None:
    """The day the address was read, where there is an address and the source was read."""
    return parts_of(kilde.lest.dato) if kilde.url and kilde.lest.omfang != "ikke_lest" else None


def name_parts(navn: str) -> tuple[str, str]:
    """«Yttredal, Else Ragni» → surname and given names; «Strand» → a surname alone."""
    surname, _, given = navn.partition(",")
    return surname.strip(), given.strip()


def notes(kilde: Kilde) -> str:
    """What a reader of the reference should know besides: a remark on the date, and an address that is gone."""
    gone = kilde.adresse_svarer and kilde.adresse_svarer.svar == "nei"
    year = "" if published(kilde) else "Uten år." if kilde.utgitt.mangler == "kilden_tier" else "Året er ikke kjent."
    parts = (year, kilde.utgitt.merknad, "Adressen svarer ikke lenger." if gone else "")
    return " ".join(p for p in parts if p)
