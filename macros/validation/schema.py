"""Records held against the schemas of data/skjema/, with every message in bokmål. KODER has the codes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

from jsonschema import Draft202012Validator, ValidationError, validators

from macros.loading import Raadata, Skjema, Skjemaer, Yamlfil, properties, resolve
from macros.loading.kinds import ALLE, KODELISTER
from macros.model import Funn, Regel
from macros.model.base import nearest, suggestion
from macros.validation.godtatt import Godtar, Sjekk
from macros.validation.husk import Husk

KODER = {
    "SKJ-001": Regel(
        "Et felt som ikke finnes.",
        "Rett navnet på feltet, eller slett det. Meldingen sier hvilke felter som finnes.",
    ),
    "SKJ-002": Regel(
        "Et felt som må være med, mangler.",
        "Legg feltet til. Meldingen sier hva det er. Vet dere det ikke, så se om feltet kan ha «mangler» med grunnen.",
    ),
    "SKJ-003": Regel(
        "Verdien er av feil slag.",
        "Skriv verdien slik meldingen viser. Tall står uten anførselstegn, tekst kan ha dem, og lister står i hakeparenteser.",
    ),
    "SKJ-004": Regel(
        "Verdien står ikke i kodelista.",
        "Bruk en av kodene i meldingen. De er forklart i data/kodelister.yml.",
    ),
    "SKJ-005": Regel(
        "Verdien har feil form.",
        "Skriv verdien slik meldingen viser.",
    ),
    "SKJ-006": Regel(
        "For lite eller for mye.",
        "Fyll ut det som er tomt, eller slett det som er for mye.",
    ),
    "SKJ-007": Regel(
        "Det samme står to ganger i en liste.",
        "Slett det ene.",
    ),
    "SKJ-008": Regel(
        "Felter som ikke passer sammen.",
        "Legg til feltet som hører med, eller slett det ene av to som utelukker hverandre.",
    ),
    "REF-001": Regel(
        "Viser til noe som ikke finnes.",
        "Rett skrivefeilen. Er det noe nytt, så lag posten det vises til, først.",
    ),
}

_TYPES = {
    "string": "tekst",
    "integer": "et helt tall",
    "number": "et tall",
    "boolean": "true eller false",
    "array": "en liste",
    "object": "felter med navn og verdi",
    "null": "ingenting",
}

_WHERE = {
    "kilde": "data/kilder/",
    "eksempel": "data/eksempler/",
    "begrep": "data/begreper/",
    "kommune": "data/kommuner.yml",
    "tema": "data/temaer.yml",
    "malgruppe": "data/malgrupper.yml",
    "virkemiddel": "data/virkemidler.yml",
    "lovkrav": "data/lovkrav.yml",
    "gjelder": "data/kommuner.yml og i lista «gjelder» i data/kodelister.yml",
}

_NEW = {
    "kilde": " Er den ny, så lag en fil for den der.",
    "begrep": " Er det nytt, så lag en fil for det der.",
    "kommune": " Bruk nummeret kommunen har i dag.",
}


class Oppslag:
    """What records may refer to: keys of every kind, code lists, and the ids inside the record that is being read.

    A file that can't be read is told of once, where it is broken: a record's file stands for its name, and of a list
    that is gone nothing is asked.
    """

    def __init__(self, raw: Raadata) -> None:
        """Collect the names from the raw data; broken records count with what they have."""
        read = {fil.slag.navn for fil in raw.filer if fil.yaml.data is not None}
        self.uleste = {slag.navn for slag in ALLE if not slag.one_file_each} - read
        self.kodelister = _code_names(raw)
        self.navn = {slag: dict.fromkeys(_keys(raw, slag)) for slag in _WHERE if slag != "gjelder"}
        self.navn["gjelder"] = {**self.navn["kommune"], **self.kodelister.get("gjelder", {})}
        self.post: Any = None

    def koder(self, liste: str) -> dict[str, None] | None:
        """The codes of a list, or None where the lists can't be read."""
        return None if KODELISTER.navn in self.uleste else self.kodelister.get(liste, {})

    def lovlige(self, viser_til: str) -> dict[str, None] | None:
        """The names a field may hold, or None where they can't be read.

        `viser_til` is a kind, «gjelder», or «egen:maal» for ids in the same record.
        """
        sources = {"kommune", KODELISTER.navn} if viser_til == "gjelder" else {viser_til}
        if sources & self.uleste:
            return None
        if not viser_til.startswith("egen:"):
            return self.navn[viser_til]
        part = viser_til.removeprefix("egen:")
        items = _field(_field(self.post, "organisering"), "organer") if part == "organ" else _field(self.post, part)
        found = items if isinstance(items, list) else ()
        return {x["id"]: None for x in found if isinstance(x, dict) and isinstance(x.get("id"), str)}


def _field(post: Any, name: str) -> Any:
    return post.get(name) if isinstance(post, dict) else None


def check_schemas(raw: Raadata) -> Iterator[Funn]:
    """Findings of every file that could be read, in the order of the files."""
    oppslag = Oppslag(raw)
    check = schema_check(raw.skjema, oppslag)
    names = _names_now(oppslag)
    filer = {fil.yaml.fil: fil for fil in raw.filer if fil.yaml.data is not None}
    hangs_on = {name: (fil.yaml, raw.skjema, names) for name, fil in filer.items()}
    yield from _kept.of_each(hangs_on, lambda name: tuple(check(filer[name].slag.skjema, filer[name].yaml)))


_kept = Husk()
_last_names: list[Any] = [None]


def _names_now(oppslag: Oppslag) -> Any:
    """All that records may refer to: the very same object for as long as no name has come or gone."""
    now = (oppslag.uleste, oppslag.kodelister, oppslag.navn)
    if _last_names[0] != now:
        _last_names[0] = now
    return _last_names[0]


def schema_check(skjemaer: Skjemaer, oppslag: Oppslag) -> Callable[[str, Yamlfil], Iterator[Funn]]:
    """A function that holds one file against one schema. Also used for the front matter of pages."""
    klasse = validators.extend(
        Draft202012Validator,
        {
            "x-kodeliste": _code_rule(oppslag),
            "x-viser-til": _reference_rule(oppslag),
            "unevaluatedProperties": _unknown_fields(skjemaer),
            "additionalProperties": _unknown_fields(skjemaer),
            "$ref": _reference_to_schema(skjemaer),
        },
        type_checker=Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_integer),
    )
    _keep_validators(klasse)
    accepts = Godtar(skjemaer, {"x-kodeliste": _is_code(oppslag), "x-viser-til": _is_known(oppslag)})
    ferdige = {name: klasse(s) for name, s in skjemaer.items()}

    def check(skjema: str, fil: Yamlfil) -> Iterator[Funn]:
        oppslag.post = fil.data
        if accepts(skjema, fil.data):
            return
        told = {f.felt for f in fil.funn if f.felt}  # loading has said what is wrong here, and may have emptied it
        for error in sorted(ferdige[skjema].iter_errors(fil.data), key=lambda e: [str(p) for p in e.absolute_path]):
            empty_text = error.validator == "pattern" and not error.instance  # said by minLength
            if (
                not empty_text
                and not _is_to_be_written(error.instance)
                and fil.felt(tuple(error.absolute_path)) not in told
            ):
                yield _finding(error, fil, skjemaer)

    return check


def _is_to_be_written(value: Any) -> bool:
    """Whether the scaffold's mark stands here: FYL-001 says what is to be written, and that is enough."""
    return isinstance(value, str) and "FYLL UT" in value


def _keep_validators(klasse: Any) -> None:
    """jsonschema makes a new validator for each value it goes into; ours hang on nothing but the part of the schema."""
    made: dict[int, Any] = {}
    make = klasse.evolve

    def evolve(self: Any, **changes: Any) -> Any:
        part = changes.get("schema", self.schema)
        if id(part) not in made:
            made[id(part)] = (make(self, **changes), part)  # the part is held, so that its id stays its own
        return made[id(part)][0]

    klasse.evolve = evolve


def _is_integer(checker: Any, value: Any) -> bool:
    """JSON Schema counts 5.0 as a whole number; the typed objects don't."""
    return isinstance(value, int) and not isinstance(value, bool)


def _finding(error: ValidationError, fil: Yamlfil, skjemaer: Skjemaer) -> Funn:
    sti = tuple(error.absolute_path)
    kode, melding, tips = _message(error, skjemaer)
    return Funn(fil=fil.fil, linje=fil.linje(sti), kode=kode, felt=fil.felt(sti), melding=melding, tips=tips)


def _message(error: ValidationError, skjemaer: Skjemaer) -> tuple[str, str, str]:
    """Code, message and tip for one error of jsonschema or of our own keywords."""
    own = error.schema.get("x-melding", "") if isinstance(error.schema, dict) else ""
    value, keyword, wanted = error.instance, str(error.validator), error.validator_value
    if keyword in ("x-kodeliste", "x-viser-til", "unevaluatedProperties", "additionalProperties"):
        return error.message, error.cause.args[0], error.cause.args[1]  # made by the functions below
    if keyword == "required":
        missing = error.message.split("'")[1]
        return "SKJ-002", f"Feltet «{missing}» må være med.", own or _help(error.schema, missing, skjemaer)
    if keyword == "type":
        tip = own or _example(error.schema) or _type_tip(value, wanted, error.schema, skjemaer)
        return "SKJ-003", _type_message(value, wanted), tip
    if keyword == "pattern" and not value.strip():
        return "SKJ-006", "Feltet er tomt.", own
    if keyword in ("pattern", "minimum", "maximum", "enum"):
        text = f"«{_short(value)}» kan ikke stå her.{_legal(keyword, wanted)}"
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
        return f'Her skal det stå tekst, så {_short(value)} må i anførselstegn: "{_short(value)}".'
    found = f"teksten «{_short(value)}»" if isinstance(value, str) else _short(value)
    return f"Her skal det stå {kinds}, ikke {found}."


def _type_tip(value: Any, wanted: str | list[str], skjema: Skjema, skjemaer: Skjemaer) -> str:
    """How to write it where the schema has no example."""
    if value is None:
        return _codes(skjema["x-kodeliste"]) if "x-kodeliste" in skjema else "Fyll det ut, eller slett feltet."
    if wanted == "array" and isinstance(value, str | int | float):
        return f"Skriv [{_short(value)}], eller sett en strek foran hver del av lista."
    fields = [name for name, _ in properties(skjema, skjemaer)]
    if wanted != "object" or not fields:
        return ""
    how = f"Si hvilket felt det er, for eksempel {{{fields[0]}: {_short(value)}}}. " if isinstance(value, str) else ""
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


def _short(value: Any) -> str:
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
        return _codes(field["x-kodeliste"])
    return field.get("x-melding", "") or _example(field)


def _codes(liste: str) -> str:
    return f"Alle kodene med forklaring står under «{liste}» i data/kodelister.yml."


def _ours(kode: str, melding: str, tips: str = "", path: Iterable[str | int] = ()) -> ValidationError:
    """An error of one of our own keywords: code as message, text and tip in `cause`."""
    return ValidationError(kode, path=path, cause=Exception(melding, tips))


def _reference_to_schema(skjemaer: Skjemaer) -> Callable[..., Iterator[ValidationError]]:
    """Our references are absolute and few, and looking them up ourselves takes half the time."""

    def rule(validator: Any, ref: str, instance: Any, schema: Skjema) -> Iterator[ValidationError]:
        return validator.descend(instance, resolve(ref, skjemaer))

    return rule


def _unknown_fields(skjemaer: Skjemaer) -> Callable[..., Iterator[ValidationError]]:
    def rule(validator: Any, allowed: Any, instance: Any, schema: Skjema) -> Iterator[ValidationError]:
        if not validator.is_type(instance, "object"):
            return
        if isinstance(allowed, dict):  # every further field must follow this schema
            for key in instance:
                if key not in schema.get("properties", {}):
                    yield from validator.descend(instance[key], allowed, path=key)
            return
        known = dict(properties(schema, skjemaer))
        for key in instance:
            if key not in known and key.isdigit() and instance[key] is None:
                yield _ours(
                    "SKJ-001",
                    f"«{key}» etter kommaet leses som et nytt felt.",
                    "Er det et desimaltall, så skriv punktum for komma (33.5). Tusener skrives uten skille (6000000).",
                    (key,),
                )
            elif key not in known:
                hint = _hint(key, known, ()) or " Lovlige felter: " + ", ".join(known) + "."
                yield _ours(
                    "SKJ-001",
                    f"Feltet «{_short(key)}» finnes ikke.{hint}",
                    "Rett navnet, eller slett feltet. Alle felter er forklart i data/skjema/.",
                    (key,),
                )

    return rule


def _code_rule(oppslag: Oppslag) -> Callable[..., Iterator[ValidationError]]:
    def rule(validator: Any, liste: str, instance: Any, schema: Skjema) -> Iterator[ValidationError]:
        koder = oppslag.koder(liste)
        if koder is not None and isinstance(instance, str) and instance not in koder:
            hint = _hint(instance, koder, tuple(koder))
            yield _ours(
                "SKJ-004",
                f"«{_short(instance)}» finnes ikke i lista «{liste}».{hint}",
                _codes(liste),
            )

    return rule


def _reference_rule(oppslag: Oppslag) -> Callable[..., Iterator[ValidationError]]:
    def rule(validator: Any, viser_til: str, instance: Any, schema: Skjema) -> Iterator[ValidationError]:
        if not isinstance(instance, str) or not re.search(schema.get("pattern", ""), instance):
            return  # of the wrong shape, which is said already
        lovlige = oppslag.lovlige(viser_til)
        if lovlige is not None and instance not in lovlige:
            numbers = instance.isdigit()  # one number is not a misspelling of another
            hint = "" if numbers else _hint(instance, lovlige, tuple(lovlige))
            yield _ours("REF-001", f"«{_short(instance)}» finnes ikke.{hint}", _where(viser_til))

    return rule


def _is_code(oppslag: Oppslag) -> Callable[[str, Skjema], Sjekk]:
    def rule(liste: str, skjema: Skjema) -> Sjekk:
        koder = oppslag.koder(liste)
        return lambda v: koder is None or not isinstance(v, str) or v in koder

    return rule


def _is_known(oppslag: Oppslag) -> Callable[[str, Skjema], Sjekk]:
    def rule(viser_til: str, skjema: Skjema) -> Sjekk:
        return lambda v: not isinstance(v, str) or (lovlige := oppslag.lovlige(viser_til)) is None or v in lovlige

    return rule


def _hint(verdi: str, lovlige: Iterable[str], alle: tuple[str, ...]) -> str:
    """The nearest legal name, or `alle` where none is near and they are few; endless names are passed over."""
    names = {name: None for name in lovlige if len(name) <= _LONGEST_NAME}
    return suggestion(nearest(verdi[:_LONGEST_NAME], names), tuple(name for name in alle if name in names))


_LONGEST_NAME = 60


def _where(viser_til: str) -> str:
    if viser_til.startswith("egen:"):
        part = {"egen:organ": "organisering.organer"}.get(viser_til, viser_til.removeprefix("egen:"))
        return f"Feltet viser til en id under «{part}» i samme fil."
    return f"Alle som finnes, står i {_WHERE[viser_til]}.{_NEW.get(viser_til, '')}"


def _keys(raw: Raadata, slag: str) -> Iterator[str]:
    for fil in raw.filer:
        if fil.slag.navn == slag and fil.slag.one_file_each and fil.yaml.data is None:
            yield PurePosixPath(fil.yaml.fil).stem
    for fil, _, post in raw.av_slag(slag):
        key = post.get(fil.slag.nokkel)
        if isinstance(key, str | int):  # a number without quotes is said once, where it stands
            yield str(key)


def _code_names(raw: Raadata) -> dict[str, dict[str, None]]:
    fil = raw.fil("kodeliste")
    lists = fil.yaml.data if fil and isinstance(fil.yaml.data, dict) else {}
    return {
        name: {str(code["kode"]): None for code in codes if isinstance(code, dict) and "kode" in code}
        for name, codes in lists.items()
        if isinstance(codes, list)
    }
