"""A row that is written in a table of a template has one text for each column."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding, mappings, records

KODE = "MAL-001"
REGEL = "En rad i en mal har ikke like mange ruter som tabellen har kolonner."
RAAD = 'Skriv én tekst for hver kolonne. En tom rute er "".'
LOKAL = True


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each row that is too short or too long."""
    for fil, sti, post in records(raw, "mal"):
        for where, node in mappings(post, sti):
            columns, rows = node.get("kolonner"), node.get("rader")
            if not isinstance(columns, list) or not isinstance(rows, list):
                continue
            for i, row in enumerate(rows):
                if isinstance(row, list) and len(row) != len(columns):
                    melding = f"Raden har {len(row)} ruter, men tabellen har {len(columns)} kolonner."
                    yield finding(fil, (*where, "rader", i), KODE, melding, RAAD)
