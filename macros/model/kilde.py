"""A source: what it is, what of it has been read, and what to hold against it.

Fields mirror the schema of the kind in data/skjema/, which says what each one means.
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.felles import Sted, Tid


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
