"""What `vis` builds at a save: the pages that show what was saved, with the bytes that a whole build gives them."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.build import Bygg, build_part, build_site, validate
from tests.build.prosjekt import bytes_of, make_site_project, replace

EXAMPLE = "data/eksempler/strekvoll.yml"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Bygg]:
    """The small project, built once. Each test puts back what it changes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        root = make_site_project(tmp_path_factory.mktemp("del"))
        return root, build_site(root, root / "site", hold=True)


def test_a_saved_record_gives_its_pages_the_bytes_of_a_whole_build(project: tuple[Path, Bygg]) -> None:
    root, first = project
    before = bytes_of(root / "site")
    replace(root / EXAMPLE, "Linjal hjelper.", "Linjal og passer hjelper.")
    part = build_part(root, root / "site", first.innhold)
    assert part and part.funn == ()
    now = bytes_of(root / "site")
    changed = {name for name in now if now[name] != before.get(name)}
    assert changed == {"eksempler/strekvoll/index.html"}
    build_site(root, root / "hel")
    whole = bytes_of(root / "hel")
    assert {n: whole[n].decode().splitlines() for n in changed} == {n: now[n].decode().splitlines() for n in changed}
    assert whole["erfaringer/index.html"] != now["erfaringer/index.html"], "tabellen venter på neste hele bygging"
    replace(root / EXAMPLE, "Linjal og passer hjelper.", "Linjal hjelper.")
    assert build_part(root, root / "site", part.innhold)
    assert bytes_of(root / "site") == before


def test_a_record_that_no_page_names_shows_where_the_records_that_name_it_are_told(project: tuple[Path, Bygg]) -> None:
    root, first = project
    kilde = root / "data/kilder" / "strekvoll-slutt.yml"
    replace(kilde, "\ntittel: ", "\ntittel: Den rettede ")
    sjekket = validate(root, first.innhold)
    assert sjekket.endret and "eksempler/strekvoll.md" in sjekket.endret
    assert len(sjekket.endret) < len(sjekket.sider)
    replace(kilde, "tittel: Den rettede ", "tittel: ")


def test_a_file_saved_as_it_was_builds_nothing(project: tuple[Path, Bygg]) -> None:
    root, first = project
    path = root / EXAMPLE
    path.write_bytes(path.read_bytes())
    assert validate(root, first.innhold).endret == frozenset()


def test_a_fault_leaves_the_site_and_is_gone_when_mended(project: tuple[Path, Bygg]) -> None:
    root, first = project
    before = bytes_of(root / "site")
    replace(root / EXAMPLE, "retning: laerdom", "retning: laerdomm")
    part = build_part(root, root / "site", first.innhold)
    assert part and [f.kode for f in part.funn] == ["SKJ-004"]
    assert bytes_of(root / "site") == before
    replace(root / EXAMPLE, "retning: laerdomm", "retning: laerdom")
    assert build_part(root, root / "site", first.innhold).funn == ()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("docs/erfaringer.md", "tittel: ", "tittel: Andre "),
        ("data/begreper/strek.yml", "\nid: strek\n", "\nid: strek\nforkortelser: [SK]\n"),
        ("docs/overrides/main.html", "{% extends", "\n{% extends"),
        ("docs/assets/css/base.css", "{", "{ "),
    ],
)
def test_what_stands_on_every_page_asks_for_a_whole_build(
    project: tuple[Path, Bygg], file: str, old: str, new: str
) -> None:
    root, first = project
    text = (root / file).read_text(encoding="utf-8")
    changed = text.replace(old, new, 1) if old in text else f"{text}forkortelser: [SK]\n"
    (root / file).write_text(changed, encoding="utf-8", newline="\n")
    sjekket = validate(root, first.innhold)
    assert sjekket.funn == () and sjekket.endret is None
    assert build_part(root, root / "site", first.innhold) is None
    (root / file).write_text(text, encoding="utf-8", newline="\n")


def test_nothing_known_asks_for_a_whole_build(project: tuple[Path, Bygg]) -> None:
    root, _ = project
    assert build_part(root, root / "site", None) is None
