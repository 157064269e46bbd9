"""One example as rows that can stand beside those of another: facts, how well it is documented, and every claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model import Kunnskapsbase
from macros.model.eksempel import Eksempel, Erfaring, Okonomipost, Resultat, Tiltak
from macros.model.felles import Organ, Pastand
from macros.rendering import tekst
from macros.rendering.columns import Kolonner


@dataclass(frozen=True, slots=True)
class Bit:
    """One thing in a cell: the text, a label before it, where it stands on the site, its source, and whether it is a gap."""

    tekst: str
    merke: str = ""
    adresse: str = ""
    kilde: str = ""
    mangler: bool = False


@dataclass(frozen=True, slots=True)
class Felt:
    """One row: its code, its heading, and what this example has in it."""

    kode: str
    navn: str
    biter: tuple[Bit, ...]


INGENTING = "Ingenting er ført inn."


def felter(base: Kunnskapsbase, e: Eksempel) -> list[Felt]:
    """All rows of an example. Every example has the same rows in the same order; an empty part says why it is empty."""
    kolonner = Kolonner(base)
    return [
        *_facts(base, kolonner, e),
        *_grades(kolonner, e),
        *_parts(base, kolonner, e),
        _gaps(kolonner, e),
        _sources(base, e),
    ]


def sammenligningsdata(base: Kunnskapsbase, e: Eksempel) -> dict[str, object]:
    """The rows of an example as the browser reads them (frontend/finne/sammenlign.ts)."""
    return {
        "tittel": e.tittel,
        "sted": Kolonner(base).kommunenavn(e),
        "adresse": e.adresse,
        "felter": [
            [f.kode, f.navn, [[b.tekst, b.merke, b.adresse, b.kilde, int(b.mangler)] for b in f.biter]]
            for f in felter(base, e)
        ],
    }


def _facts(base: Kunnskapsbase, kolonner: Kolonner, e: Eksempel) -> Iterator[Felt]:
    yield Felt("ingress", "Kort fortalt", (Bit(e.ingress),))
    yield Felt("tid", "Tid", (Bit(tekst.tid(e.periode, kolonner.navn["mangel"])),))
    yield Felt("storrelse", "Størrelse", (Bit(tekst.stor(kolonner.storrelser(e))),))
    yield Felt("malgrupper", "Målgrupper", (Bit(", ".join(base.malgrupper[m].navn for m in e.malgrupper)),))
    yield Felt("temaer", "Temaer", (Bit(", ".join(base.temaer[t].navn for t in e.temaer)),))
    status = e.status_i_dag
    checked = f"Sjekket {tekst.tidspunkt(status.sjekket)}"
    yield Felt(
        "status",
        "Status i dag",
        (
            Bit(
                status.tekst or checked,
                kolonner.navn["status_i_dag"][status.svar],
                kilde=checked if status.tekst else "",
            ),
        ),
    )


def _grades(kolonner: Kolonner, e: Eksempel) -> Iterator[Felt]:
    for code, name in tekst.DEKLARASJON:
        g = getattr(e.deklarasjon, code)
        letter = "–" if g.grad == "ikke_vurdert" else g.grad
        yield Felt(f"dok-{code}", f"Dokumentert: {name}", (Bit(g.grunn, f"{letter} {kolonner.navn['grad'][g.grad]}"),))


def _parts(base: Kunnskapsbase, kolonner: Kolonner, e: Eksempel) -> Iterator[Felt]:
    claims: dict[str, list[Pastand]] = {}
    for part, p in e.pastander():
        claims.setdefault(part, []).append(p)
    for code, name in kolonner.navn["del"].items():
        found = tuple(_claim(base, kolonner, e, p) for p in claims.get(code, []))
        yield Felt(code, name, found or tuple(_why_empty(kolonner, e, code)))


def _claim(base: Kunnskapsbase, kolonner: Kolonner, e: Eksempel, p: Pastand) -> Bit:
    kilde = f"{tekst.kildenavn(base.kilder[p.kilde])}, {tekst.sted(p.sted)}"
    return Bit(_text(kolonner, p), _label(kolonner, p), f"{e.adresse}#{p.id}", kilde)


def _text(kolonner: Kolonner, p: Pastand) -> str:
    if isinstance(p, Organ):
        return f"{p.navn}: {p.tekst}"
    if isinstance(p, Okonomipost):
        return f"{p.tekst} {tekst.belop(p.belop, kolonner.navn)}."
    if isinstance(p, Tiltak) and p.kostnad.kroner is not None:
        return f"{p.tekst} Kostnad: {tekst.belop(p.kostnad, kolonner.navn)}."
    return p.tekst


def _label(kolonner: Kolonner, p: Pastand) -> str:
    if isinstance(p, Tiltak):
        return kolonner.navn["tilstand"][p.tilstand]
    if isinstance(p, Resultat):
        return kolonner.navn["utfall"][p.utfall]
    return kolonner.navn["retning"][p.retning] if isinstance(p, Erfaring) else ""


def _why_empty(kolonner: Kolonner, e: Eksempel, part: str) -> Iterator[Bit]:
    said = [Bit(m.tekst, kolonner.navn["mangel"][m.mangler], mangler=True) for m in e.mangler if m.delen == part]
    yield from said or (Bit(INGENTING, mangler=True),)


def _gaps(kolonner: Kolonner, e: Eksempel) -> Felt:
    names = kolonner.navn
    found = tuple(
        Bit(f"{names['del'][m.delen]}: {m.tekst}", names["mangel"][m.mangler], mangler=True) for m in e.mangler
    )
    return Felt("mangler", "Det som mangler", found or (Bit(INGENTING, mangler=True),))


def _sources(base: Kunnskapsbase, e: Eksempel) -> Felt:
    return Felt(
        "kilder",
        "Kilder",
        tuple(
            Bit(base.kilder[k].hel_tittel, adresse=base.kilder[k].adresse, kilde=tekst.kildenavn(base.kilder[k]))
            for k in e.kilder
        ),
    )
