"""Provisions as people write them, and when a change of law touches what a page rests on."""

from __future__ import annotations

import pytest

from macros.model.bestemmelse import Bestemmelse, fault_of, read_provisions


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("boligsosialloven § 5", ["5"]),
        ("boligsosialloven §5", ["5"]),
        ("boligsosialloven § 5 annet ledd", ["5"]),
        ("boligsosialloven § 5 første og annet ledd", ["5"]),
        ("boligsosialloven §§ 6 og 7 fjerde ledd", ["6", "7"]),
        ("boligsosialloven §§ 4–7 og 10", ["4", "5", "6", "7", "10"]),
        ("forvaltningsloven §§ 11 a, 23–25 og 27", ["11 a", "23", "24", "25", "27"]),
        ("plan- og bygningsloven §§ 10-1 og 11-12 til 11-14", ["10-1", "11-12", "11-13", "11-14"]),
        ("plan- og bygningsloven kap. 11", ["kap. 11"]),
        ("plan- og bygningsloven kapittel 11", ["kap. 11"]),
        ("helse- og omsorgstjenesteloven § 3-2 a", ["3-2 a"]),
        ("forvaltningsloven", [""]),
        ("forvaltningsloven §\u00a023", ["23"]),
    ],
)
def test_what_a_text_names(text: str, parts: list[str]) -> None:
    assert [b.del_ for b in read_provisions(text)] == parts


@pytest.mark.parametrize(
    "text", ["", "NOU 2011:15", "boligsosialloven §", "boligsosialloven §§ 7–4", "loven § 3-1 til 4-2"]
)
def test_what_cannot_be_read_names_nothing(text: str) -> None:
    assert read_provisions(text) == ()


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (("a", "5"), ("a", "5"), True),
        (("a", "5"), ("a", "6"), False),
        (("a", "5"), ("b", "5"), False),
        (("A", "5"), ("a", "5"), True),
        (("a", ""), ("a", "6"), True),
        (("a", "11-3"), ("a", "kap. 11"), True),
        (("a", "1-3"), ("a", "kap. 11"), False),
        (("a", "11"), ("a", "11 a"), False),
    ],
)
def test_when_two_provisions_meet(one: tuple[str, str], other: tuple[str, str], meet: bool) -> None:
    assert Bestemmelse(*one).touches(Bestemmelse(*other)) is meet
    assert Bestemmelse(*other).touches(Bestemmelse(*one)) is meet


def test_an_unknown_act_is_told_of_with_the_nearest() -> None:
    assert fault_of("diktlov § 1", {"diktlov": None}) is None
    fault = fault_of("diktlova § 1", {"diktlov": None})
    assert fault and fault[0].endswith("Mente du «diktlov»?")
