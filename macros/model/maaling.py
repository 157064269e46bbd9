"""What a command measured: the figures of one run, with when, on which commit and on what machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Tall:
    """One figure as it is read: what was measured, the value with its unit, the goal in words, and whether it was met."""

    hva: str
    verdi: str
    maal: str = ""
    nadd: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Maaling:
    """One run of a command that measures. `navn`: its file in data/tilstand/. `utgave`: the commit.

    liste: what was found, one line each, where the figures alone say too little.
    """

    navn: str
    tittel: str
    dato: str
    utgave: str
    maskin: str
    kommando: str
    tall: tuple[Tall, ...]
    merknad: str = ""
    liste: tuple[str, ...] = ()
