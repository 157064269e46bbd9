"""The rules about one text at a time: none takes long, whatever the text."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from functools import partial

import pytest

from macros.validation import rule_modules
from macros.validation.rules import per_004_navn, tek_001_kode

LONG = 20_000
PIECES = (
    *(
        "a",
        "1",
        "Aa ",
        "a@",
        "a.",
        "1 ",
        "+",
        "[",
        "*a",
        " ",
        "&a;",
        "22 ",
        "a (a) ",
        "http://",
        "`a",
        "Ã",
        "<a",
        "://a",
    ),
    *(
        "javascript",
        "[x](",
        "__a",
        "A, ",
        "\n",
        "\u00a0",
        "\u200b",
        "+47 ",
        "f. ",
        "data:",
        "- ",
        "# ",
        "{{",
        "krøllalfa ",
        "_",
    ),
)
RULES: dict[str, Callable[[str], Iterable[object]]] = {
    **{m.KODE: m.faults for m in rule_modules() if hasattr(m, "faults")},
    per_004_navn.KODE: partial(per_004_navn.faults, listed={"x"}),
    "skriptadresse": tek_001_kode.script_addresses,
}


@pytest.mark.parametrize("rule", RULES)
def test_a_long_text_takes_no_time(rule: str) -> None:
    """Regular expressions that look at every pair of signs take minutes for a text of a megabyte."""
    for piece in PIECES:
        text = piece * (LONG // len(piece))
        start = time.process_time()
        list(RULES[rule](text))
        assert time.process_time() - start < 2, piece
