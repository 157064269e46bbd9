"""The fields that hold no text of one's own (ids, codes, times, addresses) refuse the harmful texts, each with a finding."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from macros.loading import Raafil, Sti, read_data
from macros.validation import check_data
from macros.validation.walk import nodes
from tests.felles import make_project
from tests.skadelig import HARMFUL, NOT_TEXT

Sted = tuple[str, ...]

TEXT_ALL_THE_SAME = {
    ("eksempel", "tiltak", "oppgitt", "opphav"),
    ("eksempel", "tiltak", "oppgitt", "tilstand"),
    ("eksempel", "deklarasjon", "okonomi", "sted", "side"),
    ("seminar", "forberedelse", "naar"),
    ("seminar", "evaluering", "svar"),
    ("seminar", "maal"),
}
"""Fields that have the name of such a one and hold text: tests.skadelig puts harmful texts into them, too."""


def fields_without_text(filer: tuple[Raafil, ...]) -> Iterator[tuple[Raafil, Sti, Sted]]:
    """One of each such field of each kind of record, as the base of the tests has it: every field stands in it."""
    seen: set[Sted] = set()
    for fil in filer:
        for way, value in nodes(fil.yaml.data):
            names = tuple(part for part in way if isinstance(part, str))
            place = (fil.slag.navn, *names)
            if isinstance(value, str) and names and names[-1] in NOT_TEXT and place not in seen:
                seen.add(place)
                yield fil, way, place


def with_text(fil: Raafil, way: Sti, text: str) -> Raafil:
    data: Any = copy.deepcopy(fil.yaml.data)
    node = data
    for part in way[:-1]:
        node = node[part]
    node[way[-1]] = text
    return replace(fil, yaml=replace(fil.yaml, data=data))


def test_a_field_that_holds_no_text_refuses_every_harmful_one(tmp_path: Path) -> None:
    raw = read_data(make_project(tmp_path))
    assert check_data(raw) == ()
    taken: set[Sted] = set()
    count = 0
    for nr, (fil, way, place) in enumerate(fields_without_text(raw.filer)):
        count += 1
        changed = with_text(fil, way, HARMFUL[nr % len(HARMFUL)])
        found = check_data(replace(raw, filer=tuple(changed if one is fil else one for one in raw.filer)))
        if not any(f.fil == fil.yaml.fil for f in found):
            taken.add(place)
    assert count > 100
    assert taken == TEXT_ALL_THE_SAME
