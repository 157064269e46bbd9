"""What a pull request changes, in words; and a list from a stranger that can call upon nobody and link nowhere."""

from __future__ import annotations

from pathlib import Path

from macros.loading import read_data
from macros.mottak import harmless
from macros.scaffold.endringer import as_markdown, changed_pages, changed_records
from tests.build.prosjekt import replace
from tests.felles import make_project


def test_each_changed_claim_is_told_of(tmp_path: Path) -> None:
    before, root = make_project(tmp_path / "a"), make_project(tmp_path / "b")
    strek = root / "data/eksempler/strekvoll.yml"
    replace(strek, "Linjal hjelper.", "Linjal hjelper lite.")
    replace(strek, "tittel: Strekene i Strekvoll", "tittel: Rette streker")
    replace(strek, "id: resultat-1", "id: resultat-2")
    (root / "data/begreper/strek.yml").unlink()
    assert list(changed_records(read_data(before), read_data(root))) == [
        "Borte: begrepet «strek».",
        "I eksempelet «strekvoll»: «tittel» er endret fra «Strekene i Strekvoll» til «Rette streker»",
        "I eksempelet «strekvoll»: påstanden resultat-1 under «resultater» er tatt bort. "
        "Den sa: «Strekene ble nesten rette.»",
        "I eksempelet «strekvoll»: ny påstand under «resultater» (resultat-2): «Strekene ble nesten rette.»",
        "I eksempelet «strekvoll»: påstanden erfaring-1 under «erfaringer»: "
        "«tekst» er endret fra «Linjal hjelper.» til «Linjal hjelper lite.»",
    ]


def test_a_file_leads_to_the_page_it_makes() -> None:
    paths = ["docs/lov/index.md", "docs/lov/krav.md", "docs/index.md", "data/eksempler/x.yml", "docs/assets/css/a.css"]
    assert changed_pages(paths) == ["/", "/eksempler/x/", "/lov/", "/lov/krav/"]


def test_a_list_from_a_stranger_is_shown_harmless() -> None:
    hostile = {"sider": ["/ok/", "/x/`@alle", 7], "data": ["@alle <img src=x> [x](https://nei.no) " + "a" * 9999, None]}
    text = as_markdown(hostile, harmless)
    assert "`/ok/`" in text
    assert "@" not in text
    assert "<img" not in text
    assert "](" not in text.replace("\\](", "")
    assert len(text) < 600


def test_what_is_no_list_says_that_nothing_is_changed() -> None:
    for strange in (None, [], {"sider": "x"}, {"data": {"a": 1}}):
        assert as_markdown(strange, harmless).endswith("Ingen sider og ingen data er endret.\n")
