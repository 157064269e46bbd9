"""The macros that writers of pages call, one line each: look up, choose, write.

Every public method of Makroer is a macro; its name, arguments and docstring are what a writer meets (docs/bidra/makroer.md
is made from them). All raise UkjentId for an id that stands for nothing, and Makrofeil for other wrong arguments.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from markupsafe import Markup

from macros import queries
from macros.exports import make_tables
from macros.finne.likhet import eksempler_etter_fylke, eksempler_etter_storrelse
from macros.finne.mangler import hull, tomme_ruter
from macros.finne.praksiskart import kort_navn, praksiskart
from macros.finne.tilstand import datakvalitet, frister, frister_etter_ansvarlig, lenkehelse
from macros.model import Kunnskapsbase, Regel, UkjentId
from macros.model.eksempel import Eksempel
from macros.model.felles import Stedspunkt
from macros.model.mal import Mal
from macros.queries import Utvalg, norsk
from macros.rendering import tekst
from macros.rendering.columns import Kolonner
from macros.rendering.dokument import grounds, make_document
from macros.rendering.example import part_writers
from macros.rendering.figurer.former import FORMER, tegn_form
from macros.rendering.figurer.kart import Punkt, tegn_kart
from macros.rendering.figurer.lag import (
    Figur,
    IngenFigurError,
    lag_kjede,
    lag_nettverk,
    lag_okonomi,
    lag_organisering,
    lag_tidslinje,
    lag_tiltak,
)
from macros.rendering.figurer.svg import SMAL
from macros.rendering.html import Maler
from macros.rendering.kontor import Fil, make_files
from macros.rendering.program import LENGDENAVN, gar_ut, program, programkolonner, tider
from macros.rendering.tables import make_table
from macros.rendering.tekst import adressenavn
from macros.rendering.utforskere import Utforskere

SEMINARDELER = (
    "om",
    "maal",
    "trenger",
    "forberedelse",
    "utsending",
    "materiell",
    "oppgaver",
    "gjett",
    "quiz",
    "evaluering",
    "senere",
    "kursholder",
    "lysbilder",
    "ark",
    "kort",
    "svar",
)
"""The parts of a seminar kit that a page can show; each has a template of its own."""

_OF_EXAMPLE = frozenset(field.name for field in fields(Eksempel))

_PROVER = ("merket", "farger", "rom", "skrift", "avstand", "knapper", "merker")
"""What the page om/utseende.md has samples of."""


_MAALINGER = {
    "lenker": "python3 kb.py lenker --eksterne --lagre",
    "ytelse": "python3 kb.py ytelse --lagre",
    "tilgjengelighet": "python3 kb.py ytelse --tilgjengelighet",
    "motor": "python3 kb.py motor-prove --lagre",
}
"""The measurements that a page may show, with the command that makes each."""


class Makrofeil(ValueError):
    """A macro was called with something it can't use. The message is bokmål, for the writer of the page."""


class Makroer:
    """All macros, bound to one base."""

    def __init__(self, base: Kunnskapsbase, koder: Mapping[str, Regel] | None = None) -> None:
        """Base: the records that the macros show. koder: what the codes of findings mean."""
        self._koder = koder or {}
        self._base = base
        self._maler = Maler(base)
        self._kolonner = Kolonner(base)
        self._deler = part_writers(base, self._maler)
        self._utforskere = Utforskere(base, self._maler)
        self._made: dict[str, tuple[Fil, ...]] = {}

    def alle(self) -> dict[str, Callable[..., str]]:
        """Every macro by the name writers use."""
        found = inspect.getmembers(self, inspect.ismethod)
        return {name: method for name, method in found if not name.startswith("_") and name != "alle"}

    # One example

    def eksempel(self, id: str, del_: str) -> str:
        """Én del av et eksempel: `{{ eksempel("lorenskog", "tiltak") }}`. Hver del skal stå én gang på eksempelets side."""
        e = self._base.eksempel(id)
        if del_ not in self._deler:
            raise UkjentId("Delen", del_, self._deler)
        if del_ in _OF_EXAMPLE and not getattr(e, del_):
            raise Makrofeil(f"Eksempelet «{id}» har ikke noe under «{del_}». Slett overskriften og makroen.")
        return self._deler[del_](e)

    def tidslinje(self, eksempel: str) -> str:
        """Det som har en tid i et eksempel, eldst først: `{{ tidslinje("lorenskog") }}`."""
        return self._maler.html("tidslinje", hendelser=queries.hendelser(self._base, self._base.eksempel(eksempel)))

    # Tables over all examples

    def eksempler(
        self,
        malgruppe: str | None = None,
        tema: str | None = None,
        virkemiddel: str | None = None,
        lovkrav: str | None = None,
        kommune: str | None = None,
    ) -> str:
        """Kort for eksemplene som passer: `{{ eksempler(tema="tildeling") }}`. Uten valg kommer alle."""
        utvalg = Utvalg(malgruppe=malgruppe, tema=tema, virkemiddel=virkemiddel, lovkrav=lovkrav, kommune=kommune)
        found = sorted(queries.eksempler(self._base, utvalg), key=lambda e: norsk(self._kolonner.kommunenavn(e)))
        return self._maler.html("kort", eksempler=found)

    def utforsker(self, navn: str) -> str:
        """Alt av ett slag i en tabell som kan filtreres, sorteres og deles: `{{ utforsker("tiltak") }}`.

        Det er én for hver av strategier, tiltak, resultater, erfaringer, eksempler, kilder, kommuner og ordliste. Hver av
        dem har sin faste plass, og en side har bare én.
        """
        return self._maler.som_markdown(self._utforskere.html(self._utforskere.utforsker(navn)))

    def strategier(self, **valg: str) -> str:
        """Tabell over strategier: `{{ strategier(malgruppe="unge") }}`. Valgene står under lista."""
        found = queries.strategier(self._base, _choice(valg))
        return self._chosen("strategier", "Strategier fra eksemplene", self._kolonner.strategier(), found, valg)

    def tiltak(self, tilstand: str | None = None, opphav: str | None = None, **valg: str) -> str:
        """Tabell over tiltak: `{{ tiltak(tema="tildeling", tilstand="pagar") }}`."""
        found = queries.tiltak(self._base, _choice(valg), tilstand=tilstand, opphav=opphav)
        return self._chosen(
            "tiltak",
            "Tiltak fra eksemplene",
            self._kolonner.tiltak(),
            found,
            valg | {"tilstand": tilstand, "opphav": opphav},
        )

    def resultater(self, utfall: str | None = None, **valg: str) -> str:
        """Tabell over resultater: `{{ resultater(utfall="delvis_nadd") }}`."""
        found = queries.resultater(self._base, _choice(valg), utfall=utfall)
        return self._chosen(
            "resultater", "Resultater fra eksemplene", self._kolonner.resultater(), found, valg | {"utfall": utfall}
        )

    def erfaringer(self, retning: str | None = None, **valg: str) -> str:
        """Tabell over erfaringer: `{{ erfaringer(tema="samordning", retning="hindret") }}`."""
        found = queries.erfaringer(self._base, _choice(valg), retning=retning)
        return self._chosen(
            "erfaringer", "Erfaringer fra eksemplene", self._kolonner.erfaringer(), found, valg | {"retning": retning}
        )

    def virket_ikke(self, **valg: str) -> str:
        """Tabell over det som ikke virket: `{{ virket_ikke() }}`."""
        found = queries.virket_ikke(self._base, _choice(valg))
        return self._chosen(
            "virket-ikke", "Det som ikke virket i eksemplene", self._kolonner.virket_ikke(), found, valg
        )

    def nettverk(self, id: str) -> str:
        """Én nettverksundersøkelse: `{{ nettverk("volda") }}`. Alle har sin faste plass på siden eksempler/nettverkene.md."""
        n = self._base.nettverket(id)
        tabell = make_table(
            f"nettverk-{n.id}", n.tittel, self._kolonner.nettverkstall(), n.tall, id_of=lambda p: f"{n.id}--{p.id}"
        )
        return self._maler.html(
            "nettverk",
            n=n,
            tabell=Markup(self._maler.html("tabell", tabell=tabell)),
            forbehold=[p for p in n.tall if p.har_forbehold],
        )

    def nettverkene(self) -> str:
        """Hovedtallene fra alle nettverksundersøkelser i én tabell: `{{ nettverkene() }}`."""
        return self._table(
            "nettverkene",
            "Nettverkene side om side",
            self._kolonner.nettverkene(),
            sorted(self._base.nettverk.values(), key=lambda n: norsk(n.tittel)),
        )

    # Ways to find

    def praksiskart(self) -> str:
        """Temaer mot målgrupper, med antall eksempler i hver rute: `{{ praksiskart() }}`. Står på eksempler/praksiskart.md."""
        return self._maler.html("praksiskart", rader=praksiskart(self._base), kort_navn=kort_navn)

    def praksisliste(self) -> str:
        """Eksemplene bak rutene i praksiskartet, tema for tema: `{{ praksisliste() }}`. Står på samme side som kartet."""
        return self._maler.html("praksisliste", rader=praksiskart(self._base), kort_navn=kort_navn)

    def eksempler_etter(self, ordning: str) -> str:
        """Alle eksempler som lister under fylke eller størrelse: `{{ eksempler_etter("fylke") }}`."""
        ordninger = {"fylke": eksempler_etter_fylke, "storrelse": eksempler_etter_storrelse}
        if ordning not in ordninger:
            raise UkjentId("Ordningen", ordning, ordninger)
        return self._maler.html("eksempler_etter", grupper=ordninger[ordning](self._base))

    def sammenlign(self) -> str:
        """Verktøyet som stiller eksempler side om side: `{{ sammenlign() }}`. Står på eksempler/sammenlign.md."""
        found = sorted(self._base.eksempler.values(), key=lambda e: norsk(self._kolonner.kommunenavn(e)))
        return self._maler.html("sammenlign", eksempler=found)

    # Seminars

    def seminarer(self) -> str:
        """Alle seminarene med hvem de er for: `{{ seminarer() }}`."""
        return self._maler.html("seminarer", seminarer=list(self._base.seminar.values()))

    def byggeklosser(self) -> str:
        """Alt et eget opplegg kan settes sammen av: `{{ byggeklosser() }}`. Har sin faste plass på seminar/eget-opplegg.md."""
        rom = ("metoder", "virkemidler", "malgrupper", "lov", "verktoy")
        return self._maler.html("byggeklosser", sider=[s for r in rom for s in queries.sider_i(self._base, r)])

    def seminar(self, id: str, del_: str) -> str:
        """Én del av et seminar: `{{ seminar("veien-til-2027", "oppgaver") }}`. Programmet heter seminarprogram."""
        s = self._base.seminaret(id)
        if del_ not in SEMINARDELER:
            raise UkjentId("Delen", del_, dict.fromkeys(SEMINARDELER))
        return self._maler.html(f"seminar_{del_}", s=s, tider=tider(s), LENGDENAVN=LENGDENAVN)

    def seminarprogram(self, id: str, lengde: str) -> str:
        """Programmet på «dag», «90» eller «45»: `{{ seminarprogram("veien-til-2027", "90") }}`."""
        s = self._base.seminaret(id)
        if lengde not in LENGDENAVN:
            raise UkjentId("Lengden", lengde, LENGDENAVN)
        tittel = f"{s.tittel}: {LENGDENAVN[lengde].lower()}"
        rader = list(program(s, lengde))
        tabell = self._table(f"program-{id}-{lengde}", tittel, programkolonner(s, lengde), rader)
        return self._maler.html("seminar_program", tabell=Markup(tabell), ut=gar_ut(s, lengde))

    # Figures

    def figur_tidslinje(self) -> str:
        """Lov, strategier og programmer på én tidslinje: `{{ figur_tidslinje() }}`."""
        return self._figure(lag_tidslinje(self._base))

    def figur_organisering(self, id: str) -> str:
        """Hvem som rapporterer til hvem i et eksempel: `{{ figur_organisering("lorenskog") }}`."""
        return self._drawn(lambda: lag_organisering(self._base, self._base.eksempel(id), self._kolonner.navn))

    def figur_kjede(self, id: str) -> str:
        """Mål, strategier og tiltak som kilden kobler sammen: `{{ figur_kjede("lorenskog") }}`."""
        return self._drawn(lambda: lag_kjede(self._base, self._base.eksempel(id)))

    def figur_tiltak(self, id: str) -> str:
        """Hvor langt tiltakene i et eksempel var kommet: `{{ figur_tiltak("lorenskog") }}`."""
        return self._drawn(lambda: lag_tiltak(self._base, self._base.eksempel(id), self._kolonner.navn))

    def figur_okonomi(self, id: str) -> str:
        """Summene i økonomien til et eksempel, med postene i dem: `{{ figur_okonomi("karmoy-haugesund") }}`."""
        return self._drawn(lambda: lag_okonomi(self._base, self._base.eksempel(id)))

    def figur_nettverk(self, tallslag: str) -> str:
        """Ett tall fra alle nettverksundersøkelser side om side: `{{ figur_nettverk("svarprosent") }}`."""
        self._base.kode("tallslag", tallslag)
        return self._drawn(lambda: lag_nettverk(self._base, tallslag, self._kolonner))

    def figur_nettverksform(self, form: str) -> str:
        """En av de tre rene formene på et nettverk: `{{ figur_nettverksform("stjerne") }}`."""
        if form not in FORMER:
            raise UkjentId("Formen", form, FORMER)
        betyr, sees = FORMER[form]
        return self._maler.html("form", form=form, betyr=betyr, sees=sees, tegning=tegn_form(form))

    def kart(self, kort: bool = False) -> str:
        """Kart over kommunene som har eksempler, med liste etter fylke ved siden av: `{{ kart() }}`.

        Med bare navnene i lista: `{{ kart(kort=True) }}`.
        """
        fylker = queries.kartrader(self._base)
        rader = [r for _, found in fylker for r in found]
        punkter = [
            Punkt(
                r.nummer,
                r.kommune.punkt,
                f"{r.kommune.navn}: {tekst.ramse([e.tittel for e in r.eksempler])}",
                r.adresse,
            )
            for r in rader
        ]
        return self._maler.html(
            "kart",
            fylker=fylker,
            kort=kort,
            smal=tegn_kart(self._base.omriss, punkter, SMAL),
            bred=tegn_kart(self._base.omriss, punkter, 520),
            tittel="Kart over kommuner med eksempler",
            beskrivelse=f"{tekst.stor(tekst.tallord(len(rader)))} kommuner har eksempler. "
            "Tallene i kartet er de samme som i lista.",
        )

    def _drawn(self, make: Callable[[], Figur]) -> str:
        try:
            return self._figure(make())
        except IngenFigurError as ingen:
            raise Makrofeil(str(ingen)) from None

    def _figure(self, figur: Figur) -> str:
        return self._maler.html("figur", fig=figur, tabell=Markup(self._maler.html("tabell", tabell=figur.tabell)))

    # References inside a sentence

    def kilde(self, id: str, side: int | None = None, sted: str | None = None) -> str:
        """Henvisning i en setning: `{{ kilde("tromso-2011", side=5) }}`.

        Uten sidetall sier du hvor det står: `{{ kilde("boligsosialloven", sted="§ 5 annet ledd") }}`.
        """
        kilde = self._base.kilde(id)
        if side is None and sted is None:
            raise Makrofeil('Si hvor i kilden det står: side=5 eller sted="§ 5 annet ledd".')
        if side is not None and kilde.sider and not 1 <= side <= kilde.sider:
            raise Makrofeil(f"Kilden «{id}» har {kilde.sider} sider. Side {side} finnes ikke.")
        lest = kilde.lest.sider if kilde.lest.omfang != "alt" else ()
        if side is not None and lest and not any(fra <= side <= til for fra, til in lest):
            said = ", ".join(f"{fra}–{til}" for fra, til in lest)
            raise Makrofeil(f"Side {side} i kilden «{id}» er ikke lest. Lest er side {said}.")
        ordrett = sted and sted.replace("§ ", f"§{tekst.HARDT}")
        return self._maler.html(
            "kildehenvisning", k=kilde, sted=(Stedspunkt(side=side),) if side else (), ordrett=ordrett
        )

    def begrep(self, id: str, tekst: str | None = None) -> str:
        """Et begrep med lenke til ordlista: `{{ begrep("startlan") }}`.

        Med egen bøyning: `{{ begrep("startlan", "startlånet") }}`.
        """
        return self._maler.html("begrep", b=self._base.begrep(id), tekst=tekst)

    def mangler(self, kode: str) -> str:
        """Et merke som sier hvorfor noe ikke står her: `{{ mangler("kilden_tier") }}`."""
        return self._maler.html("mangel", kode=self._base.kode("mangel", kode))

    # Terms, duties, sources, municipalities

    def krav(self, id: str) -> str:
        """Ett lovkrav i ramme: `{{ krav("bsl-mal-og-strategier") }}`."""
        krav = self._base.krav(id)
        return self._maler.html(
            "krav",
            k=krav,
            kjede=queries.kjeden_for_krav(self._base, krav),
            eksempler=queries.eksempler_for_krav(self._base, krav),
        )

    def frist(self, dato: str) -> str:
        """Pliktene som har en bestemt frist, med nedtelling: `{{ frist("2027-07-01") }}`. Datoen må stå i lovkravene."""
        krav = queries.krav_med_frist(self._base)
        if dato not in krav:
            raise UkjentId("Fristen", dato, krav)
        return self._maler.html("frist", dato=dato, krav=krav[dato])

    def nytt(self) -> str:
        """Det nyeste i loven, i kildene og på sidene: `{{ nytt() }}`."""
        return self._maler.html("nytt", grupper=queries.nytt(self._base))

    def lovkrav(self, styrke: str | None = None) -> str:
        """Tabellen over alle lovkrav: `{{ lovkrav() }}`. Den har sin faste plass på siden lov/lovkrav.md."""
        if styrke is not None:
            self._base.kode("styrke", styrke)
        found = [k for k in self._base.lovkrav.values() if styrke in (None, k.styrke)]
        return self._table("lovkrav", "Lovkrav", self._kolonner.lovkrav(), found, id_of=lambda k: k.id)

    def sjekkliste(self, kilde: str, *paragrafer: str) -> str:
        """Kravene i noen paragrafer, eller i hele loven, å fylle ut: `{{ sjekkliste("boligsosialloven", "5", "6") }}`."""
        alle = queries.krav_etter_paragraf(self._base, self._base.kilde(kilde).id)
        if ukjent := next((p for p in paragrafer if p not in alle), None):
            raise UkjentId("Paragrafen", ukjent, alle)
        grupper = {p: krav for p, krav in alle.items() if p in (paragrafer or alle)}
        kjeder = {k.id: queries.kjeden_for_krav(self._base, k) for krav in grupper.values() for k in krav}
        return self._maler.html("sjekkliste", grupper=grupper, kjeder=kjeder)

    def lovendringer(self) -> str:
        """Lovendringene med sidene de berører: `{{ lovendringer() }}`. De har sin faste plass på siden lov/endringer.md."""
        return self._table(
            "lovendringer",
            "Endringer i lov og forskrift",
            self._kolonner.lovendringer(),
            queries.lovendringer(self._base),
            id_of=lambda e: e.id,
        )

    def lovtidslinje(self) -> str:
        """Det som har skjedd med boligsosialloven og lovene rundt, eldst først: `{{ lovtidslinje() }}`."""
        return self._maler.html("lovtidslinje", hendelser=queries.lovtidslinje(self._base))

    def sider(self, mappe: str) -> str:
        """Sidene i en mappe med ingress, i samme rekkefølge som i menyen: `{{ sider("metoder") }}`."""
        mapper = sorted({s.kilde.split("/")[0] for s in self._base.sider if "/" in s.kilde})
        if mappe not in mapper:
            raise UkjentId("Mappa", mappe, dict.fromkeys(mapper))
        return self._maler.html("sider", sider=queries.sider_i(self._base, mappe))

    def gjennomgang(self) -> str:
        """Når hver side skal leses gjennom igjen, den som haster mest først: `{{ gjennomgang() }}`."""
        return self._maler.html("gjennomgang", sider=queries.sider_etter_gjennomgang(self._base))

    def definisjoner(self, begrep: str) -> str:
        """Definisjonene av ett begrep side om side: `{{ definisjoner("vanskeligstilt-pa-boligmarkedet") }}`."""
        return self._maler.html("definisjoner", b=self._base.begrep(begrep), hjemme=False)

    def ordtabell(self) -> str:
        """Begrepene på tre språk i en tabell som kan lastes ned: `{{ ordtabell() }}`."""
        begreper = sorted(self._base.begreper.values(), key=lambda b: norsk(b.bokmal))
        return self._table("begreper", "Begreper på bokmål, nynorsk og engelsk", self._kolonner.begreper(), begreper)

    def kommuner(self, fylke: str) -> str:
        """Kommunene i et fylke: `{{ kommuner("Akershus") }}`. Alle fylkene står på siden kommuner/index.md."""
        fylker = dict(queries.kommuner_etter_fylke(self._base))
        if fylke not in fylker:
            raise UkjentId("Fylket", fylke, fylker)
        return self._table(
            f"kommuner-{adressenavn(fylke)}",
            f"Kommuner i {fylke}",
            self._kolonner.kommuner(),
            fylker[fylke],
            id_of=lambda k: f"k{k.nummer}",
        )

    def kommune(self, nummer: str) -> str:
        """Det basen vet om én kommune: `{{ kommune("5501") }}`. Eksemplene settes inn med eksempler(kommune="5501")."""
        return self._maler.html("kommune", kommune=self._base.kommune(nummer))

    def kommuner_i_kildene(self) -> str:
        """Kommunene som hovedkildene nevner, med hva de heter i dag, brettet etter fylke: `{{ kommuner_i_kildene() }}`."""
        return self._maler.html(
            "foldet",
            deler=[
                (
                    fylke,
                    make_table(
                        f"kommuner-i-kildene-{adressenavn(fylke)}",
                        f"Kommuner i {fylke} som er nevnt i kildene",
                        self._kolonner.kommuner_i_kildene(),
                        navn,
                    ),
                )
                for fylke, navn in queries.kommunenavn_etter_fylke(self._base)
            ],
        )

    # Templates

    def malfiler(self, id: str) -> str:
        """Filene til en mal, med format og størrelse: `{{ malfiler("saksframlegg") }}`. Står øverst på siden til malen."""
        mal = self._base.malen(id)
        return self._maler.html("malfiler", m=mal, filer=self._files(mal))

    def mal(self, id: str) -> str:
        """Hva delene av en mal bygger på, og malen å lese: `{{ mal("saksframlegg") }}`. Står nederst på siden til malen."""
        mal = self._base.malen(id)
        grunner = [grounds(self._base, del_) for del_ in mal.deler]
        return self._maler.html("mal", m=mal, grunner=grunner, dokument=make_document(self._base, mal))

    def maler(self, fase: str) -> str:
        """Malene for en del av arbeidet, med filene: `{{ maler("for_sak") }}`. Fasene står i kodelista «malfase»."""
        self._base.kode("malfase", fase)
        found = [mal for mal in self._base.maler.values() if mal.fase == fase]
        return self._maler.html("malliste", maler=[(mal, self._files(mal)) for mal in found])

    def _files(self, mal: Mal) -> tuple[Fil, ...]:
        """The files of a template, made once: they stand on its own page and in the list."""
        if mal.id not in self._made:
            self._made[mal.id] = make_files(self._base, mal)
        return self._made[mal.id]

    def kodeliste(self, navn: str) -> str:
        """En kodeliste med forklaring: `{{ kodeliste("slags") }}`."""
        if navn not in self._base.kodelister:
            raise UkjentId("Kodelista", navn, self._base.kodelister)
        return self._maler.html("kodeliste", koder=list(self._base.kodelister[navn].values()))

    def innganger(self, innganger: list[list[str]]) -> str:
        """Store innganger på en forside: `{{ innganger([["Tittel", "/adresse/", "Tekst."]]) }}`."""
        if not all(isinstance(i, list) and len(i) == 3 for i in innganger):
            raise Makrofeil("Hver inngang har tittel, adresse og tekst.")
        return self._maler.html("innganger", innganger=innganger)

    def hva_mangler(self) -> str:
        """Eksempler som mangler noe, de med flest hull først: `{{ hva_mangler() }}`."""
        found = hull(self._base)
        checked = max((h.eksempel.status_i_dag.sjekket for h in found if h.status), default=None)
        when = f" (status sjekket {tekst.tidspunkt(checked)})" if checked else ""
        title = f"Det eksemplene ikke forteller{when}"
        return self._table("hva-mangler", title, self._kolonner.hull(checked), found, sokes=False)

    def tomme_ruter(self) -> str:
        """Temaer og målgrupper som ingen eksempler handler om: `{{ tomme_ruter() }}`."""
        return self._table(
            "tomme-ruter",
            "Det ingen har fortalt om",
            self._kolonner.tomme_ruter(),
            tomme_ruter(self._base),
            sokes=False,
        )

    def felter(self, del_: str) -> str:
        """Feltene i en post eller en del, med forklaring fra skjemaet: `{{ felter("tiltak") }}`."""
        if del_ not in self._base.felter:
            raise UkjentId("Delen", del_, self._base.felter)
        return self._maler.html("felter", felter=self._base.felter[del_])

    def redaksjon(self) -> str:
        """Hvem som svarer på bidrag, og hvor fort, etter stedets innstillinger: `{{ redaksjon() }}`."""
        return self._maler.html("redaksjon", sted=self._base.innstillinger)

    def makroer(self) -> str:
        """Denne lista over makroer: `{{ makroer() }}`."""
        listed = [{"navn": name, "deler": (macro.__doc__ or "").split("`")} for name, macro in self.alle().items()]
        return self._maler.html("makroer", makroer=listed)

    def funnkoder(self, gruppe: str) -> str:
        """Kodene i meldingene og hva du gjør, én gruppe om gangen: `{{ funnkoder("TEK") }}`. De står på siden bidra/funn.md."""
        koder = [(kode, regel) for kode, regel in self._koder.items() if kode.partition("-")[0] == gruppe]
        if not koder:
            raise UkjentId("Gruppa", gruppe, {kode.partition("-")[0]: None for kode in self._koder})
        return self._maler.html("funnkoder", koder=koder)

    def sokefelt(self) -> str:
        """Stort søkefelt midt på en side: `{{ sokefelt() }}`. Øverst på hver side står det et søkefelt fra før."""
        return self._maler.html("sokefelt")

    def sokeside(self) -> str:
        """Søkeresultater og register fra A til Å: `{{ sokeside() }}`. Har sin faste plass på siden sok.md."""
        return self._maler.html("sokeside")

    def nokkeltall(self) -> str:
        """Hvor mye som finnes i basen, med lenker: `{{ nokkeltall() }}`."""
        return self._maler.html("nokkeltall", tall=queries.nokkeltall(self._base))

    def utseende(self, del_: str) -> str:
        """En prøve på hvordan nettstedet ser ut: `{{ utseende("farger") }}`. Alle står på siden om/utseende.md."""
        if del_ not in _PROVER:
            raise UkjentId("Prøven", del_, dict.fromkeys(_PROVER))
        return self._maler.html("utseende", del_=del_)

    def engelske_eksempler(self) -> str:
        """Omtalene av eksemplene på engelsk: `{{ engelske_eksempler() }}`. Har sin faste plass på siden en/examples.md."""
        return self._maler.html("engelsk", omtaler=queries.engelske_eksempler(self._base))

    def engelske_metoder(self) -> str:
        """Omtalene av metodene på engelsk: `{{ engelske_metoder() }}`. Har sin faste plass på siden en/methods.md."""
        return self._maler.html("engelsk", omtaler=queries.engelske_metoder(self._base))

    def engelsk_ordliste(self) -> str:
        """Begrepene som har et navn på engelsk: `{{ engelsk_ordliste() }}`. Har sin faste plass på siden en/glossary.md."""
        found = [b for b in self._base.begreper.values() if b.engelsk]
        found.sort(key=lambda b: str(b.engelsk).lower())
        return self._table("glossary", "Terms in English and Norwegian", self._kolonner.engelske_begreper(), found)

    def pakker(self) -> str:
        """Plassen for lenkene til zip og PDF: `{{ pakker() }}`. De settes inn av «kb.py pakk»."""
        return self._maler.html("pakker")

    def datafiler(self) -> str:
        """Tabellene i de åpne dataene med lenke til filene: `{{ datafiler() }}`. Har sin faste plass på siden om/apne-data.md."""
        return self._table(
            "datafiler", "Tabellene i de åpne dataene", self._kolonner.datafiler(), make_tables(self._base), sokes=False
        )

    def utgaver(self) -> str:
        """Utgavene av basen med det som er nytt i hver, fra CHANGELOG.md: `{{ utgaver() }}`."""
        return self._maler.html("utgaver", versjoner=self._base.versjoner)

    def tilstand(self, del_: str) -> str:
        """Tall for hvordan nettstedet står: `{{ tilstand("datakvalitet") }}`, adresser, frister, eller navnet på en måling."""
        maalinger = {m.navn: m for m in self._base.maalinger}
        if del_ in _MAALINGER:
            return self._maler.html("maaling", m=maalinger.get(del_), kommando=_MAALINGER[del_])
        if del_ == "frister":
            due = frister(self._base)
            return self._maler.html("frister", frister=due, etter_ansvarlig=frister_etter_ansvarlig(due))
        deler = {"datakvalitet": datakvalitet, "adresser": lenkehelse}
        if del_ not in deler:
            raise UkjentId("Delen", del_, {**deler, "frister": None, **_MAALINGER})
        return self._maler.html(f"tilstand_{del_}", andeler=deler[del_](self._base))

    def biblioteker(self) -> str:
        """Programvare fra andre som er en del av nettstedet: `{{ biblioteker() }}`."""
        return self._maler.html("biblioteker")

    def byggepakker(self) -> str:
        """Programvare som bygger og prøver nettstedet, slik den er låst: `{{ byggepakker() }}`."""
        return self._maler.html("byggepakker")

    def _chosen(self, navn: str, tittel: str, kolonner: list, poster: list, valg: Mapping[str, str | None]) -> str:
        """A table that says in its title what it was chosen by: a page may have several."""
        chosen = {name: id for name, id in valg.items() if id is not None}
        words = [self._kolonner.valgt(name, id) for name, id in chosen.items()]
        title = f"{tittel}: {', '.join(words)}" if words else tittel
        return self._table("-".join((navn, *map(adressenavn, chosen.values()))), title, kolonner, poster)

    def _table(
        self,
        navn: str,
        tittel: str,
        kolonner: list,
        poster: list,
        id_of: Callable[[Any], str] | None = None,
        *,
        sokes: bool = True,
    ) -> str:
        return self._maler.html("tabell", tabell=make_table(navn, tittel, kolonner, poster, id_of, sokes=sokes))


def _choice(valg: dict[str, str]) -> Utvalg:
    try:
        return Utvalg(**valg)
    except TypeError:
        legal = list(inspect.signature(Utvalg).parameters)
        wrong = next(v for v in valg if v not in legal)
        raise UkjentId("Valget", wrong, dict.fromkeys(legal)) from None
