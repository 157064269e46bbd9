"""What a screen reader says of buttons, links, fields and places is in bokmål; the theme's own words are English."""

from __future__ import annotations

import re
from collections import defaultdict
from html import unescape
from pathlib import Path

_TAG = re.compile(r"<\w[^<>]*>")
_SAID = re.compile(
    r'\s(?:aria-label|aria-roledescription|aria-valuetext|aria-description|title|alt|placeholder)="([^"]+)"'
)
_ENGLISH_PART = re.compile(r'<article[^>]*\slang="en".*?</article>', re.S)
_ENGLISH = re.compile(
    r"\b(the|and|of|to|with|your|search|close|open|navigation|header|footer|back|top|skip|contents|clear|share|toggle|"
    r"switch|copy|copied|page|next|previous|permanent|permalink|click|home|edit|view|source|result|results|type|mode|"
    r"dark|light|table|show|hide|metadata|language|select|loading|initializing)\b",
    re.IGNORECASE,
)


def test_every_name_that_is_read_aloud_is_in_bokmaal(bygd_nettsted: Path):
    said: dict[str, list[str]] = defaultdict(list)
    for path in sorted(bygd_nettsted.rglob("*.html")):
        tags = "".join(_TAG.findall(_ENGLISH_PART.sub("", path.read_text(encoding="utf-8"))))
        for text in _SAID.findall(tags):
            said[unescape(text)].append(path.relative_to(bygd_nettsted).as_posix())
    assert len(said) > 100
    english = {text: pages[0] for text, pages in said.items() if _ENGLISH.search(text)}
    assert english == {}
