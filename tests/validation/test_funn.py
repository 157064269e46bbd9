"""Every code has a valid and an invalid case, and the exact text that a contributor reads about the invalid one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros import loading
from macros.model import Regel
from macros.validation import all_codes, rule_modules, schema
from tests.felles import FIXTURES, make_project, report_of

FOLDERS = sorted((FIXTURES / "funn").iterdir())
CASES = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


@CASES
def test_valid_gives_no_finding(folder: Path, tmp_path: Path) -> None:
    assert report_of(make_project(tmp_path, folder / "gyldig")) == ""


@CASES
def test_invalid_gives_exactly_this_text(folder: Path, tmp_path: Path) -> None:
    """After a change on purpose: python -m tests.validation.forventet, and read what it prints."""
    expected = (folder / "ugyldig" / "forventet.txt").read_text(encoding="utf-8")
    assert report_of(make_project(tmp_path, folder / "ugyldig")) == expected
    assert f"[{folder.name}]" in expected


def test_every_code_has_its_folder() -> None:
    assert [folder.name for folder in FOLDERS] == list(all_codes())


def test_every_valid_case_changes_something() -> None:
    assert [f.name for f in FOLDERS if not any((f / "gyldig").iterdir())] == []


def test_codes_are_unique() -> None:
    codes = [*loading.KODER, *schema.KODER, *(module.KODE for module in rule_modules())]
    assert sorted(codes) == sorted(set(codes))


@pytest.mark.parametrize("kode, regel", all_codes().items())
def test_codes_have_the_form_and_a_rule(kode: str, regel: Regel) -> None:
    assert re.fullmatch(r"[A-Z]{3}-[0-9]{3}", kode)
    assert re.fullmatch(r"[A-ZÆØÅ].*\.", regel.feil)
    assert re.fullmatch(r"[A-ZÆØÅ].*\.", regel.rad)


@pytest.mark.parametrize("module", rule_modules(), ids=lambda module: module.KODE)
def test_rule_module_is_named_by_its_code_and_says_its_rule(module: object) -> None:
    assert module.__name__.rpartition(".")[2].startswith(module.KODE.lower().replace("-", "_") + "_")
    assert module.__doc__
    assert module.check.__doc__
