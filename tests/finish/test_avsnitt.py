"""A paragraph has an address made of its first words: the same at every build, and its own on the page."""

from __future__ import annotations

import re

import pytest

from macros.finish.avsnitt import named_paragraphs
from macros.finish.page import edited

FRAME = '<p>Utenfor artikkelen er det stille.</p>\n<article class="md-content__inner md-typeset">\n{}\n</article>'


def named(inner: str) -> str:
    text = FRAME.format(inner)
    return edited(text, named_paragraphs(text))


def ids(inner: str) -> list[str]:
    return re.findall(r' id="([^"]*)"', named(inner))


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<p>Kommunen har tre hovedmål i planen sin.</p>", ["a-kommunen-har-tre-hovedmal-i-planen"]),
        ("<p>Å gi <b>lån</b> &amp; hjelp.</p>", ["a-a-gi-lan-hjelp"]),
        ("<p>For kort.</p>", []),
        ('<p class="kb-kilde">Dette har en klasse.</p>', []),
        ("<li><p>Dette står inne i en linje.</p></li>", []),
        ("<tr>\n<td>Enhet</td>\n<td>Oppgave</td>\n</tr>", ["r-enhet"]),
        ("<tr>\n<th>Et hode for kolonnen</th>\n</tr>", []),
    ],
)
def test_the_name_is_the_first_words(inner: str, expected: list[str]) -> None:
    assert ids(inner) == expected


def test_the_name_holds_when_the_rest_is_rewritten_or_a_term_is_marked() -> None:
    first = "<p>Kommunen har tre hovedmål i planen. Så kommer resten.</p>"
    later = '<p>Kommunen har <a class="kb-begrep" href="#x">tre hovedmål</a> i planen. Nå står det noe annet.</p>'
    assert ids(first) == ids(later)[-1:] == ["a-kommunen-har-tre-hovedmal-i-planen"]


def test_two_that_begin_alike_get_more_words_and_the_same_text_twice_gets_one_name() -> None:
    a, b = "en to tre fire fem seks sju", "en to tre fire fem seks åtte"
    assert ids(f"<p>{a}</p>\n<p>{b}</p>\n<p>{b}</p>") == [
        "a-en-to-tre-fire-fem-seks",
        "a-en-to-tre-fire-fem-seks-atte",
    ]


def test_an_id_that_is_there_is_never_taken() -> None:
    assert ids('<h2 id="a-en-to-tre">x</h2>\n<p>en to tre</p>') == ["a-en-to-tre"]


def test_what_stands_outside_the_article_is_left() -> None:
    text = FRAME.format("")
    assert named_paragraphs(text) == []
    assert named_paragraphs("<p>En side uten artikkel her.</p>") == []
