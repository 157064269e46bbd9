"""A page that is watched for what hostile text may do to it (vakt.js), and the texts."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page

from tests.harness.side import Side
from tests.skadelig import ADDRESSES, CONTROL, HARMFUL, UNSEEN

VAKT = Path(__file__).with_name("vakt.js").read_text(encoding="utf-8")
TEXTS = [*HARMFUL, *ADDRESSES, *UNSEEN, *CONTROL]


def hostile(row: int) -> str:
    return TEXTS[row % len(TEXTS)]


def letters(row: int) -> str:
    """The same text with letters for all signs; spaces, line ends, and the dash that makes a point stand."""
    return re.sub(r"[^\s-]", "a", hostile(row))


def watched(side: Side, sti: str) -> Page:
    side.page.add_init_script(VAKT)
    side.page.on("dialog", lambda dialog: side.vakt.funn.append(f"dialog: {dialog.message}") or dialog.dismiss())
    # A piece of a page that isn't there is asked for in a frame, and is not found.
    side.page.on("request", lambda one: one.frame != side.page.main_frame and side.vakt.venter_404.add(one.url))
    return side.ga(sti)


def nothing_has_happened(page: Page, usual: set[str] | None = None) -> None:
    """No script has run, and no object has got what it should not have.

    usual: the kinds of elements that are there with letters for signs; no other kind may be.
    """
    seen = page.evaluate("vakt.sett()")
    assert (seen["rammet"], seen["arvet"]) == ([], None), page.url[:300]
    if usual is not None:
        new = sorted(set(seen["slag"]) - usual)
        assert new == [], f"slike elementer er der ikke med bokstaver for tegn, på {page.url[:300]}"
