"""What is taken along: whole, the same bytes again, and working where there is no net."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pypdf
import pytest

from macros.build import build_site
from macros.loading import load_base
from macros.pakk import link_packs, make_packs
from macros.pakk.bok import Kapittel, make_book
from macros.pakk.pdf import printer_in
from macros.pakk.zip import INNE, LENGSTE_STI, START, make_zip
from tests.build.prosjekt import make_site_project
from tests.felles import ROOT

DAY = "2026-11-22"
PAGE = """<!doctype html><html lang="nb"><head><title>Side</title><link rel="stylesheet" href="../../a.css"></head><body>
<article class="md-content__inner md-typeset"><h1 id="side">Side<a class="headerlink" href="#side">#</a></h1>
<p><a href="../annen/#del">inn</a> <a href="#side">her</a> <a href="../../ute/">ut</a> <a href="https://example.org">nett</a></p>
<table><caption>Tall</caption><thead><tr><th>A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>
<script>kjor()</script><button>Trykk</button></article></body></html>"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, built into its folder site/."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        root = make_site_project(tmp_path_factory.mktemp("pakk"))
        assert build_site(root, root / "site").funn == ()
    return root


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A tiny site of two pages that a book is made of."""
    for name in ("en", "annen"):
        page = tmp_path / "lov" / name / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(PAGE, encoding="utf-8")
    (tmp_path / "a.css").write_text(
        'p { background: url("b.svg") } @font-face { src: url(borte.woff2) }', encoding="utf-8"
    )
    (tmp_path / "b.svg").write_text("<svg/>", encoding="utf-8")
    return tmp_path


BOOK = [Kapittel("En", "lov/en/index.html"), Kapittel("Annen", "lov/annen/index.html")]


def test_the_zip_has_the_whole_site_and_a_start_file_and_nothing_that_runs(project: Path, tmp_path: Path) -> None:
    site = project / "site"
    zip_file = make_zip(site, tmp_path / "a.zip", "Diktbasen", "utgave 1", DAY)
    again = make_zip(site, tmp_path / "b.zip", "Diktbasen", "utgave 1", DAY)
    assert zip_file.read_bytes() == again.read_bytes()
    with zipfile.ZipFile(zip_file) as z:
        names = z.namelist()
        assert z.testzip() is None
        assert f'href="{INNE}/index.html"' in z.read(START).decode()
    inside = {p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()}
    assert {n.removeprefix(f"{INNE}/") for n in names} >= {p for p in inside if not p.startswith("assets/deling/")}
    assert not [n for n in names if n.endswith((".exe", ".bat", ".cmd", ".ps1", ".vbs", ".hta", ".msi"))]
    assert max(map(len, names)) <= LENGSTE_STI


def test_a_path_that_windows_would_not_unpack_is_told_of(tmp_path: Path) -> None:
    page = tmp_path / "site" / ("a" * 100) / ("b" * 100) / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match="for lang"):
        make_zip(tmp_path / "site", tmp_path / "a.zip", "x", "y", DAY)


def test_a_book_needs_nothing_beside_it(site: Path) -> None:
    book = make_book(site, "Boka", "utgave 1", BOOK)
    for gone in ("<script>", "<button", "<link", "kjor()", "headerlink", 'src="..', "url(b.svg)", "borte.woff2"):
        assert gone not in book
    assert "data:image/svg+xml;base64," in book
    assert book.count("<h1") == 3


@pytest.mark.nettleser
def test_a_seminar_in_one_file_shows_its_slides_and_asks_for_nothing(site: Path, tmp_path: Path, nettleser) -> None:
    """The viewer is the site's own, let through by its hash; no request leaves the file."""
    slides = (
        '<div class="kb-lysbilder"><section class="kb-lysbilde"><h2>Plikten</h2><p>Kommunen skal.</p></section></div>'
    )
    page_file = site / "lov" / "en" / "index.html"
    page_file.write_text(PAGE.replace("<table>", f"{slides}<table>"), encoding="utf-8")
    show, style = "docs/assets/bygd/enfil.js", "docs/assets/css/lysbilder.css"
    for name in (show, style):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text((ROOT / name).read_text(encoding="utf-8"), encoding="utf-8")
    book = tmp_path / "seminar.html"
    book.write_text(make_book(site, "Seminaret", "utgave 1", BOOK, show, (style,)), encoding="utf-8")
    page = nettleser.new_context(offline=True).new_page()
    faults: list[str] = []
    page.on(
        "request", lambda r: faults.append(r.url) if r.url != book.as_uri() and not r.url.startswith("data:") else None
    )
    page.on("console", lambda m: faults.append(m.text))
    page.goto(book.as_uri())
    page.get_by_role("button", name="Vis lysbildene").first.click()
    page.keyboard.press("ArrowRight")
    assert page.locator(".kb-lys__ark--na h2").inner_text() == "Plikten"
    assert page.get_by_role("button", name="Last ned som PowerPoint").count() == 0
    assert faults == []
    page.context.close()


def test_links_in_a_book_lead_inside_it_or_to_the_net(site: Path) -> None:
    book = make_book(site, "Boka", "utgave 1", BOOK)
    assert 'href="#lov-annen--del"' in book
    assert book.count('id="lov-en--side"') == 1
    assert 'href="#lov-en--side"' in book
    assert 'href="https://example.org"' in book
    assert "ute/" not in book


def test_the_links_stand_where_the_page_has_place_for_them(project: Path, tmp_path: Path) -> None:
    packs = make_packs(project / "site", tmp_path / "ut", load_base(project), DAY, None)
    assert [p.fil.name for p in packs] == ["kunnskapsbasen.zip"]
    page = tmp_path / "side.html"
    page.write_text('<div class="kb-pakker"><p>Ikke laget.</p></div>', encoding="utf-8")
    link_packs(page, packs)
    text = page.read_text(encoding="utf-8")
    assert 'href="../../last-ned/kunnskapsbasen.zip"' in text
    assert "Ikke laget" not in text
    page.write_text("<p>Uten plass</p>", encoding="utf-8")
    with pytest.raises(ValueError, match="0 times"):
        link_packs(page, packs)


def test_no_page_links_to_packs_that_are_not_made() -> None:
    assert not [p for p in (ROOT / "docs").rglob("*.md") if "last-ned/" in p.read_text(encoding="utf-8")]


@pytest.mark.nettleser
def test_the_unpacked_zip_is_opened_from_its_start_file_without_a_net(project: Path, tmp_path: Path, nettleser) -> None:
    zip_file = make_zip(project / "site", tmp_path / "a.zip", "Diktbasen", "utgave 1", DAY)
    folder = tmp_path / "Nedlastinger æøå"
    with zipfile.ZipFile(zip_file) as z:
        z.extractall(folder)
    context = nettleser.new_context(offline=True)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda e: faults.append(str(e)))
    page.on("requestfailed", lambda r: faults.append(r.url) if "sitemap.xml" not in r.url else None)  # the theme asks
    page.goto((folder / START).as_uri())
    page.get_by_role("link", name="Åpne kunnskapsbasen").click()
    page.wait_for_url("**/index.html")
    assert page.locator("h1").count() == 1
    assert faults == []
    context.close()


@pytest.mark.nettleser
def test_a_printed_book_is_tagged_with_bookmarks_and_page_numbers(site: Path, tmp_path: Path, nettleser) -> None:
    html = tmp_path / "bok.html"
    html.write_text(make_book(site, "Boka", "utgave 1", BOOK), encoding="utf-8")
    printer_in(nettleser)(html, tmp_path / "bok.pdf", "Diktbasen, utgave 1")
    pdf = pypdf.PdfReader(tmp_path / "bok.pdf")
    root = pdf.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert next(entry["/Title"] for entry in pdf.outline if not isinstance(entry, list)) == "Boka"
    last = pdf.pages[-1].extract_text()
    assert "Diktbasen, utgave 1" in last
    assert f"{len(pdf.pages)} av {len(pdf.pages)}" in last


@pytest.mark.nettleser
def test_the_heading_of_a_table_that_turns_the_sheet_turns_with_it(site: Path, tmp_path: Path, nettleser) -> None:
    (site / "a.css").write_text((ROOT / "docs/assets/css/utskrift.css").read_text(encoding="utf-8"), encoding="utf-8")
    head = "".join(f'<th scope="col">K{i}</th>' for i in range(6))
    rows = "".join(f"<tr><td>Celle{i}</td>" + "<td>x</td>" * 5 + "</tr>" for i in range(4))
    table = f'<div class="kb-tabell"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
    page = site / "lov" / "en" / "index.html"
    page.write_text(PAGE.replace("<table>", f"<h2>Overskriften</h2>{table}<table>"), encoding="utf-8")
    html = tmp_path / "bok.html"
    html.write_text(make_book(site, "Boka", "utgave 1", BOOK), encoding="utf-8")
    printer_in(nettleser)(html, tmp_path / "bok.pdf", "Diktbasen")
    (sheet,) = [p for p in pypdf.PdfReader(tmp_path / "bok.pdf").pages if "Overskriften" in p.extract_text()]
    assert "Celle0" in sheet.extract_text()
