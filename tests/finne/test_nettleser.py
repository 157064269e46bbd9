"""The pages that help one find, as a reader meets them: with keyboard, from disk, on a phone, without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.harness.side import SMAL, Side

pytestmark = pytest.mark.nettleser

KART = "/eksempler/praksiskart/"


@pytest.fixture(params=["side", "side_fra_disk"])
def sted(request: pytest.FixtureRequest) -> Side:
    return request.getfixturevalue(request.param)


def test_a_cell_of_the_map_leads_to_as_many_examples_as_it_says(sted: Side):
    page = sted.ga(KART)
    cell = page.locator(".pk td a[href*='tema=boligskole'][href*='gruppe=unge']")
    number = int(cell.locator("b").inner_text())
    cell.focus()
    page.keyboard.press("Enter")
    shown = page.locator("#boligskole li[data-grupper]:visible")
    expect(shown).to_have_count(number)
    assert "tema=boligskole" in page.url
    assert "gruppe=unge" in page.url
    page.get_by_role("button", name="Vis alle om temaet").click()
    assert shown.count() > number
    page.go_back()
    expect(shown).to_have_count(number)


def test_the_map_on_a_phone_says_the_group_in_each_cell(apne_side):
    page = apne_side(flate=SMAL).ga(KART)
    cell = page.locator(".pk td a[href*='gruppe=unge']").first
    assert "Unge" in cell.evaluate("e => getComputedStyle(e, '::before').content")
    assert page.evaluate("document.documentElement.scrollWidth") <= SMAL["width"]


def test_an_empty_cell_leads_to_how_one_contributes(side: Side):
    page = side.ga(KART)
    page.locator(".pk-celle--tom a").first.click()
    page.wait_for_url("**/bidra/")
