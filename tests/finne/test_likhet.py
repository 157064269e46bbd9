"""Lists by county and size class leave nobody out, say what is not known, and the browser's rule is the one of queries."""

from __future__ import annotations

import dataclasses

from macros.finne.likhet import UKJENT, eksempler_etter_fylke, eksempler_etter_storrelse, likhetsdata
from macros.loading import load_base
from tests.diktbase import diktbase
from tests.felles import ROOT

REAL = load_base(ROOT)


def test_every_example_stands_under_its_county_and_its_size() -> None:
    for lists in (eksempler_etter_fylke(REAL), eksempler_etter_storrelse(REAL)):
        assert {e.id for _, examples in lists for e in examples} == set(REAL.eksempler)
        assert all(examples for _, examples in lists)


def test_a_municipality_nobody_has_counted_is_said_to_be_so() -> None:
    base = diktbase()
    uncounted = {n: dataclasses.replace(k, innbyggere=()) for n, k in base.kommuner.items()}
    [(name, examples)] = eksempler_etter_storrelse(dataclasses.replace(base, kommuner=uncounted))
    assert name == UKJENT
    assert len(examples) == len(base.eksempler)


def test_the_browser_knows_all_municipalities_and_whose_size_is_not_known() -> None:
    data = likhetsdata(REAL)
    assert isinstance(data["kommuner"], list)
    assert len(data["kommuner"]) == 357
    for number, _, _, _, size, year, _ in data["kommuner"]:
        counted = bool(REAL.kommuner[number].innbyggere)
        assert (size >= 0) == counted
        assert bool(year) == counted
