"""From raw data to typed objects: what a writer may leave out, the settings, and when the base is read again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from macros.loading import build_settings, load_base, read_data
from macros.model import Kunnskapsbase
from macros.model.felles import Stedspunkt, Tid
from tests.felles import make_project


@pytest.fixture
def prosjekt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("KB_NETTADRESSE", "GITHUB_REPOSITORY", "GITHUB_SERVER_URL"):
        monkeypatch.delenv(name, raising=False)
    return make_project(tmp_path)


@pytest.fixture
def base(prosjekt: Path) -> Kunnskapsbase:
    return load_base(prosjekt)


def test_the_only_source_is_inherited(base: Kunnskapsbase) -> None:
    eksempel = base.eksempel("prikkeby")
    assert {p.kilde for _, p in eksempel.pastander()} == {"prikkeby-rapport"}
    assert eksempel.deklarasjon.malgruppe.kilde == "prikkeby-rapport"
    motstrid = eksempel.bakgrunn[1].motstrid
    assert motstrid and {u.kilde for u in motstrid.sier} == {"prikkeby-rapport"}


def test_a_source_of_its_own_is_kept(base: Kunnskapsbase) -> None:
    assert base.eksempel("prikkeby").status_i_dag.kilde == "diktlov"
    gyldig = base.eksempel("prikkeby").bakgrunn[1].gyldig_i_dag
    assert gyldig and gyldig.kilde == "diktlov"
    assert base.eksempel("strekvoll").maal[0].kilde == "strekvoll-plan"
    assert base.eksempel("strekvoll").resultater[0].kilde == "strekvoll-slutt"
    assert [m.kilde for m in base.eksempel("strekvoll").mangler] == ["strekvoll-slutt", "strekvoll-plan"]


def test_what_cites_nothing_gets_no_source(base: Kunnskapsbase) -> None:
    assert base.eksempel("strekvoll").status_i_dag.kilde is None


def test_bare_page_numbers_become_places(base: Kunnskapsbase) -> None:
    assert base.eksempel("prikkeby").deklarasjon.metode.sted == (Stedspunkt(side=5), Stedspunkt(side=6))
    assert base.eksempel("prikkeby").bakgrunn[1].sted[:2] == (Stedspunkt(side="iv"), Stedspunkt(side=3, tabell="1"))
    assert base.kilde("prikkeby-rapport").mangler[0].sted == (Stedspunkt(side=19), Stedspunkt(side=20))
    assert base.kommune("9901").innbyggere[0].sted == (Stedspunkt(side=2),)


def test_values_are_of_their_types(base: Kunnskapsbase) -> None:
    assert base.eksempel("prikkeby").periode == Tid(fra="2009-12-22", til="2012-host", merknad="Slutten er usikker.")
    assert base.kommune("9902").punkt == (60.0, 10.0)
    assert base.kilde("prikkeby-rapport").lest.sider == ((1, 12), (15, 18))
    assert base.kode("kildetype", "sluttrapport").krever == ("resultater", "erfaringer", "okonomi")


def test_records_keep_their_order(base: Kunnskapsbase) -> None:
    assert list(base.temaer) == ["bytte", "hus"]
    assert list(base.kilder) == sorted(base.kilder)


def test_settings_from_the_file(prosjekt: Path) -> None:
    found = build_settings(read_data(prosjekt), {})
    assert (found.nettadresse, found.kodelager) == (
        "https://example.org/diktbasen/",
        "https://example.org/kode/diktbasen",
    )


def test_settings_from_the_environment(prosjekt: Path) -> None:
    path = prosjekt / "data" / "innstillinger.yml"
    path.write_text(
        "".join(
            line
            for line in path.read_text(encoding="utf-8").splitlines(keepends=True)
            if not line.startswith(("nettadresse", "kodelager", "redaktor", "postkasse"))
        ),
        encoding="utf-8",
    )
    raw = read_data(prosjekt)
    assert build_settings(raw, {}).nettadresse is None
    assert build_settings(raw, {}).kodelager is None
    assert (
        build_settings(raw, {"KB_NETTADRESSE": "https://eier.github.io/base"}).nettadresse
        == "https://eier.github.io/base/"
    )
    assert (
        build_settings(raw, {"KB_NETTADRESSE": "https://eier.github.io/base/"}).nettadresse
        == "https://eier.github.io/base/"
    )
    assert build_settings(raw, {"KB_NETTADRESSE": ""}).nettadresse is None
    assert build_settings(raw, {"GITHUB_REPOSITORY": "eier/base"}).kodelager == "https://github.com/eier/base"
    own = {"GITHUB_REPOSITORY": "eier/base", "GITHUB_SERVER_URL": "https://git.example.org"}
    assert build_settings(raw, own).kodelager == "https://git.example.org/eier/base"


def test_the_environment_wins_over_the_file_for_the_address(prosjekt: Path) -> None:
    found = build_settings(read_data(prosjekt), {"KB_NETTADRESSE": "https://eier.github.io/base"})
    assert found.nettadresse == "https://eier.github.io/base/"


def test_the_base_is_kept_until_something_changes(prosjekt: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_base(prosjekt)
    assert load_base(prosjekt) is first
    monkeypatch.setenv("KB_NETTADRESSE", "https://eier.github.io/base")
    other = load_base(prosjekt)
    assert other is not first
    assert other.innstillinger.nettadresse == "https://eier.github.io/base/"


def test_the_base_is_read_again_after_a_change(prosjekt: Path) -> None:
    first = load_base(prosjekt)
    path = prosjekt / "data" / "temaer.yml"
    before = path.stat().st_mtime_ns
    path.write_text(path.read_text(encoding="utf-8").replace("navn: Hus", "navn: Hytte"), encoding="utf-8")
    os.utime(path, ns=(before + 1, before + 1))  # some file systems count in seconds
    assert first.tema("hus").navn == "Hus"
    assert load_base(prosjekt).tema("hus").navn == "Hytte"


def test_the_base_is_read_again_when_a_record_comes_or_goes(prosjekt: Path) -> None:
    assert "strek" in load_base(prosjekt).begreper
    (prosjekt / "data" / "begreper" / "strek.yml").unlink()
    assert "strek" not in load_base(prosjekt).begreper


def test_libraries_are_listed_with_version_and_licence(base: Kunnskapsbase) -> None:
    assert [b.navn for b in base.biblioteker] == ["mkdocs-material"]
    assert all(b.versjon and b.lisens for b in base.biblioteker)
