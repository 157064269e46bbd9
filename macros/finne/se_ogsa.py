"""«Se også»: the pages that are most about the same as a page, each with the reason in words.

What counts is what two pages share: municipality, theme, target group, duty, source, and terms of the glossary named in the
text; and that one is the page about a theme, group or virkemiddel that the other has. What few pages share weighs more than
what many do. A page that the text already leads to is left out, and so is one that shares too little: no list is filled up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log, sqrt

from macros.model import Kunnskapsbase
from macros.model.poster import Emne
from macros.model.side import Sidehode
from macros.queries import norsk
from macros.rendering import tekst

MEST = 5
MEST_EKSEMPLER = 3
_LEAST = 1.4
_SHARE = {
    "kommune": 3.0,
    "hjemme": 1.0,
    "bruker": 1.0,
    "tema": 2.2,
    "malgruppe": 1.0,
    "krav": 0.7,
    "kilde": 0.7,
    "begrep": 0.6,
}
"""How much it weighs to share everything of a kind."""
_WHOLE = frozenset({"kommune", "hjemme", "bruker"})
"""Kinds of which one shared thing is all there is to share."""
_SURE = 2.0
"""What is shared must say at least so much, in all, to weigh in full: one theme that a third of the pages have does not."""
_FEW = 0.12
"""Sources and terms that more than this part of the pages have say nothing of what a page is about."""


@dataclass(frozen=True, slots=True)
class Henvisning:
    """One page to see, and why."""

    tittel: str
    adresse: str
    grunn: str


@dataclass(frozen=True, slots=True)
class _Profil:
    """What a page is about, by kind: ids."""

    side: Sidehode
    om: Mapping[str, frozenset[str]]
    lenker: frozenset[str]

    @property
    def er_eksempel(self) -> bool:
        return bool(self.side.om_eksempel)


def se_ogsa(base: Kunnskapsbase, tekster: Mapping[str, str]) -> dict[str, tuple[Henvisning, ...]]:
    """For each guide and example, by its path in docs/: at most five related pages, the nearest first.

    tekster: what stands on the pages, as written, by path in docs/.
    """
    profiles = _profiles(base, tekster)
    weights = _weights(profiles)
    return {p.side.kilde: tuple(_related(base, p, profiles, weights)) for p in profiles}


def _profiles(base: Kunnskapsbase, tekster: Mapping[str, str]) -> list[_Profil]:
    """The pages that say what they are about: guides and examples, without the front pages of the rooms."""
    terms = _names(base)
    asked = (s for s in base.sider if not s.engelsk_side and not s.kilde.endswith("index.md"))
    about = [s for s in asked if s.temaer or s.om_eksempel]
    return [_profile(base, s, tekster.get(s.kilde, ""), terms) for s in about]


def _profile(base: Kunnskapsbase, side: Sidehode, prosa: str, terms: Mapping[str, str]) -> _Profil:
    e = base.eksempler.get(side.om_eksempel)
    themes = {*side.temaer, *(e.temaer if e else ())}
    groups = {*side.malgrupper, *(e.malgrupper if e else ())} - {"vanskeligstilte"}
    means = {v for _, p in e.pastander() for v in p.virkemidler} if e else set()
    om = {
        "kommune": frozenset(k.nummer for k in e.kommuner) if e else frozenset(),
        "har": frozenset(
            {f"tema:{t}" for t in themes} | {f"malgruppe:{m}" for m in groups} | {f"virkemiddel:{v}" for v in means}
        ),
        "er": frozenset(f"{kind}:{x.id}" for kind, x in _emner(base) if x.side == side.adresse),
        "tema": frozenset(themes),
        "malgruppe": frozenset(groups),
        "krav": frozenset(side.svarer_pa),
        "kilde": frozenset({*side.kilder, *(e.kilder if e else ())}),
        "begrep": frozenset(_terms_in(prosa.lower(), terms)),
    }
    return _Profil(side, om, frozenset(_LINK.findall(prosa)))


_LINK = re.compile(r"\]\((/[^)#\s]*)")


def _emner(base: Kunnskapsbase) -> Iterator[tuple[str, Emne]]:
    yield from (("tema", t) for t in base.temaer.values())
    yield from (("malgruppe", m) for m in base.malgrupper.values())
    yield from (("virkemiddel", v) for v in base.virkemidler.values())


def _names(base: Kunnskapsbase) -> dict[str, str]:
    """Every name of a term in small letters, and the term."""
    return {n.lower(): b.id for b in base.begreper.values() if b.merkes for n in b.navn}


def _terms_in(text: str, names: Mapping[str, str]) -> Iterator[str]:
    """The terms whose name stands in the text as a word of its own, inflected or not."""
    for name, id in names.items():
        if name in text and re.search(rf"(?<![\w-]){re.escape(name)}\w{{0,3}}(?![\w-])", text):
            yield id


def _weights(profiles: list[_Profil]) -> dict[tuple[str, str], float]:
    """How much each thing says: the fewer pages have it, the more. What most have, and what only one has, is left out."""
    counted = Counter((kind, id) for p in profiles for kind, ids in p.om.items() for id in ids)
    most = len(profiles) * _FEW
    return {
        key: log(len(profiles) / n)
        for key, n in counted.items()
        if n > 1 and (key[0] not in ("kilde", "begrep") or n <= max(2, most))
    }


@dataclass(frozen=True, slots=True)
class _Naer:
    profil: _Profil
    poeng: float
    felles: Mapping[str, list[str]]


def _related(
    base: Kunnskapsbase, own: _Profil, profiles: list[_Profil], weights: Mapping[tuple[str, str], float]
) -> Iterator[Henvisning]:
    near = [_nearness(own, p, weights) for p in profiles if p is not own and p.side.adresse not in own.lenker]
    near = [n for n in near if n.poeng >= _LEAST]
    near.sort(key=lambda n: (-n.poeng, norsk(n.profil.side.tittel), n.profil.side.kilde))
    shown, examples = 0, 0
    for n in near:
        if shown == MEST:
            return
        if n.profil.er_eksempel and examples == MEST_EKSEMPLER:
            continue
        shown, examples = shown + 1, examples + n.profil.er_eksempel
        yield Henvisning(_title(base, n.profil), n.profil.side.adresse, _reason(base, n))


def _nearness(own: _Profil, other: _Profil, weights: Mapping[tuple[str, str], float]) -> _Naer:
    felles: dict[str, list[str]] = {}
    poeng = 0.0
    for kind, share in _SHARE.items():
        both = _common(own, other, kind)
        if kind in _WHOLE and both:
            felles[kind] = sorted(both)
            poeng += share
            continue
        known = sorted((id for id in both if (kind, id) in weights), key=lambda id: (-weights[kind, id], id))
        if known:
            felles[kind] = known
            says = min(1.0, sum(weights[kind, id] for id in known) / _SURE)
            poeng += share * says * _cosine(own, other, kind, known, weights)
    return _Naer(other, poeng, felles)


def _common(own: _Profil, other: _Profil, kind: str) -> frozenset[str]:
    """What both have; what one has, and the other is the page of; the virkemiddel one is about, and the other used."""
    if kind == "hjemme":
        return own.om["har"] & other.om["er"]
    if kind == "bruker":
        return frozenset(id for id in own.om["er"] & other.om["har"] if id.startswith("virkemiddel:"))
    return own.om[kind] & other.om[kind]


def _cosine(
    own: _Profil, other: _Profil, kind: str, shared: Iterable[str], weights: Mapping[tuple[str, str], float]
) -> float:
    def length(p: _Profil) -> float:
        return sqrt(sum(weights[kind, id] ** 2 for id in p.om[kind] if (kind, id) in weights))

    whole = length(own) * length(other)
    return sum(weights[kind, id] ** 2 for id in shared) / whole if whole else 0.0


def _title(base: Kunnskapsbase, p: _Profil) -> str:
    e = base.eksempler.get(p.side.om_eksempel)
    return f"Eksempel: {e.tittel}" if e else p.side.tittel


def _reason(base: Kunnskapsbase, n: _Naer) -> str:
    """Why, in words: the two kinds of things that say most, each with at most two names."""
    home = {id.partition(":")[2] for id in n.felles.get("hjemme", ())}
    said = []
    for kind, text in _WORDS.items():
        names = [_name(base, kind, id) for id in n.felles.get(kind, ()) if kind in _WHOLE or id not in home][:2]
        if names:
            said.append(text.format(tekst.ramse(names)))
    return f"{tekst.stor('; '.join(said[:2]))}."


_WORDS = {
    "kommune": "samme kommune: {}",
    "hjemme": "siden om {}",
    "bruker": "har brukt {}",
    "tema": "samme tema: {}",
    "malgruppe": "samme målgruppe: {}",
    "begrep": "begge nevner {}",
    "krav": "svarer på samme plikt: {}",
    "kilde": "bygger på samme kilde: {}",
}


def _name(base: Kunnskapsbase, kind: str, id: str) -> str:
    if kind in ("hjemme", "bruker"):
        where, _, id = id.partition(":")
        return _lower(
            {"tema": base.temaer, "malgruppe": base.malgrupper, "virkemiddel": base.virkemidler}[where][id].navn
        )
    if kind == "kommune":
        return base.kommuner[id].navn.split(" - ")[0]
    if kind == "kilde":
        return tekst.kildenavn(base.kilder[id])
    if kind == "krav":
        return base.lovkrav[id].tittel
    if kind == "begrep":
        return f"«{base.begreper[id].bokmal}»"
    return _lower({"tema": base.temaer, "malgruppe": base.malgrupper}[kind][id].navn)


def _lower(name: str) -> str:
    """A name inside a sentence: «Housing First» keeps its capitals."""
    return name if sum(c.isupper() for c in name) > 1 else name[:1].lower() + name[1:]
