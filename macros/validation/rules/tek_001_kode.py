"""Text is text: no HTML, no script addresses, no template code. Pages are made from it, and files of many kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding, texts

KODE = "TEK-001"
REGEL = "En tekst har HTML, en skriptadresse eller malkode i seg."

_KINDS = (
    (
        "HTML",
        re.compile(r"<[A-Za-z/!?][^>]{0,40}>?"),
        "Skriv bare teksten. Skal tegnet < stå der, så sett et mellomrom etter det.",
    ),
    (
        "en skriptadresse",
        re.compile(r"(?:java|vb)script\s*:|data\s*:\s*(?:text/html|image/svg)", re.IGNORECASE),
        "Bruk en vanlig adresse som begynner med https://, eller ta bort kolonet.",
    ),
    ("malkode", re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}"), "Skriv bare teksten. I poster virker ikke malkode."),
)


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each text with code in it, one for each kind of code."""
    for fil, sti, text in texts(raw):
        for name, pattern, tips in _KINDS:
            if match := pattern.search(text):
                melding = f"Teksten har {name} i seg: «{match.group()}». Her skal det stå vanlig tekst."
                yield finding(fil, sti, KODE, melding, tips)
