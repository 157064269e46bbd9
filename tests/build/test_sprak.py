"""What the language check counts, and that no page of ours is over the limits."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.build.page import Side, read_pages
from macros.build.sprak import HOYEST_LIX, LENGST_AVSNITT, LENGST_SETNING, blocks_of, check_language, lix, measure
from tests.felles import ROOT


def page(text: str) -> Side:
    return Side("prove.md", "docs/prove.md", None, text, 10)


def sentences(text: str) -> list[str]:
    return [s for block in blocks_of(page(text)) for s in block.setninger()]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Det er en. Det er to! Er det tre?", ["Det er en.", "Det er to!", "Er det tre?"]),
        ("Fristen er 1. juli 2027. Da gjelder § 5.", ["Fristen er 1 juli 2027.", "Da gjelder § 5."]),
        ("Se jf. loven nr. 5 og kap. 2 her.", ["Se jf loven nr 5 og kap 2 her."]),
        ("# Tittel\n- en\n- to\n\n1. **Hun** skriver", ["Tittel", "en", "to", "Hun skriver"]),
        ("| a | b |\n| --- | --- |\n| c | d e |", ["a", "b", "c", "d e"]),
        ('Se {{ kilde("x", sted="Her. Er. Mye.") }} og [lenken](/a/b/).', ["Se og lenken."]),
        ("```\nIkke dette.\n```\nMen dette.", ["Men dette."]),
        ("En linje\nsom fortsetter.", ["En linje som fortsetter."]),
    ],
)
def test_sentences_as_a_reader_meets_them(text: str, found: list[str]) -> None:
    assert sentences(text) == found


def test_lix_is_words_a_sentence_plus_long_words_of_a_hundred() -> None:
    assert lix(["dette", "er", "ikke", "kommunen"], 2) == 2 + 25
    assert lix([], 0) == 0
    assert measure(page("# Overskriften alene")).lix == 0


def test_what_is_too_long_is_told_of_at_its_line() -> None:
    long = " ".join(["ord"] * (LENGST_SETNING + 1))
    text = f"Kort.\n\n{long}.\n\n" + "Kort nok. " * (LENGST_AVSNITT // 2 + 1)
    found = check_language([page(text)])
    assert [(f.kode, f.linje) for f in found] == [("SPR-001", 12), ("SPR-002", 14)]
    assert all(f.melding and f.tips for f in found)


def test_a_page_that_is_too_heavy_is_told_of() -> None:
    found = check_language([page("Kommunestyret behandler planstrategien.")])
    assert [(f.kode, f.linje) for f in found] == [("SPR-003", 1)]


def test_every_page_of_ours_is_within_the_limits() -> None:
    pages = read_pages(Path(ROOT))
    found = check_language(pages)
    assert not found, "\n".join(f"{f.fil}:{f.linje} {f.melding}" for f in found)
    measured = [m for m in map(measure, pages) if m.ord]
    mean = sum(m.lix for m in measured) / len(measured)
    print(f"LIX i snitt {mean:.1f}, høyest {max(m.lix for m in measured):.1f}")
    assert mean <= 42 < HOYEST_LIX
