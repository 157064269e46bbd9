"""What a build was made of: so that the next one can tell which pages show what has been saved since."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.build.nav import make_nav
from macros.build.page import Side
from macros.loading import Raadata
from macros.loading.kinds import ALLE, SLAG
from macros.model import Kunnskapsbase

Post = tuple[str, str]
"""A record by its kind and its key: («eksempel», «lorenskog»)."""

_QUOTED = re.compile(r"""["']([\w-]+)["']""")


@dataclass(frozen=True, slots=True)
class Innhold:
    """What the project held when it was read.

    rammen: a mark of all that may stand on any page. sider: the pages as written, by path in docs/. poster: the records as
    they were read.
    """

    rammen: str
    sider: Mapping[str, Side]
    poster: Mapping[Post, Any]

    def changed_since(self, before: Innhold) -> frozenset[str]:
        """The pages written otherwise, and those that name a record which has changed; where none does, those that name a
        record that itself names it. What comes of it elsewhere (lists, tables) is left to a whole build.
        """
        written = {kilde for kilde, side in self.sider.items() if before.sider.get(kilde) != side}
        changed = frozenset(key for (slag, key), post in self.poster.items() if before.poster.get((slag, key)) != post)
        return frozenset(written) | (self._naming(changed) or self._naming(self._neighbours(changed)))

    def _naming(self, ids: frozenset[str]) -> frozenset[str]:
        return frozenset(kilde for kilde, side in self.sider.items() if _names(side, ids))

    def _neighbours(self, ids: frozenset[str]) -> frozenset[str]:
        return frozenset(key for (_, key), post in self.poster.items() if _mentions(post, ids))


def innhold_of(rot: Path, raw: Raadata, sider: Iterable[Side], base: Kunnskapsbase) -> Innhold:
    """What the project at `rot` is made of now. The records have been found right."""
    pages = {side.kilde: side for side in sider}
    records = {(slag.navn, post[slag.nokkel]): post for slag in SLAG for _, _, post in raw.av_slag(slag.navn)}
    frame = [
        json.dumps(make_nav(pages.values()), ensure_ascii=False),
        *(repr(x) for x in (base.innstillinger, base.biblioteker, base.versjoner, base.maalinger, raw.skjema)),
        *(repr(x) for x in (*base.begreper.values(), *((k.id, k.tittel, k.adresse) for k in base.lovkrav.values()))),
        *(repr((s.id, s.tittel, s.sider, s.krav)) for s in base.seminar.values()),
        *(f"{fil.yaml.fil} {fil.yaml.data}" for slag in ALLE if slag not in SLAG and (fil := raw.fil(slag.navn))),
        *(f"{p} {s.st_mtime_ns} {s.st_size}" for p in _files(rot) if (s := p.stat())),
        *pages,
        *(f"{slag} {key}" for slag, key in records),
    ]
    return Innhold(_mark(frame), pages, records)


def _names(side: Side, ids: frozenset[str]) -> bool:
    """Whether the page has one of these ids in its front matter, or in quotation marks, as macros are given them."""
    return bool(ids) and (
        not ids.isdisjoint(_QUOTED.findall(side.tekst)) or (side.hode is not None and _mentions(side.hode.data, ids))
    )


def _mentions(data: Any, ids: frozenset[str]) -> bool:
    """Whether one of the ids stands as a value somewhere in the data."""
    if isinstance(data, dict):
        return any(_mentions(value, ids) for value in data.values())
    if isinstance(data, list):
        return any(_mentions(value, ids) for value in data)
    return isinstance(data, str) and data in ids


def _files(rot: Path) -> list[Path]:
    """What is on every page, or beside the pages: templates, styles, pictures, the configuration."""
    docs = rot / "docs"
    return [rot / "mkdocs.yml", *sorted(p for p in docs.rglob("*") if p.is_file() and _is_frame(p, docs))]


def _is_frame(path: Path, docs: Path) -> bool:
    return path.suffix != ".md" or path.relative_to(docs).parts[0] == "overrides"


def _mark(texts: Iterable[str]) -> str:
    whole = hashlib.sha256()
    for text in texts:
        whole.update(f"{len(text)} {text}".encode(errors="surrogatepass"))
    return whole.hexdigest()
