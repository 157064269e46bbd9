"""Small things as a reader meets them. «~» stands for the space that doesn't break."""

from __future__ import annotations

from typing import Any

import pytest

from macros.model.felles import Belop, Stedspunkt, Tid
from macros.model.kilde import Kilde, Lest
from macros.rendering import tekst

REASONS = {"tapt_i_avskriften": "Falt ut av avskriften", "kilden_tier": "Kilden sier det ikke"}
CODES = {"mangel": REASONS, "per": {"ar": "per år", "totalt": "i alt"}, "belopsslag": {"drift": "drift"}}


def shown(text: str) -> str:
    return text.replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("punkt", "expected"),
    [
        (2011, "2011"),
        ("2011", "2011"),
        ("2011-01", "januar 2011"),
        ("2011-12", "desember 2011"),
        ("2011-vinter", "vinteren 2011"),
        ("2011-var", "våren 2011"),
        ("2011-sommer", "sommeren 2011"),
        ("2011-host", "høsten 2011"),
        ("2011-08-31", "31.~august 2011"),
        ("2011-05-01", "1.~mai 2011"),
    ],
)
def test_tidspunkt(punkt: int | str, expected: str) -> None:
    assert shown(tekst.tidspunkt(punkt)) == expected


@pytest.mark.parametrize(
    ("tid", "expected"),
    [
        ({"naar": 2011}, "2011"),
        ({"naar": "2011-host"}, "høsten 2011"),
        ({"fra": 2009, "til": 2012}, "2009–2012"),
        ({"fra": "2009-12-22", "til": 2012}, "22.~desember 2009 til 2012"),
        ({"fra": 2009, "til": "2012-var"}, "2009 til våren 2012"),
        ({"fra": 2009}, "fra 2009"),
        ({"til": "2012-06"}, "til juni 2012"),
        ({"gjentas": "arlig"}, "hvert år"),
        ({"gjentas": "halvarlig", "fra": 2011}, "hvert halvår fra 2011"),
        ({"gjentas": "manedlig", "til": 2015}, "hver måned til 2015"),
        ({"gjentas": "arlig", "fra": 2011, "til": 2015}, "hvert år 2011–2015"),
        ({"gjentas": "arlig", "hver_dato": "12-31", "til": 2015}, "31.~desember hvert år til 2015"),
        ({"gjentas": "arlig", "holdt": (2010, "2011-05")}, "hvert år; holdt 2010 og mai 2011"),
        ({"naar": 2011, "holdt": (2010, 2011, 2012)}, "2011; holdt 2010, 2011 og 2012"),
        ({"mangler": "tapt_i_avskriften"}, "falt ut av avskriften"),
        ({"naar": 2011, "merknad": "trolig"}, "2011; trolig"),
        ({"mangler": "kilden_tier", "merknad": "etter møtet"}, "kilden sier det ikke; etter møtet"),
        ({"merknad": "når det snør"}, "når det snør"),
    ],
)
def test_tid(tid: dict[str, Any], expected: str) -> None:
    assert shown(tekst.tid(Tid(**tid), REASONS)) == expected


@pytest.mark.parametrize(
    ("verdi", "expected"),
    [
        (0, "0"),
        (999, "999"),
        (1000, "1~000"),
        (1234567, "1~234~567"),
        (4.5, "4,5"),
        (12345.25, "12~345,25"),
        (3.0, "3"),
        (-1200, "-1~200"),
    ],
)
def test_numbers_have_a_hard_space_between_thousands(verdi: float, expected: str) -> None:
    assert shown(tekst.tall(verdi)) == expected


@pytest.mark.parametrize(
    ("belop", "expected"),
    [
        ({"kroner": 1200}, "1~200~kroner"),
        ({"kroner": 0}, "0~kroner"),
        ({"kroner": 500, "per": "ar"}, "500~kroner per år"),
        ({"kroner": 500, "per": "totalt", "periode": Tid(fra=2010, til=2015)}, "500~kroner i alt, 2010–2015"),
        ({"kroner": 500, "slags": "drift"}, "500~kroner (drift)"),
        ({"kroner": 500, "fra_hvem": "Husbanken"}, "500~kroner, fra Husbanken"),
        (
            {"kroner": 5000, "per": "ar", "periode": Tid(naar=2010), "slags": "drift", "fra_hvem": "staten"},
            "5~000~kroner per år, 2010 (drift), fra staten",
        ),
        ({"mangler": "kilden_tier"}, "Kilden sier det ikke"),
        ({}, ""),
    ],
)
def test_amounts_are_whole_kroner_with_their_period(belop: dict[str, Any], expected: str) -> None:
    assert shown(tekst.belop(Belop(**belop), CODES)) == expected


@pytest.mark.parametrize(
    ("punkter", "expected"),
    [
        ([], ""),
        ([{"side": 4}], "s.~4"),
        ([{"side": 4}, {"side": 8}, {"side": 9}], "s.~4, 8–9"),
        ([{"side": 9}, {"side": 8}, {"side": 7}, {"side": 8}], "s.~7–9"),
        ([{"side": 1}, {"side": 3}, {"side": 5}], "s.~1, 3, 5"),
        ([{"side": "iv"}], "s.~iv"),
        ([{"side": "19–20"}], "s.~19–20"),
        ([{"paragraf": "5"}], "§~5"),
        ([{"paragraf": "3-1"}], "§~3-1"),
        ([{"paragraf": "5", "ledd": 1}], "§~5 første ledd"),
        ([{"paragraf": "5", "ledd": 2, "punktum": 4}], "§~5 annet ledd fjerde punktum"),
        ([{"paragraf": "5", "punktum": 10}], "§~5 tiende punktum"),
        ([{"paragraf": "5", "ledd": 11}], "§~5 11. ledd"),
        ([{"side": 26, "tabell": "2"}], "tabell 2, s.~26"),
        ([{"figur": "3"}], "figur 3"),
        ([{"kapittel": "1.2"}], "kapittel 1.2"),
        ([{"overskrift": "Slik gjorde vi"}], "under «Slik gjorde vi»"),
        ([{"side": 26, "tabell": "2"}, {"side": 4}, {"side": 5}], "s.~4–5; tabell 2, s.~26"),
        ([{"paragraf": "5", "ledd": 2}, {"paragraf": "6"}], "§~5 annet ledd; §~6"),
    ],
)
def test_places_in_a_source_are_written_as_in_a_reference(punkter: list[dict[str, Any]], expected: str) -> None:
    assert shown(tekst.sted(tuple(Stedspunkt(**p) for p in punkter))) == expected


@pytest.mark.parametrize(
    ("felt", "expected"),
    [
        ({}, "Prikkeby kommune (2011)"),
        ({"utgitt": Tid(naar="2011-08-31")}, "Prikkeby kommune (2011)"),
        ({"utgitt": Tid(fra=2012)}, "Prikkeby kommune (2012)"),
        ({"utgitt": Tid(mangler="kilden_tier")}, "Prikkeby kommune (uten år)"),
        ({"forfattere": ("Prikk, Kari",)}, "Prikk (2011)"),
        ({"forfattere": ("Prikk, Kari", "Strek, Ola")}, "Prikk og Strek (2011)"),
        ({"forfattere": ("Prikk, Kari", "Strek, Ola", "Ring, Per")}, "Prikk mfl. (2011)"),
        ({"forfattere": ("Prikk, Kari",), "korttittel": "boligsosialloven"}, "boligsosialloven"),
    ],
)
def test_a_source_is_named_by_who_made_it_and_the_year(felt: dict[str, Any], expected: str) -> None:
    kilde = {
        "id": "k",
        "kildetype": "plan",
        "dokumentstatus": "endelig",
        "tittel": "T",
        "utgiver": "Prikkeby kommune",
        "utgitt": Tid(naar=2011),
        "lest": Lest(omfang="alt", dato="2026-01-10"),
    }
    assert tekst.kildenavn(Kilde(**{**kilde, **felt})) == expected


@pytest.mark.parametrize(
    ("deler", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a og b"), (["a", "b", "c"], "a, b og c")],
)
def test_a_list_in_a_sentence_has_og_before_the_last(deler: list[str], expected: str) -> None:
    assert tekst.ramse(deler) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("målgruppe", "Målgruppe"), ("økonomi", "Økonomi"), ("", ""), ("å", "Å")]
)
def test_only_the_first_letter_is_made_large(text: str, expected: str) -> None:
    assert tekst.stor(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Akershus", "akershus"),
        ("Møre og Romsdal", "more-og-romsdal"),
        ("Åsnes", "asnes"),
        ("Nærøysund", "naeroysund"),
        ("Kárášjohka – Karasjok", "karasjohka-karasjok"),
        ("Porsáŋgu / Đ", "porsangu-d"),
    ],
)
def test_names_in_addresses_have_only_a_to_z_digits_and_hyphens(text: str, expected: str) -> None:
    assert tekst.adressenavn(text) == expected
