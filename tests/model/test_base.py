"""Asking the base for a record by name, and what is answered where there is none."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.loading import load_base
from macros.model import Kunnskapsbase, UkjentId
from macros.model.base import nearest, suggestion
from macros.model.eksempel import PASTANDSDELER
from tests.felles import BASE, make_project


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Kunnskapsbase:
    return load_base(make_project(Path(tmp_path_factory.mktemp("base"))))


@pytest.mark.parametrize(
    ("spor", "melding"),
    [
        (lambda b: b.eksempel("prikeby"), "Eksempelet «prikeby» finnes ikke. Mente du «prikkeby»?"),
        (lambda b: b.nettverket("prikkeby-2021"), "Nettverket «prikkeby-2021» finnes ikke. Mente du «prikkeby-2012»?"),
        (lambda b: b.kilde("diktlova"), "Kilden «diktlova» finnes ikke. Mente du «diktlov»?"),
        (lambda b: b.begrep("husbyte"), "Begrepet «husbyte» finnes ikke. Mente du «husbytte»?"),
        (lambda b: b.kommune("9912"), "Kommunen med nummer «9912» finnes ikke. Mente du «9902»?"),
        (lambda b: b.krav("dl-1"), "Lovkravet «dl-1» finnes ikke. Lovlige verdier: «dl-1-bytte», «dl-2-dikt»."),
        (lambda b: b.tema("xyz"), "Temaet «xyz» finnes ikke. Lovlige verdier: «bytte», «hus»."),
        (lambda b: b.malgruppe("bytter"), "Målgruppa «bytter» finnes ikke. Mente du «byttere»?"),
        (lambda b: b.virkemiddel("brev"), "Virkemiddelet «brev» finnes ikke. Mente du «byttebrev»?"),
        (
            lambda b: b.kode("styrke", "må"),
            "Koden i lista «styrke» «må» finnes ikke. Lovlige verdier: «skal», «bor», «kan».",
        ),
    ],
)
def test_unknown_name_proposes_the_nearest(
    spor: Callable[[Kunnskapsbase], object], melding: str, base: Kunnskapsbase
) -> None:
    with pytest.raises(UkjentId) as caught:
        spor(base)
    assert str(caught.value) == melding


def test_known_names_give_their_record(base: Kunnskapsbase) -> None:
    assert base.eksempel("prikkeby").adresse == "/eksempler/prikkeby/"
    assert base.kilde("diktlov").adresse == "/kilder/#diktlov"
    assert base.kode("styrke", "bor").navn == "Bør"


def test_unknown_name_tells_what_it_knows(base: Kunnskapsbase) -> None:
    with pytest.raises(UkjentId) as caught:
        base.tema("buss")
    assert (caught.value.hva, caught.value.verdi, caught.value.lovlige) == ("Temaet", "buss", ("bytte", "hus"))


def test_many_names_are_not_listed() -> None:
    names = dict.fromkeys(map(str, range(100, 121)))
    assert suggestion(nearest("zzz", names), tuple(names)) == ""
    assert suggestion(None, ()) == ""


def test_every_claim_is_told_once_with_its_part(base: Kunnskapsbase) -> None:
    told = list(base.eksempel("prikkeby").pastander())
    written = (BASE / "data" / "eksempler" / "prikkeby.yml").read_text(encoding="utf-8")
    assert sorted(p.id for _, p in told) == sorted(re.findall(r"- (?:\{id|id): ([a-z0-9-]+)", written))
    assert list(dict.fromkeys(part for part, _ in told)) == ["bakgrunn", "organisering", *PASTANDSDELER]
    survey = base.nettverket("prikkeby-2012")
    assert [p.id for _, p in survey.pastander()] == ["tall-1", "tall-2", "tall-3", "bilde-1", "observasjon-1"]
