"""Time from left to right, one row an event or a period, in groups: law, strategies, programmes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.rendering.figurer.svg import LINJE, Element, Tegning, linjer, samlet, tag, tekst


@dataclass(frozen=True, slots=True)
class Periode:
    """One row: what it is called, when in words, and from when to when in years (2011.5); alike for a point in time."""

    navn: str
    naar: str
    fra: float
    til: float


def tegn_tidslinje(grupper: Sequence[tuple[str, Sequence[Periode]]], bredde: int) -> Tegning:
    """Groups of rows over one axis of years; each group has a mark of its own shape."""
    rows = [p for _, group in grupper for p in group]
    first, last = int(min(p.fra for p in rows)), int(max(p.til for p in rows)) + 1
    left, right = 12.0, bredde - 12.0

    def x_of(year: float) -> float:
        return left + (right - left) * (year - first) / (last - first)

    parts: list[Element] = []
    y = 22.0
    for number, (name, group) in enumerate(grupper):
        parts.append(tekst(0, y + 8, name, "kb-f-fet kb-f-stor"))
        y += 18
        for p in group:
            said = f"{p.naar}: {p.navn}"
            for line in linjer(said, bredde - 8, mest=3):
                y += LINJE
                parts.append(tekst(0, y - 3, line))
            parts.extend(_mark(number % 4, x_of(p.fra), x_of(p.til), y + 8, left, right))
            y += 25
        y += 12
    axis = [tag("path", d=f"M{x_of(year):.1f} 18V{y - 8:.0f}", klasse="kb-f-rute") for year in _years(first, last)]
    axis += [tekst(x_of(year), 12, str(year), "kb-f-liten", anker="middle") for year in _years(first, last)]
    return samlet(bredde, y, [*axis, *parts])


def _years(first: int, last: int) -> range:
    return range(first - first % 5 + 5, last + 1, 5)


def _mark(shape: int, start: float, end: float, y: float, left: float, right: float) -> list[Element]:
    line = tag("path", d=f"M{left:.0f} {y:.0f}H{right:.0f}", klasse="kb-f-rute")
    if end - start > 8:
        klasse = f"kb-f-soyle kb-f-periode--{shape}"
        return [line, tag("rect", x=start, y=y - 6, width=end - start, height=12, rx=2, klasse=klasse)]
    if shape == 0:
        d = f"M{start:.1f} {y - 8:.1f}l8 8-8 8-8-8z"
    elif shape == 1:
        d = f"M{start - 6:.1f} {y - 6:.1f}h12v12h-12z"
    elif shape == 2:
        d = f"M{start:.1f} {y - 8:.1f}l8 14h-16z"
    else:
        d = f"M{start - 7:.1f} {y:.1f}a7 7 0 1 0 14 0a7 7 0 1 0-14 0z"
    return [line, tag("path", d=d, klasse="kb-f-soyle")]
