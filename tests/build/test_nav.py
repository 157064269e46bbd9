"""The menu that comes of folders and front matter."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.build.nav import Nav, make_nav
from macros.build.page import read_pages


def menu(root: Path, pages: dict[str, dict[str, object]]) -> Nav:
    for name, head in pages.items():
        path = root / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = "".join(f"{key}: {str(value).lower() if value is False else value}\n" for key, value in head.items())
        path.write_text(f"---\n{lines}---\n\nx\n", encoding="utf-8")
    return make_nav(read_pages(root))


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ({"index.md": {"tittel": "Forside"}}, [{"Forside": "index.md"}]),
        (
            {"a.md": {"tittel": "A", "rekkefolge": 20}, "b.md": {"tittel": "B", "rekkefolge": 3}, "c.md": {"tittel": "C"}},
            [{"B": "b.md"}, {"A": "a.md"}, {"C": "c.md"}],
        ),
        (
            {"1.md": {"tittel": "Åpent"}, "2.md": {"tittel": "Ærlig"}, "3.md": {"tittel": "Østlig"}, "4.md": {"tittel": "zoo"}},
            [{"zoo": "4.md"}, {"Ærlig": "2.md"}, {"Østlig": "3.md"}, {"Åpent": "1.md"}],
        ),
        (
            {
                "lov/index.md": {"tittel": "Lov", "rekkefolge": 5},
                "lov/b.md": {"tittel": "B"},
                "lov/a.md": {"tittel": "Å", "rekkefolge": 1},
                "index.md": {"tittel": "Forside", "rekkefolge": 1},
            },
            [{"Forside": "index.md"}, {"Lov": [{"Lov": "lov/index.md"}, {"Å": "lov/a.md"}, {"B": "lov/b.md"}]}],
        ),
        (
            {"lov/index.md": {"tittel": "Lov"}, "lov/skjult.md": {"tittel": "Skjult", "i_menyen": False}},
            [{"Lov": [{"Lov": "lov/index.md"}]}],
        ),
        ({"verktoy/a.md": {"tittel": "A"}}, [{"verktoy": [{"A": "verktoy/a.md"}]}]),
        ({"skjult/a.md": {"tittel": "A", "i_menyen": False}}, []),
        (
            {"a/index.md": {"tittel": "A"}, "a/b/c.md": {"tittel": "C"}},
            [{"A": [{"A": "a/index.md"}, {"C": "a/b/c.md"}]}],
        ),
        (
            {
                "a/index.md": {"tittel": "A", "rekkefolge": 9, "fane": "Felles"},
                "b.md": {"tittel": "B", "rekkefolge": 1, "fane": "Felles"},
                "c.md": {"tittel": "C", "rekkefolge": 5},
            },
            [{"Felles": [{"B": "b.md"}, {"A": [{"A": "a/index.md"}]}]}, {"C": "c.md"}],
        ),
    ],
    ids=["one", "order", "letters", "section", "out of the menu", "without index", "all out", "deeper", "shared tab"],
)  # fmt: skip
def test_the_menu_follows_folders_and_order(tmp_path: Path, pages: dict[str, dict[str, object]], expected: Nav) -> None:
    assert menu(tmp_path, pages) == expected


def test_pages_added_side_by_side_do_not_change_each_other(tmp_path: Path) -> None:
    """No file lists the pages: a new one is a new file, and the order is the same whoever came first."""
    pages = {"lov/index.md": {"tittel": "Lov"}, "lov/x.md": {"tittel": "X"}, "lov/y.md": {"tittel": "Y"}}
    one = menu(tmp_path / "1", pages)
    assert menu(tmp_path / "2", dict(reversed(pages.items()))) == one
