"""The fixed answers of a column fit into a list of Excel: no commas or quotes, and at most 255 characters together."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding, mappings, records

KODE = "MAL-003"
REGEL = "Svarene i en kolonne kan ikke bli en liste i Excel."
RAAD = "Bruk korte svar uten komma og anførselstegn."
LOKAL = True

_MOST = 255


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each answer with a comma or a quote, and for each list that is too long."""
    for fil, sti, post in records(raw, "mal"):
        for where, node in mappings(post, sti):
            answers = node.get("valg")
            if not isinstance(answers, list):
                continue
            texts = [a for a in answers if isinstance(a, str)]
            for i, answer in enumerate(answers):
                if isinstance(answer, str) and any(sign in answer for sign in ',"'):
                    melding = f"Svaret «{answer}» har komma eller anførselstegn."
                    yield finding(fil, (*where, "valg", i), KODE, melding, RAAD)
            if len(",".join(texts)) > _MOST:
                yield finding(fil, (*where, "valg"), KODE, f"Svarene er til sammen lengre enn {_MOST} tegn.", RAAD)
