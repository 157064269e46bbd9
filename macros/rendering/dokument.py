"""A template (Mal) as a document or a workbook in plain parts: what the page shows and what the office files are written from.

Pure. A text is a tuple of pieces (Bit); «[FYLL UT: …]» in it becomes a piece of its own, so that every writer can mark it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.model import Kunnskapsbase
from macros.model.mal import Mal, Malblokk, Maldel, Malkolonne, Maltabell
from macros.rendering import tekst

FELT = re.compile(r"\[FYLL UT: [^\[\]]+\]")
"""A field to fill in."""

LANG = 6
"""With more parts than this a document gets a contents list."""

_RETTLEDNING = (
    "Fyll ut alt som står i klammer og er merket gult. Avsnitt som begynner med «Hjelp:», slettes før dokumentet sendes. "
    "Skriv roller, ikke navn på folk. Nederst står det hvor malen kommer fra."
)
_OM_ARKET = (
    "Fyll ut arkene bak dette. Overskriftene står stille når du blar. Velg en rute i tabellen for å se hva som skal stå der. "
    "Skriv roller, ikke navn på folk."
)
_OM = "Om malen (slettes før bruk)"
_HJELP = "Hjelp: "


@dataclass(frozen=True, slots=True)
class Bit:
    """A piece of running text; `felt` where the reader is to write."""

    tekst: str
    felt: bool = False


Tekst = tuple[Bit, ...]


@dataclass(frozen=True, slots=True)
class Overskrift:
    """A heading. `niva` 1 is a part of the document; `anker` is the bookmark that the contents list points at."""

    niva: int
    tekst: str
    anker: str


@dataclass(frozen=True, slots=True)
class Avsnitt:
    """A paragraph. `hjelp` is to be deleted before the document is used."""

    tekst: Tekst
    hjelp: bool = False


@dataclass(frozen=True, slots=True)
class Liste:
    """Points, or numbered steps."""

    punkter: tuple[Tekst, ...]
    nummerert: bool = False


@dataclass(frozen=True, slots=True)
class Tabell:
    """A table: header cells with their share of the width, then rows. `tittel` is also its description for screen readers."""

    tittel: str
    kolonner: tuple[str, ...]
    bredder: tuple[int, ...]
    rader: tuple[tuple[Tekst, ...], ...]


Blokk = Overskrift | Avsnitt | Liste | Tabell


@dataclass(frozen=True, slots=True)
class Dokument:
    """A text document, in order from top to bottom."""

    tittel: str
    undertittel: str
    blokker: tuple[Blokk, ...]
    innhold: tuple[Overskrift, ...]
    liggende: bool
    bunntekst: str


@dataclass(frozen=True, slots=True)
class Ark:
    """A sheet with one table to fill in."""

    navn: str
    tabell: Maltabell


@dataclass(frozen=True, slots=True)
class Bok:
    """A workbook: a first sheet of guidance, as rows of one or two cells with a style, then the sheets to fill in."""

    tittel: str
    veiledning: tuple[tuple[str, tuple[str, ...]], ...]
    ark: tuple[Ark, ...]
    opphav: str


def bits(text: str) -> Tekst:
    """A text as pieces: what is written, and the fields to fill in."""
    out, end = [], 0
    for match in FELT.finditer(text):
        out += [Bit(text[end : match.start()]), Bit(match.group(), felt=True)]
        end = match.end()
    return tuple(b for b in (*out, Bit(text[end:])) if b.tekst)


@dataclass(frozen=True, slots=True)
class Grunn:
    """One thing a part rests on: what, and where it stands. `adresse` is where the site tells of it."""

    hva: str
    hvor: str
    adresse: str


def grounds(base: Kunnskapsbase, del_: Maldel) -> tuple[Grunn, ...]:
    """What a part rests on, duties first."""
    krav = [base.lovkrav[id] for id in del_.lovkrav]
    return (
        *(Grunn(k.tittel, _place(base, k.kilde, tekst.sted(k.sted)), k.adresse) for k in krav),
        *(
            Grunn(g.hva, _place(base, g.kilde, tekst.sted(g.sted)), base.kilder[g.kilde].adresse)
            for g in del_.bygger_pa
        ),
    )


def _place(base: Kunnskapsbase, kilde: str, sted: str) -> str:
    return f"{tekst.kildenavn(base.kilder[kilde])}{'' if sted.startswith('§') else ','} {sted}"


def make_document(base: Kunnskapsbase, mal: Mal) -> Dokument:
    """The document of a template of the kind «tekst»: how to use it, its parts, and where it comes from."""
    blokker: list[Blokk] = [Avsnitt(bits(_HJELP + _RETTLEDNING), hjelp=True)]
    for nummer, del_ in enumerate(mal.deler, 1):
        blokker.append(Overskrift(1, del_.tittel, f"del{nummer}"))
        for i, blokk in enumerate(del_.innhold, 1):
            blokker += _blocks(blokk, del_, f"del{nummer}-{i}")
    blokker += _origin(base, mal)
    parts = tuple(b for b in blokker if isinstance(b, Overskrift) and b.niva == 1)
    return Dokument(
        tittel=mal.tittel,
        undertittel=mal.kort,
        blokker=tuple(blokker),
        innhold=parts if len(mal.deler) > LANG else (),
        liggende=mal.liggende,
        bunntekst=mal.tittel,
    )


def _blocks(blokk: Malblokk, del_: Maldel, anker: str) -> Iterator[Blokk]:
    if blokk.overskrift:
        yield Overskrift(2, blokk.overskrift, anker)
    if blokk.avsnitt:
        yield Avsnitt(bits(blokk.avsnitt))
    if blokk.hjelp:
        yield Avsnitt(bits(_HJELP + blokk.hjelp), hjelp=True)
    if points := blokk.punkter or blokk.steg:
        yield Liste(tuple(bits(p) for p in points), nummerert=bool(blokk.steg))
    if blokk.tabell:
        yield _table(blokk.tabell, del_)


def _table(tabell: Maltabell, del_: Maldel) -> Tabell:
    return Tabell(
        tittel=tabell.tittel or del_.tittel,
        kolonner=tuple(k.navn for k in tabell.kolonner),
        bredder=tuple(k.bredde or max(12, len(k.navn)) for k in tabell.kolonner),
        rader=(*(tuple(bits(c) for c in rad) for rad in tabell.rader), *_empty(tabell)),
    )


def _empty(tabell: Maltabell) -> Iterator[tuple[Tekst, ...]]:
    """The rows to fill in; the first of them says in each cell what to write."""
    for i in range(tabell.tomme_rader or 0):
        yield tuple(_field(help_of(k)) if i == 0 else () for k in tabell.kolonner)


def _field(help_text: str) -> Tekst:
    return (Bit(f"[FYLL UT: {help_text}]", felt=True),) if help_text else ()


def help_of(kolonne: Malkolonne) -> str:
    """What to write in a column: its help, or the answers one can choose from."""
    choice = f"Velg mellom {tekst.ramse([f'«{v}»' for v in kolonne.valg])}." if kolonne.valg else ""
    return " ".join(x for x in (kolonne.hjelp, choice) if x)


def _origin(base: Kunnskapsbase, mal: Mal) -> Iterator[Blokk]:
    """Where each part comes from, as a table at the end."""
    yield Overskrift(1, _OM, "om-malen")
    yield Avsnitt(bits(_from_where(base, mal)))
    rows = tuple(
        (bits(d.tittel), tuple(_lines(grounds(base, d))), bits(d.eget))
        for d in mal.deler
    )  # fmt: skip
    yield Tabell("Hvor delene kommer fra", ("Del", "Bygger på", "Vårt eget forslag"), (20, 45, 30), rows)


def _lines(found: tuple[Grunn, ...]) -> Iterator[Bit]:
    if not found:
        yield Bit("Ingen kilde. Se neste kolonne.")
    for i, g in enumerate(found):
        yield Bit(("\n" if i else "") + f"{g.hva.removesuffix('.')} ({g.hvor})")


def _from_where(base: Kunnskapsbase, mal: Mal) -> str:
    place = base.innstillinger
    address = (
        f" Malen og veiledningen ligger på {place.nettadresse.rstrip('/')}{mal.adresse}." if place.nettadresse else ""
    )
    return (
        f"Malen er laget av {place.navn}, med egne ord. Ingen setning er tatt fra en lov eller en kilde. "
        f"Innholdet kan brukes fritt under {place.lisens_innhold.navn}.{address}"
    )


def make_workbook(base: Kunnskapsbase, mal: Mal) -> Bok:
    """The workbook of a template of the kind «regneark»: guidance with help and origin, then one sheet a table."""
    rows: list[tuple[str, tuple[str, ...]]] = [
        ("tittel", (mal.tittel,)),
        ("tekst", (mal.kort,)),
        ("tekst", (_OM_ARKET,)),
    ]
    ark: list[Ark] = []
    for del_ in mal.deler:
        rows.append(("overskrift", (del_.tittel,)))
        for blokk in del_.innhold:
            rows += [("tekst", (t,)) for t in (blokk.overskrift, blokk.avsnitt, blokk.hjelp) if t]
            rows += [("tekst", (f"– {p}",)) for p in blokk.punkter]
            rows += [("tekst", (f"{n}. {p}",)) for n, p in enumerate(blokk.steg, 1)]
            if blokk.tabell:
                ark.append(Ark(blokk.tabell.tittel or del_.tittel, blokk.tabell))
                rows += [("par", (k.navn, help_of(k))) for k in blokk.tabell.kolonner if help_of(k)]
        for g in grounds(base, del_):
            rows.append(("par", ("Bygger på", f"{g.hva.removesuffix('.')} ({g.hvor})")))
        rows.append(("par", ("Vårt eget forslag", del_.eget)))
    rows += [("overskrift", ("Om malen",)), ("tekst", (_from_where(base, mal),))]
    return Bok(mal.tittel, tuple(rows), tuple(ark), base.innstillinger.navn)
