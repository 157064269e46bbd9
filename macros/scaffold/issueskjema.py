"""The issue forms of GitHub, made from data/skjema/bidrag.schema.json: `python3 kb.py issueskjema` writes them.

The same questions in the same order as the form on the site, so that one reader takes both.
"""

from __future__ import annotations

from typing import Any

import yaml

from macros.loading import Raadata, Skjema
from macros.scaffold.innsendt import SLAG, fields, names_of

ETIKETT = "bidrag"
MAPPE = ".github/ISSUE_TEMPLATE"

_LONG = 120
_INTRO = (
    "Alle kan lese denne saken. Skriv ingen navn, og ikke noe som kan røpe hvem noen er. Er det færre enn fem det gjelder, "
    "skriver du «noen få». Vet dere ikke svaret, så skriv «ukjent» der det står at det går."
)


def issue_forms(raw: Raadata) -> dict[str, str]:
    """Every file of the issue forms by path."""
    forms = {f"{MAPPE}/{slag}.yml": _form(slag, raw) for slag in SLAG}
    return {**forms, f"{MAPPE}/config.yml": _yaml({"blank_issues_enabled": True})}


def _form(slag: str, raw: Raadata) -> str:
    skjema = raw.skjema["bidrag.schema.json"]["$defs"][slag]
    body = [{"type": "markdown", "attributes": {"value": _INTRO}}]
    body += [_field(name, field, name in skjema["required"], raw) for name, field in fields(slag, raw).items()]
    return _yaml(
        {
            "name": skjema["title"],
            "description": skjema["description"],
            "title": f"{skjema['title']}: ",
            "labels": [ETIKETT],
            "body": body,
        }
    )


def _field(name: str, field: Skjema, kreves: bool, raw: Raadata) -> dict[str, Any]:
    about: dict[str, Any] = {"label": field["title"], "description": field["description"]}
    needed = {"validations": {"required": True}} if kreves else {}
    if field.get("type") == "boolean":
        options = [{"label": field["description"], "required": True}]
        return {"type": "checkboxes", "id": name, "attributes": {"label": field["title"], "options": options}}
    choices = field.get("items", field)
    if choices.get("x-viser-til") in ("tema", "malgruppe") or "x-kodeliste" in field:
        many = {"multiple": True} if field.get("type") == "array" else {}
        return {
            "type": "dropdown",
            "id": name,
            "attributes": about | many | {"options": list(names_of(choices, raw))},
            **needed,
        }
    if field.get("examples"):
        about["placeholder"] = str(field["examples"][0])
    long = field.get("type") == "array" or field.get("maxLength", 0) > _LONG
    return {"type": "textarea" if long else "input", "id": name, "attributes": about, **needed}


def _yaml(data: dict[str, Any]) -> str:
    head = "# Laget av «python3 kb.py issueskjema» fra data/skjema/bidrag.schema.json. Rett der, ikke her.\n"
    return head + yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=120)
