"""The front matter of every page of docs/, for what joins pages with records. What is wrong in it is told by macros/build."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.loading.yamlfile import parse_yaml
from macros.model.side import Sidehode

FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*\r?\n", re.S | re.M)
"""Front matter at the top of a page."""


_REFERENCE = re.compile(r"""\{\{\s*kilde\(\s*(?:id\s*=\s*)?["']([^"']+)["']""")
"""The id in a call of the macro that refers to a source."""


def page_paths(rot: Path) -> list[Path]:
    """The file of every page below docs/, by path. Theme templates in docs/overrides/ are no pages."""
    docs = rot / "docs"
    return sorted(p for p in docs.rglob("*.md") if p.relative_to(docs).parts[0] != "overrides")


def read_heads(rot: Path) -> tuple[Sidehode, ...]:
    """The pages with a head that can be read, by path; a field of the wrong shape counts as missing."""
    return tuple(_heads(rot))


def _heads(rot: Path) -> Iterator[Sidehode]:
    for path in page_paths(rot):
        text = path.read_text(encoding="utf-8-sig", errors="replace")
        front = FRONT.match(text)
        head = _head(front.group(1), path, rot) if front else None
        if isinstance(head, dict):
            yield Sidehode(
                kilde=path.relative_to(rot / "docs").as_posix(),
                tittel=_text(head.get("tittel")) or path.stem,
                ingress=_text(head.get("ingress")),
                rekkefolge=_order(head.get("rekkefolge")),
                ansvarlig=_text(head.get("ansvarlig")),
                sist_gjennomgatt=_text(head.get("sist_gjennomgatt")),
                neste_gjennomgang=_text(head.get("neste_gjennomgang")),
                bygger_pa=_texts(head.get("bygger_pa")),
                svarer_pa=_texts(head.get("svarer_pa")),
                engelsk=_text(head.get("engelsk")),
                kilder=tuple(dict.fromkeys(_REFERENCE.findall(text))),
                temaer=_texts(head.get("temaer")),
                malgrupper=_texts(head.get("malgrupper")),
                om_eksempel=_text(head.get("om_eksempel")),
            )


def _head(front: str, path: Path, rot: Path) -> Any:
    return parse_yaml(front, path.relative_to(rot).as_posix(), first_line=2).data


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _order(value: Any) -> int:
    return value if isinstance(value, int) else 1000


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(v for v in value if isinstance(v, str)) if isinstance(value, list) else ()
