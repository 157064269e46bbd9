"""A page that should have been gone through says so at the top, on the day the reader reads it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from macros.loading import load_base
from tests.conftest import ROOT

pytestmark = pytest.mark.nettleser

PAGES = load_base(ROOT).sider
DUE = next(s.neste_gjennomgang for s in PAGES if s.kilde == "lov/klage.md")


@pytest.mark.parametrize(("today", "overdue"), [("2026-11-22", False), (DUE, False), ("2099-01-01", True)])
def test_the_banner_shows_once_the_date_has_passed(side, today: str, overdue: bool):
    side.page.clock.set_fixed_time(f"{today}T12:00:00")
    banner = side.ga("/lov/klage/").locator(".kb-utlopt")
    expect(banner).to_be_visible() if overdue else expect(banner).to_be_hidden()


def test_the_list_of_pages_marks_what_is_overdue(side):
    side.page.clock.set_fixed_time("2099-01-01T12:00:00")
    row = side.ga("/om/gjennomgang/").locator("tr", has=side.page.get_by_role("link", name="Klage", exact=True))
    expect(row).to_contain_text("skulle vært gjennomgått")


@pytest.mark.parametrize(("today", "overdue"), [("2026-11-22", "ingen"), ("2099-01-01", str(len(PAGES)))])
def test_the_page_on_the_state_counts_what_is_overdue_on_the_day_it_is_read(side, today: str, overdue: str):
    side.page.clock.set_fixed_time(f"{today}T12:00:00")
    page = side.ga("/om/tilstand/")
    row = page.locator("tr", has=page.get_by_role("rowheader", name="Side", exact=True)).first
    expect(row).to_contain_text(f"{overdue} av {len(PAGES)}")


def test_a_share_leads_to_the_list_of_those_that_lack_it(side):
    page = side.ga("/om/tilstand/")
    link = page.locator("[data-navn=tilstand-datakvalitet] a[href^='#']").first
    which = page.locator(link.get_attribute("href"))
    expect(which).to_be_hidden()
    link.click()
    expect(which).to_be_visible()
    assert which.get_by_role("listitem").count() == int(link.inner_text().removeprefix("se "))


def test_a_duty_leads_to_a_page_and_the_page_leads_back(side):
    page = side.ga("/lov/lovkrav/#bsl-klage")
    page.locator("#bsl-klage").get_by_role("link", name="Klage", exact=True).click()
    expect(page.locator("h1")).to_contain_text("Klage")
    page.locator(".kb-omsiden").get_by_role("link", name="Klage til statsforvalteren").click()
    expect(page.locator("#bsl-klage")).to_be_in_viewport()


def test_a_change_of_law_leads_to_the_pages_that_rest_on_it(side):
    row = side.ga("/lov/endringer/#hol-3-7-opphevet").locator("#hol-3-7-opphevet")
    expect(row.get_by_role("link", name="Lovene rundt")).to_be_visible()
