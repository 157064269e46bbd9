"""The classes of the model have exactly the fields that the schemas define: none is lost on the way from YAML."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

import pytest

from macros.loading import Skjema, Skjemaer, properties, read_schemas, resolve
from macros.loading.kinds import INNSTILLINGER, KODELISTER, SLAG, Slag
from macros.model import (
    begrep,
    eksempel,
    felles,
    innstillinger,
    kilde,
    kommune,
    lister,
    lov,
    mal,
    nettverk,
    seminar,
)
from tests.felles import ROOT

SKJEMAER = read_schemas(ROOT)

FILLED_BY_LOADING = {"kilde"}
"""Fields that a writer may leave out, and that the objects always have."""

STRICTER_SCHEMA = {("Erfaring", "temaer")}
"""Fields that a kind must have though the class it is built on may lack them."""

Pair = tuple[type, Skjema]


def _pairs(klasse: type, skjema: Skjema) -> Iterator[Pair]:
    """A class and its schema, and those of everything inside it."""
    yield klasse, skjema
    hints = typing.get_type_hints(klasse)
    for name, field in properties(skjema, SKJEMAER):
        inner = _dataclass_in(hints.get(name))
        if inner:
            yield from _pairs(inner, _object_in(field))


def _dataclass_in(hint: Any) -> type | None:
    """The class of the model in a type such as tuple[Pastand, ...] or Tid | None."""
    if is_dataclass(hint):
        return typing.cast(type, hint)
    if typing.get_origin(hint) in (tuple, types.UnionType, typing.Union):
        return next((found for arg in typing.get_args(hint) if (found := _dataclass_in(arg))), None)
    return None


def _object_in(skjema: Skjema) -> Skjema:
    """The schema of the object that a field holds, straight or in a list."""
    if list(properties(skjema, SKJEMAER)):
        return skjema
    if "items" in skjema:
        return _object_in(skjema["items"])
    return _object_in(resolve(skjema["$ref"], SKJEMAER))


def _required(skjema: Skjema, skjemaer: Skjemaer) -> set[str]:
    inherited = _required(resolve(skjema["$ref"], skjemaer), skjemaer) if "$ref" in skjema else set()
    return inherited | set(skjema.get("required", ()))


def _top(slag: Slag) -> Skjema:
    skjema = SKJEMAER[slag.skjema]
    if slag is KODELISTER:
        return typing.cast(Skjema, skjema["additionalProperties"]["items"])
    return typing.cast(Skjema, skjema["items"]) if "items" in skjema else skjema


PAIRS: dict[tuple[str, str], Pair] = {
    (slag.navn, klasse.__name__): (klasse, skjema)
    for slag in (*SLAG, KODELISTER, INNSTILLINGER)
    for klasse, skjema in _pairs(slag.klasse, _top(slag))
}
ALL = pytest.mark.parametrize(("klasse", "skjema"), PAIRS.values(), ids=["-".join(key) for key in PAIRS])


@ALL
def test_class_and_schema_have_the_same_fields(klasse: type, skjema: Skjema) -> None:
    assert {f.name for f in fields(klasse)} == {name for name, _ in properties(skjema, SKJEMAER)}


@ALL
def test_same_fields_are_optional(klasse: type, skjema: Skjema) -> None:
    needed = {f.name for f in fields(klasse) if f.default is MISSING and f.default_factory is MISSING}
    required = _required(skjema, SKJEMAER)
    unlike = needed ^ required
    assert {f for f in unlike if f not in FILLED_BY_LOADING and (klasse.__name__, f) not in STRICTER_SCHEMA} == set()
    assert not (unlike & FILLED_BY_LOADING) - needed


def test_the_walk_reaches_every_class_of_the_model() -> None:
    modules = (felles, eksempel, nettverk, seminar, kilde, begrep, kommune, lov, mal, lister, innstillinger)
    every = {c for module in modules for c in vars(module).values() if is_dataclass(c)}
    assert {c.__name__ for c in every} - {klasse.__name__ for klasse, _ in PAIRS.values()} == set()
