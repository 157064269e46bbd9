"""The record kinds: where each lies, its schema, and the class it becomes. The one place that lists them."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model import Innstillinger, poster
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
    Slag("eksempel", "eksempler", "eksempel.schema.json", poster.Eksempel),
    Slag("nettverk", "nettverk", "nettverk.schema.json", poster.Nettverk),
    Slag("seminar", "seminar", "seminar.schema.json", Seminar),
    Slag("kilde", "kilder", "kilde.schema.json", poster.Kilde),
    Slag("begrep", "begreper", "begrep.schema.json", poster.Begrep),
    Slag("kommune", "kommuner.yml", "kommuner.schema.json", poster.Kommune, "nummer"),
    Slag("tema", "temaer.yml", "temaer.schema.json", poster.Emne),
    Slag("malgruppe", "malgrupper.yml", "malgrupper.schema.json", poster.Emne),
    Slag("virkemiddel", "virkemidler.yml", "virkemidler.schema.json", poster.Emne),
    Slag("lovkrav", "lovkrav.yml", "lovkrav.schema.json", poster.Lovkrav),
    Slag("lovendring", "lovendringer.yml", "lovendringer.schema.json", poster.Lovendring),
    Slag("lovhendelse", "lovhistorie.yml", "lovhistorie.schema.json", poster.Lovhendelse),
    Slag("mal", "maler", "mal.schema.json", poster.Mal),
)

KODELISTER = Slag("kodeliste", "kodelister.yml", "kodelister.schema.json", poster.Kode, "kode")
INNSTILLINGER = Slag("innstilling", "innstillinger.yml", "innstillinger.schema.json", Innstillinger)
UTGATTE = Slag("utgatt", "utgatte.yml", "utgatte.schema.json", dict)
NAVNEHASHER = Slag("navnehash", "navnehasher.yml", "navnehasher.schema.json", dict, "hash")

ALLE: tuple[Slag, ...] = (*SLAG, KODELISTER, INNSTILLINGER, UTGATTE, NAVNEHASHER)

NOT_RECORDS = ("README.md", "skjema", "tilstand")
"""What may lie in data/ without being a record."""
