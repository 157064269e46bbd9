"""Kunnskapsbase: all records by id, and the one way to ask for one by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from typing import TypeVar

from macros.model.begrep import Begrep
from macros.model.eksempel import Eksempel
from macros.model.felt import Felt
from macros.model.innstillinger import Innstillinger
from macros.model.kilde import Kilde
from macros.model.kommune import Kommune
from macros.model.lister import Emne, Kode
from macros.model.lov import Lovendring, Lovhendelse, Lovkrav
from macros.model.maaling import Maaling
from macros.model.mal import Mal
from macros.model.nettverk import Nettverk
from macros.model.programvare import Bibliotek, Byggepakke, Versjon
from macros.model.seminar import Seminar
from macros.model.side import Sidehode

T = TypeVar("T")


class UkjentId(LookupError):
    """A name that stands for nothing in the base. The message is bokmål and proposes the nearest name."""

    def __init__(self, hva: str, verdi: str, lovlige: Mapping[str, object]) -> None:
        """Hva is the kind in bokmål («eksempelet»); verdi the unknown name; lovlige the names there are."""
        self.hva, self.verdi = hva, verdi
        self.naermeste = nearest(verdi, lovlige)
        self.lovlige = tuple(lovlige)
        super().__init__(f"{hva} «{verdi}» finnes ikke.{suggestion(self.naermeste, self.lovlige)}")


def nearest(verdi: str, lovlige: Mapping[str, object]) -> str | None:
    """The legal name that looks most like `verdi`, or None where none is near."""
    near = get_close_matches(str(verdi), list(lovlige), n=1, cutoff=0.6)
    return near[0] if near else None


def suggestion(naermeste: str | None, lovlige: tuple[str, ...]) -> str:
    """The end of a message about an unknown name: the nearest one, or all of them where they are few."""
    if naermeste:
        return f" Mente du «{naermeste}»?"
    if 0 < len(lovlige) <= 20:
        return " Lovlige verdier: " + ", ".join(f"«{x}»" for x in lovlige) + "."
    return ""


@dataclass(frozen=True, kw_only=True)
class Kunnskapsbase:
    """Everything that is known, by id, each mapping sorted by id (kommuner by number)."""

    eksempler: Mapping[str, Eksempel]
    nettverk: Mapping[str, Nettverk]
    seminar: Mapping[str, Seminar]
    kilder: Mapping[str, Kilde]
    begreper: Mapping[str, Begrep]
    kommuner: Mapping[str, Kommune]
    lovkrav: Mapping[str, Lovkrav]
    lovendringer: Mapping[str, Lovendring]
    lovhistorie: Mapping[str, Lovhendelse]
    maler: Mapping[str, Mal]
    temaer: Mapping[str, Emne]
    malgrupper: Mapping[str, Emne]
    virkemidler: Mapping[str, Emne]
    kodelister: Mapping[str, Mapping[str, Kode]]
    innstillinger: Innstillinger
    biblioteker: tuple[Bibliotek, ...] = ()
    byggepakker: tuple[Byggepakke, ...] = ()
    """What builds and tests the site, as it is locked."""
    omriss: tuple[tuple[tuple[float, float], ...], ...] = ()
    """The outline of Norway: rings of (latitude, longitude); empty before frontend/ has been built."""
    sider: tuple[Sidehode, ...] = ()
    felter: Mapping[str, tuple[Felt, ...]] = field(default_factory=dict)
    """What the schemas say of each field, by kind and part."""
    maalinger: tuple[Maaling, ...] = ()
    """What the measuring commands have found, for the page om/tilstand.md."""
    versjoner: tuple[Versjon, ...] = ()
    """The versions of the base, newest first."""

    def eksempel(self, id: str) -> Eksempel:
        """The Eksempel with this id. Raises UkjentId."""
        return _look_up("Eksempelet", id, self.eksempler)

    def nettverket(self, id: str) -> Nettverk:
        """The Nettverk with this id. Raises UkjentId."""
        return _look_up("Nettverket", id, self.nettverk)

    def seminaret(self, id: str) -> Seminar:
        """The Seminar with this id. Raises UkjentId."""
        return _look_up("Seminaret", id, self.seminar)

    def kilde(self, id: str) -> Kilde:
        """The Kilde with this id. Raises UkjentId."""
        return _look_up("Kilden", id, self.kilder)

    def begrep(self, id: str) -> Begrep:
        """The Begrep with this id. Raises UkjentId."""
        return _look_up("Begrepet", id, self.begreper)

    def kommune(self, nummer: str) -> Kommune:
        """The Kommune with this number. Raises UkjentId."""
        return _look_up("Kommunen med nummer", nummer, self.kommuner)

    def krav(self, id: str) -> Lovkrav:
        """The Lovkrav with this id. Raises UkjentId."""
        return _look_up("Lovkravet", id, self.lovkrav)

    def lov(self, navn: str) -> Kilde:
        """The act or regulation that pages call by this name: its short title, its title or its id. Raises UkjentId."""
        return _look_up("Loven", navn.lower(), self.lover)

    @cached_property
    def lover(self) -> dict[str, Kilde]:
        """Every act and regulation among the sources by each of its names, in small letters."""
        acts = [k for k in self.kilder.values() if k.kildetype in ("lov", "forskrift")]
        return {name.lower(): k for k in acts for name in (k.id, k.tittel, k.korttittel) if name}

    @cached_property
    def eksempler_etter_kommune(self) -> dict[str, list[Eksempel]]:
        """The examples in which each municipality takes part, by its number."""
        out: dict[str, list[Eksempel]] = {}
        for e in self.eksempler.values():
            for number in dict.fromkeys(k.nummer for k in e.kommuner):
                out.setdefault(number, []).append(e)
        return out

    def tema(self, id: str) -> Emne:
        """The tema with this id. Raises UkjentId."""
        return _look_up("Temaet", id, self.temaer)

    def malgruppe(self, id: str) -> Emne:
        """The målgruppe with this id. Raises UkjentId."""
        return _look_up("Målgruppa", id, self.malgrupper)

    def virkemiddel(self, id: str) -> Emne:
        """The virkemiddel with this id. Raises UkjentId."""
        return _look_up("Virkemiddelet", id, self.virkemidler)

    def malen(self, id: str) -> Mal:
        """The Mal with this id. Raises UkjentId."""
        return _look_up("Malen", id, self.maler)

    def kode(self, liste: str, kode: str) -> Kode:
        """The entry of a code list. Raises UkjentId."""
        return _look_up(f"Koden i lista «{liste}»", kode, self.kodelister[liste])


def _look_up(hva: str, id: str, av: Mapping[str, T]) -> T:
    try:
        return av[id]
    except KeyError:
        raise UkjentId(hva, id, av) from None
