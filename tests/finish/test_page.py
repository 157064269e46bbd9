"""The reading of a page: exact places, and the same tags as the standard library's slower parser."""

from __future__ import annotations

import time
from html.parser import HTMLParser
from pathlib import Path

import pytest

from macros.finish.page import Edit, Tag, edited, read_page


class Oracle(HTMLParser):
    """Every start tag, as the standard library reads it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(attrs)))


ASKED_FOR = {
    *("id", "name", "lang", "href", "xlink:href", "src", "srcset", "imagesrcset", "poster", "data", "cite", "content"),
    *("action", "formaction", "rel", "charset", "property", "http-equiv", "style", "autocomplete", "for"),
}


def test_reads_a_built_page_as_html_parser_does(as_built: Path):
    for file in as_built.rglob("*.html"):
        text = file.read_text("utf-8")
        read = {(tag.name, tag.attributes) for tag in read_page("x.html", text).tags}
        tags = Oracle(text).tags
        wanted = {tag for tag in tags if any(name in ASKED_FOR or name.startswith("on") for name, _ in tag[1])}
        assert wanted <= read <= set(tags)


def test_knows_where_every_tag_and_attribute_stands(as_built: Path):
    text = (as_built / "index.html").read_text("utf-8")
    for tag in read_page("index.html", text).tags:
        assert text[tag.start : tag.end] == tag.raw
        for name, _ in tag.attributes:
            start, end = tag.span(name)
            assert text[start:end].lower().startswith(name)


def one(text: str) -> Tag:
    (tag,) = read_page("x.html", text).tags
    return tag


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ('<a href="/x">', (("href", "/x"),)),
        ("<A HREF='/x' hidden>", (("href", "/x"), ("hidden", None))),
        ("<a href=/x/>", (("href", "/x/"),)),
        ('<a href = "a&amp;b">', (("href", "a&b"),)),
        ('<a title="1 > 2" href="/x">', (("title", "1 > 2"), ("href", "/x"))),
        ("<a title=it's href=x>", (("title", "it's"), ("href", "x"))),
        ('<a id="a"href="b">', (("id", "a"), ("href", "b"))),
        ('<a/href="x">', (("href", "x"),)),
        ("<a ==x href=y>", (("=", "x"), ("href", "y"))),
        ("<a title=a\u00a0b href=x>", (("title", "a\u00a0b"), ("href", "x"))),
        ('<a href="">', (("href", ""),)),
        ('<a\nonclick\n=\n"x()">', (("onclick", "x()"),)),
    ],
)
def test_attributes_are_read_as_a_browser_reads_them(text: str, attributes: tuple[tuple[str, str | None], ...]):
    assert one(text).attributes == attributes


@pytest.mark.parametrize(
    "text",
    [
        '<!-- <a href="/x"> -->',
        '<!--><!-- <a href="/x">',
        '<textarea><a href="/x"></textarea>',
        '<script>"<a href=/x>"</script>',
        '<style><a href="/x"></style>',
        "<title><a href='/x'></title>",
        '</p a="b">',
        "a < b href=x",
    ],
)
def test_reads_no_link_where_a_browser_reads_none(text: str):
    assert not [tag for tag in read_page("x.html", text).tags if tag.name == "a"]


def test_scripts_keep_their_exact_text():
    text = "<script>a\n<b</script ><SCRIPT type=module>2</SCRIPT><script src=x></script><script>slutt"
    page = read_page("x.html", text)
    assert [script.text for script in page.scripts] == ["a\n<b", "2", "", "slutt"]


def test_head_title_and_headings():
    text = '<html lang="nb"><head><title>A &amp; B</title></head><svg><title>tegn</title></svg><h1>x</h1><h1 id=y>'
    page = read_page("a/index.html", text)
    assert (page.lang, page.title, page.h1, page.ids, page.url) == ("nb", "A & B", 2, {"y"}, "/a/")
    assert text[page.head : page.head_end] == "<title>A &amp; B</title>"


@pytest.mark.parametrize(
    "text", ["<a " + "x" * 100_000, "<a " + 'x="' * 30_000, "<!--" * 30_000, "<script " * 3_000, "<a b=" * 3_000]
)
def test_no_page_makes_the_reading_slow(text: str):
    start = time.process_time()
    read_page("x.html", text)
    assert time.process_time() - start < 2


def test_edits_change_nothing_else():
    text = 'før <a class="x"  href=/y>æ</a>'
    tag = one(text[text.index("<") :])._replace(start=text.index("<"))
    assert edited(text, [tag.with_value("href", 'a"&b')]) == 'før <a class="x"  href="a&quot;&amp;b">æ</a>'
    assert edited(text, [tag.without("href")]) == 'før <a class="x">æ</a>'
    assert edited(text, []) == text


def test_edits_that_overlap_are_refused():
    with pytest.raises(ValueError, match="overlap"):
        edited("abcdef", [Edit(0, 3, "x"), Edit(2, 4, "y")])


def test_a_tag_without_the_attribute_says_so():
    with pytest.raises(KeyError):
        one('<a href="/x">').span("id")
