"""Sharing: what a reader copies says what it is and where, from a claim, a paragraph, a row and the page itself."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.harness.side import SMAL, Side

pytestmark = pytest.mark.nettleser

# What the page puts on the clipboard, kept where a test can read it: a headless browser shares its clipboard with no one.
CATCH = """() => {
  window.kopiert = [];
  navigator.clipboard.write = async ([item]) => {
    const read = async (type) => (await item.getType(type)).text();
    window.kopiert.push({ tekst: await read('text/plain'), html: await read('text/html') });
  };
}"""


def copied(page: Page) -> dict[str, str]:
    page.wait_for_function("() => window.kopiert.length > 0")
    return page.evaluate("window.kopiert.pop()")


def test_a_claim_is_copied_with_title_gist_source_and_address(side: Side):
    page = side.ga("/eksempler/lorenskog/")
    page.evaluate(CATCH)
    page.locator("#komp-5 .kb-anker").first.click()
    text = copied(page)["tekst"].split("\n")
    assert text[0].startswith(page.locator("h1").inner_text().strip("#"))
    assert text[1][:30] in page.locator("#komp-5").inner_text()
    assert "Lørenskog" in text[2]
    assert text[-1].endswith("/eksempler/lorenskog/#komp-5")
    assert page.url.endswith("#komp-5")
    expect(page.locator(".kb-kopiert")).to_contain_text("Kopiert")
    page.keyboard.press("Escape")
    expect(page.locator(".kb-kopiert")).to_be_hidden()


def test_the_keyboard_reaches_the_link_of_a_paragraph_after_del(side: Side):
    page = side.ga("/metoder/dreiebok/")
    page.evaluate(CATCH)
    assert page.locator(".kb-anker--del").count() == 0
    button = page.get_by_role("button", name="Del", exact=True)
    button.focus()
    page.keyboard.press("Enter")
    whole = copied(page)
    assert whole["tekst"].split("\n")[0] == "Dreiebok"
    assert whole["tekst"].endswith("/metoder/dreiebok/")
    paragraph = page.locator("article > p[id^='a-']").first
    paragraph.locator(".kb-anker--del").focus()
    page.keyboard.press("Enter")
    one = copied(page)
    id = paragraph.get_attribute("id")
    assert one["tekst"].endswith(f"/metoder/dreiebok/#{id}")
    assert f'href="{one["tekst"].splitlines()[-1]}"' in one["html"]


def test_a_row_about_a_claim_is_copied_with_the_address_of_the_claim(side: Side):
    page = side.ga("/metoder/dreiebok/")
    page.evaluate(CATCH)
    row = page.locator(".kb-tabell tbody tr:has(th a)").first
    row.hover()
    link = row.locator(".kb-anker--del")
    there = row.locator("th a").first.get_attribute("href").lstrip("./")
    link.click()
    assert copied(page)["tekst"].endswith(there)
    assert page.url.endswith("/metoder/dreiebok/")


def test_a_link_to_a_paragraph_that_is_rewritten_leads_to_the_nearest(side: Side):
    page = side.ga("/metoder/dreiebok/")
    id = page.locator("article > p[id^='a-']").nth(3).get_attribute("id")
    page.goto(f"{page.url}#{id}-og-mer")
    expect(page.locator(".kb-kopiert")).to_contain_text("Dette er det som ligner mest.")


def test_from_disk_it_is_said_that_the_address_is_of_this_machine_alone(side_fra_disk: Side):
    page = side_fra_disk.ga("/metoder/dreiebok/")
    page.evaluate(CATCH)
    page.get_by_role("button", name="Del", exact=True).click()
    expect(page.locator(".kb-kopiert")).to_contain_text("bare på denne maskinen")


def test_where_the_clipboard_is_closed_the_text_is_marked(apne_side):
    page = apne_side(flate=SMAL).ga("/metoder/dreiebok/")
    page.evaluate(
        "() => { navigator.clipboard.write = () => Promise.reject(new Error('nei')); document.execCommand = () => false; }"
    )
    page.get_by_role("button", name="Del", exact=True).click()
    field = page.get_by_label("Teksten du kan kopiere")
    expect(field).to_be_focused()
    assert field.input_value().startswith("Dreiebok\n")
    assert page.evaluate("document.documentElement.scrollWidth") <= SMAL["width"]


def test_no_link_of_a_paragraph_is_on_paper(apne_side):
    page = apne_side(utskrift=True).ga("/metoder/dreiebok/")
    page.evaluate("document.querySelector('[data-kb-del]').click()")
    page.locator(".kb-anker--del").first.wait_for(state="attached")
    assert page.locator(".kb-anker:visible, .kb-del:visible, .kb-kopiert:visible").count() == 0
