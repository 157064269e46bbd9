"""The list of changes: what is written in it is what the site says."""

from __future__ import annotations

from pathlib import Path

from macros.loading.versjoner import CHANGELOG, read_versions
from macros.model.programvare import Versjon
from tests.felles import ROOT

TEXT = """# Endringslogg

Om lista.

## 1.1.0 – 2026-12-01

- Ett punkt
  over to linjer.
- Et til.

## 1.0.0 – 2026-11-22
"""


def test_versions_are_read_in_the_order_they_stand(tmp_path: Path) -> None:
    (tmp_path / CHANGELOG).write_text(TEXT, encoding="utf-8")
    assert read_versions(tmp_path) == (
        Versjon(nummer="1.1.0", dato="2026-12-01", punkter=("Ett punkt over to linjer.", "Et til.")),
        Versjon(nummer="1.0.0", dato="2026-11-22"),
    )


def test_a_project_without_a_list_has_no_versions(tmp_path: Path) -> None:
    assert read_versions(tmp_path) == ()


def test_every_heading_of_the_real_list_is_read() -> None:
    """A heading in another form would be lost without a word."""
    headings = [x for x in (ROOT / CHANGELOG).read_text(encoding="utf-8").splitlines() if x.startswith("## ")]
    found = read_versions(ROOT)
    assert len(found) == len(headings)
    assert [v.dato for v in found] == sorted((v.dato for v in found), reverse=True)
    assert all(v.punkter for v in found)
