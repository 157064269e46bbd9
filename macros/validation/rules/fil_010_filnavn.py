"""A record that has a file of its own is named as the file: data/eksempler/tromso.yml holds the id tromso."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding

KODE = "FIL-010"
REGEL = "Fila heter noe annet enn id-en i den."


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
                f"Skriv id: {name}, eller gi fila navnet {data['id']}.yml.",
            )
