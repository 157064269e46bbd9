"""The place of a source on the page about sources, in a real browser, also with the site unpacked on a disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros import queries
from macros.loading import load_base
from macros.model.kilde import Kilde
from tests.felles import ROOT
from tests.harness.side import Side

pytestmark = pytest.mark.nettleser


@pytest.fixture(scope="module")
def base_kilder() -> list[Kilde]:
    """The sources in the order of the page."""
    return queries.kildeliste(load_base(ROOT))


def test_a_reader_copies_a_reference_from_disk(side_fra_disk: Side) -> None:
    """Without the clipboard the text is marked, so that it can be copied by hand."""
    page = side_fra_disk.ga("/kilder/#boligsosialloven")
    place = page.locator("#boligsosialloven .kb-sitering")
    place.locator("summary").click()
    place.get_by_role("button", name="Kopier referansen").click()
    told = place.get_by_role("status")
    told.filter(has_text="Kopiert").or_(told.filter(has_text="Teksten er merket")).wait_for()
    assert "Lov om kommunenes ansvar" in place.locator(".kb-sitering__tekst").inner_text()


def test_the_files_of_a_source_are_plain_links_to_what_is_there(side: Side, bygd_nettsted: Path) -> None:
    page = side.ga("/kilder/")
    links = page.locator(".kb-sitering__filer a[download]").evaluate_all("links => links.map(a => a.href)")
    assert len(links) > 300
    assert [href for href in links if not (bygd_nettsted / "kilder" / href.rsplit("/", 1)[1]).is_file()] == []


def test_a_source_of_a_later_page_is_found_by_its_old_address_with_and_without_scripts(apne_side, base_kilder) -> None:
    later = base_kilder[-1].id
    for skript in (True, False):
        page = apne_side(skript=skript).ga(f"/kilder/#{later}")
        target = page.locator(f"#{later}")
        target.wait_for(state="visible")
        if skript:
            page.wait_for_function("() => document.querySelector(':target')?.localName === 'tr'")
        else:
            target.get_by_role("link").click()
            page.wait_for_url(f"**/kilder/side-*.html#{later}")
            assert page.locator(f"tr#{later}").is_visible()


def test_the_page_has_no_sideways_scroll_on_a_phone(apne_side: Callable[..., Side]) -> None:
    page = apne_side(flate={"width": 360, "height": 800}).ga("/kilder/")
    page.evaluate("document.querySelectorAll('.kb-utforsker details').forEach(d => { d.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
