"""Everything that can be wrong with the records, found at once.

`check_data` gives all findings of data/: the files themselves (loading), the schemas (schema), and the rules that a
schema can't say, one module each in rules/. A rule module has a docstring that states the rule and why, KODE, REGEL
and RAAD (what is wrong and what to do, in bokmål, for the list of codes), and check(raw). LOKAL says that what the rule finds
in a file hangs on that file alone: it is then asked of one file at a time, and only of those that have changed.
"""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType

from macros import loading
from macros.loading import Raadata, Raafil
from macros.model import Funn, Regel
from macros.validation import rules, schema
from macros.validation.husk import Husk
from macros.validation.schema import check_schemas

__all__ = ["all_codes", "check_data", "rule_modules"]


def all_codes() -> dict[str, Regel]:
    """Every code a finding about the records can have, with what it means and what to do, in the order of the codes."""
    rules = {module.KODE: Regel(module.REGEL, module.RAAD) for module in rule_modules()}
    codes = loading.KODER | schema.KODER | rules
    return dict(sorted(codes.items()))


def check_data(raw: Raadata) -> tuple[Funn, ...]:
    """All findings of the data, sorted by file and line. Empty where the records can be built."""
    modules = rule_modules()
    local = [module for module in modules if getattr(module, "LOKAL", False)]
    found = {*raw.funn, *check_schemas(raw)}
    filer = {fil.yaml.fil: fil for fil in raw.filer}
    hangs_on = {name: (fil.yaml, raw.skjema) for name, fil in filer.items()}
    found.update(_kept.of_each(hangs_on, lambda name: _in_file(filer[name], raw, local)))
    for module in modules:
        if module not in local:
            found.update(module.check(raw))
    return tuple(sorted(found))


def _in_file(fil: Raafil, raw: Raadata, local: list[ModuleType]) -> tuple[Funn, ...]:
    """What the rules that look at one file at a time find in it."""
    alone = Raadata(raw.rot, (fil,), raw.skjema)
    return tuple(funn for module in local for funn in module.check(alone))


_kept = Husk()


def rule_modules() -> list[ModuleType]:
    """The modules of rules/, in the order of their names."""
    names = sorted(m.name for m in pkgutil.iter_modules(rules.__path__))
    return [importlib.import_module(f"{rules.__name__}.{name}") for name in names]
