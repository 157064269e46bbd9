"""What is read as one is not parted by the end of a line: «25 000 kroner», § and its number, «5-12» at its hyphen,
the last word of a claim and the «#» of its link.

A space becomes one without a break. A hyphen stays what it is, since another sign would be in the way of those who search
or copy: the number stands in a <span class="kb-hel"> that the style sheet holds together, and that is no part of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.finish.page import Edit

_UNITS = (
    "kroner|kr|prosent|millioner|milliarder|mill|mrd|innbyggere|personer|husstander|kommuner|boliger|leiligheter"
    "|plasser|stillinger|årsverk|saker|vedtak|strategier|tiltak|år|måneder|uker|dager|timer|minutter|kvadratmeter"
)
# The space first: it is looked for much faster than what is in front of it.
_SPACE = re.compile(rf" (?:(?<=\d )(?=(?:{_UNITS}|\d{{3}})\b)|(?<=§ )(?=\d)|(?=<a class=\"kb-anker\"))")
# Paragraphs of an act with a chapter (§ 5-12), or from one to another (§§ 5–7); in a list of them each by itself.
_PARAGRAPHS = re.compile(
    r"§§?(?: |\u00a0|&nbsp;)\d{1,3}[a-z]?[-–]\d{1,3}[a-z]?\b(?:(?:, | og | eller | til )\d{1,3}[a-z]?(?:[-–]\d{1,3}[a-z]?)?\b)*"
)
_PARTED = re.compile(r"(?:§§?(?: |\u00a0|&nbsp;))?\d{1,3}[a-z]?[-–]\d{1,3}[a-z]?")
# What is not prose.
_NO_PROSE = "head|script|style|pre|code|textarea|svg|option"
_PASSED = re.compile(rf"<({_NO_PROSE})\b.*?</\1>|<!--.*?-->", re.DOTALL)
# Scripts read what stands directly in these.
_NO_SPAN = re.compile(rf"<({_NO_PROSE}|h[1-6]|nav|button|summary|label|caption|title)\b.*?</\1>|<!--.*?-->", re.DOTALL)
_NO_BREAK = "\u00a0"


def unbroken(text: str) -> list[Edit]:
    """The edits that hold together what is read as one in the prose of a page.

    text: the HTML of the page.
    """
    edits = [Edit(*found.span(), _NO_BREAK) for found in _in_prose(text, _SPACE, _PASSED)]
    for listed in _in_prose(text, _PARAGRAPHS, _NO_SPAN):
        for one in _PARTED.finditer(text, *listed.span()):
            edits += (Edit(one.start(), one.start(), '<span class="kb-hel">'), Edit(one.end(), one.end(), "</span>"))
    return edits


def _in_prose(text: str, wanted: re.Pattern[str], not_prose: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """What is found of the pattern outside tags and what is not prose."""
    all_found = list(wanted.finditer(text))
    passed = [found.span() for found in not_prose.finditer(text)] if all_found else []
    for found in all_found:
        at = found.start()
        while passed and passed[0][1] <= at:
            del passed[0]
        if not (passed and passed[0][0] < at) and text.rfind("<", 0, at) <= text.rfind(">", 0, at):  # nor inside a tag
            yield found
