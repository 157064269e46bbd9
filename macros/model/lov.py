"""Demands of the law, changes of it, and the story of the field.

Fields mirror the schema of the kind in data/skjema/, which says what each one means.
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.felles import Sted, Tid


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
