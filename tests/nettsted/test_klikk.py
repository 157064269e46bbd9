"""No page is an orphan, and none is more than three clicks from the front page."""

from __future__ import annotations

from collections import deque
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

MOST = 3


class _Links(HTMLParser):
    """The addresses that a reader can click on a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a" and (href := dict(attrs).get("href")):
            self.found.append(href)


def clicks(site: Path) -> dict[str, int]:
    """How many clicks each page is from the front page, by its place in the site."""
    away, queue = {"index.html": 0}, deque(["index.html"])
    while queue:
        here = queue.popleft()
        for link in _Links((site / here).read_text(encoding="utf-8")).found:
            there = _page(site, here, link)
            if there and there not in away:
                away[there] = away[here] + 1
                queue.append(there)
    return away


def _page(site: Path, here: str, link: str) -> str | None:
    address = urlsplit(urljoin(f"https://her.invalid/{here}", urldefrag(link).url))
    if address.hostname != "her.invalid":
        return None
    path = unquote(address.path).lstrip("/")
    path = f"{path}index.html" if path.endswith("/") or not path else path
    return path if path.endswith(".html") and (site / path).is_file() else None


def test_every_page_is_at_most_three_clicks_from_the_front_page(bygd_nettsted: Path):
    away = clicks(bygd_nettsted)
    pages = {p.relative_to(bygd_nettsted).as_posix() for p in bygd_nettsted.rglob("index.html")}
    assert not pages - away.keys(), f"ingen lenke leder til {sorted(pages - away.keys())}"
    assert not {page: n for page, n in away.items() if n > MOST}
