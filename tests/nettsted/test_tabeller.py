"""Tables: readable at every width, and the same content in the files one takes along."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from playwright.sync_api import Locator, Page

from tests.nettsted.conftest import WITH_TABLES
from tests.nettsted.test_sider import UNFOLD

pytestmark = pytest.mark.nettleser

# Columns of the first row that are too narrow to read: the first of a wide table 12rem, other text 5.5rem.
SQUEEZED = """() => [...document.querySelectorAll('.kb-tabell table')].flatMap((table) => {
  if (getComputedStyle(table).display !== 'table') return [];
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const many = table.tHead.rows[0].cells.length > 3;
  return [...table.tBodies[0].rows[0].cells].flatMap((cell, column) => {
    if (!cell.getClientRects().length) return [];
    const needed = column === 0 ? (many ? 11 : 8) : cell.querySelector('.kb-merke') ? 3 : 5.4;
    const width = cell.getBoundingClientRect().width / rem;
    return width < needed ? [`${table.caption.innerText} / ${cell.dataset.label}: ${width.toFixed(1)} rem`] : [];
  });
})"""


# Cells whose name the reader does not see: where the headers do not show, each cell says it itself.
UNNAMED = """() => [...document.querySelectorAll('.kb-tabell table')].flatMap((table) => {
  if (table.tHead.getBoundingClientRect().height > 10) return [];
  return [...table.querySelectorAll('tbody td')].flatMap((cell) =>
    !cell.getClientRects().length || !cell.textContent.trim() || cell.querySelector(':scope > details:first-child')
      || getComputedStyle(cell, '::before').content.includes(cell.dataset.label) ? [] : [cell.textContent]);
})"""


def squeezed(text: Any) -> str:
    return re.sub(r"\s+", " ", str(text if text is not None else "")).strip()


def shown(table: Locator) -> list[list[str]]:
    """The table as the reader sees it on a wide screen, headers first."""
    rows = table.evaluate("t => [...t.rows].map(r => [...r.cells].map(c => c.innerText))")
    return [[squeezed(cell) for cell in row] for row in rows]


def download(page: Page, wrapper: Locator, kind: str, folder: Path) -> Path:
    with page.expect_download() as waiting:
        wrapper.get_by_role("button", name=f"som {kind}").click()
    file = folder / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file


@pytest.mark.filterwarnings("ignore:Workbook contains no default style")  # Excel itself needs none
def test_the_files_of_a_table_hold_what_the_table_shows_from_disk(side_fra_disk, tmp_path: Path):
    page = side_fra_disk.ga("/lov/lovkrav/")
    wrapper = page.locator(".kb-tabell").first
    expected = shown(wrapper.locator("table"))
    assert len(expected) > 10

    book = openpyxl.load_workbook(download(page, wrapper, "Excel", tmp_path))
    rows = [[squeezed(cell.value) for cell in row] for row in book.worksheets[0].iter_rows()]
    assert rows == expected
    assert not [cell.coordinate for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]

    document = docx.Document(str(download(page, wrapper, "Word", tmp_path)))
    assert [[squeezed(cell.text) for cell in row.cells] for row in document.tables[0].rows] == expected
    assert wrapper.locator("caption").inner_text() in [paragraph.text for paragraph in document.paragraphs]

    text = download(page, wrapper, "CSV", tmp_path).read_bytes().decode("utf-8-sig")
    assert [[squeezed(cell) for cell in row] for row in csv.reader(io.StringIO(text), delimiter=";")] == expected


@pytest.mark.parametrize("sti", WITH_TABLES)
def test_on_a_phone_each_cell_says_what_it_is_and_stays_on_the_screen(apne_side, sti: str):
    page = apne_side(flate={"width": 360, "height": 740}).ga(sti)
    page.evaluate(UNFOLD)
    faults = page.evaluate(
        """() => [...document.querySelectorAll('.kb-tabell tbody td')].flatMap((cell) => {
          if (!cell.textContent.trim()) return [];
          const said = getComputedStyle(cell, '::before').content, box = cell.getBoundingClientRect();
          if (!cell.dataset.label || !said.includes(cell.dataset.label)) return ['uten navn: ' + cell.textContent];
          return box.right > innerWidth || cell.scrollWidth > cell.clientWidth + 1 ? ['for bred: ' + cell.textContent] : [];
        })"""
    )
    assert not faults, "\n".join(faults[:10])
    assert page.locator(".kb-tabell tbody td").count() > 3


@pytest.mark.parametrize("sti", WITH_TABLES)
def test_where_there_is_room_headers_show_and_no_column_is_squeezed(side, sti: str):
    page = side.ga(sti)
    page.evaluate(UNFOLD)
    for bredde in (768, 1280, 1440):
        page.set_viewport_size({"width": bredde, "height": 900})
        narrow = page.evaluate(SQUEEZED)
        assert not narrow, f"{bredde}: " + "\n".join(narrow)
        unnamed = page.evaluate(UNNAMED)
        assert not unnamed, f"{bredde}: " + "\n".join(unnamed[:10])


@pytest.mark.parametrize(
    "sti", [*WITH_TABLES, "/kilder/", "/begreper/ordliste/", "/virkemidler/startlan/", "/lov/tidslinje/"]
)
def test_no_table_is_scrolled_sideways_on_a_tablet_or_a_laptop(apne_side, sti: str):
    page = apne_side(flate={"width": 768, "height": 900}).ga(sti)
    page.evaluate(UNFOLD)
    for bredde in (768, 1280):
        page.set_viewport_size({"width": bredde, "height": 900})
        wide = page.evaluate(
            """() => [...document.querySelectorAll('.kb-tabell__flate')].flatMap((area) =>
              area.scrollWidth > area.clientWidth + 1 ? [`${area.innerText.slice(0, 60)}: ${area.scrollWidth}`] : [])"""
        )
        assert not wide, f"{bredde}: " + "\n".join(wide)


def test_figures_are_compared_down_the_column_also_where_the_place_is_narrow(apne_side):
    page = apne_side(flate={"width": 768, "height": 900}).ga("/eksempler/nettverkene/")
    table = page.locator(".kb-tabell[data-navn='nettverkene']")
    assert table.locator("thead").bounding_box()["height"] > 20
    lefts = table.locator("tbody td:nth-child(3)").evaluate_all(
        "cells => cells.map(c => c.getBoundingClientRect().right)"
    )
    assert len(lefts) > 2 and len(set(lefts)) == 1


def test_a_table_wider_than_its_place_is_scrolled_with_the_keyboard(apne_side):
    page = apne_side(flate={"width": 608, "height": 900}).ga("/eksempler/nettverkene/")
    area = page.locator(".kb-tabell__flate[tabindex='0']").first
    area.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.activeElement.scrollLeft > 0")
    assert "kan rulles sidelengs" in (area.get_attribute("aria-label") or "")


def test_the_widest_table_fits_where_the_screen_has_room(apne_side):
    page = apne_side(flate={"width": 1600, "height": 900}).ga("/strategier/tiltak/")
    assert page.locator(".kb-tabell__flate[tabindex='0']").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
