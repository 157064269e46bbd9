"""A reminder to the writer (TODO, ???, lorem ipsum) isn't published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import Feil, in_texts

KODE = "TEK-005"
REGEL = "En tekst har en påminnelse til den som skriver, eller fylltekst."
RAAD = "Gjør det som gjenstår, og slett påminnelsen. Er noe ikke kjent, så bruk «mangler» med grunnen."
LOKAL = True

_REMINDER = re.compile(
    r"\b(?:TODO|FIXME|XXX+|TBD|TBA)\b|\?\?\?+|\b[Ll]orem ipsum|\[(?:[Ff]yll (?:ut|inn)|[Ss]ett inn|[Ss]jekk\b)[^\]]{0,40}\]"
)
_MAY_BE = re.compile(r"TODO|FIXME|XX|TB|\?\?|ipsum|\[[FfSs]")  # found at once, without looking for where words begin


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each text with a reminder in it, for the first one."""
    yield from in_texts(raw, KODE, faults)


def faults(text: str) -> Iterator[Feil]:
    """The first reminder in a text."""
    if _MAY_BE.search(text) and (match := _REMINDER.search(text)):
        tips = "Gjør det som gjenstår. Er det ikke kjent, så la feltet være borte, eller bruk «mangler»."
        yield match.start(), f"Her står det en påminnelse eller fylltekst: «{match.group()}».", tips
