"""What stands inside one example: its chain, its accounts, and a claim of it by name."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model import Kunnskapsbase, UkjentId
from macros.model.eksempel import Eksempel, Okonomipost
from macros.model.felles import Pastand


def kjedeposter(e: Eksempel) -> list[tuple[str, Pastand]]:
    """Challenges, goals, strategies and measures of an example, each with what the source calls it."""
    named = [(_capital(p.nivaa_i_kilden), p) for p in (*e.maal, *e.strategier, *e.tiltak)]
    return [("Utfordring", p) for p in e.utfordringer] + named


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def koblinger(e: Eksempel) -> list[tuple[str, str]]:
    """The links the source makes in the chain, as (what is above, what hangs on it), each once."""
    found = [(u, m.id) for m in e.maal for u in m.utfordringer]
    found += [(m.under, m.id) for m in e.maal if m.under]
    found += [(goal, s.id) for s in e.strategier for goal in s.maal]
    found += [(above, t.id) for t in e.tiltak if (above := t.strategi or t.maal)]
    return list(dict.fromkeys(found))


def regnskap(e: Eksempel) -> list[list[Okonomipost]]:
    """The sums that are no part of a greater one, greatest first, each followed by the lines it is the sum of."""
    by_id = {p.id: p for p in e.okonomi if p.belop.kroner is not None}
    parts = {id for p in e.okonomi for id in p.sum_av}
    tops = [p for p in by_id.values() if p.sum_av and p.id not in parts]
    tops.sort(key=lambda p: (-(p.belop.kroner or 0), p.id))
    return [[p, *(by_id[id] for id in p.sum_av if id in by_id)] for p in tops]


@dataclass(frozen=True, slots=True)
class Vist:
    """A claim as a seminar shows it: where it is from, by name, and the address it has there."""

    pastand: Pastand
    hvor: str
    adresse: str


def vist(base: Kunnskapsbase, navn: str) -> Vist:
    """The claim that is named «tromso#erf-eldre»: an example or a network survey, and a claim of it. Raises UkjentId."""
    id, _, which = navn.partition("#")
    if id in base.nettverk:
        survey = base.nettverk[id]
        claims = {p.id: Vist(p, survey.tittel, survey.adresse_til(p)) for _, p in survey.pastander()}
    else:
        example = base.eksempel(id)
        claims = {p.id: Vist(p, example.tittel, f"{example.adresse}#{p.id}") for _, p in example.pastander()}
    if which not in claims:
        raise UkjentId("Påstanden", navn, {f"{id}#{known}": None for known in claims})
    return claims[which]
