"""The explorers of the site: what each has rows of, its columns, and what it can be filtered by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from macros import queries
from macros.model import Kunnskapsbase, UkjentId
from macros.model.begrep import Begrep
from macros.model.eksempel import Eksempel, Erfaring
from macros.model.felles import Pastand
from macros.model.kilde import Kilde
from macros.queries import Treff, Utvalg, norsk
from macros.rendering import tekst
from macros.rendering.columns import Kolonner
from macros.rendering.fasetter import Fasett, Fasetter, facet
from macros.rendering.html import Maler
from macros.rendering.tables import Celle, Kolonne
from macros.rendering.utforsker import Utforsker, make_explorer


def _page_name(utforsker: str, number: int) -> str:
    return "./" if number == 1 else f"side-{number}.html"


_Cited = Mapping[str, tuple[queries.Sitert, ...]]
"""For each source, the places that refer to it."""


class Utforskere:
    """Every explorer of a base, by name."""

    def __init__(self, base: Kunnskapsbase, maler: Maler) -> None:
        """Base: what is shown. maler: the templates that write cells and tables."""
        self._base = base
        self._maler = maler
        self._kolonner = Kolonner(base)
        self._fasetter = Fasetter(base, self._kolonner.navn)
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
            [self._fasetter.code("behandling", "Behandling", lambda t: t.pastand.behandling, kolonne=False)],
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
                self._fasetter.code("tilstand", "Tilstand", lambda t: t.pastand.tilstand, kolonne=False),
                self._fasetter.code("opphav", "Opphav", lambda t: t.pastand.opphav, kolonne=False),
            ],
        )

    def _resultater(self) -> Utforsker:
        return self._of_claims(
            "resultater",
            "Resultater fra eksemplene",
            "resultater",
            _folded(self._kolonner.resultater(), "hvem_sier", "kilde"),
            queries.resultater(self._base, Utvalg()),
            [self._fasetter.code("utfall", "Mål nådd?", lambda t: t.pastand.utfall, kolonne=False)],
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
            [facet("retning", "Hva den sier", direction, lambda t: [of(t)], lessons, kolonne=False)],
            tema_er_kolonne=True,
        )

    def _eksempler(self) -> Utforsker:
        base, k = self._base, self._kolonner
        posts = sorted(base.eksempler.values(), key=lambda e: norsk(k.kommunenavn(e)))
        columns = [
            Kolonne("eksempel", "Eksempel", lambda e: Celle(e.tittel, innhold=self._cell("eksempel", e))),
            Kolonne("kommune", "Kommune", lambda e: Celle(k.kommunenavn(e))),
            Kolonne("tid", "Tid", lambda e: Celle(tekst.arstall(e.periode), orden=queries.start_of(e.periode) or None)),
            Kolonne(
                "malgrupper", "Målgrupper", lambda e: k.emner(e.malgrupper, base.malgrupper), brett=True, lang=True
            ),
            Kolonne("status", "I dag", lambda e: k.kode("status_i_dag", e.status_i_dag.svar)),
            Kolonne("dokumentert", "Dokumentert", lambda e: Celle("", innhold=self._cell("grader", e)), brett=True),
        ]
        facets = [
            self._fasetter.topics("tema", "Tema", base.temaer, lambda e: e.temaer, posts),
            self._fasetter.topics(
                "malgruppe", "Målgruppe", base.malgrupper, lambda e: e.malgrupper, posts, kolonne=False
            ),
            self._fasetter.topics("virkemiddel", "Virkemiddel", base.virkemidler, _means, posts),
            *self._fasetter.places(
                lambda e: [k.nummer for k in e.kommuner], posts, kommune=False, storrelse_som_kolonne=True
            ),
            self._fasetter.code(
                "status", "I dag", lambda e: e.status_i_dag.svar, posts, liste="status_i_dag", kolonne=False
            ),
            self._fasetter.code(
                "effekt", "Effekt dokumentert", lambda e: e.deklarasjon.effekt.grad, posts, liste="grad"
            ),
        ]
        return make_explorer(
            "eksempler", "Eksempler fra kommuner", "eksempler", columns, facets, posts, None, lambda e: e.kilder
        )

    def _kilder(self) -> Utforsker:
        posts = queries.kildeliste(self._base)
        cited = queries.sitert_i(self._base)
        return make_explorer(
            "kilder",
            "Kildene",
            "kilder",
            self._source_columns(cited),
            self._source_facets(posts, cited),
            posts,
            lambda k: k.id,
            lambda k: (k.id,),
            lambda k: [f"{k.id}--{p.id}" for p in k.kildekritikk],
        )

    def _source_columns(self, cited: _Cited) -> list[Kolonne]:
        names = self._kolonner.navn
        return [
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

    def _source_facets(self, posts: list[Kilde], cited: _Cited) -> list[Fasett]:
        return [
            self._fasetter.code("slags", "Slags", lambda k: k.kildetype, posts, liste="kildetype", kolonne=False),
            facet("utgitt", "Utgitt", _decades(posts), _decade, posts, kolonne=False),
            self._fasetter.code(
                "lest", "Hvor mye vi har lest", lambda k: k.lest.omfang, posts, liste="omfang", kolonne=False
            ),
            self._fasetter.code("status", "Status", lambda k: k.dokumentstatus, posts, liste="dokumentstatus"),
            facet(
                "brukt",
                "Brukt",
                {"eksempler": "I et eksempel", "andre": "Andre steder", "ikke": "Ikke brukt ennå"},
                lambda k: _used(cited[k.id]),
                posts,
                kolonne=False,
            ),
        ]

    def _kommuner(self) -> Utforsker:
        base = self._base
        posts = sorted(base.kommuner.values(), key=lambda k: norsk(k.navn))
        own = {k.navn: k for k in self._kolonner.kommuner()}
        columns = [
            own["navn"],
            Kolonne("fylke", "Fylke", lambda k: Celle(k.fylke)),
            own["eksempler"],
            replace(own["ligner"], brett=True),
            replace(own["nevnt"], brett=True, lang=True),
            replace(own["nummer"], valgt=False, brett=True),
        ]
        facets = [
            *self._fasetter.places(
                lambda k: [k.nummer], posts, kommune=False, fylke_er_kolonne=True, storrelse_som_kolonne=True
            ),
            facet(
                "eksempel",
                "Eksempel herfra",
                {"ja": "Ja", "nei": "Ingen ennå"},
                lambda k: ["ja" if queries.eksempler_fra(base, k.nummer) else "nei"],
                posts,
                kolonne=False,
            ),
        ]
        return make_explorer(
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
        return make_explorer(
            "ordliste",
            "Ordliste",
            "ord",
            self._term_columns(),
            _term_facets(posts),
            posts,
            lambda b: b.id,
            queries.kilder_i,
            lambda b: [f"{b.id}--{d.id}" for d in b.definisjoner],
        )

    def _term_columns(self) -> list[Kolonne]:
        return [
            Kolonne("begrep", "Begrep", lambda b: Celle(b.bokmal, innhold=self._cell("begrep", b))),
            Kolonne(
                "forklaring",
                "Hva det betyr",
                lambda b: Celle(b.forklaring, innhold=self._cell("forklaring", b)),
                lang=True,
            ),
            Kolonne(
                "andre", "Andre navn", lambda b: Celle("", innhold=self._cell("andre_navn", b)), brett=True, lang=True
            ),
            Kolonne("nynorsk", "Nynorsk", lambda b: Celle(b.nynorsk or ""), brett=True),
            Kolonne("engelsk", "Engelsk", lambda b: Celle(b.engelsk or ""), valgt=False, brett=True),
        ]

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
            self._fasetter.topics(
                "tema", "Tema", base.temaer, lambda t: t.pastand.temaer, treff, kolonne=not tema_er_kolonne
            ),
            self._fasetter.topics(
                "malgruppe", "Målgruppe", base.malgrupper, lambda t: t.pastand.malgrupper, treff, kolonne=not has_groups
            ),
            *(facet(f.navn, f.tittel, f.verdier, f.av, treff, kolonne=f.kolonne) for f in egne),
            self._fasetter.topics(
                "virkemiddel", "Virkemiddel", base.virkemidler, lambda t: t.pastand.virkemidler, treff
            ),
            *self._fasetter.places(self._where, treff),
            self._fasetter.code(
                "hvem", "Hvem sier det", lambda t: t.pastand.hvem_sier, treff, "hvem_sier", kolonne=not has_speaker
            ),
            self._fasetter.code("slags", "Slags påstand", lambda t: t.pastand.slags, treff),
        ]
        return make_explorer(navn, tittel, ting, kolonner, facets, treff, None, lambda t: queries.kilder_i(t.pastand))

    def _where(self, t: Treff[Pastand]) -> list[str]:
        """The municipalities a claim holds for: those it names, else those of its example."""
        named = [g for g in t.pastand.gjelder if g in self._base.kommuner]
        return named or [k.nummer for k in t.eksempel.kommuner]

    def _cell(self, hva: str, post: Eksempel | Kilde | Begrep, **values: Any) -> Markup:
        return Markup(self._maler.del_("utforskercelle", hva)(post, **values))


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


def _term_facets(posts: list[Begrep]) -> list[Fasett]:
    owners = {tekst.adressenavn(d.eier): d.eier for b in posts for d in b.definisjoner}
    letters = {tekst.adressenavn(b.bokmal[0]) or "annet": b.bokmal[0].upper() for b in posts}
    return [
        facet(
            "definisjon",
            "Definisjon",
            {"flere": "Flere definisjoner", "en": "Én definisjon", "ingen": "Vår egen forklaring"},
            lambda b: [("ingen", "en", "flere")[min(2, len(b.definisjoner))]],
            posts,
        ),
        facet(
            "eier",
            "Definert av",
            dict(sorted(owners.items(), key=lambda par: norsk(par[1]))),
            lambda b: [tekst.adressenavn(d.eier) for d in b.definisjoner],
            posts,
        ),
        facet(
            "bokstav",
            "Bokstav",
            letters,
            lambda b: [tekst.adressenavn(b.bokmal[0]) or "annet"],
            posts,
            kolonne=False,
        ),
    ]
