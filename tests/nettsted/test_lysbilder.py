"""Pages as slides: no slide has more than a room can read, none runs over, and they work by keyboard and without a network."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from tests.harness import axe

pytestmark = pytest.mark.nettleser

MOST_WORDS = 40
SIZES = ({"width": 1024, "height": 768}, {"width": 1920, "height": 1080}, {"width": 360, "height": 640})
PARTS = 4
OWN = "/seminar/eget-opplegg/"
KIT = "/seminar/veien-til-2027-lysbilder/"

# Every slide in turn: words that are read (a drawing is looked at), and whether anything is cut.
MEASURE = r"""() => {
  const next = document.querySelector('.kb-lys__knapp[aria-label="Neste lysbilde"]');
  const sheets = [...document.querySelectorAll('.kb-lys__ark')];
  return sheets.flatMap((sheet, at) => {
    if (at > 0) next.click();
    const copy = sheet.cloneNode(true);
    copy.querySelectorAll('svg, .kb-teller').forEach((one) => one.remove());
    const text = [...copy.querySelectorAll('h2, p, li, th, td')].map((one) => one.textContent).join(' ');
    const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    const edge = sheet.getBoundingClientRect();
    const cut = [...sheet.querySelectorAll('h2, p, li, th, td, svg')].some((one) => {
      const box = one.getBoundingClientRect();
      return box.bottom > edge.bottom + 1 || box.right > edge.right + 1 || box.top < edge.top - 1 || box.left < edge.left - 1;
    });
    if (words <= MOST && !cut) return [];
    return [`lysbilde ${at + 1}: ${words} ord${cut ? ', går ut over kanten' : ''}: ${text.slice(0, 60)}`];
  });
}""".replace("MOST", str(MOST_WORDS))


def at_the_top(page: Page) -> Page:
    """The page scrolled to its top, so that nothing stands half under the bar there."""
    page.evaluate("() => window.scrollTo({ top: 0, behavior: 'instant' })")
    page.wait_for_function("() => window.scrollY === 0")
    return page


def show(page: Page) -> bool:
    """Open the slides of the page; False where it has none."""
    button = page.get_by_role("button", name="Vis som lysbilder")
    if not button.count():
        return False
    button.click()
    page.locator(".kb-lys__ark--na").wait_for()
    return True


@pytest.mark.parametrize("del_", range(PARTS))
def test_no_slide_of_any_page_is_too_full(side, sider: list[str], del_: int):
    found: list[str] = []
    shown = 0
    for number, sti in enumerate(sider[del_::PARTS]):
        if sti == OWN:  # has nothing to show until the reader has put something there
            continue
        sizes = SIZES if sti.endswith("-lysbilder/") else (SIZES[number % len(SIZES)],)
        for size in sizes:
            page = side.ga(sti)
            page.set_viewport_size(size)
            if show(page):
                shown += 1
                found += [f"{sti} ved {size['width']}: {one}" for one in page.evaluate(MEASURE)]
    assert shown > 10
    assert found == []


def test_the_slides_are_run_by_keyboard_and_give_the_page_back(side):
    page = side.ga(KIT)
    button = page.get_by_role("button", name="Vis som lysbilder")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".kb-lys__teller")).to_contain_text("1 av")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".kb-lys__teller")).to_contain_text("2 av")
    page.keyboard.press("End")
    page.keyboard.press("PageUp")
    page.get_by_role("button", name="Notater").click()
    expect(page.get_by_role("region", name="Notater")).to_be_visible()
    assert axe.brudd(page, ".kb-lys") == []
    page.keyboard.press("Escape")
    expect(page.locator(".kb-lys")).to_have_count(0)
    expect(button).to_be_focused()


def test_a_shorter_seminar_leaves_out_the_slides_of_what_goes(side):
    page = side.ga(KIT)
    assert show(page)
    page.get_by_label("Hvor lenge").select_option("45")
    seen = []
    for _ in range(60):
        seen.append(page.locator(".kb-lys__ark--na h2").inner_text())
        before = page.locator(".kb-lys__teller").inner_text()
        page.get_by_role("button", name="Neste lysbilde").click()
        if page.locator(".kb-lys__teller").inner_text() == before:
            break
    assert "Lunsj" not in seen
    assert "Evaluering" in seen


def test_a_powerpoint_file_from_disk_has_a_slide_for_each(side_fra_disk, tmp_path: Path):
    page = side_fra_disk.ga(KIT)
    assert show(page)
    slides = page.locator(".kb-lys__ark").count()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Last ned som PowerPoint").click()
    file = tmp_path / "lysbilder.pptx"
    waiting.value.save_as(file)
    with zipfile.ZipFile(file) as pack:
        names = pack.namelist()
        for name in names:
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(pack.read(name))
    assert len([n for n in names if n.startswith("ppt/slides/slide")]) == slides
    assert any(n.startswith("ppt/notesSlides/") for n in names)


def test_hands_are_counted_on_the_page_of_a_kit(side):
    page = side.ga("/seminar/veien-til-2027/")
    more = page.get_by_role("button", name="Én til for «Ja»").first
    more.click()
    more.click()
    page.get_by_role("button", name="Én færre for «Ja»").first.click()
    expect(page.locator(".kb-teller output").filter(has_text="1")).to_have_count(1)


def test_the_end_of_an_example_is_hidden_until_someone_asks(apne_side):
    page = apne_side(skript=False).ga("/seminar/veien-til-2027/")
    end = page.locator("#luroy-uten-slutt details")
    assert end.get_attribute("open") is None
    end.locator("summary").click()
    expect(end.locator("li").first).to_be_visible()


def test_an_own_seminar_is_put_together_shown_and_opened_again(side, tmp_path: Path):
    page = side.ga("/seminar/eget-opplegg/")
    page.get_by_label("Kommunens navn").fill("Prikkeby")
    page.locator("#kb-klosser summary").first.click()
    page.locator("#kb-klosser .ol-legg").first.click()
    page.get_by_text("Legg til egen tekst").click()
    page.get_by_label("Overskrift", exact=True).fill("Vårt eget")
    page.get_by_label("Tekst", exact=True).fill("Slik er det hos oss.")
    page.get_by_role("button", name="Legg til teksten").click()
    page.get_by_role("button", name="Flytt «Vårt eget» opp").click()
    expect(page.locator(".ol-deler > li").first).to_contain_text("Vårt eget")
    assert axe.brudd(at_the_top(page)) == []

    with page.expect_download() as waiting:
        page.get_by_role("button", name="Lagre som fil").click()
    file = tmp_path / "opplegg.json"
    waiting.value.save_as(file)
    page.get_by_role("button", name="Lag adresse å dele").click()
    address = page.get_by_role("link", name="Adressen til opplegget").get_attribute("href")

    for opened in ("file", "address"):
        page.goto("about:blank")
        page.goto(address if opened == "address" else side.adresse("/seminar/eget-opplegg/"))
        if opened == "file":
            page.locator("input[type=file]").set_input_files(file)
        expect(page.locator(".ol-deler > li")).to_have_count(2)
        expect(page.get_by_label("Kommunens navn")).to_have_value("Prikkeby")

    assert show(page)
    expect(page.locator(".kb-lys__ark--na")).to_contain_text("Prikkeby")
    assert page.evaluate(MEASURE) == []


def test_pieces_of_any_page_go_into_an_own_seminar_from_disk(side_fra_disk):
    """A table, a question, a row and a whole example: each comes with what it says today."""
    page = side_fra_disk.ga("/metoder/boligkontor/")
    page.get_by_role("button", name="Legg i opplegget", exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name="Tabellen").first.click()
    expect(page.get_by_role("dialog")).to_contain_text("til du sletter det")
    page = side_fra_disk.ga("/seminar/veien-til-2027/")
    page.locator("#quiz-frist").get_by_role("button", name="Legg i opplegget").click()
    page.get_by_role("link", name="Åpne opplegget").click()
    page.locator("#kb-klosser summary", has_text="Eksempler").click()
    page.locator('#kb-klosser [data-id="eksempel--lorenskog"] .ol-legg').click()
    page.get_by_text("Legg til fra en adresse").click()
    page.get_by_label("Adresse", exact=True).fill("https://eksempel.no/base/eksempler/lorenskog/#res-boligsjef")
    page.get_by_label("Overskrift i programmet").fill("Boligsjefen")
    page.get_by_role("button", name="Legg til fra adressen").click()
    slides = page.locator(".ol-deler .ol-lysbilder")
    expect(slides).to_have_count(4)
    expect(slides.filter(has_text="lysbilde")).to_have_count(4)
    assert axe.brudd(at_the_top(page)) == []
    assert show(page)
    assert page.locator(".kb-lys__ark").count() > 40
    assert page.locator(".kb-lys__ark", has_text="boligsjef er på plass").count() > 0
    assert page.evaluate(MEASURE) == []


def test_what_is_kept_of_an_own_seminar_can_be_deleted(side):
    page = side.ga("/metoder/boligkontor/")
    page.get_by_role("button", name="Legg i opplegget", exact=True).click()
    page.get_by_role("button", name="Hele siden").click()
    page.get_by_role("link", name="Åpne opplegget").click()
    expect(page.locator(".ol-deler > li")).to_have_count(1)
    page.get_by_role("button", name="Slett utkastet").click()
    page.reload()
    expect(page.locator(".ol-sum")).to_contain_text("tomt")


def test_the_trainer_sees_notes_and_the_next_slide_in_a_window_of_its_own(side_fra_disk):
    page = side_fra_disk.ga(KIT)
    assert show(page)
    with page.expect_popup() as waiting:
        page.get_by_role("button", name="Foredragsholder i eget vindu").click()
    own = waiting.value
    expect(own.get_by_role("region", name="Notater")).to_be_visible()
    own.keyboard.press("ArrowRight")
    expect(page.locator(".kb-lys__teller")).to_have_text(own.locator(".kb-lys__teller").inner_text())
    expect(page.locator(".kb-lys__teller")).to_contain_text("2 av")
    own.get_by_role("button", name="Neste lysbilde").click()
    expect(page.locator(".kb-lys__ark--na h2")).to_have_text(
        own.get_by_role("region", name="Vises nå").locator("h2").inner_text()
    )
    assert axe.brudd(own) == []
    with own.expect_event("close"):
        page.keyboard.press("Escape")


def test_where_no_window_is_opened_the_trainers_view_stands_beside_the_slides(side):
    page = side.ga(KIT)
    page.evaluate("window.open = () => null")
    assert show(page)
    page.get_by_role("button", name="Foredragsholder i eget vindu").click()
    expect(page.locator(".kb-lys--delt .kb-fl")).to_contain_text("åpnet ikke et nytt vindu")
    assert page.evaluate(MEASURE) == []


def test_large_letters_are_remembered_only_when_asked(side):
    page = side.ga("/seminar/veien-til-2027-kort/")
    size = "() => parseFloat(getComputedStyle(document.querySelector('article p')).fontSize)"
    before = page.evaluate(size)
    page.get_by_role("button", name="Stor skrift").click()
    assert page.evaluate(size) > 1.2 * before
    page.reload()
    assert page.evaluate(size) == before
    page.get_by_role("button", name="Stor skrift").click()
    page.get_by_role("button", name="Husk valget").click()
    page.reload()
    assert page.evaluate(size) > 1.2 * before
    page.get_by_role("button", name="Glem valget").click()
    assert page.evaluate("() => Object.keys(localStorage).filter((key) => key.startsWith('kb.'))") == []


def test_large_letters_in_the_slides_do_not_run_over(side):
    page = side.ga(KIT)
    page.set_viewport_size({"width": 1024, "height": 768})
    assert show(page)
    page.locator(".kb-lys").get_by_role("button", name="Stor skrift").click()
    assert page.evaluate(MEASURE) == []


def test_hands_are_counted_on_a_slide_by_keyboard(side):
    page = side.ga(KIT)
    assert show(page)
    sheet = page.locator(".kb-lys__ark--na")
    for _ in range(40):
        if sheet.locator(".kb-teller").count():
            break
        page.keyboard.press("ArrowRight")
    sheet.locator(".kb-teller button").last.focus()
    page.keyboard.press("Enter")
    page.keyboard.press(" ")
    expect(sheet.locator(".kb-teller output").last).to_have_text("2")
