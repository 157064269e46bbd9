"""Same bytes for the same input.

Two things that MkDocs leaves behind are not: the date of the build on every page in sitemap.xml, and sitemap.xml.gz,
whose bytes hang on the time and on the machine's zlib. Line ends follow the machine that checked the files out.
"""

from __future__ import annotations

import re
from pathlib import Path

_LASTMOD = re.compile(rb"[ \t]*<lastmod>[^<]*</lastmod>\r?\n?")
_TEXT = frozenset({".css", ".js", ".json", ".map", ".svg", ".txt", ".xml"})


def settle(site: Path, files: list[str], *, has_address: bool) -> list[str]:
    """Make the files of the site the same on every machine and day; return the files that are left.

    sitemap.xml loses its dates, which say when the site was built and not when a page was changed. It goes altogether
    when the site has no address, since it is then empty. sitemap.xml.gz always goes: search engines read the plain one.
    HTML is not touched; the pass over the pages does that.
    """
    left = []
    for path in files:
        if path == "sitemap.xml.gz" or (path == "sitemap.xml" and not has_address):
            (site / path).unlink()
            continue
        left.append(path)
        if Path(path).suffix in _TEXT:
            before = (site / path).read_bytes()
            after = before.replace(b"\r\n", b"\n")
            if path == "sitemap.xml":
                after = _LASTMOD.sub(b"", after)
            if after != before:
                (site / path).write_bytes(after)
    return left
