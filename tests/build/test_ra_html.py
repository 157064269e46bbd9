"""HTML of macros passes through Markdown as it is, and is not read on the way."""

from __future__ import annotations

import markdown
import pytest
from markdown.htmlparser import HTMLExtractor

from macros.build.ra_html import RaHtml, is_one_element

TABLE = '<div class="kb-tabell"><table id="t"><tr><td>a &amp; b<br></td></tr></table><div hidden></div></div>'
PAGES = (
    f"# Tittel\n\nFør.\n\n{TABLE}\n\nEtter.\n",
    f"{TABLE}\n\n{TABLE}\n",
    f"Avsnitt\n{TABLE}\nslutt\n",
    f"- punkt\n\n    {TABLE}\n\n- nytt {TABLE}\n",
    "<p>ett</p> <p>to</p>\n\n<span>inne</span>\n\n<div>ulukket\n\n</div>\n",
    "<div>&#42; *ikke vekt* <!-- a --></div>\n\n<ul><li>a</ul>\n",
    '!!! note "N"\n    <div>inne</div>\n\n<section>ute</section>\n',
)


@pytest.mark.parametrize("page", PAGES)
def test_the_page_is_what_markdown_makes_of_it_alone(page: str) -> None:
    plain = markdown.Markdown(extensions=["admonition", "tables"])
    ours = markdown.Markdown(extensions=["admonition", "tables", RaHtml()])
    assert ours.convert(page) == plain.convert(page)


def test_markdown_reads_no_tag_of_what_is_put_away(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    monkeypatch.setattr(HTMLExtractor, "handle_starttag", lambda self, tag, attrs: read.append(tag))
    markdown.Markdown(extensions=[RaHtml()]).convert(f"Tekst\n\n{TABLE}\n\n{TABLE}\n")
    assert read == []


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        (TABLE, True),
        ("<p>a</p>", True),
        ("<p>a</p><p>b</p>", False),
        ("<div>a</div> b", False),
        ("<div><div>a</div>", False),
        ("<div>a<!-- </div> --></div>", False),
        ("<script>'</script>'</script>", False),
        ("tekst", False),
        ("<br>", False),
    ],
)
def test_one_element_is_known_from_its_first_sign_to_its_last(line: str, whole: bool) -> None:
    assert is_one_element(line) is whole
