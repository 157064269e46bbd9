"""The reader's way through the site: from the front page to a claim, to its source and back, wherever the site lies."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.nettleser

IN_VIEW = """e => {
  const box = e.getBoundingClientRect(), top = document.querySelector('.md-header').getBoundingClientRect().bottom;
  return box.top >= top - 1 && box.top < innerHeight;
}"""


def walk(page: Page) -> None:
    """Front page → Eksempler → Lørenskog → the source of a claim → back, by clicking only what is there to click."""
    page.get_by_role("navigation", name="Deler av nettstedet").get_by_role("link", name="Eksempler").click()
    expect(page.locator("h1")).to_contain_text("Eksempler")
    if page.locator("html.kb-js").count():
        page.locator(".kb-utforsker__flere button").last.click()
    page.locator(".kb-utforsker tbody th a", has_text="Lørenskog").first.click()
    expect(page.locator("h1")).to_contain_text("Lørenskog")
    here = page.url
    source = page.locator(".kb-pastand .kb-kilde a").first
    name = source.inner_text()
    source.click()
    target = page.locator(":target")
    expect(target).to_contain_text(name.split(" (")[0])
    assert target.evaluate(IN_VIEW)
    page.go_back()
    expect(page).to_have_url(here)
    expect(page.locator("h1")).to_contain_text("Lørenskog")


def test_the_way_to_a_source_and_back_from_disk(side_fra_disk):
    walk(side_fra_disk.ga("/"))


def test_the_way_to_a_source_and_back_below_a_path(apne_side, nettsted_under_sti: str):
    walk(apne_side(nettsted_under_sti).ga("/"))


def test_every_page_opens_from_disk_and_below_a_path(
    side_fra_disk, apne_side, nettsted_under_sti: str, sider: list[str]
):
    below = apne_side(nettsted_under_sti)
    for sti in sider:
        for side in (side_fra_disk, below):
            page = side.ga(sti)
            assert page.locator(".md-header").evaluate("e => getComputedStyle(e).position") == "sticky", page.url
            assert page.locator("html.kb-js").count() == 1, f"skriptene gikk ikke på {page.url}"
    below.krev_feilfri()


def test_without_scripts_the_page_is_read_and_the_links_lead_on(apne_side):
    side = apne_side(skript=False)
    page = side.ga("/")
    expect(page.get_by_role("button", name="Innstillinger")).to_be_hidden()
    walk(page)
    page = side.ga("/strategier/tiltak/")
    assert page.locator("table:visible").count() == 1


def test_without_scripts_the_menu_opens_on_a_phone(apne_side):
    page = apne_side(skript=False, flate={"width": 360, "height": 740}).ga("/")
    page.locator(".kb-toppknapp:visible", has_text="Meny").click()
    page.locator(".kb-meny a[href$='eksempler/']").click()
    expect(page.locator("h1")).to_contain_text("Eksempler")


def test_every_record_and_claim_has_its_address(side, ankre: list[str]):
    pages: dict[str, list[str]] = {}
    for adresse in ankre:
        sti, _, anker = adresse.partition("#")
        pages.setdefault(sti, []).append(anker)
    for sti, wanted in pages.items():
        missing = side.ga(sti).evaluate("ids => ids.filter(id => !document.getElementById(id))", wanted)
        assert not missing, f"{sti} mangler {missing}"


@pytest.mark.parametrize("bredde", [1280, 360])
def test_the_address_of_a_claim_opens_at_the_claim(apne_side, ankre: list[str], bredde: int):
    side = apne_side(flate={"width": bredde, "height": 740})
    for adresse in ankre[:: max(1, len(ankre) // 12)]:
        side.page.goto("about:blank")  # else the browser only moves within the page
        target = side.ga(adresse).locator(":target")
        assert target.get_attribute("id") == adresse.partition("#")[2]
        assert target.is_visible() and target.evaluate(IN_VIEW), adresse
