"""A field to fill in is written «[FYLL UT: hva]», so that it is marked in every file and can be searched for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding, nodes, records

KODE = "MAL-002"
REGEL = "Et felt å fylle ut i en mal er skrevet feil."
RAAD = "Skriv [FYLL UT: hva som skal stå her], med kolon, tekst og klammer på begge sider."
LOKAL = True

_RIGHT = re.compile(r"\[FYLL UT: [^\[\]]*[^\[\]\s][^\[\]]*\]")
_NEARLY = re.compile(r"fyll\s+ut\s*:|\[\s*fyll|[\[\]]", re.IGNORECASE)


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each text of a template with something that is nearly a field."""
    for fil, sti, post in records(raw, "mal"):
        for where, text in nodes(post, sti):
            if isinstance(text, str) and (match := _NEARLY.search(_RIGHT.sub("", text))):
                yield finding(
                    fil, where, KODE, f"«{match.group()}» ser ut som et felt, men er ikke skrevet som et.", RAAD
                )
