"""What is read as one is not parted by the end of a line: a number and its unit, § and its number."""

from __future__ import annotations

import re

from macros.finish.page import Edit

_UNITS = (
    "kroner|kr|prosent|millioner|milliarder|mill|mrd|innbyggere|personer|husstander|kommuner|boliger|leiligheter"
    "|plasser|stillinger|årsverk|saker|vedtak|strategier|tiltak|år|måneder|uker|dager|timer|minutter|kvadratmeter"
)
# What is not prose is passed over whole; then tags; what the last branch finds is text that a reader meets.
_SPACE = re.compile(
    r"<(?P<passed>head|script|style|pre|code|textarea|svg|option)\b.*?</(?P=passed)>"
    r"""|<!--.*?-->|</?[a-zA-Z](?:"[^"]*"|'[^']*'|[^'">])*>"""
    rf"|(?P<space>(?<=\d) (?=(?:{_UNITS})\b)|(?<=§) (?=\d))",
    re.DOTALL,
)
_NO_BREAK = "\u00a0"


def unbroken(text: str) -> list[Edit]:
    """The edits that put a space without a break between a number and its unit in the prose of a page.

    text: the HTML of the page.
    """
    return [Edit(*found.span("space"), _NO_BREAK) for found in _SPACE.finditer(text) if found["space"]]
