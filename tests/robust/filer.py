"""Files of a tool, made from its published schema: every field there is, with one's own text where any text may stand."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

_FITS = ("constructor", "2027-01-15", "2027")
"""For fields that are held to a pattern; the first is legal as an id, and means something to a careless script."""
_OF = re.compile(r"til et innslag i «(\w+)»")


class Fil:
    """Makes files of a schema (the part of JSON Schema that the tools' schemas use).

    tekst: gives the text of the nth row, cut to what the field holds. rader: how many rows each list gets.
    """

    def __init__(self, skjema: dict[str, Any], tekst: Callable[[int], str], rader: int) -> None:
        self._skjema, self._tekst, self._rader = skjema, tekst, rader

    def lag(self) -> dict[str, Any]:
        """A file with every field of the schema in it."""
        return self._value(self._skjema, "", 0, "")

    def _value(self, node: dict[str, Any], name: str, row: int, of: str) -> Any:
        if "$ref" in node:
            node = self._skjema["$defs"][node["$ref"].rpartition("/")[2]] | {
                k: v for k, v in node.items() if k != "$ref"
            }
        if "const" in node:
            return node["const"]
        if "enum" in node:
            return node["enum"][row % len(node["enum"])]
        match node["type"]:
            case "object":
                return {key: self._value(one, key, row, of) for key, one in node["properties"].items()}
            case "array":
                alike = node.get("uniqueItems") or node["items"].get("type") != "object" or of
                rows = range(1 if alike else min(self._rader, node.get("maxItems", self._rader)))
                return [self._value(node["items"], name, i + row, name) for i in rows]
            case "integer":
                return node.get("minimum", 0) + row % 50 if node.get("minimum", 0) >= 0 else 100 * row
        return self._text(node, name, row, of)

    def _text(self, node: dict[str, Any], name: str, row: int, of: str) -> str:
        if pattern := node.get("pattern"):
            if points_at := _OF.search(node.get("description", "")):
                return row_id(points_at[1], row)
            own = row_id(of, row)
            return next(one for one in ((own, *_FITS) if of else _FITS[::-1]) if re.search(pattern, one))
        return self._tekst(row)[: node.get("maxLength")] or "x"


def row_id(of: str, row: int) -> str:
    """The id of the nth row of a list."""
    return "constructor" if row == 0 else f"{of[:12]}{row}"
