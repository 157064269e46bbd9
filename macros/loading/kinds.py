"""The record kinds: where each lies, its schema, and the class it becomes. The one place that lists them."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model import Innstillinger
from macros.model.begrep import Begrep
from macros.model.eksempel import Eksempel
from macros.model.kilde import Kilde
from macros.model.kommune import Kommune
from macros.model.lister import Emne, Kode
from macros.model.lov import Lovendring, Lovhendelse, Lovkrav
from macros.model.mal import Mal
from macros.model.nettverk import Nettverk
from macros.model.seminar import Seminar


@dataclass(frozen=True, slots=True)
class Slag:
    """One record kind.

    navn: singular, used in references (`x-viser-til`). sti: folder of one file a record, or one file with a list.
    skjema: file in data/skjema/. klasse: what a record becomes. nokkel: the field a record is known by.
    """

    navn: str
    sti: str
    skjema: str
    klasse: type
    nokkel: str = "id"

    @property
    def one_file_each(self) -> bool:
        """Whether `sti` is a folder with one file a record."""
        return not self.sti.endswith(".yml")


SLAG: tuple[Slag, ...] = (
    Slag("eksempel", "eksempler", "eksempel.schema.json", Eksempel),
    Slag("nettverk", "nettverk", "nettverk.schema.json", Nettverk),
    Slag("seminar", "seminar", "seminar.schema.json", Seminar),
    Slag("kilde", "kilder", "kilde.schema.json", Kilde),
    Slag("begrep", "begreper", "begrep.schema.json", Begrep),
    Slag("kommune", "kommuner.yml", "kommuner.schema.json", Kommune, "nummer"),
    Slag("tema", "temaer.yml", "temaer.schema.json", Emne),
    Slag("malgruppe", "malgrupper.yml", "malgrupper.schema.json", Emne),
    Slag("virkemiddel", "virkemidler.yml", "virkemidler.schema.json", Emne),
    Slag("lovkrav", "lovkrav.yml", "lovkrav.schema.json", Lovkrav),
    Slag("lovendring", "lovendringer.yml", "lovendringer.schema.json", Lovendring),
    Slag("lovhendelse", "lovhistorie.yml", "lovhistorie.schema.json", Lovhendelse),
    Slag("mal", "maler", "mal.schema.json", Mal),
)

KODELISTER = Slag("kodeliste", "kodelister.yml", "kodelister.schema.json", Kode, "kode")
INNSTILLINGER = Slag("innstilling", "innstillinger.yml", "innstillinger.schema.json", Innstillinger)
UTGATTE = Slag("utgatt", "utgatte.yml", "utgatte.schema.json", dict)
NAVNEHASHER = Slag("navnehash", "navnehasher.yml", "navnehasher.schema.json", dict, "hash")

ALLE: tuple[Slag, ...] = (*SLAG, KODELISTER, INNSTILLINGER, UTGATTE, NAVNEHASHER)

NOT_RECORDS = ("README.md", "skjema", "tilstand")
"""What may lie in data/ without being a record."""
