"""What stands at an address of the built site: the section or record of its anchor, at most 300 words."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

MOST_WORDS = 300
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_INLINE = frozenset(
    ["a", "abbr", "b", "cite", "code", "em", "i", "kbd", "mark", "small", "span", "strong", "sub", "sup", "time"]
)
_HEADINGS = {f"h{n}": n for n in range(1, 7)}


@dataclass
class _Page:
    """The text of the article in pieces, and from which piece to which each element with an id goes."""

    pieces: list[str] = field(default_factory=list)
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)
    headings: list[tuple[int, int, str]] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = _Page()
        self._open: list[tuple[str, str, int, bool]] = []
        self._inside = False
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "article" and "md-content__inner" in (values.get("class") or ""):
            self._inside = True
        if not self._inside or tag in _VOID:
            return
        id = values.get("id") or ""
        silent = tag in ("script", "style", "svg") or "headerlink" in (values.get("class") or "")
        self._open.append((tag, id, len(self.page.pieces), silent))
        self._silent += silent
        if tag in _HEADINGS:
            self.page.headings.append((len(self.page.pieces), _HEADINGS[tag], id))
        if tag not in _INLINE:
            self.page.pieces.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if not self._inside or all(name != tag for name, *_ in self._open):
            return
        while self._open:
            name, id, start, silent = self._open.pop()
            self._silent -= silent
            if id:
                self.page.spans[id] = (start, len(self.page.pieces))
            if name == tag:
                break
        if tag not in _INLINE:
            self.page.pieces.append(" ")
        if not self._open:
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside and not self._silent:
            self.page.pieces.append(data)


class Nettsted:
    """The built site in a folder; pages are read once."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self._pages: dict[str, _Page] = {}

    def tekst(self, adresse: str) -> str:
        """What stands at «/eksempler/lorenskog/#komp-5». Raises KeyError for an anchor that is not there."""
        side, _, anker = adresse.partition("#")
        page = self._page(side)
        start, end = self._span(page, anker) if anker else (0, len(page.pieces))
        return " ".join("".join(page.pieces[start:end]).split()[:MOST_WORDS])

    def _span(self, page: _Page, anker: str) -> tuple[int, int]:
        for nr, (start, level, id) in enumerate(page.headings):
            if id == anker:
                after = (place for place, other, _ in page.headings[nr + 1 :] if other <= level)
                return start, next(after, len(page.pieces))
        return page.spans[anker]

    def _page(self, side: str) -> _Page:
        if side not in self._pages:
            reader = _Reader()
            reader.feed((self.site / side.strip("/") / "index.html").read_text(encoding="utf-8"))
            self._pages[side] = reader.page
        return self._pages[side]
