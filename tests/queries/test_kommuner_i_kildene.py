"""Every municipality that the five main sources name can be found by the name it had then."""

from __future__ import annotations

import pytest

from macros import queries
from macros.loading import load_base
from tests.conftest import ROOT

BASE = load_base(ROOT)

NAMED = {
    "Alta": "5601",
    "Arendal": "4203",
    "Asker": "3203",
    "Averøy": "1554",
    "Bergen": "4601",
    "Bodø": "1804",
    "Bærum": "3201",
    "Drammen": "3301",
    "Eidsberg": "3118",
    "Elverum": "3420",
    "Enebakk": "3220",
    "Flatanger": "5049",
    "Flora": "4602",
    "Fredrikstad": "3107",
    "Froland": "4214",
    "Gjerstad": "4211",
    "Gjøvik": "3407",
    "Gran": "3446",
    "Grimstad": "4202",
    "Grong": "5045",
    "Halden": "3101",
    "Hamar": "3403",
    "Hamarøy": "1875",
    "Hammerfest": "5603",
    "Hasvik": "5616",
    "Hattfjelldal": "1826",
    "Haugesund": "1106",
    "Hobøl": "3118",
    "Hol": "3330",
    "Hvaler": "3110",
    "Karmøy": "1149",
    "Kongsberg": "3303",
    "Kongsvinger": "3401",
    "Kristiansand": "4204",
    "Kristiansund": "1505",
    "Larvik": "3909",
    "Lillehammer": "3405",
    "Lunner": "3234",
    "Lyngen": "5536",
    "Lørenskog": "3222",
    "Malvik": "5031",
    "Mandal": "4205",
    "Marker": "3122",
    "Meland": "4631",
    "Midtre Gauldal": "5027",
    "Molde": "1506",
    "Moss": "3103",
    "Namsos": "5007",
    "Narvik": "1806",
    "Nedre Eiker": "3301",
    "Nittedal": "3232",
    "Nordre Follo": "3207",
    "Nærøy": "5060",
    "Oppdal": "5021",
    "Oslo": "0301",
    "Rana": "1833",
    "Ringsaker": "3411",
    "Rissa": "5054",
    "Risør": "4201",
    "Roan": "5058",
    "Røros": "5025",
    "Sandefjord": "3907",
    "Sandnes": "1108",
    "Sarpsborg": "3105",
    "Selbu": "5032",
    "Skien": "4003",
    "Stavanger": "1103",
    "Steinkjer": "5006",
    "Stjørdal": "5035",
    "Sør-Varanger": "5605",
    "Sørum": "3205",
    "Tromsø": "5501",
    "Trondheim": "5001",
    "Trysil": "3421",
    "Tvedestrand": "4213",
    "Tønsberg": "3905",
    "Vadsø": "5607",
    "Verdal": "5038",
    "Verran": "5006",
    "Vestvågøy": "1860",
    "Volda": "1577",
    "Ås": "3218",
    "Ørland": "5057",
}
"""The names in the sources and in the lists of documents that stand with their transcripts, and today's number."""

LARGER = [
    "1103", "1108", "1506", "1577", "1806", "1875", "3103", "3118", "3203",
    "3205", "3207", "3301", "3905", "3907", "3909", "4204", "4205", "4602",
    "4631", "5001", "5006", "5007", "5054", "5057", "5058", "5060", "5603",
]  # fmt: skip
"""Today's municipalities that are made of more than the one in the sources."""


@pytest.mark.parametrize(("navn", "nummer"), NAMED.items())
def test_a_name_in_the_sources_leads_to_the_municipality_of_today(navn: str, nummer: str) -> None:
    assert nummer in [k.nummer for k in BASE.kommuner.values() if navn in k.alle_navn]


def test_the_page_lists_the_same_names() -> None:
    assert {n.navn: n.kommune.nummer for n in queries.kommunenavn_i_kildene(BASE)} == NAMED


@pytest.mark.parametrize("nummer", LARGER)
def test_where_today_is_another_and_larger_unit_the_history_says_so(nummer: str) -> None:
    texts = " ".join(h.tekst for h in BASE.kommuner[nummer].historie)
    assert "slått sammen" in texts or "én kommune" in texts


def test_a_municipality_that_was_named_is_named_with_a_place() -> None:
    assert all(n.sted for k in BASE.kommuner.values() for n in k.nevnt)
