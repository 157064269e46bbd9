"""The search as a reader meets it: by keyboard, by screen reader, on a phone, from disk, by link, and without scripts."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.harness.side import SMAL

pytestmark = pytest.mark.nettleser

STORED = "() => Object.entries(localStorage).concat(Object.entries(sessionStorage))"
HOSTILE = [
    '<img src=x onerror="window.rammet=1">',
    "<script>window.rammet=1</script>",
    '"><svg onload=window.rammet=1>',
    "javascript:window.rammet=1",
]


def box(page: Page) -> Locator:
    """The box at the top of the page."""
    return page.get_by_role("banner").get_by_role("combobox", name="Søk i kunnskapsbasen")


def search(page: Page, query: str) -> Locator:
    """Type into the box at the top; the hits."""
    box(page).click()
    box(page).press_sequentially(query)
    expect(page.get_by_role("listbox", name="Treff")).to_be_visible()
    return page.get_by_role("listbox", name="Treff").get_by_role("option")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("boligtildeling", "tildel"),
        ("startlan", "startlån"),
        ("bustadsosialt arbeid", "boligsosialt arbeid"),
        ("boopfølging", "booppfølging"),
        ("fylkesmannen", "statsforvalter"),
        ("kommunedirektøren", "kommunedirektør"),
    ],
)
def test_what_people_type_finds_what_the_base_says(side, query: str, found: str):
    hits = search(side.ga("/om/"), query)
    assert any(found in hits.nth(i).inner_text().lower() for i in range(3))


def test_a_term_is_answered_at_once_with_its_source(side):
    hits = search(side.ga("/om/"), "startlån")
    expect(hits.first).to_contain_text("Lån fra kommunen")
    expect(hits.first).to_contain_text("Kilde:")


def test_a_section_of_the_law_is_answered_at_once_with_law_and_date(side):
    hits = search(side.ga("/om/"), "§ 5 boligsosialloven")
    expect(hits.first).to_contain_text("Kilde: boligsosialloven")
    expect(hits.first).to_contain_text("1. juli 2023")


def test_hits_stand_in_groups_with_names_and_have_their_words_marked(side):
    page = side.ga("/om/")
    hits = search(page, "boligkontor")
    for group in page.get_by_role("listbox").get_by_role("group").all():
        assert page.locator(f"#{group.get_attribute('aria-labelledby')}").inner_text().strip()
    assert "boligkontor" in hits.first.locator("mark").first.inner_text().lower()


def test_the_keyboard_is_enough(side):
    page = side.ga("/om/")
    page.keyboard.press("Control+k")
    expect(box(page)).to_be_focused()
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    page.keyboard.type("booppfølging")
    options = page.get_by_role("listbox").get_by_role("option")
    expect(options.first).to_be_visible()
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    chosen = box(page).get_attribute("aria-activedescendant")
    assert chosen == options.first.get_attribute("id")
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    where = options.first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(where)


def test_enter_without_a_choice_shows_all_hits(side):
    page = side.ga("/om/")
    search(page, "boligkontor")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok/#q=boligkontor")
    expect(page.locator(".kb-treffliste a").first).to_be_visible()


def test_slash_leads_to_the_box_unless_single_keys_are_off(side):
    page = side.ga("/om/")
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()
    assert box(page).input_value() == ""
    page.evaluate("document.activeElement.blur(); localStorage.setItem('kb.snarveier', 'av')")
    page.keyboard.press("/")
    expect(box(page)).not_to_be_focused()
    page.keyboard.press("Control+k")
    expect(box(page)).to_be_focused()


def test_a_screen_reader_is_told_how_many(side):
    page = side.ga("/om/")
    search(page, "boligkontor")
    expect(page.get_by_role("banner").get_by_role("status")).to_contain_text("treff")


@pytest.mark.parametrize("farge", ["light", "dark"])
@pytest.mark.parametrize("flate", [SMAL, {"width": 768, "height": 900}, {"width": 1440, "height": 900}], ids=str)
def test_open_and_closed_it_is_accessible(apne_side, flate, farge):
    side = apne_side(flate=flate, farge=farge)
    page = side.ga("/om/")
    side.krev_tilgjengelig()
    page.keyboard.press("Control+k")
    page.keyboard.type("startlån")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("ArrowDown")
    side.krev_tilgjengelig()
    page.keyboard.type("qxzqwk")
    expect(page.get_by_text("Ingen treff på")).to_be_visible()
    side.krev_tilgjengelig()
    side.ga("/sok/")
    page.get_by_label("Hva leter du etter?").fill("booppfølging")
    expect(page.locator(".kb-treffliste").first).to_be_visible()
    side.krev_tilgjengelig()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_on_a_phone_the_box_opens_behind_a_button(apne_side):
    page = apne_side(flate=SMAL).ga("/om/")
    expect(box(page)).to_be_hidden()
    button = page.get_by_role("button", name="Søk", exact=True)
    button.press("Enter")
    expect(box(page)).to_be_focused()
    page.keyboard.type("startlån")
    expect(page.get_by_role("option").first).to_be_visible()
    for _ in range(3):
        page.keyboard.press("Escape")
    expect(box(page)).to_be_hidden()
    expect(button).to_be_focused()


def test_on_a_phone_the_rule_and_its_date_stand_on_the_first_screen(apne_side):
    page = apne_side(flate=SMAL).ga("/sok/#q=startlan refinansiering")
    hit = page.locator(".kb-treffliste__treff").first
    expect(hit).to_contain_text("Gjelder fra 1. januar 2020")
    expect(hit.get_by_role("link")).to_contain_text("Refinansiering med startlån")
    expect(hit).to_be_in_viewport(ratio=1)
    page.get_by_text("Avgrens treffene").click()
    page.get_by_role("radio", name="Begreper").check()
    expect(page.locator(".kb-treffliste__treff").first).to_contain_text("Begrep")


def test_no_hit_offers_the_nearest_words_and_a_way_to_tell_of_it(side):
    page = side.ga("/om/")
    box(page).click()
    box(page).press_sequentially("qkommuneqq")
    expect(page.get_by_text("Ingen treff på «qkommuneqq»")).to_be_visible()
    expect(page.get_by_role("link", name="Meld fra om et hull")).to_be_visible()
    page.get_by_role("button", name="kommune", exact=True).first.click()
    expect(page.get_by_role("option").first).to_be_visible()


def test_a_search_can_be_shared_and_the_back_button_goes_back(side):
    page = side.ga(f"/sok/#q={quote('booppfølging')}")
    field = page.get_by_label("Hva leter du etter?")
    expect(field).to_have_value("booppfølging")
    expect(page.get_by_role("status").filter(has_text="treff på")).to_be_visible()
    page.get_by_role("radio", name="Begreper").check()
    assert page.url.endswith("&slag=begrep")
    expect(page.locator(".kb-treffliste .kb-sok__slag").first).to_have_text("Begrep")
    shared = page.url
    page.go_back()
    expect(page.get_by_role("radio", name="Alle")).to_be_checked()
    page.goto(shared)
    expect(page.get_by_role("radio", name="Begreper")).to_be_checked()
    expect(field).to_have_value("booppfølging")


def test_what_is_searched_for_is_sent_to_nobody_and_old_links_still_lead(side):
    """The part of an address after «#» stays in the browser; a server's log would have what stands after «?»."""
    page = side.ga("/om/")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    search(page, "boligkontor")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok/#q=boligkontor")
    page.reload()
    expect(page.locator(".kb-treffliste a").first).to_be_visible()
    assert sent and not [url for url in sent if "boligkontor" in url]
    side.ga("/sok/?q=depositum")
    expect(page.get_by_label("Hva leter du etter?")).to_have_value("depositum")


def test_hits_can_be_chosen_by_group_and_theme(side):
    page = side.ga("/sok/#q=bolig")
    every = page.get_by_role("status").filter(has_text="treff på").inner_text()
    page.get_by_label("Tema").select_option(label="Samordning")
    expect(page.get_by_role("status").filter(has_text="treff på")).not_to_have_text(every)
    assert "tema=samordning" in page.url
    page.get_by_label("Målgruppe").select_option(label="Unge")
    assert "malgruppe=unge" in page.url


def test_a_hit_leads_to_its_own_place(side):
    page = side.ga("/om/")
    hit = search(page, "startlån").first
    hit.click()
    page.wait_for_url("**/begreper/ordliste/#startlan")
    assert page.locator(":target").is_visible()


def test_nothing_is_fetched_before_it_is_used_and_nothing_is_stored(side):
    page = side.ga("/om/")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.reload()
    assert not any("sok" in url.rpartition("/")[2] for url in fetched if url.endswith(".js"))
    search(page, "startlån")
    assert sum(url.endswith("/sokeindeks.js") for url in fetched) == 1
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok/#q=*")
    assert page.evaluate(STORED) == []
    assert page.context.cookies() == []


@pytest.mark.parametrize("query", HOSTILE)
def test_what_is_typed_or_linked_to_never_runs(side, query: str):
    page = side.ga("/om/")
    box(page).fill(query)
    box(page).click()
    page.wait_for_selector(".kb-sok__panel:not([hidden])")
    side.ga(f"/sok/#q={quote(query)}")
    expect(page.get_by_role("status").filter(has_text="på «")).to_be_visible()
    assert page.locator("article img, article script, article [onload]").count() == 0
    assert page.evaluate("typeof rammet") == "undefined"


def test_from_disk_it_all_works(side_fra_disk):
    page = side_fra_disk.ga("/om/")
    hit = search(page, "startlan").first
    expect(hit).to_contain_text("startlån")
    hit.click()
    page.wait_for_url("**/begreper/ordliste/index.html#startlan")
    search(page, "boligkontor")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok/index.html#q=boligkontor")
    expect(page.locator(".kb-treffliste a").first).to_be_visible()
    page.get_by_role("radio").nth(1).check()
    page.go_back()
    expect(page.get_by_role("radio", name="Alle")).to_be_checked()


def test_without_scripts_there_is_an_index_from_a_to_aa(apne_side):
    page = apne_side(skript=False).ga("/om/")
    page.get_by_role("banner").get_by_role("link", name="Søk").click()
    page.wait_for_url("**/sok/")
    letters = page.get_by_role("navigation", name="Bokstaver").get_by_role("link").all_inner_texts()
    assert letters == sorted(letters, key="0–9ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ".index)
    page.locator("a[href$='ordliste/#startlan']").filter(has_text="Startlån").first.click()
    page.wait_for_url("**/begreper/ordliste/#startlan")


def test_old_names_stand_in_the_index_with_the_new_ones(apne_side):
    page = apne_side(skript=False).ga("/sok/")
    expect(page.get_by_role("listitem").filter(has_text="Fylkesmannen")).to_contain_text("statsforvalter")


def test_the_large_box_on_the_front_page_searches_too(side):
    page = side.ga("/")
    large = page.get_by_role("main").get_by_role("combobox", name="Søk i kunnskapsbasen")
    page.keyboard.press("Control+k")
    expect(large).to_be_focused()
    page.keyboard.type("boligtildeling")
    expect(page.get_by_role("main").get_by_role("option").first).to_be_visible()
    side.krev_tilgjengelig()
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok/#q=boligtildeling")
