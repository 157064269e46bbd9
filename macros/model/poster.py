"""One class a kind of record. Fields mirror the schema of the kind in data/skjema/, which says what each one means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.felles import Belop, Organ, Pastand, Sted, Tid


@dataclass(frozen=True, kw_only=True, slots=True)
class KommuneIEksempel:
    """A municipality's part in an Eksempel: its number today, and the name in the source where it is another."""

    nummer: str
    navn_i_kilden: str | None = None
    merknad: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class StatusIDag:
    """What became of the work, and when that was checked."""

    svar: str
    sjekket: str
    tekst: str | None = None
    kilde: str | None = None
    sted: Sted = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Deklarert:
    """One grade of a kunnskapsdeklarasjon (A–D or ikke_vurdert) with its reason and place."""

    grad: str
    grunn: str
    kilde: str
    sted: Sted


@dataclass(frozen=True, kw_only=True, slots=True)
class Deklarasjon:
    """How well an Eksempel is documented, on five counts. No mean and no total."""

    malgruppe: Deklarert
    metode: Deklarert
    gjennomforing: Deklarert
    effekt: Deklarert
    okonomi: Deklarert


@dataclass(frozen=True, kw_only=True, slots=True)
class Organisering:
    """How the work was organised."""

    organer: tuple[Organ, ...] = ()
    pastander: tuple[Pastand, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Maal(Pastand):
    """A goal, with the level the source itself calls it."""

    nivaa_i_kilden: str
    nr_i_kilden: str | None = None
    under: str | None = None
    utfordringer: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Strategi(Pastand):
    """A strategy; linked to goals only where the source links them."""

    nivaa_i_kilden: str
    nr_i_kilden: str | None = None
    maal: tuple[str, ...] = ()
    behandling: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Oppgitt:
    """The source's own words for the status of a Tiltak."""

    opphav: str | None = None
    tilstand: tuple[str, ...] = ()
    framdrift: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Framdrift:
    """Progress in per cent (0–100), and what it is a share of."""

    prosent: int | float
    av: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Ansvarlig:
    """The role or unit that answers for a Tiltak, or the reason none is named."""

    rolle: str | None = None
    mangler: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Tiltak(Pastand):
    """A measure: our reading of its state beside the source's own words."""

    nivaa_i_kilden: str
    opphav: str
    tilstand: str
    ansvarlig: Ansvarlig
    kostnad: Belop
    nr_i_kilden: str | None = None
    maal: str | None = None
    strategi: str | None = None
    oppgitt: Oppgitt | None = None
    framdrift: Framdrift | None = None
    frist: Tid | None = None
    utfort: str | None = None
    avvik: str | None = None
    begrunnelse: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Resultat(Pastand):
    """A result, and whether the goal was reached."""

    utfall: str
    maal: tuple[str, ...] = ()
    oppgitt_utfall: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Erfaring(Pastand):
    """One lesson: what helped, what hindered, what they would do differently."""

    retning: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Okonomipost(Pastand):
    """One line of the economy; `sum_av` names the lines it is the sum of."""

    belop: Belop
    sum_av: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ManglendeDel:
    """A whole part of an Eksempel that isn't there, with the reason."""

    delen: str
    mangler: str
    tekst: str
    kilde: str
    sted: Sted = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Bidragsyter:
    """One who has given to an Eksempel, as organisation and role: never a person's name."""

    organisasjon: str
    bidro_med: str
    dato: str
    rolle: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Eksempel:
    """One municipal example."""

    id: str
    tittel: str
    ingress: str
    kommuner: tuple[KommuneIEksempel, ...]
    periode: Tid
    kilder: tuple[str, ...]
    malgrupper: tuple[str, ...]
    temaer: tuple[str, ...]
    status_i_dag: StatusIDag
    deklarasjon: Deklarasjon
    bakgrunn: tuple[Pastand, ...] = ()
    organisering: Organisering | None = None
    utfordringer: tuple[Pastand, ...] = ()
    maal: tuple[Maal, ...] = ()
    strategier: tuple[Strategi, ...] = ()
    tiltak: tuple[Tiltak, ...] = ()
    resultater: tuple[Resultat, ...] = ()
    erfaringer: tuple[Erfaring, ...] = ()
    virket_ikke: tuple[Pastand, ...] = ()
    brukermedvirkning: tuple[Pastand, ...] = ()
    okonomi: tuple[Okonomipost, ...] = ()
    bidragsytere: tuple[Bidragsyter, ...] = ()
    mangler: tuple[ManglendeDel, ...] = ()
    publisert: str | None = None
    engelsk: str | None = None

    @property
    def adresse(self) -> str:
        """The page of the example on the site."""
        return f"/eksempler/{self.id}/"

    def pastander(self) -> Iterator[tuple[str, Pastand]]:
        """Every claim of the example with the name of its part, in the order of the page."""
        yield from (("bakgrunn", p) for p in self.bakgrunn)
        if self.organisering:
            yield from (("organisering", p) for p in self.organisering.organer)
            yield from (("organisering", p) for p in self.organisering.pastander)
        for name in PASTANDSDELER:
            yield from ((name, p) for p in getattr(self, name))


PASTANDSDELER = (
    "utfordringer",
    "maal",
    "strategier",
    "tiltak",
    "resultater",
    "erfaringer",
    "virket_ikke",
    "brukermedvirkning",
    "okonomi",
)
"""The parts of an Eksempel that are plain lists of claims, after bakgrunn and organisering."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Nettverkstall(Pastand):
    """One printed figure of a network survey, or the two it lies between, with what it counts; or why it isn't known."""

    tallslag: str
    verdi: int | float | None = None
    mellom: tuple[int | float, int | float] | None = None
    skala: str | None = None
    teller: str | None = None
    sporsmal: str | None = None
    mangler: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Nettverk:
    """The results of a network survey in one municipality."""

    id: str
    tittel: str
    ingress: str
    kommune: str
    tid: Tid
    kilder: tuple[str, ...]
    tall: tuple[Nettverkstall, ...]
    navn_i_kilden: str | None = None
    eksempel: str | None = None
    bilder: tuple[Pastand, ...] = ()
    observasjoner: tuple[Pastand, ...] = ()

    @property
    def adresse(self) -> str:
        """Where on the site the survey stands, among all others; its claims stand at `adresse_til`."""
        return f"/eksempler/nettverkene/#nettverk-{self.id}"

    def adresse_til(self, p: Pastand) -> str:
        """Where on the site one of its claims stands."""
        return f"/eksempler/nettverkene/#{self.id}--{p.id}"

    def pastander(self) -> Iterator[tuple[str, Pastand]]:
        """Every claim of the survey with the name of its part."""
        for name in ("tall", "bilder", "observasjoner"):
            yield from ((name, p) for p in getattr(self, name))


@dataclass(frozen=True, kw_only=True, slots=True)
class Lest:
    """What has been read of a source: scope, page ranges (first, last), and when."""

    omfang: str
    dato: str
    sider: tuple[tuple[int, int], ...] = ()
    form: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Adressesvar:
    """Whether the address answered when it was last tried."""

    svar: str
    sjekket: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Kildehull:
    """A hole in a source: an empty form, numbers fallen out, pages we don't have."""

    mangler: str
    tekst: str
    sted: Sted


@dataclass(frozen=True, kw_only=True, slots=True)
class Kildekritikk:
    """One thing a reader should know about a source."""

    id: str
    tekst: str
    sted: Sted


@dataclass(frozen=True, kw_only=True, slots=True)
class Kilde:
    """One source."""

    id: str
    kildetype: str
    dokumentstatus: str
    tittel: str
    utgiver: str
    utgitt: Tid
    lest: Lest
    utgivelse: str | None = None
    undertittel: str | None = None
    korttittel: str | None = None
    forfattere: tuple[str, ...] = ()
    serie: str | None = None
    nummer: str | None = None
    isbn: str | None = None
    url: str | None = None
    sider: int | None = None
    adresse_svarer: Adressesvar | None = None
    mangler: tuple[Kildehull, ...] = ()
    kildekritikk: tuple[Kildekritikk, ...] = ()

    @property
    def adresse(self) -> str:
        """The place of the source on the site."""
        return f"/kilder/#{self.id}"

    @property
    def opphav(self) -> tuple[str, ...]:
        """Who stands as author in a reference: the authors, else the body that published it."""
        return self.forfattere or (self.utgiver,)

    @property
    def hel_tittel(self) -> str:
        """Title and subtitle as one text."""
        return f"{self.tittel}: {self.undertittel}" if self.undertittel else self.tittel


@dataclass(frozen=True, kw_only=True, slots=True)
class Definisjon:
    """One definition of a term, with its owner."""

    id: str
    tekst: str
    eier: str
    kilde: str
    sted: Sted
    tid: Tid | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Begrep:
    """One term, with its names and its definitions side by side."""

    id: str
    bokmal: str
    forklaring: str
    definisjoner: tuple[Definisjon, ...] = ()
    nynorsk: str | None = None
    engelsk: str | None = None
    synonymer: tuple[str, ...] = ()
    forkortelser: tuple[str, ...] = ()
    eldre_navn: tuple[str, ...] = ()
    se_ogsa: tuple[str, ...] = ()
    merkes: bool = True

    @property
    def navn(self) -> tuple[str, ...]:
        """All that the term is called in bokmål, its own name first."""
        return (self.bokmal, *self.synonymer, *self.forkortelser, *self.eldre_navn)

    @property
    def adresse(self) -> str:
        """The place of the term on the site."""
        return f"/begreper/ordliste/#{self.id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Folketall:
    """Inhabitants of a Kommune at a date."""

    antall: int
    dato: str
    kilde: str
    sted: Sted


@dataclass(frozen=True, kw_only=True, slots=True)
class Kommunehistorie:
    """What a Kommune was called before, or which ones it was merged from."""

    tekst: str
    kilde: str
    sted: Sted
    navn: str | None = None
    tid: Tid | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Kommunenevning:
    """Where one of the main sources names a Kommune, and what it is called there."""

    navn: str
    kilde: str
    sted: Sted


@dataclass(frozen=True, kw_only=True, slots=True)
class Kommune:
    """One municipality of today; `punkt` is latitude and longitude in degrees."""

    nummer: str
    navn: str
    fylke: str
    punkt: tuple[float, float]
    nummer_2020_2023: str | None = None
    innbyggere: tuple[Folketall, ...] = ()
    historie: tuple[Kommunehistorie, ...] = ()
    nevnt: tuple[Kommunenevning, ...] = ()

    @property
    def alle_navn(self) -> tuple[str, ...]:
        """Every name it goes under, each once: today's, each language of it, former ones, and those of the sources."""
        today = (self.navn, *self.navn.split(" - "))
        return tuple(dict.fromkeys((*today, *(h.navn for h in self.historie if h.navn), *(n.navn for n in self.nevnt))))


@dataclass(frozen=True, kw_only=True, slots=True)
class Lovkrav:
    """One demand in an act or regulation: skal, bør or kan; who; by when; how it can be shown."""

    id: str
    tittel: str
    kilde: str
    sted: Sted
    styrke: str
    tekst: str
    hvem: str
    gjelder_fra: str
    dokumenteres: str
    temaer: tuple[str, ...]
    frist: str | None = None
    frist_grunn: str | None = None

    @property
    def adresse(self) -> str:
        """The place of the demand on the site."""
        return f"/lov/lovkrav/#{self.id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Lovendring:
    """A change of an act or regulation. `i_kraft` is None where it isn't in force, as far as is known."""

    id: str
    bestemmelser: tuple[str, ...]
    hva: str
    kilde: str
    sted: Sted
    sikkerhet: str
    vedtatt: str | None = None
    i_kraft: str | None = None
    merknad: str | None = None

    @property
    def adresse(self) -> str:
        """The place of the change on the site."""
        return f"/lov/endringer/#{self.id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Lovhendelse:
    """One event in the story of the field: a bill, a vote, a strategy. `spor` puts it into the figure of all of them."""

    id: str
    tid: Tid
    tekst: str
    kilde: str
    sted: Sted
    spor: str | None = None
    beregnet: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Emne:
    """One entry of temaer.yml, malgrupper.yml or virkemidler.yml; `side` is the page about it."""

    id: str
    navn: str
    forklaring: str
    begrep: str | None = None
    side: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Kode:
    """One entry of a list in kodelister.yml."""

    kode: str
    navn: str
    forklaring: str
    krever: tuple[str, ...] = ()
    fra: int | None = None
    til: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Versjon:
    """One version of the base, from CHANGELOG.md: its number, its date, and what is new."""

    nummer: str
    dato: str
    punkter: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Bibliotek:
    """A library that a part of the finished site is made of, with version and licence."""

    navn: str
    versjon: str
    lisens: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Byggepakke:
    """A package that builds or tests the site and is no part of it: its locked versions, licence, and the locks it is in."""

    navn: str
    versjoner: tuple[str, ...]
    lisens: str
    laas: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Malkolonne:
    """A column of a table to fill in. `slag` is what is written in it; None is text."""

    navn: str
    hjelp: str | None = None
    bredde: int | None = None
    slag: str | None = None
    valg: tuple[str, ...] = ()
    sum: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Maltabell:
    """A table of a template: rows that are written, then rows to fill in."""

    kolonner: tuple[Malkolonne, ...]
    tittel: str | None = None
    rader: tuple[tuple[str, ...], ...] = ()
    tomme_rader: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Malblokk:
    """One piece of a template; exactly one field is set. «[FYLL UT: …]» in a text is a field to fill in."""

    overskrift: str | None = None
    avsnitt: str | None = None
    hjelp: str | None = None
    punkter: tuple[str, ...] = ()
    steg: tuple[str, ...] = ()
    tabell: Maltabell | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Malgrunn:
    """What a part of a template has from a source, and where it stands there."""

    hva: str
    kilde: str
    sted: Sted


@dataclass(frozen=True, kw_only=True, slots=True)
class Maldel:
    """A part of a template, with the duties it answers, what it is built on, and what is our own suggestion."""

    tittel: str
    eget: str
    innhold: tuple[Malblokk, ...]
    lovkrav: tuple[str, ...] = ()
    bygger_pa: tuple[Malgrunn, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Mal:
    """A template that becomes files to fill in: Word and OpenDocument text, or Excel and OpenDocument spreadsheet."""

    id: str
    tittel: str
    kort: str
    fase: str
    filslag: str
    deler: tuple[Maldel, ...]
    liggende: bool = False

    @property
    def adresse(self) -> str:
        """The page on how to use it."""
        return f"/maler/{self.id}/"
