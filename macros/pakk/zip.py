"""The whole site as one zip with a start file: what a managed laptop without rights to install anything can open."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

from jinja2 import Environment, PackageLoader

START = "START.html"
INNE = "nettsted"
LENGSTE_STI = 180
"""The longest path in the zip: Windows stops at 260 signs, and the folder it is unpacked in takes its part."""

_NOT_NEEDED = ("assets/deling/",)  # pictures for those who share a link
_STORED = frozenset({".png", ".woff2", ".xlsx", ".zip"})


def make_zip(site: Path, fil: Path, navn: str, utgave: str, byggedato: str) -> Path:
    """Write the site in the folder `site` to the zip `fil`, with START.html beside it; returns `fil`.

    The same bytes for the same site and day, as far as zlib is the same. Raises ValueError for a path that is too long.
    """
    template = Environment(loader=PackageLoader("macros.pakk", "maler"), autoescape=True).get_template("start.html.j2")
    day = date.fromisoformat(byggedato)
    with zipfile.ZipFile(fil, "w") as out:
        _write(out, START, template.render(navn=navn, utgave=utgave, inne=INNE).encode(), day)
        for path in sorted(p for p in site.rglob("*") if p.is_file()):
            inner = path.relative_to(site).as_posix()
            if inner.startswith(_NOT_NEEDED):
                continue
            if len(inner) > LENGSTE_STI:
                raise ValueError(f"stien er for lang for Windows: {inner}")
            _write(out, f"{INNE}/{inner}", path.read_bytes(), day)
    return fil


def _write(out: zipfile.ZipFile, name: str, content: bytes, day: date) -> None:
    entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_STORED if Path(name).suffix in _STORED else zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    entry.create_system = 3
    out.writestr(entry, content, compresslevel=9)
