"""A template that becomes files to fill in.

Fields mirror the schema of the kind in data/skjema/, which says what each one means.
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.felles import Sted


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
