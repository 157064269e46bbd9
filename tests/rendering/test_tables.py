"""Tables: as a reader's browser gets them, as wide as their list of columns, and never too long."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from macros.build.ra_html import is_one_element
from macros.makroer import Makroer
from macros.rendering.html import Maler
from macros.rendering.tables import MAX_ROWS, Celle, Kolonne, make_table
from tests.diktbase import diktbase

COLUMNS = [
    Kolonne("navn", "Navn", lambda n: Celle(f"rad {n}")),
    Kolonne("dobbelt", "Dobbelt", lambda n: Celle(str(2 * n))),
]


class Read(HTMLParser):
    """What stands in the tables of a text: captions, headings with their scope, rows of (tag, attributes, text)."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.captions: list[str] = []
        self.heads: list[tuple[str | None, str]] = []
        self.rows: list[list[tuple[str, dict[str, str | None], str]]] = []
        self.names: list[str | None] = []
        self._path: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._path.append(tag)
        if tag == "tr" and "tbody" in self._path:
            self.rows.append([])
        if tag in ("th", "td"):
            if "thead" in self._path:
                self.heads.append((dict(attrs).get("scope"), ""))
            else:
                self.rows[-1].append((tag, dict(attrs), ""))
        if tag == "caption":
            self.captions.append("")
        if "data-navn" in dict(attrs):
            self.names.append(dict(attrs)["data-navn"])

    def handle_endtag(self, tag: str) -> None:
        while self._path.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "caption" in self._path:
            self.captions[-1] += data
        elif "thead" in self._path and "th" in self._path:
            self.heads[-1] = (self.heads[-1][0], self.heads[-1][1] + data)
        elif {"th", "td"} & set(self._path):
            tag, attrs, text = self.rows[-1][-1]
            self.rows[-1][-1] = (tag, attrs, text + data)


def read(rows: int) -> Read:
    table = make_table("tall", "Tall", COLUMNS, range(rows))
    return Read(Maler(diktbase()).html("tabell", tabell=table))


def test_a_table_has_caption_and_headings_with_scope() -> None:
    table = read(2)
    assert table.captions == ["Tall"]
    assert table.heads == [("col", "Navn"), ("col", "Dobbelt")]


def test_the_first_column_names_the_row_and_every_cell_its_column() -> None:
    assert read(1).rows == [
        [("th", {"scope": "row", "data-label": "Navn"}, "rad 0"), ("td", {"data-label": "Dobbelt"}, "0")]
    ]


@pytest.mark.parametrize(
    ("rows", "captions"),
    [
        (1, ["Tall"]),
        (500, ["Tall"]),
        (501, ["Tall (del 1 av 2)", "Tall (del 2 av 2)"]),
        (1000, ["Tall (del 1 av 2)", "Tall (del 2 av 2)"]),
        (1001, ["Tall (del 1 av 3)", "Tall (del 2 av 3)", "Tall (del 3 av 3)"]),
    ],
)
def test_above_500_rows_a_table_is_split_and_no_row_is_lost(rows: int, captions: list[str]) -> None:
    table = read(rows)
    assert MAX_ROWS == 500
    assert table.captions == captions
    assert [row[0][2] for row in table.rows] == [f"rad {n}" for n in range(rows)]
    assert len(table.heads) == len(COLUMNS) * len(captions), "each part has its headings"
    assert len(set(table.names)) == len(captions), "each part is a file of its own"


def test_a_split_table_is_one_element_which_markdown_need_not_read() -> None:
    table = make_table("tall", "Tall", COLUMNS, range(MAX_ROWS + 1))
    assert is_one_element(Maler(diktbase()).html("tabell", tabell=table))


def test_an_empty_table_says_so_and_asks_for_more() -> None:
    assert read(0).rows == []
    assert "Tall: ingen i basen ennå." in Maler(diktbase()).html("tabell", tabell=make_table("t", "Tall", COLUMNS, []))


def test_a_table_that_is_the_home_of_its_records_gives_the_rows_ids() -> None:
    table = make_table("tall", "Tall", COLUMNS, [1, 2], id_of=lambda n: f"n{n}")
    html = Maler(diktbase()).html("tabell", tabell=table)
    assert [f'<tr id="n{n}">' in html for n in (1, 2)] == [True, True]


def test_kinds_of_cell() -> None:
    cells = (Celle("a", lenke="/b/"), Celle("c", merke="tilstand-pagar"), Celle("d", mangler=True), Celle("e"))
    html = Maler(diktbase()).html("tabell", tabell=make_table("t", "T", [Kolonne("x", "X", lambda _: cells)], [1]))
    assert (
        '<a href="/b/">a</a>, <span class="kb-merke kb-merke--tilstand-pagar">c</span>, '
        '<span class="kb-mangel">d</span>, e' in html
    )


@pytest.mark.parametrize("name", ["strategier", "tiltak", "resultater", "erfaringer", "virket_ikke", "lovkrav"])
def test_every_row_has_a_cell_for_every_heading(name: str) -> None:
    table = Read(Makroer(diktbase()).alle()[name]())
    headings = [text for _, text in table.heads]
    assert table.rows
    for row in table.rows:
        assert [attrs["data-label"] for _, attrs, _ in row] == headings
        assert [tag for tag, _, _ in row] == ["th"] + ["td"] * (len(row) - 1)
        assert row[0][2].strip()
