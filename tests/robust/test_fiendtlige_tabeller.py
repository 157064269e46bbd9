"""Hostile tables in the tools that read them: no cell runs or leaves its column, and what is saved and opened again is the same.

All kinds of the one list stand in every column, and in the header row.
"""

from __future__ import annotations

import base64
import csv
import io
import json
import re
from itertools import pairwise
from pathlib import Path

import jsonschema
import openpyxl
import pytest
from playwright.sync_api import Page

from tests.harness.side import Side
from tests.robust.test_fiendtlige_filer import (
    TEXTS,
    VERKTOY,
    Innhold,
    Tekst,
    cleaned,
    harmless_file,
    hostile,
    letters,
    nothing_has_happened,
    opened,
    watched,
)

pytestmark = [
    pytest.mark.nettleser,
    pytest.mark.filterwarnings("ignore:Workbook contains no default style"),  # Excel itself needs none
]
ONE_ROUND = {"Bilde og tall": ".nv-bilde"}
"""What shows that a step is drawn; there is nothing to compare with."""
ALL = range(len(TEXTS))
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_WHITE = "[\x00-\x20\x7f\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+"


def cell(text: str, most: int) -> str:
    """A text as a cell holds it: what a script takes for space, is one space."""
    return re.sub(_WHITE, " ", re.sub("[\ufffe\uffff]", "", text)).strip()[:most].strip()


def table(rows: list[list[str]], sign: str = ";") -> str:
    """The rows as a program writes them to a file."""
    out = io.StringIO()
    csv.writer(out, delimiter=sign, quoting=csv.QUOTE_ALL).writerows(rows)
    return out.getvalue()


def in_file(text: Tekst, row: int) -> str:
    return text(row).replace("\x00", " ")  # with it a file is no text


def network_of(page: Page, text: Tekst, sign: str) -> list[str]:
    """The tool with a network read from tables with the texts in all columns; the names as they should be."""
    names = [f"{in_file(text, i)[:50]} {i}" for i in ALL]
    people = [[name, *[in_file(text, i + at) for at in range(1, 5)]] for i, name in enumerate(names)]
    listed = [[a, b, "daglig", in_file(text, i)] for i, (a, b) in enumerate(pairwise(names))]
    strange = [[names[0], names[2], in_file(text, i), ""] for i in ALL] + [
        [in_file(text, i), names[0], "daglig"] for i in ALL
    ]
    loose = [in_file(text, i) for i in ALL]
    page.get_by_role("button", name="Start", exact=True).click()
    page.click("#nv-nytt")
    page.uncheck("#nv-koder")
    for field, rows in (
        ("#nv-fil-personer", [["Enhet", *loose], ["x", *loose]]),  # no column is known: refused
        ("#nv-fil-personer", [["Navn", "Funksjon", "Enhet", "Rolle", "Svart"], *people]),
        ("#nv-fil-svar", [loose, loose]),  # refused
        ("#nv-fil-svar", [["Min kode", *names, *loose], *[[name, "daglig", *loose] for name in names[:3]]]),
        ("#nv-fil-svar", [["Fra", "Til", "Hvor ofte", "Slag", *loose], *listed, *strange]),
    ):
        said = page.evaluate("([f, c]) => vakt.apne(f, 'fil.csv', c)", [field, table(rows, sign)])
        assert said, rows[0]
    return [cell(name, 60) for name in names]


def saved(page: Page, root: str) -> Innhold:
    return json.loads(page.evaluate("(root) => vakt.lagre(root)", root))


@pytest.mark.parametrize("sign", [";", "\t"])
def test_a_network_from_hostile_tables_is_what_the_tables_say(side: Side, sign: str) -> None:
    tool = VERKTOY["nettverksverkstedet"]
    page = watched(side, tool.sti)
    network_of(page, letters, sign)
    page.evaluate("([root, ready]) => vakt.walk(root, ready, 0)", [tool.rot, ONE_ROUND])
    saved(page, tool.rot)
    usual = set(page.evaluate("vakt.sett()")["slag"])
    names = network_of(page, hostile, sign)
    page.evaluate("([root, ready]) => vakt.walk(root, ready, 0)", [tool.rot, ONE_ROUND])
    made = saved(page, tool.rot)
    assert [one["id"] for one in made["personer"]] == names
    units = [cell(in_file(hostile, i + 2), 60) for i in ALL]
    assert [one.get("enhet", "") for one in made["personer"]] == units
    contacts = made["runder"][0]["kontakter"]
    assert [(one["fra"], one["til"]) for one in contacts] == list(pairwise(names))
    opened(page, tool, json.dumps(made))
    assert saved(page, tool.rot) == made
    # Its own table, out and in again.
    page.get_by_role("button", name="Svar inn", exact=True).click()
    page.evaluate("vakt.filer.splice(0)")
    page.evaluate("document.querySelector('[aria-label^=\"Last ned tabellen «Kontakter\"][aria-label$=CSV]').click()")
    page.wait_for_function("() => vakt.filer.length > 0")
    out = page.evaluate("() => vakt.filer[0].blob.text()")
    harmless_file("kontakter.csv", out.encode())
    page.evaluate("([f, c]) => vakt.apne(f, 'fil.csv', c)", ["#nv-fil-svar", out])
    again = saved(page, tool.rot)
    assert again["personer"] == made["personer"]
    assert sorted(map(json.dumps, again["runder"][0]["kontakter"])) == sorted(map(json.dumps, contacts))
    nothing_has_happened(page, usual)
    assert page.url == side.adresse(tool.sti)


def test_the_list_of_codes_has_the_names_as_they_were(side: Side) -> None:
    page = watched(side, VERKTOY["nettverksverkstedet"].sti)
    page.click("#nv-nytt")
    names = [f"{in_file(hostile, i)[:50]} nr {i}" for i in ALL]  # or it would be taken for a code
    page.evaluate("([f, c]) => vakt.apne(f, 'fil.csv', c)", ["#nv-fil-personer", table([[name] for name in names])])
    page.click("#nv-kodeliste")
    page.wait_for_function("() => vakt.filer.length > 0")
    made = base64.b64decode(page.evaluate("vakt.hentFiler()")[0]["innhold"])
    harmless_file("kodeliste.xlsx", made)
    rows = list(openpyxl.load_workbook(io.BytesIO(made)).worksheets[0].iter_rows(min_row=2, values_only=True))
    assert {row[1] for row in rows} == {cell(name, 60) for name in names}
    nothing_has_happened(page, set(page.evaluate("vakt.sett()")["slag"]))


def paste(page: Page, rows: list[list[str]], sign: str) -> str:
    page.evaluate("(text) => { document.getElementById('ev-lim').value = text; }", table(rows, sign))
    page.click("#ev-les-inn")
    return " ".join(page.locator("[role=status]").all_inner_texts())


def test_hostile_answers_that_are_pasted_stay_in_their_columns(side: Side) -> None:
    tool = VERKTOY["egenvurderingen"]
    page = watched(side, tool.sti)
    usual: set[str] = set()
    for text in (letters, hostile):
        usual = set(page.evaluate("vakt.sett()")["slag"])
        page.click(tool.tom)
        head = ["Enhet", "Samordning", "Forankring", *[text(i) for i in ALL]]
        right = [[text(i), str(i % 6 + 1), "vet ikke", *[text(i)] * 3] for i in ALL]
        wrong = [["x", text(i), text(i)] for i in ALL]
        assert paste(page, [[text(i) for i in ALL], *right], "\t")  # no column is known: refused
        assert f"{len(TEXTS)} svar er lest inn" in paste(page, [head, *right, *wrong], "\t" if text is hostile else ";")
        made = saved(page, tool.rot)
    assert [one.get("enhet", "") for one in made["besvarelser"]] == [cell(hostile(i), 200) for i in ALL]
    assert [one["svar"] for one in made["besvarelser"]] == [
        {"samordning": i % 6 + 1, "forankring": "vet_ikke"} for i in ALL
    ]
    opened(page, tool, json.dumps(made))
    assert saved(page, tool.rot) == made
    nothing_has_happened(page, usual)


def workbook_of(content: bytes, text: Tekst) -> bytes:
    """The workbook with the texts in every column of every sheet, in new rows, and in more headings."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    for sheet in book:
        width = sheet.max_column
        for i in ALL:
            for column in range(1, width + 1):
                put(sheet.cell(sheet.max_row + (column == 1), column), text(i + column - 1))
            put(sheet.cell(1, width + 1 + i), text(i))
    for column in range(2, book["Erfaringer"].max_column + 1):
        put(book["Erfaringer"].cell(1, column), text(column))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def put(cell: openpyxl.cell.Cell, text: str) -> None:
    cell.value = "x"
    cell.data_type = "s"
    cell._value = _NOT_XML.sub("", text)


@pytest.mark.parametrize("name", ["planverkstedet", "dreieboka"])
def test_a_hostile_workbook_stays_in_its_cells(side: Side, bygd_nettsted: Path, name: str) -> None:
    tool = VERKTOY[name]
    schema = json.loads((bygd_nettsted / "verktoy" / "plan.schema.json").read_text(encoding="utf-8"))
    page = watched(side, tool.sti)
    page.click("#pl-eksempel")
    page.evaluate("vakt.walk('.pl-rot', {}, 0)")
    page.evaluate("document.getElementById('pl-excel').click()")
    page.wait_for_function("() => vakt.filer.length > 0")
    own = bytes(page.evaluate("async () => [...new Uint8Array(await vakt.filer.at(-1).blob.arrayBuffer())]"))
    usual: set[str] = set()
    for text in (letters, hostile):
        usual = set(page.evaluate("vakt.sett()")["slag"])
        said = page.evaluate(
            "([f, c]) => vakt.apne(f, 'plan.xlsx', c)", ["#pl-les-excel", list(workbook_of(own, text))]
        )
        assert "er lest" in said, said
        page.evaluate("vakt.walk('.pl-rot', {}, 0)")
        page.click("#pl-bruk-ark")
        page.evaluate("vakt.walk('.pl-rot', {}, 0)")
    made = saved(page, tool.rot)
    jsonschema.validate(made, schema)
    wanted = {cleaned(_NOT_XML.sub("", hostile(i + 1)))[:1000] for i in ALL}
    assert wanted - {one.get("tekst", "")[:1000] for one in made["tiltak"]} == set()
    page.evaluate("document.querySelector('.pl-rot nav button').click()")
    opened(page, tool, json.dumps(made))
    assert saved(page, tool.rot) == made
    nothing_has_happened(page, usual)
