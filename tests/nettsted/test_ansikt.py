"""What a reader's own settings, and the loading itself, must not break: one or two pages of every room."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.nettsted.test_sider import UNFOLD, of_each_kind, width_faults

pytestmark = pytest.mark.nettleser

# The sum of all moves so far that the reader did not ask for (Cumulative Layout Shift).
MOVED = """() => new Promise((done) => {
  const seen = [];
  const watch = new PerformanceObserver((list) => seen.push(...list.getEntries()));
  watch.observe({type: 'layout-shift', buffered: true});
  requestAnimationFrame(() => requestAnimationFrame(() => {
    seen.push(...watch.takeRecords());
    done(seen.filter((one) => !one.hadRecentInput).reduce((sum, one) => sum + one.value, 0));
  }));
})"""

# Text that is cut: its own box is lower than it, and does not scroll.
CUT = """() => [...document.querySelectorAll('main *, header *, footer *')]
  .filter((e) => e.checkVisibility({visibilityProperty: true, opacityProperty: true}) && e.childElementCount === 0)
  .filter((e) => e.textContent.trim() && !e.closest('.kb-bare-skjerm, svg') && e.clientHeight > 4)
  .filter((e) => getComputedStyle(e).overflowY === 'hidden' && e.scrollHeight > e.clientHeight + 2)
  .map((e) => `${e.localName}.${e.className}: ${e.textContent.trim().slice(0, 60)}`)"""

# In forced colours only borders tell what a background told: a badge and a button must have one.
WITHOUT_EDGE = """() => [...document.querySelectorAll('.kb-merke, .knapp, button:not([hidden]), input[type=search]')]
  .filter((e) => e.checkVisibility() && !e.closest('.md-header, .kb-bare-skjerm') && e.textContent.trim())
  .filter((e) => {
    const s = getComputedStyle(e);
    return s.borderStyle === 'none' && !s.textDecorationLine.includes('underline') && s.outlineStyle === 'none';
  })
  .map((e) => `${e.localName}.${e.className}: ${e.textContent.trim().slice(0, 40)}`)"""


def larger_text(page: Page) -> None:
    """Text at twice the size in a window of the same width, as a browser set to it shows the page."""
    page.evaluate(
        "document.documentElement.style.fontSize = `${2 * parseFloat(getComputedStyle(document.documentElement).fontSize)}px`"
    )


@pytest.mark.parametrize("bredde", [360, 1280])
def test_nothing_moves_while_a_page_loads(apne_side, sider: list[str], bredde: int):
    side = apne_side(flate={"width": bredde, "height": 800})
    moved = {sti: side.ga(sti).evaluate(MOVED) for sti in of_each_kind(sider)}
    assert {sti: much for sti, much in moved.items() if much > 0.01} == {}


def test_text_at_twice_the_size_is_neither_cut_nor_off_the_screen(apne_side, sider: list[str]):
    side = apne_side(flate={"width": 1280, "height": 900})
    found: list[str] = []
    for sti in of_each_kind(sider):
        page = side.ga(sti)
        page.evaluate(UNFOLD)
        larger_text(page)
        found += [f"{sti}: {one}" for one in [*width_faults(page, 1280), *page.evaluate(CUT)]]
    assert not found, "\n".join(found)


def test_forced_colours_leave_an_edge_around_badges_and_buttons(apne_side, sider: list[str]):
    side = apne_side()
    side.page.emulate_media(forced_colors="active")
    found: list[str] = []
    for sti in of_each_kind(sider):
        page = side.ga(sti)
        page.evaluate(UNFOLD)
        found += [f"{sti}: {one}" for one in page.evaluate(WITHOUT_EDGE)]
    assert not found, "\n".join(found)
