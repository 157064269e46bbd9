"""No text of a record becomes markup, whatever it says and wherever in a page the macro stands.

Every text of the invented base is replaced twice: once by a harmless word, once by what would do harm. The two must give
the same tags, attributes and links, and the harmful text must be there for the reader to read.
"""

from __future__ import annotations

import dataclasses
from functools import cache
from typing import Any

import pytest

from macros.makroer import SEMINARDELER, Makroer
from macros.model import Regel
from macros.rendering.example import parts_with_content
from tests.diktbase import diktbase
from tests.makroer.sider import Markup, as_page
from tests.skadelig import HARMFUL, replaced

PLACES = {
    "alone": "{x}",
    "in a sentence": "Før {x} etter.",
    "first in a sentence": "{x} etter.",
    "in a list": "- punkt {x}\n- {x}",
    "in a quote": "> {x}",
    "in a table": "| a | b |\n|---|---|\n| {x} | c |",
    "in a box": '!!! note "Merk"\n    Før {x} etter.\n\n    {x}',
    "in emphasis": "**Før {x} etter**",
    "in a definition": "Ord\n:   Før {x} etter",
    "in a heading": "## Før {x} etter",
}


INLINE = [
    '{{ kilde("prikkeby-rapport", side=4) }}',
    '{{ kilde("diktlov", sted=tekst) }}',
    '{{ begrep("husbytte") }}',
    '{{ begrep("husbytte", tekst) }}',
    '{{ mangler("kilden_tier") }}',
]
"""The macros that stand in a sentence."""

BLOCKS = [
    *(
        f'{{{{ eksempel("{e.id}", "{part}") }}}}'
        for e in diktbase().eksempler.values()
        for part in parts_with_content(e)
    ),
    *(
        f"{{{{ {name}() }}}}"
        for name in ("eksempler", "strategier", "tiltak", "resultater", "erfaringer", "virket_ikke")
    ),
    *(
        f"{{{{ {name}() }}}}"
        for name in ("lovkrav", "ordtabell", "nokkeltall", "biblioteker", "byggepakker", "makroer")
    ),
    *(f"{{{{ {name}() }}}}" for name in ("lovendringer", "lovtidslinje", "gjennomgang", "nytt")),
    *("{{ datafiler() }}", "{{ utgaver() }}", "{{ engelsk_ordliste() }}", "{{ pakker() }}"),
    *("{{ engelske_eksempler() }}", "{{ engelske_metoder() }}"),
    *("{{ sokefelt() }}", "{{ sokeside() }}", "{{ redaksjon() }}"),
    *("{{ hva_mangler() }}", "{{ tomme_ruter() }}", '{{ felter("tiltak") }}'),
    *(f'{{{{ utforsker("{name}") }}}}' for name in ("strategier", "tiltak", "resultater", "erfaringer")),
    *(f'{{{{ utforsker("{name}") }}}}' for name in ("eksempler", "kilder", "kommuner", "ordliste")),
    *("{{ praksiskart() }}", "{{ praksisliste() }}", "{{ sammenlign() }}"),
    *(f'{{{{ eksempler_etter("{ordning}") }}}}' for ordning in ("fylke", "storrelse")),
    '{{ sider("lov") }}',
    '{{ tidslinje("prikkeby") }}',
    '{{ nettverk("prikkeby-2012") }}',
    "{{ seminarer() }}",
    "{{ byggeklosser() }}",
    *(f'{{{{ seminar("byttekurs", "{part}") }}}}' for part in SEMINARDELER),
    *(f'{{{{ seminarprogram("byttekurs", "{length}") }}}}' for length in ("dag", "90", "45")),
    "{{ nettverkene() }}",
    '{{ krav("dl-1-bytte") }}',
    '{{ definisjoner("husbytte") }}',
    "{{ kommuner(fylke) }}",
    '{{ kommune("9901") }}',
    "{{ kommuner_i_kildene() }}",
    '{{ kodeliste("mangel") }}',
    '{{ funnkoder("TEK") }}',
    '{{ innganger([[tekst, "/eksempler/", tekst]]) }}',
    '{{ frist("2024-07-01") }}',
    *(f'{{{{ utseende("{del_}") }}}}' for del_ in ("merket", "farger", "rom", "skrift", "avstand", "merker")),
    '{{ sjekkliste("diktlov") }}',
    *('{{ mal("bytteavtale") }}', '{{ malfiler("byttetall") }}', '{{ maler("plan") }}'),
    *(f'{{{{ tilstand("{del_}") }}}}' for del_ in ("datakvalitet", "adresser", "frister", "ytelse")),
]
"""All the others, with everything that the base has."""

FIGURES = [
    "{{ figur_tidslinje() }}",
    *(f'{{{{ figur_{del_}("prikkeby") }}}}' for del_ in ("organisering", "kjede", "tiltak", "okonomi")),
    '{{ figur_nettverk("snitt") }}',
    '{{ figur_nettverksform("ring") }}',
    "{{ kart() }}",
]
"""Drawings, in which a longer text takes more lines, and so more elements."""


@cache
def poisoned(text: str) -> dict[str, Any]:
    """The macros over a base in which every text is `text`, and the text itself, as a writer might pass it on."""
    base = diktbase()
    base = dataclasses.replace(replaced(base, text), innstillinger=base.innstillinger)
    return {**Makroer(base, {"TEK-001": Regel(text, text)}).alle(), "tekst": text, "fylke": base.kommuner["9901"].fylke}


@cache
def page(text: str, place: str, calls: tuple[str, ...]) -> Markup:
    """The calls, each in such a place."""
    return Markup(as_page("\n\n".join(PLACES[place].replace("{x}", call) for call in calls), poisoned(text)))


def test_every_macro_is_called() -> None:
    assert {call[3:].partition("(")[0] for call in INLINE + BLOCKS + FIGURES} == set(Makroer(diktbase()).alle())


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", HARMFUL)
def test_no_text_in_a_sentence_becomes_markup(text: str, place: str) -> None:
    found, harmless = page(text, place, tuple(INLINE)), page("ord", place, tuple(INLINE))
    assert found.tags == harmless.tags
    assert found.links == harmless.links


@pytest.mark.parametrize(
    ("place", "texts"), [("alone", HARMFUL), ("in a list", HARMFUL[::2]), ("in a table", HARMFUL[1::2])]
)
def test_no_text_in_a_block_becomes_markup(place: str, texts: list[str]) -> None:
    text = " ".join(texts)
    found, harmless = page(text, place, tuple(BLOCKS)), page("ord", place, tuple(BLOCKS))
    assert found.tags == harmless.tags
    assert found.links == harmless.links


@pytest.mark.parametrize("text", HARMFUL)
def test_no_text_in_a_figure_becomes_markup(text: str) -> None:
    found, harmless = page(text, "alone", tuple(FIGURES)), page("ord", "alone", tuple(FIGURES))
    assert set(found.tags) <= set(harmless.tags)
    assert found.links == harmless.links


@pytest.mark.parametrize("text", [t for t in HARMFUL if "\n" not in t])
def test_the_text_is_there_for_the_reader(text: str) -> None:
    found = page(text, "in a sentence", tuple(INLINE)).text
    assert found.count(text) == page("ord", "in a sentence", tuple(INLINE)).text.count("ord")


def test_the_text_of_a_block_is_there_for_the_reader() -> None:
    text = " ".join(t for t in HARMFUL if "\n" not in t)
    found = page(text, "alone", tuple(BLOCKS)).text.replace(text.capitalize(), text)
    assert found.count(text) > 100
    assert "nei" not in found.replace(text, "").replace("nei1 av", "")  # «nei» is a code of one table
