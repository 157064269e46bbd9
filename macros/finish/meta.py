"""What search engines and those who share a link read: only where the site has an address of its own."""

from __future__ import annotations

from html import escape

from macros.finish.page import Edit, Page
from macros.model.innstillinger import Innstillinger


def meta_edits(page: Page, innstillinger: Innstillinger) -> list[Edit]:
    """The edit that puts a canonical address and a card (Open Graph, Twitter) last in <head>.

    What the page already has is left alone. Without nettadresse nothing is added: every one of these needs the whole
    address, and a wrong one is worse than none. The 404 page has no address of its own and is kept out of indexes.
    """
    if innstillinger.nettadresse is None or page.head_end is None:
        return []
    tags = [_ROBOTS] if page.is_404 else _card(page, innstillinger, innstillinger.nettadresse)
    return [Edit(page.head_end, page.head_end, "".join(f"  {tag}\n  " for tag in tags))] if tags else []


_ROBOTS = '<meta name="robots" content="noindex">'


def _card(page: Page, innstillinger: Innstillinger, nettadresse: str) -> list[str]:
    address = page.head_link("canonical")
    tags = []
    if address is None:
        address = nettadresse.rstrip("/") + page.url
        tags.append(f'<link rel="canonical" href="{escape(address)}">')
    title = (page.title or "").removesuffix(innstillinger.navn).rstrip(" –-") or innstillinger.navn
    description = page.head_meta("name", "description")
    wanted = {
        "og:type": "website" if page.path == "index.html" else "article",
        "og:site_name": innstillinger.navn,
        "og:locale": "nb_NO",
        "og:url": address,
        "og:title": title,
        "og:description": description,
    }
    tags += [
        f'<meta property="{name}" content="{escape(value)}">'
        for name, value in wanted.items()
        if value and page.head_meta("property", name) is None
    ]
    if page.head_meta("name", "twitter:card") is None:
        tags.append('<meta name="twitter:card" content="summary">')
    return tags
