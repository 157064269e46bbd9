"""The only place that opens files under data/: YAML → raw data with lines (read_data) → typed objects (load_base).

The base also knows the front matter of the pages (pages.py), which records are joined with.

`load_base` keeps the last base and reads again only when a file has changed: some engines ask once for every page.
"""

from __future__ import annotations

import importlib.metadata
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.loading.build import build_base, build_settings
from macros.loading.navnehasher import add_name_hashes
from macros.loading.pages import read_heads
from macros.loading.pakker import FILES as PACKAGE_FILES
from macros.loading.pakker import NPM_LOCK, read_build_packages
from macros.loading.raw import KODER, Raadata, Raafil, read_data
from macros.loading.schemas import Skjema, Skjemaer, properties, read_schemas, resolve, schema_files
from macros.loading.sti import Sti, field_name
from macros.loading.tilstand import read_measurements
from macros.loading.versjoner import CHANGELOG, read_versions
from macros.loading.yamlfile import Yamlfil, forget, parse_yaml
from macros.model import Kunnskapsbase
from macros.model.programvare import Bibliotek, Byggepakke

__all__ = [
    "CHANGELOG",
    "KODER",
    "Raadata",
    "Raafil",
    "Skjema",
    "Skjemaer",
    "Sti",
    "Yamlfil",
    "add_name_hashes",
    "build_base",
    "build_settings",
    "field_name",
    "forget",
    "load_base",
    "parse_yaml",
    "properties",
    "read_data",
    "read_schemas",
    "resolve",
    "schema_files",
]

_BUNDLED = "docs/assets/bygd/biblioteker.json"
_OUTLINE = "docs/assets/bygd/norge.json"
_IN_SITE = ("mkdocs-material",)  # the Python packages that leave files of theirs in the site

_last: _Sist | None = None


def load_base(rot: Path) -> Kunnskapsbase:
    """The typed base of the project at `rot`. Raises where data/ is not valid: validate first."""
    global _last
    mark = (rot, _fingerprint(rot), os.environ.get("KB_NETTADRESSE"), os.environ.get("GITHUB_REPOSITORY"))
    if _last is None or _last.merke != mark:
        raw, others = (
            read_data(rot),
            (
                _libraries(rot),
                read_heads(rot),
                _outline(rot),
                read_versions(rot),
                read_measurements(rot),
                _only_building(rot),
                *mark[2:],
            ),
        )
        parsed = tuple(fil.yaml for fil in raw.filer)
        if _last and _last.andre == others and _same(_last.filer, parsed):  # only the text of pages has changed
            _last = _Sist(mark, parsed, others, _last.base)
        else:
            base = build_base(
                raw,
                others[0],
                sider=others[1],
                omriss=others[2],
                versjoner=others[3],
                maalinger=others[4],
                byggepakker=others[5],
            )
            _last = _Sist(mark, parsed, others, base)
    return _last.base


@dataclass(frozen=True, slots=True)
class _Sist:
    """The last base, the state of the folder it was read from, and all that it was made of."""

    merke: tuple[Any, ...]
    filer: tuple[Yamlfil, ...]
    andre: tuple[Any, ...]
    base: Kunnskapsbase


def _same(before: tuple[Yamlfil, ...], now: tuple[Yamlfil, ...]) -> bool:
    """Whether the files are the very same. A file that has not changed is parsed once."""
    return len(before) == len(now) and all(a is b for a, b in zip(before, now, strict=True))


def _fingerprint(rot: Path) -> tuple[tuple[str, int, int], ...]:
    paths = [
        *(rot / "data").rglob("*.yml"),
        *(rot / "data" / "tilstand").glob("*.json"),
        *(rot / "docs").rglob("*.md"),
        rot / _BUNDLED,
        rot / _OUTLINE,
        rot / CHANGELOG,
        *(rot / name for name in PACKAGE_FILES),
    ]
    return tuple(sorted((str(p), s.st_mtime_ns, s.st_size) for p in paths if p.is_file() and (s := p.stat())))


def _outline(rot: Path) -> tuple[tuple[tuple[float, float], ...], ...]:
    """The outline of Norway that frontend/ makes, or nothing where it hasn't been built."""
    path = rot / _OUTLINE
    rings = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []
    return tuple(tuple((lat, lon) for lat, lon in ring) for ring in rings)


def _only_building(rot: Path) -> tuple[Byggepakke, ...]:
    """What builds the site and leaves nothing of itself in it: that stands among the libraries."""
    in_site = {b.navn for b in _libraries(rot)}
    return tuple(p for p in read_build_packages(rot) if p.laas != (NPM_LOCK,) or p.navn not in in_site)


def _libraries(rot: Path) -> tuple[Bibliotek, ...]:
    """What others have written that is part of the site: bundled browser libraries and the theme."""
    bundled = rot / _BUNDLED
    listed = json.loads(bundled.read_text(encoding="utf-8")) if bundled.is_file() else []
    out = [Bibliotek(**entry) for entry in listed]
    for name in _IN_SITE:
        meta = importlib.metadata.metadata(name)
        licence = meta.get("License-Expression") or meta.get("License") or "MIT"
        out.append(Bibliotek(navn=name, versjon=meta["Version"], lisens=licence))
    return tuple(sorted(out, key=lambda b: b.navn))
