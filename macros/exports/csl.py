"""Sources as CSL-JSON, the form that citation processors (Zotero, pandoc) take in."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from macros.exports.opplysninger import Dag, Form, fetched, form_of, name_parts, notes, published
from macros.model.kilde import Kilde

_TYPES = {
    Form.ARTIKKEL: "article-journal",
    Form.AVIS: "article-newspaper",
    Form.BOK: "book",
    Form.KAPITTEL: "chapter",
    Form.OPPGAVE: "thesis",
    Form.RAPPORT: "report",
    Form.NETTSIDE: "webpage",
    Form.LOV: "legislation",
}
_CONTAINED = (Form.ARTIKKEL, Form.KAPITTEL)
_SEASONS = {"var": 1, "sommer": 2, "host": 3, "vinter": 4}


def csl_json(kilder: Iterable[Kilde]) -> str:
    """The sources as a list of items, indented, so that two versions can be compared line by line."""
    return json.dumps([_item(k) for k in kilder], ensure_ascii=False, indent=2) + "\n"


def _item(kilde: Kilde) -> dict[str, Any]:
    form, day = form_of(kilde), fetched(kilde)
    item = {
        "id": kilde.id,
        "type": _TYPES[form],
        "author": [_name(n) for n in kilde.forfattere] or [{"literal": kilde.utgiver}],
        "title": kilde.hel_tittel,
        "title-short": kilde.korttittel,
        _container(form): kilde.serie or (kilde.utgiver if form is Form.AVIS else None),
        "publisher": kilde.utgiver,
        "issue" if form is Form.ARTIKKEL else "number": kilde.nummer,
        "genre": "Masteroppgave" if form is Form.OPPGAVE else None,
        "number-of-pages": str(kilde.sider) if kilde.sider else None,
        "ISBN": kilde.isbn,
        "URL": kilde.url,
        "issued": _date(published(kilde)),
        "accessed": _date((day,)) if day else None,
        "note": notes(kilde),
    }
    return {name: value for name, value in item.items() if value}


def _container(form: Form) -> str:
    return "container-title" if form in (*_CONTAINED, Form.AVIS) else "collection-title"


def _name(navn: str) -> dict[str, str]:
    surname, given = name_parts(navn)
    return {"family": surname, "given": given} if given else {"family": surname}


def _date(days: tuple[Dag, ...]) -> dict[str, Any] | None:
    if not days:
        return None
    date: dict[str, Any] = {"date-parts": [[x for x in (d.aar, d.maned, d.dag) if x] for d in days]}
    return date | {"season": _SEASONS[days[0].arstid]} if days[0].arstid else date
