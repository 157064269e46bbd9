"""A whole small project: the invented base, pages that show all of it, the real theme, configuration and macros."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.felles import ROOT, make_project

PAGES = Path(__file__).with_name("sider")


def make_site_project(target: Path) -> Path:
    """A project that can be built, in a new folder below `target`. Returns its root."""
    root = make_project(target)
    shutil.copytree(PAGES, root / "docs")
    shutil.copytree(ROOT / "docs" / "overrides", root / "docs" / "overrides")
    shutil.copytree(ROOT / "docs" / "assets", root / "docs" / "assets", ignore=shutil.ignore_patterns("bygd"))
    # what frontend/ makes; what is in them is no matter here
    for name in ("start.js", "side.js", "eksport.js", "skrift-latin.woff2", "skrift-samisk.woff2"):
        path = root / "docs" / "assets" / "bygd" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("", encoding="utf-8")
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "macros", root / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    return root


def replace(path: Path, old: str, new: str) -> None:
    """Replace what stands once in a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"«{old}» står {text.count(old)} ganger i {path.name}"
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
