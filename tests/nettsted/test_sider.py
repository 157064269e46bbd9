"""Every page of the site: whole, readable for all, within the screen, and asking no one else for anything.

That it answers, asks no other host, and breaks no policy is what the watch on the page sees (tests/harness/side.py).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby, islice
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.harness import axe
from tests.harness.side import BRED
from tests.harness.uavklart import kjente, nytt

pytestmark = pytest.mark.nettleser

PARTS = 12  # a fresh browser page for each: one that has run axe on hundreds of pages has grown slow
VID = {"width": 1440, "height": 900}
TITLE = re.compile(r"<title>([^<]*)</title>")

# What sticks out of the window, or is cut by something that does not scroll.
STICKS_OUT = """() => {
  const width = document.documentElement.clientWidth;
  const scrolls = (e) => e && (/auto|scroll/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
  return [...document.querySelectorAll('main *, header *, footer *')]
    .filter((e) => e.checkVisibility({visibilityProperty: true, opacityProperty: true}))
    .filter((e) => e.getBoundingClientRect().right > width + 1 && !scrolls(e.parentElement) && !e.closest('.md-sidebar'))
    .map((e) => `${e.localName}.${e.className}: ${(e.textContent ?? '').trim().slice(0, 60)}`);
}"""

# Paragraphs of several lines, with how many letters there are on one.
LONG_LINES = """() => [...document.querySelectorAll('article :is(p, li, dd)')]
  .filter((e) => !e.querySelector('p, ul, ol, dl, div, table') && !e.closest('table') && e.getClientRects().length)
  .flatMap((e) => {
    const range = document.createRange();
    range.selectNodeContents(e);
    const lines = new Set([...range.getClientRects()].map((r) => Math.round(r.bottom / 12))).size;
    const letters = e.innerText.length / Math.max(1, lines);
    return lines > 2 && letters > 90 ? [`${Math.round(letters)} tegn: ${e.innerText.slice(0, 60)}`] : [];
  })"""


EXPLORER = "e => e.classList.contains('kb-utforsker')"
UNFOLD = "document.querySelectorAll('article details').forEach((one) => { one.open = true; })"


def head_faults(page: Page) -> Iterator[str]:
    """What a browser tab, a search engine or a screen reader would miss."""
    if page.locator("html").get_attribute("lang") != "nb":
        yield "språket er ikke satt til nb"
    if "/en/" in page.url and page.locator("main [lang=en] h1").count() != 1:
        yield "den engelske teksten sier ikke at den er engelsk"
    if page.locator("h1").count() != 1 or not page.locator("h1").evaluate("e => e.firstChild.textContent.trim()"):
        yield "skal ha én overskrift på øverste nivå"
    if not page.locator("meta[name=description]").get_attribute("content"):
        yield "mangler ingress"


def table_faults(page: Page) -> Iterator[str]:
    """A table must say what it is, have headers both ways, and offer its three files."""
    for wrapper in page.locator(".kb-tabell").all():
        if not wrapper.locator("caption").inner_text().strip():
            yield "tabell uten navn"
        if wrapper.locator("thead th:not([scope=col]), tbody tr:not(:has(> th[scope=row]))").count():
            yield "tabell uten overskrifter på kolonner og rader"
        files = wrapper.locator("xpath=..") if wrapper.locator("xpath=..").evaluate(EXPLORER) else wrapper
        if files.get_by_role("button", name=re.compile("som (Excel|Word|CSV)$")).count() < 3:
            yield "tabell uten nedlasting"


def menu_faults(page: Page) -> Iterator[str]:
    """The column at the left is there only where it has something to choose between."""
    menu = page.locator(".md-sidebar--primary")
    if menu.is_visible() and menu.locator("a:visible").count() < 2:
        yield "menyen til venstre har bare én lenke"


def of_each_kind(sider: list[str]) -> list[str]:
    """The first two pages of every room, its index among them: pages of one room share templates and styles."""
    rooms = groupby(sorted(sider), key=lambda sti: sti.split("/")[1])
    return [sti for _, room in rooms for sti in islice(room, 2)]


def width_faults(page: Page, bredde: int) -> Iterator[str]:
    """What makes the page scroll sideways, or is cut, in a window of this width."""
    page.set_viewport_size({"width": bredde, "height": 800})
    if page.evaluate("document.documentElement.scrollWidth") > bredde:
        yield f"kan rulles sidelengs ved {bredde} punkter"
    yield from (f"går ut av skjermen ved {bredde} punkter: {one}" for one in page.evaluate(STICKS_OUT))


@pytest.mark.parametrize("del_av_sidene", range(PARTS))
def test_every_page_is_whole(side, sider: list[str], del_av_sidene: int):
    found: list[str] = []
    kinds = of_each_kind(sider)
    for sti in sider[del_av_sidene::PARTS]:
        page = side.ga(sti)
        page.evaluate(UNFOLD)
        seen = axe.se(page, kjente=kjente())
        faults = [*head_faults(page), *table_faults(page), *menu_faults(page), *seen.brudd.values()]
        faults += nytt(seen) if sti in kinds else []  # `kb.py ytelse --tilgjengelighet` tells of every page
        faults += [*width_faults(page, 320), *width_faults(page, 768)]
        page.set_viewport_size(VID)
        faults += [f"for lange linjer: {one}" for one in page.evaluate(LONG_LINES)]
        page.set_viewport_size(BRED)
        found += [f"{sti}: {one}" for one in faults]
    assert not found, "\n".join(found)
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0, "noe ble lagret uten at leseren ba om det"
    assert page.context.cookies() == []


@pytest.mark.parametrize("farge", ["light", "dark"])
@pytest.mark.parametrize("bredde", [320, 768, 1440])
def test_every_kind_of_page_is_accessible_on_every_screen(apne_side, sider: list[str], bredde: int, farge: str):
    side = apne_side(flate={"width": bredde, "height": 900}, farge=farge)
    found: list[str] = []
    for sti in of_each_kind(sider):
        page = side.ga(sti)
        page.evaluate(UNFOLD)
        found += [f"{sti}: {one}" for one in axe.brudd(page)]
    assert not found, "\n".join(found)


def test_no_two_pages_have_the_same_title(bygd_nettsted: Path):
    titles: dict[str, list[str]] = defaultdict(list)
    for path in sorted(bygd_nettsted.rglob("index.html")):
        title = TITLE.search(path.read_text(encoding="utf-8"))
        assert title, path
        titles[title[1]].append(path.relative_to(bygd_nettsted).as_posix())
    assert {title: pages for title, pages in titles.items() if len(pages) > 1} == {}


def test_the_404_page_is_one_of_the_sites_own_and_leads_on(apne_side, nettsted: str, nettsted_med_adresse: str):
    for rot in (nettsted, nettsted_med_adresse):
        page = apne_side(rot).ga("/eksempler/finnes-ikke/heller-ikke/", status=404)
        assert page.locator("h1").inner_text() == "Fant ikke siden"
        assert page.locator(".md-header").evaluate("e => getComputedStyle(e).position") == "sticky"
        assert axe.brudd(page) == []
        page.locator("article").get_by_role("link", name="forsiden").click()
        page.wait_for_url(rot)
