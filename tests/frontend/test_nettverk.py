"""Nettverksverkstedet as its users meet it: from a pasted sheet to a Word report, by keyboard, from disk, and with bad files."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import docx
import jsonschema
import openpyxl
import pytest
from playwright.sync_api import Dialog, Page

from tests.harness.side import Side, lastet_ned

pytestmark = [
    pytest.mark.nettleser,
    pytest.mark.filterwarnings("ignore:Workbook contains no default style"),  # Excel itself needs none
]

PAGE = "/verktoy/nettverksverksted/"
ROOT = Path(__file__).resolve().parents[2]
STEPS = ["Start", "Hvem er med", "Skjema", "Svar inn", "Bilde og tall", "Hva om", "Før og etter", "Rapport og fil"]

PEOPLE = "\n".join(
    [
        "Navn\tFunksjon\tEnhet\tRolle",
        "Anne Prøve\tTildeling av bolig\tBoligkontoret\tleder",
        "Bjørn Prøve\tTjenester i bolig\tHelse\tsaksbehandler",
        "Cecilie Prøve\tDrift og vedlikehold\tEiendom\tsaksbehandler",
        "Dag Prøve\tPolitisk folkevalgt\tKommunestyret\tfolkevalgt",
    ]
)
ANSWERS = "\n".join(
    [
        "Min kode\tTIL1\tTJE1\tDRI1\tPOL1\tSlag kontakt med folkevalgte",
        "TIL1\t\tdaglig\tukentlig\tmånedlig\tgir informasjon",
        "TJE1\tdaglig\t\tnoen ganger\t\t",
        "DRI1\tukentlig\t\t\t\t",
    ]
)


def step(page: Page, name: str) -> None:
    page.get_by_role("navigation", name="Steg i nettverksverkstedet").get_by_role("button", name=name).click()


def open_example(side: Side) -> Page:
    page = side.ga(PAGE)
    page.click("#nv-eksempel")
    page.wait_for_selector("#nv-scene[data-ferdig]")
    return page


def fill_in(page: Page) -> None:
    """A new network of four, pasted from a sheet."""
    page.click("#nv-nytt")
    page.fill("#nv-lim-personer", PEOPLE)
    page.click("#nv-legg-til-personer")
    step(page, "Svar inn")
    page.fill("#nv-lim-svar", ANSWERS)
    page.click("#nv-les-inn")


def test_from_a_pasted_sheet_to_a_word_report(sted: Side):
    page = sted.ga(PAGE)
    fill_in(page)
    assert "«noen ganger» under DRI1 sier ikke hvor ofte" in page.locator(".vk-feil").inner_text()
    assert "5 kontakter fra 3 svar" in page.locator(".nv-status").inner_text()
    step(page, "Bilde og tall")
    page.wait_for_selector("#nv-scene[data-ferdig]")
    step(page, "Rapport og fil")
    paper = docx.Document(io.BytesIO(lastet_ned(page, "#nv-lag-rapport")))
    text = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    assert "Hva bildet ikke kan vise" in text and "Til samtalen" in text
    assert "Prøve" not in text.replace("Prøve ut", ""), "et navn sto i rapporten"
    assert len(paper.inline_shapes) == 1
    assert any(cell.text == "Tetthet" for table in paper.tables for row in table.rows for cell in row.cells)


def test_names_leave_only_in_the_key(side: Side):
    page = side.ga(PAGE)
    fill_in(page)
    step(page, "Hvem er med")
    key = openpyxl.load_workbook(io.BytesIO(lastet_ned(page, "#nv-kodeliste")))["Kodeliste"]
    assert ("TIL1", "Anne Prøve") in {tuple(cell.value for cell in row) for row in key.iter_rows(min_row=2)}
    step(page, "Rapport og fil")
    assert "Anne" not in lastet_ned(page, "#nv-lagre-fil").decode("utf-8")


def test_a_saved_file_follows_the_published_schema_and_opens_again(side: Side, bygd_nettsted: Path):
    schema = json.loads((bygd_nettsted / "verktoy" / "nettverksverksted.schema.json").read_text(encoding="utf-8"))
    page = open_example(side)
    step(page, "Rapport og fil")
    saved = lastet_ned(page, "#nv-lagre-fil")
    content = json.loads(saved)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(content, schema)
    step(page, "Start")
    page.set_input_files("#nv-apne", {"name": "nett.json", "mimeType": "application/json", "buffer": saved})
    page.wait_for_selector("#nv-scene[data-ferdig]")
    step(page, "Rapport og fil")
    assert json.loads(lastet_ned(page, "#nv-lagre-fil")) == content


def test_what_is_saved_nowhere_is_not_put_away_without_a_question(side: Side):
    """A new network, the example and a file all ask first; «no» leaves all as it was, «yes» goes on; saved work is not asked about."""
    page = side.ga(PAGE)
    asked: list[str] = []
    yes = False

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.accept() if yes else dialog.dismiss()

    page.on("dialog", answer)
    fill_in(page)
    other = b'{"format": "nettverksverksted", "versjon": 1, "tittel": "En annen", "personer": [{"id": "A"}], "runder": []}'
    step(page, "Start")
    page.click("#nv-nytt")
    page.click("#nv-eksempel")
    page.set_input_files("#nv-apne", {"name": "n.json", "mimeType": "application/json", "buffer": other})
    page.locator(".nv-status", has_text="Det du hadde, står som før.").wait_for()
    assert len(asked) == 3
    assert "med 4 personer" in page.locator(".vk-innhold").inner_text()
    step(page, "Rapport og fil")
    lastet_ned(page, "#nv-lagre-fil")
    page.locator(".nv-status", has_text="er laget").wait_for()
    step(page, "Start")
    page.click("#nv-eksempel")
    page.wait_for_selector("#nv-scene[data-ferdig]")
    assert len(asked) == 3, "det som var lagret, ble spurt om"
    yes = True
    step(page, "Start")
    fill_in(page)
    step(page, "Start")
    page.click("#nv-eksempel")
    page.wait_for_selector("#nv-scene[data-ferdig]")
    assert len(asked) == 4


def test_the_excel_form_filled_in_and_pasted_back_is_understood(side: Side):
    page = open_example(side)
    step(page, "Skjema")
    assert int(page.locator("[data-klikk]").get_attribute("data-klikk") or 99) <= 60
    book = openpyxl.load_workbook(io.BytesIO(lastet_ned(page, "#nv-skjema-excel")))
    rows = [[cell.value for cell in row] for row in book["Svarark"].iter_rows()]
    rows[1][2] = "ukentlig"
    text = "\n".join("\t".join("" if value is None else str(value) for value in row) for row in rows[:2])
    step(page, "Svar inn")
    page.fill("#nv-lim-svar", text)
    page.click("#nv-les-inn")
    assert page.locator(".nv-status").inner_text().startswith("1 kontakt fra 1 svar er lest inn.")
    assert page.locator(".vk-feil").count() == 0


BROKEN: dict[str, bytes] = {
    "tom": b"",
    "excel": b"PK\x03\x04rest",
    "pdf": b"%PDF-1.7",
    "bilde": b"\x89PNG\r\n\x1a\n",
    "binær": bytes(range(256)),
    "halv json": b'{"format": "nettverksverksted", "versjon": 1, "personer": [',
    "annen json": b'{"navn": "noe annet"}',
    "liste": b"[1, 2]",
    "nyere": b'{"format": "nettverksverksted", "versjon": 7}',
    "rare felter": b'{"format":"nettverksverksted","versjon":1,"personer":[null,{"id":"A"}],"runder":[{"id":"r","kontakter":[{"fra":"A"}]}]}',
    "prototype": b'{"format":"nettverksverksted","versjon":1,"__proto__":{"personer":1},"personer":[{"id":"__proto__"}]}',
    "html": b"<!doctype html><script>alert(1)</script>",
    "csv": "Fra;Til\næøå".encode("cp1252"),
}


def test_broken_files_give_messages_never_exceptions(side: Side):
    page = side.ga(PAGE)
    for name, content in BROKEN.items():
        for place, where in (("Start", "#nv-apne"), ("Svar inn", "#nv-fil-svar"), ("Hvem er med", "#nv-fil-personer")):
            step(page, place)
            page.set_input_files(where, {"name": f"{name}.csv", "mimeType": "text/csv", "buffer": content})
            page.wait_for_selector(".vk-feil, .nv-status:not(:empty)")
        assert page.locator(".vk-steg").is_visible(), name
    side.krev_feilfri()


@pytest.mark.parametrize("farge", ["light", "dark"])
def test_every_step_is_accessible_and_fits_a_phone(apne_side, farge: str):
    side = apne_side(farge=farge)
    page = open_example(side)
    for name in STEPS:
        step(page, name)
        page.wait_for_selector(".vk-innhold h2:focus")
        page.evaluate("document.querySelectorAll('.vk-rot details').forEach((one) => { one.open = true; })")
        if name in {"Bilde og tall", "Før og etter"}:
            page.wait_for_selector(".nv-bilde")
        side.krev_tilgjengelig("#nettverksverksted")
        page.set_viewport_size({"width": 360, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, name
        page.set_viewport_size({"width": 1280, "height": 900})


def test_everything_is_reached_by_keyboard(side: Side):
    """Steps, slider, and the one who is brought forward, without a mouse; the contacts are told in words."""
    page = side.ga(PAGE)
    page.focus("#nv-eksempel")
    page.keyboard.press("Enter")
    page.wait_for_selector("#nv-scene[data-ferdig]")
    page.focus("#nv-glider")
    page.keyboard.press("Home")
    assert page.locator("#nv-glider").get_attribute("aria-valuetext") == "daglig"
    page.locator("#nv-bilde-tittel", has_text="kontakt daglig").wait_for(state="attached")
    page.locator(".nv-tabell button", has_text="OKO3").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".nv-status").inner_text().startswith("OKO3 har kontakt med")


def test_nothing_is_stored_before_the_reader_asks_and_all_of_it_can_be_deleted(side: Side):
    page = open_example(side)
    step(page, "Rapport og fil")
    assert page.evaluate("localStorage.length") == 0
    page.click("#nv-lagre-her")
    assert page.evaluate("Object.keys(localStorage)") == ["kb.nettverk"]
    page.click("#nv-slett-her")
    assert page.evaluate("localStorage.length") == 0


def test_nothing_is_asked_for_after_the_page_has_loaded_but_the_export_module(side: Side):
    page = side.ga(PAGE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "favikon" not in request.url else None)
    page.click("#nv-eksempel")
    page.wait_for_selector("#nv-scene[data-ferdig]")
    for name in STEPS:
        step(page, name)
    assert asked == []
    lastet_ned(page, "#nv-lag-rapport")
    assert {url.rsplit("/", 1)[-1] for url in asked if url.startswith("http")} == {"eksport.js"}


def test_drawing_and_measures_weigh_little(bygd_nettsted: Path):
    built = (bygd_nettsted / "assets" / "bygd" / "nettverk.js").read_bytes()
    assert len(gzip.compress(built, 9)) <= 80_000
