"""What an error of a schema says to the one who wrote the record, in bokmål: code, message and tip."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from jsonschema import ValidationError

from macros.loading import Skjema, Skjemaer, properties, resolve

_TYPES = {
    "string": "tekst",
    "integer": "et helt tall",
    "number": "et tall",
    "boolean": "true eller false",
    "array": "en liste",
    "object": "felter med navn og verdi",
    "null": "ingenting",
}


def message_of(error: ValidationError, skjemaer: Skjemaer) -> tuple[str, str, str]:
    """Code, message and tip for one error of jsonschema or of our own keywords."""
    own = error.schema.get("x-melding", "") if isinstance(error.schema, dict) else ""
    value, keyword, wanted = error.instance, str(error.validator), error.validator_value
    if keyword in ("x-kodeliste", "x-viser-til", "unevaluatedProperties", "additionalProperties"):
        return error.message, error.cause.args[0], error.cause.args[1]  # made by own_error
    if keyword == "required":
        missing = error.message.split("'")[1]
        return "SKJ-002", f"Feltet «{missing}» må være med.", own or _help(error.schema, missing, skjemaer)
    if keyword == "type":
        tip = own or _example(error.schema) or _type_tip(value, wanted, error.schema, skjemaer)
        return "SKJ-003", _type_message(value, wanted), tip
    if keyword == "pattern" and not value.strip():
        return "SKJ-006", "Feltet er tomt.", own
    if keyword in ("pattern", "minimum", "maximum", "enum"):
        text = f"«{short(value)}» kan ikke stå her.{_legal(keyword, wanted)}"
        return "SKJ-005", text, own or _example(error.schema)
    if keyword == "uniqueItems":
        return "SKJ-007", "Det samme står to ganger i lista.", "Slett det ene."
    if keyword in ("minItems", "maxItems", "minLength", "maxLength", "minProperties", "maxProperties"):
        return "SKJ-006", _size_message(keyword, wanted), own or _size_tip(keyword, wanted, error.schema)
    if keyword == "dependentRequired":
        missing, _, other = error.message.partition(" is a dependency of ")
        text = f"Når «{_bare(other)}» står her, må «{_bare(missing)}» også stå."
        return "SKJ-008", text, own or _help(error.schema, _bare(missing), skjemaer)
    if keyword == "oneOf":
        names = [f"«{field}»" for option in wanted for field in option.get("required", ())]
        text = "Her må nettopp ett av feltene stå: " + " eller ".join(names) + "."
        return "SKJ-008", text, own or "Slett det ene, eller fyll ut ett av dem."
    raise AssertionError(f"schema keyword without a message: {keyword}")


def _legal(keyword: str, wanted: Any) -> str:
    if keyword == "enum":
        return " Lovlige verdier: " + ", ".join(map(str, wanted)) + "."
    return {"minimum": f" Det minste er {wanted}.", "maximum": f" Det største er {wanted}."}.get(keyword, "")


def _type_message(value: Any, wanted: str | list[str]) -> str:
    kinds = " eller ".join(_TYPES[w] for w in ([wanted] if isinstance(wanted, str) else wanted))
    if value is None:
        return f"Feltet er tomt. Her skal det stå {kinds}."
    if isinstance(value, list):
        return f"Her skal det stå {kinds}, ikke en liste."
    if isinstance(value, dict):
        return f"Her skal det stå {kinds}, ikke felter under."
    if wanted == "string":
        return f'Her skal det stå tekst, så {short(value)} må i anførselstegn: "{short(value)}".'
    found = f"teksten «{short(value)}»" if isinstance(value, str) else short(value)
    return f"Her skal det stå {kinds}, ikke {found}."


def _type_tip(value: Any, wanted: str | list[str], skjema: Skjema, skjemaer: Skjemaer) -> str:
    """How to write it where the schema has no example."""
    if value is None:
        return tip_of_codes(skjema["x-kodeliste"]) if "x-kodeliste" in skjema else "Fyll det ut, eller slett feltet."
    if wanted == "array" and isinstance(value, str | int | float):
        return f"Skriv [{short(value)}], eller sett en strek foran hver del av lista."
    fields = [name for name, _ in properties(skjema, skjemaer)]
    if wanted != "object" or not fields:
        return ""
    how = f"Si hvilket felt det er, for eksempel {{{fields[0]}: {short(value)}}}. " if isinstance(value, str) else ""
    return f"{how}Feltene som kan stå her, er " + ", ".join(fields) + "."


_UNITS = {"Items": "i lista", "Length": "tegn", "Properties": "av feltene"}


def _size_message(keyword: str, wanted: int) -> str:
    few, unit = keyword[:3] == "min", _UNITS[keyword[3:]]
    if few and wanted == 1:
        return "Feltet er tomt."
    number = "ett" if wanted == 1 else wanted
    return f"Her må det stå minst {number} {unit}." if few else f"Her kan det bare stå {number} {unit}."


def _size_tip(keyword: str, wanted: int, skjema: Skjema) -> str:
    if keyword[:3] == "max":
        return _example(skjema) or "Slett det som er for mye."
    if wanted == 1:
        return "Fyll det ut, eller slett feltet."
    return _example(skjema) or "Legg til det som mangler, eller slett feltet."


def short(value: Any) -> str:
    """The value as a message quotes it: in one line, cut where it is long."""
    text = json.dumps(value) if isinstance(value, bool) else str(value).replace("\n", " ")
    return text if len(text) <= 60 else text[:57] + "…"


def _bare(quoted: str) -> str:
    return quoted.strip().strip("'\"")


def _example(skjema: Skjema) -> str:
    examples = skjema.get("examples")
    if not examples:
        return ""
    written = re.sub(r'"([a-z_]+)":', r"\1:", json.dumps(examples[0], ensure_ascii=False))  # names of fields stand bare
    return f"Slik kan det se ut: {written}"


def _help(skjema: Skjema, felt: str, skjemaer: Skjemaer) -> str:
    """What the field is, from its own description or from that of the part it refers to."""
    field = dict(properties(skjema, skjemaer)).get(felt, {})
    if "$ref" in field:
        common = resolve(field["$ref"], skjemaer)
        plain = field["$ref"].endswith("/tekst")  # of any text, where only the description helps
        field = {**({"description": common["description"]} if plain else common), **field}
    description = field.get("description")
    return f"{felt}: {description} {_how(field)}".rstrip() if description else _how(field)


def _how(field: Skjema) -> str:
    """How the field is written, as far as its schema says."""
    if "x-kodeliste" in field:
        return tip_of_codes(field["x-kodeliste"])
    return field.get("x-melding", "") or _example(field)


def tip_of_codes(liste: str) -> str:
    """Where the codes of a list are explained."""
    return f"Alle kodene med forklaring står under «{liste}» i data/kodelister.yml."


def own_error(kode: str, melding: str, tips: str = "", path: Iterable[str | int] = ()) -> ValidationError:
    """An error of one of our own keywords: code as message, text and tip in `cause`."""
    return ValidationError(kode, path=path, cause=Exception(melding, tips))
