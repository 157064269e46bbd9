"""The invented base is valid and uses every field there is, so that what the tests do with it reaches everything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.loading import load_base, read_data, resolve
from tests.felles import make_project, report_of

Field = tuple[str, str]

NOT_IN_THE_BASE = ("bidrag.schema.json", "kodelister.schema.json", "side.schema.json")
"""The lists are the real ones; pages and what is sent in are not records."""


def test_base_is_valid_and_can_be_built(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    assert report_of(root) == ""
    assert list(load_base(root).eksempler) == ["prikkeby", "strekvoll"]


def test_base_uses_every_field(tmp_path: Path) -> None:
    raw = read_data(make_project(tmp_path))
    used: set[Field] = set()
    for fil in raw.filer:
        if fil.slag.skjema not in NOT_IN_THE_BASE:
            used.update(_used(fil.yaml.data, raw.skjema[fil.slag.skjema], raw.skjema, fil.slag.skjema))
    every = {field for name, s in raw.skjema.items() if name not in NOT_IN_THE_BASE for field in _fields(s, name)}
    assert every - used == set()


def _fields(skjema: Any, where: str) -> Iterator[Field]:
    """Every field that is defined in a schema, as the place of the object and the name."""
    if isinstance(skjema, list):
        for i, part in enumerate(skjema):
            yield from _fields(part, f"{where}/{i}")
    elif isinstance(skjema, dict):
        if isinstance(skjema.get("properties"), dict):
            yield from ((where, name) for name in skjema["properties"])
        for key, part in skjema.items():
            yield from _fields(part, f"{where}/{key}" if key != "$defs" else where.partition("/")[0] + "#/$defs")


def _used(value: Any, skjema: dict[str, Any], skjemaer: dict[str, Any], where: str) -> Iterator[Field]:
    if "$ref" in skjema:
        yield from _used(value, resolve(skjema["$ref"], skjemaer), skjemaer, skjema["$ref"])
    if isinstance(value, dict):
        for name, field in skjema.get("properties", {}).items():
            if name in value:
                yield where, name
                yield from _used(value[name], field, skjemaer, f"{where}/properties/{name}")
    elif isinstance(value, list):
        for item in value:
            yield from _used(item, skjema.get("items", {}), skjemaer, f"{where}/items")
