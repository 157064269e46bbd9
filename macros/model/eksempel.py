"""A municipal example, and the claims it is made of.

Fields mirror the schema of the kind in data/skjema/, which says what each one means.
"""

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
