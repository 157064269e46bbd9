"""The ways people break the data of a record: drop, double, swap, retype, wrap, unwrap, misspell, shorten."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from typing import Any

from macros.validation.walk import nodes

ODD: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    3.5,
    10**14,
    "",
    " ",
    "x",
    "ja",
    "2011-02-30",
    "{{ x }}",
    "<b>",
    "\u200b",
    [],
    {},
    [[]],
    [None],
    {"id": 3},
    {"id": {"id": "x"}},
    ["a", "a"],
    {"": ""},
    "a" * 5000,
    [[[[[["dypt"]]]]]],
    float("inf"),
    10**40,
)

Parent = dict[str, Any] | list[Any]
Way = Callable[[random.Random, Parent, Any], None]


def drop(rng: random.Random, parent: Parent, key: Any) -> None:
    del parent[key]


def double(rng: random.Random, parent: Parent, key: Any) -> None:
    if isinstance(parent, list):
        parent.insert(key, copy.deepcopy(parent[key]))
    else:
        parent[f"{key}2"] = copy.deepcopy(parent[key])


def swap(rng: random.Random, parent: Parent, key: Any) -> None:
    other = rng.choice(list(parent) if isinstance(parent, dict) else range(len(parent)))
    parent[key], parent[other] = parent[other], parent[key]


def retype(rng: random.Random, parent: Parent, key: Any) -> None:
    parent[key] = copy.deepcopy(rng.choice(ODD))


def wrap(rng: random.Random, parent: Parent, key: Any) -> None:
    parent[key] = [parent[key]] if rng.random() < 0.5 else {"id": parent[key]}


def unwrap(rng: random.Random, parent: Parent, key: Any) -> None:
    inner = parent[key]
    if isinstance(inner, dict | list) and inner:
        parent[key] = next(iter(inner.values() if isinstance(inner, dict) else inner))


def misspell(rng: random.Random, parent: Parent, key: Any) -> None:
    value = parent[key]
    if isinstance(parent, dict) and (rng.random() < 0.5 or not isinstance(value, str)):
        parent[key[:-1]] = parent.pop(key)
    elif isinstance(value, str) and value:
        at = rng.randrange(len(value))
        parent[key] = value[:at] + rng.choice("aå -_9") + value[at + 1 :]


def shorten(rng: random.Random, parent: Parent, key: Any) -> None:
    value = parent[key]
    if isinstance(value, str | list):
        parent[key] = value[: len(value) // 2]


WAYS: tuple[Way, ...] = (drop, double, swap, retype, wrap, unwrap, misspell, shorten)


def change_data(rng: random.Random, data: Any) -> Any:
    """The data after one change somewhere in it."""
    data = copy.deepcopy(data)
    places = [
        (value, key)
        for _, value in nodes(data)
        if isinstance(value, dict | list)
        for key in (value if isinstance(value, dict) else range(len(value)))
    ]
    if not places or rng.random() < 0.05:
        return copy.deepcopy(rng.choice(ODD))
    parent, key = rng.choice(places)
    rng.choice(WAYS)(rng, parent, key)
    return data
