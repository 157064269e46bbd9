"""The pictures shown where a page is shared: one a page, the same bytes every time, and only for a site with an address."""

from __future__ import annotations

import dataclasses
import struct

from macros.build.deling import make_cards
from macros.finish import CARD_SIZE
from macros.loading import load_base
from macros.model.innstillinger import Innstillinger
from macros.model.side import Sidehode
from tests.felles import ROOT

PAGES = {
    "index.html": Sidehode(kilde="index.md", tittel="Forside"),
    "lov/klage/index.html": Sidehode(kilde="lov/klage.md", tittel="Klage på vedtak om bolig & <b>lån</b>"),
}


def settings(address: str | None) -> Innstillinger:
    return dataclasses.replace(load_base(ROOT).innstillinger, nettadresse=address)


def test_each_page_has_a_picture_of_the_right_size():
    cards = make_cards(ROOT, settings("https://eksempel.no/"), PAGES)
    assert sorted(cards) == ["assets/deling/forside.png", "assets/deling/lov-klage.png"]
    for card in cards.values():
        assert card.startswith(b"\x89PNG")
        assert struct.unpack(">II", card[16:24]) == CARD_SIZE


def test_the_pictures_are_the_same_every_time():
    first, second = (make_cards(ROOT, settings("https://eksempel.no/"), PAGES) for _ in range(2))
    assert first == second


def test_a_site_without_an_address_has_no_pictures():
    assert make_cards(ROOT, settings(None), PAGES) == {}
