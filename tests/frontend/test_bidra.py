"""The form as one with something to share meets it: a lesson is written, checked, saved, and read as an issue is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from macros.loading import read_data
from macros.scaffold.innsendt import read_body
from tests.felles import ROOT
from tests.harness.side import Side, lastet_ned

pytestmark = pytest.mark.nettleser

SIDE = "/bidra/skjema/"


def test_a_lesson_from_a_seminar_is_saved_as_a_file_that_can_be_taken_in(side_fra_disk: Side) -> None:
    page = side_fra_disk.ga(f"{SIDE}index.html?fra=seminar&tittel=Boligdag")
    expect(page.locator("#bi-kilde")).to_have_value("kommunen selv, på seminaret «Boligdag»")
    expect(page.get_by_text("Bidragsyter: kommunen.")).to_be_visible()
    page.click("#bi-lagre")
    expect(page.locator(".bi-mangler li")).to_have_count(6)
    page.fill("#bi-kommune", "Tromsø")
    page.select_option("#bi-tema", label="Samordning")
    page.fill("#bi-laerdom", "Vi lot tre familier velge bolig først.\n### Hva kostet det?\n5 kr")
    expect(page.locator(".bi-varsel p")).to_have_count(1)
    for button in page.get_by_role("button", name="Vi vet ikke").all():
        button.click()
    page.check("#bi-samtykke")
    innsendt = read_body(lastet_ned(page, "#bi-lagre").decode("utf-8"), read_data(ROOT))
    assert innsendt.mangler == ()
    assert innsendt.svar == {
        "kommune": "5501",
        "tema": "samordning",
        "laerdom": "Vi lot tre familier velge bolig først. ### Hva kostet det? 5 kr",
        "virket_ikke": "ukjent",
        "kostnad": "ukjent",
        "kilde": "kommunen selv, på seminaret «Boligdag»",
        "samtykke": True,
    }
    assert page.evaluate("localStorage.length") == 0


def test_the_page_of_an_example_leads_to_the_question_of_whether_it_still_works(side: Side) -> None:
    page = side.ga("/eksempler/malvik/")
    page.click("text=Virker dette fortsatt?")
    expect(page.locator("#bi-kommune")).to_have_value("Malvik")
    expect(page.locator("#bi-eksempel")).to_have_value("Fra ventelister til boligteam i Malvik")
