"""Planverkstedet and Dreieboka as their users meet them: written, saved, opened again, in Word and in Excel, from disk too."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import docx
import jsonschema
import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.harness import axe
from tests.harness.side import Side, lastet_ned
from tests.skadelig import FIENDTLIG

pytestmark = [
    pytest.mark.nettleser,
    pytest.mark.filterwarnings("ignore:Workbook contains no default style"),  # Excel itself needs none
]

PLAN = "/verktoy/planverksted/"
DREIEBOK = "/verktoy/dreiebok/"
STATUS = "main [role=status].kb-bare-skjerm"


def give(page: Page, field: str, content: bytes, name: str = "plan.json") -> str:
    """What the page says after the file has been chosen."""
    page.evaluate(f"document.querySelector('{STATUS}').textContent = ''")
    page.set_input_files(field, {"name": name, "mimeType": "application/octet-stream", "buffer": content})
    expect(page.locator(STATUS)).not_to_have_text("")
    return page.locator(STATUS).inner_text()


def saved(page: Page) -> dict:
    return json.loads(lastet_ned(page, "#pl-lagre"))


def large() -> dict:
    """29 strategies and 80 measures, with text that a careless tool would run or calculate."""
    strategies = [{"id": f"s{i}", "tekst": f"{FIENDTLIG} {i}", "fra": 2027, "til": 2030} for i in range(1, 30)]
    measures = [
        {
            "id": f"t{100 + i}",
            "tekst": f"{FIENDTLIG} {i}",
            "strategi": f"s{1 + i % 29}",
            "ansvarlig": "@Boligsjefen",
            "frist": "2029",
            "kostnad": "kjent",
            "kroner": 1_000_000 + i,
            "per": "totalt",
            "malgrupper": ["unge"],
            "plikter": ["bsl-oversikt"],
            "tilstand": "pagar",
        }
        for i in range(80)
    ]
    head = {"format": "boligsosial-plan", "versjon": 1, "id": "prove", "neste": 500, "plan": {"tittel": "=1+1"}}
    return {**head, "strategier": strategies, "tiltak": measures}


def test_a_large_plan_is_opened_saved_and_read_back_from_excel_with_nothing_lost(sted: Side, bygd_nettsted: Path):
    schema = json.loads((bygd_nettsted / "verktoy" / "plan.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    plan = large()
    page = sted.ga(PLAN)
    assert "er åpnet." in give(page, "#pl-apne", json.dumps(plan).encode())
    assert saved(page) == plan
    jsonschema.validate(plan, schema)
    page.click("#pl-steg-ut")
    sheet = lastet_ned(page, "#pl-excel")
    book = openpyxl.load_workbook(io.BytesIO(sheet))
    assert all(cell.data_type != "f" for one in book for row in one.iter_rows() for cell in row), "en formel i arket"
    assert len(list(book["Tiltak"].iter_rows(min_row=2))) == 80
    # Taken into an empty plan, after openpyxl has written the file its own way.
    again = io.BytesIO()
    book.save(again)
    page = sted.ga(PLAN)
    page.click("#pl-steg-ut")
    assert "er lest" in give(page, "#pl-les-excel", again.getvalue(), "plan.xlsx")
    assert page.locator("#pl-lest .vk-feil").count() == 0
    page.click("#pl-bruk-ark")
    assert saved(page) == plan
    page.keyboard.press("Control+z")
    assert "tiltak" not in saved(page)


def test_word_has_headings_a_table_for_each_strategy_and_every_measure_as_text(side: Side):
    page = side.ga(PLAN)
    give(page, "#pl-apne", json.dumps(large()).encode())
    page.click("#pl-steg-ut")
    paper = docx.Document(io.BytesIO(lastet_ned(page, "#pl-word")))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    assert sum(f"{FIENDTLIG} {i}" in cells for i in range(80)) == 80
    headings = [p.text for p in paper.paragraphs if p.style is not None and p.style.name.startswith("Heading 1")]
    assert headings == ["Kort om planen", "Mål, strategier og tiltak", "Kostnader", "Plikter og grupper"]
    assert "<img" not in lastet_ned(page, "#pl-markdown").decode().replace("\\<img", "")
    assert page.locator(".pl-rot img").count() == 0
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert f"{FIENDTLIG} 79".splitlines()[1] in page.locator(".vk-papir").inner_text()


@pytest.mark.parametrize(
    "innhold", [b"", b"{", b"[]", b'{"format":"sjekkliste","versjon":1}', b"PK\x03\x04", b"\xff\xfe"]
)
def test_a_broken_or_foreign_file_leaves_the_open_plan_as_it_was(side: Side, innhold: bytes):
    page = side.ga(PLAN)
    page.click("#pl-eksempel")
    before = saved(page)
    assert "står som før" in give(page, "#pl-apne", innhold)
    page.click("#pl-steg-ut")
    assert "står som før" in give(page, "#pl-les-excel", innhold)
    assert "står som før" in give(page, "#pl-forrige", innhold)
    assert saved(page) == before


def test_a_plan_is_written_by_keyboard_alone_and_every_step_is_undone(side: Side):
    page = side.ga(PLAN)
    page.locator("#pl-steg-tiltak").focus()
    page.keyboard.press("Enter")
    page.locator("#pl-ny-strategier").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("Bygge")
    page.keyboard.press("Control+Enter")
    page.keyboard.type("Leie")
    page.keyboard.press("Alt+ArrowUp")
    assert [one["tekst"] for one in saved(page)["strategier"]] == ["Leie", "Bygge"]
    for _ in range(3):
        page.locator("#pl-steg-tiltak").press("Control+z")
    assert [one.get("tekst") for one in saved(page)["strategier"]] == ["Bygge"]
    page.locator("#pl-steg-tiltak").press("Control+y")
    assert len(saved(page)["strategier"]) == 2


def test_nothing_is_stored_before_it_is_asked_for_and_then_nothing_is_lost(side: Side):
    page = side.ga(PLAN)
    page.click("#pl-eksempel")
    assert page.evaluate("localStorage.length") == 0
    page.check("#vk-behold-plan")
    page.click("#pl-steg-grunnlag")
    page.click("#pl-ny-maal")
    page.keyboard.type("Et mål til")
    # What is stored at this moment is all that a crash would leave.
    stored = json.loads(page.evaluate("localStorage.getItem('kb.plan')"))
    assert stored["maal"][-1]["tekst"] == "Et mål til"
    page = side.ga(PLAN)
    assert saved(page) == stored
    page.click("#vk-slett-plan")
    assert page.evaluate("localStorage.length") == 0


def test_an_entry_of_the_base_comes_with_its_source(sted: Side):
    page = sted.ga(PLAN)
    assert "window.kbBasen" not in page.content()
    page.click("#pl-steg-hent")
    page.fill("#pl-sok", "boligskole")
    page.locator(".pl-treff button").first.click()
    plan = saved(page)
    taken = [one for part in ("strategier", "tiltak", "erfaringer") for one in plan.get(part, [])]
    assert len(taken) == 1
    assert taken[0]["hentet_fra"]
    assert taken[0]["hentet_kilde"]
    assert taken[0]["hentet_adresse"].startswith("/eksempler/")
    page.select_option("#pl-sok-slag", "erfaring")
    page.fill("#pl-sok", "plan")
    page.locator(".pl-treff button").first.click()
    page.click("#pl-steg-tiltak")
    line = page.locator("[data-liste=erfaringer] .pl-linje")
    assert line.locator(".pl-linje__tekst").inner_text() == saved(page)["erfaringer"][0]["tekst"]


def test_the_plan_checks_itself_and_leads_to_the_gap(side: Side):
    page = side.ga(PLAN)
    page.click("#pl-steg-tiltak")
    page.click("#pl-ny-strategier")
    page.keyboard.type("Bygge")
    page.click("#pl-steg-sjekk")
    text = page.locator(".vk-innhold").inner_text()
    assert "Plikter uten strategi" in text
    assert "«Bygge» mangler mål, tiltak" in text
    page.click("#pl-utelat-eldre")
    # Left out only with a reason: the field for it has the focus.
    page.keyboard.type("Egen plan for eldre")
    left_out = saved(page)["unntak"][0]
    assert (left_out["gjelder"], left_out["grunn"]) == ("eldre", "Egen plan for eldre")
    page.click("#pl-steg-sjekk")
    assert page.locator("#pl-utelat-eldre").count() == 0
    page.locator("[id^=pl-ga-Strategier]").first.click()
    assert page.evaluate("document.activeElement.value") == "Bygge"


@pytest.mark.parametrize(("bredde", "farge"), [(360, "dark"), (768, "light"), (1440, "dark")])
def test_in_use_it_has_no_barriers(apne_side: Callable[..., Side], bredde: int, farge: str):
    side = apne_side(flate={"width": bredde, "height": 900}, farge=farge)
    page = side.ga(PLAN)
    page.click("#pl-eksempel")
    for step in ("tiltak", "hent", "sjekk"):
        page.click(f"#pl-steg-{step}")
        if step == "tiltak":
            page.click("#pl-strategier-linje-s5")
        if step == "hent":
            page.wait_for_selector(".pl-treff li")
        assert page.evaluate("document.documentElement.scrollWidth") <= bredde
        page.evaluate("scrollTo(0, 0)")  # the bar at the top must not lie over what is measured
        if step != "hent" or bredde == 360:
            assert axe.brudd(page) == []


def test_the_status_book_takes_the_same_file_and_tells_what_is_new(sted: Side):
    page = sted.ga(DREIEBOK)
    page.click("#pl-eksempel")
    before = lastet_ned(page, "#pl-lagre")
    page.click("#pl-steg-status")
    page.click("#pl-status-linje-t9")
    page.select_option("#pl-tiltak-t9-tilstand", "pagar")
    page.fill("#pl-tiltak-t9-neste", FIENDTLIG)
    page.click("#pl-steg-start")
    assert "ved siden av hverandre" in give(page, "#pl-forrige", before)
    assert "Tilstand: «Ikke startet» → «Pågår»" in page.locator(".pl-endringer").first.inner_text()
    page.click("#pl-steg-ledere")
    sheet = page.locator(".pl-ark").inner_text()
    assert "garantere for husleia" in sheet
    assert "Endret siden sist" in sheet
    page.click("#pl-steg-ut")
    paper = docx.Document(io.BytesIO(lastet_ned(page, "#pl-rapport-word")))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    assert FIENDTLIG in cells
    assert page.locator(".pl-rot img").count() == 0
    after = lastet_ned(page, "#pl-lagre")
    page = sted.ga(PLAN)
    give(page, "#pl-apne", after)
    assert json.dumps(saved(page)) == json.dumps(json.loads(after))


def test_the_economy_adds_up_and_says_where_it_differs_from_the_accounts(side: Side):
    page = side.ga(DREIEBOK)
    page.click("#pl-eksempel")
    page.click("#pl-steg-okonomi")
    assert page.locator("#pl-summer tr").last.inner_text().split("\t")[1:] == [
        "4\u00a0450\u00a0000",
        "3\u00a0915\u00a0001",
        "−534\u00a0999",
    ]
    page.click("#pl-ny-kontroll")
    new = saved(page)["kontroll"][0]["id"]
    page.fill(f"#pl-kontroll-{new}-aar", "2027")
    page.fill(f"#pl-kontroll-{new}-regnskap", "3 915 001,50")
    assert "Det mangler 0,50" in page.locator(".vk-feil").inner_text()
    page.fill(f"#pl-kontroll-{new}-regnskap", "=1+1")
    assert "Skriv et beløp" in page.locator(f"#pl-kontroll-{new}-regnskap-feil").inner_text()
    assert saved(page)["kontroll"][0]["regnskap"] == 391500150


@pytest.mark.parametrize(("bredde", "farge"), [(360, "light"), (768, "dark")])
def test_the_status_book_in_use_has_no_barriers(apne_side: Callable[..., Side], bredde: int, farge: str):
    side = apne_side(flate={"width": bredde, "height": 900}, farge=farge)
    page = side.ga(DREIEBOK)
    page.click("#pl-eksempel")
    for step in ("status", "ledere", "okonomi", "ut"):
        page.click(f"#pl-steg-{step}")
        if step == "status":
            page.click("#pl-status-linje-t9")
        assert page.evaluate("document.documentElement.scrollWidth") <= bredde
        page.evaluate("scrollTo(0, 0)")
        assert axe.brudd(page) == []
