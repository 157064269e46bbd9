"""Records held against the schemas of data/skjema/, with every message in bokmål. KODER has the codes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from jsonschema import Draft202012Validator, ValidationError, validators

from macros.loading import Raadata, Skjema, Skjemaer, Yamlfil, properties, resolve
from macros.model import Funn, Regel
from macros.model.base import nearest, suggestion
from macros.validation.godtatt import Godtar, Sjekk
from macros.validation.husk import Husk
from macros.validation.oppslag import Oppslag, where_named
from macros.validation.skjemamelding import message_of, own_error, short, tip_of_codes

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
    kode, melding, tips = message_of(error, skjemaer)
    return Funn(fil=fil.fil, linje=fil.linje(sti), kode=kode, felt=fil.felt(sti), melding=melding, tips=tips)


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
                yield own_error(
                    "SKJ-001",
                    f"«{key}» etter kommaet leses som et nytt felt.",
                    "Er det et desimaltall, så skriv punktum for komma (33.5). Tusener skrives uten skille (6000000).",
                    (key,),
                )
            elif key not in known:
                hint = _hint(key, known, ()) or " Lovlige felter: " + ", ".join(known) + "."
                yield own_error(
                    "SKJ-001",
                    f"Feltet «{short(key)}» finnes ikke.{hint}",
                    "Rett navnet, eller slett feltet. Alle felter er forklart i data/skjema/.",
                    (key,),
                )

    return rule


def _code_rule(oppslag: Oppslag) -> Callable[..., Iterator[ValidationError]]:
    def rule(validator: Any, liste: str, instance: Any, schema: Skjema) -> Iterator[ValidationError]:
        koder = oppslag.koder(liste)
        if koder is not None and isinstance(instance, str) and instance not in koder:
            hint = _hint(instance, koder, tuple(koder))
            yield own_error(
                "SKJ-004",
                f"«{short(instance)}» finnes ikke i lista «{liste}».{hint}",
                tip_of_codes(liste),
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
            yield own_error("REF-001", f"«{short(instance)}» finnes ikke.{hint}", where_named(viser_til))

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
