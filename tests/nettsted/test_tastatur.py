"""Menu, keyboard and «Innstillinger»: everything can be done without a mouse, and nothing is stored unasked."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.harness.side import SMAL

pytestmark = pytest.mark.nettleser

STORED = "() => Object.entries(localStorage).sort().concat(Object.entries(sessionStorage))"
SCHEME = "document.documentElement.dataset.mdColorScheme"
# Keys that reach a script that listens as the theme does.
LISTEN = "() => { window.hort = []; addEventListener('keydown', (e) => hort.push(e.key)); }"
# The field for search shows its focus on the line around it, with the button in it.
FOCUS_SHOWS = """() => {
  const outlined = (e) => { const s = getComputedStyle(e); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2; };
  const focused = document.activeElement, line = focused.closest('.kb-sok__linje');
  return focused === document.body || outlined(focused) || (line !== null && outlined(line));
}"""


def open_settings(page: Page) -> None:
    page.get_by_role("button", name="Innstillinger").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()


def test_the_skip_link_comes_first_and_leads_past_the_menu(side):
    page = side.ga("/eksempler/lorenskog/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText.trim()") == "Hopp til innholdet"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top >= 0")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_whatever_has_focus_shows_it(side):
    page = side.ga("/strategier/")
    for _ in range(25):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS_SHOWS), page.evaluate("document.activeElement.outerHTML.slice(0, 200)")


def test_the_menu_on_a_phone_opens_closes_and_gives_the_focus_back(apne_side):
    page = apne_side(flate=SMAL).ga("/eksempler/lorenskog/")
    button = page.get_by_role("button", name="Meny", exact=True)
    menu = page.get_by_role("navigation", name="Meny", exact=True)
    expect(menu).to_be_hidden()
    for close in ("Escape", "Lukk"):
        button.focus()
        page.keyboard.press("Enter")
        expect(menu).to_be_visible()
        expect(button).to_have_attribute("aria-expanded", "true")
        page.wait_for_function("() => document.activeElement.closest('.kb-meny') !== null")
        if close == "Escape":
            page.keyboard.press("Escape")
        else:
            menu.get_by_role("button", name="Lukk").press("Enter")
        expect(menu).to_be_hidden()
        expect(button).to_be_focused()
        expect(button).to_have_attribute("aria-expanded", "false")
    button.press("Enter")
    menu.get_by_role("link", name="Erfaringer").press("Enter")
    expect(page.locator("h1")).to_contain_text("Erfaringer")


def test_the_menu_on_a_phone_is_accessible_when_open(apne_side):
    side = apne_side(flate=SMAL)
    page = side.ga("/begreper/ordliste/")
    page.get_by_role("button", name="Meny", exact=True).click()
    page.wait_for_function("() => document.activeElement.closest('.kb-meny') !== null")
    side.krev_tilgjengelig()


def test_the_column_at_the_left_is_there_only_where_it_has_something_to_choose(side):
    expect(side.ga("/").locator(".md-sidebar--primary")).to_be_hidden()
    expect(side.ga("/eksempler/lorenskog/").locator(".md-sidebar--primary")).to_be_visible()


def test_text_starts_in_line_with_the_tabs_where_there_is_no_menu(side):
    for sti in ("/", "/strategier/"):
        page = side.ga(sti)
        left = page.locator("h1").evaluate("e => e.getBoundingClientRect().left")
        name = page.locator(".md-tabs__link").first.evaluate("e => e.getBoundingClientRect().left")
        assert abs(left - name) <= 8, sti


def test_nothing_is_stored_by_looking_around(side):
    page = side.ga("/eksempler/lorenskog/")
    page.mouse.wheel(0, 600)
    page.keyboard.press("s")
    open_settings(page)
    page.keyboard.press("Escape")
    assert page.evaluate(STORED) == []
    assert page.context.cookies() == []


def test_colours_are_chosen_stored_and_deleted_again(side):
    page = side.ga("/")
    assert page.evaluate(SCHEME) == "default"
    open_settings(page)
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text("Ingenting er lagret i denne nettleseren.")
    page.get_by_role("radio", name="Følg maskinen").focus()
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    assert page.evaluate(SCHEME) == "slate"
    assert page.evaluate(STORED) == [["kb.farger", "mork"]]
    assert side.ga("/om/").evaluate(SCHEME) == "slate"
    open_settings(page)
    side.krev_tilgjengelig()
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("valg av farger")
    page.get_by_role("button", name="Slett det som er lagret").press("Enter")
    assert page.evaluate(STORED) == []
    assert page.evaluate(SCHEME) == "default"
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("button", name="Innstillinger")).to_be_focused()


def test_choosing_what_is_usual_stores_nothing(side):
    page = side.ga("/")
    open_settings(page)
    page.get_by_role("radio", name="Mørke").check()
    page.get_by_role("radio", name="Følg maskinen").check()
    assert page.evaluate(STORED) == []


def test_shortcuts_of_one_letter_can_be_turned_off_and_on_again(side):
    page = side.ga("/begreper/")
    open_settings(page)
    page.get_by_role("checkbox", name="hurtigtaster").press("Space")
    page.keyboard.press("Escape")
    assert page.evaluate(STORED) == [["kb.snarveier", "av"]]
    page = side.ga("/begreper/ordliste/")  # holds on the next page too
    page.evaluate(LISTEN)
    before = page.url
    for key in ("s", "f", "/", "n", "p", ",", "."):
        page.keyboard.press(key)
    page.keyboard.press("Tab")
    assert page.evaluate("hort") == ["Tab"]
    assert page.url == before
    page.evaluate("document.querySelector('article').prepend(document.createElement('input'))")
    page.locator("article > input").focus()
    page.keyboard.type("sf/np")
    assert page.locator("article > input").input_value() == "sf/np"
    open_settings(page)
    page.get_by_role("checkbox", name="hurtigtaster").press("Space")
    page.keyboard.press("Escape")
    assert page.evaluate(STORED) == []
    page.evaluate("document.activeElement.blur(); hort.length = 0")
    page.keyboard.press("s")
    assert page.evaluate("hort") == ["s"]
