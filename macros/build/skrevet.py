"""The macros of a base, each call written once: a page is first checked and then built, and both ask for the same text."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping

from macros.makroer import Makroer
from macros.model import Kunnskapsbase, Regel

Makro = Callable[..., str]

_last: tuple[Kunnskapsbase, dict[str, Makro]] | None = None


def macros_of(base: Kunnskapsbase, koder: Mapping[str, Regel]) -> Mapping[str, Makro]:
    """Every macro by name, bound to the base. koder: what the codes of findings mean.

    What a call has written is kept for the next that asks the same.
    """
    global _last
    if _last is None or _last[0] is not base:
        _last = (base, {name: _kept(macro) for name, macro in Makroer(base, koder).alle().items()})
    return _last[1]


def forget_macros() -> None:
    """Let go of the base and of what has been written."""
    global _last
    _last = None


def _kept(macro: Makro) -> Makro:
    write = functools.lru_cache(maxsize=None, typed=True)(
        macro
    )  # arguments stand written out in the pages, so they are hashable

    @functools.wraps(macro)
    def kept(*args: object, **named: object) -> str:
        try:
            return write(*args, **named)
        except TypeError:  # a list as argument, or wrong arguments, which the macro itself tells of
            return macro(*args, **named)

    kept.__signature__ = inspect.signature(macro)  # type: ignore[attr-defined]
    return kept


def signature_of(makro: Makro) -> inspect.Signature:
    """The parameters of a macro. To read them out of the code for each call took as long as half the tables."""
    return getattr(makro, "__signature__", None) or inspect.signature(makro)
