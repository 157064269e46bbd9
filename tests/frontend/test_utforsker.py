"""The explorers in a real browser: what a reader filters is what is shown, shared, printed and taken along."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.queries import norsk
from tests.harness.side import Side

pytestmark = pytest.mark.nettleser

TILTAK = "/strategier/tiltak/"
ROWS = ".kb-utforsker tbody tr:visible"


def status(page: Page, text: str | re.Pattern[str]) -> None:
    expect(page.locator(".kb-utforsker__status")).to_have_text(text)


def hits(page: Page) -> int:
    """How many answer what is chosen."""
    return int(page.locator(".kb-utforsker__status").inner_text().split()[0])


def choose(page: Page, facet: str, value: str) -> None:
    panel = page.locator(".kb-utforsker__filtre")
    if panel.get_attribute("open") is None:
        panel.locator("summary").click()
    panel.get_by_role("group", name=facet, exact=True).get_by_role("checkbox", name=re.compile(rf"^{value} ")).check()


def test_a_choice_gives_as_many_as_its_count_said_and_stands_in_the_address(side: Side) -> None:
    page = side.ga(TILTAK)
    status(page, re.compile(r"^\d+ tiltak\.$"))
    page.locator(".kb-utforsker__filtre summary").click()
    line = page.get_by_role("group", name="Tilstand", exact=True).locator("label", has_text="Pågår")
    expect(line).to_contain_text(re.compile(r"\(\d+\)"))
    promised = int(re.sub(r"\D", "", line.locator(".kb-utforsker__antall").inner_text()))
    line.locator("input").check()
    status(page, re.compile(rf"^{promised} av \d+ tiltak\.$"))
    assert page.url.endswith("?tilstand=pagar")
    page.get_by_label("Søk i tiltak").fill("boligtildeling")
    status(page, re.compile(r"^\d+ av \d+ tiltak\.$"))
    both = hits(page)
    assert both < promised
    again = page.url
    page.go_back()
    status(page, re.compile(rf"^{promised} av"))
    page.go_back()
    status(page, re.compile(r"^\d+ tiltak\.$"))
    page.goto(again)
    status(page, re.compile(rf"^{both} av"))


def test_rows_come_a_few_at_a_time_and_can_be_sorted_by_the_keyboard(side: Side) -> None:
    page = side.ga(TILTAK)
    expect(page.locator(ROWS)).to_have_count(25)
    page.get_by_role("button", name="Vis 50 til").press("Enter")
    expect(page.locator(ROWS)).to_have_count(75)
    page.get_by_role("button", name="Sorter etter Kommune").press("Enter")
    expect(page.locator("th[aria-sort=ascending]")).to_have_attribute("data-felt", "eksempel")
    names = page.locator(f"{ROWS} td:nth-child(2)").all_inner_texts()
    first = [norsk(name)[0] for name in names]
    assert first == sorted(first)
    assert page.url.endswith("?sorter=eksempel")


def test_with_no_hits_the_reader_is_told_which_filter_to_loosen(side: Side) -> None:
    page = side.ga(f"{TILTAK}?tilstand=pagar&q=xyzzyq")
    box = page.locator(".kb-utforsker .kb-ingen")
    expect(box).to_be_visible()
    way = box.get_by_role("listitem").filter(has_text="ordene «xyzzyq»")
    promised = int(re.search(r"får du (\d+)", way.inner_text())[1])  # type: ignore[index]
    way.get_by_role("button").click()
    status(page, re.compile(rf"^{promised} av"))
    expect(box).to_be_hidden()


def test_the_files_hold_the_hits_in_the_chosen_columns_also_from_disk(side_fra_disk: Side, tmp_path: Path) -> None:
    page = side_fra_disk.ga("/erfaringer/")
    choose(page, "Hva den sier", "Virket ikke")
    status(page, re.compile(r"^\d+ av"))
    count = hits(page)
    assert count > 25, "flere enn det som vises først"
    page.get_by_text("Visning", exact=True).click()
    page.get_by_role("checkbox", name="Fylke").check()
    page.get_by_role("checkbox", name="Temaer").uncheck()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Last ned treffene som CSV").click()
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    rows = list(csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["Erfaring", "Kommune", "Hva den sier", "Hvem sier det", "Kilde", "Fylke"]
    assert len(rows) == count + 1
    assert {row[2] for row in rows[1:]} == {"Virket ikke"}
    assert all(row[5] for row in rows[1:])
    with page.expect_download() as waiting:
        page.get_by_role("button", name="kildene til treffene som BibTeX").click()
    waiting.value.save_as(tmp_path / "kilder.bib")
    entries = re.findall(r"^@\w+\{", (tmp_path / "kilder.bib").read_text("utf-8"), re.M)
    assert 0 < len(entries) <= count


def test_on_a_phone_a_card_is_short_and_unfolds(apne_side) -> None:
    page = apne_side(flate={"width": 360, "height": 740}).ga(TILTAK)
    expect(page.locator(ROWS)).to_have_count(10)
    card = page.locator(ROWS).first
    folded = card.locator("td[data-label=Kilde]")
    expect(folded).to_be_hidden()
    card.get_by_role("button", name="Vis mer").click()
    expect(folded).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_scripts_every_row_stands_there(apne_side) -> None:
    page = apne_side(skript=False).ga(TILTAK)
    rows = page.locator(".kb-utforsker tbody tr")
    assert rows.count() == int(page.locator(".kb-utforsker").get_attribute("data-antall") or 0)
    expect(rows.last).to_be_visible()
    expect(page.locator(".kb-utforsker__verktoy")).to_be_hidden()


def test_on_paper_all_hits_stand_under_what_they_were_chosen_by(side: Side) -> None:
    page = side.ga(f"{TILTAK}?tilstand=gjennomfort")
    status(page, re.compile(r"^\d+ av"))
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".kb-utforsker__papir")).to_contain_text("Tilstand: Gjennomført")
    expect(page.locator(ROWS)).to_have_count(hits(page))
