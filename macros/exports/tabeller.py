"""The records as flat tables: what stands in the CSV files, in the workbook, and in the description of both.

A table is its fields, each said once (name, type, meaning, value), and its rows. Fields hold codes and ids, whose names
stand in other tables; several values in one field have a semicolon between them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from macros.model import Kunnskapsbase
from macros.model.felles import Belop, Medlem, Tid
from macros.model.poster import Eksempel
from macros.queries import kilder_i
from macros.rendering import tekst

Verdi = str | int | float | None

SKILLE = ";"
"""Stands between several values in one field."""


@dataclass(frozen=True, slots=True)
class Felt:
    """One column. type: as in Frictionless Table Schema. viser_til: the table whose `id` (or first key) it holds."""

    navn: str
    forklaring: str
    verdi: Callable[[Any], Verdi]
    type: str = "string"
    viser_til: str | None = None
    paakrevd: bool = False


@dataclass(frozen=True, slots=True)
class Datatabell:
    """One flat table: its name in files, title, meaning, key, fields and rows. `post`: the whole records lie beside it."""

    navn: str
    tittel: str
    forklaring: str
    nokkel: tuple[str, ...]
    felter: tuple[Felt, ...]
    rader: tuple[tuple[Verdi, ...], ...]


@dataclass(frozen=True, slots=True)
class Rad:
    """A claim and what it is part of: an example or a network survey."""

    p: Any
    i: str
    adresse: str


def make_tables(base: Kunnskapsbase) -> tuple[Datatabell, ...]:
    """Every table, the same for the same base. Addresses are whole where the site has one."""
    t = _Tabeller(base)
    return (
        t.eksempler(),
        *t.claims(),
        t.mangler(),
        t.nettverk(),
        t.nettverkstall(),
        t.kilder(),
        t.begreper(),
        t.definisjoner(),
        t.lovkrav(),
        t.lovendringer(),
        t.lovhistorie(),
        t.maler(),
        t.seminar(),
        t.kommuner(),
        t.folketall(),
        *t.emner(),
        t.kodelister(),
    )


def _table(
    navn: str, tittel: str, forklaring: str, nokkel: tuple[str, ...], felter: Iterable[Felt], poster: Iterable[Any]
) -> Datatabell:
    fields = tuple(felter)
    rows = tuple(tuple(f.verdi(post) for f in fields) for post in poster)
    return Datatabell(navn, tittel, forklaring, nokkel, fields, rows)


def _list(values: Iterable[str]) -> str | None:
    return SKILLE.join(values) or None


def _of(name: str, of: Callable[[Any], Any] = lambda x: x) -> Callable[[Any], Verdi]:
    """The value of a field as it stands; several with a semicolon between them."""

    def value(x: Any) -> Verdi:
        found = getattr(of(x), name) if of(x) is not None else None
        return _list(map(str, found)) if isinstance(found, tuple) else found

    return value


def _start(t: Tid | None) -> str | None:
    return _point(t and (t.naar or t.fra))


def _end(t: Tid | None) -> str | None:
    return _point(t and (t.naar or t.til))


def _point(punkt: Any) -> str | None:
    return str(punkt) if punkt else None


def _member(m: Medlem) -> str:
    return " ".join(x for x in (str(m.antall) if m.antall else "", m.rolle, f"({m.enhet})" if m.enhet else "") if x)


_ID = partial(Felt, paakrevd=True)
_P = lambda r: r.p  # noqa: E731 - the claim of a row, in every field below

_PARTS: tuple[tuple[str, str, str, str], ...] = (
    ("bakgrunn", "bakgrunn", "Bakgrunn", "Hvorfor kommunene satte i gang."),
    ("organisering", "organisering", "Organisering", "Hvordan arbeidet var organisert, organene unntatt."),
    ("organer", "organer", "Organer", "Styringsgrupper, arbeidsgrupper, enheter og utvalg."),
    ("utfordringer", "utfordringer", "Utfordringer", "Det kommunene ville gjøre noe med."),
    ("maal", "maal", "Mål", "Målene, med det kilden kaller dem."),
    ("strategier", "strategier", "Strategier", "Strategiene, med det kilden kaller dem."),
    ("tiltak", "tiltak", "Tiltak", "Tiltakene, med tilstand, ansvar og kostnad."),
    ("resultater", "resultater", "Resultater", "Resultatene, og om målet var nådd."),
    ("erfaringer", "erfaringer", "Erfaringer", "Det som hjalp, hindret, eller burde vært gjort annerledes."),
    ("virket_ikke", "virket-ikke", "Det som ikke virket", "Det som ikke virket, slik kilden sier det."),
    ("brukermedvirkning", "brukermedvirkning", "Brukermedvirkning", "Hvordan de det gjelder, var med."),
    ("okonomi", "okonomi", "Økonomi", "Postene i økonomien."),
)


class _Tabeller:
    def __init__(self, base: Kunnskapsbase) -> None:
        self.base = base
        self.koder = {liste: {k: v.navn for k, v in koder.items()} for liste, koder in base.kodelister.items()}

    def address(self, path: str) -> str:
        """The whole address of a place on the site, or its path where the site has no address."""
        return (self.base.innstillinger.nettadresse or "/") + path.removeprefix("/")

    def when(self, t: Tid | None) -> str | None:
        """A time in words."""
        return tekst.tid(t, self.koder["mangel"]).replace(tekst.HARDT, " ") if t else None

    def place(self, sted: Any) -> str | None:
        """The place in a source in words."""
        return tekst.sted(sted).replace(tekst.HARDT, " ") or None

    # Examples and their claims

    def eksempler(self) -> Datatabell:
        """One row an example."""
        grades = ("malgruppe", "metode", "gjennomforing", "effekt", "okonomi")
        return _table(
            "eksempler",
            "Eksempler",
            "Ett kommunalt eksempel på hver rad. Påstandene i eksemplene står i egne tabeller.",
            ("id",),
            (
                _ID("id", "Eksempelets navn i adresser og i de andre tabellene.", _of("id")),
                _ID("tittel", "Eksempelets navn slik leseren møter det.", _of("tittel")),
                _ID("ingress", "Hva kommunen gjorde, og hva en leser kan bruke det til.", _of("ingress")),
                Felt("kommuner", "Nummeret til kommunene i dag.", lambda e: _list(k.nummer for k in e.kommuner)),
                Felt("kommunenavn", "Navnet på kommunene i dag.", self._names),
                Felt("fra", "Når tiden eksempelet handler om, begynner.", lambda e: _start(e.periode)),
                Felt("til", "Når tiden eksempelet handler om, slutter. Tomt: åpen slutt, eller ukjent.", self._until),
                Felt("kilder", "Kildene eksempelet bygger på.", _of("kilder")),
                Felt("malgrupper", "Hvem arbeidet er til for.", _of("malgrupper")),
                Felt("temaer", "Hva eksempelet handler om.", _of("temaer")),
                Felt(
                    "status_i_dag", "Om arbeidet er i drift i dag. Kode fra kodelister.", lambda e: e.status_i_dag.svar
                ),
                Felt("status_sjekket", "Når status sist ble sjekket.", lambda e: e.status_i_dag.sjekket, "date"),
                *(
                    Felt(
                        f"dokumentert_{name}",
                        f"Kunnskapsdeklarasjon, {name}: A til D, eller ikke_vurdert. Sier hvor godt det er dokumentert.",
                        lambda e, name=name: getattr(e.deklarasjon, name).grad,
                    )
                    for name in grades
                ),
                Felt("publisert", "Når eksempelet kom med i basen.", _of("publisert"), "date"),
                _ID("adresse", "Eksempelets side.", lambda e: self.address(e.adresse)),
            ),
            self.base.eksempler.values(),
        )

    def _names(self, e: Eksempel) -> str | None:
        return _list(self.base.kommuner[k.nummer].navn for k in e.kommuner)

    def _until(self, e: Eksempel) -> str | None:
        return _end(e.periode)

    def claims(self) -> Iterable[Datatabell]:
        """One table for each part of the examples."""
        more = {
            "organer": self._organ,
            "maal": self._maal,
            "strategier": self._strategi,
            "tiltak": self._tiltak,
            "resultater": self._resultat,
            "erfaringer": self._erfaring,
            "okonomi": self._okonomi,
        }
        for part, navn, tittel, forklaring in _PARTS:
            own = more[part]() if part in more else ()
            rows = [r for e in self.base.eksempler.values() for r in self._rows(e, part)]
            start, end = self._claim("eksempel", "eksempler")
            yield _table(navn, tittel, forklaring, ("eksempel", "id"), (*start, *own, *end), rows)

    def _rows(self, e: Eksempel, part: str) -> Iterable[Rad]:
        if part in ("organer", "organisering"):
            found = (getattr(e.organisering, "organer" if part == "organer" else "pastander")) if e.organisering else ()
        else:
            found = getattr(e, part)
        return [Rad(p, e.id, self.address(f"{e.adresse}#{p.id}")) for p in found]

    def _claim(self, whole: str, table: str) -> tuple[tuple[Felt, ...], tuple[Felt, ...]]:
        """The fields that every claim has: those that stand first, and those that stand last."""
        start = (
            _ID(whole, "Hva påstanden er en del av.", _of("i"), viser_til=table),
            _ID("id", "Påstandens navn innenfor eksempelet.", _of("id", _P)),
            _ID("tekst", "Påstanden med våre egne ord.", _of("tekst", _P)),
        )
        end = (
            _ID("kilde", "Kilden påstanden bygger på.", _of("kilde", _P), viser_til="kilder"),
            _ID("sted", "Hvor i kilden det står.", lambda r: self.place(r.p.sted)),
            Felt("hvem_sier", "Hvem som sier det. Kode fra kodelister.", _of("hvem_sier", _P)),
            Felt("slags", "Hva slags påstand: vedtatt, planlagt, rapportert og så videre.", _of("slags", _P)),
            Felt("gjengitt_av", "Den som gjengir, når kilden siterer andre.", _of("gjengitt_av", _P)),
            Felt("gjelder", "Hvem påstanden gjelder, når det ikke er alle.", _of("gjelder", _P)),
            Felt("fra", "Når det begynte eller skjedde. År, måned, årstid eller dato.", lambda r: _start(r.p.tid)),
            Felt("til", "Når det sluttet eller skjedde.", lambda r: _end(r.p.tid)),
            Felt("tid", "Tiden med ord.", lambda r: self.when(r.p.tid)),
            Felt("temaer", "Temaene.", _of("temaer", _P)),
            Felt("malgrupper", "Målgruppene.", _of("malgrupper", _P)),
            Felt("virkemidler", "Virkemidlene.", _of("virkemidler", _P)),
            Felt("lovkrav", "Lovkravene påstanden har noe å si for.", _of("lovkrav", _P)),
            Felt("motstrid", "Kilden sier to ting. Her står hvordan vi leser den.", self._contradiction),
            Felt("usikker_plassering", "Hvorfor plasseringen er usikker.", _of("usikker_plassering", _P)),
            Felt("beregnet", "Regnestykket, når tallet er vårt.", _of("beregnet", _P)),
            Felt("gyldig_i_dag", "Om påstanden holder i dag, når det er sjekket.", self._valid),
            Felt("kildekritikk", "Det leseren bør vite om akkurat denne påstanden.", _of("kildekritikk", _P)),
            _ID("adresse", "Påstandens plass på nettstedet.", _of("adresse")),
        )
        return start, end

    def _contradiction(self, r: Rad) -> str | None:
        return r.p.motstrid.var_lesning if r.p.motstrid else None

    def _valid(self, r: Rad) -> str | None:
        return r.p.gyldig_i_dag.svar if r.p.gyldig_i_dag else None

    def _level(self) -> tuple[Felt, ...]:
        return (
            Felt("nivaa_i_kilden", "Hva kilden selv kaller det.", _of("nivaa_i_kilden", _P)),
            Felt("nr_i_kilden", "Nummeret kilden gir det.", _of("nr_i_kilden", _P)),
        )

    def _organ(self) -> tuple[Felt, ...]:
        return (
            Felt("navn", "Organets navn.", _of("navn", _P)),
            Felt("organslag", "Hva slags organ. Kode fra kodelister.", _of("organslag", _P)),
            Felt("leder", "Rollen som leder.", lambda r: _member(r.p.leder) if r.p.leder else None),
            Felt("medlemmer", "Rollene som er med.", lambda r: _list(map(_member, r.p.medlemmer))),
            Felt("oppgaver", "Oppgavene.", _of("oppgaver", _P)),
            Felt("rapporterer_til", "Organene det rapporterer til.", _of("rapporterer_til", _P)),
        )

    def _maal(self) -> tuple[Felt, ...]:
        return (
            *self._level(),
            Felt("under", "Målet det ligger under, når kilden sier det.", _of("under", _P)),
            Felt("utfordringer", "Utfordringene kilden kobler det til.", _of("utfordringer", _P)),
        )

    def _strategi(self) -> tuple[Felt, ...]:
        return (
            *self._level(),
            Felt("maal", "Målene kilden kobler den til.", _of("maal", _P)),
            Felt("behandling", "Hvordan den ble behandlet. Kode fra kodelister.", _of("behandling", _P)),
        )

    def _tiltak(self) -> tuple[Felt, ...]:
        return (
            *self._level(),
            Felt("maal", "Målet kilden kobler det til.", _of("maal", _P)),
            Felt("strategi", "Strategien kilden kobler det til.", _of("strategi", _P)),
            Felt("opphav", "Om det var nytt eller videreført. Kode fra kodelister.", _of("opphav", _P)),
            Felt("tilstand", "Hvor langt det var kommet, slik vi leser kilden.", _of("tilstand", _P)),
            Felt("oppgitt_opphav", "Kildens egne ord om opphavet.", lambda r: _of("opphav")(r.p.oppgitt)),
            Felt("oppgitt_tilstand", "Kildens egne ord om tilstanden.", lambda r: _of("tilstand")(r.p.oppgitt)),
            Felt("framdrift_prosent", "Framdrift i prosent.", lambda r: _of("prosent")(r.p.framdrift), "number"),
            Felt("framdrift_av", "Hva prosenten er en del av.", lambda r: _of("av")(r.p.framdrift)),
            Felt("frist", "Fristen med ord.", lambda r: self.when(r.p.frist)),
            Felt("ansvarlig", "Rollen eller enheten som svarer for det.", lambda r: r.p.ansvarlig.rolle),
            Felt("ansvarlig_mangler", "Hvorfor ingen er nevnt.", lambda r: r.p.ansvarlig.mangler),
            *self._amount(lambda r: r.p.kostnad),
            Felt("utfort", "Hva som ble gjort.", _of("utfort", _P)),
            Felt("avvik", "Avvik fra planen.", _of("avvik", _P)),
            Felt("begrunnelse", "Grunnen til avviket.", _of("begrunnelse", _P)),
        )

    def _resultat(self) -> tuple[Felt, ...]:
        return (
            Felt("utfall", "Om målet var nådd. Kode fra kodelister.", _of("utfall", _P)),
            Felt("maal", "Målene resultatet gjelder.", _of("maal", _P)),
            Felt("oppgitt_utfall", "Kildens egne ord om utfallet.", _of("oppgitt_utfall", _P)),
        )

    def _erfaring(self) -> tuple[Felt, ...]:
        return (Felt("retning", "Om det hjalp, hindret eller er et råd. Kode fra kodelister.", _of("retning", _P)),)

    def _okonomi(self) -> tuple[Felt, ...]:
        return (
            *self._amount(lambda r: r.p.belop),
            Felt("sum_av", "Postene dette er summen av.", _of("sum_av", _P)),
        )

    def _amount(self, of: Callable[[Any], Belop]) -> tuple[Felt, ...]:
        return (
            Felt("kroner", "Hele kroner.", _of("kroner", of), "integer"),
            Felt("kroner_per", "Om beløpet er for hvert år eller samlet.", _of("per", of)),
            Felt("kroner_fra", "Når tiden beløpet gjelder, begynner.", lambda r: _start(of(r).periode)),
            Felt("kroner_til", "Når tiden beløpet gjelder, slutter.", lambda r: _end(of(r).periode)),
            Felt("kroner_slags", "Drift, investering eller ukjent.", _of("slags", of)),
            Felt("kroner_fra_hvem", "Hvem som betaler.", _of("fra_hvem", of)),
            Felt("kroner_mangler", "Hvorfor beløpet ikke står her.", _of("mangler", of)),
        )

    def mangler(self) -> Datatabell:
        """What is missing in the examples, and why."""
        pairs = [Rad(m, e.id, self.address(e.adresse)) for e in self.base.eksempler.values() for m in e.mangler]
        return _table(
            "mangler",
            "Det som mangler",
            "Deler av eksemplene som ikke er der, med grunnen.",
            ("eksempel", "delen"),
            (
                _ID("eksempel", "Eksempelet.", _of("i"), viser_til="eksempler"),
                _ID("delen", "Delen som mangler.", _of("delen", _P)),
                _ID("mangler", "Hvorfor den mangler. Kode fra kodelister.", _of("mangler", _P)),
                Felt("tekst", "Grunnen med ord.", _of("tekst", _P)),
                Felt("kilde", "Kilden det gjelder.", _of("kilde", _P), viser_til="kilder"),
            ),
            pairs,
        )

    # Network surveys

    def nettverk(self) -> Datatabell:
        """One row a survey."""
        return _table(
            "nettverk",
            "Nettverk",
            "Én nettverksundersøkelse på hver rad.",
            ("id",),
            (
                _ID("id", "Undersøkelsens navn.", _of("id")),
                _ID("tittel", "Tittelen.", _of("tittel")),
                Felt("ingress", "Hva den handler om.", _of("ingress")),
                Felt("kommune", "Kommunens nummer i dag.", _of("kommune"), viser_til="kommuner"),
                Felt("eksempel", "Eksempelet den hører til.", _of("eksempel"), viser_til="eksempler"),
                Felt("tid", "Når den ble gjort, med ord.", lambda n: self.when(n.tid)),
                Felt("kilder", "Kildene.", _of("kilder")),
                _ID("adresse", "Plassen på nettstedet.", lambda n: self.address(n.adresse)),
            ),
            self.base.nettverk.values(),
        )

    def nettverkstall(self) -> Datatabell:
        """One row a printed figure."""
        rows = [Rad(p, n.id, self.address(n.adresse_til(p))) for n in self.base.nettverk.values() for p in n.tall]
        start, end = self._claim("nettverk", "nettverk")
        own = (
            Felt("tallslag", "Hva slags tall. Kode fra kodelister.", _of("tallslag", _P)),
            Felt("verdi", "Tallet.", _of("verdi", _P), "number"),
            Felt(
                "minst", "Minste verdi, når kilden gir to.", lambda r: r.p.mellom[0] if r.p.mellom else None, "number"
            ),
            Felt(
                "storst", "Største verdi, når kilden gir to.", lambda r: r.p.mellom[1] if r.p.mellom else None, "number"
            ),
            Felt("skala", "Skalaen.", _of("skala", _P)),
            Felt("teller", "Hva tallet teller.", _of("teller", _P)),
            Felt("sporsmal", "Spørsmålet som ble stilt.", _of("sporsmal", _P)),
            Felt("mangler", "Hvorfor tallet ikke står her.", _of("mangler", _P)),
        )
        return _table(
            "nettverkstall",
            "Tall fra nettverkene",
            "Ett trykt tall på hver rad, med hva det teller.",
            ("nettverk", "id"),
            (*start, *own, *end),
            rows,
        )

    # Sources, terms, law

    def kilder(self) -> Datatabell:
        """One row a source."""
        return _table(
            "kilder",
            "Kilder",
            "Én kilde på hver rad.",
            ("id",),
            (
                _ID("id", "Kildens navn.", _of("id")),
                _ID("tittel", "Tittel og undertittel.", _of("hel_tittel")),
                Felt("forfattere", "Forfatterne.", _of("forfattere")),
                Felt("utgiver", "Utgiveren.", _of("utgiver")),
                Felt("fra", "Når den kom ut, eller første år.", lambda k: _start(k.utgitt)),
                Felt("til", "Når den kom ut, eller siste år.", lambda k: _end(k.utgitt)),
                Felt("kildetype", "Plan, rapport, forskning, lov og så videre.", _of("kildetype")),
                Felt("dokumentstatus", "Forslag, vedtatt, endelig og så videre.", _of("dokumentstatus")),
                Felt("serie", "Serien.", _of("serie")),
                Felt("nummer", "Nummeret i serien.", _of("nummer")),
                Felt("isbn", "ISBN.", _of("isbn")),
                Felt("sider", "Antall sider.", _of("sider"), "integer"),
                Felt("url", "Adressen.", _of("url")),
                Felt("lest", "Hvor mye vi har lest. Kode fra kodelister.", lambda k: k.lest.omfang),
                Felt("lest_dato", "Når vi leste den.", lambda k: k.lest.dato, "date"),
                _ID("adresse", "Plassen på nettstedet.", lambda k: self.address(k.adresse)),
            ),
            self.base.kilder.values(),
        )

    def begreper(self) -> Datatabell:
        """One row a term."""
        return _table(
            "begreper",
            "Begreper",
            "Ett begrep på hver rad, på bokmål, nynorsk og engelsk.",
            ("id",),
            (
                _ID("id", "Begrepets navn i adresser.", _of("id")),
                _ID("bokmal", "Bokmål.", _of("bokmal")),
                Felt("nynorsk", "Nynorsk.", _of("nynorsk")),
                Felt("engelsk", "Engelsk.", _of("engelsk")),
                _ID("forklaring", "Forklaringen.", _of("forklaring")),
                Felt("synonymer", "Andre ord for det samme.", _of("synonymer")),
                Felt("forkortelser", "Forkortelser.", _of("forkortelser")),
                Felt("eldre_navn", "Eldre navn.", _of("eldre_navn")),
                Felt("se_ogsa", "Beslektede begreper.", _of("se_ogsa")),
                _ID("adresse", "Plassen på nettstedet.", lambda b: self.address(b.adresse)),
            ),
            self.base.begreper.values(),
        )

    def definisjoner(self) -> Datatabell:
        """One row a definition."""
        rows = [
            Rad(d, b.id, self.address(f"{b.adresse}--{d.id}"))
            for b in self.base.begreper.values()
            for d in b.definisjoner
        ]
        return _table(
            "definisjoner",
            "Definisjoner",
            "Én definisjon på hver rad, med den som eier den. Ett begrep kan ha flere.",
            ("begrep", "id"),
            (
                _ID("begrep", "Begrepet.", _of("i"), viser_til="begreper"),
                _ID("id", "Definisjonens navn.", _of("id", _P)),
                _ID("tekst", "Definisjonen med våre egne ord.", _of("tekst", _P)),
                _ID("eier", "Den som definerer det slik.", _of("eier", _P)),
                _ID("kilde", "Kilden.", _of("kilde", _P), viser_til="kilder"),
                Felt("sted", "Hvor i kilden det står.", lambda r: self.place(r.p.sted)),
                _ID("adresse", "Plassen på nettstedet.", _of("adresse")),
            ),
            rows,
        )

    def lovkrav(self) -> Datatabell:
        """One row a demand."""
        return _table(
            "lovkrav",
            "Lovkrav",
            "Ett krav i lov eller forskrift på hver rad.",
            ("id",),
            (
                _ID("id", "Kravets navn.", _of("id")),
                _ID("tittel", "Kort om kravet.", _of("tittel")),
                _ID("tekst", "Kravet med våre egne ord.", _of("tekst")),
                _ID("styrke", "Skal, bør eller kan.", _of("styrke")),
                Felt("hvem", "Hvem kravet gjelder.", _of("hvem")),
                Felt("gjelder_fra", "Når det begynte å gjelde.", _of("gjelder_fra")),
                Felt("frist", "Fristen.", _of("frist")),
                Felt("frist_grunn", "Hvordan fristen er regnet ut.", _of("frist_grunn")),
                Felt("dokumenteres", "Hvordan det kan vises.", _of("dokumenteres")),
                _ID("kilde", "Loven eller forskriften.", _of("kilde"), viser_til="kilder"),
                Felt("sted", "Paragrafen.", lambda k: self.place(k.sted)),
                Felt("temaer", "Temaene.", _of("temaer")),
                _ID("adresse", "Plassen på nettstedet.", lambda k: self.address(k.adresse)),
            ),
            self.base.lovkrav.values(),
        )

    def lovendringer(self) -> Datatabell:
        """One row a change of law."""
        return _table(
            "lovendringer",
            "Lovendringer",
            "Én endring i lov eller forskrift på hver rad.",
            ("id",),
            (
                _ID("id", "Endringens navn.", _of("id")),
                _ID("bestemmelser", "Bestemmelsene som er endret.", _of("bestemmelser")),
                _ID("hva", "Hva som er endret.", _of("hva")),
                Felt("vedtatt", "Når den ble vedtatt.", _of("vedtatt")),
                Felt("i_kraft", "Når den gjelder fra.", _of("i_kraft")),
                Felt("sikkerhet", "Hvor sikkert det er. Kode fra kodelister.", _of("sikkerhet")),
                Felt("merknad", "Det leseren må vite i tillegg.", _of("merknad")),
                _ID("kilde", "Kilden.", _of("kilde"), viser_til="kilder"),
                Felt("sted", "Hvor i kilden det står.", lambda e: self.place(e.sted)),
                _ID("adresse", "Plassen på nettstedet.", lambda e: self.address(e.adresse)),
            ),
            self.base.lovendringer.values(),
        )

    def lovhistorie(self) -> Datatabell:
        """One row an event in the story of the field."""
        return _table(
            "lovhistorie",
            "Lovhistorie",
            "Én hendelse på feltet på hver rad: lover, strategier og programmer.",
            ("id",),
            (
                _ID("id", "Hendelsens navn.", _of("id")),
                _ID("tekst", "Hva som skjedde.", _of("tekst")),
                Felt("fra", "Når det begynte eller skjedde.", lambda h: _start(h.tid)),
                Felt("til", "Når det sluttet eller skjedde.", lambda h: _end(h.tid)),
                Felt("spor", "Sporet på tidslinja. Kode fra kodelister.", _of("spor")),
                _ID("kilde", "Kilden.", _of("kilde"), viser_til="kilder"),
                Felt("sted", "Hvor i kilden det står.", lambda h: self.place(h.sted)),
            ),
            self.base.lovhistorie.values(),
        )

    # Templates and seminars

    def maler(self) -> Datatabell:
        """One row a template; its parts stand in the JSON."""
        return _table(
            "maler",
            "Maler",
            "Én mal på hver rad. Innholdet i malene står i maler.json.",
            ("id",),
            (
                _ID("id", "Malens navn.", _of("id")),
                _ID("tittel", "Tittelen.", _of("tittel")),
                _ID("kort", "Hva malen er til.", _of("kort")),
                _ID("fase", "Når en trenger den. Kode fra kodelister.", _of("fase")),
                _ID("filslag", "Dokument eller regneark. Kode fra kodelister.", _of("filslag")),
                Felt("kilder", "Kildene malen bygger på.", lambda m: _list(sorted(set(kilder_i(m))))),
            ),
            self.base.maler.values(),
        )

    def seminar(self) -> Datatabell:
        """One row a seminar kit; its programme stands in the JSON."""
        return _table(
            "seminar",
            "Seminarer",
            "Ett seminar på hver rad. Programmet står i seminar.json.",
            ("id",),
            (
                _ID("id", "Seminarets navn.", _of("id")),
                _ID("tittel", "Tittelen.", _of("tittel")),
                _ID("ingress", "Hva seminaret er.", _of("ingress")),
                _ID("for_hvem", "Hvem det er for.", _of("for_hvem")),
            ),
            self.base.seminar.values(),
        )

    # Municipalities and lists

    def kommuner(self) -> Datatabell:
        """One row a municipality."""
        return _table(
            "kommuner",
            "Kommuner",
            "Alle kommuner i dag, med nummer, fylke og et punkt på kartet.",
            ("nummer",),
            (
                _ID("nummer", "Kommunenummeret, fire siffer.", _of("nummer")),
                _ID("navn", "Navnet.", _of("navn")),
                _ID("fylke", "Fylket.", _of("fylke")),
                Felt("breddegrad", "Breddegrad.", lambda k: k.punkt[0], "number"),
                Felt("lengdegrad", "Lengdegrad.", lambda k: k.punkt[1], "number"),
                Felt("nummer_2020_2023", "Nummeret fra 2020 til 2023.", _of("nummer_2020_2023")),
                Felt("eksempler", "Eksemplene herfra.", self._examples_from),
            ),
            self.base.kommuner.values(),
        )

    def _examples_from(self, kommune: Any) -> str | None:
        return _list(e.id for e in self.base.eksempler.values() if any(k.nummer == kommune.nummer for k in e.kommuner))

    def folketall(self) -> Datatabell:
        """One row a count of inhabitants."""
        rows = [Rad(f, k.nummer, "") for k in self.base.kommuner.values() for f in k.innbyggere]
        return _table(
            "folketall",
            "Folketall",
            "Folketallet i kommunene som har eksempler.",
            ("kommune", "dato"),
            (
                _ID("kommune", "Kommunens nummer.", _of("i"), viser_til="kommuner"),
                _ID("dato", "Datoen tallet gjelder.", _of("dato", _P), "date"),
                _ID("antall", "Antall innbyggere.", _of("antall", _P), "integer"),
                _ID("kilde", "Kilden.", _of("kilde", _P), viser_til="kilder"),
                Felt("sted", "Hvor i kilden det står.", lambda r: self.place(r.p.sted)),
            ),
            rows,
        )

    def emner(self) -> Iterable[Datatabell]:
        """Themes, groups and instruments."""
        lists: Mapping[str, tuple[str, Mapping[str, Any]]] = {
            "temaer": ("Temaer", self.base.temaer),
            "malgrupper": ("Målgrupper", self.base.malgrupper),
            "virkemidler": ("Virkemidler", self.base.virkemidler),
        }
        for navn, (tittel, poster) in lists.items():
            yield _table(
                navn,
                tittel,
                f"{tittel} som påstander og eksempler er merket med.",
                ("id",),
                (
                    _ID("id", "Navnet som står i de andre tabellene.", _of("id")),
                    _ID("navn", "Navnet leseren møter.", _of("navn")),
                    Felt("forklaring", "Hva det omfatter.", _of("forklaring")),
                    Felt("begrep", "Begrepet i ordlista.", _of("begrep"), viser_til="begreper"),
                    Felt("adresse", "Siden om dette.", lambda e: self.address(e.side) if e.side else None),
                ),
                poster.values(),
            )

    def kodelister(self) -> Datatabell:
        """Every code with its name."""
        rows = [Rad(k, liste, "") for liste, koder in self.base.kodelister.items() for k in koder.values()]
        return _table(
            "kodelister",
            "Kodelister",
            "Kodene i de andre tabellene, med navn og forklaring.",
            ("liste", "kode"),
            (
                _ID("liste", "Lista koden står i.", _of("i")),
                _ID("kode", "Koden.", _of("kode", _P)),
                _ID("navn", "Navnet.", _of("navn", _P)),
                Felt("forklaring", "Hva den betyr.", _of("forklaring", _P)),
            ),
            rows,
        )
