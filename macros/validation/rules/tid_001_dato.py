"""A date is a day that the calendar has. The schema knows the form (2011-02-30 has it); this knows the months."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from typing import Any

from macros.loading import Raadata
from macros.model import Funn
from macros.model.felles import MANEDER
from macros.validation.walk import finding, values_of

KODE = "TID-001"
REGEL = "En dato finnes ikke i kalenderen."
RAAD = "Se etter i kilden hvilken dag det er."
LOKAL = True

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DAY_OF_YEAR = re.compile(r"([0-9]{2})-([0-9]{2})")
_LEAP_YEAR = "2000"


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each date with a day that its month doesn't have."""
    for fil, sti, value in values_of(raw, "dato", "tidspunkt", "tid"):
        if isinstance(value, str) and (match := _DATE.fullmatch(value)) and (why := _no_such_day(*match.groups())):
            yield finding(fil, sti, KODE, f"Datoen {value} finnes ikke. {why}", "Se etter i kilden hvilken dag det er.")
        day = _DAY_OF_YEAR.fullmatch(_every_year(value))
        if day and (why := _no_such_day(_LEAP_YEAR, *day.groups())):
            yield finding(
                fil,
                (*sti, "hver_dato"),
                KODE,
                f"Datoen {day.group()} finnes ikke. {why}",
                'Skriv måned og dag, for eksempel "12-31".',
            )


def _every_year(tid: Any) -> str:
    """The `hver_dato` of a Tid, or «»."""
    text = tid.get("hver_dato") if isinstance(tid, dict) else None
    return text if isinstance(text, str) else ""


def _no_such_day(year: str, month: str, day: str) -> str:
    """Why the day isn't one, or «» where it is, or where the schema has already said that the month is none."""
    if not 1 <= int(month) <= 12 or int(year) < 1 or int(day) < 1:
        return ""
    last = calendar.monthrange(int(year), int(month))[1]
    in_year = "" if year == _LEAP_YEAR else f" {year}"
    return f"{MANEDER[int(month) - 1].capitalize()}{in_year} har {last} dager." if last < int(day) <= 31 else ""
