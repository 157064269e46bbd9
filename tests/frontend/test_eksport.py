"""The export module in a real browser: what a tool hands over is what the file holds, and text stays text.

Run on the served site and from disk with the network off, since that is how trainers use it.
"""

from __future__ import annotations

import base64
import io
import xml.etree.ElementTree as ET

import docx
import openpyxl
import pytest

from tests.harness.side import Side

pytestmark = pytest.mark.nettleser

HOSTILE = ["=1+1", "+47", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("x")', "<b>fet</b>", "æøå ŋš 🏠", "a\u0000b", "{{ x }}"]
HOSTILE += ["constructor", "__proto__", "toString", "slutt\ue000"]  # found in a plain object, or ended by a mark of ours

_LOADED = """() => new Promise((done, fail) => {
  const s = document.createElement('script');
  s.src = document.querySelector('script[src$="side.js"]').src.replace('side.js', 'eksport.js');
  s.onload = () => done(); s.onerror = () => fail(new Error('eksport.js')); document.head.append(s);
})"""
_BYTES = """async (data) => {
  const blob = await kbEksport.CALL;
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, b => String.fromCharCode(b)).join(''));
}"""
_BOOK = {
    "ark": [{"navn": "Ark", "kolonner": [{"navn": "Tekst"}, {"navn": "Tall"}], "rader": [[t, 1.5] for t in HOSTILE]}]
}
_PAPER = {
    "tittel": "Rapport",
    "blokker": [
        {"slags": "overskrift", "niva": 1, "tekst": "Først"},
        {"slags": "tabell", "kolonner": ["Tekst"], "rader": [[t] for t in HOSTILE]},
    ],
}
_FIGURE = (
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20' width='40' height='20'>"
    "<title>Figur</title><rect width='40' height='20' fill='teal'></rect></svg>"
)


@pytest.fixture(params=["side", "side_fra_disk"])
def eksport(request: pytest.FixtureRequest):
    """A function from the name of an export and its data to the bytes of the file."""
    side: Side = request.getfixturevalue(request.param)
    page = side.ga("/strategier/")
    page.evaluate(_LOADED)

    def made(call: str, data: object) -> bytes:
        return base64.b64decode(page.evaluate(_BYTES.replace("CALL", call), data))

    return made


@pytest.mark.filterwarnings("ignore:Workbook contains no default style")  # Excel itself needs none
def test_excel_holds_every_text_as_text(eksport) -> None:
    """No text a reader typed becomes a formula, and numbers stay numbers."""
    sheet = openpyxl.load_workbook(io.BytesIO(eksport("tilExcel(data)", _BOOK)))["Ark"]
    cells = list(sheet.iter_rows(min_row=2))
    assert [c[0].data_type for c in cells] == ["s"] * len(HOSTILE)
    assert [c[0].value.strip() for c in cells] == [t.replace("\u0000", "").strip() for t in HOSTILE]
    assert {c[1].value for c in cells} == {1.5}


def test_word_holds_headings_and_table(eksport) -> None:
    """The document opens in a reader of its own, with the heading as a heading and the table whole."""
    paper = docx.Document(io.BytesIO(eksport("tilWord(data)", _PAPER)))
    assert "Først" in [p.text for p in paper.paragraphs if p.style.name.startswith("Heading")]
    column = [row.cells[0].text.strip() for row in paper.tables[0].rows]
    assert column == ["Tekst", *(t.replace("\u0000", "").strip() for t in HOSTILE)]


def test_csv_is_safe_from_formulas(eksport) -> None:
    """A spreadsheet that opens the file runs nothing: no cell begins with a character that starts a formula."""
    text = eksport("tilCsv(data)", [["Tekst"], *[[t] for t in HOSTILE]]).decode("utf-8-sig")
    assert not [line for line in text.splitlines() if line.lstrip('"').startswith(("=", "+", "-", "@", "\t"))]
    assert "æøå ŋš 🏠" in text


def test_svg_stands_alone(eksport) -> None:
    """A figure taken out of the page is well-formed and keeps its title."""
    made = eksport("tilSvg(Object.assign(document.createElement('div'), {innerHTML: data}).firstChild)", _FIGURE)
    root = ET.fromstring(made)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.find("{http://www.w3.org/2000/svg}title").text == "Figur"


def test_png_has_the_size_asked_for(eksport) -> None:
    """A figure as PNG at twice its size."""
    drawn = "document.body.appendChild(Object.assign(document.createElement('div'), {innerHTML: data})).firstChild"
    made = eksport(f"tilPng({drawn}, 2)", _FIGURE)
    assert made[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(made[16:20], "big"), int.from_bytes(made[20:24], "big")) == (80, 40)


def test_same_data_give_the_same_bytes(eksport) -> None:
    """Two files of the same data are the same file."""
    assert eksport("tilExcel(data)", _BOOK) == eksport("tilExcel(data)", _BOOK)
    assert eksport("tilWord(data)", _PAPER) == eksport("tilWord(data)", _PAPER)
