"""What becomes a hit, and where it leads."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from pathlib import Path

import pytest

from macros.build import required_anchors
from macros.loading import load_base
from macros.sok import INDEKS, Sidehode
from macros.sok.document import Dokument
from macros.sok.ordbok import lengthen, shorten
from macros.sok.pages import read_page
from macros.sok.register import by_letter, entries
from tests.conftest import ROOT
from tests.felles import make_project
from tests.sok.prove import addresses
from tests.sok.utsnitt import Nettsted


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory):
    """The invented base."""
    return load_base(make_project(tmp_path_factory.mktemp("base")))


def sections(base, body: str, records: frozenset[str] = frozenset(), adresse: str = "/metoder/x/") -> list[Dokument]:
    text = f'<main><article class="md-content__inner md-typeset">{body}</article></main>'
    return list(read_page(text, adresse, Sidehode(tittel="X"), base, records).documents)


def test_a_page_is_found_by_its_sections_and_each_leads_to_its_heading(base):
    found = sections(
        base,
        '<h1 id="x">X</h1><p>Først.</p><h2 id="a">A <a class="headerlink">#</a></h2><p>Så.</p><h3 id="b">B</h3>Til sist.',
    )
    assert [(d.anker, d.tittel, d.tekst, d.over) for d in found] == [
        ("", "X", "Først.", ""),
        ("a", "A", "Så.", ""),
        ("b", "B", "Til sist.", "A"),
    ]


def test_a_page_is_found_by_the_sections_of_other_acts_that_it_rests_on(base):
    head = Sidehode(tittel="X", bestemmelser=("dansekloven §§ 3–5", "boligsosialloven § 6", "dansekloven kap. 2"))
    page = read_page('<main><article class="md-content__inner"><h1>X</h1></article>', "/x/", head, base, frozenset())
    assert page.documents[0].omtale == ("dansekloven", "§3", "§4", "§5")


def test_a_record_on_a_page_is_not_said_twice(base):
    body = (
        '<h1>X</h1><ul><li id="r">Posten <b>selv</b>.</li><li>Mer.</li></ul><div class="kb-kortrad"><p>Kort</p></div>'
    )
    assert [d.tekst for d in sections(base, body, frozenset({"/metoder/x/#r"}))] == ["Mer."]


def test_a_row_of_a_table_is_read_unless_its_name_leads_to_a_record(base):
    rows = '<tr><th><a href="/e/#r">Posten</a></th><td>a</td></tr><tr><th>Eget</th><td><a href="/e/#r">b</a></td></tr>'
    table = (
        f'<table class="kb-tabell__tabell"><caption>Navn</caption><thead><tr><th>Hode</th></tr></thead>{rows}</table>'
    )
    assert sections(base, f"<h1>X</h1>{table}<p>Etter</p>", frozenset({"/e/#r"}))[0].tekst == "Navn Eget · b. Etter"


def test_words_in_different_blocks_stay_apart_and_marked_up_words_whole(base):
    body = (
        "<h1>X</h1><table><tr><td>En</td><td>to</td></tr></table><p>bolig<strong>sosial</strong></p>tre&amp;fire<br>fem"
    )
    assert sections(base, body)[0].tekst == "En · to. boligsosial tre&fire fem"


HIDDEN = ["<script>x</script>", "<style>x</style>", "<p hidden>x</p>", '<p data-sok="nei">x</p>', "<!-- x -->"]


@pytest.mark.parametrize("hidden", [*HIDDEN, "<button>x</button>"])
def test_what_a_reader_does_not_read_is_not_found(base, hidden: str):
    assert sections(base, f"<h1>X</h1>{hidden}<p>ja</p>")[0].tekst == "ja"


def test_lists_of_links_are_no_answer(base):
    body = '<h1>X</h1>Tekst<h2 id="se">Se også</h2><ul><li><a href="/">Forsiden med langt navn</a></li></ul>'
    assert [d.tittel for d in sections(base, body)] == ["X"]


def test_html_that_is_not_closed_does_not_swallow_the_rest(base):
    found = sections(base, '<h1>X</h1><p>En<p>To<ul><li>Tre</ul></em></div><h2 id="a">A</h2>Fire')
    assert [d.tekst for d in found] == ["En To Tre", "Fire"]


def test_every_record_of_the_real_base_is_a_hit_at_its_own_address(bygd_nettsted: Path):
    found = addresses(bygd_nettsted)
    assert [one for one, times in Counter(found).items() if times > 1] == []
    # A template is found as its page, and a part of a claim as the claim.
    records = [one for one in required_anchors(load_base(ROOT)) if "--" not in one and not one.endswith("#filer")]
    assert sorted(set(records) - set(found)) == []


def test_every_hit_of_the_real_site_leads_to_something(bygd_nettsted: Path):
    nettsted = Nettsted(bygd_nettsted)
    assert [one for one in addresses(bygd_nettsted) if not nettsted.tekst(one)] == []


def test_the_index_is_small_enough_to_fetch_on_a_phone(bygd_nettsted: Path):
    assert len(gzip.compress((bygd_nettsted / INDEKS).read_bytes(), 9)) <= 300_000


def test_the_index_is_one_value_that_a_script_sets(bygd_nettsted: Path):
    text = (bygd_nettsted / INDEKS).read_text(encoding="utf-8")
    name, _, value = text.partition("=")
    assert name == "window.kbSokeindeks"
    data = json.loads(value.rstrip().removesuffix(";"))
    columns = {len(data[key].split("\n")) for key in ("anker", "tittel", "tekst", "navn")}
    columns |= {sum(data[key][1::2]) for key in ("side", "over", "emneord", "omtale", "tema", "malgruppe", "kilde")}
    assert columns == {len(data["slag"])}


@pytest.mark.parametrize(
    "text", ["", "Bolig og bolig og bolig", "Rišten bor i Guovdageaidnu og bor der", "Δ § 5\nĀ Āā –"]
)
def test_texts_are_the_same_after_the_sending(text: str):
    (short,), words = shorten([text * 9])
    assert lengthen(short, words) == text * 9
    assert len(short.encode()) <= len((text * 9).encode())


def test_the_register_has_each_name_under_its_letter(base):
    lines = by_letter(entries(base, ()))
    letters = [letter for letter, _ in lines]
    assert len(letters) == len(set(letters))
    names = {o.navn.lower() for _, group in lines for o in group}
    for b in base.begreper.values():
        assert {b.bokmal.lower(), *(x.lower() for x in (*b.synonymer, *b.forkortelser, *b.eldre_navn))} <= names
