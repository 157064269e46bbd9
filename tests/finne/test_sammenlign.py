"""Examples side by side: the same rows for all, every claim with its place, and nothing empty without a reason."""

from __future__ import annotations

import dataclasses

import pytest

from macros.finne.sammenlign import INGENTING, felter
from macros.loading import load_base
from macros.model.eksempel import ManglendeDel
from tests.diktbase import diktbase
from tests.felles import ROOT

REAL = load_base(ROOT)


@pytest.mark.parametrize("id", REAL.eksempler)
def test_every_example_has_the_same_rows_and_all_its_claims(id: str) -> None:
    e = REAL.eksempler[id]
    first = felter(REAL, next(iter(REAL.eksempler.values())))
    rows = felter(REAL, e)
    assert [(r.kode, r.navn) for r in rows] == [(r.kode, r.navn) for r in first]
    linked = {b.adresse for r in rows for b in r.biter}
    assert {f"{e.adresse}#{p.id}" for _, p in e.pastander()} <= linked
    assert all(b.tekst for r in rows for b in r.biter)
    assert all(r.biter for r in rows)


def test_an_empty_part_gives_the_reason_of_the_record_or_says_that_nothing_is_there() -> None:
    base = diktbase()
    e = base.eksempler["strekvoll"]
    gap = ManglendeDel(delen="tiltak", mangler="kilden_tier", tekst="Planen har ingen.", kilde="strekvoll-plan")
    told = dataclasses.replace(e, mangler=(gap,))
    [row] = [r for r in felter(base, told) if r.kode == "tiltak"]
    assert [(b.tekst, b.mangler) for b in row.biter] == [("Planen har ingen.", True)]
    [row] = [r for r in felter(base, dataclasses.replace(e, mangler=())) if r.kode == "tiltak"]
    assert [(b.tekst, b.mangler) for b in row.biter] == [(INGENTING, True)]
