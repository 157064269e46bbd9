"""Whether a value follows a schema, without a word on why not.

Nearly every file is right. This says so five times as fast as jsonschema, which is asked of the others, and alone tells what
is wrong. So the answer here may be no where it should be yes, and never the other way: a keyword that isn't known is a no.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from macros.loading import Skjema, Skjemaer, properties, resolve

Sjekk = Callable[[Any], bool]

_SAYS_NOTHING = frozenset(
    {"$schema", "$id", "$defs", "title", "description", "examples", "x-melding", "$comment", "default"}
)
_IS: Mapping[str, Sjekk] = {
    "string": lambda v: isinstance(v, str),
    "integer": lambda v: type(v) is int,
    "number": lambda v: type(v) in (int, float),
    "boolean": lambda v: isinstance(v, bool),
    "array": lambda v: isinstance(v, list),
    "object": lambda v: isinstance(v, dict),
    "null": lambda v: v is None,
}
_SIZES: Mapping[str, tuple[type, Callable[[int, int], bool]]] = {
    "minItems": (list, int.__ge__),
    "maxItems": (list, int.__le__),
    "minLength": (str, int.__ge__),
    "maxLength": (str, int.__le__),
    "minProperties": (dict, int.__ge__),
    "maxProperties": (dict, int.__le__),
}


class Godtar:
    """The schemas as functions, each part made once."""

    def __init__(self, skjemaer: Skjemaer, egne: Mapping[str, Callable[[Any, Skjema], Sjekk]]) -> None:
        """egne: our own keywords; each makes a check of its value and the schema it stands in."""
        self._skjemaer, self._egne = skjemaer, egne
        self._made: dict[int, Sjekk] = {}

    def __call__(self, skjema: str, data: Any) -> bool:
        """Whether the data follow the schema of this name."""
        return self._of(self._skjemaer[skjema])(data)

    def _of(self, skjema: Any) -> Sjekk:
        if skjema is True:
            return lambda v: True
        if not isinstance(skjema, dict):
            return lambda v: False
        if id(skjema) not in self._made:
            checks: list[Sjekk] = []
            self._made[id(skjema)] = _all(checks)  # before its parts are made: a schema may lead to itself
            asked = [(name, value) for name, value in skjema.items() if name not in _SAYS_NOTHING]
            checks += [self._keyword(name, value, skjema) for name, value in asked]
        return self._made[id(skjema)]

    def _keyword(self, name: str, wanted: Any, skjema: Skjema) -> Sjekk:
        if name in self._egne:
            return self._egne[name](wanted, skjema)
        if name in _SIZES:
            kind, right = _SIZES[name]
            return lambda v: not isinstance(v, kind) or right(len(v), wanted)
        make = getattr(self, f"_{name.strip('$')}", None)
        return make(wanted, skjema) if make else lambda v: False

    def _ref(self, ref: str, _: Skjema) -> Sjekk:
        return self._of(resolve(ref, self._skjemaer))

    def _type(self, wanted: str | list[str], _: Skjema) -> Sjekk:
        if isinstance(wanted, str):
            return _IS[wanted]
        kinds = [_IS[name] for name in wanted]
        return lambda v: any(is_kind(v) for is_kind in kinds)

    def _properties(self, fields: dict[str, Skjema], _: Skjema) -> Sjekk:
        checks = {name: self._of(part) for name, part in fields.items()}

        def check(v: Any) -> bool:
            if isinstance(v, dict):
                for name, value in v.items():
                    if name in checks and not checks[name](value):
                        return False
            return True

        return check

    def _additionalProperties(self, allowed: Any, skjema: Skjema) -> Sjekk:
        known = frozenset(skjema.get("properties", {}))
        if isinstance(allowed, dict):
            other = self._of(allowed)
            return lambda v: not isinstance(v, dict) or all(other(v[name]) for name in v if name not in known)
        known = frozenset(name for name, _ in properties(skjema, self._skjemaer))
        return lambda v: not isinstance(v, dict) or known.issuperset(v)

    _unevaluatedProperties = _additionalProperties

    def _items(self, part: Skjema, _: Skjema) -> Sjekk:
        check = self._of(part)
        return lambda v: not isinstance(v, list) or all(map(check, v))

    def _required(self, names: list[str], _: Skjema) -> Sjekk:
        wanted = frozenset(names)
        return lambda v: not isinstance(v, dict) or wanted <= v.keys()

    def _dependentRequired(self, others: dict[str, list[str]], _: Skjema) -> Sjekk:
        return lambda v: (
            not isinstance(v, dict) or all(v.keys() >= set(names) for name, names in others.items() if name in v)
        )

    def _pattern(self, pattern: str, _: Skjema) -> Sjekk:
        found = re.compile(pattern).search
        return lambda v: not isinstance(v, str) or found(v) is not None

    def _minimum(self, least: float, _: Skjema) -> Sjekk:
        return lambda v: type(v) not in (int, float) or v >= least

    def _maximum(self, most: float, _: Skjema) -> Sjekk:
        return lambda v: type(v) not in (int, float) or v <= most

    def _uniqueItems(self, wanted: bool, _: Skjema) -> Sjekk:
        return lambda v: not isinstance(v, list) or not any(item in v[:i] for i, item in enumerate(v))

    def _enum(self, wanted: list[Any], _: Skjema) -> Sjekk:
        return lambda v: isinstance(v, str) and v in wanted

    def _oneOf(self, parts: list[Skjema], _: Skjema) -> Sjekk:
        if any(part.keys() != {"required"} for part in parts):
            return lambda v: False  # whether just one part is right takes a sure yes and a sure no of each
        checks = [self._of(part) for part in parts]
        return lambda v: isinstance(v, dict) and sum(check(v) for check in checks) == 1


def _all(checks: list[Sjekk]) -> Sjekk:
    def check(v: Any) -> bool:
        return all(one(v) for one in checks)

    return check
