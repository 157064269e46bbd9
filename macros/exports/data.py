"""Open data: every kind of record as JSON and CSV at an address that can be guessed, and what says what they mean.

/data/<kind>.json holds the whole records, as data/skjema/ defines them; the parts of examples are flat rows. /data/<table>.csv
and datapackage.json (Frictionless) are made of the same tables, so that none of them can say something else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from macros.exports.tabeller import Datatabell, Felt, Verdi
from macros.model import Kunnskapsbase

MAPPE = "data"
PAKKE = f"{MAPPE}/datapackage.json"
_KINDS = (
    "eksempler", "nettverk", "kilder", "begreper", "kommuner", "lovkrav", "lovendringer", "lovhistorie",
    "temaer", "malgrupper", "virkemidler", "maler", "seminar",
)  # fmt: skip
"""The kinds whose whole records stand in JSON, named as in the base and in the tables."""


def data_files(base: Kunnskapsbase, tabeller: Iterable[Datatabell], skjemaer: Mapping[str, bytes]) -> dict[str, bytes]:
    """The JSON, CSV, schemas and package by path from the root of the site.

    skjemaer: the JSON Schemas by the name of their file."""
    tables = tuple(tabeller)
    files = {f"{MAPPE}/{t.navn}.csv": csv(t) for t in tables}
    files |= {f"{MAPPE}/{t.navn}.json": json_text(_rows(t)) for t in tables if t.navn not in _KINDS}
    files |= {f"{MAPPE}/{kind}.json": json_text(records(base, kind)) for kind in _KINDS}
    files[PAKKE] = json_text(package(base, tables))
    return {path: text.encode() for path, text in files.items()} | {
        f"{MAPPE}/skjema/{navn}": content for navn, content in skjemaer.items()
    }


def records(base: Kunnskapsbase, kind: str) -> list[Any]:
    """The whole records of a kind as plain data that the schema of the kind accepts: what isn't known isn't there."""
    return [_plain(msgspec.to_builtins(post)) for post in getattr(base, kind).values()]


def _plain(node: Any) -> Any:
    if isinstance(node, dict):
        return {k: _plain(v) for k, v in node.items() if v is not None and v != () and v != []}
    return [_plain(x) for x in node] if isinstance(node, list | tuple) else node


def _rows(t: Datatabell) -> list[dict[str, Verdi]]:
    return [dict(zip((f.navn for f in t.felter), row, strict=True)) for row in t.rader]


def json_text(data: Any) -> str:
    """Readable JSON, one line a field, so that two versions can be compared."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def csv(t: Datatabell) -> str:
    """The table as CSV after RFC 4180: UTF-8, comma, CR LF, quotation marks where they are needed.

    A CSV file has no types: only an apostrophe before it keeps a spreadsheet from calculating a text (OWASP, «CSV injection»).
    """
    lines = [[f.navn for f in t.felter], *([_text(v) for v in row] for row in t.rader)]
    return "".join(",".join(map(_quoted, line)) + "\r\n" for line in lines)


def _text(value: Verdi) -> str:
    if isinstance(value, str):
        return f"'{value}" if _FORMULA.match(value) else value
    return "" if value is None else str(value)


_FORMULA = re.compile(r"\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n]")
"""What a spreadsheet could take for a formula: the same as in frontend/eksport/tekst.ts."""


def _quoted(value: str) -> str:
    return '"' + value.replace('"', '""') + '"' if any(sign in value for sign in ',"\r\n') else value


def package(base: Kunnskapsbase, tabeller: Iterable[Datatabell]) -> dict[str, Any]:
    """The data package: what each file and column is, its type, key and what it points at."""
    settings = base.innstillinger
    licence = {"name": settings.lisens_innhold.navn.replace("CC BY 4.0", "CC-BY-4.0")}
    return {
        "name": "boligsosial-kunnskapsbase",
        "title": settings.navn,
        "description": settings.undertittel,
        **({"homepage": settings.nettadresse} if settings.nettadresse else {}),
        **({"version": base.versjoner[0].nummer} if base.versjoner else {}),
        "licenses": [licence | {"path": settings.lisens_innhold.url, "title": settings.lisens_innhold.navn}],
        "resources": [_resource(t) for t in tabeller],
    }


def _resource(t: Datatabell) -> dict[str, Any]:
    links = [
        {"fields": [f.navn], "reference": {"resource": f.viser_til, "fields": [_key_of(f.viser_til)]}}
        for f in t.felter
        if f.viser_til
    ]
    return {
        "name": t.navn,
        "path": f"{t.navn}.csv",
        "profile": "tabular-data-resource",
        "title": t.tittel,
        "description": t.forklaring,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(f) for f in t.felter],
            "primaryKey": list(t.nokkel),
            **({"foreignKeys": links} if links else {}),
        },
    }


def _key_of(table: str) -> str:
    return "nummer" if table == "kommuner" else "id"


def _field(f: Felt) -> dict[str, Any]:
    field: dict[str, Any] = {"name": f.navn, "type": f.type, "description": f.forklaring}
    return field | ({"constraints": {"required": True}} if f.paakrevd else {})
