"""The pages that help one find, as a reader meets them: with keyboard, from disk, on a phone, without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from macros.loading import load_base
from macros.queries import lignende_kommuner
from tests.felles import ROOT
from tests.harness import axe
from tests.harness.side import SMAL, Side

pytestmark = pytest.mark.nettleser

KART = "/eksempler/praksiskart/"
SOM_MIN = "/kommuner/som-min/"
SAMMENLIGN = "/eksempler/sammenlign/"
BASE = load_base(ROOT)


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
    page.wait_for_url("**/bidra/skjema/*")


def test_a_municipality_typed_without_its_letters_gives_examples_with_the_reason(sted: Side):
    page = sted.ga(SOM_MIN)
    field = page.get_by_role("combobox", name="Kommune")
    field.press_sequentially("frola")
    expect(page.locator("#sm-kommuner [role=option]")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(field).to_have_value("Froland (4214)")
    assert "kommune=4214" in page.url
    expect(page.locator(".sm-om")).to_contain_text("Folketallet er ikke ført inn hos oss.")
    expect(page.locator(".sm-om")).to_contain_text("Vi har ingen eksempler fra Froland ennå.")
    first = page.locator(".sm-liste > li").first
    expect(first).to_contain_text("Hvorfor: samme fylke: Agder")
    page.get_by_label("Størrelse", exact=True).select_option("1")
    assert "storrelse=5000-9999" in page.url
    page.get_by_text("Samme størrelse", exact=True).click()
    expect(first).to_contain_text("samme størrelse: 5 000–9 999 innbyggere")
    page.go_back()
    expect(first).to_contain_text("samme fylke: Agder")


def test_the_order_is_that_of_the_likeness_said_elsewhere_on_the_site(side: Side):
    """The list of municipalities names up to three that are alike; the best of them are on top here."""
    for number in ("1870", "3403", "4204"):
        kommune = BASE.kommuner[number]
        best = lignende_kommuner(BASE, kommune, antall=1)[0]
        page = side.ga(f"{SOM_MIN}?kommune={number}")
        page.locator(".sm-liste > li").first.wait_for()
        reasons = [text for text in page.locator(".sm-liste > li .sm-grunn").all_inner_texts() if " selv" not in text]
        same_county = best.fylke == kommune.fylke
        assert ("samme fylke" in reasons[0]) == same_county


def test_without_scripts_the_examples_stand_by_size_and_county(apne_side):
    page = apne_side(skript=False).ga(SOM_MIN)
    assert page.get_by_role("heading", name="5 000–9 999 innbyggere").is_visible()
    assert page.locator(".sm-lister a").count() > 60


def test_two_examples_stand_side_by_side_and_a_third_can_be_added(sted: Side):
    page = sted.ga(SAMMENLIGN)
    page.get_by_label("Eksempel 1").select_option("lorenskog")
    page.get_by_label("Eksempel 2").select_option("tromso")
    heads = page.locator(".sl-tabell thead th")
    expect(heads).to_have_count(3)
    page.get_by_label("Eksempel 3").select_option("rana")
    expect(heads).to_have_count(4)
    assert page.url.endswith("?e=lorenskog,tromso,rana")
    page.go_back()
    expect(heads).to_have_count(3)
    link = page.locator("#felt-tiltak a[aria-label^='Til påstanden']").first
    assert "/eksempler/lorenskog/" in (link.get_attribute("href") or "")
    link.click()
    page.wait_for_url("**/eksempler/lorenskog/**#*")
    assert page.locator(":target").is_visible()


def test_an_example_leads_to_the_comparison_with_itself_chosen(side: Side):
    page = side.ga("/eksempler/rana/")
    page.get_by_role("link", name="Sammenlign med et annet eksempel").click()
    page.wait_for_url("**/eksempler/sammenlign/?e=rana")
    expect(page.get_by_label("Eksempel 1")).to_have_value("rana")


def test_the_comparison_stays_within_a_phone_and_says_whose_each_cell_is(apne_side):
    page = apne_side(flate={"width": 320, "height": 740}).ga(f"{SAMMENLIGN}?e=lorenskog,tromso,finnes-ikke")
    page.locator(".sl-tabell").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert "Lørenskog" in page.locator("#felt-tid td").first.evaluate("e => getComputedStyle(e, '::before').content")
    expect(page.locator(".vk-varsel")).to_contain_text("«finnes-ikke» finnes ikke lenger")


@pytest.mark.parametrize("sti", [f"{SOM_MIN}?kommune=4214", f"{SAMMENLIGN}?e=lorenskog,tromso"])
def test_what_the_scripts_draw_is_readable_for_all(apne_side, sti: str):
    page = apne_side(farge="dark").ga(sti)
    page.locator(".sm-liste, .sl-tabell").first.wait_for()
    assert axe.brudd(page) == []
