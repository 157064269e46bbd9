"""A source has one record: two with the same ISBN, or the same type, title and address, are the same source.

A web page about a report may have the title of the report; it is another type.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.rules.fyl_001_gjenstar import MERKE
from macros.validation.walk import finding, records

KODE = "KIL-004"
REGEL = "Samme kilde står i to filer."
RAAD = "Slå de to filene sammen, og bruk den ene id-en overalt. Er det to ulike kilder, så rett det som er likt."


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each source that shares its mark with one before it."""
    first: dict[tuple[str, ...], str] = {}
    for fil, sti, post in records(raw, "kilde"):
        for field, mark in _marks(post):
            if mark in first:
                same = "ISBN" if field == "isbn" else "tittel og adresse"
                melding = f"Kilden har samme {same} som {first[mark]}."
                tips = "Er det samme kilde, så slett den ene fila og bruk id-en til den andre."
                yield finding(fil, (*sti, field), KODE, melding, tips)
            first.setdefault(mark, fil.yaml.fil)


def _marks(post: dict[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    isbn, url, title, kind = (post.get(field) for field in ("isbn", "url", "tittel", "kildetype"))
    if isinstance(isbn, str) and isbn.strip():
        yield "isbn", (isbn.replace("-", ""),)
    if (
        isinstance(url, str) and isinstance(title, str) and MERKE not in (url, title)
    ):  # two that are still empty are not one
        yield "url", (url.rstrip("/"), title.casefold(), str(kind))
