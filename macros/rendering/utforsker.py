"""The explorers: one table for each kind of record, whole in the page, that the browser can filter, sort and share.

What is said here once is what each shows: its columns, what it can be filtered by (facets), where a row is at home, and
which sources it rests on. The browser side is frontend/utforsker/. Above MAX_ROWS rows a table is split: the first
page holds the first part, exports/utforsker.py makes the others, and the data for all of them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any, Generic, TypeVar

from markupsafe import Markup

from macros import queries
from macros.model import Kunnskapsbase, UkjentId
from macros.model.felles import Pastand
from macros.model.poster import Begrep, Eksempel, Emne, Erfaring, Kilde, Kommune
from macros.queries import Treff, Utvalg, norsk
from macros.rendering import tekst
from macros.rendering.columns import Kolonner
from macros.rendering.html import Maler
from macros.rendering.tables import MAX_ROWS, Celle, Kolonne, Rad, make_row

R = TypeVar("R")

PER_PAGE = 200
"""Rows on each page of a table that is split: fewer than MAX_ROWS, so that its first page opens quickly."""


@dataclass(frozen=True, slots=True)
class Fasett(Generic[R]):
    """Something to filter by. `navn`: the word in the address; `verdier`: id → name in the order they are shown;
    `av`: the ids that a record has. One with `kolonne` can also be shown as a column, which no other column says.
    """

    navn: str
    tittel: str
    verdier: Mapping[str, str]
    av: Callable[[R], Iterable[str]]
    kolonne: bool = True


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


def _page_name(utforsker: str, number: int) -> str:
    return "./" if number == 1 else f"side-{number}.html"


class Utforskere:
    """Every explorer of a base, by name."""

    def __init__(self, base: Kunnskapsbase, maler: Maler) -> None:
        """Base: what is shown. maler: the templates that write cells and tables."""
        self._base = base
        self._maler = maler
        self._kolonner = Kolonner(base)
        self._lagere: dict[str, Callable[[], Utforsker]] = {
            "strategier": self._strategier,
            "tiltak": self._tiltak,
            "resultater": self._resultater,
            "erfaringer": self._erfaringer,
            "eksempler": self._eksempler,
            "kilder": self._kilder,
            "kommuner": self._kommuner,
            "ordliste": self._ordliste,
        }

    @property
    def navn(self) -> tuple[str, ...]:
        """The names of all explorers."""
        return tuple(self._lagere)

    def utforsker(self, navn: str) -> Utforsker:
        """The explorer with this name. Raises UkjentId."""
        if navn not in self._lagere:
            raise UkjentId("Utforskeren", navn, self._lagere)
        return self._lagere[navn]()

    def html(self, u: Utforsker, del_: int = 1) -> str:
        """One page of an explorer (1, 2 …) as HTML: tools, table, and the way to the other pages. Not for Markdown."""
        deler = u.deler()
        return self._maler.raa(
            "utforsker",
            u=u,
            rader=deler[del_ - 1] if deler else (),
            del_=del_,
            deler=[_page_name(u.navn, n) for n in range(1, len(deler) + 1)],
            andre=[(rad, number) for number, rows in enumerate(deler, 1) if number != del_ for rad in rows]
            if del_ == 1
            else [],
        )

    def rader(self, u: Utforsker) -> list[str]:
        """Every row as HTML."""
        write = self._maler.del_("_rad", "utforskerrad")
        return [write(u.kolonner, rad) for rad in u.rader]

    # The explorers

    def _strategier(self) -> Utforsker:
        return self._of_claims(
            "strategier",
            "Strategier fra eksemplene",
            "strategier",
            _folded(self._kolonner.strategier(), "nivaa", "kilde"),
            queries.strategier(self._base, Utvalg()),
            [self._code("behandling", "Behandling", lambda t: t.pastand.behandling, kolonne=False)],
        )

    def _tiltak(self) -> Utforsker:
        columns = _folded(self._kolonner.tiltak(), "opphav", "frist", "ansvarlig", "kostnad", "malgrupper", "kilde")
        return self._of_claims(
            "tiltak",
            "Tiltak fra eksemplene",
            "tiltak",
            _left_out(columns, "opphav", "kostnad"),
            queries.tiltak(self._base, Utvalg()),
            [
                self._code("tilstand", "Tilstand", lambda t: t.pastand.tilstand, kolonne=False),
                self._code("opphav", "Opphav", lambda t: t.pastand.opphav, kolonne=False),
            ],
        )

    def _resultater(self) -> Utforsker:
        return self._of_claims(
            "resultater",
            "Resultater fra eksemplene",
            "resultater",
            _folded(self._kolonner.resultater(), "hvem_sier", "kilde"),
            queries.resultater(self._base, Utvalg()),
            [self._code("utfall", "Mål nådd?", lambda t: t.pastand.utfall, kolonne=False)],
        )

    def _erfaringer(self) -> Utforsker:
        base = self._base
        lessons = [*queries.erfaringer(base, Utvalg()), *queries.virket_ikke(base, Utvalg())]
        place = {id: number for number, id in enumerate(base.eksempler)}
        lessons.sort(key=lambda t: place[t.eksempel.id])
        direction = {**self._kolonner.navn["retning"], "virket_ikke": "Virket ikke"}

        def of(t: Treff) -> str:
            return t.pastand.retning if isinstance(t.pastand, Erfaring) else "virket_ikke"

        columns = [
            replace(
                k,
                celle=lambda t: Celle(direction[of(t)], merke=f"retning-{of(t)}"),
            )
            if k.navn == "retning"
            else k
            for k in self._kolonner.erfaringer()
        ]
        return self._of_claims(
            "erfaringer",
            "Erfaringer fra eksemplene",
            "erfaringer",
            _folded(columns, "temaer", "hvem_sier", "kilde"),
            lessons,
            [_facet("retning", "Hva den sier", direction, lambda t: [of(t)], lessons, kolonne=False)],
            tema_er_kolonne=True,
        )

    def _eksempler(self) -> Utforsker:
        base, k = self._base, self._kolonner
        posts = sorted(base.eksempler.values(), key=lambda e: norsk(k.kommunenavn(e)))
        columns = [
            Kolonne("eksempel", "Eksempel", lambda e: Celle(e.tittel, innhold=self._cell("eksempel", e))),
            Kolonne("kommune", "Kommune", lambda e: Celle(k.kommunenavn(e))),
            Kolonne("tid", "Tid", lambda e: Celle(tekst.arstall(e.periode), orden=queries.start_of(e.periode) or None)),
            Kolonne("malgrupper", "Målgrupper", lambda e: k.emner(e.malgrupper, base.malgrupper), brett=True),
            Kolonne("status", "I dag", lambda e: k.kode("status_i_dag", e.status_i_dag.svar)),
            Kolonne("dokumentert", "Dokumentert", lambda e: Celle("", innhold=self._cell("grader", e)), brett=True),
        ]
        facets = [
            self._topics("tema", "Tema", base.temaer, lambda e: e.temaer, posts),
            self._topics("malgruppe", "Målgruppe", base.malgrupper, lambda e: e.malgrupper, posts, kolonne=False),
            self._topics("virkemiddel", "Virkemiddel", base.virkemidler, _means, posts),
            *self._places(lambda e: [k.nummer for k in e.kommuner], posts, kommune=False, storrelse_som_kolonne=True),
            self._code("status", "I dag", lambda e: e.status_i_dag.svar, posts, liste="status_i_dag", kolonne=False),
            self._code("effekt", "Effekt dokumentert", lambda e: e.deklarasjon.effekt.grad, posts, liste="grad"),
        ]
        return self._made(
            "eksempler", "Eksempler fra kommuner", "eksempler", columns, facets, posts, None, lambda e: e.kilder
        )

    def _kilder(self) -> Utforsker:
        base, names = self._base, self._kolonner.navn
        posts = queries.kildeliste(base)
        cited = queries.sitert_i(base)
        columns = [
            Kolonne(
                "kilde",
                "Kilde",
                lambda k: Celle(f"{tekst.kildenavn(k)}: {k.hel_tittel}", innhold=self._cell("kilde", k)),
            ),
            Kolonne(
                "utgitt", "Utgitt", lambda k: Celle(tekst.arstall(k.utgitt), orden=queries.start_of(k.utgitt) or None)
            ),
            Kolonne("slags", "Slags", lambda k: Celle(tekst.stor(names["kildetype"][k.kildetype]))),
            Kolonne("lest", "Lest", lambda k: Celle("", innhold=self._cell("lest", k)), brett=True),
            Kolonne(
                "brukt",
                "Brukt i",
                lambda k: Celle("", innhold=self._cell("brukt", k, steder=cited[k.id]), orden=f"{len(cited[k.id]):04}"),
                brett=True,
            ),
            Kolonne(
                "vis_til", "Vis til", lambda k: Celle("", innhold=self._cell("vis_til", k)), brett=True, sorteres=False
            ),
        ]
        facets = [
            self._code("slags", "Slags", lambda k: k.kildetype, posts, liste="kildetype", kolonne=False),
            _facet("utgitt", "Utgitt", _decades(posts), _decade, posts, kolonne=False),
            self._code("lest", "Hvor mye vi har lest", lambda k: k.lest.omfang, posts, liste="omfang", kolonne=False),
            self._code("status", "Status", lambda k: k.dokumentstatus, posts, liste="dokumentstatus"),
            _facet(
                "brukt",
                "Brukt",
                {"eksempler": "I et eksempel", "andre": "Andre steder", "ikke": "Ikke brukt ennå"},
                lambda k: _used(cited[k.id]),
                posts,
                kolonne=False,
            ),
        ]
        return self._made(
            "kilder",
            "Kildene",
            "kilder",
            columns,
            facets,
            posts,
            lambda k: k.id,
            lambda k: (k.id,),
            lambda k: [f"{k.id}--{p.id}" for p in k.kildekritikk],
        )

    def _kommuner(self) -> Utforsker:
        base = self._base
        posts = sorted(base.kommuner.values(), key=lambda k: norsk(k.navn))
        own = {k.navn: k for k in self._kolonner.kommuner()}
        columns = [
            own["navn"],
            Kolonne("fylke", "Fylke", lambda k: Celle(k.fylke)),
            own["eksempler"],
            replace(own["ligner"], brett=True),
            replace(own["nevnt"], brett=True),
            replace(own["nummer"], valgt=False, brett=True),
        ]
        facets = [
            *self._places(
                lambda k: [k.nummer], posts, kommune=False, fylke_er_kolonne=True, storrelse_som_kolonne=True
            ),
            _facet(
                "eksempel",
                "Eksempel herfra",
                {"ja": "Ja", "nei": "Ingen ennå"},
                lambda k: ["ja" if queries.eksempler_fra(base, k.nummer) else "nei"],
                posts,
                kolonne=False,
            ),
        ]
        return self._made(
            "kommuner",
            "Kommunene i Norge",
            "kommuner",
            columns,
            facets,
            posts,
            lambda k: f"k{k.nummer}",
            lambda k: (*(n.kilde for n in k.nevnt), *queries.kilder_i((k.innbyggere, k.historie))),
        )

    def _ordliste(self) -> Utforsker:
        posts = sorted(self._base.begreper.values(), key=lambda b: norsk(b.bokmal))
        owners = {tekst.adressenavn(d.eier): d.eier for b in posts for d in b.definisjoner}
        columns = [
            Kolonne("begrep", "Begrep", lambda b: Celle(b.bokmal, innhold=self._cell("begrep", b))),
            Kolonne("forklaring", "Hva det betyr", lambda b: Celle(b.forklaring, innhold=self._cell("forklaring", b))),
            Kolonne("andre", "Andre navn", lambda b: Celle("", innhold=self._cell("andre_navn", b)), brett=True),
            Kolonne("nynorsk", "Nynorsk", lambda b: Celle(b.nynorsk or ""), brett=True),
            Kolonne("engelsk", "Engelsk", lambda b: Celle(b.engelsk or ""), valgt=False, brett=True),
        ]
        letters = {tekst.adressenavn(b.bokmal[0]) or "annet": b.bokmal[0].upper() for b in posts}
        facets = [
            _facet(
                "definisjon",
                "Definisjon",
                {"flere": "Flere definisjoner", "en": "Én definisjon", "ingen": "Vår egen forklaring"},
                lambda b: [("ingen", "en", "flere")[min(2, len(b.definisjoner))]],
                posts,
            ),
            _facet(
                "eier",
                "Definert av",
                dict(sorted(owners.items(), key=lambda par: norsk(par[1]))),
                lambda b: [tekst.adressenavn(d.eier) for d in b.definisjoner],
                posts,
            ),
            _facet(
                "bokstav",
                "Bokstav",
                letters,
                lambda b: [tekst.adressenavn(b.bokmal[0]) or "annet"],
                posts,
                kolonne=False,
            ),
        ]
        return self._made(
            "ordliste",
            "Ordliste",
            "ord",
            columns,
            facets,
            posts,
            lambda b: b.id,
            queries.kilder_i,
            lambda b: [f"{b.id}--{d.id}" for d in b.definisjoner],
        )

    # What several share

    def _of_claims(
        self,
        navn: str,
        tittel: str,
        ting: str,
        kolonner: list[Kolonne],
        treff: list[Treff],
        egne: list[Fasett],
        *,
        tema_er_kolonne: bool = False,
    ) -> Utforsker:
        base = self._base
        has_groups = any(k.navn == "malgrupper" for k in kolonner)
        has_speaker = any(k.navn == "hvem_sier" for k in kolonner)
        facets = [
            self._topics("tema", "Tema", base.temaer, lambda t: t.pastand.temaer, treff, kolonne=not tema_er_kolonne),
            self._topics(
                "malgruppe", "Målgruppe", base.malgrupper, lambda t: t.pastand.malgrupper, treff, kolonne=not has_groups
            ),
            *(_facet(f.navn, f.tittel, f.verdier, f.av, treff, kolonne=f.kolonne) for f in egne),
            self._topics("virkemiddel", "Virkemiddel", base.virkemidler, lambda t: t.pastand.virkemidler, treff),
            *self._places(self._where, treff),
            self._code(
                "hvem", "Hvem sier det", lambda t: t.pastand.hvem_sier, treff, "hvem_sier", kolonne=not has_speaker
            ),
            self._code("slags", "Slags påstand", lambda t: t.pastand.slags, treff),
        ]
        return self._made(navn, tittel, ting, kolonner, facets, treff, None, lambda t: queries.kilder_i(t.pastand))

    def _where(self, t: Treff[Pastand]) -> list[str]:
        """The municipalities a claim holds for: those it names, else those of its example."""
        named = [g for g in t.pastand.gjelder if g in self._base.kommuner]
        return named or [k.nummer for k in t.eksempel.kommuner]

    def _code(
        self,
        navn: str,
        tittel: str,
        av: Callable[[Any], str | None],
        poster: Iterable | None = None,
        liste: str | None = None,
        *,
        kolonne: bool = True,
    ) -> Fasett:
        values = {kode: tekst.stor(name) for kode, name in self._kolonner.navn[liste or navn].items()}

        def of(post: Any) -> list[str]:
            return [kode] if (kode := av(post)) else []

        return (
            Fasett(navn, tittel, values, of, kolonne)
            if poster is None
            else _facet(navn, tittel, values, of, poster, kolonne)
        )

    def _topics(
        self,
        navn: str,
        tittel: str,
        emner: Mapping[str, Emne],
        av: Callable[[Any], Iterable[str]],
        poster: Iterable,
        *,
        kolonne: bool = True,
    ) -> Fasett:
        names = sorted(((id, e.navn) for id, e in emner.items()), key=lambda par: norsk(par[1]))
        return _facet(navn, tittel, dict(names), av, poster, kolonne)

    def _places(
        self,
        av: Callable[[Any], list[str]],
        poster: Iterable,
        *,
        kommune: bool = True,
        fylke_er_kolonne: bool = False,
        storrelse_som_kolonne: bool = False,
    ) -> Iterable[Fasett]:
        base = self._base
        poster = list(poster)
        if kommune:
            names = sorted(((n, k.navn) for n, k in base.kommuner.items()), key=lambda par: norsk(par[1]))
            yield _facet("kommune", "Kommune", dict(names), av, poster, kolonne=False)
        counties = {tekst.adressenavn(f): f for f, _ in queries.kommuner_etter_fylke(base)}
        yield _facet(
            "fylke",
            "Fylke",
            counties,
            lambda post: dict.fromkeys(tekst.adressenavn(base.kommuner[n].fylke) for n in av(post)),
            poster,
            kolonne=not fylke_er_kolonne,
        )
        sizes = {kode: tekst.stor(k.navn) for kode, k in base.kodelister["storrelse"].items()}
        sizes["ukjent"] = "Folketallet er ikke ført inn"
        yield _facet(
            "storrelse",
            "Kommunens størrelse",
            sizes,
            lambda post: dict.fromkeys(self._size(base.kommuner[n]) for n in av(post)),
            poster,
            kolonne=kommune or storrelse_som_kolonne,
        )

    def _size(self, kommune: Kommune) -> str:
        return queries.storrelse(self._base, kommune.innbyggere[-1].antall).kode if kommune.innbyggere else "ukjent"

    def _cell(self, hva: str, post: Eksempel | Kilde | Begrep, **values: Any) -> Markup:
        return Markup(self._maler.del_("utforskercelle", hva)(post, **values))

    def _made(
        self,
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


def _facet(
    navn: str,
    tittel: str,
    verdier: Mapping[str, str],
    av: Callable[[Any], Iterable[str]],
    poster: Iterable,
    kolonne: bool = True,
) -> Fasett:
    """A facet with those of the values that any of the records has."""
    used = {id for post in poster for id in av(post)}
    return Fasett(navn, tittel, {id: name for id, name in verdier.items() if id in used}, av, kolonne)


def _folded(kolonner: Iterable[Kolonne], *navn: str) -> list[Kolonne]:
    return [replace(k, brett=k.navn in navn) for k in kolonner]


def _left_out(kolonner: Iterable[Kolonne], *navn: str) -> list[Kolonne]:
    return [replace(k, valgt=k.navn not in navn) for k in kolonner]


def _means(e: Eksempel) -> Iterable[str]:
    return dict.fromkeys(v for _, p in e.pastander() for v in p.virkemidler)


def _decade(k: Kilde) -> list[str]:
    year = queries.start_of(k.utgitt)[:4]
    return [f"{year[:3]}0" if year else "ukjent"]


def _decades(kilder: Iterable[Kilde]) -> dict[str, str]:
    found = sorted({d for k in kilder for d in _decade(k)} - {"ukjent"}, reverse=True)
    return {d: f"{d}–{d[:3]}9" for d in found} | {"ukjent": "Ukjent år"}


def _used(steder: Iterable[queries.Sitert]) -> list[str]:
    places = ["eksempler" if s.adresse.startswith("/eksempler/") else "andre" for s in steder]
    return list(dict.fromkeys(places)) or ["ikke"]
