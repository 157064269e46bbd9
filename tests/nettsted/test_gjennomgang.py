"""A page that should have been gone through says so at the top, on the day the reader reads it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from macros.loading import load_base
from tests.conftest import ROOT

pytestmark = pytest.mark.nettleser

DUE = next(s.neste_gjennomgang for s in load_base(ROOT).sider if s.kilde == "lov/klage.md")


@pytest.mark.parametrize(("today", "overdue"), [("2026-11-22", False), (DUE, False), ("2099-01-01", True)])
def test_the_banner_shows_once_the_date_has_passed(side, today: str, overdue: bool):
    side.page.clock.set_fixed_time(f"{today}T12:00:00")
    banner = side.ga("/lov/klage/").locator(".kb-utlopt")
    expect(banner).to_be_visible() if overdue else expect(banner).to_be_hidden()


def test_the_list_of_pages_marks_what_is_overdue(side):
    side.page.clock.set_fixed_time("2099-01-01T12:00:00")
    row = side.ga("/om/gjennomgang/").locator("tr", has=side.page.get_by_role("link", name="Klage", exact=True))
    expect(row).to_contain_text("skulle vært gjennomgått")


def test_a_duty_leads_to_a_page_and_the_page_leads_back(side):
    page = side.ga("/lov/lovkrav/#bsl-klage")
    page.locator("#bsl-klage").get_by_role("link", name="Klage", exact=True).click()
    expect(page.locator("h1")).to_contain_text("Klage")
    page.locator(".kb-omsiden").get_by_role("link", name="Klage til statsforvalteren").click()
    expect(page.locator("#bsl-klage")).to_be_in_viewport()


def test_a_change_of_law_leads_to_the_pages_that_rest_on_it(side):
    row = side.ga("/lov/endringer/#hol-3-7-opphevet").locator("#hol-3-7-opphevet")
    expect(row.get_by_role("link", name="Lovene rundt")).to_be_visible()
