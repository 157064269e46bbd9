"""Pages held against the rules before MkDocs sees them: front matter, macro calls, raw HTML, and one page an example.

Codes: SID-001 no front matter, SID-002 unknown macro, SID-003 wrong arguments, SID-004 unknown id, SID-005 other template
code, SID-006 template code that can't be read, SID-007 raw HTML, SID-008 an example without a page, SID-009 a part of an
example that its page does not show, SID-010 not UTF-8, SID-011 a macro in single braces, SID-012 a review that is due before
the last one, SID-013 a provision in `bygger_pa` that can't be read, SID-014 an attribute
that can run or change the look, SID-015 a picture or resource from another host. Front matter: the schemas' codes too. Text:
the codes of macros/validation/sidetekst.py too.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.build.kall import Kall, plain_parts
from macros.build.page import Side
from macros.build.skrevet import Makro, Nokkel, call_of, remember, signature_of
from macros.loading import Raadata, Yamlfil, field_name
from macros.makroer import Makrofeil
from macros.model import Funn, Kunnskapsbase, Regel, UkjentId
from macros.model.base import nearest, suggestion
from macros.model.bestemmelse import fault_of
from macros.rendering.example import parts_with_content
from macros.samtidig import side_by_side
from macros.validation.husk import Husk
from macros.validation.schema import Oppslag, schema_check
from macros.validation.sidetekst import check_text, without_code
from macros.validation.walk import cut

KODER = {
    "SID-001": Regel(
        "Siden har ikke noe hode.",
        "Kopier hodet fra en annen side, og fyll det ut.",
    ),
    "SID-002": Regel(
        "Makroen finnes ikke.",
        "Rett navnet på makroen. Alle makroer står på siden om makroer.",
    ),
    "SID-003": Regel(
        "Makroen er brukt feil.",
        "Skriv makroen slik meldingen viser.",
    ),
    "SID-004": Regel(
        "Makroen viser til noe som ikke finnes.",
        "Rett id-en i makroen. Meldingen foreslår den nærmeste.",
    ),
    "SID-005": Regel(
        "Annen malkode enn makroer.",
        "Bruk en makro, eller slett koden.",
    ),
    "SID-006": Regel(
        "Malkoden kan ikke leses.",
        "Se etter anførselstegn og parenteser som ikke er lukket.",
    ),
    "SID-007": Regel(
        "HTML i siden.",
        "Bruk Markdown eller en makro. Skal tegnet < vises, så skriv &lt;.",
    ),
    "SID-008": Regel(
        "Eksempelet har ingen side.",
        "Kopier en annen eksempelside, og skriv id-en til eksempelet i hodet.",
    ),
    "SID-009": Regel(
        "Siden viser ikke hele eksempelet.",
        "Legg inn makroen som meldingen viser, under en overskrift.",
    ),
    "SID-010": Regel(
        "Siden er ikke lagret som UTF-8.",
        "Lagre fila på nytt som UTF-8.",
    ),
    "SID-011": Regel(
        "Makroen står i enkle klammer.",
        "Skriv to klammer på hver side av makroen.",
    ),
    "SID-012": Regel(
        "Neste gjennomgang av siden er satt før den siste.",
        "Rett den datoen som er feil.",
    ),
    "SID-013": Regel(
        "Bestemmelsen siden bygger på, kan ikke leses.",
        "Skriv lovens navn og paragraf, for eksempel boligsosialloven § 5.",
    ),
    "SID-014": Regel(
        "Et attributt i krøllklammer kan ikke stå der.",
        "Bruk bare #id og .klasse i {: … }. Kode og stil hører ikke hjemme i en side.",
    ),
    "SID-015": Regel(
        "Siden henter noe fra et annet nettsted.",
        "Legg bildet i docs/assets/bilder/, hvis vi har lov til å bruke det. Lenker kan gå hvor som helst.",
    ),
}

_COMMENT = "Tegnene {# begynner en kommentar. Skal overskriften ha et eget anker, så skriv {: #navn } med kolon."
_MACROS_LISTED = "Alle makroer med forklaring står i docs/bidra/makroer.md."


def check_pages(
    sider: Iterable[Side],
    raw: Raadata,
    base: Kunnskapsbase,
    makroer: Mapping[str, Makro],
    bare: Container[str] | None = None,
) -> list[Funn]:
    """All findings of the pages, sorted by file and line.

    bare: of the others of these pages, only what can be seen without writing their macros.
    """
    sider = tuple(sider)
    looked_at = [side for side in sider if bare is None or side.kilde in bare]
    check_head = schema_check(raw.skjema, Oppslag(raw))
    read = side_by_side(lambda side: _read(side, base, makroer, check_head), looked_at)
    for side in read:
        remember(makroer, side.skrevet)
    found = [funn for side in read for funn in side.funn]
    found += _text_findings(sider, raw)
    found += _example_findings(sider, base, {s.kilde: r for s, r in zip(looked_at, read, strict=True)})
    return sorted(set(found))


@dataclass(frozen=True, slots=True)
class _Lest:
    """What one page holds: its findings, what its macros have written, and the parts it shows of the example it tells of.

    deler: None where the page has template code that can't be read, so that what it shows isn't known.
    """

    funn: tuple[Funn, ...]
    skrevet: Mapping[Nokkel, str]
    deler: frozenset[str] | None


def _read(
    side: Side, base: Kunnskapsbase, makroer: Mapping[str, Makro], check_head: Callable[..., Iterator[Funn]]
) -> _Lest:
    calls = Makrokall(side, makroer)
    found = list(calls.check())
    unread = any(f.kode == "SID-006" for f in found)
    return _Lest(
        funn=(
            *_encoding_findings(side),
            *_head_findings(side, check_head),
            *_provision_findings(side, base),
            *found,
            *_html_findings(side),
            *_brace_findings(side, makroer),
            *_attribute_findings(side),
            *_resource_findings(side),
        ),
        skrevet=calls.skrevet,
        deler=None if unread else calls.parts_of(side.eksempel),
    )


def _text_findings(sider: Iterable[Side], raw: Raadata) -> list[Funn]:
    """The findings of the pages' texts, kept while a page and the lists it is held against are the same."""
    held_against = [fil.yaml for fil in raw.filer if fil.slag.navn in ("navnehash", "innstilling")]
    readable = {s.fil: s for s in sider if not s.uleselig_linje}
    hangs_on = {fil: (s.tekst, s.forste_linje, s.hode, *held_against) for fil, s in readable.items()}

    def find(fil: str) -> tuple[Funn, ...]:
        side = readable[fil]
        return tuple(check_text(fil, side.hode, side.tekst, side.forste_linje, raw))

    return _kept.of_each(hangs_on, find)


_kept = Husk()


def _encoding_findings(side: Side) -> Iterator[Funn]:
    if side.uleselig_linje:
        yield Funn(
            fil=side.fil,
            linje=side.uleselig_linje,
            kode="SID-010",
            melding="Her står det tegn som ikke kan leses. Siden er ikke lagret som UTF-8.",
            tips="Lagre fila på nytt som UTF-8. I Notisblokk: Lagre som, og velg UTF-8 under Koding.",
        )


def _head_findings(side: Side, check_head: Callable[..., Iterator[Funn]]) -> Iterator[Funn]:
    if side.hode is None:
        yield Funn(
            fil=side.fil,
            linje=1,
            kode="SID-001",
            melding="Siden mangler hodet øverst, mellom to linjer med ---.",
            tips="Kopier hodet fra en annen side. Feltene står forklart i data/skjema/side.schema.json.",
        )
        return
    yield from side.hode.funn
    if side.hode.data is not None:
        yield from check_head("side.schema.json", side.hode)
        yield from _review_findings(side.hode)


def _review_findings(hode: Yamlfil) -> Iterator[Funn]:
    last, coming = (
        hode.data.get(field) if isinstance(hode.data, dict) else None
        for field in ("sist_gjennomgatt", "neste_gjennomgang")
    )
    if isinstance(last, str) and isinstance(coming, str) and _DATE.fullmatch(last + coming) and coming <= last:
        yield Funn(
            fil=hode.fil,
            linje=hode.linje(("neste_gjennomgang",)),
            kode="SID-012",
            felt="neste_gjennomgang",
            melding=f"Neste gjennomgang ({coming}) er ikke etter den siste ({last}).",
            tips="Rett den datoen som er feil.",
        )


_DATE = re.compile(r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2}){2}")  # year first, so text sorts as time


def _provision_findings(side: Side, base: Kunnskapsbase) -> Iterator[Funn]:
    """A provision that can't be read joins the page with no change of law, and nobody would know."""
    head = side.hode.data if side.hode else None
    texts = head.get("bygger_pa") if isinstance(head, dict) else None
    for i, text in enumerate(texts if isinstance(texts, list) else ()):
        fault = fault_of(text, base.lover) if isinstance(text, str) and text.strip() else None
        if fault and side.hode:
            sti = ("bygger_pa", i)
            yield Funn(
                fil=side.fil,
                linje=side.hode.linje(sti),
                kode="SID-013",
                felt=field_name(sti),
                melding=fault[0],
                tips=fault[1],
            )


@lru_cache(maxsize=1000)
def _tree(tekst: str) -> nodes.Template:
    """The template code of a text, read once while the text is the same. Raises TemplateSyntaxError."""
    return Environment().parse(tekst)


class Makrokall:
    """The template code of one page: only calls of known macros, with arguments written out."""

    def __init__(self, side: Side, makroer: Mapping[str, Makro]) -> None:
        """Side: the page. makroer: the macros by name."""
        self.side, self.makroer = side, makroer
        self.kall: list[tuple[str, dict[str, Any]]] = []
        self.skrevet: dict[Nokkel, str] = {}

    def check(self) -> Iterator[Funn]:
        """A finding for each thing that would stop the build or publish template code."""
        parts = plain_parts(self.side.tekst, self.makroer)
        if parts is None:
            yield from self._read_by_jinja()
        for part in parts or ():
            if isinstance(part, Kall):
                yield from self._written(part.linje, part.makro, part.verdier, part.navngitte)

    def _read_by_jinja(self) -> Iterator[Funn]:
        try:
            tree = _tree(self.side.tekst)
        except TemplateSyntaxError as error:
            yield self._find(
                error.lineno,
                "SID-006",
                "Malkoden {{ }} kan ikke leses her.",
                _COMMENT
                if "comment" in str(error)
                else "Se etter anførselstegn eller parenteser som ikke er lukket. "
                'Anførselstegn må være rette ("), ikke buede. '
                "Skal tegnene {{ vises, så skriv dem i {% raw %} … {% endraw %}.",
            )
            return
        for node in tree.body:
            for part in node.nodes if isinstance(node, nodes.Output) else [node]:
                yield from self._part(part)

    def _part(self, node: nodes.Node) -> Iterator[Funn]:
        if isinstance(node, nodes.TemplateData):
            return
        if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
            yield self._find(
                node.lineno,
                "SID-005",
                "Her står det malkode som ikke er et makrokall.",
                'Bare makroer kan brukes på en side, for eksempel {{ kilde("tromso-2011", side=5) }}.',
            )
            return
        name = node.node.name
        if name not in self.makroer:
            yield self._find(
                node.lineno,
                "SID-002",
                f"Makroen «{name}» finnes ikke.{suggestion(nearest(name, self.makroer), ())}",
                _MACROS_LISTED,
            )
            return
        yield from self._call(node, name)

    def _call(self, node: nodes.Call, name: str) -> Iterator[Funn]:
        try:
            if node.dyn_args or node.dyn_kwargs:
                raise nodes.Impossible
            args = [a.as_const() for a in node.args]
            named = {k.key: k.value.as_const() for k in node.kwargs}
        except nodes.Impossible:
            yield self._find(
                node.lineno, "SID-003", f"Verdiene til «{name}» må skrives rett ut, i anførselstegn.", _MACROS_LISTED
            )
            return
        yield from self._written(node.lineno, name, args, named)

    def _written(self, lineno: int, name: str, args: Sequence[Any], named: dict[str, Any]) -> Iterator[Funn]:
        macro = self.makroer[name]
        try:
            self.kall.append((name, signature_of(macro).bind(*args, **named).arguments))
            self.skrevet[call_of(name, tuple(args), named)] = macro(*args, **named)
        except UkjentId as error:
            yield self._find(lineno, "SID-004", f"{name}: {error}", _MACROS_LISTED)
        except Makrofeil as error:
            yield self._find(lineno, "SID-003", f"{name}: {error}", _MACROS_LISTED)
        except TypeError:
            yield self._find(
                lineno,
                "SID-003",
                f"«{name}» er brukt feil. Slik skrives den: {_signature(name, macro)}",
                _MACROS_LISTED,
            )

    def parts_of(self, eksempel: str | None) -> frozenset[str]:
        """The parts of an example that the page shows."""
        return frozenset(args["del_"] for name, args in self.kall if name == "eksempel" and args["id"] == eksempel)

    def _find(self, lineno: int, kode: str, melding: str, tips: str) -> Funn:
        line = self.side.forste_linje + lineno - 1
        return Funn(fil=self.side.fil, linje=line, kode=kode, melding=cut(melding), tips=cut(tips))


def _signature(name: str, macro: Callable[..., str]) -> str:
    parts = []
    for p in inspect.signature(macro).parameters.values():
        if p.kind is p.VAR_KEYWORD:
            parts.append("malgruppe=…, tema=…")
        else:
            parts.append(p.name if p.default is p.empty else f"{p.name}=…")
    return f"{{{{ {name}({', '.join(parts)}) }}}}"


_ONE_BRACE = re.compile(r"(?<![{\w])\{\s*([a-z_]+)\s*\(")


def _brace_findings(side: Side, makroer: Mapping[str, object]) -> Iterator[Funn]:
    text = without_code(side.tekst)
    for match in _ONE_BRACE.finditer(text):
        if match.group(1) in makroer:
            yield Funn(
                fil=side.fil,
                linje=side.forste_linje + text.count("\n", 0, match.start()),
                kode="SID-011",
                melding=f"Makroen «{match.group(1)}» står i enkle klammer og ville blitt vist som tekst.",
                tips=f"Skriv to klammer på hver side: {{{{ {match.group(1)}(…) }}}}",
            )


_HTML = re.compile(r"<(?!https?://|[^\s<>@]+@)(/?[A-Za-z][A-Za-z0-9-]*|!--)")


def _html_findings(side: Side) -> Iterator[Funn]:
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


def _attribute_findings(side: Side) -> Iterator[Funn]:
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


def _resource_findings(side: Side) -> Iterator[Funn]:
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


def _example_findings(sider: Iterable[Side], base: Kunnskapsbase, read: Mapping[str, _Lest]) -> Iterator[Funn]:
    """read: what the pages that were looked at hold, by their path in docs/."""
    pages = {s.eksempel: s for s in sider if s.eksempel}
    unread = {s.kilde for s in sider if s.hode is None or s.hode.data is None}  # of these it has been told why
    for e in base.eksempler.values():
        page = pages.get(e.id)
        expected = f"eksempler/{e.id}.md"
        if expected in unread:
            continue
        if page is None or page.kilde != expected:
            yield Funn(
                fil=f"data/eksempler/{e.id}.yml",
                linje=1,
                kode="SID-008",
                melding=f"Eksempelet har ingen side. Den skal hete docs/{expected}.",
                tips=f"Kopier en annen eksempelside, og skriv om_eksempel: {e.id} i hodet.",
            )
            continue
        shown = read[page.kilde].deler if page.kilde in read else None
        if shown is None:
            continue
        for part in sorted(set(parts_with_content(e)) - shown):
            yield Funn(
                fil=page.fil,
                linje=1,
                kode="SID-009",
                melding=f"Posten har noe under «{part}», men siden viser det ikke.",
                tips=f'Legg inn {{{{ eksempel("{e.id}", "{part}") }}}} under en overskrift.',
            )
