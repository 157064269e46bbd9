"""The colours of tokens.css, light and dark: contrast as WCAG 2.2 reckons it, for every pair the site uses."""

from __future__ import annotations

import re

import pytest

from tests.felles import ROOT

CSS = (ROOT / "docs" / "assets" / "css" / "tokens.css").read_text(encoding="utf-8")
SURFACES = ("papir", "flate", "flate-2", "flate-3")
MEANINGS = ("god", "varsel", "stopp", "opplys", "noytral")
ROOMS = re.findall(r"--kb-(rom-[a-z]+):", CSS.partition("@media screen")[0])


def colours(scheme: str) -> dict[str, str]:
    """The colours by name; dark is what it changes on top of light."""
    light, dark = CSS.partition("@media screen")[::2]
    found = dict(re.findall(r"--kb-([a-z0-9-]+): (#[0-9a-f]{6});", light))
    return found | (dict(re.findall(r"--kb-([a-z0-9-]+): (#[0-9a-f]{6});", dark)) if scheme == "mørk" else {})


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: str, b: str) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


PAIRS = [
    *(("blekk", s, 7.0) for s in (*SURFACES, "marker", *(f"{m}-flate" for m in MEANINGS))),
    ("pa-primar", "primar", 7.0),
    *((ink, s, 4.5) for ink in ("blekk-2", "lenke", "lenke-over") for s in SURFACES),
    *((m, f"{m}-flate", 4.5) for m in MEANINGS),
    *((room, s, 4.5) for room in ROOMS for s in ("papir", "flate")),
    ("blekk", "land", 4.5),  # names on the map; what else is written in the figures stands in pairs above
    *(("strek-sterk", s, 3.0) for s in SURFACES),
    *(("fokus", s, 3.0) for s in SURFACES),
    ("fokus-topp", "primar", 3.0),
    ("fokus-topp", "primar-over", 3.0),
]


@pytest.mark.parametrize("scheme", ["lys", "mørk"])
def test_every_pair_of_colours_has_contrast_enough(scheme: str):
    found = colours(scheme)
    assert len(ROOMS) >= 10
    weak = [
        f"{a} på {b}: {contrast(found[a], found[b]):.2f}, skal ha {least}"
        for a, b, least in PAIRS
        if contrast(found[a], found[b]) < least
    ]
    assert weak == []
