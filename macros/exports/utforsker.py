"""What the explorers need beside their first page: the other pages of a split table, its data, and the references.

The data are scripts (rendering/skript.py) that frontend/utforsker/ reads.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from macros.exports.bibtex import bibtex
from macros.exports.ris import ris
from macros.model import Kunnskapsbase
from macros.rendering import skript
from macros.rendering.html import Maler
from macros.rendering.referanse import referanse
from macros.rendering.utforsker import Utforsker
from macros.rendering.utforskere import Utforskere

_H1 = re.compile(r"<h1\b([^>]*)>(.*?)</h1>", re.S)
_TITLE = re.compile(r"<title>(.*?)</title>", re.S)
_ARTICLE = re.compile(r'(<article class="md-content__inner[^>]*>)(.*?)(</article>)', re.S)
_CANONICAL = re.compile(r'[ \t]*<link rel="canonical"[^>]*>\n?')
_CONTENTS = re.compile(r'(<div class="md-sidebar md-sidebar--secondary"(?![^>]*\bhidden)[^>]*?)(>)')
_ANCHOR = re.compile(r'<a class="headerlink".*?</a>', re.S)
_ID = re.compile(r"""\sid=["']?([^\s"'>]+)""")
_IN_PAGE = re.compile(r"""href=["']?#([^\s"'>]+)["']?""")
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Senereside:
    """A later page of a split table, «side 2 av 7». forste: the path of the page the table begins on. sti: its own."""

    forste: str
    sti: str
    tabell: str
    nummer: int
    av: int


@dataclass(frozen=True, slots=True)
class Utforskerfiler:
    """The files by path from the root of the site; the places of later pages: «/kilder/#x» → «/kilder/side-2.html»; and
    those pages, which want the frame of the first one.
    """

    filer: dict[str, bytes]
    flyttet: dict[str, str]
    senere: tuple[Senereside, ...]


def make_explorers(base: Kunnskapsbase, page_of: Callable[[str], str | None]) -> Utforskerfiler:
    """Every file, and where the rows are.

    page_of: for the name of an explorer, the path of the page it stands on («kilder/index.html»), or None.
    """
    utforskere = Utforskere(base, Maler(base))
    files = {f"{skript.FOLDER}/referanser.js": _references(base)}
    moved: dict[str, str] = {}
    later: list[Senereside] = []
    for navn in utforskere.navn:
        u = utforskere.utforsker(navn)
        path = page_of(navn)
        if path is None or len(u.deler()) < 2:
            continue
        folder = path.removesuffix("index.html")
        for number, rows in enumerate(u.deler()[1:], 2):
            page = Senereside(path, f"{folder}side-{number}.html", utforskere.html(u, number), number, len(u.deler()))
            later.append(page)
            ids = (id for row in rows for id in (row.id, *row.ankre) if id)
            moved |= {f"/{folder}#{id}": f"/{page.sti}" for id in ids}
        files[f"{skript.FOLDER}/utforsker-{navn}.js"] = _rows(utforskere, u)
    return Utforskerfiler({path: content.encode() for path, content in files.items()}, moved, tuple(later))


def later_pages(senere: Iterable[Senereside], html_of: Callable[[str], str]) -> dict[str, bytes]:
    """The later pages by path. html_of: the HTML of a built page, by its path."""
    return {page.sti: _page(html_of(page.forste), page).encode() for page in senere}


def _references(base: Kunnskapsbase) -> str:
    """Every source as BibTeX, RIS and text, by its id."""
    kilder = base.kilder.values()
    content = {
        "bib": {k.id: bibtex([k]) for k in kilder},
        "ris": {k.id: ris([k]) for k in kilder},
        "txt": {k.id: f"{referanse(k)}\n" for k in kilder},
    }
    return skript.set_value("kbReferanser", content)


def _rows(utforskere: Utforskere, u: Utforsker) -> str:
    return skript.set_entry("kbUtforskerdata", u.navn, utforskere.rader(u))


def _page(first: str, page: Senereside) -> str:
    """A later page: the frame of the first one around its own part of the table, with a name of its own."""
    heading = _H1.search(first)
    name = html.unescape(_TAG.sub("", _ANCHOR.sub("", heading[2]))).strip() if heading else ""
    title = html.escape(f"{name}, side {page.nummer} av {page.av}")
    back = f'<p>Her fortsetter lista fra <a href="./">{html.escape(name)}</a>.</p>'
    content = f"<h1{heading[1] if heading else ''}>{title}</h1>{back}{page.tabell}"
    text = _ARTICLE.sub(lambda m: m[1] + content + m[3], first, count=1)
    text = _TITLE.sub(lambda m: f"<title>{title} – {m[1].rpartition(' – ')[2]}</title>", text, count=1)
    text = _CONTENTS.sub(r"\1 hidden\2", _CANONICAL.sub("", text), count=1)
    # The frame lists the headings of the first page: they are still there.
    there = set(_ID.findall(text))
    return _IN_PAGE.sub(lambda m: m[0] if m[1] in there else f'href="./#{m[1]}"', text)
