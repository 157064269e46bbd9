"""The repairs of the theme: each must still have something to mend on a page built with the site's own templates."""

from __future__ import annotations

import pytest

from macros.finish.page import edited, read_page
from macros.finish.repairs import (
    REPAIRS,
    cells_aligned_by_class,
    labels_of_a_control,
    repairs,
    toggles_without_autocomplete,
)
from tests.finish.conftest import ROOT, Build


@pytest.fixture(scope="module")
def own_front(build: Build) -> str:
    """The small site's front page, made with docs/overrides."""
    return (build(overrides=ROOT / "docs" / "overrides") / "index.html").read_text("utf-8")


@pytest.mark.parametrize("repair", REPAIRS, ids=lambda repair: repair.__name__)
def test_the_repair_still_bites(repair, build: Build):
    pages = [p.read_text("utf-8") for p in build(overrides=ROOT / "docs" / "overrides").rglob("*.html")]
    bites = any(list(repair(read_page("index.html", text))) for text in pages)
    assert bites, f"{repair.__name__} mends nothing any more: take it out"


@pytest.mark.parametrize("repair", REPAIRS, ids=lambda repair: repair.__name__)
def test_the_repair_gives_its_reason(repair):
    assert len(repair.__doc__.split()) > 10


def test_repairs_leave_nothing_to_repair(own_front: str):
    once = edited(own_front, repairs(read_page("index.html", own_front)))
    assert not repairs(read_page("index.html", once))


def mended(repair, text: str) -> str:
    return edited(text, repair(read_page("x.html", text)))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            '<input class="md-toggle" type="checkbox" id="__drawer" autocomplete="off">',
            '<input class="md-toggle" type="checkbox" id="__drawer">',
        ),
        ('<input type="text" autocomplete="off">', '<input type="text" autocomplete="off">'),
    ],
)
def test_toggles_without_autocomplete(before: str, after: str):
    assert mended(toggles_without_autocomplete, before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<td style="text-align: right;">', '<td class="tekst-hoyre">'),
        ('<th class="a" style="text-align: center;">', '<th class="a tekst-midt">'),
        ('<td style="text-align: left; color: red">', '<td style="text-align: left; color: red">'),
        ('<p style="text-align: right;">', '<p style="text-align: right;">'),
    ],
)
def test_cells_aligned_by_class(before: str, after: str):
    assert mended(cells_aligned_by_class, before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<label class="md-nav__title" for="__toc">', '<label class="md-nav__title">'),
        (
            '<input id="__toc" type="checkbox"><label for="__toc">',
            '<input id="__toc" type="checkbox"><label for="__toc">',
        ),
        ('<div id="__toc"></div><label for="__toc">', '<div id="__toc"></div><label>'),
    ],
)
def test_labels_of_a_control(before: str, after: str):
    assert mended(labels_of_a_control, before) == after
