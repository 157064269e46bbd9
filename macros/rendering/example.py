"""The parts of an example's page: which template shows each, and what it needs besides the example itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from macros.model import Kunnskapsbase
from macros.model.eksempel import Eksempel, Maal, Tiltak
from macros.rendering.html import Maler

_CLAIM_LISTS = ("bakgrunn", "utfordringer", "virket_ikke", "brukermedvirkning")
_OWN_TEMPLATE = ("maal", "strategier", "resultater", "erfaringer", "okonomi", "mangler")


def part_writers(base: Kunnskapsbase, maler: Maler) -> dict[str, Callable[[Eksempel], str]]:
    """Every part by the name writers use, with the function that shows it."""
    return {
        "fakta": lambda e: maler.html("eksempel_fakta", e=e),
        "deklarasjon": lambda e: maler.html("eksempel_deklarasjon", e=e),
        "kilder": lambda e: maler.html("kilder", kilder=[base.kilder[k] for k in e.kilder], hjemme=False),
        "organisering": lambda e: maler.html("eksempel_organisering", e=e, organnavn=_body_names(e)),
        "tiltak": lambda e: maler.html(
            "eksempel_tiltak", e=e, grupper=list(by_goal(e)), tekst_til=_texts(e), mangler=missing_fields
        ),
        **{del_: _claims(maler, del_) for del_ in _CLAIM_LISTS},
        **{del_: _own(maler, del_) for del_ in _OWN_TEMPLATE},
    }


def parts_with_content(e: Eksempel) -> Iterator[str]:
    """The parts that the example's page must show, since the record has something in them."""
    yield from ("fakta", "deklarasjon", "kilder")
    for name in ("organisering", "tiltak", *_CLAIM_LISTS, *_OWN_TEMPLATE):
        if getattr(e, name):
            yield name


def by_goal(e: Eksempel) -> Iterator[tuple[Maal | None, list[Tiltak]]]:
    """The measures in the order of the record, in runs under the goal the source puts them under."""
    goals = {m.id: m for m in e.maal}
    for goal, run in groupby(e.tiltak, key=lambda t: t.maal):
        yield (goals[goal] if goal else None), list(run)


def missing_fields(t: Tiltak) -> list[tuple[str, list[str]]]:
    """What a measure lacks, by reason: [("kilden_tier", ["ansvarlig", "kostnad"])]. One line instead of one a field."""
    found: dict[str, list[str]] = {}
    for name, reason in (
        ("frist", t.frist.mangler if t.frist else None),
        ("ansvarlig", t.ansvarlig.mangler),
        ("kostnad", t.kostnad.mangler),
    ):
        if reason:
            found.setdefault(reason, []).append(name)
    return list(found.items())


def _claims(maler: Maler, part: str) -> Callable[[Eksempel], str]:
    return lambda e: maler.html("pastander", pastander=getattr(e, part))


def _own(maler: Maler, part: str) -> Callable[[Eksempel], str]:
    return lambda e: maler.html(f"eksempel_{part}", e=e, tekst_til=_texts(e))


def _texts(e: Eksempel) -> dict[str, str]:
    return {p.id: p.tekst for _, p in e.pastander()}


def _body_names(e: Eksempel) -> dict[str, str]:
    return {o.id: o.navn for o in e.organisering.organer} if e.organisering else {}
