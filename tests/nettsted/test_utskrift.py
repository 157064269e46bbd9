"""On paper, with less motion, and in colours of the reader's own."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.nettsted.conftest import ADDRESS, WITH_TABLES

pytestmark = pytest.mark.nettleser

A4_LESS_MARGINS = 672  # 178 mm

# What would move, or fade, as its looks change.
MOVING = """() => [...document.querySelectorAll('*')].filter((e) => {
  const s = getComputedStyle(e);
  const moves = s.transitionProperty !== 'none' && s.transitionDuration.split(', ').some((d) => parseFloat(d) > 0);
  return moves || s.animationName !== 'none' || s.scrollBehavior === 'smooth';
}).map((e) => `${e.localName}.${e.className}`)"""


def test_paper_has_title_date_sources_and_address_but_no_navigation(apne_side, nettsted_med_adresse: str):
    page = apne_side(nettsted_med_adresse, utskrift=True, flate={"width": 700, "height": 1000}).ga(
        "/eksempler/lorenskog/"
    )
    not_for_paper = "nav, button, dialog, .md-skip, .headerlink, .kb-anker"
    assert page.locator(not_for_paper).count() > 10
    assert page.locator(f":is({not_for_paper}):visible").count() == 0
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_text(f"Adresse: {ADDRESS}eksempler/lorenskog/")).to_be_visible()
    expect(page.locator("footer time").last).to_be_visible()
    assert page.locator(".kb-kilder li:visible").count() >= 2
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("sti", ["/", *WITH_TABLES])
def test_nothing_is_cut_at_the_edge_of_the_paper(apne_side, sti: str):
    page = apne_side(utskrift=True, flate={"width": A4_LESS_MARGINS, "height": 1000}).ga(sti)
    assert page.evaluate("document.documentElement.scrollWidth") <= A4_LESS_MARGINS
    cut = page.locator(".kb-tabell__flate").evaluate_all(
        "all => all.filter(e => e.scrollWidth > e.clientWidth + 1).map(e => `${e.scrollWidth}: ${e.innerText.slice(0, 50)}`)"
    )
    assert cut == []


@pytest.mark.parametrize("skript", [True, False], ids=["med skript", "uten skript"])
def test_folded_text_is_unfolded_on_paper(apne_side, skript: bool):
    page = apne_side(utskrift=True, skript=skript).ga("/eksempler/lorenskog/")
    folded = page.locator("details:not(.kb-ikke-utskrift)")
    assert folded.count()
    for one in folded.all():
        expect(one.locator(":scope > :last-child")).to_be_visible()


def test_paper_is_light_whatever_the_reader_has_chosen(apne_side):
    page = apne_side(utskrift=True, farge="dark").ga("/strategier/")
    assert page.locator("body").evaluate("e => getComputedStyle(e).color") == "rgb(0, 0, 0)"
    for table in page.locator("table").all():
        expect(table.locator("thead")).to_be_visible()
        assert table.evaluate("e => getComputedStyle(e.querySelector('td')).color") == "rgb(0, 0, 0)"


def test_nothing_moves_for_one_who_has_asked_for_less_motion(apne_side):
    page = apne_side(flate={"width": 360, "height": 740}).ga("/eksempler/lorenskog/")
    page.get_by_role("button", name="Meny", exact=True).click()
    assert page.evaluate("document.getAnimations().length") == 0
    assert page.evaluate(MOVING) == []


def test_labels_and_where_one_is_can_be_seen_in_forced_colours(apne_side):
    page = apne_side().ga("/strategier/")
    page.emulate_media(forced_colors="active")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    unclear = page.evaluate(
        """() => [...document.querySelectorAll('.kb-merke')].filter((e) => {
          const s = getComputedStyle(e);
          return s.borderStyle === 'none' || parseFloat(s.borderWidth) < 1 || s.color === s.backgroundColor;
        }).map((e) => e.className)"""
    )
    assert unclear == []
    here, other = (
        page.locator(where).first.evaluate("e => getComputedStyle(e).borderBottomColor")
        for where in (".md-tabs__item--active a", ".md-tabs__item:not(.md-tabs__item--active) a")
    )
    assert here != other
