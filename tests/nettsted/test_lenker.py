"""LinkChecker over the real site, as `kb.py lenker` runs it: finds nothing, and does find what is there to find."""

from __future__ import annotations

import shutil
from pathlib import Path

from macros.lenker import check_links


def test_linkchecker_finds_nothing_in_the_site(bygd_nettsted: Path, tmp_path: Path):
    svar = check_links(bygd_nettsted, tmp_path / "arbeid")
    assert svar.ok, svar.rapport


def test_linkchecker_finds_a_dead_link_and_a_missing_picture(bygd_nettsted: Path, tmp_path: Path):
    site = Path(shutil.copytree(bygd_nettsted, tmp_path / "site"))
    page = site / "om" / "index.html"
    planted = '</h1><p><a href="../finnes-ikke/">død</a> <img alt="" src="../assets/borte.png"></p>'
    page.write_text(page.read_text(encoding="utf-8").replace("</h1>", planted, 1), encoding="utf-8")
    svar = check_links(site, tmp_path / "arbeid")
    assert not svar.ok
    assert "finnes-ikke" in svar.rapport
    assert "borte.png" in svar.rapport
