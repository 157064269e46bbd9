"""A tree of boxes, the children indented below the one they hang on: who answers to whom, what is to serve what."""

from __future__ import annotations

from dataclasses import dataclass

from macros.rendering.figurer.svg import FET, LINJE, Element, Tegning, lenke, linjer, samlet, tag, tekst


@dataclass(frozen=True, slots=True)
class Node:
    """One box: what kind of thing it is («Mål»), its text, where it leads, and the boxes that hang on it."""

    slag: str
    navn: str
    adresse: str | None = None
    barn: tuple[Node, ...] = ()


def tegn_tre(rotter: tuple[Node, ...], bredde: int) -> Tegning:
    """The trees below each other."""
    indent = 22 if bredde < 500 else 40
    parts: list[Element] = []
    y = 2.0
    for root in rotter:
        y = _draw(root, 0, y, indent, bredde, parts) + 10
    return samlet(bredde, y, parts)


def _draw(node: Node, depth: int, y: float, indent: int, bredde: int, parts: list[Element]) -> float:
    """Draw a box and what hangs on it from y down; return where the next may begin."""
    x = depth * indent
    width = min(bredde - x - 2, 520)
    lines = linjer(node.navn, width - 24, mest=3, storrelse=FET if depth == 0 else 13)
    height = LINJE * (len(lines) + 1) + 10
    box = tag("rect", x=x + 1, y=y, width=width, height=height, rx=4, klasse=f"kb-f-boks kb-f-boks--{min(depth, 3)}")
    words = [tekst(x + 12, y + LINJE, node.slag, "kb-f-liten")]
    words += [
        tekst(x + 12, y + LINJE * (i + 2), line, "kb-f-fet" if depth == 0 else "") for i, line in enumerate(lines)
    ]
    parts.append(lenke(node.adresse, box, *words))
    below = y + height + 8
    for child in node.barn:
        middle = below + 16
        parts.append(tag("path", d=f"M{x + 11} {y + height:.0f}V{middle:.0f}H{x + indent}", klasse="kb-f-linje"))
        below = _draw(child, depth + 1, below, indent, bredde, parts)
    return below
