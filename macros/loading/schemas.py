"""The JSON Schemas of data/skjema/, with every reference made absolute, and what can be asked of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

Skjema = dict[str, Any]
Skjemaer = Mapping[str, Skjema]


def read_schemas(rot: Path) -> dict[str, Skjema]:
    """The schemas by file name, each `$ref` absolute («felles.schema.json#/$defs/tid»).

    Raises ValueError for broken JSON.
    """
    folder = rot / "data" / "skjema"
    return _schemas(tuple((p.name, p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.json"))))


@lru_cache(maxsize=4)
def _schemas(texts: tuple[tuple[str, str], ...]) -> dict[str, Skjema]:
    """The schemas from their texts: the very same object for the same texts, so that what hangs on them can be kept."""
    return {name: _absolute(json.loads(text), name) for name, text in texts}


def schema_files(rot: Path) -> dict[str, bytes]:
    """The schemas as they are written, by file name."""
    return {p.name: p.read_bytes() for p in sorted((rot / "data" / "skjema").glob("*.json"))}


def _absolute(node: Any, name: str) -> Any:
    if isinstance(node, list):
        return [_absolute(item, name) for item in node]
    if not isinstance(node, dict):
        return node
    return {k: name + v if k == "$ref" and v.startswith("#") else _absolute(v, name) for k, v in node.items()}


def resolve(ref: str, skjemaer: Skjemaer) -> Skjema:
    """The schema that an absolute reference names. Raises KeyError where there is none."""
    name, _, pointer = ref.partition("#")
    node: Any = skjemaer[name]
    for part in pointer.strip("/").split("/") if pointer.strip("/") else ():
        node = node[part]
    return node


def properties(skjema: Skjema, skjemaer: Skjemaer) -> Iterator[tuple[str, Skjema]]:
    """Every field that an object of this schema may have, the inherited ones first."""
    if "$ref" in skjema:
        yield from properties(resolve(skjema["$ref"], skjemaer), skjemaer)
    yield from skjema.get("properties", {}).items()
