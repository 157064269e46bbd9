"""What came in by a form → answers. The body of a GitHub issue and the file saved from the form on the site are the same text:

    ### Hvilken kommune?

    Lørenskog

The questions are the titles in data/skjema/bidrag.schema.json. A question that stands twice, or out of its order, is
refused: text can't leave its field by pretending to be the next question. Nothing here is run or looked up by name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jsonschema import Draft202012Validator

from macros.loading import Raadata, Skjema, resolve
from macros.loading.felter import codes_of, followed
from macros.model.base import nearest, suggestion
from macros.rendering.tekst import adressenavn
from macros.validation.walk import by_key

SKJEMA = "bidrag.schema.json"
SLAG = ("laerdom", "status", "eksempel")
UKJENT = "ukjent"
_UNKNOWN = frozenset({UKJENT, "vet ikke", "vi vet ikke", "usikkert"})

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_LONGEST = 40_000
_EMPTY = frozenset({"", "_no response_", "_ingen respons_", "none", "ingen"})


@dataclass(frozen=True, slots=True)
class Innsendt:
    """One contribution: its kind, the answers as data, and what is wrong with them, in bokmål."""

    slag: str
    svar: Mapping[str, Any]
    mangler: tuple[str, ...] = ()


def is_unknown(answer: str) -> bool:
    """Whether an answer says that the municipality doesn't know."""
    return answer.strip(" .").lower() in _UNKNOWN


def fields(slag: str, raw: Raadata) -> dict[str, Skjema]:
    """The questions of a kind in their order, each with all that is said of it: its own words win over the shared ones."""
    skjema = raw.skjema[SKJEMA]["$defs"][slag]
    return {
        name: {k: v for part in reversed(followed(field, raw.skjema)) for k, v in part.items() if k != "$ref"}
        for name, field in skjema["properties"].items()
    }


def read_body(text: str, raw: Raadata) -> Innsendt:
    """The answers of a body. What can't be read is told in `mangler`; the kind is «» where no form is recognised."""
    if len(text) > _LONGEST:
        return Innsendt("", {}, (f"Teksten er for lang. Skriv høyst {_LONGEST // 1000} 000 tegn i alt.",))
    lines = clean(text).split("\n")
    for slag in SLAG:
        felter = fields(slag, raw)
        titles = [f["title"] for f in felter.values()]
        found = [line[4:].strip() for line in lines if line.startswith("### ") and line[4:].strip() in titles]
        needed = [felter[name]["title"] for name in resolve(f"{SKJEMA}#/$defs/{slag}", raw.skjema)["required"]]
        if set(needed) <= set(found):
            return _answers(slag, felter, lines, found, raw)
    return Innsendt(
        "",
        {},
        (
            "Vi kjenner ikke igjen skjemaet. Skriv svarene inn i skjemaet på siden «Del noe dere har lært», eller lag en ny "
            "sak med et av skjemaene. La overskriftene stå som de er.",
        ),
    )


def _answers(slag: str, felter: Mapping[str, Skjema], lines: list[str], found: list[str], raw: Raadata) -> Innsendt:
    titles = [f["title"] for f in felter.values()]
    if len(found) != len(set(found)) or found != [t for t in titles if t in found]:
        return Innsendt(
            slag, {}, ("En overskrift fra skjemaet står to ganger eller på feil plass. La hver av dem stå én gang.",)
        )
    texts: dict[str, list[str]] = {}
    current: list[str] = []
    for line in lines:
        if line.startswith("### ") and line[4:].strip() in titles:
            current = texts.setdefault(line[4:].strip(), [])
        else:
            current.append(line)
    svar: dict[str, Any] = {}
    faults: list[str] = []
    for name, field in felter.items():
        value, fault = _value("\n".join(texts.get(field["title"], ())).strip(), field, raw)
        if fault:
            faults.append(f"**{field['title']}** {fault}")
        elif value is not None:
            svar[name] = value
    kreves = raw.skjema[SKJEMA]["$defs"][slag]["required"]
    faults += [
        f"**{felter[name]['title']}** Dette må svares på. {felter[name]['description']}"
        for name in kreves
        if name not in svar and not any(felter[name]["title"] in f for f in faults)
    ]
    if svar.get("samtykke") is False:
        faults.append(f"**{felter['samtykke']['title']}** {felter['samtykke']['x-melding']}")
    return Innsendt(slag, svar, (*faults, *_between(svar, felter, raw)))


def _between(svar: Mapping[str, Any], felter: Mapping[str, Skjema], raw: Raadata) -> Iterator[str]:
    """What is wrong between two answers that are right each by itself."""
    about = by_key(raw, "eksempel").get(svar.get("eksempel", ""), {}).get("kommuner", ())
    numbers = [k.get("nummer") for k in about if isinstance(k, dict)]
    if numbers and "kommune" in svar and svar["kommune"] not in numbers:
        name = by_key(raw, "kommune")[svar["kommune"]]["navn"]
        yield f"**{felter['eksempel']['title']}** Eksempelet handler ikke om {name}. Velg et annet, eller rett kommunen."
    fra, til = svar.get("fra"), svar.get("til")
    if fra and til and til < fra:
        yield f"**År** Det kan ikke slutte ({til}) før det begynte ({fra})."


def _value(text: str, field: Skjema, raw: Raadata) -> tuple[Any, str]:
    """The answer as data, or what is wrong with it."""
    if field.get("type") == "boolean":
        return bool(re.search(r"(?m)^- \[[xX]\] ", text)), ""
    if text.strip().lower() in _EMPTY:
        return None, ""
    if field.get("type") == "array":
        return _list(text, field, raw)
    value = " ".join(text.split())
    if "x-viser-til" in field or "x-kodeliste" in field:
        return _name(value, field, raw)
    return (
        (value, "")
        if Draft202012Validator(field).is_valid(value)
        else (None, field.get("x-melding", "Dette kan ikke leses."))
    )


def _list(text: str, field: Skjema, raw: Raadata) -> tuple[Any, str]:
    names = "x-viser-til" in field["items"]
    parts = re.split(r"\n|, " if names else r"\n", text)
    values, seen = [], set()
    for part in _without_marks(p.strip() for p in parts):
        value, fault = _name(part, field["items"], raw) if names else _value(part, field["items"], raw)
        if fault:
            return None, fault
        if value not in seen:
            seen.add(value)
            values.append(value)
    if len(values) > field.get("maxItems", 99):
        return None, f"Skriv høyst {field['maxItems']} linjer."
    return (values or None), ""


def _without_marks(parts: Iterable[str]) -> list[str]:
    """The parts that say something, without the marks of a list. Numbers go when they count all the lines: «1. juli» stays."""
    said = [part for part in (re.sub(r"^[-–•*·]\s+", "", p).strip() for p in parts) if part]
    counted = [re.match(rf"{i}[.)]\s+", part) for i, part in enumerate(said, 1)]
    numbered = len(said) > 1 and all(counted)
    return [part[mark.end() :] if numbered and mark else part for part, mark in zip(said, counted, strict=True)]


def names_of(field: Skjema, raw: Raadata) -> dict[str, str]:
    """What a contributor may choose among, by what it is called."""
    if "x-kodeliste" in field:
        return {name: code for code, name in codes_of(raw)[field["x-kodeliste"]].items()}
    slag = field["x-viser-til"]
    label = "tittel" if slag == "eksempel" else "navn"
    return {str(post.get(label)): key for key, post in by_key(raw, slag).items()}


def _name(value: str, field: Skjema, raw: Raadata) -> tuple[str | None, str]:
    """The id or code that a name stands for, however it is capitalised; an id is taken as it is."""
    names = names_of(field, raw)
    # A municipality with two names is known by either: «Kautokeino» for «Guovdageaidnu - Kautokeino».
    parts = {adressenavn(part): key for name, key in names.items() for part in name.split(" - ")}
    known = parts | {adressenavn(name): key for name, key in names.items()} | {key: key for key in names.values()}
    plain = adressenavn(value.removesuffix(" kommune"))
    key = known.get(value) or known.get(adressenavn(value)) or known.get(plain)
    if key:
        return key, ""
    near = nearest(value, names)
    told = f"«{value[:60]}» finnes ikke.{suggestion(near, tuple(names))}"
    return None, f"{told} {_ONE_OF[field['x-viser-til']]}" if field.get("x-viser-til") in _ONE_OF else told


_ONE_OF = {
    "kommune": "Skriv én kommune, med navnet den har i dag.",
    "eksempel": "Skriv navnet slik det står øverst på siden, eller den siste delen av adressen.",
}


def clean(text: str) -> str:
    """The text without what isn't seen: control characters, signs that turn the direction, BOM. Line ends are one sign."""
    text = unicodedata.normalize("NFC", re.sub(r"\r\n?|[\u2028\u2029]", "\n", text))
    seen = (c for c in text.replace("\t", " ") if c == "\n" or unicodedata.category(c) not in _UNSEEN)
    return "".join(seen)
