"""The map of practice counts what is marked, and says a thing is documented only where a claim is about the cell."""

from __future__ import annotations

import dataclasses

from macros.finne.praksiskart import Rad, kort_navn, praksiskart
from macros.model import Kunnskapsbase
from macros.model.lister import Emne
from tests.diktbase import diktbase, with_claim


def row(base: Kunnskapsbase, tema: str) -> Rad:
    return next(r for r in praksiskart(base) if r.tema.id == tema)


def letters(base: Kunnskapsbase, tema: str) -> str:
    return "".join(s.tegn for s, _ in row(base, tema).celler[0].spor)


def test_a_cell_counts_the_examples_marked_with_both() -> None:
    base = diktbase()
    for r in praksiskart(base):
        marked = [e for e in base.eksempler.values() if r.tema.id in e.temaer and "byttere" in e.malgrupper]
        assert r.celler[0].antall == len(marked)


def test_a_claim_about_another_theme_documents_nothing_here() -> None:
    base = diktbase()
    about = with_claim(base, "virket_ikke", 0, temaer=("hus",), malgrupper=())
    elsewhere = with_claim(base, "virket_ikke", 0, temaer=("bytte",), malgrupper=())
    assert "F" in letters(about, "hus")
    assert len(base.eksempler["prikkeby"].virket_ikke) == 1
    assert "F" not in letters(elsewhere, "hus")


def test_a_claim_about_another_group_documents_nothing_here() -> None:
    other = with_claim(diktbase(), "virket_ikke", 0, temaer=("hus",), malgrupper=("andre",))
    assert "F" not in letters(other, "hus")
    [line] = [li for li in row(other, "hus").linjer if li.eksempel.id == "prikkeby"]
    assert "F" in [f.spor.tegn for f in line.funnet]


def test_a_theme_with_no_example_has_no_lines_and_empty_cells() -> None:
    base = diktbase()
    ghost = dataclasses.replace(base.temaer["hus"], id="ingen", navn="Ingen")
    empty = row(dataclasses.replace(base, temaer={**base.temaer, "ingen": ghost}), "ingen")
    assert empty.linjer == ()
    assert [c.antall for c in empty.celler] == [0] * len(base.malgrupper)


def test_the_head_of_a_column_is_the_name_without_its_usual_opening() -> None:
    names = ("Personer med rusproblemer", "Alle vanskeligstilte på boligmarkedet", "Unge")
    assert [kort_navn(Emne(id="x", navn=n, forklaring="")) for n in names] == [
        "Rusproblemer",
        "Vanskeligstilte på boligmarkedet",
        "Unge",
    ]
