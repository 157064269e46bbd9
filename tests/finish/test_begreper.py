"""Terms are marked where they first stand in the prose of a guide, and nowhere else."""

from __future__ import annotations

import re

import pytest

from macros.finish.begreper import Begrepsmerker
from macros.finish.page import edited
from macros.model.begrep import Begrep


def term(id: str, bokmal: str, **more: object) -> Begrep:
    return Begrep(id=id, bokmal=bokmal, forklaring=f'Hva "{bokmal}" er.', **more)


MERKER = Begrepsmerker(
    [
        term("startlan", "startlån"),
        term("eie", "eie"),
        term("kommunal", "kommunalt disponert bolig", synonymer=("kommunal bolig",)),
        term("plan", "individuell plan", forkortelser=("IP",)),
        term("statsforvalteren", "statsforvalteren", eldre_navn=("Fylkesmannen",)),
        term("act", "ACT-team"),
        term("act-lang", "ACT"),
        term("vanlig", "hus", merkes=False),
    ]
)


def marked(body: str, path: str = "metoder/a/index.html", h1: str = "Side") -> str:
    page = f"<nav><p>startlån</p></nav><article><h1>{h1}</h1>{body}</article><footer><p>startlån</p></footer>"
    return edited(page, MERKER.edits(path, page))


def words(body: str, **more: str) -> list[tuple[str, str]]:
    """Which terms are marked, with the word as it stands, in order."""
    found = re.findall(
        r'<a class="kb-begrep" href="/begreper/ordliste/#([^"]+)"[^>]*>(.*?)</a>', marked(body, **more), re.DOTALL
    )
    return [(id, word) for id, word in found]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Et startlån og startlånet.</p><p>Startlån.</p>", [("startlan", "startlån")]),
        ("<p>Startlånene er her.</p>", [("startlan", "Startlånene")]),
        ("<ul><li>et <em>startlån</em></li></ul>", [("startlan", "startlån")]),
        ("<p>To kommunalt disponerte boliger.</p>", [("kommunal", "kommunalt disponerte boliger")]),
        ("<p>To kommunale\nboliger.</p>", [("kommunal", "kommunale\nboliger")]),
        ("<p>Fylkesmannens svar.</p>", [("statsforvalteren", "Fylkesmannens")]),
        ("<p>En IP, og IP-en.</p>", [("plan", "IP")]),
        ("<p>ACT-teamet kom.</p>", [("act", "ACT-teamet")]),
        ("<p>å eie</p>", [("eie", "eie")]),
        ("<p>en eier av startlånsordninger i IPS</p>", []),
        ("<p>ip og act</p>", []),
        ("<p>et hus</p>", []),
    ],
)
def test_a_term_is_found_once_in_all_its_forms(body: str, expected: list[tuple[str, str]]) -> None:
    assert words(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "<h2>startlån</h2>",
        '<p><a href="/x/">et startlån</a></p>',
        "<p><code>startlån</code></p>",
        "<pre><code>startlån</code></pre>",
        "<table><tr><td><p>startlån</p></td></tr></table>",
        "<blockquote><p>startlån</p></blockquote>",
        '<section class="kb-pastand"><p>startlån</p></section>',
        '<ul class="x kb-henvisninger"><li>startlån</li></ul>',
        '<div class="admonition"><p class="admonition-title">startlån</p></div>',
        "<div>startlån</div>",
        "<!-- <p>startlån</p> -->",
        '<p title="startlån">ord</p>',
        "<details><summary>startlån</summary></details>",
    ],
)
def test_nothing_is_marked_outside_prose(body: str) -> None:
    assert words(body) == []
    assert words(f"{body}<p>Et startlån.</p>") == [("startlan", "startlån")]


def test_a_page_about_the_term_and_a_page_that_links_to_it_have_no_mark() -> None:
    assert words("<p>startlån</p>", h1="Startlån <a>¶</a>") == []
    assert words('<p>startlån</p><p><a href="../ordliste/#startlan">lån</a></p>') == []


@pytest.mark.parametrize(
    "path", ["index.html", "kilder/index.html", "om/index.html", "begreper/ordliste/index.html", "404.html"]
)
def test_pages_that_are_no_guides_are_left_alone(path: str) -> None:
    assert words("<p>startlån</p>", path=path) == []


def test_a_paragraph_gets_two_marks_at_most_and_the_rest_wait_for_the_next() -> None:
    assert words("<p>startlån, IP, ACT</p><p>ACT</p>") == [
        ("startlan", "startlån"),
        ("plan", "IP"),
        ("act-lang", "ACT"),
    ]


def test_the_explanation_stands_in_the_link_and_breaks_no_html() -> None:
    assert 'data-forklaring="Hva &quot;startlån&quot; er."' in marked("<p>startlån</p>")


def test_a_site_without_terms_keeps_its_pages() -> None:
    assert Begrepsmerker([]).edits("metoder/a/index.html", "<article><p>startlån</p></article>") == []
