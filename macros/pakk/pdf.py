"""HTML to PDF with a Chromium-family browser: tagged, with bookmarks, page numbers, and the version in the foot.

Playwright and the browser come with the tools for the tests; kb.py sets them up and says which browser (KB_NETTLESER).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from macros.pakk import Skriver

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_FOOT = (
    '<div style="font: 8px sans-serif; width: 100%; margin: 0 16mm; display: flex; justify-content: space-between">'
    '<span>{said}</span><span><span class="pageNumber"></span> av <span class="totalPages"></span></span></div>'
)
_PATIENCE = 600_000  # milliseconds: a book of hundreds of pages on a loaded machine


@contextmanager
def printer() -> Iterator[Skriver]:
    """A function that prints one file after another in the same browser, with no way out to the net."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        flags = ["--disable-gpu", "--disable-quic", "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND"]
        flags += ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=os.environ.get("KB_NETTLESER"), args=flags)
        yield printer_in(browser)
        browser.close()


def printer_in(browser: Browser) -> Skriver:
    """The same in a browser that has been started already."""

    def write(html: Path, pdf: Path, said: str) -> None:
        page = browser.new_context(java_script_enabled=False, offline=True).new_page()
        page.set_default_timeout(_PATIENCE)
        page.goto(html.resolve().as_uri(), timeout=_PATIENCE)
        page.pdf(
            path=pdf,
            format="A4",
            tagged=True,
            outline=True,
            prefer_css_page_size=True,
            display_header_footer=True,
            header_template="<span></span>",
            footer_template=_FOOT.format(said=escape(said)),
            margin={"top": "18mm", "bottom": "20mm", "left": "16mm", "right": "16mm"},
        )
        page.context.close()

    return write
