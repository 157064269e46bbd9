"""What a pull request changes, in words; and a list from a stranger that can call upon nobody and link nowhere."""

from __future__ import annotations

import re
from pathlib import Path

from macros.loading import read_data
from macros.mottak import harmless
from macros.scaffold.endringer import as_markdown, changed_pages, changed_records, page_changes
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
        "Borte: begrepet «strek» (strek). Id-en må inn i data/utgatte.yml, så den ikke brukes om igjen.",
        "I eksempelet «Rette streker» (strekvoll): «tittel» er endret fra «Strekene i Strekvoll» til «Rette streker»",
        "I eksempelet «Rette streker» (strekvoll): påstanden resultat-1 under «resultater» er tatt bort. "
        "Den sa: «Strekene ble nesten rette.»",
        "I eksempelet «Rette streker» (strekvoll): ny påstand under «resultater» (resultat-2): «Strekene ble nesten rette.»",
        "I eksempelet «Rette streker» (strekvoll): påstanden erfaring-1 under «erfaringer»: "
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


def test_figures_and_lists_are_told_in_words_and_not_as_code(tmp_path: Path) -> None:
    before, root = make_project(tmp_path / "a"), make_project(tmp_path / "b")
    prikk = root / "data/eksempler/prikkeby.yml"
    text = prikk.read_text(encoding="utf-8")
    amount = re.search(r"kroner: (\d+)", text)
    assert amount
    prikk.write_text(text.replace(amount.group(), "kroner: 1234567", 1), encoding="utf-8")
    (told,) = changed_records(read_data(before), read_data(root))
    assert "kroner» er endret fra «" in told
    assert told.endswith("til «1 234 567»")
    assert not re.search(r"[{}\[\]']", told)


def test_of_a_long_text_the_part_that_differs_is_shown(tmp_path: Path) -> None:
    before, root = make_project(tmp_path / "a"), make_project(tmp_path / "b")
    for folder, end in ((before, "først"), (root, "sist")):
        replace(
            folder / "data/eksempler/strekvoll.yml", "Linjal hjelper.", f"{'Linjal hjelper litt. ' * 20}Den kom {end}."
        )
    (told,) = changed_records(read_data(before), read_data(root))
    assert "Den kom først.» til «" in told
    assert told.endswith("Den kom sist.»")


def test_a_page_that_has_moved_is_new_at_one_address_and_gone_at_another() -> None:
    lines = [
        "R100\tdocs/lov/a.md\tdocs/metoder/b.md",
        "A\tdata/kilder/k.yml",
        "M\tdata/eksempler/x.yml",
        "D\tdocs/om/c.md",
    ]
    found = page_changes(lines)
    assert found == {"nye": ["/metoder/b/"], "sider": ["/eksempler/x/", "/kilder/"], "borte": ["/lov/a/", "/om/c/"]}
    assert "Noen kan ha lenket til en side som blir borte." in as_markdown(found, harmless)
