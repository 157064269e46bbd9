"""What the site is made of and made with, and its versions."""

from __future__ import annotations

from dataclasses import dataclass


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
