"""Which pages of the built site stand for the others."""

from __future__ import annotations

import re
from pathlib import Path

_SCRIPT = re.compile(r"""<script[^>]* src="[^"]*?([\w-]+)\.js""")


def one_of_each_kind(site: Path) -> list[str]:
    """The addresses of pages that together have every room of the site and every set of scripts: few, and none forgotten.

    Read from the built site, so that a new room or tool is among them by itself.
    """
    found: dict[tuple[str, ...], str] = {}
    for file in sorted(site.rglob("index.html")):
        path = file.relative_to(site).as_posix()
        scripts = set(_SCRIPT.findall(file.read_text(encoding="utf-8")))
        address = f"/{path.removesuffix('index.html')}"
        found.setdefault(("skript", *sorted(scripts)), address)
        found.setdefault(("rom", path.split("/")[0]), address)
    return sorted(set(found.values()))
