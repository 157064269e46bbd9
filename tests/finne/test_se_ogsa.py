"""«Se også» names at most five pages that really share something, says what, and never one the text already leads to."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

import pytest

from macros.build.page import read_pages
from macros.finne import se_ogsa as module
from macros.finne.se_ogsa import MEST, MEST_EKSEMPLER, se_ogsa
from macros.loading import load_base
from macros.model import Kunnskapsbase
from macros.model.side import Sidehode
from tests.diktbase import diktbase
from tests.felles import ROOT

REAL = load_base(ROOT)
TEXTS = {s.kilde: s.tekst for s in read_pages(ROOT)}
FOUND = se_ogsa(REAL, TEXTS)
PAGES = {s.adresse: s for s in REAL.sider}
SIDE = Sidehode(kilde="metoder/a.md", tittel="A", temaer=("bytte", "hus"), malgrupper=("byttere",))


def with_pages(*sider: Sidehode) -> Kunnskapsbase:
    others = [dataclasses.replace(SIDE, kilde=f"metoder/x{i}.md", temaer=("annet",), malgrupper=()) for i in range(12)]
    return dataclasses.replace(diktbase(), sider=(*sider, *others))


def test_guides_and_examples_have_a_list_and_front_pages_have_none() -> None:
    assert "metoder/dreiebok.md" in FOUND
    assert "eksempler/rana.md" in FOUND
    assert not [kilde for kilde in FOUND if kilde.endswith("index.md")]
    assert sum(1 for found in FOUND.values() if found) > 0.9 * len(FOUND)


def test_a_list_is_short_has_no_page_twice_and_not_the_page_itself() -> None:
    for kilde, found in FOUND.items():
        addresses = [h.adresse for h in found]
        assert len(found) <= MEST
        assert len(set(addresses)) == len(addresses)
        assert kilde not in {PAGES[a].kilde for a in addresses}
        assert sum(bool(PAGES[a].om_eksempel) for a in addresses) <= MEST_EKSEMPLER


def test_what_the_text_already_leads_to_is_not_said_again() -> None:
    for s in REAL.sider:
        led_to = set(re.findall(r"\]\((/[^)#\s]*)", TEXTS[s.kilde]))
        assert not led_to & {h.adresse for h in FOUND.get(s.kilde, ())}


def test_every_reason_is_a_sentence_of_things_both_have() -> None:
    for found in FOUND.values():
        for h in found:
            assert re.fullmatch(r"[A-ZÆØÅ].+: .+\.|(Siden om|Har brukt) .+\.", h.grunn), h


def test_two_pages_about_the_same_rare_themes_lead_to_each_other() -> None:
    other = dataclasses.replace(SIDE, kilde="metoder/b.md", tittel="B")
    base = with_pages(SIDE, other)
    found = se_ogsa(base, {})
    assert [(h.tittel, h.grunn) for h in found["metoder/a.md"]] == [
        ("B", "Samme tema: bytte og hus; samme målgruppe: byttere.")
    ]
    assert se_ogsa(base, {"metoder/a.md": "Se [B](/metoder/b/)."})["metoder/a.md"] == ()


def test_pages_that_share_nothing_are_not_brought_together() -> None:
    other = dataclasses.replace(SIDE, kilde="metoder/b.md", temaer=("helt-annet",), malgrupper=())
    assert se_ogsa(with_pages(SIDE, other), {})["metoder/a.md"] == ()


def test_pages_about_the_same_are_compared_once_however_many_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []

    def weigh(own: Any, other: Any, likeness: Any) -> float:
        compared.append(own.side.kilde)
        return points(own, other, likeness)

    points = module._points
    monkeypatch.setattr(module, "_points", weigh)
    for many in (10, 40):
        alike = [dataclasses.replace(SIDE, kilde=f"metoder/m{n}.md", tittel=f"M{n}") for n in range(many)]
        compared.clear()
        se_ogsa(with_pages(*alike), {}, {s.kilde for s in alike})
        assert len(compared) == 2  # one group, against itself and the one other
