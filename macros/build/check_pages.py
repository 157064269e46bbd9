"""Pages held against the rules before MkDocs sees them: front matter, macro calls, raw HTML, and one page an example.

KODER has the codes. The front matter can have the schemas' codes too, and the text those of macros/validation/sidetekst.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.build.forbudt import attribute_findings, html_findings, resource_findings
from macros.build.makrokall import Makrokall, brace_findings
from macros.build.page import Side
from macros.build.skrevet import Makro, Nokkel, remember
from macros.loading import Raadata, Yamlfil, field_name
from macros.model import Funn, Kunnskapsbase, Regel
from macros.model.bestemmelse import fault_of
from macros.rendering.example import parts_with_content
from macros.samtidig import side_by_side
from macros.validation.husk import Husk
from macros.validation.oppslag import Oppslag
from macros.validation.schema import schema_check
from macros.validation.sidetekst import check_text

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
            *html_findings(side),
            *brace_findings(side, makroer),
            *attribute_findings(side),
            *resource_findings(side),
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
