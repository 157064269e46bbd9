"""LinkChecker over a finished site: one dead link is found, and told of without the address of this machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.lenker import check_links

PAGE = '<!doctype html><html lang="nb"><head><title>x</title></head><body><h1>x</h1>{}</body></html>'


@pytest.mark.parametrize(("link", "ok"), [("lov/", True), ("lav/", False)])
def test_links_inside_the_site(tmp_path: Path, link: str, ok: bool) -> None:
    site = tmp_path / "site"
    (site / "lov").mkdir(parents=True)
    (site / "index.html").write_text(PAGE.format(f'<a href="{link}">x</a>'), encoding="utf-8")
    (site / "lov" / "index.html").write_text(PAGE.format(""), encoding="utf-8")
    answer = check_links(site, tmp_path / "arbeid" / "lenker")
    assert answer.ok is ok
    assert "127.0.0.1" not in answer.rapport
    assert ("/lav/" in answer.rapport) is not ok
