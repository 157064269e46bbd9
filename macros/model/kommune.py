"""A municipality, with what it has been called and how many lived there.

Fields mirror the schema of the kind in data/skjema/, which says what each one means.
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.felles import Sted, Tid


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
