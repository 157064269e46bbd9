"""What a macro has written is whole HTML on one line: Markdown need not read it to leave it as it is.

Python-Markdown takes raw HTML out of a page tag by tag, and MkDocs reads it once more for its ids. On our pages, where
most of the HTML comes from macros, that was half of the time MkDocs used. A line that is one whole element, between
blank lines, is therefore put away before they look, just as Markdown itself would have put it away.
"""

from __future__ import annotations

import re
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

_BEFORE_MKDOCS = 25  # MkDocs reads ids at 21, Markdown takes raw HTML out at 20
_AFTER_MKDOCS = 20.5
_ELEMENT = re.compile(r"<([a-z][a-z0-9]*)[ >]")
_UNSURE = re.compile(r"<(?:!--|script|style)|[\x02\x03\t]")
_ID = re.compile(r"""\s(?:id|name)=(?:"([^"]+)"|'([^']+)'|([^\s"'>]+))""")


class RaHtml(Extension):
    """Puts whole elements away before Markdown and MkDocs read them."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Two steps, one on each side of MkDocs' own reading."""
        away = _PutAway(md)
        md.preprocessors.register(away, "ra_html", _BEFORE_MKDOCS)
        md.preprocessors.register(_TellIds(md, away), "ra_html_id", _AFTER_MKDOCS)


class _PutAway(Preprocessor):
    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.lines: list[str] = []

    def run(self, lines: list[str]) -> list[str]:
        out = list(lines)
        for i, line in enumerate(lines):
            blank_around = (i == 0 or not lines[i - 1]) and not any(lines[i + 1 : i + 2])
            if blank_around and is_one_element(line) and self.md.is_block_level(_ELEMENT.match(line)[1]):  # type: ignore[index]
                self.lines.append(line)
                out[i] = self.md.htmlStash.store(f"{line}\n")
        return out


class _TellIds(Preprocessor):
    """MkDocs warns of links to ids it has not seen: it is told of those that were put away."""

    def __init__(self, md: Markdown, away: _PutAway) -> None:
        super().__init__(md)
        self.away = away

    def run(self, lines: list[str]) -> list[str]:
        if "mkdocs_raw_html" in self.md.preprocessors:
            seen: Any = self.md.preprocessors["mkdocs_raw_html"]
            for line in self.away.lines:
                seen.present_anchor_ids.update(a or b or c for a, b, c in _ID.findall(line))
        return lines


def is_one_element(line: str) -> bool:
    """Whether the line is one element from its first sign to its last, so that no part of it is Markdown."""
    start = _ELEMENT.match(line)
    if not start or not line.endswith(f"</{start[1]}>") or _UNSURE.search(line):
        return False
    depth = 0
    for tag in re.finditer(rf"<(/?){start[1]}(?=[\s>])", line):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.end() == len(line) - 1
    return False
