"""Every macro as a writer meets it: a docstring with an example that works, one line of HTML, and answers to mistakes."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from jinja2 import Environment, StrictUndefined

from macros.build.koder import every_code
from macros.loading import load_base
from macros.makroer import Makroer, Makrofeil
from macros.model import UkjentId
from tests.diktbase import diktbase
from tests.felles import ROOT
from tests.makroer.test_fiendtlig import BLOCKS, FIGURES, INLINE, poisoned

REAL = Makroer(load_base(ROOT), every_code()).alle()
MACROS = Makroer(diktbase(), every_code()).alle()
EXAMPLES = [
    (name, call) for name, macro in REAL.items() for call in re.findall(r"`(\{\{.*?\}\})`", macro.__doc__ or "")
]


def called(call: str, macros: dict[str, Any]) -> str:
    return Environment(undefined=StrictUndefined).from_string(call).render(**macros)


@pytest.mark.parametrize("name", REAL)
def test_a_macro_says_what_it_does_and_shows_how(name: str) -> None:
    doc = REAL[name].__doc__ or ""
    assert re.match(r"[A-ZÆØÅÉ][^`]+: `\{\{ " + name + r"\(", doc), (
        "første setning sier hva, og slutter med et eksempel"
    )
    assert doc.rstrip().endswith(".")
    assert doc.count("`") % 2 == 0


@pytest.mark.parametrize(("name", "call"), EXAMPLES)
def test_the_example_works_on_the_real_base(name: str, call: str) -> None:
    try:
        assert called(call, REAL)
    except UkjentId as error:
        assert error.lovlige == (), f"{call}: {error}"  # the base has none of that kind yet


@pytest.mark.parametrize(
    "name",
    [n for n in ("eksempler", "strategier", "tiltak", "resultater", "erfaringer") if "kb-ingen" not in REAL[n]()],
)
def test_the_example_of_a_table_has_rows(name: str) -> None:
    """Where the base has anything to show at all."""
    assert any("kb-ingen" not in called(call, REAL) for n, call in EXAMPLES if n == name)


@pytest.mark.parametrize("call", [*BLOCKS, *FIGURES, *INLINE])
def test_a_macro_gives_one_line(call: str) -> None:
    for text in ("ord", "a\nb\r\nc\x0bd\u2028e"):
        html = called(call, poisoned(text))
        assert html.strip()
        assert len(html.splitlines()) == 1


def test_a_survey_shows_what_its_figures_rest_on() -> None:
    html = called('{{ nettverk("prikkeby-2012") }}', MACROS)
    for told in ("Hilser de andre på deg?; skala 1 til 6; uten «vet ikke»", "9–11", "Tallet er gjettet."):
        assert told in html


def test_surveys_side_by_side_show_a_range_and_what_is_not_known() -> None:
    html = called("{{ nettverkene() }}", MACROS)
    assert 'href="/eksempler/nettverkene/#nettverk-prikkeby-2012"' in html
    assert all(told in html for told in ("9–11", "Falt ut av avskriften", "4,5"))


def test_no_field_of_a_page_has_the_name_of_a_macro() -> None:
    """mkdocs-macros lets front matter stand in the way of a macro: «for» or «tema» as a macro would be gone on that page."""
    schema = json.loads((ROOT / "data" / "skjema" / "side.schema.json").read_text(encoding="utf-8"))
    assert set(schema["properties"]) & set(REAL) == set()


@pytest.mark.parametrize(
    "taken", ["page", "config", "navigation", "files", "macros_info", "now", "context", "environment"]
)
def test_no_macro_has_a_name_that_the_engine_uses(taken: str) -> None:
    assert taken not in REAL


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        ('eksempel("prikeby", "fakta")', UkjentId, "Eksempelet «prikeby» finnes ikke. Mente du «prikkeby»?"),
        ('eksempel("prikkeby", "fakt")', UkjentId, "Delen «fakt» finnes ikke. Mente du «fakta»?"),
        (
            'eksempel("strekvoll", "tiltak")',
            Makrofeil,
            "Eksempelet «strekvoll» har ikke noe under «tiltak». Slett overskriften og makroen.",
        ),
        (
            'eksempel("strekvoll", "organisering")',
            Makrofeil,
            "Eksempelet «strekvoll» har ikke noe under «organisering». Slett overskriften og makroen.",
        ),
        ('sider("love")', UkjentId, "Mappa «love» finnes ikke. Mente du «lov»?"),
        ('tidslinje("prikeby")', UkjentId, "Eksempelet «prikeby» finnes ikke. Mente du «prikkeby»?"),
        ('eksempler(tema="byte")', UkjentId, "Temaet «byte» finnes ikke. Mente du «bytte»?"),
        ('strategier(temaer="bytte")', UkjentId, "Valget «temaer» finnes ikke. Mente du «tema»?"),
        ('tiltak(status="pagar")', UkjentId, "Valget «status» finnes ikke. Lovlige verdier: «malgruppe», «tema»,"),
        ('tiltak(tilstand="pagår")', UkjentId, "Koden i lista «tilstand» «pagår» finnes ikke. Mente du «pagar»?"),
        ('virket_ikke(kommune="9991")', UkjentId, "Kommunen med nummer «9991» finnes ikke. Mente du «9901»?"),
        ('nettverk("prikkeby")', UkjentId, "Nettverket «prikkeby» finnes ikke. Mente du «prikkeby-2012»?"),
        ('kilde("diktlova", side=1)', UkjentId, "Kilden «diktlova» finnes ikke. Mente du «diktlov»?"),
        ('kilde("diktlov")', Makrofeil, 'Si hvor i kilden det står: side=5 eller sted="§ 5 annet ledd".'),
        (
            'kilde("prikkeby-rapport", side=21)',
            Makrofeil,
            "Kilden «prikkeby-rapport» har 20 sider. Side 21 finnes ikke.",
        ),
        (
            'kilde("prikkeby-rapport", side=0)',
            Makrofeil,
            "Kilden «prikkeby-rapport» har 20 sider. Side 0 finnes ikke.",
        ),
        ('begrep("husbyte")', UkjentId, "Begrepet «husbyte» finnes ikke. Mente du «husbytte»?"),
        (
            'mangler("kilden_taus")',
            UkjentId,
            "Koden i lista «mangel» «kilden_taus» finnes ikke. Mente du «kilden_tier»?",
        ),
        ('krav("dl-1-byte")', UkjentId, "Lovkravet «dl-1-byte» finnes ikke. Mente du «dl-1-bytte»?"),
        ('lovkrav(styrke="må")', UkjentId, "Koden i lista «styrke» «må» finnes ikke. Lovlige verdier: «skal»"),
        ('definisjoner("strekk")', UkjentId, "Begrepet «strekk» finnes ikke. Mente du «strek»?"),
        ('utforsker("tiltaket")', UkjentId, "Utforskeren «tiltaket» finnes ikke. Mente du «tiltak»?"),
        ('kommuner("Dikt")', UkjentId, "Fylket «Dikt» finnes ikke."),
        ('eksempler_etter("fylker")', UkjentId, "Ordningen «fylker» finnes ikke. Mente du «fylke»?"),
        ('kodeliste("mangler")', UkjentId, "Kodelista «mangler» finnes ikke. Mente du «mangel»?"),
        (
            'kilde("prikkeby-rapport", side=13)',
            Makrofeil,
            "Side 13 i kilden «prikkeby-rapport» er ikke lest. Lest er side 1–12, 15–18.",
        ),
        ('innganger([["Tittel", "/adresse/"]])', Makrofeil, "Hver inngang har tittel, adresse og tekst."),
        ('innganger(["abc"])', Makrofeil, "Hver inngang har tittel, adresse og tekst."),
    ],
)
def test_a_mistake_is_answered(call: str, error: type[Exception], message: str) -> None:
    with pytest.raises(error) as raised:
        called(f"{{{{ {call} }}}}", MACROS)
    assert str(raised.value).startswith(message)


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ('kilde("prikkeby-rapport", side=4)', ">Rapporten om byttet</a>, s.\u00a04)</span>"),
        ('kilde("strekvoll-plan", side=2)', ">Strekvoll kommune (2012)</a>, s.\u00a02)</span>"),
        ('kilde("diktlov", sted="§ 1")', ">Stortinget (2020)</a>, §\u00a01)</span>"),
        (
            'begrep("husbytte")',
            'href="/begreper/ordliste/#husbytte" data-forklaring="At to husstander bytter bolig.">husbytte</a>',
        ),
        ('begrep("husbytte", "husbyttet")', ">husbyttet</a>"),
        ('mangler("tomt_skjema")', ">Skjemaet er tomt</span>"),
        ('eksempler(lovkrav="dl-2-dikt")', "Ingen eksempler i basen passer her ennå."),
        ('kommuner("Diktfylket")', '<tr id="k9901"><th scope="row" data-label="Kommune">Prikkeby</th>'),
        ('kommuner("Diktfylket")', 'data-navn="kommuner-diktfylket"'),
        ('kommune("9901")', "<dd>Diktfylket</dd>"),
        ("kommuner_i_kildene()", '<th scope="row" data-label="Navn i kilden">Strekvik</th>'),
        ("kommuner_i_kildene()", 'data-label="I dag"><a href="/kommuner/#k9902">Strekvoll</a>'),
        ('tidslinje("strekvoll")', "Kilden har ingen tidspunkter."),
    ],
)
def test_what_comes_out(call: str, expected: str) -> None:
    assert expected in called(f"{{{{ {call} }}}}", MACROS)
