"""What the text of a page may not hold: HTML, attributes that can run or change the look, and resources from another host."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.build.page import Side
from macros.model import Funn
from macros.validation.sidetekst import without_code
from macros.validation.walk import cut

_HTML = re.compile(r"<(?!https?://|[^\s<>@]+@)(/?[A-Za-z][A-Za-z0-9-]*|!--)")


def html_findings(side: Side) -> Iterator[Funn]:
    """SID-007: raw HTML, told once for an element on a line."""
    text = without_code(side.tekst)
    told: set[tuple[int, str]] = set()
    for match in _HTML.finditer(text):
        line = side.forste_linje + text.count("\n", 0, match.start())
        element = (line, match.group(1).lstrip("/"))
        if element in told:  # the end of an element that has been told of
            continue
        told.add(element)
        yield Funn(
            fil=side.fil,
            linje=line,
            kode="SID-007",
            melding=f"HTML ({match.group()}…) kan ikke stå i en side.",
            tips="Bruk Markdown eller en makro. Skal tegnet < vises, så skriv &lt; eller sett teksten mellom `grave aksenter`.",
        )


_ATTRIBUTES = re.compile(
    r"\{:?[ \t]*((?:[#.][\w-]+|[\w:@.-]+[ \t]*=[ \t]*(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s}\"']+)|[ \t])+)\}"
)
_ATTRIBUTE = re.compile(r"(?<![\w.#-])([\w:@.-]+)[ \t]*=")
_HARMLESS = re.compile(r"id|class|lang|title|hidden|colspan|rowspan|data-[a-z-]+")


def attribute_findings(side: Side) -> Iterator[Funn]:
    """SID-014: an attribute in {: … } that is not known to be harmless."""
    text = without_code(side.tekst)
    for match in _ATTRIBUTES.finditer(text):
        for attribute in _ATTRIBUTE.finditer(match.group(1)):
            name = attribute.group(1).lower()
            if not _HARMLESS.fullmatch(name):
                yield Funn(
                    fil=side.fil,
                    linje=side.forste_linje + text.count("\n", 0, match.start()),
                    kode="SID-014",
                    melding=cut(f"Attributtet «{name}» kan ikke stå i {{: … }}."),
                    tips="Bruk bare #id og .klasse. Stil hører hjemme i et stilark, og kode i frontend/.",
                )


_RESOURCE = re.compile(r"!\[[^\]\n]*\]\(\s*<?((?:[a-z][a-z0-9+.-]*:|//)[^)\s>]*)", re.IGNORECASE)
_NAMED = re.compile(r"!\[([^\]\n]*)\](?:\[([^\]\n]*)\])?(?!\()")
_ADDRESS_OF = re.compile(r"(?m)^ {0,3}\[([^\]\n]+)\]:\s*<?((?:[a-z][a-z0-9+.-]*:|//)\S+)", re.IGNORECASE)


def resource_findings(side: Side) -> Iterator[Funn]:
    """SID-015: a picture from another host, written in place or named elsewhere on the page."""
    text = without_code(side.tekst)
    named = {m.group(1).lower(): m.group(2) for m in _ADDRESS_OF.finditer(text)}
    found = [(m.start(), m.group(1)) for m in _RESOURCE.finditer(text)]
    found += [(m.start(), named.get((m.group(2) or m.group(1)).lower(), "")) for m in _NAMED.finditer(text)]
    for at, address in found:
        if address:
            yield Funn(
                fil=side.fil,
                linje=side.forste_linje + text.count("\n", 0, at),
                kode="SID-015",
                melding=cut(f"Bildet hentes fra et annet sted: «{address}»."),
                tips="Legg det i docs/assets/bilder/, hvis vi har lov til å bruke det. Leserens maskin skal ikke spørre andre.",
            )
