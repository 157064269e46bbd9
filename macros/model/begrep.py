"""A term, with its definitions side by side.

Fields mirror the schema of the kind in data/skjema/, which says what each one means.
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.felles import Sted, Tid


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
