"""Where FYLL UT stands, something is still to be written; the scaffold puts it there. Nothing else is said about the field.

In a template (mal) «[FYLL UT: …]» is meant for those who use it, and is no reminder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from macros.loading import Raadata, Skjema, Skjemaer, Sti, properties, resolve
from macros.model import Funn
from macros.validation.walk import Feil, by_key, code_list, finding, texts

KODE = "FYL-001"
REGEL = "Her gjenstår det å fylle ut noe."
RAAD = "Skriv det som skal stå der. Gjelder det en hel del dere ikke har noe om, så slett delen."

MERKE = "FYLL UT"
"""What stands where a contributor is to write. The same text in data and pages."""

_FIELD = re.compile(rf"\[{MERKE}: [^\[\]]+\]")
_MOST_CODES = 20


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each text that still has the mark, with what the schema says of the field."""
    for fil, sti, text in texts(raw):
        if MERKE in (_FIELD.sub("", text) if fil.slag.navn == "mal" else text):
            hva = _explained(raw, _schemas_at(sti, raw.skjema[fil.slag.skjema], raw.skjema))
            yield finding(fil, sti, KODE, _melding(text), hva)


def faults(text: str) -> Iterator[Feil]:
    """The first mark in a text of a page."""
    if MERKE in text:
        yield text.index(MERKE), _melding(text), "Skriv det som skal stå der, og slett ordene FYLL UT."


def _melding(text: str) -> str:
    hint = text.partition(MERKE)[2].strip(" :.…\n").partition("\n")[0][:80]
    return f"Her gjenstår det å fylle ut: {hint}." if hint else "Her gjenstår det å fylle ut."


def _schemas_at(sti: Sti, skjema: Skjema, skjemaer: Skjemaer) -> list[Skjema]:
    """What the schema says of a place, the nearest first: the field's own words, then those it refers to."""
    for step in sti:
        inner = _inner(step, skjema, skjemaer)
        if inner is None:
            return []
        skjema = inner
    found = [skjema]
    while "$ref" in found[-1]:
        found.append(resolve(found[-1]["$ref"], skjemaer))
    return found


def _inner(step: Any, skjema: Skjema, skjemaer: Skjemaer) -> Skjema | None:
    if isinstance(step, str):
        return dict(properties(skjema, skjemaer)).get(step)
    while "items" not in skjema and "$ref" in skjema:
        skjema = resolve(skjema["$ref"], skjemaer)
    items: Skjema | None = skjema.get("items")
    return items


def _explained(raw: Raadata, found: list[Skjema]) -> str:
    """What the field is, and how it is written: codes, form or example."""
    description = next((s["description"] for s in found if "description" in s), "")
    for skjema in found:
        if liste := skjema.get("x-kodeliste"):
            return f"{description} {_codes(raw, liste)}".strip()
        if how := skjema.get("x-melding"):
            return description if how.startswith("Her må det stå tekst") else f"{description} {how}".strip()
        if slag := skjema.get("x-viser-til"):
            return f"{description} {_names(raw, slag)}".strip()
    return description or "Skriv det som skal stå der."


_WHERE = {
    "kilde": "Bruk id-en til kilden, som er filnavnet i data/kilder/.",
    "virkemiddel": "Id-ene står i data/virkemidler.yml.",
    "lovkrav": "Id-ene står i data/lovkrav.yml.",
    "kommune": "Numrene står i data/kommuner.yml.",
}


def _names(raw: Raadata, slag: str) -> str:
    """Where the names are found, or the names themselves where they are few."""
    if slag in ("tema", "malgruppe"):
        return "Velg blant: " + ", ".join(by_key(raw, slag)) + "."
    return _WHERE.get(slag, "")


def _codes(raw: Raadata, liste: str) -> str:
    codes = list(code_list(raw, liste).values())[:_MOST_CODES]
    return "Velg én: " + ", ".join(f"{c.get('kode')} ({c.get('navn')})" for c in codes) + "." if codes else ""
