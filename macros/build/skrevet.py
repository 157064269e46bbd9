"""The macros of a base, each call written once: a page is first checked and then built, and both ask for the same text."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping
from typing import Any

from macros.makroer import Makroer
from macros.model import Kunnskapsbase, Regel

Makro = Callable[..., str]
Nokkel = str
"""One call as it could be written: in a page, what a macro is given is written out, and 1 is not True."""

_last: tuple[Kunnskapsbase, dict[str, Makro], dict[Nokkel, str]] | None = None


def macros_of(base: Kunnskapsbase, koder: Mapping[str, Regel]) -> Mapping[str, Makro]:
    """Every macro by name, bound to the base. koder: what the codes of findings mean.

    What a call has written is kept for the next that asks the same.
    """
    global _last
    if _last is None or _last[0] is not base:
        texts: dict[Nokkel, str] = {}
        _last = (base, {name: _kept(name, macro, texts) for name, macro in Makroer(base, koder).alle().items()}, texts)
    return _last[1]


def remember(makroer: Mapping[str, Makro], texts: Mapping[Nokkel, str]) -> None:
    """Keep what another process has written with these macros."""
    if _last and _last[1] is makroer:
        _last[2].update(texts)


def forget_macros() -> None:
    """Let go of the base and of what has been written."""
    global _last
    _last = None


def call_of(name: str, args: tuple[Any, ...], named: Mapping[str, Any]) -> Nokkel:
    """The call, as what it has written is kept by. The values are those that can be written in a page."""
    return f"{name}{args}{named}"


def _kept(name: str, macro: Makro, texts: dict[Nokkel, str]) -> Makro:
    @functools.wraps(macro)
    def kept(*args: object, **named: object) -> str:
        call = call_of(name, args, named)
        if call not in texts:
            texts[call] = macro(*args, **named)
        return texts[call]

    kept.__signature__ = inspect.signature(macro)  # type: ignore[attr-defined]
    return kept


def signature_of(makro: Makro) -> inspect.Signature:
    """The parameters of a macro. To read them out of the code for each call took as long as half the tables."""
    return getattr(makro, "__signature__", None) or inspect.signature(makro)
