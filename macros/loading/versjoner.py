"""The versions of the base, from CHANGELOG.md: «## 1.0.0 – 2026-11-22» and the points below it, newest first."""

from __future__ import annotations

import re
from pathlib import Path

from macros.model.poster import Versjon

CHANGELOG = "CHANGELOG.md"

_HEADING = re.compile(r"^## (?P<nummer>\d+\.\d+\.\d+) – (?P<dato>\d{4}-\d\d-\d\d)$", re.M)


def read_versions(rot: Path) -> tuple[Versjon, ...]:
    """The versions in the order they stand; none where the project has no such file."""
    path = rot / CHANGELOG
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    found = list(_HEADING.finditer(text))
    ends = [m.start() for m in found[1:]] + [len(text)]
    return tuple(
        Versjon(nummer=m["nummer"], dato=m["dato"], punkter=_points(text[m.end() : end]))
        for m, end in zip(found, ends, strict=True)
    )


def _points(text: str) -> tuple[str, ...]:
    """The items of the list, each on one line."""
    items = re.split(r"^- ", text, flags=re.M)[1:]
    return tuple(" ".join(item.split()) for item in items)
