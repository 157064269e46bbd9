"""The page on the state: shares with the list of those that lack it, and what is to be looked at again, and when."""

from __future__ import annotations

import dataclasses
import re

import pytest

from macros.finne.mangler import hull
from macros.finne.tilstand import Andel, Frist, datakvalitet, frister, frister_etter_ansvarlig
from macros.loading import load_base
from macros.makroer import Makroer
from tests.diktbase import diktbase, with_claim
from tests.felles import ROOT

REAL = load_base(ROOT)


@pytest.mark.parametrize(
    ("antall", "av", "percent"), [(0, 0, 0), (0, 9, 0), (9, 9, 100), (1, 1000, 1), (999, 1000, 99), (1, 3, 33)]
)
def test_only_all_is_a_hundred_percent(antall: int, av: int, percent: int) -> None:
    assert Andel(hva="x", antall=antall, av=av).prosent == percent


@pytest.mark.parametrize("share", datakvalitet(REAL), ids=lambda a: a.hva)
def test_the_list_holds_as_many_as_lack_it(share: Andel) -> None:
    assert 0 <= share.antall <= share.av
    if share.id:
        assert len(share.mangler) == share.av - share.antall


def test_gaps_of_examples_are_those_of_the_page_that_lists_them() -> None:
    shares = {a.hva: a for a in datakvalitet(REAL)}
    gaps = hull(REAL)
    for words, lacking in (
        ("Eksempler med kostnad i kroner", [h for h in gaps if h.kostnad]),
        ("Eksempler med resultat", [h for h in gaps if h.resultat]),
        ("Eksempler med brukernes stemme", [h for h in gaps if h.brukere]),
        ("Eksempler der vi vet hva som skjedde siden", [h for h in gaps if h.status]),
    ):
        assert shares[words].av - shares[words].antall == len(lacking)
        assert shares[words].liste == "/bidra/mangler/"


def test_a_claim_without_a_place_is_counted_and_named() -> None:
    claim = diktbase().eksempler["prikkeby"].erfaringer[0]
    base = with_claim(diktbase(), "erfaringer", 0, sted=())
    share = next(a for a in datakvalitet(base) if a.id == "uten-sted")
    assert [m.adresse for m in share.mangler] == [f"/eksempler/prikkeby/#{claim.id}"]
    shown = Makroer(base).tilstand("datakvalitet")
    assert 'href="#uten-sted"' in shown
    assert f'<ul id="uten-sted"><li><a href="/eksempler/prikkeby/#{claim.id}">' in shown


def test_addresses_of_lists_are_states_of_the_explorers() -> None:
    """An explorer leaves out what it doesn't know, and would show every record."""
    macros = Makroer(REAL)
    explorers = {"kilder": "/kilder/", "ordliste": "/begreper/ordliste/", "kommuner": "/kommuner/"}
    names = {address: name for name, address in explorers.items()}
    asked = [a.liste for a in datakvalitet(REAL) if "?" in a.liste]
    assert asked
    for address in asked:
        path, _, query = address.partition("?")
        facet, _, values = query.partition("=")
        explorer = macros._utforskere.utforsker(names[path])
        known = {f.navn: f.verdier for f in explorer.fasetter}
        assert set(values.split(",")) <= known[facet].keys(), address


def test_a_page_is_due_when_it_says_and_a_record_a_year_after_it_was_checked() -> None:
    base = diktbase()
    due = {f.adresse: f for f in frister(base) if f.slags != "Kilde"}
    assert due["/lov/bytte/"].dato == "2027-01-15"
    assert due["/lov/bytte/"].ansvarlig == "Diktredaktøren"
    example = base.eksempler["prikkeby"]
    checked = example.status_i_dag.sjekket
    assert due[example.adresse].dato == f"{int(checked[:4]) + 1}{checked[4:]}"


def test_what_has_no_date_is_on_top_and_the_rest_by_date() -> None:
    dates = [f.dato for f in frister(diktbase())]
    assert dates[0] == ""
    assert dates == sorted(dates)


def test_a_leap_day_is_due_on_the_last_of_february() -> None:
    base = diktbase()
    e = base.eksempler["prikkeby"]
    e = dataclasses.replace(e, status_i_dag=dataclasses.replace(e.status_i_dag, sjekket="2028-02-29"))
    base = dataclasses.replace(base, eksempler={**base.eksempler, e.id: e})
    assert next(f.dato for f in frister(base) if f.adresse == e.adresse) == "2029-02-28"


def test_each_owner_is_told_how_many_and_the_next_date() -> None:
    def page(owner: str, date: str) -> Frist:
        return Frist(slags="Side", tittel="x", adresse="/x/", ansvarlig=owner, dato=date)

    counted = frister_etter_ansvarlig(
        [page("b", "2027-02-01"), page("a", ""), page("b", "2027-01-01"), page("b", "2027-02-01")]
    )
    assert [(c.ansvarlig, c.antall, c.neste) for c in counted] == [("a", 1, ""), ("b", 3, "2027-01-01")]
    assert counted[1].datoer == (("2027-01-01", 1), ("2027-02-01", 2))


def test_every_page_is_in_the_deadlines_once() -> None:
    shown = Makroer(REAL).tilstand("frister")
    pages = next(row for row in shown.split("<tr>") if ">Side</th>" in row and "data-frister" in row)
    assert sum(int(n) for n in re.findall(r"\*(\d+)", pages)) == len(REAL.sider)


def test_links_that_have_not_been_tried_are_said_not_to_be() -> None:
    untried = dataclasses.replace(REAL, maalinger=())
    assert "Ikke målt ennå" in Makroer(untried).tilstand("lenker")


def test_a_run_is_read_by_its_goals_and_no_figure_is_lost() -> None:
    run = next(m for m in REAL.maalinger if m.navn == "ytelse")
    shown = Makroer(REAL).tilstand("ytelse")
    first, folded = shown.split("<details", 1)
    assert all(f">{t.hva}</th>" in (first if t.maal else folded) for t in run.tall)
