"""How the base stands: shares of its records that have what they should, each with the list of those that lack it, and
when pages and records are to be looked at again. Counted at each build; anyone can count it again from data/.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from macros import queries
from macros.finne.mangler import hull
from macros.model import Kunnskapsbase
from macros.model.eksempel import Eksempel
from macros.model.kilde import Kilde
from macros.model.lov import Lovendring, Lovkrav
from macros.model.side import Sidehode
from macros.queries import Sitert, norsk

P = TypeVar("P")

HULL = "/bidra/mangler/"
_GUIDES = ("lov/", "malgrupper/", "metoder/", "virkemidler/")


@dataclass(frozen=True, kw_only=True, slots=True)
class Andel:
    """A share: what is counted, and how many of how many. Those that lack it: `liste` is the address of a list of them,
    or `mangler` the list itself, with the id it stands under.
    """

    hva: str
    antall: int
    av: int
    liste: str = ""
    id: str = ""
    mangler: tuple[Sitert, ...] = ()

    @property
    def prosent(self) -> int:
        """The share in whole percent; 100 only where nothing lacks, and 0 only where nothing is there."""
        if self.antall in (0, self.av):
            return 100 if self.antall else 0
        return min(99, max(1, round(100 * self.antall / self.av)))


def datakvalitet(base: Kunnskapsbase) -> list[Andel]:
    """How well the records are documented, in the order they are shown."""
    return [*_of_examples(base), *_of_law(base), *_of_sources(base), *_of_the_rest(base)]


def _of_examples(base: Kunnskapsbase) -> Iterator[Andel]:
    examples, gaps = list(base.eksempler.values()), hull(base)
    claims = [(e, p) for e in examples for _, p in e.pastander()]
    surveyed = [(n, p) for n in base.nettverk.values() for _, p in n.pastander()]

    def share(hva: str, lacking: int, liste: str = HULL) -> Andel:
        return Andel(hva=hva, antall=len(examples) - lacking, av=len(examples), liste=liste)

    yield Andel(
        hva="Påstander i eksempler med sted i kilden",
        antall=sum(bool(p.sted) for _, p in claims),
        av=len(claims),
        id="uten-sted",
        mangler=tuple(Sitert(f"{e.tittel}: {p.id}", f"{e.adresse}#{p.id}") for e, p in claims if not p.sted),
    )
    yield Andel(
        hva="Påstander om nettverk med sted i kilden",
        antall=sum(bool(p.sted) for _, p in surveyed),
        av=len(surveyed),
        id="nettverk-uten-sted",
        mangler=tuple(Sitert(f"{n.tittel}: {p.id}", n.adresse_til(p)) for n, p in surveyed if not p.sted),
    )
    yield share("Eksempler med kostnad i kroner", sum(h.kostnad for h in gaps))
    yield share("Eksempler med resultat", sum(h.resultat for h in gaps))
    yield share("Eksempler med brukernes stemme", sum(h.brukere for h in gaps))
    yield share("Eksempler der vi vet hva som skjedde siden", sum(h.status for h in gaps))
    yield _share("Eksempler der noe ikke virket", examples, lambda e: e.virket_ikke, _example, id="uten-feil")


def _of_law(base: Kunnskapsbase) -> Iterator[Andel]:
    duties, changes = list(base.lovkrav.values()), list(base.lovendringer.values())
    yield _share("Lovkrav med sted og dato", duties, lambda k: k.sted and k.gjelder_fra, _duty, id="krav-uten-dato")
    yield _share(
        "Lovkrav som en side hjelper med",
        duties,
        lambda k: queries.sider_for_krav(base, k),
        _duty,
        id="krav-uten-side",
    )
    yield _share(
        "Lovkrav som et eksempel svarer på",
        duties,
        lambda k: queries.eksempler_for_krav(base, k),
        _duty,
        id="krav-uten-eksempel",
    )
    yield _share(
        "Lovendringer som er bekreftet",
        changes,
        lambda e: e.sikkerhet == "bekreftet",
        _change,
        id="ubekreftet",
    )


def _of_sources(base: Kunnskapsbase) -> Iterator[Andel]:
    sources, cited = list(base.kilder.values()), queries.sitert_i(base)

    def share(hva: str, antall: int, liste: str = "") -> Andel:
        return Andel(hva=hva, antall=antall, av=len(sources), liste=liste)

    yield share(
        "Kilder i bruk på en side eller i en post", sum(bool(cited[k.id]) for k in sources), "/kilder/?brukt=ikke"
    )
    yield share(
        "Kilder lest, om så bare i sammendrag",
        sum(k.lest.omfang not in ("bare_begynnelsen", "ikke_lest") for k in sources),
        "/kilder/?lest=bare_begynnelsen,ikke_lest",
    )


def _of_the_rest(base: Kunnskapsbase) -> Iterator[Andel]:
    terms, places = list(base.begreper.values()), list(base.kommuner.values())
    acts = {k.id for k in base.lover.values()}
    defined = [b for b in terms if b.definisjoner]
    yield Andel(
        hva="Begreper med definisjon fra en kilde",
        antall=len(defined),
        av=len(terms),
        liste="/begreper/ordliste/?definisjon=ingen",
    )
    yield Andel(
        hva="Begreper med definisjon fra lov eller forskrift",
        antall=sum(any(d.kilde in acts for d in b.definisjoner) for b in terms),
        av=len(terms),
    )
    counted, told = (
        sum(bool(k.innbyggere) for k in places),
        {k.nummer for e in base.eksempler.values() for k in e.kommuner},
    )
    yield Andel(
        hva="Kommuner med folketall",
        antall=counted,
        av=len(places),
        liste="/kommuner/?storrelse=ukjent",
    )
    yield Andel(hva="Kommuner med eksempel", antall=len(told), av=len(places), liste="/kommuner/?eksempel=nei")
    yield _share(
        "Maler som viser til en kilde",
        list(base.maler.values()),
        lambda m: any(queries.kilder_i(m)),
        lambda m: Sitert(m.tittel, m.adresse),
        id="maler-uten-kilde",
    )
    guides = [s for s in base.sider if s.kilde.startswith(_GUIDES) and not s.kilde.endswith("index.md")]
    yield _share("Veiledninger som viser til en kilde", guides, lambda s: s.kilder, _page, id="uten-kilde")


def _share(hva: str, poster: list[P], har: Callable[[P], object], navn: Callable[[P], Sitert], *, id: str) -> Andel:
    """The share of records that have something, with the list of the others in order of their names."""
    lacking = sorted((navn(post) for post in poster if not har(post)), key=lambda s: (norsk(s.tittel), s.adresse))
    return Andel(hva=hva, antall=len(poster) - len(lacking), av=len(poster), id=id, mangler=tuple(lacking))


def _example(e: Eksempel) -> Sitert:
    return Sitert(e.tittel, e.adresse)


def _duty(k: Lovkrav) -> Sitert:
    return Sitert(k.tittel, k.adresse)


def _change(e: Lovendring) -> Sitert:
    return Sitert(", ".join(e.bestemmelser), e.adresse)


def _page(s: Sidehode) -> Sitert:
    return Sitert(s.tittel, s.adresse)


def lenkehelse(base: Kunnskapsbase) -> list[Andel]:
    """Whether the addresses of the sources answered when a source was entered, by answer."""
    tried = [k.adresse_svarer for k in base.kilder.values() if k.url]
    answers = Counter(a.svar if a else "ukjent" for a in tried)
    words = {kode: post.navn for kode, post in base.kodelister.get("adresse_svarer", {}).items()}
    return [
        Andel(hva=words.get(svar, svar), antall=antall, av=len(tried))
        for svar, antall in sorted(answers.items(), key=lambda x: (-x[1], x[0]))
    ]


@dataclass(frozen=True, kw_only=True, slots=True)
class Frist:
    """Something that is to be looked at again: what kind, its name and address, who answers for it, and by when."""

    slags: str
    tittel: str
    adresse: str
    ansvarlig: str
    dato: str


def frister(base: Kunnskapsbase) -> list[Frist]:
    """Everything that is to be looked at again, the most urgent first; what has no date is on top, with «» as its date.

    A page says itself when. A record is due one year after it was last checked: the status of an example, whether a claim
    still holds, and a source. Its owner is that of the page it stands on.
    """
    found = [*_pages_due(base), *_examples_due(base), *_sources_due(base)]
    return sorted(found, key=lambda f: (f.dato, f.slags, norsk(f.tittel), f.adresse))


def _pages_due(base: Kunnskapsbase) -> Iterator[Frist]:
    for s in base.sider:
        yield Frist(slags="Side", tittel=s.tittel, adresse=s.adresse, ansvarlig=s.ansvarlig, dato=s.neste_gjennomgang)


def _examples_due(base: Kunnskapsbase) -> Iterator[Frist]:
    owners = {s.om_eksempel: s.ansvarlig for s in base.sider}
    for e in base.eksempler.values():
        owner = owners.get(e.id, "")
        yield Frist(
            slags="Eksempel i dag",
            tittel=e.tittel,
            adresse=e.adresse,
            ansvarlig=owner,
            dato=_year_after(e.status_i_dag.sjekket),
        )
        for _, p in e.pastander():
            if p.gyldig_i_dag:
                yield Frist(
                    slags="Om påstanden gjelder",
                    tittel=f"{e.tittel}: {p.id}",
                    adresse=f"{e.adresse}#{p.id}",
                    ansvarlig=owner,
                    dato=_year_after(p.gyldig_i_dag.sjekket),
                )


def _sources_due(base: Kunnskapsbase) -> Iterator[Frist]:
    owner = next((s.ansvarlig for s in base.sider if s.kilde == "kilder/index.md"), "")
    for k in base.kilder.values():
        yield Frist(
            slags="Kilde", tittel=k.hel_tittel, adresse=k.adresse, ansvarlig=owner, dato=_year_after(_last_seen(k))
        )


def _last_seen(k: Kilde) -> str:
    return max(k.lest.dato, (k.adresse_svarer.sjekket or "") if k.adresse_svarer else "")


def _year_after(dato: str) -> str:
    """The same day next year; the last of February where there is no such day. «» for «»."""
    return f"{int(dato[:4]) + 1}{dato[4:].replace('-02-29', '-02-28')}" if dato else ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Frister:
    """What one owner is to look at again, of one kind: how many at each date, earliest first."""

    slags: str
    ansvarlig: str
    datoer: tuple[tuple[str, int], ...]

    @property
    def antall(self) -> int:
        """All of them, also those without a date."""
        return sum(n for _, n in self.datoer)

    @property
    def neste(self) -> str:
        """The first date; «» where none has one."""
        return next((d for d, _ in self.datoer if d), "")


def frister_etter_ansvarlig(frister: Iterable[Frist]) -> list[Frister]:
    """The same, counted for each kind and owner: pages first, and owners in Norwegian order."""
    dates: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for f in frister:
        dates[f.slags, f.ansvarlig][f.dato] += 1
    return [
        Frister(slags=slags, ansvarlig=owner, datoer=tuple(sorted(counts.items())))
        for (slags, owner), counts in sorted(
            dates.items(), key=lambda x: (x[0][0] != "Side", norsk(x[0][0]), norsk(x[0][1]))
        )
    ]
