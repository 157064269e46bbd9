"""Findings as text: for the terminal, as GitHub annotations, and as Markdown for a summary."""

from __future__ import annotations

from collections.abc import Iterable

from macros.model import Funn

FORMATER = ("tekst", "github", "markdown")


def report(funn: Iterable[Funn], form: str = "tekst") -> str:
    """The findings, one after another, in one of FORMATER; «» where there are none.

    Raises KeyError for another form.
    """
    write = {"tekst": as_text, "github": as_annotation, "markdown": as_markdown}[form]
    return "\n".join(_visible(write(f)) for f in funn)


def _visible(text: str) -> str:
    """The text with signs that would steer the reader's terminal, or not be seen, written as their numbers."""
    return "".join(sign if sign == "\n" or sign.isprintable() or sign in _BLANKS else _number(sign) for sign in text)


_BLANKS = "\u00a0\u202f"


def _number(sign: str) -> str:
    return f"(U+{ord(sign):04X})"


def as_text(f: Funn) -> str:
    """The finding as design asks: file and line, code, field, message; the tip on a line of its own."""
    place = f"{f.fil}:{f.linje}" if f.linje else f.fil
    field = f" {f.felt}:" if f.felt else ""
    tip = f"\n    Tips: {f.tips}" if f.tips else ""
    return f"{place}: [{f.kode}]{field} {f.melding}{tip}"


def as_annotation(f: Funn) -> str:
    """The finding as a GitHub workflow command, shown on the line in a pull request."""
    text = f"{f.felt}: {f.melding}" if f.felt else f.melding
    body = f"{text}\nTips: {f.tips}" if f.tips else text
    return f"::error file={_property(f.fil)},line={max(f.linje, 1)},title={_property(f.kode)}::{_data(body)}"


def as_markdown(f: Funn) -> str:
    """The finding as a list item."""
    place = f"`{f.fil}` linje {f.linje}" if f.linje else f"`{f.fil}`"
    field = f" `{f.felt}`:" if f.felt else ""
    return f"- {place} **{f.kode}**{field} {f.melding} {f.tips}".rstrip()


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
