"""The list of codes: every code that the source can give is in it, and every one in it can be given; the page shows all."""

from __future__ import annotations

import re

import pytest

from macros.build.koder import every_code
from macros.model import Regel
from tests.felles import ROOT

CODE = re.compile(r'"([A-Z]{3}-[0-9]{3})"')


def test_every_code_in_the_source_is_listed_and_no_other() -> None:
    used = {code for path in (ROOT / "macros").rglob("*.py") for code in CODE.findall(path.read_text(encoding="utf-8"))}
    assert used == set(every_code())


@pytest.mark.parametrize("kode, regel", every_code().items())
def test_a_code_says_what_is_wrong_and_what_to_do(kode: str, regel: Regel) -> None:
    for text in (regel.feil, regel.rad):
        assert re.fullmatch(r"[A-ZÆØÅ].*\.", text)
        assert all(len(sentence.split()) <= 30 for sentence in re.split(r"[.:] ", text))


def test_the_page_shows_every_group() -> None:
    page = (ROOT / "docs" / "bidra" / "funn.md").read_text(encoding="utf-8")
    shown = re.findall(r'funnkoder\("([A-Z]{3})"\)', page)
    assert sorted(shown) == sorted({kode[:3] for kode in every_code()})
