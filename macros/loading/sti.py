"""The way to a field of a record, and what it is called in a finding."""

from __future__ import annotations

from typing import Any

Sti = tuple[str | int, ...]
"""The way to a field: keys and positions from the top of the file."""


def short(text: str) -> str:
    """The text as a finding quotes it: cut where it is long."""
    return text if len(text) <= 40 else text[:39] + "…"


def field_name(sti: Sti, data: Any = None) -> str:
    """The way to a field in words: ("erfaringer", 2, "tema") → «erfaringer, punkt 3 (id komp-5), tema».

    Lists count from 1, as people do. `data` is what the way leads through; without it the ids are left out.
    """
    words, here = [], data
    for part in sti:
        here = _inside(here, part)
        words.append(f"punkt {part + 1}{_known_by(here)}" if isinstance(part, int) else short(part) or "(uten navn)")
    return ", ".join(words)


_KEYS = ("id", "nummer", "kode", "delen")
"""What an item of a list may be known by."""


def _inside(data: Any, part: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(part)
    return data[part] if isinstance(data, list) and isinstance(part, int) and part < len(data) else None


def _known_by(item: Any) -> str:
    """The name of an item, as a writer sees it: « (id komp-5)»; «» where it has none."""
    found = ((key, item[key]) for key in _KEYS if isinstance(item, dict) and isinstance(item.get(key), str))
    key, name = next(found, ("", ""))
    return f" ({key} {short(name)})" if name.strip() else ""
