"""Drawings as data: elements of SVG, and how much room text takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

SMAL, BRED = 340, 640
"""The two widths that every figure is drawn for."""

LINJE = 17
"""From one line of text to the next."""

FET = 14.6
"""The size to reckon bold text of size 13 as: it is wider."""

_NARROW, _WIDE = frozenset("iljtfr.,:;'|!()[] I-–"), frozenset("mwMW@%—")


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a drawing: its name, its attributes, and text or elements in it. maler/_svg.html.j2 writes it."""

    navn: str
    egenskaper: tuple[tuple[str, str], ...]
    innhold: tuple[Element | str, ...] = ()


def tag(navn: str, *innhold: Element | str, **egenskaper: object) -> Element:
    """One element. `klasse` is its class, other names are as in SVG with «_» for «-»; None is left out."""
    names = {"klasse": "class"}
    attrs = ((names.get(k, k.replace("_", "-")), _text(v)) for k, v in egenskaper.items() if v is not None)
    return Element(navn, tuple(attrs), innhold)


def _text(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def tekst(x: float, y: float, innhold: str, klasse: str = "", anker: str | None = None) -> Element:
    """One line of text with its baseline at y. anker: where on the line x is, as SVG's text-anchor."""
    return tag("text", innhold, x=float(x), y=float(y), klasse=f"kb-f-tekst {klasse}".strip(), text_anchor=anker)


def tekstbredde(innhold: str, storrelse: float = 13) -> float:
    """About how wide a line of text is, on the safe side: what the reader's machine has of type isn't known."""
    return storrelse * sum(
        0.36 if c in _NARROW else 0.95 if c in _WIDE else 0.73 if c.isupper() else 0.6 for c in innhold
    )


def linjer(innhold: str, plass: float, mest: int = 3, storrelse: float = 13) -> list[str]:
    """The text in lines that fit in `plass`; what doesn't fit in the last of `mest` lines ends in «…»."""
    out: list[str] = [""]
    for word in innhold.split():
        longer = f"{out[-1]} {word}".strip()
        if tekstbredde(longer, storrelse) <= plass or not out[-1]:
            out[-1] = longer
        elif len(out) < mest:
            out.append(word)
        else:
            out[-1] = f"{out[-1].rstrip('.,;:')} …"
            break
    return out


def lenke(adresse: str | None, *innhold: Element) -> Element:
    """The parts as a link, or together where they lead nowhere."""
    return tag("a", *innhold, href=adresse) if adresse else tag("g", *innhold)


@dataclass(frozen=True, slots=True)
class Tegning:
    """A drawing of a given size."""

    bredde: float
    hoyde: float
    deler: tuple[Element, ...]

    def svg(self, id: str, tittel: str, beskrivelse: str, klasse: str, med_lenker: bool = False) -> Element:
        """The whole SVG element; `id` makes the ids of title and description.

        tittel, beskrivelse: what one who does not see it is told. med_lenker: its parts can be followed, so it is no image.
        """
        return tag(
            "svg",
            tag("title", tittel, id=f"{id}-tittel"),
            tag("desc", beskrivelse, id=f"{id}-beskrivelse"),
            *self.deler,
            klasse=f"kb-f {klasse}".strip(),
            viewBox=f"0 0 {self.bredde:.0f} {self.hoyde:.0f}",
            role="group" if med_lenker else "img",
            aria_labelledby=f"{id}-tittel",
            aria_describedby=f"{id}-beskrivelse",
        )


def samlet(bredde: float, hoyde: float, deler: Iterable[Element]) -> Tegning:
    """The parts as one drawing."""
    return Tegning(bredde, hoyde, tuple(deler))
