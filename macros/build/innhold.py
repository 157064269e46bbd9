"""What a build was made of, page by page: so that the next one can tell which pages have got another text."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from macros.build.check_pages import Makrokall
from macros.build.koder import every_code
from macros.build.nav import make_nav
from macros.build.page import Side
from macros.build.skrevet import macros_of
from macros.loading import CHANGELOG
from macros.model import Kunnskapsbase
from macros.sok.register import PLACE


@dataclass(frozen=True, slots=True)
class Innhold:
    """`rammen`: a mark of all that may stand on any page. `sider`: a mark of each page's own text, by its path in docs/."""

    rammen: str
    sider: dict[str, str]

    def changed_since(self, before: Innhold) -> frozenset[str]:
        """The pages with another text than before."""
        return frozenset(kilde for kilde, mark in self.sider.items() if before.sider.get(kilde) != mark)


def innhold_of(rot: Path, sider: Iterable[Side], base: Kunnskapsbase) -> Innhold:
    """What the project at `rot` is made of now. The pages and records have been found right."""
    sider = tuple(sider)
    makroer = macros_of(base, every_code())
    pages, registers = {}, list[str]()
    for side in sider:
        calls = Makrokall(side, makroer)
        assert not list(calls.check())
        pages[side.kilde] = _mark([(rot / side.fil).read_text(encoding="utf-8-sig"), *calls.skrevet])
        registers += [pages[side.kilde] for text in calls.skrevet if PLACE in text]  # filled in by a whole build alone
    frame = [
        json.dumps(make_nav(sider), ensure_ascii=False),
        json.dumps(asdict(base.innstillinger), default=str),
        *(repr(x) for x in (*base.begreper.values(), *((k.id, k.tittel, k.adresse) for k in base.lovkrav.values()))),
        *(f"{p} {s.st_mtime_ns} {s.st_size}" for p in _files(rot) if (s := p.stat())),
        *sorted(pages),
        *registers,
    ]
    return Innhold(_mark(frame), pages)


def _files(rot: Path) -> list[Path]:
    """What is on every page, or beside the pages: templates, styles, pictures, the configuration."""
    docs = rot / "docs"
    changes = [p for p in (rot / CHANGELOG,) if p.is_file()]  # the version stands on every page
    return [rot / "mkdocs.yml", *changes, *sorted(p for p in docs.rglob("*") if p.is_file() and _is_frame(p, docs))]


def _is_frame(path: Path, docs: Path) -> bool:
    return path.suffix != ".md" or path.relative_to(docs).parts[0] == "overrides"


def _mark(texts: Iterable[str]) -> str:
    whole = hashlib.sha256()
    for text in texts:
        whole.update(f"{len(text)} {text}".encode(errors="surrogatepass"))
    return whole.hexdigest()
