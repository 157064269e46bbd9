"""The main tasks with a keyboard and nothing else: each is done, and the focus is seen at every stop on the way."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from playwright.sync_api import expect

from tests.finne.test_deling import CATCH
from tests.harness.side import SMAL, Side
from tests.harness.tastatur import Tastatur

pytestmark = pytest.mark.nettleser

TOOLS = [
    "/verktoy/planverksted/",
    "/verktoy/dreiebok/",
    "/verktoy/nettverksverksted/",
    "/verktoy/sjekkliste/",
    "/verktoy/egenvurdering/",
    "/seminar/eget-opplegg/",
    "/bidra/skjema/",
    "/kommuner/som-min/",
    "/eksempler/sammenlign/",
    "/strategier/",
    "/sok/#q=depositum",
    "/metoder/dreiebok/",
]
MOST_STOPS = 700

# Each place that a screen reader lists must have a name of its own among its kind.
LANDMARKS = """() => {
  const kinds = {main: 'main, [role=main]', banner: 'body > header, [role=banner]', contentinfo: '.md-footer, [role=contentinfo]',
    navigation: 'nav, [role=navigation]', search: '[role=search]', region: 'section[aria-label], [role=region]'};
  const shown = (e) => e.checkVisibility();
  const name = (e) => e.getAttribute('aria-label')
    ?? (e.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.innerText.trim()).join(' ');
  const all = (css) => [...document.querySelectorAll(css)].filter(shown).map(name);
  return Object.fromEntries(Object.entries(kinds).map(([kind, css]) => [kind, all(css)]));
}"""


@pytest.fixture
def tastatur(side: Side) -> Tastatur:
    return Tastatur(side.page)


def saved(tastatur: Tastatur) -> Path:
    """The file that Enter on what has the focus gives."""
    with tastatur.page.expect_download() as waiting:
        tastatur.trykk("Enter")
    return Path(waiting.value.path())


def past_the_menu(tastatur: Tastatur) -> None:
    """By the skip link, to the content."""
    assert "Hopp til innholdet" in tastatur.stopp()
    tastatur.trykk("Enter")


def test_a_question_is_searched_for_and_the_rule_is_reached(side: Side, tastatur: Tastatur):
    page = side.ga("/")
    past_the_menu(tastatur)
    tastatur.til(page.locator("main").get_by_role("combobox", name="Søk i kunnskapsbasen"), 5)
    tastatur.skriv("startlån refinansiering")
    page.get_by_role("option").first.wait_for()
    tastatur.trykk("ArrowDown")
    expect(page.locator("[role=option][aria-selected=true]")).to_contain_text("efinansier")
    tastatur.trykk("Enter")
    expect(page.locator("h1")).not_to_contain_text("kunnskapsbase")
    expect(page.locator("article")).to_contain_text("efinansier")
    expect(page.locator("article")).to_contain_text("§")
    tastatur.krev_synlig()


def test_a_table_is_filtered_and_the_source_of_a_row_opened(side: Side, tastatur: Tastatur):
    page = side.ga("/strategier/tiltak/")
    past_the_menu(tastatur)
    tastatur.til(page.get_by_label("Søk i tiltak"), 10)
    tastatur.skriv("boligtildeling")
    expect(page.locator(".kb-utforsker__status")).to_contain_text(" av ")
    tastatur.til(page.locator(".kb-utforsker__filtre summary"), 3)
    tastatur.trykk("Enter")
    expect(page.locator(".kb-utforsker__fasett input").first).to_be_visible()
    tastatur.til(page.locator(".kb-utforsker__fasett input").first, 3)
    tastatur.trykk("Space", "Space")
    tastatur.til(page.locator(".kb-utforsker__filtre summary"), 3, bakover=True)
    tastatur.trykk("Enter")
    tastatur.til(
        page.locator(".kb-utforsker tbody tr:visible a[href*='/kilder/'], .kb-utforsker tbody tr:visible td a").last
    )
    here = page.url
    tastatur.trykk("Enter")
    page.wait_for_function("here => location.href !== here", arg=here)
    expect(page.locator("h1")).to_be_visible()
    tastatur.krev_synlig()


def test_a_demand_is_answered_and_the_file_saved(side: Side, tastatur: Tastatur):
    page = side.ga("/verktoy/sjekkliste/")
    past_the_menu(tastatur)
    first = page.locator("[data-krav]").first
    tastatur.til(first.locator("input[type=radio]").first)
    tastatur.trykk("Space", "ArrowRight")
    tastatur.til(first.locator("textarea").first, 3)
    tastatur.skriv("Vedtak i sak 4")
    tastatur.til(page.locator("#sj-lagre"), 300)
    answers = json.loads(saved(tastatur).read_text(encoding="utf-8"))["svar"]
    assert [(one["svar"], one["viser"]) for one in answers] == [("delvis", "Vedtak i sak 4")]
    tastatur.krev_synlig()


def test_a_strategy_and_a_measure_become_a_word_file(side: Side, tastatur: Tastatur):
    page = side.ga("/verktoy/planverksted/")
    past_the_menu(tastatur)
    tastatur.til(page.locator("#pl-steg-tiltak"))
    tastatur.trykk("Enter")
    tastatur.til(page.locator("#pl-ny-strategier"))
    tastatur.trykk("Enter")
    tastatur.skriv("Bygge")
    tastatur.til(page.locator("[id^='pl-ny-tiltak-']"))
    tastatur.trykk("Enter")
    tastatur.skriv("Ti boliger")
    tastatur.til(page.locator("#pl-steg-ut"), bakover=True)
    tastatur.trykk("Enter")
    tastatur.til(page.locator("#pl-word"))
    paper = docx.Document(str(saved(tastatur)))
    text = " ".join(
        [one.text for one in paper.paragraphs] + [c.text for t in paper.tables for r in t.rows for c in r.cells]
    )
    assert "Bygge" in text
    assert "Ti boliger" in text
    tastatur.krev_synlig()


def test_a_contact_is_made_and_read_in_the_table(side: Side, tastatur: Tastatur):
    page = side.ga("/verktoy/nettverksverksted/")
    steps = page.get_by_role("navigation", name="Steg i nettverksverkstedet")
    past_the_menu(tastatur)
    tastatur.til(page.locator("#nv-nytt"))
    tastatur.trykk("Enter")
    tastatur.til(page.locator("#nv-lim-personer"))
    for line in ("Navn;Funksjon", "Anne Prøve;Tildeling av bolig", "Bjørn Prøve;Tjenester i bolig"):
        tastatur.skriv(line)
        tastatur.trykk("Enter")
    tastatur.til(page.locator("#nv-legg-til-personer"))
    tastatur.trykk("Enter")
    tastatur.til(steps.get_by_role("button", name="Svar inn"), bakover=True)
    tastatur.trykk("Enter")
    tastatur.til(page.locator("summary", has_text="Før inn svar med klikk"))
    tastatur.trykk("Enter")
    tastatur.til(page.locator(".nv-rad select").first)
    tastatur.trykk("ArrowDown")
    tastatur.til(steps.get_by_role("button", name="Bilde og tall"), bakover=True)
    tastatur.trykk("Enter")
    page.wait_for_selector("#nv-scene[data-ferdig]")
    tastatur.til(page.locator(".nv-tabell button", has_text="TIL1"))
    tastatur.trykk("Enter")
    expect(page.locator(".nv-status")).to_contain_text("TIL1 har kontakt med")
    tastatur.krev_synlig()


def test_slides_are_started_gone_through_and_ended(side: Side, tastatur: Tastatur):
    page = side.ga("/seminar/veien-til-2027-lysbilder/")
    past_the_menu(tastatur)
    button = page.get_by_role("button", name="Vis som lysbilder")
    tastatur.til(button)
    tastatur.trykk("Enter")
    counter = page.locator(".kb-lys__teller")
    expect(counter).to_contain_text("1 av")
    last = counter.inner_text().split()[-1]
    tastatur.trykk(*["ArrowRight"] * int(last))
    expect(counter).to_have_text(f"{last} av {last}")
    stops = {tastatur.stopp() for _ in range(12)}
    assert any("Notater" in stop for stop in stops)
    assert all(page.evaluate("document.activeElement.closest('.kb-lys') !== null") for _ in stops)
    tastatur.trykk("Escape")
    expect(button).to_be_focused()
    tastatur.krev_synlig()


def test_the_small_form_is_filled_in_and_saved(side: Side, tastatur: Tastatur):
    page = side.ga("/bidra/skjema/?fra=seminar")
    past_the_menu(tastatur)
    tastatur.til(page.locator("#bi-kommune"))
    tastatur.skriv("Tromsø")
    tastatur.til(page.locator("#bi-tema"), 5)
    tastatur.trykk("ArrowDown")
    tastatur.til(page.locator("#bi-laerdom"), 5)
    tastatur.skriv("Vi lot tre familier velge bolig først.")
    for _ in range(page.get_by_role("button", name="Vi vet ikke").count()):
        tastatur.til(page.get_by_role("button", name="Vi vet ikke").nth(_), 8)
        tastatur.trykk("Enter")
    tastatur.til(page.locator("#bi-samtykke"), 12)
    tastatur.trykk("Space")
    tastatur.til(page.locator("#bi-lagre"), 8)
    assert "Vi lot tre familier" in saved(tastatur).read_text(encoding="utf-8")
    tastatur.krev_synlig()


def test_the_menu_of_a_phone_leads_on_and_closes(apne_side: Callable[..., Side]):
    side = apne_side(flate=SMAL)
    page = side.ga("/metoder/dreiebok/")
    tastatur = Tastatur(page)
    tastatur.til(page.get_by_role("button", name="Meny", exact=True), 6)
    tastatur.trykk("Enter")
    expect(page.locator(".kb-meny")).to_be_visible()
    tastatur.trykk("Escape")
    expect(page.locator(".kb-meny")).to_be_hidden()
    tastatur.trykk("Enter")
    expect(page.locator(".kb-meny")).to_be_visible()
    tastatur.til(page.locator(".kb-meny").get_by_role("link", name="Erfaringer"), 60)
    tastatur.trykk("Enter")
    expect(page.locator("h1")).to_contain_text("Erfaringer")
    tastatur.krev_synlig()


@pytest.mark.parametrize("bakover", [False, True], ids=["past the last", "before the first"])
def test_the_menu_of_a_phone_does_not_cover_the_focus_that_leaves_it(apne_side: Callable[..., Side], bakover: bool):
    page = apne_side(flate=SMAL).ga("/metoder/dreiebok/")
    tastatur = Tastatur(page)
    tastatur.til(page.get_by_role("button", name="Meny", exact=True), 6)
    tastatur.trykk("Enter")
    expect(page.locator("[data-kb-lukk=meny]")).to_be_focused()
    if not bakover:
        page.locator(".kb-meny a").last.focus()
    tastatur.stopp("Shift+Tab" if bakover else "Tab")
    expect(page.locator(".kb-meny")).to_be_hidden()
    expect(page.get_by_role("button", name="Meny", exact=True)).to_have_attribute("aria-expanded", "false")
    tastatur.krev_synlig()


def test_the_button_of_the_menu_closes_it_too(apne_side: Callable[..., Side]):
    page = apne_side(flate=SMAL).ga("/metoder/dreiebok/")
    button = page.get_by_role("button", name="Meny", exact=True)
    button.press("Enter")
    expect(page.locator("[data-kb-lukk=meny]")).to_be_focused()
    button.press("Enter")  # a screen reader finds it, though the menu lies over it
    expect(page.locator(".kb-meny")).to_be_hidden()


def test_a_link_is_copied(side: Side, tastatur: Tastatur):
    page = side.ga("/metoder/dreiebok/")
    page.evaluate(CATCH)
    past_the_menu(tastatur)
    tastatur.til(page.get_by_role("button", name="Del", exact=True), 5, bakover=True)
    tastatur.trykk("Enter")
    page.wait_for_function("() => window.kopiert.length === 1")
    tastatur.til(page.locator("p > .kb-anker--del").first)
    tastatur.trykk("Enter")
    page.wait_for_function("() => window.kopiert.length === 2")
    tastatur.trykk("Escape")
    expect(page.locator(".kb-kopiert")).to_be_hidden()
    tastatur.krev_synlig()


def test_the_colours_are_made_dark(side: Side, tastatur: Tastatur):
    page = side.ga("/metoder/dreiebok/")
    tastatur.til(page.get_by_role("button", name="Innstillinger"), 30)
    tastatur.trykk("Enter")
    tastatur.til(page.get_by_role("radio", name="Følg maskinen"), 5)
    tastatur.trykk("ArrowDown", "ArrowDown")
    assert page.evaluate("document.documentElement.dataset.mdColorScheme") == "slate"
    tastatur.trykk("Escape")
    expect(page.get_by_role("button", name="Innstillinger")).to_be_focused()
    tastatur.krev_synlig()


@pytest.mark.parametrize("flate", [{"width": 1280, "height": 900}, SMAL], ids=["vid", "smal"])
@pytest.mark.parametrize("sti", TOOLS)
def test_the_focus_is_never_caught_and_always_seen(apne_side: Callable[..., Side], sti: str, flate: dict[str, int]):
    """From the first stop of the page to the last, and out of it."""
    side = apne_side(flate=flate)
    side.ga(sti)
    tastatur = Tastatur(side.page)
    first = tastatur.stopp()
    for _ in range(MOST_STOPS):
        if tastatur.stopp() in ("", first):
            break
    else:
        raise AssertionError(f"fant ikke ut av siden på {MOST_STOPS} trykk")
    tastatur.krev_synlig()


@pytest.mark.parametrize("sti", ["/", *TOOLS])
def test_the_landmarks_of_a_page_have_names_of_their_own(side: Side, sti: str):
    found = side.ga(sti).evaluate(LANDMARKS)
    assert len(found["main"]) == 1
    assert len(found["banner"]) == 1
    for kind in ("navigation", "search", "region"):
        assert "" not in found[kind], f"{kind} uten navn"
        assert len(set(found[kind])) == len(found[kind]), f"{kind} med samme navn: {found[kind]}"
    assert "Hopp til innholdet" in Tastatur(side.page).stopp()


def test_nothing_on_the_site_has_to_be_dragged(bygd_nettsted: Path):
    """WCAG 2.5.7: no script of ours listens for a pointer that moves, and nothing is marked as draggable."""
    scripts = sorted((bygd_nettsted / "assets" / "bygd").rglob("*.js"))
    assert scripts
    for script in scripts:
        text = script.read_text(encoding="utf-8")
        for word in ("dragstart", "pointermove", "mousemove", "touchmove", "draggable="):
            assert word not in text, f"{script.name} lytter etter {word}"
