"""The versions of the base, from CHANGELOG.md: «## 1.0.0 – 2026-11-22» and the points below it, newest first."""

from __future__ import annotations

import re
from pathlib import Path

from macros.model.programvare import Versjon

CHANGELOG = "CHANGELOG.md"

_HEADING = re.compile(r"^## (\d+\.\d+\.\d+) – (\d{4}-\d\d-\d\d)$", re.M)


def read_versions(rot: Path) -> tuple[Versjon, ...]:
    """The versions in the order they stand; none where the project has no such file."""
    path = rot / CHANGELOG
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    _, *parts = _HEADING.split(text)  # number, date and text of each in turn
    return tuple(
        Versjon(nummer=nummer, dato=dato, punkter=_points(body))
        for nummer, dato, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    )


def _points(text: str) -> tuple[str, ...]:
    """The items of the list, each on one line."""
    items = re.split(r"^- ", text, flags=re.M)[1:]
    return tuple(" ".join(item.split()) for item in items)
