"""The questions that pages ask of the base. Pure: a base in, records out, always in the same order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Generic, TypeVar

from macros.model import Kunnskapsbase, UkjentId
from macros.model.bestemmelse import Bestemmelse, read_provisions
from macros.model.felles import Organ, Pastand, Tid, Tidspunkt
from macros.model.poster import (
    Eksempel,
    Erfaring,
    Kilde,
    Kode,
    Kommune,
    Kommunenevning,
    Lovendring,
    Lovhendelse,
    Lovkrav,
    Okonomipost,
    Resultat,
    Strategi,
    Tiltak,
)
from macros.model.side import Sidehode

P = TypeVar("P", bound=Pastand)


@dataclass(frozen=True, slots=True)
class Treff(Generic[P]):
    """One claim that answers a question, with the example it stands in."""

    eksempel: Eksempel
    pastand: P

    @property
    def adresse(self) -> str:
        """Where on the site the claim stands."""
        return f"{self.eksempel.adresse}#{self.pastand.id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Utvalg:
    """What to choose by; None is everything. Ids as in data/; `kommune` is a number, `slags` a code."""

    malgruppe: str | None = None
    tema: str | None = None
    virkemiddel: str | None = None
    lovkrav: str | None = None
    kommune: str | None = None
    eksempel: str | None = None
    slags: str | None = None

    def check(self, base: Kunnskapsbase) -> None:
        """Raises UkjentId where a chosen id stands for nothing."""
        for look_up, id in (
            (base.malgruppe, self.malgruppe),
            (base.tema, self.tema),
            (base.virkemiddel, self.virkemiddel),
            (base.krav, self.lovkrav),
            (base.kommune, self.kommune),
            (base.eksempel, self.eksempel),
        ):
            if id is not None:
                look_up(id)
        _check_code(base, "slags", self.slags)

    def takes_example(self, e: Eksempel) -> bool:
        """Whether claims of this example can be chosen at all."""
        return self.eksempel in (None, e.id) and (
            self.kommune is None or any(k.nummer == self.kommune for k in e.kommuner)
        )

    def takes_claim(self, p: Pastand) -> bool:
        """Whether the claim itself is marked with everything that is asked for."""
        return (
            self.malgruppe in (None, *p.malgrupper)
            and self.tema in (None, *p.temaer)
            and self.virkemiddel in (None, *p.virkemidler)
            and self.lovkrav in (None, *p.lovkrav)
            and self.slags in (None, p.slags)
            and (not p.gjelder or self.kommune in (None, *p.gjelder))
        )


def strategier(base: Kunnskapsbase, utvalg: Utvalg) -> list[Treff[Strategi]]:
    """The chosen strategies. Raises UkjentId."""
    return _chosen(base, utvalg, lambda e: e.strategier)


def tiltak(
    base: Kunnskapsbase, utvalg: Utvalg, tilstand: str | None = None, opphav: str | None = None
) -> list[Treff[Tiltak]]:
    """The chosen measures, also by tilstand and opphav. Raises UkjentId."""
    _check_code(base, "tilstand", tilstand)
    _check_code(base, "opphav", opphav)
    hits = _chosen(base, utvalg, lambda e: e.tiltak)
    return [t for t in hits if tilstand in (None, t.pastand.tilstand) and opphav in (None, t.pastand.opphav)]


def resultater(base: Kunnskapsbase, utvalg: Utvalg, utfall: str | None = None) -> list[Treff[Resultat]]:
    """The chosen results, also by utfall. Raises UkjentId."""
    _check_code(base, "utfall", utfall)
    return [t for t in _chosen(base, utvalg, lambda e: e.resultater) if utfall in (None, t.pastand.utfall)]


def erfaringer(base: Kunnskapsbase, utvalg: Utvalg, retning: str | None = None) -> list[Treff[Erfaring]]:
    """The chosen experiences, also by retning. Raises UkjentId."""
    _check_code(base, "retning", retning)
    return [t for t in _chosen(base, utvalg, lambda e: e.erfaringer) if retning in (None, t.pastand.retning)]


def virket_ikke(base: Kunnskapsbase, utvalg: Utvalg) -> list[Treff[Pastand]]:
    """The chosen claims about what did not work. Raises UkjentId."""
    return _chosen(base, utvalg, lambda e: e.virket_ikke)


def eksempler(base: Kunnskapsbase, utvalg: Utvalg) -> list[Eksempel]:
    """Examples that are themselves, or by one of their claims, marked with what is asked for. Raises UkjentId."""
    utvalg.check(base)
    return [e for e in base.eksempler.values() if utvalg.takes_example(e) and _example_fits(e, utvalg)]


def _example_fits(e: Eksempel, utvalg: Utvalg) -> bool:
    return (
        utvalg.malgruppe in (None, *e.malgrupper)
        and utvalg.tema in (None, *e.temaer)
        and (utvalg.virkemiddel is None or any(utvalg.virkemiddel in p.virkemidler for _, p in e.pastander()))
        and (utvalg.lovkrav is None or any(utvalg.lovkrav in p.lovkrav for _, p in e.pastander()))
    )


def _chosen(base: Kunnskapsbase, utvalg: Utvalg, part: Callable[[Eksempel], Iterable[P]]) -> list[Treff[P]]:
    utvalg.check(base)
    return [
        Treff(e, p)
        for e in base.eksempler.values()
        if utvalg.takes_example(e)
        for p in part(e)
        if utvalg.takes_claim(p)
    ]


def _check_code(base: Kunnskapsbase, liste: str, kode: str | None) -> None:
    if kode is not None:
        base.kode(liste, kode)


def eksempler_fra(base: Kunnskapsbase, nummer: str) -> list[Eksempel]:
    """The examples in which a municipality takes part. Raises UkjentId."""
    return list(base.eksempler_etter_kommune.get(base.kommune(nummer).nummer, ()))


def eksempler_for_krav(base: Kunnskapsbase, krav: Lovkrav) -> list[Eksempel]:
    """The examples that show how a municipality answered a duty."""
    return eksempler(base, Utvalg(lovkrav=krav.id))


def sider_for_krav(base: Kunnskapsbase, krav: Lovkrav) -> list[Sidehode]:
    """The guides that say they help to answer a duty (`svarer_pa`), in order of their titles.

    The pages of examples are not among them: eksempler_for_krav tells of those.
    """
    guides = (s for s in base.sider if not s.kilde.startswith("eksempler/"))
    return sorted((s for s in guides if krav.id in s.svarer_pa), key=lambda s: norsk(s.tittel))


_HOW_TO = ("lov/", "metoder/", "verktoy/", "maler/")


def framgangsmater_for_krav(base: Kunnskapsbase, krav: Lovkrav) -> list[Sidehode]:
    """Those of the guides to a duty that say how it is done: law, methods, tools and templates."""
    return [s for s in sider_for_krav(base, krav) if s.kilde.startswith(_HOW_TO)]


def sider_som_beror_pa(base: Kunnskapsbase, bestemmelser: Iterable[str]) -> list[Sidehode]:
    """The pages that rest (`bygger_pa`) on one of the provisions, in order of their titles."""
    changed = provisions(base, bestemmelser)
    return sorted(
        (s for s in base.sider if any(a.touches(b) for a in provisions(base, s.bygger_pa) for b in changed)),
        key=lambda s: norsk(s.tittel),
    )


def provisions(base: Kunnskapsbase, tekster: Iterable[str]) -> list[Bestemmelse]:
    """The provisions that texts name, each act by the id of its source; what can't be read or isn't known is left out."""
    return [
        Bestemmelse(lov.id, b.del_) for text in tekster for b in read_provisions(text) if (lov := _act(base, b.lov))
    ]


def _act(base: Kunnskapsbase, navn: str) -> Kilde | None:
    return base.lover.get(navn.lower())


def lovendringer(base: Kunnskapsbase) -> list[Lovendring]:
    """The changes of law, the latest in force first; those not known to be in force on top."""
    return sorted(base.lovendringer.values(), key=lambda e: (e.i_kraft or "9999", e.vedtatt or "", e.id), reverse=True)


def sider_i(base: Kunnskapsbase, mappe: str) -> list[Sidehode]:
    """The pages of a folder without its index, in the order of the menu."""
    return sorted(
        (s for s in base.sider if s.kilde.startswith(f"{mappe}/") and s.kilde != f"{mappe}/index.md"),
        key=lambda s: (s.rekkefolge, norsk(s.tittel)),
    )


def sider_etter_gjennomgang(base: Kunnskapsbase) -> list[Sidehode]:
    """Every page, the one that is to be gone through soonest first."""
    return sorted(base.sider, key=lambda s: (s.neste_gjennomgang, norsk(s.tittel), s.kilde))


@dataclass(frozen=True, slots=True)
class Sitert:
    """One place on the site that refers to a source."""

    tittel: str
    adresse: str


def sitert_i(base: Kunnskapsbase) -> dict[str, tuple[Sitert, ...]]:
    """For each source the places that refer to it: examples, network surveys, pages, terms, and lists, each in order."""
    found: dict[str, dict[Sitert, None]] = {id: {} for id in base.kilder}
    for id, place in _citations(base):
        if id in found:
            found[id][place] = None
    return {id: tuple(places) for id, places in found.items()}


def _citations(base: Kunnskapsbase) -> Iterator[tuple[str, Sitert]]:
    for post in (*base.eksempler.values(), *base.nettverk.values()):
        yield from ((id, Sitert(post.tittel, post.adresse)) for id in kilder_i(post))
    for side in sorted(base.sider, key=lambda s: norsk(s.tittel)):
        yield from ((id, Sitert(side.tittel, side.adresse)) for id in side.kilder)
    for b in sorted(base.begreper.values(), key=lambda b: norsk(b.bokmal)):
        yield from ((id, Sitert(f"ordet «{b.bokmal}»", b.adresse)) for id in kilder_i(b))
    for mal in base.maler.values():
        yield from ((id, Sitert(f"malen «{mal.tittel}»", mal.adresse)) for id in kilder_i(mal))
    for krav in base.lovkrav.values():
        yield krav.kilde, Sitert(krav.tittel, krav.adresse)
    for endring in base.lovendringer.values():
        yield endring.kilde, Sitert("lovendringer", endring.adresse)
    yield from ((h.kilde, Sitert("historien til loven", "/lov/tidslinje/")) for h in base.lovhistorie.values())
    for kommune in sorted(base.kommuner.values(), key=lambda k: norsk(k.navn)):
        place = Sitert(f"{kommune.navn} i lista over kommuner", f"/kommuner/#k{kommune.nummer}")
        yield from ((id, place) for id in kilder_i((*kommune.innbyggere, *kommune.historie)))


def kilder_i(value: object) -> Iterator[str]:
    """Every source that a record, or anything inside it, names in a field `kilde` or `kilder`."""
    if isinstance(value, tuple):
        for item in value:
            yield from kilder_i(item)
        return
    for name in _field_names(type(value)):
        inner = getattr(value, name)
        if name == "kilde" and inner:
            yield inner
        elif name == "kilder":
            yield from inner
        elif inner and not isinstance(inner, str):
            yield from kilder_i(inner)


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    """The fields of a kind of record; none where it is a text, a number …"""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def kildeliste(base: Kunnskapsbase) -> list[Kilde]:
    """All sources by who stands first in the reference, in Norwegian order."""
    return sorted(base.kilder.values(), key=lambda k: (norsk(k.opphav[0]), norsk(k.tittel), k.id))


def kommuner_etter_fylke(base: Kunnskapsbase) -> list[tuple[str, list[Kommune]]]:
    """All municipalities by county, both in Norwegian alphabetical order."""
    fylker = sorted({k.fylke for k in base.kommuner.values()}, key=norsk)
    return [
        (f, sorted((k for k in base.kommuner.values() if k.fylke == f), key=lambda k: norsk(k.navn))) for f in fylker
    ]


def lignende_kommuner(base: Kunnskapsbase, kommune: Kommune, antall: int = 3) -> list[Kommune]:
    """Up to `antall` other municipalities that have examples and are in the same county or, where counted, of the same
    size class now. Both is more alike than the county alone, and the county more than the size alone.
    """
    size = _size_now(base, kommune)
    likeness = {
        n: 2 * (base.kommuner[n].fylke == kommune.fylke)
        + (size is not None and _size_now(base, base.kommuner[n]) == size)
        for n in base.eksempler_etter_kommune
        if n != kommune.nummer
    }
    alike = sorted(
        (n for n, points in likeness.items() if points), key=lambda n: (-likeness[n], norsk(base.kommuner[n].navn))
    )
    return [base.kommuner[n] for n in alike[:antall]]


def _size_now(base: Kunnskapsbase, kommune: Kommune) -> Kode | None:
    return storrelse(base, kommune.innbyggere[-1].antall) if kommune.innbyggere else None


@dataclass(frozen=True, slots=True)
class Kommunenavn:
    """One name of a municipality in the main sources, with what it is today and where it is named."""

    navn: str
    kommune: Kommune
    steder: tuple[Kommunenevning, ...]


def kommunenavn_i_kildene(base: Kunnskapsbase) -> list[Kommunenavn]:
    """Every municipality that the main sources name, by its name there, in Norwegian order."""
    found = [
        Kommunenavn(navn, k, tuple(n for n in k.nevnt if n.navn == navn))
        for k in base.kommuner.values()
        for navn in dict.fromkeys(n.navn for n in k.nevnt)
    ]
    return sorted(found, key=lambda n: norsk(n.navn))


def kommunenavn_etter_fylke(base: Kunnskapsbase) -> list[tuple[str, list[Kommunenavn]]]:
    """The same by the county of today, for the counties that have any."""
    found = kommunenavn_i_kildene(base)
    by_county = [(fylke, [n for n in found if n.kommune.fylke == fylke]) for fylke, _ in kommuner_etter_fylke(base)]
    return [(fylke, names) for fylke, names in by_county if names]


_ALFABET = str.maketrans(
    {c: chr(0x7B + i) for i, c in enumerate("æøå")}
    | {
        "á": "a",
        "š": "s",
        "đ": "d",
        "ŋ": "n",
        "é": "e",
        "ö": chr(0x7C),
        "ä": chr(0x7B),
    }
)


def norsk(tekst: str) -> str:
    """A key that sorts text in Norwegian alphabetical order, with æ, ø, å last."""
    return tekst.lower().translate(_ALFABET)


def storrelse(base: Kunnskapsbase, antall: int) -> Kode:
    """The size class of a municipality with so many inhabitants."""
    return next(
        k for k in base.kodelister["storrelse"].values() if k.fra is not None and k.fra <= antall <= (k.til or antall)
    )


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
class Hendelse:
    """One dated thing: when (as written), what, where it stands, whether it is a deadline, and how we have reckoned it."""

    tid: Tid
    tekst: str
    adresse: str
    er_frist: bool = False
    beregnet: str | None = None


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


def krav_etter_paragraf(base: Kunnskapsbase, kilde: str) -> dict[str, list[Lovkrav]]:
    """The demands of one act by section, in the order of the act."""
    found: dict[str, list[Lovkrav]] = {}
    for k in base.lovkrav.values():
        if k.kilde == kilde and k.sted[0].paragraf:
            found.setdefault(k.sted[0].paragraf, []).append(k)
    return found


def krav_med_frist(base: Kunnskapsbase) -> dict[str, list[Lovkrav]]:
    """The binding duties (skal) that have a deadline, by its date, in the order of the act."""
    found: dict[str, list[Lovkrav]] = {}
    for k in base.lovkrav.values():
        if k.frist and k.styrke == "skal":
            found.setdefault(k.frist, []).append(k)
    return found


@dataclass(frozen=True, slots=True)
class Nyhet:
    """One new thing: the date it is known by, what it is called, where it stands, and what is new about it."""

    dato: str
    tekst: str
    adresse: str
    hva: str = ""


@dataclass(frozen=True, slots=True)
class Vist:
    """A claim as a seminar shows it: where it is from, by name, and the address it has there."""

    pastand: Pastand
    hvor: str
    adresse: str


def vist(base: Kunnskapsbase, navn: str) -> Vist:
    """The claim that is named «tromso#erf-eldre»: an example or a network survey, and a claim of it. Raises UkjentId."""
    id, _, which = navn.partition("#")
    if id in base.nettverk:
        survey = base.nettverk[id]
        claims = {p.id: Vist(p, survey.tittel, survey.adresse_til(p)) for _, p in survey.pastander()}
    else:
        example = base.eksempel(id)
        claims = {p.id: Vist(p, example.tittel, f"{example.adresse}#{p.id}") for _, p in example.pastander()}
    if which not in claims:
        raise UkjentId("Påstanden", navn, {f"{id}#{known}": None for known in claims})
    return claims[which]


def side_med_adresse(base: Kunnskapsbase, adresse: str) -> Sidehode:
    """The page of docs/ that stands at this address. Raises UkjentId."""
    found = {side.adresse: side for side in base.sider}
    if adresse not in found:
        raise UkjentId("Siden", adresse, found)
    return found[adresse]


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


def utviklingen(base: Kunnskapsbase) -> list[tuple[str, list[Lovhendelse]]]:
    """What has a track (`spor`) in the story of the field, by the name of the track, earliest first."""
    names = base.kodelister["spor"]
    groups = [(k.navn, [h for h in base.lovhistorie.values() if h.spor == kode]) for kode, k in names.items()]
    return [(name, sorted(found, key=lambda h: (start_of(h.tid), h.id))) for name, found in groups if found]


@dataclass(frozen=True, slots=True)
class Omtale:
    """A summary in English: the id and name it stands under (`norsk`: in Norwegian), and the page it is about."""

    id: str
    navn: str
    norsk: bool
    tittel: str
    adresse: str
    naar: str
    tekst: str


def engelske_eksempler(base: Kunnskapsbase) -> list[Omtale]:
    """The examples that have a summary in English, by the names of their municipalities today."""
    found = [
        Omtale(e.id, _municipalities(base, e), False, e.tittel, e.adresse, _years_in_english(e.periode), e.engelsk)
        for e in base.eksempler.values()
        if e.engelsk
    ]
    return sorted(found, key=lambda o: (norsk(o.navn), o.naar, o.id))


def _municipalities(base: Kunnskapsbase, e: Eksempel) -> str:
    return ", ".join(base.kommuner[k.nummer].navn for k in e.kommuner)


def _years_in_english(t: Tid) -> str:
    first, last = (str(p)[:4] if p else "" for p in (t.naar or t.fra, t.naar or t.til))
    if first and last:
        return first if first == last else f"{first}–{last}"
    return f"from {first}" if first else f"until {last}" if last else ""


def engelske_metoder(base: Kunnskapsbase) -> list[Omtale]:
    """The pages of methods that have a summary in English, in the order of the menu."""
    pages = [s for s in sider_i(base, "metoder") if s.engelsk]
    return [Omtale(adressen(s), s.tittel, True, s.tittel, s.adresse, "", s.engelsk) for s in pages]


def adressen(side: Sidehode) -> str:
    """The last part of the address of a page: «dreiebok»."""
    return side.adresse.strip("/").rpartition("/")[2]


def kjedeposter(e: Eksempel) -> list[tuple[str, Pastand]]:
    """Challenges, goals, strategies and measures of an example, each with what the source calls it."""
    named = [(_capital(p.nivaa_i_kilden), p) for p in (*e.maal, *e.strategier, *e.tiltak)]
    return [("Utfordring", p) for p in e.utfordringer] + named


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def koblinger(e: Eksempel) -> list[tuple[str, str]]:
    """The links the source makes in the chain, as (what is above, what hangs on it), each once."""
    found = [(u, m.id) for m in e.maal for u in m.utfordringer]
    found += [(m.under, m.id) for m in e.maal if m.under]
    found += [(goal, s.id) for s in e.strategier for goal in s.maal]
    found += [(above, t.id) for t in e.tiltak if (above := t.strategi or t.maal)]
    return list(dict.fromkeys(found))


def regnskap(e: Eksempel) -> list[list[Okonomipost]]:
    """The sums that are no part of a greater one, greatest first, each followed by the lines it is the sum of."""
    by_id = {p.id: p for p in e.okonomi if p.belop.kroner is not None}
    parts = {id for p in e.okonomi for id in p.sum_av}
    tops = [p for p in by_id.values() if p.sum_av and p.id not in parts]
    tops.sort(key=lambda p: (-(p.belop.kroner or 0), p.id))
    return [[p, *(by_id[id] for id in p.sum_av if id in by_id)] for p in tops]


@dataclass(frozen=True, slots=True)
class Kartrad:
    """A municipality with examples, and its number on the map and in the list beside it."""

    nummer: int
    kommune: Kommune
    eksempler: tuple[Eksempel, ...]

    @property
    def adresse(self) -> str:
        """The example, or the row of the municipality where there are several."""
        return self.eksempler[0].adresse if len(self.eksempler) == 1 else f"/kommuner/#k{self.kommune.nummer}"


def kartrader(base: Kunnskapsbase) -> list[tuple[str, list[Kartrad]]]:
    """The municipalities that have examples, by county, numbered through in the order of the list."""
    number = 0
    out = []
    for fylke, kommuner in kommuner_etter_fylke(base):
        rows = []
        for k in kommuner:
            if found := eksempler_fra(base, k.nummer):
                number += 1
                rows.append(Kartrad(number, k, tuple(found)))
        if rows:
            out.append((fylke, rows))
    return out


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
_SEASONS = {"vinter": "01", "var": "03", "sommer": "06", "host": "09"}


def start_of(tid: Tid) -> str:
    """A key that sorts times by when they begin («2011-09»); «» where no point in time is known."""
    point: Tidspunkt | None = tid.naar or tid.fra or (tid.holdt[0] if tid.holdt else None) or tid.til
    head, _, tail = str(point or "").partition("-")
    return f"{head}-{_SEASONS.get(tail, tail)}".rstrip("-")
