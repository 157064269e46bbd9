"""The base to take along: the whole site as one zip, the guides as one PDF, and each seminar as one file and one PDF.

Made of the finished site alone (`make_packs`). Where they are put out, `link_packs` writes the links into the page that
has the place for them; nowhere else leads to them, so that nothing is broken where they are not made.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from macros.model import Kunnskapsbase
from macros.model.felles import MANEDER
from macros.model.side import Sidehode
from macros.pakk.bok import Kapittel, make_book
from macros.pakk.zip import make_zip

__all__ = ["PLACE", "Pakke", "Skriver", "link_packs", "make_packs"]

Skriver = Callable[[Path, Path, str], None]
"""Prints an HTML file to a PDF file, with this text in the foot of every page."""

PLACE = re.compile(r'(<div class="kb-pakker"[^>]*>).*?(</div>)', re.S)
"""Where the links go (rendering/maler/pakker.html.j2)."""

_ROOMS = ("begreper", "lov", "malgrupper", "metoder", "virkemidler")
_NOT_IN_BOOK = ("begreper/ordliste.md", "begreper/tre-sprak.md")
_SHOW = "assets/bygd/enfil.js"  # the slides as a show (frontend/lysbilder/enfil.ts)
_SHOW_STYLE = ("assets/css/lysbilder.css",)
_PARTS = ("", "-kursholder", "-lysbilder", "-kort", "-ark", "-svar")


@dataclass(frozen=True, slots=True)
class Pakke:
    """One file to take along: where it lies, and what it is."""

    fil: Path
    tittel: str


def make_packs(site: Path, ut: Path, base: Kunnskapsbase, byggedato: str, skriv: Skriver | None) -> list[Pakke]:
    """Write every pack of the finished site in `site` into the folder `ut`; without `skriv`, no PDF. Raises OSError."""
    ut.mkdir(parents=True, exist_ok=True)
    navn, versjon = base.innstillinger.navn, base.versjoner[0].nummer if base.versjoner else ""
    said = f"{navn}, utgave {versjon}, {_day(byggedato)}" if versjon else f"{navn}, {_day(byggedato)}"
    packs = [
        Pakke(make_zip(site, ut / "kunnskapsbasen.zip", navn, said, byggedato), "Hele basen, til bruk uten nett (zip)")
    ]
    if skriv:
        chapters = [_chapter(s) for room in _ROOMS for s in _pages_of(base, room)]
        packs += _printed(site, ut, "veiledere", f"{navn}: veiledere", said, chapters, skriv)
    for kit in sorted(_kits(base), key=lambda s: s.tittel):
        stem = kit.kilde.removesuffix(".md")
        pages = {s.kilde: s for s in base.sider}
        chapters = [_chapter(pages[f"{stem}{p}.md"]) for p in _PARTS if f"{stem}{p}.md" in pages]
        file = ut / f"seminar-{Path(stem).name}.html"
        one = make_book(site, kit.tittel, said, chapters, _SHOW, _SHOW_STYLE)
        file.write_text(one, encoding="utf-8", newline="\n")
        packs.append(Pakke(file, f"Seminar: {kit.tittel} (én fil)"))
        if skriv:
            packs += _printed(site, ut, file.stem, kit.tittel, said, chapters, skriv)
    return packs


def _day(date: str) -> str:
    """«2026-11-22» → «22. november 2026»."""
    year, month, day = date.split("-")
    return f"{int(day)}. {MANEDER[int(month) - 1]} {year}"


def _pages_of(base: Kunnskapsbase, room: str) -> list[Sidehode]:
    """The pages of a room, its index first, in the order of the menu."""
    pages = [s for s in base.sider if s.kilde.startswith(f"{room}/") and s.kilde not in _NOT_IN_BOOK]
    return sorted(pages, key=lambda s: (s.kilde != f"{room}/index.md", s.rekkefolge, s.tittel))


def _kits(base: Kunnskapsbase) -> Iterable[Sidehode]:
    """The front page of every seminar: one that has a page of slides."""
    known = {s.kilde for s in base.sider}
    return (
        s for s in base.sider if s.kilde.startswith("seminar/") and s.kilde.replace(".md", "-lysbilder.md") in known
    )


def _chapter(side: Sidehode) -> Kapittel:
    return Kapittel(side.tittel, side.adresse.removeprefix("/") + "index.html")


def _printed(
    site: Path, ut: Path, name: str, title: str, said: str, chapters: list[Kapittel], skriv: Skriver
) -> list[Pakke]:
    html = ut / f".{name}.html"
    html.write_text(make_book(site, title, said, chapters), encoding="utf-8", newline="\n")
    try:
        skriv(html, ut / f"{name}.pdf", said)
    finally:
        html.unlink()
    return [Pakke(ut / f"{name}.pdf", f"{title} (PDF)")]


def link_packs(page: Path, packs: Iterable[Pakke]) -> None:
    """Write the links to the packs into the finished page at `page`. Raises ValueError where it has no place for them."""
    text = page.read_text(encoding="utf-8")
    items = "".join(
        f'<li><a href="{escape(p.fil.name)}" download>{escape(p.tittel)}</a>, {_size(p.fil)}</li>' for p in packs
    )
    links = items.replace('href="', 'href="../../last-ned/')
    new, found = PLACE.subn(lambda m: f"{m[1]}<ul>{links}</ul>{m[2]}", text)
    if found != 1:
        raise ValueError(f"{page}: the place for the links stands {found} times")
    page.write_text(new, encoding="utf-8", newline="\n")


def _size(file: Path) -> str:
    return f"{file.stat().st_size / 1_000_000:.1f}".replace(".", ",") + "\u00a0MB"
