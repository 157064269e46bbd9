"""The skeleton of a new example: it explains every field, says only what is left to fill in, and never writes over anything."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.build.check_pages import check_pages
from macros.build.page import read_page
from macros.loading import load_base, properties, read_data
from macros.loading.felter import codes_of
from macros.makroer import Makroer
from macros.scaffold import FinsFraFor, write_new
from macros.scaffold.skjelett import example_files, municipality_in
from macros.validation import check_data
from tests.felles import make_project

DAG = "2026-11-22"
ANSWERS = {
    "periode, fra": "2019",
    "periode, til": "2021",
    "malgrupper": "byttere",
    "temaer": "bytte",
    "svar": "ukjent",
    "retning": "laerdom",
    "sted": "1",
    "kildetype": "saksframlegg",
    "naar": "2021",
    "url": "https://example.org/sak",
    "omfang": "alt",
}
"""What a contributor writes, by the field in the message; in all other places a sentence."""


@pytest.fixture
def prosjekt(tmp_path: Path) -> Path:
    rot = make_project(tmp_path)
    raw = read_data(rot)
    write_new(rot, example_files("prikkeby-skole", raw, codes_of(raw), DAG, municipality_in(raw, "Prikkeby-skole")))
    return rot


def test_a_new_skeleton_is_told_only_what_is_left(prosjekt: Path) -> None:
    assert {f.kode for f in check_data(read_data(prosjekt))} == {"FYL-001"}


def test_two_new_skeletons_are_not_taken_for_the_same_source(prosjekt: Path) -> None:
    raw = read_data(prosjekt)
    write_new(prosjekt, example_files("strekvoll-skole", raw, codes_of(raw), DAG))
    assert {f.kode for f in check_data(read_data(prosjekt))} == {"FYL-001"}


def test_when_each_place_is_filled_in_nothing_is_left(prosjekt: Path) -> None:
    for funn in reversed(check_data(read_data(prosjekt))):
        path = prosjekt / funn.fil
        lines = path.read_text(encoding="utf-8").split("\n")
        answer = next(
            (a for key, a in ANSWERS.items() if funn.felt.startswith(key) or f", {key}" in funn.felt), "Vi gjorde det."
        )
        lines[funn.linje - 1] = lines[funn.linje - 1].replace("FYLL UT", answer)
        path.write_text("\n".join(lines), encoding="utf-8")
    raw = read_data(prosjekt)
    assert check_data(raw) == ()
    page = prosjekt / "docs/eksempler/prikkeby-skole.md"
    found = check_pages([read_page(page, prosjekt)], raw, base := load_base(prosjekt), Makroer(base).alle())
    assert {f.kode for f in found if "skole" in f.fil} == {"FYL-001"}
    page.write_text(page.read_text(encoding="utf-8").replace("FYLL UT", "Slik var det."), encoding="utf-8")
    found = check_pages([read_page(page, prosjekt)], raw, base, Makroer(base).alle())
    assert [f for f in found if "skole" in f.fil] == []


def test_a_part_that_is_commented_out_can_be_used_by_taking_away_the_signs(prosjekt: Path) -> None:
    path = prosjekt / "data/eksempler/prikkeby-skole.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^# (?=(?:# | +(?:- )?[a-z_]+:| +#|[a-z_]+:))", "", text), encoding="utf-8")
    found = check_data(read_data(prosjekt))
    assert {f.kode for f in found} == {"FYL-001"}
    assert any("okonomi, punkt 1" in f.felt for f in found)


@pytest.mark.parametrize("fil", ["data/eksempler/prikkeby-skole.yml", "data/kilder/prikkeby-skole-kilde.yml"])
def test_every_field_at_the_top_stands_there(prosjekt: Path, fil: str) -> None:
    skjemaer = read_data(prosjekt).skjema
    schema = skjemaer["eksempel.schema.json" if "eksempler" in fil else "kilde.schema.json"]
    text = (prosjekt / fil).read_text(encoding="utf-8")
    assert [name for name, _ in properties(schema, skjemaer) if not re.search(rf"(?m)^(?:# )?{name}:", text)] == []


def test_nothing_is_written_over_and_nothing_half_written(prosjekt: Path) -> None:
    with pytest.raises(FinsFraFor) as taken:
        write_new(prosjekt, {"data/ny.yml": "x", "data/eksempler/prikkeby-skole.yml": "borte"})
    assert taken.value.filer == ("data/eksempler/prikkeby-skole.yml",)
    assert not (prosjekt / "data/ny.yml").exists()
    assert "borte" not in (prosjekt / "data/eksempler/prikkeby-skole.yml").read_text(encoding="utf-8")


def test_what_can_be_known_stands_there(prosjekt: Path) -> None:
    text = (prosjekt / "data/eksempler/prikkeby-skole.yml").read_text(encoding="utf-8")
    county = next(k["fylke"] for _, _, k in read_data(prosjekt).av_slag("kommune") if k["navn"] == "Prikkeby")
    assert f"publisert: {DAG}\n" in text
    assert f"# Prikkeby i {county}.\n" in text
    assert "Velg blant: " in text and "byttere" in text
    assert "nivaa_i_kilden: strategi\n" in text
    assert "[{overskrift:" in text
