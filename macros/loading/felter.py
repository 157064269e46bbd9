"""What the schemas say of a field, in words: the one description serves the skeleton, the form, and the page of fields."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from macros.loading.raw import Raadata
from macros.loading.schemas import Skjema, Skjemaer, properties, resolve
from macros.model.felt import Felt

Koder = Mapping[str, Mapping[str, str]]
"""The code lists: name of the list → code → what it is called."""


def codes_of(raw: Raadata) -> dict[str, dict[str, str]]:
    """The code lists of data/kodelister.yml with what each code is called."""
    fil = raw.fil("kodeliste")
    lists = fil.yaml.data if fil and isinstance(fil.yaml.data, dict) else {}
    return {
        name: {str(k["kode"]): str(k.get("navn")) for k in codes if isinstance(k, dict) and "kode" in k}
        for name, codes in lists.items()
        if isinstance(codes, list)
    }


def all_fields(raw: Raadata) -> dict[str, tuple[Felt, ...]]:
    """The fields of every kind and of every part that kinds are built of, by the name of the schema or the part."""
    koder = codes_of(raw)
    kinds = {name.partition(".")[0]: skjema for name, skjema in raw.skjema.items() if name != _QUESTIONS}
    parts = {name: part for skjema in kinds.values() for name, part in skjema.get("$defs", {}).items()}
    out = {name: tuple(fields_of(skjema, raw.skjema, koder)) for name, skjema in (parts | kinds).items()}
    return {name: fields for name, fields in out.items() if fields}


_QUESTIONS = "bidrag.schema.json"
"""Holds questions, not the fields of a record."""


def fields_of(skjema: Skjema, skjemaer: Skjemaer, koder: Koder) -> Iterator[Felt]:
    """The fields of an object, the inherited ones first, each once."""
    needed = required(skjema, skjemaer)
    for name, field in dict(properties(skjema, skjemaer)).items():
        chain = followed(field, skjemaer)
        told = next((s["description"] for s in chain if "description" in s), "")
        how = next((s["x-melding"] for s in chain if "x-melding" in s), "")
        liste = next((s["x-kodeliste"] for s in chain if "x-kodeliste" in s), None)
        examples = next((s["examples"] for s in chain[:1] if "examples" in s), None)
        yield Felt(
            navn=name,
            kreves=name in needed,
            hva=told,
            hvordan="" if how.startswith("Her må det stå tekst") else how,
            eksempel=as_yaml_example(examples[0]) if examples else "",
            koder=tuple(koder.get(liste, {}).items()) if liste else (),
            skjema=field,
        )


def followed(skjema: Skjema, skjemaer: Skjemaer) -> list[Skjema]:
    """The schema and those it refers to, the nearest first."""
    found = [skjema]
    while "$ref" in found[-1]:
        found.append(resolve(found[-1]["$ref"], skjemaer))
    return found


def required(skjema: Skjema, skjemaer: Skjemaer) -> set[str]:
    """The names of the fields that must be there, also by what the schema is built on."""
    return {name for part in followed(skjema, skjemaer) for name in part.get("required", ())}


def as_yaml_example(value: Any) -> str:
    """An example of a schema as a contributor would write it."""
    return re.sub(r'"([a-z_]+)":', r"\1:", json.dumps(value, ensure_ascii=False))
