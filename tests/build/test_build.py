"""From sources to site: whole or not at all, the same bytes for the same sources, and nothing printed on the way."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path

import pytest

from macros.build import build_date, build_site, left_out, required_anchors, site_path
from macros.loading import build_settings, read_data
from macros.validation.report import report
from tests.build.prosjekt import bytes_of, make_site_project, replace
from tests.diktbase import diktbase
from tests.felles import make_project


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, built. Leave its sources as they were."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        root = make_site_project(tmp_path_factory.mktemp("bygd"))
        bygg = build_site(root, root / "site")
    assert report(bygg.funn) == ""
    assert list(bygg.tider) == ["sjekk", "MkDocs", "finish"]
    assert bygg.utelatt == ()
    return root


def test_the_site_has_a_page_for_each_source(built: Path) -> None:
    docs = built / "docs"
    for path in docs.rglob("*.md"):
        assert (built / "site" / site_path(path.relative_to(docs).as_posix())).is_file()
    assert sorted(p.name for p in built.glob("site*")) == ["site"]


def test_every_claim_has_its_address(built: Path) -> None:
    anchors = list(required_anchors(diktbase()))
    assert len(anchors) == len(set(anchors))
    for address in anchors:
        path, _, anchor = address.partition("#")
        assert f'id="{anchor}"' in (built / "site" / path.strip("/") / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "address",
    [
        "/eksempler/prikkeby/#bakgrunn-2",
        "/eksempler/prikkeby/#organ-styret",
        "/eksempler/prikkeby/#org-1",
        "/eksempler/prikkeby/#penger-sum",
        "/eksempler/strekvoll/#maal-1",
        "/eksempler/nettverkene/#nettverk-prikkeby-2012",
        "/eksempler/nettverkene/#prikkeby-2012--tall-3",
        "/kilder/#diktlov",
        "/kommuner/#k9902",
        "/begreper/ordliste/#husbytte",
        "/lov/lovkrav/#dl-2-dikt",
    ],
)
def test_every_record_and_claim_has_an_address_that_must_exist(address: str) -> None:
    assert address in list(required_anchors(diktbase()))


def test_the_same_sources_give_the_same_bytes_wherever_they_lie(
    built: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    root = make_site_project(tmp_path / "et annet sted")
    for path in root.rglob("*"):
        os.utime(path, (1, 1))
    assert build_site(root, root / "ut").funn == ()
    assert bytes_of(root / "ut") == bytes_of(built / "site")
    assert capfd.readouterr() == ("", ""), "MkDocs prints nothing"


BROKEN = {
    "record": (
        ("data/lovkrav.yml", "styrke: skal", "styrke: maa"),
        "data/lovkrav.yml:5: [SKJ-004] punkt 1 (id dl-1-bytte), styrke: «maa» finnes ikke i lista «styrke».",
    ),
    "front matter": (
        ("docs/om/index.md", "temaer: [hus]\n", "temaer: [huss]\n"),
        "docs/om/index.md:4: [REF-001] temaer, punkt 1: «huss» finnes ikke. Mente du «hus»?",
    ),
    "macro": (
        ("docs/om/index.md", "{{ biblioteker() }}", "{{ bibliotek() }}"),
        "docs/om/index.md:14: [SID-002] Makroen «bibliotek» finnes ikke. Mente du «biblioteker»?",
    ),
    "link to a page": (
        ("docs/eksempler/index.md", "(prikkeby.md)", "(prikeby.md)"),
        "docs/eksempler/index.md:14: [MKD-003] Lenken «prikeby.md» er død: siden eller fila finnes ikke. "
        "Mente du «prikkeby.md»?\n    Tips: Rett lenken, eller skriv adressen fra rota: /eksempler/lorenskog/.",
    ),
    "link from the root": (
        ("docs/eksempler/index.md", "(/lov/lovkrav/#dl-1-bytte)", "(/lov/lovkrav/#dl-1-byte)"),
        "docs/eksempler/index.md: [LEN-002]",
    ),
    "template of the theme": (
        ("docs/overrides/404.html", "{% extends", "{% if %}{% extends"),
        "mkdocs.yml: [MKD-",
    ),
}


@pytest.mark.parametrize(("change", "expected"), BROKEN.values(), ids=BROKEN)
def test_what_is_broken_is_told_of_and_the_old_site_stands(
    change: tuple[str, str, str], expected: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    root = make_site_project(tmp_path)
    name, old, new = change
    replace(root / name, old, new)
    site = root / "site"
    site.mkdir()
    (site / "index.html").write_bytes(b"det gamle\r\n")
    bygg = build_site(root, site)
    text = report(bygg.funn)
    assert text.startswith(expected)
    assert len(bygg.funn) == 1, f"one fault is told of once:\n{text}"
    assert bytes_of(site) == {"index.html": b"det gamle\r\n"}
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("index.md", "index.html"),
        ("kommuner.md", "kommuner/index.html"),
        ("lov/index.md", "lov/index.html"),
        ("metoder/dreiebok.md", "metoder/dreiebok/index.html"),
        ("a/b/index.md", "a/b/index.html"),
        ("a/min-index.md", "a/min-index/index.html"),
    ],
)
def test_a_page_lands_in_a_folder_of_its_name(source: str, expected: str) -> None:
    assert site_path(source) == expected


@pytest.mark.parametrize("missing", [(), ("nettadresse",), ("kodelager", "postkasse")])
def test_what_is_left_out_is_said(missing: tuple[str, ...]) -> None:
    settings = dataclasses.replace(diktbase().innstillinger, **dict.fromkeys(missing))
    told = left_out(settings)
    assert [text.partition(":")[0] for text in told] == [f"Uten {name}" for name in missing]


@pytest.mark.parametrize(("epoch", "expected"), [("0", "1970-01-01"), ("1700000000", "2023-11-14")])
def test_the_build_date_is_that_of_the_environment(monkeypatch: pytest.MonkeyPatch, epoch: str, expected: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert build_date() == expected


def test_without_one_it_is_today_and_the_same_for_every_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    first = build_date()
    assert int(os.environ["SOURCE_DATE_EPOCH"]) % (24 * 3600) == 0
    assert build_date() == first


@pytest.mark.parametrize(
    ("env", "expected"),
    [
        ({}, ("https://example.org/diktbasen/", "https://example.org/kode/diktbasen")),
        ({"KB_NETTADRESSE": "https://a.no/b"}, ("https://a.no/b/", "https://example.org/kode/diktbasen")),
        ({"KB_NETTADRESSE": "https://a.no/b/"}, ("https://a.no/b/", "https://example.org/kode/diktbasen")),
        ({"KB_NETTADRESSE": ""}, ("https://example.org/diktbasen/", "https://example.org/kode/diktbasen")),
        ({"GITHUB_REPOSITORY": "eier/lager"}, ("https://example.org/diktbasen/", "https://github.com/eier/lager")),
        (
            {"GITHUB_REPOSITORY": "eier/lager", "GITHUB_SERVER_URL": "https://git.no/"},
            ("https://example.org/diktbasen/", "https://git.no/eier/lager"),
        ),
        ({"GITHUB_SERVER_URL": "https://git.no"}, ("https://example.org/diktbasen/", "https://example.org/kode/diktbasen")),
    ],
)  # fmt: skip
def test_the_environment_wins_over_the_file(tmp_path: Path, env: dict[str, str], expected: tuple[str, str]) -> None:
    settings = build_settings(read_data(make_project(tmp_path)), env)
    assert (settings.nettadresse, settings.kodelager) == expected
