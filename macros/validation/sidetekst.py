"""The rules about text that pages share with records: personal data, script addresses, unseen and broken signs, reminders.

The page's own rules (macros, HTML, front matter) stand in macros/build/check_pages.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from macros.loading import Raadata, Yamlfil
from macros.model import Funn
from macros.validation.rules import (
    fyl_001_gjenstar,
    per_001_epost,
    per_002_telefon,
    per_003_fodselsnummer,
    per_004_navn,
    per_005_konto,
    tek_001_kode,
    tek_002_usynlig,
    tek_004_odelagt,
    tek_005_paminnelse,
)
from macros.validation.walk import Feil, cut, nodes

Tekstregel = tuple[str, Callable[[str], Iterable[Feil]]]


def check_text(fil: str, hode: Yamlfil | None, tekst: str, forste_linje: int, raw: Raadata) -> Iterator[Funn]:
    """Findings of the text of a page, and of the texts in its front matter.

    fil: what the page is called in them. hode: its front matter, if it can be read. forste_linje: where the text starts.
    """
    names = partial(per_004_navn.faults, listed=per_004_navn.listed_hashes(raw))
    about_people: tuple[Tekstregel, ...] = (
        (per_001_epost.KODE, partial(per_001_epost.faults, own=_mailbox(raw))),
        (per_002_telefon.KODE, per_002_telefon.faults),
        (per_003_fodselsnummer.KODE, per_003_fodselsnummer.faults),
        (per_004_navn.KODE, names),
        (per_005_konto.KODE, per_005_konto.faults),
    )
    both = (
        *about_people,
        (tek_004_odelagt.KODE, tek_004_odelagt.faults),
        (tek_005_paminnelse.KODE, tek_005_paminnelse.faults),
    )
    left: Tekstregel = (fyl_001_gjenstar.KODE, fyl_001_gjenstar.faults)
    head = (*both, left, (tek_001_kode.KODE, tek_001_kode.faults), (tek_002_usynlig.KODE, tek_002_usynlig.faults))
    body = (*both, (tek_002_usynlig.KODE, partial(tek_002_usynlig.unseen, may="\n\r\t")))
    yield from _of_head(hode, head)
    yield from _of_text(fil, tekst, forste_linje, body)
    yield from _of_text(
        fil, without_code(tekst), forste_linje, (left, (tek_001_kode.KODE, tek_001_kode.script_addresses))
    )


_CODE = re.compile(r"(?ms)^(`{3,}|~{3,})[^\n]*\n.*?^\1[ \t]*$|`[^`\n]+`")


def without_code(text: str) -> str:
    """The text of a page with code blanked out, every line where it was."""
    return _CODE.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text)


def _mailbox(raw: Raadata) -> str:
    fil = raw.fil("innstilling")
    settings = fil.yaml.data if fil and isinstance(fil.yaml.data, dict) else {}
    return str(settings.get("postkasse") or "")


def _of_head(hode: Yamlfil | None, rules: Iterable[Tekstregel]) -> Iterator[Funn]:
    for sti, value in nodes(hode.data) if hode else ():
        for kode, faults in rules if isinstance(value, str) else ():
            for _, melding, tips in faults(value):
                linje, felt = hode.linje(sti), hode.felt(sti)
                yield Funn(fil=hode.fil, linje=linje, kode=kode, felt=felt, melding=cut(melding), tips=tips)


def _of_text(fil: str, tekst: str, forste_linje: int, rules: Iterable[Tekstregel]) -> Iterator[Funn]:
    for kode, faults in rules:
        for at, melding, tips in faults(tekst):
            linje = forste_linje + tekst.count("\n", 0, at)
            yield Funn(fil=fil, linje=linje, kode=kode, melding=cut(melding), tips=tips)
