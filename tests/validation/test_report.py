"""Findings as a reader meets them: in the terminal, in a pull request, in a summary."""

from __future__ import annotations

import pytest

from macros.model import Funn
from macros.validation.report import FORMATER, report

HEL = Funn(
    fil="data/eksempler/tromso.yml",
    linje=14,
    kode="REF-001",
    felt="erfaringer, punkt 3 (id komp-5), temaer, punkt 1",
    melding="«organisasjon» finnes ikke. Mente du «organisering»?",
    tips="Alle som finnes, står i data/temaer.yml.",
)
BAR = Funn(fil="data/utgatte.yml", linje=0, kode="FIL-013", melding="Fila må finnes, men er borte.")
VOND = Funn(fil="data/a,b:c.yml", linje=1, kode="FIL-006", melding="50 % av\r\nlinja::error::x", tips="a\nb")


@pytest.mark.parametrize(
    ("funn", "form", "tekst"),
    [
        (
            HEL,
            "tekst",
            "data/eksempler/tromso.yml:14: [REF-001] erfaringer, punkt 3 (id komp-5), temaer, punkt 1: "
            "«organisasjon» finnes ikke. Mente du «organisering»?\n    Tips: Alle som finnes, står i data/temaer.yml.",
        ),
        (BAR, "tekst", "data/utgatte.yml: [FIL-013] Fila må finnes, men er borte."),
        (
            HEL,
            "github",
            "::error file=data/eksempler/tromso.yml,line=14,title=REF-001::"
            "erfaringer, punkt 3 (id komp-5), temaer, punkt 1: «organisasjon» finnes ikke. Mente du «organisering»?"
            "%0ATips: Alle som finnes, står i data/temaer.yml.",
        ),
        (BAR, "github", "::error file=data/utgatte.yml,line=1,title=FIL-013::Fila må finnes, men er borte."),
        (
            VOND,
            "github",
            "::error file=data/a%2Cb%3Ac.yml,line=1,title=FIL-006::50 %25 av%0D%0Alinja::error::x%0ATips: a%0Ab",
        ),
        (
            HEL,
            "markdown",
            "- `data/eksempler/tromso.yml` linje 14 **REF-001** `erfaringer, punkt 3 (id komp-5), temaer, punkt 1`: "
            "«organisasjon» finnes ikke. Mente du «organisering»? Alle som finnes, står i data/temaer.yml.",
        ),
        (BAR, "markdown", "- `data/utgatte.yml` **FIL-013** Fila må finnes, men er borte."),
    ],
)
def test_a_finding_is_written_for_each_reader(funn: Funn, form: str, tekst: str) -> None:
    assert report([funn], form) == tekst


@pytest.mark.parametrize("form", FORMATER)
def test_findings_follow_one_another(form: str) -> None:
    assert report([HEL, BAR], form) == report([HEL], form) + "\n" + report([BAR], form)
    assert report([], form) == ""


def test_an_annotation_is_always_one_line() -> None:
    assert "\n" not in report([VOND], "github")


def test_unknown_form() -> None:
    with pytest.raises(KeyError):
        report([], "pdf")


@pytest.mark.parametrize("form", FORMATER)
def test_no_sign_steers_the_terminal(form: str) -> None:
    text = report(
        [Funn(fil="data/x.yml", linje=1, kode="REF-001", melding="«\x1b[31mx\u202ey\u200b» 10\u00a0000")], form
    )
    assert "«(U+001B)[31mx(U+202E)y(U+200B)» 10\u00a0000" in text
