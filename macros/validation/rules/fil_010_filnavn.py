"""A record that has a file of its own is named as the file: data/eksempler/tromso.yml holds the id tromso."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding

KODE = "FIL-010"
REGEL = "Fila heter noe annet enn id-en i den."
RAAD = "Gi fila samme navn som id-en, eller rett id-en."


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each file whose name isn't the id in it."""
    for fil in raw.filer:
        data = fil.yaml.data
        if not fil.slag.one_file_each or not isinstance(data, dict) or not isinstance(data.get("id"), str):
            continue
        name = PurePosixPath(fil.yaml.fil).stem
        if data["id"] != name:
            yield finding(
                fil,
                ("id",),
                KODE,
                f"Id-en er «{data['id']}», men fila heter {name}.yml. De skal være like.",
                f"{_proposal(name)}i fila navnet {data['id']}.yml.",
            )


def _proposal(name: str) -> str:
    """The other way out, where the name of the file can be an id."""
    return f"Skriv id: {name}, eller g" if re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", name) else "G"
