"""The explanation of a term in running text: for the mouse, the keyboard and those who listen; and the glossary itself."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.harness.side import SMAL

pytestmark = pytest.mark.nettleser
PAGE = "/lov/oversikt-til-vedtak/"


def first_term(page):
    term = page.locator("article a.kb-begrep[data-forklaring]").first
    return term, page.locator(".kb-forklaring"), term.get_attribute("data-forklaring")


def test_the_explanation_shows_on_focus_and_escape_takes_it_away(side):
    page = side.ga(PAGE)
    term, box, text = first_term(page)
    expect(box).to_be_hidden()
    page.keyboard.press("Tab")
    term.focus()
    expect(box).to_be_visible()
    expect(box).to_contain_text(text)
    side.krev_tilgjengelig()
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(term).to_be_focused()


def test_the_explanation_stays_while_the_mouse_is_on_it(side):
    page = side.ga(PAGE)
    term, box, _ = first_term(page)
    term.hover()
    expect(box).to_be_visible()
    box.hover()
    expect(box).to_be_visible()
    page.mouse.move(0, 0)
    expect(box).to_be_hidden()


def test_the_explanation_is_the_description_of_the_link(side):
    term, _, text = first_term(side.ga(PAGE))
    expect(term).to_have_accessible_description(text)


def test_the_word_leads_to_its_place_in_the_glossary(side):
    page = side.ga(PAGE)
    term, _, text = first_term(page)
    term.click()
    expect(page).to_have_url(re.compile(r"/begreper/ordliste/#"))
    expect(page.locator(":target")).to_contain_text(text)


def test_the_box_stays_inside_a_narrow_window(apne_side):
    page = apne_side(flate=SMAL).ga(PAGE)
    terms = page.locator("article a.kb-begrep[data-forklaring]").all()[:6]
    assert terms
    for term in terms:
        term.focus()
        expect(page.locator(".kb-forklaring")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        page.keyboard.press("Escape")


def test_a_link_to_a_definition_opens_it(side):
    page = side.ga("/begreper/ordliste/#boligkontor--haugesund")
    expect(page.locator("#boligkontor--haugesund")).to_be_visible()
