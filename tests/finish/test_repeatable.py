"""The same bytes for the same input, wherever and whenever it is built."""

from __future__ import annotations

import shutil
from pathlib import Path

from macros.finish import finish
from tests.finish.conftest import Build
from tests.finish.lite import MED_ADRESSE, UTEN_ADRESSE, finished, page


def contents(root: Path) -> dict[str, bytes]:
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("*") if file.is_file()}


def test_two_builds_at_other_times_and_places_are_alike(as_built: Path, build: Build, tmp_path: Path):
    again = build("site_url: https://eksempel.no/base/\n", klokka="1800000000")  # a time in some file shows itself
    sites = [Path(shutil.copytree(site, tmp_path / name)) for site, name in ((as_built, "a"), (again, "b"))]
    for site in sites:
        assert finish(site, MED_ADRESSE).funn == ()
    one, other = (contents(site) for site in sites)
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []


def test_the_site_map_says_nothing_of_the_build_date(built: Path):
    assert b"<lastmod>" in (built / "sitemap.xml").read_bytes()
    finish(built, MED_ADRESSE)
    text = (built / "sitemap.xml").read_text("utf-8")
    assert "<lastmod>" not in text and "<loc>https://eksempel.no/base/eksempler/lorenskog/</loc>" in text
    assert not (built / "sitemap.xml.gz").exists()


def test_without_an_address_there_is_no_site_map(as_built_without_address: Path, tmp_path: Path):
    site = Path(shutil.copytree(as_built_without_address, tmp_path / "site"))
    assert finish(site, UTEN_ADRESSE).funn == ()
    assert not list(site.glob("sitemap*"))


def test_line_ends_do_not_follow_the_machine(tmp_path: Path):
    files = {"index.html": page(), "a.css": "a {}\n", "b.js": "1;\n", "c.csv": b"1\r\n"}
    for name, ends in (("unix", b"\n"), ("windows", b"\r\n")):
        raw = {k: v if isinstance(v, bytes) else v.encode().replace(b"\n", ends) for k, v in files.items()}
        finished(tmp_path / name, raw)
    assert contents(tmp_path / "unix") == contents(tmp_path / "windows")
