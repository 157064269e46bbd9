"""The result of a network survey.

Fields mirror the schema of the kind in data/skjema/, which says what each one means.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.felles import Pastand, Tid


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
