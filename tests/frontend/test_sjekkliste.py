"""The checklist and the egenvurdering as their users meet them: filled in, saved, opened again, in Word and in Excel."""

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

SJEKKLISTE = "/verktoy/sjekkliste/"
EGENVURDERING = "/verktoy/egenvurdering/"
MANEDER = [
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
]


def open_file(page: Page, field: str, *contents: bytes) -> str:
    """What the page says after the files have been opened."""
    page.evaluate("document.querySelector('main [role=status].kb-bare-skjerm').textContent = ''")
    files = [{"name": f"fil-{i}.json", "mimeType": "application/json", "buffer": c} for i, c in enumerate(contents)]
    page.set_input_files(field, files)
    expect(page.locator("main [role=status].kb-bare-skjerm")).not_to_have_text("")
    return page.locator("main [role=status].kb-bare-skjerm").inner_text()


def fill_checklist(page: Page, text: str = FIENDTLIG) -> int:
    """Something in every field of every demand. How many demands there are."""
    forms = page.locator("[data-krav]")
    for i in range(forms.count()):
        form = forms.nth(i)
        form.locator(f"input[value={['ja', 'delvis', 'nei', 'vet_ikke'][i % 4]}]").check()
        form.locator("textarea").nth(0).fill(f"{text} {i}")
        form.locator("textarea").nth(1).fill(f"{text} mangel {i}")
        form.locator("input[type=text]").fill("@Boligkontoret")
        form.locator("input[type=date]").fill("2027-01-15")
    page.fill("#sj-kommune", "=Diktvik")
    page.fill("#sj-vedtak", "2027-06-10")
    page.locator("#sj-vedtak").dispatch_event("change")
    page.check("#sj-ferdig-oversikt")
    page.fill("#sj-hvem-forslag", "-Planavdelingen")
    return forms.count()


def test_a_filled_checklist_follows_the_schema_and_opens_again_with_nothing_lost(sted: Side, bygd_nettsted: Path):
    schema = json.loads((bygd_nettsted / "verktoy" / "sjekkliste.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    page = sted.ga(SJEKKLISTE)
    count = fill_checklist(page)
    assert count == 20
    saved = lastet_ned(page, "#sj-lagre")
    content = json.loads(saved)
    jsonschema.validate(content, schema)
    assert len(content["svar"]) == count
    assert content["svar"][0]["viser"] == f"{FIENDTLIG} 0"
    page = sted.ga(SJEKKLISTE)
    assert "er åpnet" in open_file(page, "#sj-apne", saved)
    assert page.locator("[data-krav] textarea").first.input_value() == f"{FIENDTLIG} 0"
    assert json.loads(lastet_ned(page, "#sj-lagre")) == content


def test_word_and_excel_hold_every_answer_as_text(side: Side):
    page = side.ga(SJEKKLISTE)
    count = fill_checklist(page)
    paper = docx.Document(io.BytesIO(lastet_ned(page, "#sj-word")))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    for i in range(count):
        assert f"{FIENDTLIG} {i}" in cells
    headings = [p.text for p in paper.paragraphs if p.style is not None and p.style.name.startswith("Heading 1")]
    assert headings[:3] == ["Oppsummering", "Hullene", "Veien til fristen 1. juli 2027"]
    book = openpyxl.load_workbook(io.BytesIO(lastet_ned(page, "#sj-excel")))
    assert book.sheetnames == ["Krav", "Veien til fristen", "Oppsummering", "Om fila"]
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row), (
        "en formel i arket"
    )
    rows = list(book["Krav"].iter_rows(min_row=2, values_only=True))
    assert [row[5] for row in rows] == [f"{FIENDTLIG} {i}" for i in range(count)]
    assert {row[7] for row in rows} == {"@Boligkontoret"}
    assert page.locator(".vk-ramme img").count() == 0


def test_the_road_of_the_example_has_the_dates_of_the_page_about_it(side: Side):
    table = side.ga("/lov/oversikt-til-vedtak/").locator(
        "#regnestykket-bakover ~ * td:first-child, #regnestykket-bakover ~ * th:first-child"
    )
    texts = [text.strip() for text in table.all_inner_texts()]
    told = {
        f"{year}-{MANEDER.index(month) + 1:02}-{int(day.rstrip('.')):02}"
        for day, month, year in (text.split() for text in texts if text[:1].isdigit())
    }
    assert len(told) == 6
    page = side.ga(SJEKKLISTE)
    dates = set(page.locator("[data-oppgave]").evaluate_all("all => all.map((one) => one.dataset.naar)"))
    assert told <= dates


def test_the_dates_follow_the_meeting_and_a_breach_is_said(side: Side):
    page = side.ga(SJEKKLISTE)
    page.fill("#sj-vedtak", "2027-05-20")
    page.locator("#sj-vedtak").dispatch_event("change")
    assert page.locator("[data-oppgave=plan-horing]").get_attribute("data-naar") == "2027-03-09"
    page.fill("#sj-naar-plan-horing", "2027-04-01")
    page.locator("#sj-naar-plan-horing").dispatch_event("change")
    assert (
        "planforslaget må vare minst seks uker" in page.locator("section[aria-labelledby=sj-vei] .vk-feil").inner_text()
    )


BROKEN: dict[str, bytes] = {
    "tom": b"",
    "excel": b"PK\x03\x04rest",
    "binær": bytes(range(256)),
    "halv json": b'{"format": "sjekkliste", "versjon": 1, "svar": [',
    "annen json": b'{"navn": "noe annet"}',
    "liste": b"[1, 2]",
    "nyere": b'{"format": "sjekkliste", "versjon": 7, "svar": []}',
    "annet verktøy": b'{"format": "nettverksverksted", "versjon": 1}',
    "html": b"<!doctype html><script>alert(1)</script>",
}


@pytest.mark.parametrize(
    ("sti", "felt", "lagre"), [(SJEKKLISTE, "#sj-apne", "#sj-lagre"), (EGENVURDERING, "#ev-apne", "#ev-lagre")]
)
def test_a_broken_or_foreign_file_leaves_what_is_open_as_it_was(side: Side, sti: str, felt: str, lagre: str):
    page = side.ga(sti)
    if sti == SJEKKLISTE:
        page.locator("[data-krav] textarea").first.fill("det jeg skrev")
    else:
        page.check("[data-faktor=samordning] input[value='4']")
    before = json.loads(lastet_ned(page, lagre))
    for name, content in BROKEN.items():
        assert "som" in open_file(page, felt, content), name
        assert json.loads(lastet_ned(page, lagre)) == before, name


def test_nothing_is_kept_before_it_is_asked_for_and_all_goes_with_slett(side: Side):
    page = side.ga(SJEKKLISTE)
    page.locator("[data-krav] textarea").first.fill("før")
    assert page.evaluate("Object.keys(localStorage).length") == 0
    page.check("#vk-behold-sjekkliste")
    page.locator("[data-krav] textarea").nth(1).fill("etter")
    page.evaluate("""async () => {
      while (!(localStorage.getItem('kb.sjekkliste') ?? '').includes('etter')) await new Promise(requestAnimationFrame);
    }""")
    page = side.ga(SJEKKLISTE)  # as after a crash: nothing was saved to a file
    assert page.locator("[data-krav] textarea").nth(0).input_value() == "før"
    assert page.locator("[data-krav] textarea").nth(1).input_value() == "etter"
    page.click("#vk-slett-sjekkliste")
    assert page.evaluate("Object.keys(localStorage).length") == 0
    assert page.locator("[data-krav] textarea").nth(0).input_value() == "før"
    assert not page.is_visible("#vk-slett-sjekkliste")


def test_a_draft_that_can_not_be_read_is_not_touched(side: Side):
    page = side.ga(SJEKKLISTE)
    page.evaluate("localStorage.setItem('kb.sjekkliste', '{halv')")
    page = side.ga(SJEKKLISTE)
    assert "lot seg ikke lese" in page.locator("main [role=status].kb-bare-skjerm").inner_text()
    page.locator("[data-krav] textarea").first.fill("nytt")
    assert page.evaluate("localStorage.getItem('kb.sjekkliste')") == "{halv"


def test_without_scripts_the_demands_are_a_list_to_print(apne_side: Callable[..., Side]):
    page = apne_side(skript=False).ga(SJEKKLISTE)
    text = page.locator("#sjekkliste").inner_text()
    assert page.locator(".sj-punkt").count() == 20
    assert text.count("☐ Ja") == 20
    assert "Oversikt over boligbehovet" in text


def test_the_paper_has_what_is_filled_in(side: Side):
    page = side.ga(SJEKKLISTE)
    page.locator("[data-krav] textarea").nth(1).fill("Avtale med sykehuset")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert "Avtale med sykehuset" in page.locator(".vk-papir").inner_text()
    assert not page.is_visible("#sj-lagre")


def test_a_demand_is_answered_by_keyboard_alone(side: Side):
    page = side.ga(SJEKKLISTE)
    page.locator("[data-krav] input[type=radio]").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.type("Vedtak i sak 4")
    saved = json.loads(lastet_ned(page, "#sj-lagre"))["svar"]
    assert [(one["svar"], one["viser"]) for one in saved] == [("delvis", "Vedtak i sak 4")]


def answer(page: Page, **svar: str) -> None:
    for faktor, verdi in svar.items():
        page.check(f"[data-faktor={faktor}] input[value='{verdi}']")


def test_the_answers_of_several_are_put_together_with_spread_and_vet_ikke(sted: Side, bygd_nettsted: Path):
    schema = json.loads((bygd_nettsted / "verktoy" / "egenvurdering.schema.json").read_text(encoding="utf-8"))
    files = []
    for svar in (
        {"samordning": "2", "strategi": "vet_ikke"},
        {"samordning": "5", "strategi": "3"},
        {"samordning": "vet_ikke"},
    ):
        page = sted.ga(EGENVURDERING)
        answer(page, **svar)
        page.fill("#ev-enhet", "=Nav")
        files.append(lastet_ned(page, "#ev-mitt"))
        jsonschema.validate(json.loads(files[-1]), schema)
    page = sted.ga(EGENVURDERING)
    assert "3 av 4 filer er lest. 3 svar er lagt til" in open_file(page, "#ev-apne", *files, b"{ikke json")
    row = [text.strip() for text in page.locator("#ev-tabell tr[data-faktor=samordning] > *").all_inner_texts()]
    assert row == ["Organisering og samordning", "3,5", "2–5", "0", "1", "0", "0", "1", "0", "1", "0"]
    assert "ikke er talt" not in page.content()
    assert "3 var der fra før" in open_file(page, "#ev-apne", *files)
    whole = lastet_ned(page, "#ev-lagre")
    jsonschema.validate(json.loads(whole), schema)
    assert len(json.loads(whole)["besvarelser"]) == 3
    book = openpyxl.load_workbook(io.BytesIO(lastet_ned(page, "#ev-excel")))
    assert all(cell.data_type != "f" for sheet in book for line in sheet.iter_rows() for cell in line)
    assert next(book["Sammen"].iter_rows(min_row=2, max_row=2, values_only=True))[:3] == (
        "Organisering og samordning",
        3.5,
        "2–5",
    )
    paper = docx.Document(io.BytesIO(lastet_ned(page, "#ev-word")))
    assert any(cell.text == "3,5" for table in paper.tables for line in table.rows for cell in line.cells)


def test_the_five_stand_beside_the_one_question_they_answered(side: Side):
    page = side.ga(EGENVURDERING)
    answer(page, strategi="3", medvirkning="2")
    assert page.locator("#ev-fem").count() == 0, "bare samordning har tall fra andre"
    answer(page, samordning="4")
    rows = [row.split("\t") for row in page.locator("#ev-fem tbody tr").all_inner_texts()]
    means = {row[0].strip(): row[-1].strip() for row in rows}
    assert means == {
        "Nærøy": "3,7",
        "Oppdal": "2,7",
        "Rissa": "4",
        "Volda": "4",
        "Ørland": "2,9",
        "Dere (egenvurderingen)": "4",
    }
    said = page.locator("section[aria-labelledby=ev-resultat]").inner_text()
    assert "«vet ikke», snittet gjør ikke det" in said
    assert "folk i det boligsosiale nettverket" in said


def test_answers_are_pasted_from_a_sheet(side: Side):
    page = side.ga(EGENVURDERING)
    page.fill("#ev-lim", "Enhet\tSamordning\tØkonomi\n<b>Nav</b>\t2\tvet ikke\nHelse\tkanskje\t6")
    page.click("#ev-les-inn")
    assert "2 svar er lest inn" in page.locator("main [role=status].kb-bare-skjerm").inner_text()
    assert "«kanskje» er ikke et tall" in page.locator(".vk-feil").inner_text()
    assert page.locator("#ev-tabell tr[data-faktor=okonomi] td").nth(1).inner_text() == "alle 6"
    assert page.locator(".vk-ramme details li b").count() == 0


@pytest.mark.parametrize("bredde", [360, 768, 1440])
@pytest.mark.parametrize("farge", ["light", "dark"])
def test_both_in_use_have_no_barriers(apne_side: Callable[..., Side], bredde: int, farge: str):
    side = apne_side(flate={"width": bredde, "height": 900}, farge=farge)
    page = side.ga(SJEKKLISTE)
    page.locator("[data-krav] input[value=nei]").first.check()
    page.click("#sj-lagre")
    assert axe.brudd(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= bredde
    page = side.ga(EGENVURDERING)
    answer(page, samordning="4", strategi="vet_ikke")
    page.click("#ev-neste")
    assert axe.brudd(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= bredde
