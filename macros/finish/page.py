"""One tolerant but exact reading of a built HTML page.

Every start tag is read once and knows where it stands, so that the other modules can say precisely which characters to
change. All that nobody asks to change keeps its bytes.

Tags are found by one expression that follows the tokenizer of the HTML standard, not by html.parser, which takes more
than twice the time: this reading is most of what the finish pass does. The tests hold the two against each other.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple


class Edit(NamedTuple):
    """Replace the characters from start to end with text; start == end inserts."""

    start: int
    end: int
    text: str


# What the standard calls white space; Python's \s has more in it. Possessive quantifiers (++, *+) never go back, so
# that no page, however odd, can make the reading slow.
_WS = r"\t\n\f\r\x20"
_VALUE = rf"""(?:"[^"]*+"|'[^']*+'|[^{_WS}>"'][^{_WS}>]*+)"""
_ATTRIBUTE = re.compile(rf"([^{_WS}/>][^{_WS}/>=]*+)(?:[{_WS}]*+=[{_WS}]*+({_VALUE})?)?")
_ATTRIBUTES = rf"(?:[{_WS}/]++|[^{_WS}/>][^{_WS}/>=]*+(?:[{_WS}]*+=[{_WS}]*+{_VALUE}?)?)*+"
_RAW = "script|style|title|textarea|iframe|noembed|noframes|xmp"
# Tags that matter without attributes too.
_BARE = "html|head|base|h1|svg|frame|object|embed|form|video|audio|applet"
_TOKEN = re.compile(
    rf"""<(?:
        (?P<bare>(?i:{_BARE}))>
      | (?P<name>(?!(?i:{_RAW})[{_WS}/])[a-zA-Z][^{_WS}/>]*+)(?P<attributes>[{_WS}/]{_ATTRIBUTES})(?:>|\Z)
      | (?P<raw>(?i:{_RAW})(?=[{_WS}/>]))(?P<rawattributes>{_ATTRIBUTES})(?:>|\Z)
            (?P<content>[^<]*+(?:<(?!/(?i:(?P=raw))[{_WS}/>])[^<]*+)*+)  # all inside is text, up to the end tag
      | /(?P<end>(?i:head|svg))[{_WS}>]
      | !--(?:-?>|.*?(?:--!?>|\Z))                                      # a comment
    )""",
    re.VERBOSE | re.DOTALL,
)
# Most tags have a class and nothing else. Only those that may have one of these attributes are read further.
_ASKED_FOR = re.compile(
    rf"""[{_WS}/"'](?:id|name|lang|href|src|srcset|imagesrcset|poster|data|action|formaction|xlink:href|cite|content|rel|
    charset|property|http-equiv|style|on[^{_WS}=/>]*|autocomplete|for)(?![^{_WS}=/>])""",
    re.VERBOSE | re.IGNORECASE,
)


class Tag(NamedTuple):
    """A start tag: its name in lower case, its attributes with values unescaped, and where it stands in the page."""

    name: str
    attributes: tuple[tuple[str, str | None], ...]
    start: int
    raw: str

    @property
    def end(self) -> int:
        """The position after the tag's «>»."""
        return self.start + len(self.raw)

    def get(self, name: str) -> str | None:
        """The value of the attribute; "" where it has none, None where the tag lacks it. The first one counts."""
        for key, value in self.attributes:
            if key == name:
                return value or ""
        return None

    def classes(self) -> list[str]:
        """The tag's classes."""
        return (self.get("class") or "").split()

    def span(self, name: str) -> tuple[int, int]:
        """Where the attribute stands in the page, from its name to the end of its value.

        Raises KeyError when the tag does not have it.
        """
        for match in _ATTRIBUTE.finditer(self.raw, 1 + len(self.name)):
            if match[1].lower() == name:
                return self.start + match.start(1), self.start + match.end()
        raise KeyError(name)

    def with_value(self, name: str, value: str) -> Edit:
        """The edit that gives the attribute this value."""
        return Edit(*self.span(name), f'{name}="{html.escape(value)}"')

    def without(self, name: str) -> Edit:
        """The edit that removes the attribute and the space in front of it."""
        start, end = self.span(name)
        before = self.raw[: start - self.start]
        return Edit(start - (len(before) - len(before.rstrip())), end, "")


@dataclass(frozen=True, slots=True)
class Block:
    """A <script> or <style> element: its start tag and all that stands inside it."""

    tag: Tag
    text: str


@dataclass(slots=True)
class Page:
    """A page of the finished site.

    path: from the site's root, with forward slashes («eksempler/lorenskog/index.html»). text: the page as it is now.
    tags: the start tags that some module asks for: those with an id, an address, a style …, and some names (iframe …).
    """

    path: str
    text: str
    tags: list[Tag] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    repeated_ids: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    scripts: list[Block] = field(default_factory=list)
    styles: list[Block] = field(default_factory=list)
    head_tags: list[Tag] = field(default_factory=list)
    head: int | None = None
    head_end: int | None = None
    lang: str | None = None
    title: str | None = None
    h1: int = 0

    @property
    def url(self) -> str:
        """The page's site address: «/eksempler/lorenskog/»."""
        return "/" + self.path.removesuffix("index.html") if self.is_index else "/" + self.path

    @property
    def is_index(self) -> bool:
        """Whether the page is what its folder's address shows."""
        return self.path == "index.html" or self.path.endswith("/index.html")

    @property
    def is_404(self) -> bool:
        """Whether this is the page that is shown for every address that is not there, at whatever depth."""
        return self.path == "404.html"

    def head_meta(self, attribute: str, value: str) -> str | None:
        """The content of the <meta> in <head> whose attribute has this value, or None."""
        for tag in self.head_tags:
            if tag.name == "meta" and (tag.get(attribute) or "").lower() == value:
                return tag.get("content")
        return None

    def head_link(self, rel: str) -> str | None:
        """The address of the <link> in <head> with this rel, or None."""
        for tag in self.head_tags:
            if tag.name == "link" and rel in (tag.get("rel") or "").lower().split():
                return tag.get("href")
        return None


_HEAD_ONLY = frozenset({"meta", "link", "base", "script", "style"})
_KEPT = frozenset(_BARE.split("|")) - {"head", "h1", "svg"}


def read_page(path: str, text: str) -> Page:
    """The page with this path and text, read. Raises nothing: what is not HTML is a page with no tags."""
    page = Page(path, text)
    svg_depth = 0
    asked_for = _ASKED_FOR.search
    for token in _TOKEN.finditer(text):
        bare, name, attributes, raw, raw_attributes, content, end_name = token.groups()
        start, end = token.span()
        if name or bare:
            name = (name or bare).lower()
            if attributes and (asked_for(attributes) or name in _KEPT):
                _note(page, Tag(name, _attributes(attributes), start, text[start:end]))
            elif bare and name in _KEPT:
                _note(page, Tag(name, (), start, text[start:end]))
            if name == "h1":
                page.h1 += 1
            elif name == "head" and page.head is None:
                page.head = end
            elif name == "svg" and text[end - 2] != "/":
                svg_depth += 1
        elif raw:
            tag = Tag(raw.lower(), _attributes(raw_attributes), start, text[start : end - len(content)])
            _note(page, tag)
            if tag.name == "script":
                page.scripts.append(Block(tag, content))
            elif tag.name == "style":
                page.styles.append(Block(tag, content))
            elif tag.name == "title" and not svg_depth and page.title is None:
                page.title = html.unescape(content).strip()
        elif end_name:
            if end_name.lower() == "svg":
                svg_depth = max(0, svg_depth - 1)
            elif page.head_end is None:
                page.head_end = start
    return page


def _note(page: Page, tag: Tag) -> None:
    """Keep the tag, and what it names."""
    page.tags.append(tag)
    for key, value in tag.attributes:
        if key == "id" and value:
            if value in page.ids:
                page.repeated_ids.append(value)
            page.ids.add(value)
        elif key == "name" and value and tag.name == "a":
            page.names.add(value)
    if tag.name == "html":
        page.lang = tag.get("lang")
    elif tag.name in _HEAD_ONLY and page.head_end is None:
        page.head_tags.append(tag)


def _attributes(text: str) -> tuple[tuple[str, str | None], ...]:
    """The attributes in what stands between a tag's name and its «>», with values unescaped."""
    return tuple([(name.lower(), _unquoted(value) if value else None) for name, value in _ATTRIBUTE.findall(text)])


def _unquoted(value: str) -> str:
    """The value that the text in a tag stands for: without its quotes and with «&amp;» and its like resolved."""
    if value[0] in "\"'":
        value = value[1:-1]
    return html.unescape(value) if "&" in value else value


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with all the edits made. Raises ValueError when two of them want the same characters."""
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < done:
            raise ValueError(f"two edits overlap at {edit.start}: {text[edit.start : edit.end]!r}")
        pieces += (text[done : edit.start], edit.text)
        done = edit.end
    return "".join((*pieces, text[done:]))
