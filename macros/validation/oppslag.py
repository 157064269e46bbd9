"""What records may refer to: the keys of every kind, the codes of every list, and the ids inside the record itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from macros.loading import Raadata
from macros.loading.kinds import ALLE, KODELISTER

_WHERE = {
    "kilde": "data/kilder/",
    "eksempel": "data/eksempler/",
    "begrep": "data/begreper/",
    "kommune": "data/kommuner.yml",
    "tema": "data/temaer.yml",
    "malgruppe": "data/malgrupper.yml",
    "virkemiddel": "data/virkemidler.yml",
    "lovkrav": "data/lovkrav.yml",
    "gjelder": "data/kommuner.yml og i lista «gjelder» i data/kodelister.yml",
}

_NEW = {
    "kilde": " Er den ny, så lag en fil for den der.",
    "begrep": " Er det nytt, så lag en fil for det der.",
    "kommune": " Bruk nummeret kommunen har i dag.",
}


class Oppslag:
    """What records may refer to: keys of every kind, code lists, and the ids inside the record that is being read.

    A file that can't be read is told of once, where it is broken: a record's file stands for its name, and of a list
    that is gone nothing is asked.
    """

    def __init__(self, raw: Raadata) -> None:
        """Collect the names from the raw data; broken records count with what they have."""
        read = {fil.slag.navn for fil in raw.filer if fil.yaml.data is not None}
        self.uleste = {slag.navn for slag in ALLE if not slag.one_file_each} - read
        self.kodelister = _code_names(raw)
        self.navn = {slag: dict.fromkeys(_keys(raw, slag)) for slag in _WHERE if slag != "gjelder"}
        self.navn["gjelder"] = {**self.navn["kommune"], **self.kodelister.get("gjelder", {})}
        self.post: Any = None

    def koder(self, liste: str) -> dict[str, None] | None:
        """The codes of a list, or None where the lists can't be read."""
        return None if KODELISTER.navn in self.uleste else self.kodelister.get(liste, {})

    def lovlige(self, viser_til: str) -> dict[str, None] | None:
        """The names a field may hold, or None where they can't be read.

        `viser_til` is a kind, «gjelder», or «egen:maal» for ids in the same record.
        """
        sources = {"kommune", KODELISTER.navn} if viser_til == "gjelder" else {viser_til}
        if sources & self.uleste:
            return None
        if not viser_til.startswith("egen:"):
            return self.navn[viser_til]
        part = viser_til.removeprefix("egen:")
        items = _field(_field(self.post, "organisering"), "organer") if part == "organ" else _field(self.post, part)
        found = items if isinstance(items, list) else ()
        return {x["id"]: None for x in found if isinstance(x, dict) and isinstance(x.get("id"), str)}


def _field(post: Any, name: str) -> Any:
    return post.get(name) if isinstance(post, dict) else None


def _keys(raw: Raadata, slag: str) -> Iterator[str]:
    for fil in raw.filer:
        if fil.slag.navn == slag and fil.slag.one_file_each and fil.yaml.data is None:
            yield PurePosixPath(fil.yaml.fil).stem
    for fil, _, post in raw.av_slag(slag):
        key = post.get(fil.slag.nokkel)
        if isinstance(key, str | int):  # a number without quotes is said once, where it stands
            yield str(key)


def _code_names(raw: Raadata) -> dict[str, dict[str, None]]:
    fil = raw.fil("kodeliste")
    lists = fil.yaml.data if fil and isinstance(fil.yaml.data, dict) else {}
    return {
        name: {str(code["kode"]): None for code in codes if isinstance(code, dict) and "kode" in code}
        for name, codes in lists.items()
        if isinstance(codes, list)
    }


def where_named(viser_til: str) -> str:
    """Where the names that a field may hold are found."""
    if viser_til.startswith("egen:"):
        part = {"egen:organ": "organisering.organer"}.get(viser_til, viser_til.removeprefix("egen:"))
        return f"Feltet viser til en id under «{part}» i samme fil."
    return f"Alle som finnes, står i {_WHERE[viser_til]}.{_NEW.get(viser_til, '')}"
