"""LinkChecker over the real site, as `kb.py lenker` runs it: finds nothing, and does find what is there to find."""

from __future__ import annotations

from pathlib import Path

from macros.lenker import check_links


def test_linkchecker_finds_nothing_in_the_site(bygd_nettsted: Path, tmp_path: Path):
    svar = check_links(bygd_nettsted, tmp_path / "arbeid")
    assert svar.ok, svar.rapport


def test_linkchecker_finds_a_dead_link_and_a_missing_picture(tmp_path: Path):
    """On a site of two pages: that the tool is run so that it sees what is wrong takes no more."""
    site = tmp_path / "site"
    (site / "om").mkdir(parents=True)
    (site / "index.html").write_text('<h1>Forside</h1><p><a href="om/">Om</a></p>', encoding="utf-8")
    planted = '<p><a href="../finnes-ikke/">død</a> <img alt="" src="../assets/borte.png"></p>'
    (site / "om" / "index.html").write_text(f"<h1>Om</h1>{planted}", encoding="utf-8")
    svar = check_links(site, tmp_path / "arbeid")
    assert not svar.ok
    assert "finnes-ikke" in svar.rapport
    assert "borte.png" in svar.rapport
