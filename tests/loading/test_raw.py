"""Which files of data/ are read, and what is said of the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.loading import KODER, read_data
from macros.loading.kinds import ALLE
from tests.felles import make_project


def _funn(root: Path) -> list[tuple[str, str]]:
    return [(f.kode, f.fil) for f in read_data(root).funn]


def test_every_kind_is_read(tmp_path: Path) -> None:
    raw = read_data(make_project(tmp_path))
    assert {fil.slag.navn for fil in raw.filer} == {slag.navn for slag in ALLE}
    assert raw.funn == ()


def test_an_empty_project_says_what_is_missing(tmp_path: Path) -> None:
    files = sorted(f"data/{slag.sti}" for slag in ALLE if not slag.one_file_each)
    assert sorted(_funn(tmp_path)) == [("FIL-013", name) for name in files]


@pytest.mark.parametrize(
    "navn",
    [
        "tromso.yml",
        "eksempler/tromso.yaml",
        "eksempler/tromso.YML",
        "eksempler/nord/tromso.yml",
        "eksempel/tromso.yml",
        "eksempler/tromso.yml.txt",
        "temaer.yaml",
        "eksempler/temaer.md",
    ],
)
def test_what_nothing_reads_is_a_finding(navn: str, tmp_path: Path) -> None:
    root = make_project(tmp_path)
    path = root / "data" / navn
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("id: tromso\n", encoding="utf-8")
    assert _funn(root) == [("FIL-011", f"data/{navn}")]


@pytest.mark.parametrize("navn", ["README.md", ".DS_Store", "eksempler/._prikkeby.yml", "eksempler/.prikkeby.yml.swp"])
def test_what_may_lie_there(navn: str, tmp_path: Path) -> None:
    root = make_project(tmp_path)
    (root / "data" / navn).write_bytes(b"\x00\xff")
    assert _funn(root) == []
    assert [len(list(read_data(root).av_slag("eksempel")))] == [2]


def test_a_folder_called_as_a_record(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    (root / "data" / "eksempler" / "tromso.yml").mkdir()
    (root / "data" / "temaer.yml").unlink()
    (root / "data" / "temaer.yml").mkdir()
    assert _funn(root) == [("FIL-013", "data/temaer.yml")]


def test_broken_schema_is_the_developers_fault(tmp_path: Path) -> None:
    root = make_project(tmp_path)
    (root / "data" / "skjema" / "tid.json").write_text("{", encoding="utf-8")
    with pytest.raises(ValueError, match="Expecting"):
        read_data(root)


def test_codes_tell_their_rule() -> None:
    assert all(kode.startswith("FIL-") and regel.feil.endswith(".") for kode, regel in KODER.items())
