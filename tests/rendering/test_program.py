"""The programme of a seminar by the minute, and the codes that lead a phone to it."""

from __future__ import annotations

from macros.loading import load_base
from macros.rendering.program import gar_ut, program, programkolonner, tider
from macros.rendering.qr import make_qr
from tests.diktbase import diktbase
from tests.felles import ROOT

KURS = diktbase().seminaret("byttekurs")


def test_a_day_follows_the_clock_and_shorter_seminars_count_from_nought() -> None:
    assert [rad.tid for rad in program(KURS, "dag")][:3] == ["09:00–09:50", "09:50–10:30", "10:30–11:30"]
    assert [rad.tid for rad in program(KURS, "45")] == ["0–10", "10–40", "40–45"]


def test_a_part_leads_to_what_is_used_in_it() -> None:
    name = programkolonner(KURS, "dag")[0]
    assert [name.celle(rad).lenke for rad in program(KURS, "dag")] == [
        "/lov/bytte/",
        "/seminar/byttekurs/#byttoppgaven",
        None,
        "/seminar/byttekurs/#hvem-byttet",
        "/seminar/byttekurs/#quiz",
        "/seminar/byttekurs/#evaluering",
    ]


def test_every_length_of_every_kit_lasts_as_long_as_it_says() -> None:
    for seminar in load_base(ROOT).seminar.values():
        assert [sum(rad.minutter for rad in program(seminar, lengde)) for lengde in ("90", "45")] == [90, 45]
        assert program(seminar, "dag")[-1].til == seminar.slutter


def test_what_goes_is_told_without_the_breaks() -> None:
    assert [d.id for d in gar_ut(KURS, "45")] == ["bytt", "sporreleken"]
    assert set(tider(KURS)["bytt"]) == {"dag", "90"}


def test_a_code_has_the_white_edge_that_cameras_need() -> None:
    code = make_qr("https://example.org/seminar/")
    assert code.side == 37
    assert code.sti.startswith("M4 4h1v1h-1z")
