"""What is read as one is not parted by the end of a line: a number and its unit, § and its number."""

from __future__ import annotations

import re

from macros.finish.page import Edit

_UNITS = (
    "kroner|kr|prosent|millioner|milliarder|mill|mrd|innbyggere|personer|husstander|kommuner|boliger|leiligheter"
    "|plasser|stillinger|årsverk|saker|vedtak|strategier|tiltak|år|måneder|uker|dager|timer|minutter|kvadratmeter"
)
# The space first: it is looked for much faster than what is in front of it.
_SPACE = re.compile(rf" (?:(?<=\d )(?=(?:{_UNITS})\b)|(?<=§ )(?=\d))")
# What is not prose.
_PASSED = re.compile(r"<(head|script|style|pre|code|textarea|svg|option)\b.*?</\1>|<!--.*?-->", re.DOTALL)
_NO_BREAK = "\u00a0"


def unbroken(text: str) -> list[Edit]:
    """The edits that put a space without a break between a number and its unit in the prose of a page.

    text: the HTML of the page.
    """
    passed = [found.span() for found in _PASSED.finditer(text)]
    edits = []
    for found in _SPACE.finditer(text):
        at = found.start()
        while passed and passed[0][1] <= at:
            del passed[0]
        if not (passed and passed[0][0] < at) and text.rfind("<", 0, at) <= text.rfind(">", 0, at):  # nor inside a tag
            edits.append(Edit(*found.span(), _NO_BREAK))
    return edits
