"""The macro calls of a page, read straight off where each is a name with texts and numbers: nearly all pages.

Jinja reads a page letter by letter and makes a Python program of it, which is then compiled: a fifth of the time MkDocs
used. A page that holds anything else than such calls is left to Jinja, which also says what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping
from typing import NamedTuple

from macros.makroer import Makrofeil
from macros.model import UkjentId

Verdi = str | int

_VALUE = r"""(?:"[^"\\{}\n]*"|'[^'\\{}\n]*'|0|[1-9][0-9]*)"""
_ARGUMENT = re.compile(rf"(?:(?P<navn>[a-z_]+) *= *)?(?P<verdi>{_VALUE})")
_ARGUMENTS = rf"(?:(?:{_VALUE} *, *)*(?:{_VALUE}|[a-z_]+ *= *{_VALUE}(?: *, *[a-z_]+ *= *{_VALUE})*))?"
_CALL = re.compile(rf"(?<!\{{)\{{\{{ *([a-z_]+)\( *({_ARGUMENTS}) *\) *\}}\}}")
_OTHER = re.compile(r"\{[{%#]|\r")  # Jinja reads carriage returns as ends of lines


class Kall(NamedTuple):
    """One call: the macro's name, its arguments, and the line it stands on in the text."""

    makro: str
    verdier: tuple[Verdi, ...]
    navngitte: dict[str, Verdi]
    linje: int


def plain_parts(tekst: str, makroer: Container[str]) -> list[str | Kall] | None:
    """The text of a page in order, as text and calls of `makroer`; None where Jinja must read it."""
    out: list[str | Kall] = []
    end, line = 0, 1
    for match in _CALL.finditer(tekst):
        if match[1] not in makroer:
            return None
        before = tekst[end : match.start()]
        line += before.count("\n")
        out += (before, Kall(match[1], *_arguments(match[2]), line))
        end = match.end()
    out.append(tekst[end:].removesuffix("\n"))  # as Jinja does
    return None if any(_OTHER.search(part) for part in out if isinstance(part, str)) else out


def written(tekst: str, makroer: Mapping[str, Callable[..., str]]) -> str | None:
    """The text with what each call gives in its place; None where Jinja must write it, or tell that a call fails."""
    parts = plain_parts(tekst, makroer)
    if parts is None:
        return None
    try:
        return "".join(p if isinstance(p, str) else makroer[p.makro](*p.verdier, **p.navngitte) for p in parts)
    except (UkjentId, Makrofeil, TypeError):
        return None


def _arguments(text: str) -> tuple[tuple[Verdi, ...], dict[str, Verdi]]:
    found = [(m["navn"], _value(m["verdi"])) for m in _ARGUMENT.finditer(text)]
    return tuple(v for name, v in found if not name), {name: v for name, v in found if name}


def _value(text: str) -> Verdi:
    return text[1:-1] if text[0] in "\"'" else int(text)
