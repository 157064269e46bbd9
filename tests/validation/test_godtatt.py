"""The quick yes of a schema: never where jsonschema finds something, and a no for keywords that it doesn't know."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from macros.validation.godtatt import Godtar

VALUES: list[Any] = [
    None, True, False, 0, 1, 7, 1.5, "", "a", "abc", "FYLL", [], [1], [1, 1], [True, 1], [1, 1.0], ["a", "b"],
    [{"a": 1}, {"a": 1}], {}, {"a": 1}, {"a": "x"}, {"b": 1}, {"a": 1, "b": 2}, {"a": 1, "c": "d"}, {"a": {"a": 1}},
]  # fmt: skip


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "minLength": 1, "maxLength": 2},
        {"type": ["integer", "null"], "minimum": 1, "maximum": 5},
        {"type": "number"},
        {"type": "boolean"},
        {"type": "array", "minItems": 1, "maxItems": 2, "uniqueItems": True},
        {"items": {"type": "string", "pattern": "^a"}},
        {"properties": {"a": {"type": "integer"}}, "required": ["a"]},
        {"properties": {"a": {}}, "additionalProperties": False},
        {"properties": {"a": {}}, "additionalProperties": {"type": "string"}},
        {"dependentRequired": {"a": ["b"]}, "minProperties": 1, "maxProperties": 1},
        {"oneOf": [{"required": ["a"]}, {"required": ["b"]}]},
        {"enum": ["a", 1]},
        {"properties": {"a": {"$ref": "x"}}},
        {"not": {"type": "string"}},
        {"$ref": "x", "unevaluatedProperties": False},
    ],
)
def test_what_is_accepted_has_no_fault(schema: dict[str, Any]) -> None:
    other = {"type": ["object", "integer"], "properties": {"a": {"$ref": "x"}}}
    whole = {"$defs": {"x": {"$id": "x", **other}}, **schema}
    accepts = Godtar({"s": schema, "x": other}, {})
    wrongly = [v for v in VALUES if accepts("s", v) and not Draft202012Validator(whole).is_valid(v)]
    assert wrongly == []


def test_a_right_value_is_accepted_and_an_unknown_keyword_is_not() -> None:
    accepts = Godtar({"s": {"type": "object", "required": ["a"]}, "x": {"contains": {}}}, {})
    assert accepts("s", {"a": 1})
    assert not accepts("x", [1])
