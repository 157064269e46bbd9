"""Where a term of the glossary first stands in the prose of a page, it becomes a link with its explanation.

Restrained on purpose: once a term on each page, only in paragraphs and lists of the guides; never in a heading, a link,
code, a table, a quotation or what a macro has made of records, since those carry their own sources. Without scripts it is a
link to the glossary; frontend/side/begreper.ts shows the explanation from data-forklaring.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from macros.finish.page import Edit
from macros.model.begrep import Begrep

GUIDES = frozenset(
    {"begreper", "eksempler", "lov", "malgrupper", "metoder", "seminar", "verktoy", "virkemidler"}
    | {"erfaringer", "strategier"}
)
_GLOSSARY = ("begreper/ordliste/", "begreper/tre-sprak/")
_PER_BLOCK = 2  # a paragraph with more marks than this is hard to read

# One token of the built page: a comment, or a tag with its attributes. What lies between is text.
_TOKEN = re.compile(
    r"""<!--.*?-->|<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*)(?P<rest>(?:[^'">]++|"[^"]*+"|'[^']*+')*+)>""", re.DOTALL
)
_CLASS = re.compile(r"""\bclass=(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")
_HREF = re.compile(r"""href=(?<=\bhref=)["']?[^"'>\s]*\bordliste/#([a-z0-9-]+)""")
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_BLOCKS = frozenset({"p", "li"})
_CLOSED = frozenset(
    {
        "a",
        "abbr",
        "blockquote",
        "button",
        "code",
        "dfn",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "kbd",
        "label",
        "nav",
        "pre",
        "script",
        "style",
        "summary",
        "svg",
        "table",
    }
)
_INFLECTED = "(?:[ea]?ne|e[nrt]|[aenrt]|s)?s?"
_SHORT = 3  # words as short as this are not inflected: «eie» is not «eien»


class _Name(NamedTuple):
    """One way to write a term: its order in the pattern, and the term."""

    pattern: str
    begrep: Begrep


@dataclass(frozen=True, slots=True)
class _Text:
    """A piece of text in the prose of a page: where it starts, and the number of the paragraph it is in."""

    start: int
    text: str
    block: int


class Begrepsmerker:
    """Finds the terms in built pages. Made once for a site; asked once a page."""

    def __init__(self, begreper: Iterable[Begrep]) -> None:
        """Terms with `merkes` false are left out."""
        self._names = sorted(
            (_Name(_pattern(navn), b) for b in begreper if b.merkes for navn in b.navn),
            key=lambda name: (-len(name.pattern), name.pattern),
        )
        self._in_title = [(re.compile(name.pattern), name.begrep) for name in self._names]
        # The empty group after a name tells which it was. In front of it, it would hide from the search which letter the
        # name begins with, and every name would be tried at every letter: ten times as slow.
        any_name = "|".join(f"{name.pattern}()" for name in self._names) or r"(?!)"
        self._all = re.compile(rf"(?<![\w-])(?:{any_name})(?![\w-])")

    def edits(self, path: str, text: str) -> list[Edit]:
        """The edits that mark the terms of the page with this path and text; none where the page is no guide."""
        if path.split("/")[0].removesuffix(".html") not in GUIDES or path.startswith(_GLOSSARY):
            return []
        article = _article(text)
        title = _title(text[slice(*article)])
        seen = set(_HREF.findall(text, *article))
        seen |= {begrep.id for pattern, begrep in self._in_title if pattern.search(title)}  # the page is about it
        return list(self._marks(_prose(text, *article), seen))

    def _marks(self, pieces: Iterable[_Text], seen: set[str]) -> Iterator[Edit]:
        in_block: dict[int, int] = {}
        for piece in pieces:
            for match in self._all.finditer(piece.text):
                begrep = self._names[(match.lastindex or 1) - 1].begrep
                if begrep.id in seen or in_block.get(piece.block, 0) >= _PER_BLOCK:
                    continue
                seen.add(begrep.id)
                in_block[piece.block] = in_block.get(piece.block, 0) + 1
                yield Edit(piece.start + match.start(), piece.start + match.end(), make_mark(begrep, match[0]))


def make_mark(begrep: Begrep, word: str) -> str:
    """The link that stands where the word stood. word: HTML, as on the page."""
    forklaring = html.escape(begrep.forklaring)
    return f'<a class="kb-begrep" href="{begrep.adresse}" data-forklaring="{forklaring}">{word}</a>'


def _pattern(navn: str) -> str:
    """A pattern for a name as it stands in a sentence: inflected, and with or without a capital at its start."""
    words = [_word(word) for word in html.escape(navn, quote=False).split()]
    first = words[0]
    if first[0].isalpha() and first[0].islower():
        words[0] = f"[{first[0]}{first[0].upper()}]{first[1:]}"
    return r"\s+".join(words)


def _word(word: str) -> str:
    """A word with its inflections. Names and abbreviations may only have the genitive's s."""
    inflected = len(word) > _SHORT and word.rsplit("-", 1)[-1].islower()
    return re.escape(word) + (_INFLECTED if inflected else "s?")


def _article(text: str) -> tuple[int, int]:
    start = text.find("<article")
    end = text.find("</article>", start)
    return (start, end) if 0 <= start < end else (0, 0)


def _title(article: str) -> str:
    match = re.search(r"<h1[^>]*>(.*?)</h1>", article, re.DOTALL)
    return re.sub(r"<[^>]*>", "", match[1]) if match else ""


def _prose(text: str, start: int, end: int) -> Iterator[_Text]:
    """The text of paragraphs and list items from start to end, in order, outside everything that is closed to marks."""
    open_tags: list[tuple[str, bool, bool]] = []  # name, inside something closed to marks, inside a block of prose
    block = 0
    done = start
    closed, prose = False, False
    for token in _TOKEN.finditer(text, start, end):
        at, after = token.span()
        if prose and not closed and at > done:
            yield _Text(done, text[done:at], block)
        done = after
        ends, name, rest = token.groups()
        name = (name or "").lower()
        if not name or name in _VOID or rest.endswith("/"):
            continue
        if ends:
            while open_tags and open_tags.pop()[0] != name:
                pass  # a tag that HTML closes by itself, as <li>
            _, closed, prose = open_tags[-1] if open_tags else ("", False, False)
        else:
            block += name in _BLOCKS
            closed = closed or _is_closed(name, rest)
            prose = prose or name in _BLOCKS
            open_tags.append((name, closed, prose))


def _is_closed(name: str, rest: str) -> bool:
    if name in _CLOSED:
        return True
    match = _CLASS.search(rest)
    classes = (match[1] or match[2] or match[3] or "").split() if match else []
    return any(c.startswith("kb-") or c in ("admonition-title", "headerlink", "footnote") for c in classes)
