"""What of a page is not the same when another engine has built it: a pure comparison of two finished pages.

Not held against each other: white space, how a relative link is written (only where it leads), the order of attributes,
scripts and style sheets (each theme has its own, with a number in the name), the policy, which is made of them, and the
skip link (the one theme leads to the first heading, the other to the article).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from html.parser import HTMLParser
from urllib.parse import urljoin

_MUTE = frozenset({"script", "style", "template", "svg", "md-skip"})
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_INLINE = frozenset(
    {"a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "small", "span", "strong", "sub", "sup", "time", "wbr"}
)
_SKIP = "md-skip"
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(slots=True)
class Innhold:
    """What a reader meets of one part of a page."""

    tekst: list[str] = field(default_factory=list)
    lenker: list[str] = field(default_factory=list)
    celler: list[str] = field(default_factory=list)
    overskrifter: list[str] = field(default_factory=list)
    bilder: list[str] = field(default_factory=list)
    ankere: list[str] = field(default_factory=list)


def _words(content: Innhold) -> list[str]:
    return "".join(content.tekst).split()


KINDS: dict[str, Callable[[Innhold], list[str]]] = {
    "tekst": _words,
    "lenker": lambda content: content.lenker,
    "tabeller": lambda content: [" ".join(cell.split()) for cell in content.celler],
    "overskrifter": lambda content: [" ".join(heading.split()) for heading in content.overskrifter],
    "bilder": lambda content: content.bilder,
    "ankere": lambda content: content.ankere,
}
"""Every kind that is compared, in the article of the page and in what stands around it."""


def differences(ours: str, theirs: str, url: str = "/") -> dict[str, str]:
    """Every kind that differs, with the first place it does so: {"lenker": "/a/ → /b/"}. url: where the page lies.

    «rammen: lenker» is of what stands around the article: menu, way back, foot.
    """
    a, b = read(ours, url), read(theirs, url)
    found = {}
    for part, mark in (("article", ""), ("", "rammen: ")):
        for name, of in KINDS.items():
            if (old := of(a[part])) != (new := of(b[part])):
                found[mark + name] = _first(old, new)
    return found


def read(html: str, url: str) -> dict[str, Innhold]:
    """The article of a page («article») and the rest («»)."""
    reader = _Reader(url)
    reader.feed(html)
    reader.close()
    return reader.parts


def _first(old: list[str], new: list[str]) -> str:
    start = next((n for n, (x, y) in enumerate(zip(old, new, strict=False)) if x != y), min(len(old), len(new)))
    matcher = SequenceMatcher(None, old[start : start + 60], new[start : start + 60], autojunk=False)
    _, i, k, m, n = next(code for code in matcher.get_opcodes() if code[0] != "equal")
    said = (" ".join(old[start + i : start + k]), " ".join(new[start + m : start + n]))
    return " → ".join(f"«{text[:90]}»" if text else "ingenting" for text in said)


class _Reader(HTMLParser):
    """Sorts a page into its parts. Void and unclosed elements end with the one around them."""

    def __init__(self, url: str) -> None:
        super().__init__(convert_charrefs=True)
        self.url = url
        self.parts = {"article": Innhold(), "": Innhold()}
        self.open: list[str] = []

    @property
    def part(self) -> Innhold:
        return self.parts["article" if "article" in self.open else ""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        if has.get("class") == _SKIP:
            tag = _SKIP
        if tag not in _INLINE:
            self._write(" ")
        if tag not in _VOID:
            self.open.append(tag)
        if "id" in has and not has["id"].startswith("__"):  # those are of the theme
            self.part.ankere.append(has["id"])
        if "head" in self.open and tag != "title":
            return
        if tag in ("a", "area") and "href" in has:
            self.part.lenker.append(urljoin(self.url, has["href"]))
        elif tag in ("td", "th"):
            self.part.celler.append("")
        elif tag in _HEADINGS:
            self.part.overskrifter.append(f"{tag}#{has.get('id', '')} ")
        elif tag == "img":
            self.part.bilder.append(f"{urljoin(self.url, has.get('src', ''))} {has.get('alt', '')}")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self.open and self.open[-1] == _SKIP:
            tag = _SKIP
        if tag in self.open:
            while self.open.pop() != tag:
                pass
        if tag not in _INLINE:
            self._write(" ")

    def handle_data(self, data: str) -> None:
        if not _MUTE & set(self.open):
            self._write(data)

    def _write(self, data: str) -> None:
        self.part.tekst.append(data)
        if {"td", "th"} & set(self.open) and self.part.celler:
            self.part.celler[-1] += data
        if _HEADINGS & set(self.open) and self.part.overskrifter:
            self.part.overskrifter[-1] += data
