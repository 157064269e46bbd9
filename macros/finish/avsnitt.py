"""Every paragraph, and every row of a table that a writer has made, gets an address of its own.

The address is made of the first words of the text: «#a-kommunen-har-tre-hovedmal» for a paragraph, «#r-…» for a row. So it is
the same at every build, it holds while the rest of the paragraph is rewritten or moved, and it can be read. Two that
begin alike get more words, until they differ. When the first words are rewritten the address changes: the browser then
leads to the paragraph of the page that has most of the words, and says so (frontend/side/del.ts). Claims and records
have ids of their own that never change, and nothing here touches what has an id.

Paragraphs that templates write stand inside a line, or have a class; those of Markdown stand first in a line, bare.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from macros.finish.page import Edit

_WORDS = 6
_FEWEST = 3
_ARTICLE = ('<article class="md-content__inner', "</article>")
_PIECE = re.compile(r"\n<(?:p>(?P<p>.*?)</p>|tr>(?=\s*<td)(?P<tr>.*?)</td>)", re.S)
_SKIPPED = re.compile(r'<a class="headerlink".*?</a>|<[^>]*>', re.S)
_ID = re.compile(r"""id=(?<=\sid=)["']?([^\s"'>]+)""")  # «id=» first: it is looked for much faster than a space
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "đ": "d", "ŋ": "n", "ŧ": "t"})


def named_paragraphs(text: str) -> list[Edit]:
    """The edits that give the paragraphs and rows of a built page their ids. Same text, same ids."""
    start = text.find(_ARTICLE[0])
    end = text.find(_ARTICLE[1], start)
    if start < 0 or end < 0:
        return []
    return list(_edits(text, start, end, taken=set(_ID.findall(text))))


def _edits(text: str, start: int, end: int, taken: set[str]) -> Iterator[Edit]:
    for piece in _PIECE.finditer(text, start, end):
        tag = "p" if piece["p"] is not None else "tr"
        words = _words(piece[tag])
        if (len(words) < _FEWEST and tag == "p") or not words:
            continue
        name = _free("a" if tag == "p" else "r", words, taken)
        if name:
            taken.add(name)
            at = piece.start(tag) - 1
            yield Edit(at, at, f' id="{name}"')


def _free(kind: str, words: list[str], taken: set[str]) -> str | None:
    """The name of the first words; of more of them where it is taken. None for a text that stands there already."""
    for many in range(min(_WORDS, len(words)), len(words) + 1):
        name = "-".join((kind, *words[:many]))
        if name not in taken:
            return name
    return None


def _words(inner: str) -> list[str]:
    """The words of a piece of HTML as they stand in an address."""
    plain = html.unescape(_SKIPPED.sub("", inner)).lower().translate(_LETTERS)
    return re.findall(r"[a-z0-9]+", unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode())
