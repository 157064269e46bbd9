"""The index A–Å: everything one can look up by name, as plain links, for readers whose scripts do not run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from macros.model import Kunnskapsbase
from macros.queries import norsk
from macros.rendering import tekst
from macros.rendering.html import Maler
from macros.sok.document import Sidetekst

PLACE = '<div class="kb-register" data-kb-register></div>'
"""What the macro `sokeside` leaves in the page, for the register to be put in its place."""


class Oppslag(NamedTuple):
    """One line of the register: the name, where it leads, what it is; and the name it is known by today, if another."""

    navn: str
    adresse: str
    hva: str
    se: str = ""


def write_register(site: Path, base: Kunnskapsbase, pages: Iterable[Sidetekst]) -> None:
    """Put the register into the built page that has a place for it. Raises OSError."""
    pages = tuple(pages)
    for page in pages:
        file = site / page.adresse.strip("/") / "index.html"
        text = file.read_text("utf-8")
        if PLACE in text:
            made = Maler(base).html("register", bokstaver=by_letter(entries(base, pages)))
            file.write_text(text.replace(PLACE, made), "utf-8", newline="\n")


def entries(base: Kunnskapsbase, pages: Iterable[Sidetekst]) -> Iterator[Oppslag]:
    """Pages, terms with their other names, duties, and municipalities that have an example."""
    for page in pages:
        if page.adresse not in ("/", "/sok/"):
            yield Oppslag(page.tittel, page.adresse, "eksempel" if page.adresse.startswith("/eksempler/") else "side")
    for b in base.begreper.values():
        yield Oppslag(tekst.stor(b.bokmal), b.adresse, "begrep")
        for name in dict.fromkeys((*b.synonymer, *b.forkortelser, *b.eldre_navn)):
            yield Oppslag(tekst.stor(name), b.adresse, "begrep", b.bokmal)
    for k in base.lovkrav.values():
        yield Oppslag(k.tittel, k.adresse, f"lovkrav, {tekst.sted(k.sted)}")
    for nummer in dict.fromkeys(k.nummer for e in base.eksempler.values() for k in e.kommuner):
        yield Oppslag(base.kommuner[nummer].navn, f"/kommuner/#k{nummer}", "kommune")


def by_letter(oppslag: Iterable[Oppslag]) -> list[tuple[str, list[Oppslag]]]:
    """The lines by first letter, in Norwegian alphabetical order; what starts with no letter comes first, under «0–9»."""
    ordered = sorted(dict.fromkeys(oppslag), key=lambda o: (norsk(o.navn.strip("«»“”\"' ")), o.adresse))
    return [(letter, list(group)) for letter, group in groupby(ordered, key=_letter)]


def _letter(o: Oppslag) -> str:
    first = o.navn.strip("«»“”\"' ")[:1].upper()
    return first if first.isalpha() else "0–9"
