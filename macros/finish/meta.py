"""What search engines and those who share a link read. Addresses only where the site has one of its own."""

from __future__ import annotations

from collections.abc import Container
from html import escape

from macros.finish.page import Edit, Page
from macros.model.innstillinger import Innstillinger

CARD_SIZE = (1200, 630)
"""Width and height of the picture that is shown where a page is shared."""


def card_path(path: str) -> str:
    """Where in the site the picture of a page lies: «lov/klage/index.html» → «assets/deling/lov-klage.png»."""
    stem = path.removesuffix(".html").removesuffix("index").strip("/")
    return f"assets/deling/{stem.replace('/', '-') or 'forside'}.png"


def meta_edits(
    page: Page, innstillinger: Innstillinger, files: Container[str] = (), data_block: str | None = None
) -> list[Edit]:
    """The edit that puts a canonical address and a card (Open Graph, Twitter) last in <head>.

    What the page already has is left alone. Without nettadresse nothing is added: every one of these needs the whole
    address, and a wrong one is worse than none. The 404 page has no address of its own and is kept out of indexes.
    files: the files of the site; a page whose picture (card_path) is among them shows it.
    data_block: JSON-LD (schema.org) without «<»; it is data, which no policy asks about, and stands with or without address.
    """
    if page.head_end is None:
        return []
    tags = [f'<script type="application/ld+json">{data_block}</script>'] if data_block else []
    if innstillinger.nettadresse is not None:
        tags += [_ROBOTS] if page.is_404 else _card(page, innstillinger, innstillinger.nettadresse, files)
    return [Edit(page.head_end, page.head_end, "".join(f"  {tag}\n  " for tag in tags))] if tags else []


_ROBOTS = '<meta name="robots" content="noindex">'


def _card(page: Page, innstillinger: Innstillinger, nettadresse: str, files: Container[str]) -> list[str]:
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
    picture = card_path(page.path)
    if picture in files:
        wanted |= {
            "og:image": f"{nettadresse.rstrip('/')}/{picture}",
            "og:image:width": str(CARD_SIZE[0]),
            "og:image:height": str(CARD_SIZE[1]),
            "og:image:alt": f"{innstillinger.navn}: {title}",
        }
    tags += [
        f'<meta property="{name}" content="{escape(value)}">'
        for name, value in wanted.items()
        if value and page.head_meta("property", name) is None
    ]
    if page.head_meta("name", "twitter:card") is None:
        kind = "summary_large_image" if picture in files else "summary"
        tags.append(f'<meta name="twitter:card" content="{kind}">')
    return tags
