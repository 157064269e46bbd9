"""Entries of the short lists: themes, groups, instruments, and codes.

Fields mirror the schema of the kind in data/skjema/, which says what each one means.
"""

from __future__ import annotations

from dataclasses import dataclass


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
