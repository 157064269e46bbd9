"""The pass as a whole."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from macros.finish import finish, guessed_source
from tests.finish.lite import MED_ADRESSE, UTEN_ADRESSE, finished, page, told, write


def test_a_site_built_by_the_engine_has_no_findings(built: Path):
    result = finish(built, MED_ADRESSE, anchors_required=["/eksempler/lorenskog/#komp-5"])
    assert told(result) == []
    assert (result.pages, result.links > 40, result.anchors > 5) == (4, True, True)


def test_nor_has_one_without_an_address(as_built_without_address: Path, tmp_path: Path):
    site = Path(shutil.copytree(as_built_without_address, tmp_path / "site"))
    assert told(finish(site, UTEN_ADRESSE)) == []


def test_only_what_is_asked_for_is_changed(as_built_without_address: Path, tmp_path: Path):
    path = "eksempler/lorenskog/index.html"
    site = Path(shutil.copytree(as_built_without_address, tmp_path / "site"))
    finish(site, UTEN_ADRESSE)
    before = (as_built_without_address / path).read_text("utf-8").splitlines()
    after = (site / path).read_text("utf-8").splitlines()
    assert len([line for line in before if line not in after]) == 3, "two toggles, and the paragraph with two links"
    added = [line.strip() for line in after if line not in before]
    assert [line.partition(" ")[0] for line in added] == ["<meta", "<input", "<input", "<p"]
    assert added[-1].startswith(
        '<p id="a-til-forsiden-og-seg-selv">Til <a href="../../">forsiden</a> og <a href="#komp-5">seg selv</a>.'
    )


def test_more_files_are_written_first_and_finished_too(tmp_path: Path):
    write(tmp_path, {"index.html": page('<a href="/eksport/liste.csv">')})
    files = {"eksport/liste.csv": b"a;b\r\n", "lysark/index.html": page('<a href="/">').encode()}
    assert told(finish(tmp_path, UTEN_ADRESSE, files=files)) == []
    assert (tmp_path / "eksport/liste.csv").read_bytes() == b"a;b\r\n"
    assert 'href="../"' in (tmp_path / "lysark/index.html").read_text("utf-8")


def test_a_file_that_is_there_already(tmp_path: Path):
    write(tmp_path, {"index.html": page(), "a/liste.csv": "min"})
    assert told(finish(tmp_path, UTEN_ADRESSE, files={"a/liste.csv": b"din"})) == [
        "docs/a/liste.csv:0: [LEN-011] : Fila «/a/liste.csv» finnes allerede, men skal også lages av byggingen. "
        "Tips: Gi fila i docs/ et annet navn."
    ]
    assert (tmp_path / "a/liste.csv").read_text() == "min"


@pytest.mark.parametrize("path", ["", "/etc/x", "../x", "a/../../x", "C:/x", "a\\..\\x"])
def test_a_file_outside_the_site_is_refused(tmp_path: Path, path: str):
    with pytest.raises(ValueError, match="not a path inside the site"):
        finish(tmp_path, UTEN_ADRESSE, files={path: b""})


def test_a_fault_on_every_page_is_told_once(tmp_path: Path):
    files = {f"side-{number}/index.html": page('<a href="/borte/">') for number in range(7)}
    assert told(finished(tmp_path, files)) == [
        "docs/side-0.md:0: [LEN-001] a[href]: «/borte/» finnes ikke på nettstedet. Det samme gjelder 6 sider til. "
        "Tips: Rett adressen, eller lag det den peker på."
    ]


def test_findings_come_sorted_and_name_the_source_they_are_told(tmp_path: Path):
    write(tmp_path, {"b/index.html": page(h1=0), "a/index.html": page(h1=0)})
    result = finish(tmp_path, UTEN_ADRESSE, source_of=lambda path: f"kilde/{path}")
    assert [f.fil for f in result.funn] == ["kilde/a/index.html", "kilde/b/index.html"]


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("index.html", "docs/index.md"),
        ("a/b/index.html", "docs/a/b.md"),
        ("a/", "docs/a.md"),
        ("", "docs/index.md"),
        ("a/b.html", "docs/a/b.md"),
        ("404.html", "docs/overrides/404.html"),
        ("assets/x.css", "docs/assets/x.css"),
    ],
)
def test_guessed_source(path: str, source: str):
    assert guessed_source(path) == source


def test_the_time_grows_with_the_pages_and_no_faster(as_built: Path, tmp_path: Path):
    """A loop over all pages for each page would show: ten times the pages may take at most twenty times as long."""

    def seconds(pages: int) -> float:
        site = Path(shutil.copytree(as_built, tmp_path / str(pages)))
        text = (site / "eksempler/lorenskog/index.html").read_text("utf-8")
        for number in range(pages):
            link = f'<a href="/eksempler/e{(number * 7) % pages}/#komp-5">x</a>'
            write(site, {f"eksempler/e{number}/index.html": text.replace("<p>", f"<p>{link}", 1)})
        wanted = [f"/eksempler/e{number}/#komp-5" for number in range(pages)]
        start = time.process_time()
        assert finish(site, MED_ADRESSE, anchors_required=wanted).funn == ()
        return time.process_time() - start

    seconds(20)
    assert seconds(400) < 20 * seconds(40)
