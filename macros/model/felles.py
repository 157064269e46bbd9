"""The five objects that every record is made of: Pastand, Tid, Belop, mangel (a code) and Organ.

Fields mirror data/skjema/felles.schema.json, which says what each one means.
"""

from __future__ import annotations

from dataclasses import dataclass

MANEDER = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)

Tidspunkt = int | str
"""A year (2011), a month («2011-08»), a season («2011-host») or a date («2011-08-31»)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Tid:
    """When: a point, an interval (open where `til` is None), something recurring, or the reason it isn't known."""

    naar: Tidspunkt | None = None
    fra: Tidspunkt | None = None
    til: Tidspunkt | None = None
    gjentas: str | None = None
    hver_dato: str | None = None
    holdt: tuple[Tidspunkt, ...] = ()
    mangler: str | None = None
    merknad: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Belop:
    """An amount in whole kroner, for which period, per year or in all, from whom; or the reason it isn't known."""

    kroner: int | None = None
    per: str | None = None
    periode: Tid | None = None
    slags: str | None = None
    fra_hvem: str | None = None
    mangler: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Stedspunkt:
    """One place in a source. A bare page number in YAML becomes Stedspunkt(side=number)."""

    side: int | str | None = None
    paragraf: str | None = None
    ledd: int | None = None
    punktum: int | None = None
    kapittel: str | None = None
    overskrift: str | None = None
    tabell: str | None = None
    figur: str | None = None


Sted = tuple[Stedspunkt, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Utsagn:
    """One of the things a source says where it says two."""

    tekst: str
    sted: Sted
    kilde: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Motstrid:
    """The source says two things about the same: both, and how the editors read it, with the reason."""

    sier: tuple[Utsagn, ...]
    var_lesning: str
    grunn: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Gyldighet:
    """Whether a claim still holds, why, and when that was checked."""

    svar: str
    sjekket: str
    grunn: str | None = None
    kilde: str | None = None
    sted: Sted = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Pastand:
    """One claim in our own words, with its source, place, who says it and what kind of claim it is."""

    id: str
    tekst: str
    kilde: str
    sted: Sted
    hvem_sier: str
    slags: str
    gjengitt_av: str | None = None
    gjelder: tuple[str, ...] = ()
    tid: Tid | None = None
    temaer: tuple[str, ...] = ()
    malgrupper: tuple[str, ...] = ()
    virkemidler: tuple[str, ...] = ()
    lovkrav: tuple[str, ...] = ()
    motstrid: Motstrid | None = None
    usikker_plassering: str | None = None
    beregnet: str | None = None
    gyldig_i_dag: Gyldighet | None = None
    kildekritikk: str | None = None

    @property
    def har_forbehold(self) -> bool:
        """Whether the reader must be told more than the claim itself: contradictions, doubts, sums, what has changed."""
        return any((self.motstrid, self.usikker_plassering, self.beregnet, self.gyldig_i_dag, self.kildekritikk))


@dataclass(frozen=True, kw_only=True, slots=True)
class Medlem:
    """A member of an Organ, as a role; never a name."""

    rolle: str
    enhet: str | None = None
    funksjon: str | None = None
    antall: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Organ(Pastand):
    """A body: steering group, working group, unit or political committee."""

    navn: str
    organslag: str
    leder: Medlem | None = None
    medlemmer: tuple[Medlem, ...] = ()
    oppgaver: tuple[str, ...] = ()
    rapporterer_til: tuple[str, ...] = ()
