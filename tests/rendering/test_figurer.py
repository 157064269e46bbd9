"""Drawings: nothing covers anything else, nothing is drawn that no record says, and each figure has its table."""

from __future__ import annotations

import itertools
import math

import pytest

from macros.loading import load_base
from macros.rendering.columns import Kolonner
from macros.rendering.figurer.kart import RADIUS, Punkt, tegn_kart
from macros.rendering.figurer.lag import IngenFigurError, lag_kjede, lag_nettverk, lag_organisering, lag_tidslinje
from macros.rendering.figurer.svg import BRED, SMAL, Element, Tegning, linjer, tekstbredde
from tests.felles import ROOT


def elements(drawing: Tegning, name: str, klasse: str = "") -> list[dict[str, str]]:
    def inside(part: Element | str) -> list[Element]:
        return [] if isinstance(part, str) else [part, *(e for inner in part.innhold for e in inside(inner))]

    found = [e for part in drawing.deler for e in inside(part) if e.navn == name]
    return [dict(e.egenskaper) for e in found if klasse in dict(e.egenskaper).get("class", "")]


@pytest.mark.parametrize("bredde", [SMAL, BRED])
@pytest.mark.parametrize("antall", [1, 10, 45])
def test_no_two_points_of_the_map_cover_each_other(bredde: int, antall: int):
    kommuner = sorted(load_base(ROOT).kommuner.values(), key=lambda k: k.fylke != "Akershus")[:antall]
    points = [Punkt(i + 1, k.punkt, k.navn, f"/x/{i}/") for i, k in enumerate(kommuner)]
    drawing = tegn_kart((((58.0, 5.0), (71.0, 31.0), (62.0, 12.0)),), points, bredde)
    discs = [(float(c["cx"]), float(c["cy"])) for c in elements(drawing, "circle", "kb-f-punkt")]
    assert len(discs) == antall
    for (ax, ay), (bx, by) in itertools.combinations(discs, 2):
        assert math.hypot(ax - bx, ay - by) > 2 * RADIUS - 0.5
    for x, y in discs:
        assert RADIUS <= x <= drawing.bredde - RADIUS
        assert RADIUS <= y <= drawing.hoyde - RADIUS


def test_lines_of_text_fit_and_what_is_left_out_is_marked():
    found = linjer("kommunen skal ha oversikt over behovet for ordinære og tilpassede boliger", 120, mest=2)
    assert len(found) == 2
    assert found[-1].endswith("…")
    assert all(tekstbredde(line.removesuffix(" …")) <= 120 for line in found)


def test_a_body_is_drawn_below_the_one_the_source_says_it_answers_to_and_nowhere_else():
    e = load_base(ROOT).eksempel("lorenskog")
    figure = lag_organisering(load_base(ROOT), e, Kolonner(load_base(ROOT)).navn)
    drawn = {a["href"].removeprefix("#") for a in elements(figure.bred, "a")}
    said = {o.id for o in e.organisering.organer if o.rapporterer_til}
    above = {r for o in e.organisering.organer for r in o.rapporterer_til}
    assert drawn == said | above


def test_a_chain_that_the_source_does_not_make_is_not_drawn():
    with pytest.raises(IngenFigurError, match="ingen kjede"):
        lag_kjede(load_base(ROOT), load_base(ROOT).eksempel("koordinere-det-fragmenterte"))


def test_every_figure_has_a_table_with_all_that_is_drawn():
    base = load_base(ROOT)
    timeline = lag_tidslinje(base)
    assert len(timeline.tabell.rader) == len([h for h in base.lovhistorie.values() if h.spor])
    rates = lag_nettverk(base, "svarprosent", Kolonner(base))
    assert len(rates.tabell.rader) == len(elements(rates.smal, "rect", "kb-f-soyle"))
