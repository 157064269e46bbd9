"""The questions for the form on the site, as a script: the same schema as the issue forms and the reader."""

from __future__ import annotations

from typing import Any

from macros.loading import Raadata, Skjema
from macros.model import Innstillinger
from macros.rendering import skript
from macros.scaffold.innsendt import SLAG, UKJENT, fields, names_of
from macros.validation.walk import by_key

SKRIPT = f"{skript.FOLDER}/bidragsskjema.js"

_LONG = 120


def make_form(raw: Raadata, sted: Innstillinger) -> dict[str, bytes]:
    """The file of the form. sted: repository and mailbox; what isn't set is left out, and so are its buttons."""
    data = {
        "skjemaer": [_form(slag, raw) for slag in SLAG],
        "kommuner": {number: post["navn"] for number, post in by_key(raw, "kommune").items()},
        "eksempler": {id: post["tittel"] for id, post in sorted(by_key(raw, "eksempel").items())},
        "steder": {post["tittel"]: _places(post) for _, post in sorted(by_key(raw, "eksempel").items())},
        "navn": {id: post["navn"] for slag in ("tema", "malgruppe") for id, post in by_key(raw, slag).items()},
        "kodelager": sted.kodelager,
        "postkasse": sted.postkasse,
    }
    return {SKRIPT: skript.set_value("kbBidrag", data).encode()}


def _places(post: dict[str, Any]) -> list[str]:
    """The numbers of the municipalities of an example: the form shows those of the chosen municipality first."""
    return [str(k["nummer"]) for k in post.get("kommuner", ()) if "nummer" in k]


def _form(slag: str, raw: Raadata) -> dict[str, Any]:
    skjema = raw.skjema["bidrag.schema.json"]["$defs"][slag]
    asked = [_field(name, field, name in skjema["required"], raw) for name, field in fields(slag, raw).items()]
    return {"slag": slag, "tittel": skjema["title"], "om": skjema["description"], "felt": asked}


def _field(navn: str, field: Skjema, kreves: bool, raw: Raadata) -> dict[str, Any]:
    lines = field.get("items", {}) if field.get("type") == "array" else {}
    choices = lines or field
    refers = choices.get("x-viser-til") or choices.get("x-kodeliste")
    told: dict[str, Any] = {
        "navn": navn,
        "tittel": field["title"],
        "hjelp": field["description"],
        "kreves": kreves,
        "slag": _kind(field, lines, refers),
        "valg": list(names_of(choices, raw)) if refers and refers != "kommune" else None,
        "min": choices.get("minLength"),
        "maks": choices.get("maxLength"),
        "linjer": field.get("maxItems"),
        "monster": field.get("pattern"),
        "melding": choices.get("x-melding"),
        "eksempel": str(field["examples"][0]) if field.get("examples") else None,
        "ukjent": UKJENT if UKJENT in str(field.get("x-melding")) else None,
    }
    return {key: value for key, value in told.items() if value is not None}


def _kind(field: Skjema, lines: Skjema, refers: str | None) -> str:
    if field.get("type") == "boolean":
        return "kryss"
    if refers:
        return "kommune" if refers == "kommune" else "flervalg" if lines else "valg"
    return "linjer" if lines else "lang" if field.get("maxLength", 0) > _LONG else "kort"
