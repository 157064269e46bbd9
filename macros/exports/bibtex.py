"""Sources as BibTeX, UTF-8, for BibTeX and biblatex alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from macros.exports.opplysninger import Dag, Form, fetched, form_of, name_parts, notes, published
from macros.model.kilde import Kilde

_TYPES = {
    Form.ARTIKKEL: "article",
    Form.AVIS: "article",
    Form.BOK: "book",
    Form.KAPITTEL: "incollection",
    Form.OPPGAVE: "mastersthesis",
    Form.RAPPORT: "techreport",
    Form.NETTSIDE: "misc",
    Form.LOV: "misc",
}
_PUBLISHER = {
    Form.RAPPORT: "institution",
    Form.OPPGAVE: "school",
    Form.AVIS: "journal",
    Form.NETTSIDE: "organization",
    Form.LOV: "organization",
}
_SERIES = {Form.ARTIKKEL: "journal", Form.KAPITTEL: "booktitle", Form.RAPPORT: "type"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = {"vinter": "vinteren", "var": "våren", "sommer": "sommeren", "host": "høsten"}
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces, also those after a backslash
    "}": r"\textbraceright{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_FIND_SPECIAL = re.compile("[" + re.escape("".join(_SPECIAL)) + "]")


def bibtex(kilder: Iterable[Kilde]) -> str:
    """The sources as entries, an empty line between; the key is the id of the source."""
    return "\n".join(_entry(k) for k in kilder)


def _entry(kilde: Kilde) -> str:
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(kilde))
    return f"@{_TYPES[form_of(kilde)]}{{{kilde.id},\n{fields}}}\n"


def _fields(kilde: Kilde) -> Iterator[tuple[str, str]]:
    form = form_of(kilde)
    yield "author", "{" + _authors(kilde) + "}"
    # Two pairs of braces: the letters of a Norwegian title stay as they are.
    yield "title", "{{" + escaped(kilde.hel_tittel) + "}}"
    if kilde.serie:
        yield _SERIES.get(form, "series"), "{" + escaped(kilde.serie) + "}"
    if kilde.utgiver != kilde.serie:
        yield _PUBLISHER.get(form, "publisher"), "{" + escaped(kilde.utgiver) + "}"
    if kilde.nummer:
        yield "number", "{" + escaped(kilde.nummer) + "}"
    yield from _dates(published(kilde))
    if kilde.isbn:
        yield "isbn", "{" + escaped(kilde.isbn) + "}"
    if kilde.sider:
        yield "pagetotal", "{" + str(kilde.sider) + "}"
    if kilde.url:
        yield "url", "{" + _address(kilde.url) + "}"
    if day := fetched(kilde):
        yield "urldate", f"{{{day.aar}-{day.maned:02}-{day.dag:02}}}"
    if text := notes(kilde):
        yield "note", "{" + escaped(text) + "}"


def _authors(kilde: Kilde) -> str:
    if not kilde.forfattere:
        return "{" + escaped(kilde.utgiver) + "}"  # braces: a body isn't taken apart into names
    return " and ".join(_person(n) for n in kilde.forfattere)


def _person(navn: str) -> str:
    surname, given = name_parts(navn)
    return f"{escaped(surname)}, {escaped(given)}" if given else "{" + escaped(surname) + "}"


def _dates(days: tuple[Dag, ...]) -> Iterator[tuple[str, str]]:
    if not days:
        return
    yield "year", "{" + "--".join(str(d.aar) for d in days) + "}"
    if len(days) > 1:
        return
    if days[0].arstid:
        yield "month", "{" + _SEASONS[days[0].arstid] + "}"
    if days[0].maned:
        yield "month", _MONTHS[days[0].maned - 1]
    if days[0].dag:
        yield "day", f"{{{days[0].dag}}}"


def escaped(text: str) -> str:
    """The text with the signs that mean something to TeX written so that they mean themselves."""
    return _FIND_SPECIAL.sub(lambda m: _SPECIAL[m[0]], text)


def _address(url: str) -> str:
    """An address as \\url takes it, with the few signs that would end or break the field encoded."""
    return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C").replace(" ", "%20")
