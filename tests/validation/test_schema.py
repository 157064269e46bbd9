"""Being held against the schemas: what is said once, and what isn't said because something else says it."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.loading import read_data
from macros.validation import check_data
from tests.felles import BASE, make_project

FILES = [*sorted(p.relative_to(BASE).as_posix() for p in BASE.rglob("*.yml")), "data/kodelister.yml"]


@pytest.mark.parametrize("fil", FILES)
def test_a_file_that_cannot_be_read_is_told_of_once(fil: str, tmp_path: Path) -> None:
    root = make_project(tmp_path)
    (root / fil).write_text("id: a: b\n", encoding="utf-8")
    found = check_data(read_data(root))
    assert [(f.kode, f.fil, f.linje) for f in found] == [("FIL-004", fil, 1)]


@pytest.mark.parametrize("fil", [name for name in FILES if name.count("/") == 1])
def test_a_list_that_is_gone_is_told_of_once(fil: str, tmp_path: Path) -> None:
    root = make_project(tmp_path)
    (root / fil).unlink()
    assert [(f.kode, f.fil) for f in check_data(read_data(root))] == [("FIL-013", fil)]


@pytest.mark.parametrize("fil", FILES)
@pytest.mark.parametrize("innhold", ["[]", "{}", "tekst", "[1, [to]]", "[{id: [x]}]"])
def test_a_file_of_another_shape_is_told_of(fil: str, innhold: str, tmp_path: Path) -> None:
    root = make_project(tmp_path)
    (root / fil).write_text(innhold + "\n", encoding="utf-8")
    found = check_data(read_data(root))
    assert found or (innhold == "[]" and fil in ("data/utgatte.yml", "data/navnehasher.yml"))


def test_findings_are_sorted_and_each_said_once(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    for name in FILES[:6]:
        (root / name).write_text("navn: x\nfeil: 3\n", encoding="utf-8")
    found = check_data(read_data(root))
    assert list(found) == sorted(set(found))
