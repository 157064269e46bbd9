"""Settings of the place: what differs from one installation of the base to another (data/innstillinger.yml)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Lisens:
    """A licence: its short name and the address of its text."""

    navn: str
    url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Innstillinger:
    """Settings of the place. None means that the place has none, and what needs it is left out of the site.

    navn: name of the site. nettadresse: address of the published site, ending in «/».
    kodelager: address of the repository, without «/» at the end. gren: the branch that is published.
    redaktor: the role or body that answers for the content. svartid: working days until
    it answers, at most. postkasse: address for those who won't use GitHub.
    """

    navn: str
    undertittel: str
    nettadresse: str | None = None
    kodelager: str | None = None
    gren: str = "main"
    redaktor: str | None = None
    svartid: int | None = None
    postkasse: str | None = None
    lisens_innhold: Lisens
    lisens_kode: Lisens
