"""The questions that pages ask: who is chosen, by what, in which order, and what is said of an unknown name."""

from __future__ import annotations

import dataclasses
from collections import Counter
from typing import Any

import pytest

from macros import queries
from macros.loading import load_base
from macros.model import Kunnskapsbase, UkjentId
from macros.model.felles import Tid
from macros.model.side import Sidehode
from macros.queries import Utvalg, norsk
from macros.rendering.columns import kommunens_side
from tests.diktbase import diktbase, with_claim
from tests.felles import ROOT

PARTS = {
    "strategier": queries.strategier,
    "tiltak": queries.tiltak,
    "resultater": queries.resultater,
    "erfaringer": queries.erfaringer,
    "virket_ikke": queries.virket_ikke,
}


def addresses(hits: list[queries.Treff]) -> list[str]:
    return [t.adresse.removeprefix("/eksempler/") for t in hits]


PRIKK, STREK = "prikkeby/#erfaring-1", "strekvoll/#erfaring-1"


@pytest.mark.parametrize(
    ("valg", "expected"),
    [
        ({}, [PRIKK, STREK]),
        ({"tema": "bytte"}, [PRIKK]),
        ({"tema": "hus"}, [STREK]),
        ({"kommune": "9901"}, [PRIKK, STREK]),
        ({"kommune": "9902"}, [STREK]),
        ({"eksempel": "prikkeby"}, [PRIKK]),
        ({"eksempel": "prikkeby", "tema": "bytte"}, [PRIKK]),
        ({"eksempel": "prikkeby", "tema": "hus"}, []),
        ({"kommune": "9902", "tema": "bytte"}, []),
        ({"malgruppe": "byttere"}, []),
        ({"virkemiddel": "byttebrev"}, []),
        ({"lovkrav": "dl-1-bytte"}, []),
    ],
)
def test_claims_are_chosen_by_how_they_are_marked(valg: dict[str, str], expected: list[str]) -> None:
    assert addresses(queries.erfaringer(diktbase(), Utvalg(**valg))) == expected


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize(
    ("valg", "mark"),
    [
        ({"malgruppe": "byttere"}, {"malgrupper": ("byttere",)}),
        ({"tema": "hus"}, {"temaer": ("bytte", "hus")}),
        ({"virkemiddel": "byttebrev"}, {"virkemidler": ("byttebrev",)}),
        ({"lovkrav": "dl-2-dikt"}, {"lovkrav": ("dl-1-bytte", "dl-2-dikt")}),
    ],
)
def test_every_mark_chooses_in_every_table(part: str, valg: dict[str, str], mark: dict[str, Any]) -> None:
    marked = with_claim(diktbase(), part, 0, **mark)
    one = f"prikkeby/#{getattr(marked.eksempler['prikkeby'], part)[0].id}"
    assert one in addresses(PARTS[part](marked, Utvalg(**valg)))
    assert one not in addresses(PARTS[part](diktbase(), Utvalg(**valg)))
    assert one not in addresses(PARTS[part](marked, Utvalg(**valg, eksempel="strekvoll")))


def test_a_claim_about_one_municipality_is_not_told_of_another() -> None:
    base = with_claim(diktbase(), "erfaringer", 0, gjelder=("9902",))
    assert PRIKK not in addresses(queries.erfaringer(base, Utvalg(kommune="9901")))
    assert PRIKK in addresses(queries.erfaringer(base, Utvalg()))


def test_a_claim_about_an_unnamed_one_of_five_is_told_of_none() -> None:
    base = with_claim(diktbase(), "erfaringer", 0, gjelder=("en_av_fem_ikke_oppgitt",))
    assert PRIKK not in addresses(queries.erfaringer(base, Utvalg(kommune="9901")))


@pytest.mark.parametrize(
    ("query", "valg", "expected"),
    [
        (queries.tiltak, {"tilstand": "pagar"}, ["prikkeby/#tiltak-1"]),
        (queries.tiltak, {"tilstand": "ikke_startet"}, ["prikkeby/#tiltak-2"]),
        (queries.tiltak, {"tilstand": "avviklet"}, []),
        (queries.tiltak, {"opphav": "ny"}, ["prikkeby/#tiltak-1"]),
        (queries.tiltak, {"opphav": "ukjent", "tilstand": "ikke_startet"}, ["prikkeby/#tiltak-2"]),
        (queries.tiltak, {"opphav": "ukjent", "tilstand": "pagar"}, []),
        (queries.resultater, {"utfall": "nadd"}, ["strekvoll/#resultat-1"]),
        (queries.resultater, {"utfall": "delvis_nadd"}, ["prikkeby/#resultat-1"]),
        (queries.erfaringer, {"retning": "hjalp"}, [PRIKK]),
        (queries.erfaringer, {"retning": "laerdom"}, [STREK]),
    ],
)
def test_the_choices_of_one_table(query: Any, valg: dict[str, str], expected: list[str]) -> None:
    assert addresses(query(diktbase(), Utvalg(), **valg)) == expected


@pytest.mark.parametrize(
    ("valg", "expected"),
    [
        ({}, ["prikkeby", "strekvoll"]),
        ({"tema": "bytte"}, ["prikkeby"]),
        ({"tema": "hus"}, ["prikkeby", "strekvoll"]),
        ({"malgruppe": "byttere"}, ["prikkeby", "strekvoll"]),
        ({"kommune": "9902"}, ["strekvoll"]),
        ({"virkemiddel": "byttebrev"}, ["prikkeby"]),
        ({"lovkrav": "dl-1-bytte"}, ["prikkeby"]),
        ({"lovkrav": "dl-2-dikt"}, []),
        ({"kommune": "9902", "lovkrav": "dl-1-bytte"}, []),
    ],
)
def test_examples_are_chosen_by_their_own_marks_and_those_of_their_claims(
    valg: dict[str, str], expected: list[str]
) -> None:
    assert [e.id for e in queries.eksempler(diktbase(), Utvalg(**valg))] == expected


@pytest.mark.parametrize(
    ("valg", "message"),
    [
        ({"tema": "byte"}, "Temaet «byte» finnes ikke. Mente du «bytte»?"),
        ({"malgruppe": "bytere"}, "Målgruppa «bytere» finnes ikke. Mente du «byttere»?"),
        ({"virkemiddel": "bytebrev"}, "Virkemiddelet «bytebrev» finnes ikke. Mente du «byttebrev»?"),
        ({"lovkrav": "dl-1-byte"}, "Lovkravet «dl-1-byte» finnes ikke. Mente du «dl-1-bytte»?"),
        ({"kommune": "9903"}, "Kommunen med nummer «9903» finnes ikke. Mente du «9902»?"),
        ({"eksempel": "prikeby"}, "Eksempelet «prikeby» finnes ikke. Mente du «prikkeby»?"),
        ({"tema": "xyz"}, "Temaet «xyz» finnes ikke. Lovlige verdier: «bytte», «hus»."),
    ],
)
@pytest.mark.parametrize("query", [*PARTS.values(), queries.eksempler])
def test_an_unknown_name_is_answered_with_the_nearest(query: Any, valg: dict[str, str], message: str) -> None:
    with pytest.raises(UkjentId) as error:
        query(diktbase(), Utvalg(**valg))
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("query", "valg", "message"),
    [
        (queries.tiltak, {"tilstand": "pågår"}, "Koden i lista «tilstand» «pågår» finnes ikke."),
        (queries.tiltak, {"opphav": "nytt"}, "Koden i lista «opphav» «nytt» finnes ikke. Mente du «ny»?"),
        (queries.resultater, {"utfall": "nådd"}, "Koden i lista «utfall» «nådd» finnes ikke. Mente du «nadd»?"),
        (queries.erfaringer, {"retning": "hjelp"}, "Koden i lista «retning» «hjelp» finnes ikke. Mente du «hjalp»?"),
    ],
)
def test_so_is_an_unknown_code(query: Any, valg: dict[str, str], message: str) -> None:
    with pytest.raises(UkjentId) as error:
        query(diktbase(), Utvalg(), **valg)
    assert str(error.value).startswith(message)


def test_what_rests_on_what() -> None:
    base = diktbase()
    assert [e.id for e in queries.eksempler_for_krav(base, base.lovkrav["dl-1-bytte"])] == ["prikkeby"]
    assert [e.id for e in queries.eksempler_fra(base, "9901")] == ["prikkeby", "strekvoll"]


def test_a_source_knows_every_place_that_refers_to_it() -> None:
    """Examples, pages and records of every kind; a source nobody uses has none."""
    places = queries.sitert_i(diktbase())
    assert "/eksempler/prikkeby/" in [s.adresse for s in places["prikkeby-rapport"]]
    assert "/kommuner/#k9901" in [s.adresse for s in places["prikkeby-rapport"]]
    assert "/lov/lovkrav/#dl-1-bytte" in [s.adresse for s in places["diktlov"]]
    assert "/lov/bytte/" in [s.adresse for s in places["diktlov"]], "siden viser til loven med makroen kilde"
    assert places["ulest-bok"] == ()
    assert all(len(found) == len(set(found)) for found in places.values())


def test_the_sources_stand_by_who_is_first_in_the_reference() -> None:
    found = [k.id for k in queries.kildeliste(diktbase())]
    assert found == ["ulest-bok", "prikkeby-rapport", "diktlov", "strekvoll-slutt", "strekvoll-plan"]


def test_the_numbers_are_counted_from_the_records() -> None:
    assert queries.nokkeltall(diktbase()) == queries.Nokkeltall(
        eksempler=2, kommuner_med_eksempel=2, pastander=26, lovkrav=2, begreper=2, kilder=5
    )


# Order


@pytest.mark.parametrize(
    "names",
    [
        ["Asker", "Bø", "Ringerike", "Ærfugl", "Østre Toten", "Åmli"],
        ["Ål", "Ålesund", "Åmot"],
        ["Habel", "Hábmer", "Hamar"],
        ["Dag", "Đák", "Deatnu", "Eidfjord"],
        ["Kárášjohka", "Kautokeino", "Kåfjord"],
        ["Namsos", "Ŋárga", "Nesna"],
        ["Skien", "Šuohpan", "Sørfold"],
        ["bø", "Dyrøy", "eid"],
    ],
)
def test_norwegian_and_sami_names_in_order(names: list[str]) -> None:
    assert [name for _, name in sorted((norsk(name), name) for name in names)] == names


def test_every_municipality_sorts_by_letters_we_know() -> None:
    """A letter without a place in the alphabet would come last, after Å."""
    base = load_base(ROOT)
    letters = {c for k in base.kommuner.values() for c in norsk(k.navn + k.fylke) if c.isalpha()}
    assert letters <= set("abcdefghijklmnopqrstuvwxyz")


def test_municipalities_by_county_in_order() -> None:
    counties = dict(queries.kommuner_etter_fylke(load_base(ROOT)))
    assert list(counties)[-1] == "Østfold"
    assert sum(map(len, counties.values())) == 357
    assert [k.navn for k in counties["Møre og Romsdal"]][-1] == "Ålesund"
    assert all([norsk(k.navn) for k in ks] == sorted(norsk(k.navn) for k in ks) for ks in counties.values())


# Size


@pytest.mark.parametrize(
    ("inhabitants", "expected"),
    [
        (0, "under-5000"),
        (4999, "under-5000"),
        (5000, "5000-9999"),
        (9999, "5000-9999"),
        (10000, "10000-19999"),
        (19999, "10000-19999"),
        (20000, "20000-49999"),
        (49999, "20000-49999"),
        (50000, "fra-50000"),
        (717710, "fra-50000"),
    ],
)
def test_size_at_the_borders(inhabitants: int, expected: str) -> None:
    assert queries.storrelse(diktbase(), inhabitants).kode == expected


def test_no_number_of_inhabitants_falls_between_the_classes() -> None:
    classes = list(load_base(ROOT).kodelister["storrelse"].values())
    assert classes[0].fra == 0
    assert [k.fra for k in classes[1:]] == [k.til + 1 for k in classes[:-1]]


# Time


@pytest.mark.parametrize(
    ("tid", "expected"),
    [
        (Tid(naar=2011), "2011"),
        (Tid(naar="2011-08-31"), "2011-08-31"),
        (Tid(naar="2011-vinter"), "2011-01"),
        (Tid(naar="2011-var"), "2011-03"),
        (Tid(naar="2011-sommer"), "2011-06"),
        (Tid(naar="2011-host"), "2011-09"),
        (Tid(fra="2009-12-22", til=2012), "2009-12-22"),
        (Tid(til=2012), "2012"),
        (Tid(gjentas="arlig", holdt=("2010-12-31", 2011)), "2010-12-31"),
        (Tid(mangler="tapt_i_avskriften"), ""),
        (Tid(gjentas="arlig"), ""),
    ],
)
def test_when_a_time_begins(tid: Tid, expected: str) -> None:
    assert queries.start_of(tid) == expected


def dated(**times: Tid) -> Kunnskapsbase:
    base = diktbase()
    for part, tid in times.items():
        base = with_claim(base, part, 0, tid=tid)
    return base


def test_the_timeline_begins_with_the_earliest() -> None:
    base = dated(
        virket_ikke=Tid(naar="2011-host"),
        erfaringer=Tid(naar="2011-08-31"),
        utfordringer=Tid(naar=2012),
        maal=Tid(naar="2011-vinter"),
        brukermedvirkning=Tid(mangler="kilden_tier"),
    )
    found = queries.hendelser(base, base.eksempler["prikkeby"])
    wanted = ["maal-1", "erfaring-1", "virket-ikke-1", "utfordring-1"]
    order = [h.adresse.partition("#")[2] for h in found]
    assert [i for i in order if i in wanted] == wanted
    assert "bruker-1" not in order, "a claim without a known time has no place in a timeline"
    starts = [queries.start_of(h.tid) for h in found]
    assert starts == sorted(starts)


def test_the_timeline_has_the_deadlines_of_measures() -> None:
    base = diktbase()
    (deadline,) = queries.hendelser(base, base.eksempler["prikkeby"])
    assert deadline.adresse == "/eksempler/prikkeby/#tiltak-1"
    assert (deadline.tekst, deadline.er_frist) == ("Kommunen holder byttedag.", True)


def test_an_example_without_times_has_no_timeline() -> None:
    base = diktbase()
    assert queries.hendelser(base, base.eksempler["strekvoll"]) == []


# Pages, duties and changes of law


def test_a_change_of_law_points_out_the_pages_that_rest_on_it() -> None:
    base = diktbase()
    changed = base.lovendringer["dikt-endret"].bestemmelser
    assert [s.kilde for s in queries.sider_som_beror_pa(base, changed)] == ["lov/bytte.md"]
    assert [s.kilde for s in queries.sider_som_beror_pa(base, ["Diktlov"])] == ["lov/index.md", "lov/bytte.md"]
    assert queries.sider_som_beror_pa(base, ["diktlov § 1", "uleselig"]) == []


def test_a_duty_knows_the_pages_that_answer_it() -> None:
    base = diktbase()
    assert [s.adresse for s in queries.sider_for_krav(base, base.krav("dl-1-bytte"))] == ["/lov/bytte/"]
    assert queries.sider_for_krav(base, base.krav("dl-2-dikt")) == []
    chain = queries.kjeden_for_krav(base, base.krav("dl-1-bytte"))
    assert {ledd: [s.adresse for s in pages] for ledd, pages in chain.items()} == {
        "framgangsmate": ["/lov/bytte/"],
        "verktoy": [],
        "seminar": [],
        "bakgrunn": [],
    }


def test_changes_not_known_to_be_in_force_stand_first() -> None:
    assert [e.id for e in queries.lovendringer(diktbase())] == ["dikt-kommer", "dikt-endret"]


def test_the_story_of_the_act_joins_events_changes_and_deadlines() -> None:
    events = queries.lovtidslinje(diktbase())
    assert [queries.start_of(h.tid) for h in events] == ["2019-09", "2020-07-01", "2024-07-01", "2024-07-01"]
    assert [h.er_frist for h in events] == [False, False, False, True]
    assert events[1].adresse == "/lov/endringer/#dikt-endret"


def test_a_page_knows_the_seminars_that_use_it_else_those_that_answer_its_duties() -> None:
    base = diktbase()
    course = next(iter(base.seminar.values()))

    def found(**head: Any) -> list[str]:
        return [s.id for s in queries.seminar_for_side(base, Sidehode(tittel="S", **head))]

    assert found(kilde=f"{course.sider[0].strip('/')}.md") == [course.id]
    assert found(kilde="metoder/x.md", svarer_pa=(course.krav[0],)) == [course.id]
    assert found(kilde="metoder/x.md") == []
    assert found(kilde=f"seminar/{course.id}.md", svarer_pa=course.krav) == []


def test_the_pages_of_a_folder_stand_as_in_the_menu_without_the_index() -> None:
    base = diktbase()
    first = dataclasses.replace(base.sider[0], kilde="lov/forst.md", rekkefolge=1)
    found = queries.sider_i(dataclasses.replace(base, sider=(*base.sider, first)), "lov")
    assert [(s.adresse, s.rekkefolge) for s in found] == [("/lov/forst/", 1), ("/lov/bytte/", 1000)]


def test_the_page_to_be_gone_through_soonest_stands_first() -> None:
    found = [(s.adresse, s.neste_gjennomgang) for s in queries.sider_etter_gjennomgang(diktbase())]
    assert found == [("/lov/", ""), ("/", "2026-06-15"), ("/lov/bytte/", "2027-01-15")]


def test_only_binding_duties_stand_under_a_deadline():
    found = queries.krav_med_frist(diktbase())
    assert found
    for dato, krav in found.items():
        assert {(k.frist, k.styrke) for k in krav} == {(dato, "skal")}


def test_news_are_few_and_newest_first():
    groups = queries.nytt(diktbase(), antall=2)
    assert groups
    for _, found in groups:
        assert 0 < len(found) <= 2
        assert [n.dato for n in found] == sorted((n.dato for n in found), reverse=True)


def test_a_municipality_in_several_examples_has_a_page_of_its_own():
    """One who follows a municipality over time finds everything in one place."""
    base = load_base(ROOT)
    times = Counter(k.nummer for e in base.eksempler.values() for k in e.kommuner)
    several = [base.kommuner[n] for n, count in times.items() if count > 1]
    missing = [k.navn for k in several if not (ROOT / "docs" / f"{kommunens_side(k).strip('/')}.md").is_file()]
    assert missing == []


def test_municipalities_without_examples_are_led_to_those_like_them():
    """Same county first, never itself, and only those with something to read."""
    base = load_base(ROOT)
    for kommune in base.kommuner.values():
        alike = queries.lignende_kommuner(base, kommune)
        assert alike, kommune.navn
        assert kommune not in alike
        assert all(queries.eksempler_fra(base, k.nummer) for k in alike)
        in_county = [k.fylke == kommune.fylke for k in alike]
        assert in_county == sorted(in_county, reverse=True)
