"""The three ideal shapes of a network: star, ring and line, with seven people."""

from __future__ import annotations

import math

from macros.rendering.figurer.svg import Tegning, samlet, tag, tekst

FORMER = {
    "stjerne": (
        "Én person når alle, og alle må gjennom den ene.",
        "A står i midten og har kontakt med B til G, som ikke har kontakt med hverandre.",
    ),
    "ring": (
        "Alle når to naboer, og ingen når alle.",
        "A til G står i en sirkel, og hver har kontakt med de to ved siden av.",
    ),
    "linje": (
        "Alle når to naboer, bortsett fra de to ytterst.",
        "A til G står på rekke. A og G har én nabo hver, de andre har to.",
    ),
}
"""Each shape: what it means, and what one sees in the drawing."""

_W, _H, _R = 240.0, 180.0, 13.0


def tegn_form(form: str) -> Tegning:
    """One of FORMER."""
    places = _places(form)
    pairs = [(0, i) for i in range(1, 7)] if form == "stjerne" else [(i, i + 1) for i in range(6)]
    if form == "ring":
        pairs.append((6, 0))
    lines = [
        tag(
            "path",
            d=f"M{places[a][0]:.1f} {places[a][1]:.1f}L{places[b][0]:.1f} {places[b][1]:.1f}",
            klasse="kb-f-band",
        )
        for a, b in pairs
    ]
    nodes = []
    for letter, (x, y) in zip("ABCDEFG", places, strict=True):
        nodes.append(tag("circle", cx=x, cy=y, r=_R, klasse="kb-f-punkt"))
        nodes.append(tekst(x, y + 4.5, letter, "kb-f-punkt-tekst", anker="middle"))
    return samlet(_W, _H, [*lines, *nodes])


def _places(form: str) -> list[tuple[float, float]]:
    if form == "linje":
        return [(_R + 2 + i * (_W - 2 * _R - 4) / 6, _H / 2 + (12 if i % 2 else -12)) for i in range(7)]
    around = 6 if form == "stjerne" else 7
    ring = [
        (_W / 2 + 74 * math.sin(2 * math.pi * i / around), _H / 2 - 74 * math.cos(2 * math.pi * i / around))
        for i in range(around)
    ]
    return [(_W / 2, _H / 2), *ring] if form == "stjerne" else ring
