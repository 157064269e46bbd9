"""The real data/ has no findings, and the schemas can explain every field and every mistake."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from macros.loading import Yamlfil, read_data, resolve
from macros.loading.kinds import SLAG
from macros.model import Funn
from macros.validation import check_data
from macros.validation.oppslag import Oppslag
from macros.validation.report import report
from macros.validation.schema import KODER, schema_check
from tests.felles import ROOT

RAW = read_data(ROOT)
OPPSLAG = Oppslag(RAW)

BROKEN: dict[str, tuple[dict[str, Any], Any]] = {
    "required": ({"required": ["navn"]}, {}),
    "type": ({"type": "string"}, 3),
    "pattern": ({"pattern": "^a$"}, "b"),
    "minimum": ({"minimum": 1}, 0),
    "maximum": ({"maximum": 1}, 2),
    "enum": ({"enum": ["a"]}, "b"),
    "uniqueItems": ({"uniqueItems": True}, ["a", "a"]),
    "minItems": ({"minItems": 1}, []),
    "maxItems": ({"maxItems": 1}, ["a", "b"]),
    "maxLength": ({"maxLength": 1}, "aa"),
    "minLength": ({"minLength": 1}, ""),
    "minProperties": ({"minProperties": 1}, {}),
    "maxProperties": ({"maxProperties": 1}, {"a": "a", "b": "b"}),
    "dependentRequired": ({"dependentRequired": {"a": ["b"]}}, {"a": "a"}),
    "oneOf": ({"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}, {}),
    "additionalProperties": ({"additionalProperties": False}, {"a": "a"}),
    "unevaluatedProperties": ({"unevaluatedProperties": False}, {"a": "a"}),
    "x-kodeliste": ({"x-kodeliste": "slags"}, "finnes-ikke"),
    "x-viser-til": ({"x-viser-til": "tema"}, "finnes-ikke"),
    "properties": ({"properties": {"a": {"type": "string"}}}, {"a": 3}),
    "items": ({"items": {"type": "string"}}, [3]),
}
"""A schema and a value that breaks it, for each keyword in use."""

ONLY_WORDS = {"$schema", "$id", "$defs", "$ref", "title", "description", "examples", "x-melding"}

USED_BY_CODE = {"storrelse", "gjelder"}
"""Code lists that no field names with x-kodeliste: inhabitants are sorted into one, x-viser-til tells of the other."""


def test_real_data_has_no_findings() -> None:
    assert report(check_data(RAW)) == ""


def _schemas(node: Any, where: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema inside a schema, with its place."""
    yield where, node
    for key in ("properties", "$defs"):
        for name, part in node.get(key, {}).items():
            yield from _schemas(part, f"{where}/{name}")
    for key in ("items", "additionalProperties", "unevaluatedProperties"):
        if isinstance(node.get(key), dict):
            yield from _schemas(node[key], f"{where}/{key}")
    for i, part in enumerate(node.get("oneOf", ())):
        yield from _schemas(part, f"{where}/oneOf/{i}")


ALL_SCHEMAS = [found for name, skjema in RAW.skjema.items() for found in _schemas(skjema, name)]


def test_every_keyword_in_use_is_known_here() -> None:
    used = {key for _, skjema in ALL_SCHEMAS for key in skjema}
    assert used - ONLY_WORDS - set(BROKEN) == set()
    assert used - ONLY_WORDS <= {*Draft202012Validator.VALIDATORS, "x-kodeliste", "x-viser-til"}


@pytest.mark.parametrize("keyword", BROKEN)
def test_every_keyword_has_a_message(keyword: str) -> None:
    skjema, value = BROKEN[keyword]
    found = _findings({"prove": skjema}, value)
    assert [f.kode in KODER and bool(f.melding) for f in found] == [True]


def _findings(skjemaer: dict[str, dict[str, Any]], value: Any) -> list[Funn]:
    """What is wrong with a value by the schema «prove»."""
    return list(schema_check(skjemaer, OPPSLAG)("prove", Yamlfil("prove.yml", value)))


def test_every_schema_is_itself_valid() -> None:
    for skjema in RAW.skjema.values():
        Draft202012Validator.check_schema(skjema)


def test_every_field_has_a_description() -> None:
    missing = []
    for where, skjema in ALL_SCHEMAS:
        for name, field in skjema.get("properties", {}).items():
            target = resolve(field["$ref"], RAW.skjema) if "$ref" in field else {}
            if not (field.get("description") or target.get("description")):
                missing.append(f"{where}: {name}")
    assert missing == []


def test_every_pattern_has_a_message() -> None:
    """A regular expression tells a contributor nothing; the number of a field in the source is text of any form."""
    assert [where for where, skjema in ALL_SCHEMAS if "pattern" in skjema and "x-melding" not in skjema] == []


def test_every_example_in_the_schemas_is_valid() -> None:
    """References in examples name real records, which the example schema can't know, so only the form is asked."""
    wrong = []
    for where, skjema in ALL_SCHEMAS:
        for example in skjema.get("examples", ()):
            found = [f for f in _findings({**RAW.skjema, "prove": skjema}, example) if f.kode != "REF-001"]
            if found:
                wrong.append(f"{where}: {json.dumps(example, ensure_ascii=False)}: {found[0].melding}")
    assert wrong == []


def test_code_lists_and_schemas_name_the_same_lists() -> None:
    named = {skjema["x-kodeliste"] for _, skjema in ALL_SCHEMAS if "x-kodeliste" in skjema}
    assert named | USED_BY_CODE == set(OPPSLAG.kodelister)


def test_references_name_kinds_or_parts() -> None:
    named = {skjema["x-viser-til"] for _, skjema in ALL_SCHEMAS if "x-viser-til" in skjema}
    parts = {f"egen:{name}" for name in RAW.skjema["eksempel.schema.json"]["properties"]} | {"egen:organ"}
    assert named - parts <= {slag.navn for slag in SLAG} | {"gjelder"}


@pytest.mark.parametrize("slag", ["malgruppe", "virkemiddel"])
def test_every_group_and_instrument_leads_to_a_page(slag: str) -> None:
    """A name that no table uses would lead nowhere unseen: the site is only asked about the links it has."""
    pages = [post["side"].strip("/") for _, _, post in RAW.av_slag(slag)]
    assert [p for p in pages if not (ROOT / "docs" / f"{p}.md").is_file()] == []
