"""A map of Norway with numbered points that never cover each other, each with a line to where it belongs."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from macros.rendering.figurer.svg import Element, Tegning, lenke, samlet, tag, tekst

Grader = tuple[float, float]
"""Latitude and longitude."""

RADIUS = 11.0
_AIR = 2.0
_MERIDIAN = math.radians(15)  # through the middle of the country


@dataclass(frozen=True, slots=True)
class Punkt:
    """One point: number in the list beside the map, where it is, what it is called, where it leads."""

    nummer: int
    sted: Grader
    navn: str
    adresse: str


def tegn_kart(omriss: Sequence[Sequence[Grader]], punkter: Sequence[Punkt], bredde: int) -> Tegning:
    """The outline with the points on it. Without an outline the points stand alone."""
    every = [p for ring in omriss for p in ring] + [p.sted for p in punkter] or [(58.0, 5.0), (71.0, 31.0)]
    flat = [_projected(p) for p in every]
    west, east = min(x for x, _ in flat), max(x for x, _ in flat)
    north, south = max(y for _, y in flat), min(y for _, y in flat)
    margin = RADIUS + 4
    scale = (bredde - 2 * margin) / ((east - west) or 1)

    def place(p: Grader) -> tuple[float, float]:
        x, y = _projected(p)
        return margin + (x - west) * scale, margin + (north - y) * scale

    height = 2 * margin + (north - south) * scale
    land = tag("path", d="".join(_ring([place(p) for p in ring]) for ring in omriss), klasse="kb-f-land")
    homes = [place(p.sted) for p in punkter]
    moved = _apart(tuple(homes), bredde, height)
    lines = [
        tag("path", d=f"M{hx:.1f} {hy:.1f}L{x:.1f} {y:.1f}", klasse="kb-f-linje")
        for (hx, hy), (x, y) in zip(homes, moved, strict=True)
        if math.hypot(hx - x, hy - y) > 1
    ]
    dots = [tag("circle", cx=x, cy=y, r=2.0, klasse="kb-f-hjem") for x, y in homes]
    return samlet(bredde, height, [land, *lines, *dots, *map(_disc, punkter, moved)])


def _disc(p: Punkt, at: tuple[float, float]) -> Element:
    x, y = at
    disc = tag("circle", cx=x, cy=y, r=RADIUS, klasse="kb-f-punkt")
    return lenke(
        p.adresse, tag("title", p.navn), disc, tekst(x, y + 4.5, str(p.nummer), "kb-f-punkt-tekst", anker="middle")
    )


def _projected(p: Grader) -> tuple[float, float]:
    """Transverse Mercator on a sphere: the country keeps its shape from south to north."""
    lat, lon = math.radians(p[0]), math.radians(p[1]) - _MERIDIAN
    return math.atanh(math.cos(lat) * math.sin(lon)), math.atan2(math.tan(lat), math.cos(lon))


def _ring(points: list[tuple[float, float]]) -> str:
    """The ring as a path, without the points that are too near the one before to be seen."""
    kept = [points[0]]
    for p in points[1:]:
        if math.hypot(p[0] - kept[-1][0], p[1] - kept[-1][1]) >= 0.8:
            kept.append(p)
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in kept) + "z"


@lru_cache(maxsize=8)  # a page is written twice, once to be checked, and `vis` writes all anew at each save
def _apart(homes: tuple[tuple[float, float], ...], width: float, height: float) -> list[tuple[float, float]]:
    """The places moved until no two discs meet: each is drawn home a little, and pushed off by those it meets."""
    at = [[x + 0.01 * i, y - 0.01 * i] for i, (x, y) in enumerate(homes)]
    least = 2 * RADIUS + _AIR
    for turn in range(400):
        for i, (hx, hy) in enumerate(homes):
            pull = 0.05 if turn < 300 else 0.0
            at[i][0] += (hx - at[i][0]) * pull
            at[i][1] += (hy - at[i][1]) * pull
        for i, a in enumerate(at):
            for b in at[:i]:
                if abs(a[0] - b[0]) < least and abs(a[1] - b[1]) < least:
                    _push(a, b, least)
        for p in at:
            p[0] = min(max(p[0], RADIUS + 1), width - RADIUS - 1)
            p[1] = min(max(p[1], RADIUS + 1), height - RADIUS - 1)
    return [(x, y) for x, y in at]


def _push(a: list[float], b: list[float], least: float) -> None:
    dx, dy = a[0] - b[0], a[1] - b[1]
    away = math.hypot(dx, dy) or 0.01
    if away < least:
        half = (least - away) / 2 / away
        a[0] += dx * half
        a[1] += dy * half
        b[0] -= dx * half
        b[1] -= dy * half
