"""The menu, made from the folders of docs/: a folder is a section, its index.md the section's own page.

Order and names come from the front matter (rekkefolge, tittel), so that pages added side by side never collide in one file.
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


def make_nav(sider: Iterable[Side]) -> Nav:
    """The menu over the pages, folders and pages together in order of rekkefolge, then title."""
    folders: dict[str, list[Side]] = defaultdict(list)
    for side in sider:
        if side.i_menyen:
            folders[PurePosixPath(side.kilde).parts[0] if "/" in side.kilde else ""].append(side)
    entries = [(_order(s), {s.tittel: s.kilde}) for s in folders.pop("", [])]
    entries += [_section(folder, pages) for folder, pages in folders.items()]
    return [entry for _, entry in sorted(entries, key=lambda e: e[0])]


def _section(folder: str, sider: list[Side]) -> tuple[tuple[int, str], dict[str, Any]]:
    index = next((s for s in sider if s.kilde == f"{folder}/index.md"), None)
    rest = sorted((s for s in sider if s is not index), key=_order)
    title, order = (index.tittel, _order(index)) if index else (folder, (1000, norsk(folder)))
    own: list[Any] = [index.kilde] if index else []
    return order, {title: own + [{s.tittel: s.kilde} for s in rest]}


def _order(side: Side) -> tuple[int, str]:
    return side.rekkefolge, norsk(side.tittel)
