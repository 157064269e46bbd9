"""What the plan tools take from the base: every strategy, measure and lesson with its source, at an address that is there."""

from __future__ import annotations

import json
from functools import cache

from macros.exports.planinnhold import INNHOLD, LISTER, planinnhold, planlister
from macros.loading import load_base
from macros.model import Kunnskapsbase
from tests.conftest import ROOT
from tests.diktbase import diktbase


@cache
def base() -> Kunnskapsbase:
    return load_base(ROOT)


def value(script: str, name: str) -> dict:
    assert script.startswith(f"window.{name}=")
    return json.loads(script.removeprefix(f"window.{name}=").removesuffix(";\n"))


def test_each_strategy_measure_and_lesson_is_there_with_its_source() -> None:
    entries = value(planinnhold(base()), "kbBasen")["innslag"]
    parts = ("strategier", "tiltak", "erfaringer", "virket_ikke")
    assert len(entries) == sum(len(getattr(e, part)) for e in base().eksempler.values() for part in parts)
    addresses = {f"{e.adresse}#{p.id}" for e in base().eksempler.values() for _, p in e.pastander()}
    for _slag, text, where, source, address, about, *_ in entries:
        assert all((text, where, source, about))
        assert address in addresses


def test_the_duties_are_those_of_the_checklist() -> None:
    duties = value(planlister(base()), "kbPlanlister")["plikter"]
    assert {one["paragraf"] for one in duties} == {"5", "6", "7"}
    assert len(duties) == 20
    assert {one["styrke"] for one in duties} <= {"skal", "bor", "kan"}


def test_a_base_without_the_act_gives_empty_lists() -> None:
    assert value(planlister(diktbase()), "kbPlanlister")["plikter"] == []


def test_the_scripts_lie_beside_the_bundles_where_one_loader_finds_them() -> None:
    assert {path.rsplit("/", 1)[0] for path in (INNHOLD, LISTER)} == {"assets/bygd"}
