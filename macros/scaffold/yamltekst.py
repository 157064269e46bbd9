"""Text as YAML that stays in its place, and edits in files that are there: comments and layout are left as they were.

What others have written is always put in double quotes as JSON writes it, which is YAML too: nothing in it can end the
value, begin a field, or be read as a number, a date or an alias.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from macros.loading.yamlfile import LOADER

_OTHER = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_ID = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_")


def scalar(value: Any) -> str:
    """A value as YAML on one line. Plain words of a–z, digits, hyphen (ids and codes) stand bare, all other text quoted."""
    if isinstance(value, bool) or value is None:
        return json.dumps(value)
    if isinstance(value, int | float):
        return str(value)
    text = str(value)
    if text and set(text) <= _ID and text[0].isalpha() and text not in _OTHER:
        return text
    return re.sub("[\u2028\u2029\x85]", " ", json.dumps(text, ensure_ascii=False))


def flow(value: Any) -> str:
    """A value as YAML on one line, also lists and mappings."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(v)}" for key, v in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(flow(v) for v in value) + "]"
    return scalar(value)


def block(record: Mapping[str, Any], indent: str = "") -> str:
    """A mapping as lines of YAML: lists of mappings one field a line, everything smaller on one line."""
    lines: list[str] = []
    for key, value in record.items():
        if isinstance(value, list) and value and isinstance(value[0], Mapping):
            lines.append(f"{indent}{key}:")
            lines += [item(v, indent + "  ").rstrip("\n") for v in value]
        elif isinstance(value, Mapping) and any(isinstance(v, Mapping) for v in value.values()):
            lines.append(f"{indent}{key}:")
            lines.append(block(value, indent + "  ").rstrip("\n"))
        else:
            lines.append(f"{indent}{key}: {flow(value)}")
    return "\n".join(lines) + "\n"


def item(record: Mapping[str, Any], indent: str = "  ") -> str:
    """A mapping as one item of a list."""
    lines = block(record, indent + "  ").splitlines()
    return "\n".join([f"{indent}- {lines[0].lstrip()}", *lines[1:]]) + "\n"


def with_items(text: str, part: str, records: Sequence[Mapping[str, Any]]) -> str:
    """The file with these records last in the list `part`, which is made at the end of the file where there is none.

    Raises ValueError where the part isn't a list of mappings, one a line.
    """
    node = _value(text, part)
    if node is None:
        return text.rstrip("\n") + f"\n\n{part}:\n" + "".join(item(r) for r in records)
    if not isinstance(node, yaml.SequenceNode):
        raise ValueError(f"{part} is no list")
    lines = text.splitlines(keepends=True)
    if node.flow_style:
        at = node.end_mark.index - 1
        return text[:at] + (", " if node.value else "") + ", ".join(flow(r) for r in records) + text[at:]
    end = _last_line(node) + 1
    if not lines[end - 1].endswith("\n"):
        lines[end - 1] += "\n"
    indent = " " * (node.start_mark.column)
    return "".join(lines[:end]) + "".join(item(r, indent) for r in records) + "".join(lines[end:])


def with_name(text: str, part: str, name: str) -> str:
    """The file with a name last in a list of names. Raises ValueError where there is no such list."""
    node = _value(text, part)
    if not isinstance(node, yaml.SequenceNode):
        raise ValueError(f"{part} is no list")
    if node.flow_style:
        at = node.end_mark.index - 1
        return text[:at] + f", {scalar(name)}" + text[at:]
    lines = text.splitlines(keepends=True)
    end = _last_line(node) + 1
    return "".join(lines[:end]) + f"{' ' * node.start_mark.column}- {scalar(name)}\n" + "".join(lines[end:])


def with_field(text: str, field: str, value: Mapping[str, Any]) -> str:
    """The file with another value for a field at the top, which must be there. Raises ValueError."""
    root = yaml.compose(text, Loader=LOADER)
    for key, node in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value == field:
            lines = text.splitlines(keepends=True)
            end = _last_line(node) + 1
            return "".join(lines[: key.start_mark.line]) + block({field: value}) + "".join(lines[end:])
    raise ValueError(f"{field} is not there")


def with_source(text: str, kilde: str) -> str:
    """The file with its only source written at each claim that leaned on there being just one."""
    root = yaml.compose(text, Loader=LOADER)
    edits = sorted(_unsourced(root, False), key=lambda e: -e[0])
    for at, separator in edits:
        text = text[:at] + f"kilde: {scalar(kilde)}{separator}" + text[at:]
    return text


def _unsourced(node: yaml.Node, sourced: bool) -> list[tuple[int, str]]:
    """Where a source is to be written, with what comes between it and the field after."""
    if isinstance(node, yaml.SequenceNode):
        return [edit for child in node.value for edit in _unsourced(child, sourced)]
    if not isinstance(node, yaml.MappingNode):
        return []
    keys = {key.value: key for key, _ in node.value}
    sourced = sourced or "kilde" in keys
    out = [edit for _, child in node.value for edit in _unsourced(child, sourced)]
    before = keys.get("sted") or (keys.get("mangler") if "delen" in keys else None)
    if before is not None and not sourced:
        separator = ", " if node.flow_style else "\n" + " " * before.start_mark.column
        out = [edit for edit in out if edit[0] != before.start_mark.index]
        out.append((before.start_mark.index, separator))
    return out


def _value(text: str, field: str) -> yaml.Node | None:
    root = yaml.compose(text, Loader=LOADER)
    found = [node for key, node in root.value if key.value == field] if isinstance(root, yaml.MappingNode) else []
    return found[0] if found else None


def _last_line(node: yaml.Node) -> int:
    """The last line that the node itself has something on: comments and blank lines after it aren't its own."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _last_line(last[1] if isinstance(last, tuple) else last)
    end = node.end_mark
    return end.line if end.column or end.line == node.start_mark.line else end.line - 1
