"""Bars and points on a scale, one row a thing: name above, mark below, the figure in words beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.rendering.figurer.svg import FET, LINJE, Element, Tegning, linjer, samlet, tag, tekst, tekstbredde


@dataclass(frozen=True, slots=True)
class Soyle:
    """One row: its name, the value (None where it isn't known), the value in words, and whether it is a sum of others."""

    navn: str
    verdi: float | None
    vist: str
    er_sum: bool = False


@dataclass(frozen=True, slots=True)
class Skala:
    """From where to where values may lie, and what to call the ends."""

    fra: float
    til: float
    ender: tuple[str, str] | None = None


def tegn_soyler(rader: Sequence[Soyle], skala: Skala, bredde: int) -> Tegning:
    """Rows of bars from the start of the scale."""
    return _drawn(rader, skala, bredde, _bar)


def tegn_prikker(rader: Sequence[Soyle], skala: Skala, bredde: int) -> Tegning:
    """Rows of points on the scale: for means, which no bar from zero can show."""
    return _drawn(rader, skala, bredde, _dot)


def _drawn(rader: Sequence[Soyle], skala: Skala, bredde: int, mark: object) -> Tegning:
    room = max(tekstbredde(r.vist, FET if r.er_sum else 13) for r in rader) + 8
    length = bredde - room - 8
    parts: list[Element] = []
    y = 4.0
    for row in rader:
        if row.er_sum and parts:
            y += 12
        for line in linjer(row.navn, bredde - 8, mest=2, storrelse=FET if row.er_sum else 13):
            y += LINJE
            parts.append(tekst(0, y - 4, line, "kb-f-fet" if row.er_sum else ""))
        share = None if row.verdi is None else (row.verdi - skala.fra) / (skala.til - skala.fra)
        parts.extend(mark(y + 2, length, share, row.er_sum))
        parts.append(tekst(_end(mark, length, share) + 8, y + 14, row.vist, "kb-f-fet" if row.er_sum else ""))
        y += 24
    if skala.ender:
        parts.append(tekst(0, y + 12, skala.ender[0], "kb-f-liten"))
        parts.append(tekst(length, y + 12, skala.ender[1], "kb-f-liten", anker="end"))
        y += 18
    return samlet(bredde, y + 4, parts)


def _end(mark: object, length: float, share: float | None) -> float:
    return length if mark is _dot else length * (share or 0)


def _bar(y: float, length: float, share: float | None, er_sum: bool) -> Iterator[Element]:
    yield tag("rect", x=0, y=y, width=float(length), height=14, klasse="kb-f-spor")
    if share is None:
        return
    klasse = "kb-f-soyle kb-f-soyle--sum" if er_sum else "kb-f-soyle"
    yield tag("rect", x=0, y=y, width=max(1.0, length * share), height=14, klasse=klasse)


def _dot(y: float, length: float, share: float | None, er_sum: bool) -> Iterator[Element]:
    yield tag("path", d=f"M0 {y + 7:.0f}H{length:.1f}", klasse="kb-f-linje")
    for step in range(6):
        yield tag("path", d=f"M{length * step / 5:.1f} {y + 3:.0f}v8", klasse="kb-f-linje")
    if share is not None:
        yield tag("circle", cx=length * share, cy=y + 7, r=7, klasse="kb-f-soyle")
