"""Sources as RIS, UTF-8, which EndNote, Zotero and the like read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.exports.opplysninger import Dag, Form, fetched, form_of, notes, published
from macros.model.kilde import Kilde

_TYPES = {
    Form.ARTIKKEL: "JOUR",
    Form.AVIS: "NEWS",
    Form.BOK: "BOOK",
    Form.KAPITTEL: "CHAP",
    Form.OPPGAVE: "THES",
    Form.RAPPORT: "RPRT",
    Form.NETTSIDE: "ELEC",
    Form.LOV: "STAT",
}
_CONTAINED = (Form.ARTIKKEL, Form.KAPITTEL)
_SEASONS = {"vinter": "vinter", "var": "vår", "sommer": "sommer", "host": "høst"}


def ris(kilder: Iterable[Kilde]) -> str:
    """The sources one after another. Lines end with CR LF, as the format says."""
    return "".join(_entry(k) for k in kilder)


def _entry(kilde: Kilde) -> str:
    lines = [f"{tag}  - {_one_line(value)}" for tag, value in _tags(kilde)]
    return "\r\n".join((f"TY  - {_TYPES[form_of(kilde)]}", *lines, "ER  - ", "", ""))


def _tags(kilde: Kilde) -> Iterator[tuple[str, str]]:
    form, days = form_of(kilde), published(kilde)
    yield "ID", kilde.id
    if kilde.forfattere:
        yield from (("AU", name) for name in kilde.forfattere)
    else:
        yield "AU", body(kilde.utgiver)
    yield "TI", kilde.hel_tittel
    if kilde.serie:
        yield ("T2" if form in _CONTAINED else "T3"), kilde.serie
    elif form is Form.AVIS:
        yield "T2", kilde.utgiver
    if days:
        yield "PY", str(days[0].aar)
        yield "DA", _date(days[0])
    yield "PB", kilde.utgiver
    if kilde.nummer:
        yield "IS", kilde.nummer
    if kilde.isbn:
        yield "SN", kilde.isbn
    if kilde.url:
        yield "UR", kilde.url
    if day := fetched(kilde):
        yield "Y2", _date(day)
    pages = f"{kilde.sider} sider." if kilde.sider else ""
    until = f"Til {days[1].aar}." if len(days) > 1 else ""
    if text := " ".join(x for x in (pages, until, notes(kilde)) if x):
        yield "N1", text


def body(navn: str) -> str:
    """A body as author. A comma would make a surname and a given name of it, so a dash stands there instead."""
    return navn.replace(", ", " – ")


def _date(d: Dag) -> str:
    """Year/month/day/other, each empty where it isn't known: «2011/08/31/», «2011///høst»."""
    month, day = (f"{x:02}" if x else "" for x in (d.maned, d.dag))
    return f"{d.aar}/{month}/{day}/{_SEASONS[d.arstid] if d.arstid else ''}"


def _one_line(value: str) -> str:
    return " ".join(value.split())
