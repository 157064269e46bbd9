"""Records broken at random, in the ways people break them: always findings or a base that can be built; no crash."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.loading import Raadata, Raafil, build_base, parse_yaml, read_data
from macros.loading.kinds import SLAG
from macros.validation import all_codes, check_data, rule_modules
from macros.validation.walk import nodes
from tests.felles import make_project

ROUNDS = 200
SEED = 20230701
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


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Raadata:
    return read_data(make_project(Path(tmp_path_factory.mktemp("mutasjon"))))


def _changed(rng: random.Random, data: Any) -> Any:
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


def _mutant(rng: random.Random, fil: Raafil) -> Raafil:
    """The file as it is after one change to its data, or cut off somewhere in its text."""
    text = yaml.dump(_changed(rng, fil.yaml.data), Dumper=_Plain, allow_unicode=True, sort_keys=False)
    if rng.random() < 0.1:
        text = text[: rng.randrange(len(text) + 1)]
    return replace(fil, yaml=parse_yaml(text, fil.yaml.fil))


class _Plain(yaml.SafeDumper):
    """Writes no anchors, whatever is the same object."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _one_round(rng: random.Random, base: Raadata) -> Raadata:
    """The base with one to three files of it changed; the small files as often as the large ones."""
    filer = list(base.filer)
    for i in rng.sample(range(len(filer)), rng.choice((1, 1, 1, 2, 3))):
        filer[i] = _mutant(rng, filer[i])
    return replace(base, filer=tuple(filer), funn=tuple(f for fil in filer for f in fil.yaml.funn))


def test_no_rule_stumbles_on_an_odd_value_in_a_top_field(base: Raadata) -> None:
    """Every field of the largest record of each kind, through every odd value: a finding or a fine record, never a crash."""
    rules = rule_modules()
    for slag in SLAG:
        fil, sti, post = max(base.av_slag(slag.navn), key=lambda found: len(found[2]))
        for field in post:
            for odd in ODD:
                data = copy.deepcopy(fil.yaml.data)
                (data if not sti else data[sti[0]])[field] = copy.deepcopy(odd)
                changed = replace(fil, yaml=replace(fil.yaml, data=data))
                raw = replace(base, filer=tuple(changed if f is fil else f for f in base.filer))
                for rule in rules:
                    list(rule.check(raw))


def test_a_broken_record_is_told_of_or_can_be_built(base: Raadata) -> None:
    rng = random.Random(SEED)
    codes, built, told = all_codes(), 0, set()
    for _ in range(ROUNDS):
        raw = _one_round(rng, base)
        found = check_data(raw)
        told.update(f.kode for f in found)
        assert all(f.kode in codes and f.fil.startswith("data/") and len(f.melding) > 10 for f in found)
        assert all(len(f.melding) < 1000 and len(f.tips) < 1000 for f in found)
        if not found:
            built += 1
            kunnskap = build_base(raw, (), {})
            kept = (
                kunnskap.eksempler,
                kunnskap.nettverk,
                kunnskap.kilder,
                kunnskap.begreper,
                kunnskap.kommuner,
                kunnskap.temaer,
                kunnskap.malgrupper,
                kunnskap.virkemidler,
                kunnskap.lovkrav,
                kunnskap.lovendringer,
                kunnskap.lovhistorie,
            )
            assert sum(map(len, kept)) == sum(len(list(raw.av_slag(slag.navn))) for slag in SLAG)
    assert built > ROUNDS // 20, "the changes are too wild to say anything of what may be built"
    assert len(told) > 15, "the changes are too tame to reach the rules"
