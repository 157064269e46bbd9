"""The menu, made from the folders of docs/: a folder is a section, its index.md the section's own page.

Order and names come from the front matter (rekkefolge, tittel), so that pages added side by side never collide in one file.
Sections with the same `fane` in their index share a tab: one line must hold all tabs, and a reader must be able to scan it.
Pages with `i_menyen: false` (the examples) are reached from their section's page: a flat menu of a thousand pages would
stand on every one of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any

from macros.build.page import Side
from macros.queries import norsk

Nav = list[Any]
"""MkDocs' own form: [{"Tittel": "side.md"}, {"Del": [...]}]."""
Room = tuple[tuple[int, str], str | None, dict[str, Any]]
"""Order, tab (None: a tab of its own), and the entry of the menu."""


def make_nav(sider: Iterable[Side]) -> Nav:
    """The menu over the pages, folders and pages together in order of rekkefolge, then title."""
    folders: dict[str, list[Side]] = defaultdict(list)
    for side in sider:
        if side.i_menyen:
            folders[PurePosixPath(side.kilde).parts[0] if "/" in side.kilde else ""].append(side)
    rooms = [(_order(s), s.fane, {s.tittel: s.kilde}) for s in folders.pop("", [])]
    rooms += [_section(folder, pages) for folder, pages in folders.items()]
    tabs: dict[str, list[Any]] = {}
    for (_, title), fane, room in sorted(rooms, key=lambda r: r[0]):
        tabs.setdefault(fane or title, []).append((fane, room))
    return [{name: [room for _, room in members]} if members[0][0] else members[0][1] for name, members in tabs.items()]


def _section(folder: str, sider: list[Side]) -> Room:
    index = next((s for s in sider if s.kilde == f"{folder}/index.md"), None)
    rest = sorted((s for s in sider if s is not index), key=_order)
    title, order = (index.tittel, _order(index)) if index else (folder, (1000, norsk(folder)))
    own: list[Any] = (
        [{title: index.kilde}] if index else []
    )  # with its title: a page may be built without this one read
    return order, index.fane if index else None, {title: own + [{s.tittel: s.kilde} for s in rest]}


def _order(side: Side) -> tuple[int, str]:
    return side.rekkefolge, norsk(side.tittel)
