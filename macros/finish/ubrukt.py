"""The theme's files that nothing on the site asks for: source maps, its own search, word lists of other languages, 2.4 MB.

A file of the theme stays when a page, a style sheet, a script or a manifest of the site points at it, or when a theme
file that stays mentions its name. So nothing has to be known of the theme but the folders it puts its files in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

THEME = ("assets/images/", "assets/javascripts/", "assets/stylesheets/")
"""Where Material, and Zensical after it, put their own files. Ours are in other folders of assets/."""

# «assets/» first, and then what may stand in front of it: the other way round each letter of the site is tried.
_POINTS = re.compile(rb"assets/(?<![\w-]assets/)(?:images|javascripts|stylesheets)/[^\s\"'`()<>?#\\]+")
_READ = (".html", ".css", ".js", ".json", ".webmanifest")
_MENTIONS = (".css", ".js")


def unused(site: Path, paths: Iterable[str]) -> list[str]:
    """The theme's files, of all the files of the site, that nothing points at, in order. Raises OSError."""
    every = list(paths)
    theme = {path for path in every if path.startswith(THEME)}
    pointed = set[str]()
    for path in every:
        if path not in theme and path.endswith(_READ):
            pointed.update(one.decode("utf-8", errors="replace") for one in _POINTS.findall((site / path).read_bytes()))
    kept, new = set[str](), theme & pointed
    while new:
        kept |= new
        said = "\n".join((site / path).read_text("utf-8", errors="replace") for path in new if path.endswith(_MENTIONS))
        new = {path for path in theme - kept if path.rpartition("/")[2] in said}
    return sorted(theme - kept)


def leave_out_unused(site: Path, paths: Iterable[str]) -> None:
    """Remove what `unused` finds, and the folders that are empty then. Raises OSError."""
    for path in unused(site, paths):
        file = site / path
        file.unlink()
        for folder in file.parents:
            if folder == site or any(folder.iterdir()):
                break
            folder.rmdir()
