"""«Se også»: the pages that are most about the same as a page, each with the reason in words.

What counts is what two pages share: municipality, theme, target group, duty, source, and terms of the glossary named in the
text; and that one is the page about a theme, group or virkemiddel that the other has. What few pages share weighs more than
what many do. A page that the text already leads to is left out, and so is one that shares too little: no list is filled up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from heapq import merge
from math import log, sqrt

from macros.model import Kunnskapsbase
from macros.model.lister import Emne
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


def se_ogsa(
    base: Kunnskapsbase, tekster: Mapping[str, str], bare: Container[str] | None = None
) -> dict[str, tuple[Henvisning, ...]]:
    """For each guide and example, by its path in docs/: at most five related pages, the nearest first.

    tekster: what stands on the pages, as written, by path in docs/. bare: only for these pages.
    """
    profiles = _profiles(base, tekster)
    likeness = _Likhet(_weights(profiles))
    groups = _groups(profiles)
    out: dict[str, tuple[Henvisning, ...]] = {}
    for group in groups:
        asked = [p for p in group if bare is None or p.side.kilde in bare]
        near = _near(group[0], groups, likeness) if asked else []
        for p in asked:
            out[p.side.kilde] = tuple(_related(base, p, near, likeness))
    return out


def _profiles(base: Kunnskapsbase, tekster: Mapping[str, str]) -> list[_Profil]:
    """The pages that say what they are about: guides and examples, without the front pages of the rooms."""
    terms = _names(base)
    asked = (s for s in base.sider if not s.engelsk_side and not s.kilde.endswith("index.md"))
    about = [s for s in asked if s.temaer or s.om_eksempel]
    return [_profile(base, s, tekster.get(s.kilde, ""), terms) for s in about]


def _profile(base: Kunnskapsbase, side: Sidehode, prosa: str, terms: Iterable[_Navn]) -> _Profil:
    e = base.eksempler.get(side.om_eksempel)
    themes = {*side.temaer, *(e.temaer if e else ())}
    groups = {*side.malgrupper, *(e.malgrupper if e else ())} - {"vanskeligstilte"}
    means = {v for _, p in e.pastander() for v in p.virkemidler} if e else set()
    er = frozenset(f"{kind}:{x.id}" for kind, x in _emner(base) if x.side == side.adresse)
    om = {
        "kommune": frozenset(k.nummer for k in e.kommuner) if e else frozenset(),
        "har": frozenset(
            {f"tema:{t}" for t in themes} | {f"malgruppe:{m}" for m in groups} | {f"virkemiddel:{v}" for v in means}
        ),
        "er": er,
        "er_virkemiddel": frozenset(id for id in er if id.startswith("virkemiddel:")),
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


_Navn = tuple[str, re.Pattern[str], str]
"""A name of a term in small letters, how it stands as a word of its own, inflected or not, and the term."""


def _names(base: Kunnskapsbase) -> list[_Navn]:
    names = {n.lower(): b.id for b in base.begreper.values() if b.merkes for n in b.navn}
    return [(name, _word(re.escape(name)), id) for name, id in names.items()]


@cache
def _word(name: str) -> re.Pattern[str]:
    return re.compile(rf"{name}(?<![\w-]{name})\w{{0,3}}(?![\w-])")  # the name first: it is looked for much faster


def _terms_in(text: str, names: Iterable[_Navn]) -> Iterator[str]:
    """The terms whose name stands in the text."""
    return (id for name, word, id in names if name in text and word.search(text))


def _weights(profiles: list[_Profil]) -> dict[tuple[str, str], float]:
    """How much each thing says: the fewer pages have it, the more. What most have, and what only one has, is left out."""
    counted = Counter((kind, id) for p in profiles for kind, ids in p.om.items() for id in ids)
    most = len(profiles) * _FEW
    return {
        key: log(len(profiles) / n)
        for key, n in counted.items()
        if n > 1 and (key[0] not in ("kilde", "begrep") or n <= max(2, most))
    }


Gruppe = tuple[_Profil, ...]
"""Pages that are about the very same, in the order they are shown."""


def _groups(profiles: list[_Profil]) -> list[Gruppe]:
    """The pages by what they are about: what is the same for all of a group is worked out once."""
    found: dict[tuple[frozenset[str], ...], list[_Profil]] = {}
    for p in profiles:
        found.setdefault(tuple(p.om.values()), []).append(p)
    return [tuple(sorted(group, key=_order)) for group in found.values()]


def _order(p: _Profil) -> tuple[str, str]:
    return norsk(p.side.tittel), p.side.kilde


def _near(own: _Profil, groups: list[Gruppe], likeness: _Likhet) -> list[tuple[float, list[Gruppe]]]:
    """The groups that are near enough, by their points, the most first."""
    found: dict[float, list[Gruppe]] = {}
    for group in groups:
        if (poeng := _points(own, group[0], likeness)) >= _LEAST:
            found.setdefault(poeng, []).append(group)
    return sorted(found.items(), reverse=True)


def _related(
    base: Kunnskapsbase, own: _Profil, near: list[tuple[float, list[Gruppe]]], likeness: _Likhet
) -> Iterator[Henvisning]:
    shown, examples = 0, 0
    for p in (p for _, groups in near for p in merge(*groups, key=_order)):
        if shown == MEST:
            return
        if p is own or p.side.adresse in own.lenker or (p.er_eksempel and examples == MEST_EKSEMPLER):
            continue
        shown, examples = shown + 1, examples + p.er_eksempel
        yield Henvisning(_title(base, p), p.side.adresse, _reason(base, _shared(own, p, likeness)))


def _points(own: _Profil, other: _Profil, likeness: _Likhet) -> float:
    """How near the two are."""
    poeng = 0.0
    for kind, share in _SHARE.items():
        if kind in _WHOLE:
            poeng += share if _common(own, other, kind) else 0.0
        else:
            poeng += share * likeness.of(kind, own.om[kind], other.om[kind])
    return poeng


def _shared(own: _Profil, other: _Profil, likeness: _Likhet) -> dict[str, list[str]]:
    """What the two share, by kind, what says most first."""
    found = {}
    for kind in _SHARE:
        both = _common(own, other, kind)
        found[kind] = sorted(both) if kind in _WHOLE and both else likeness.known(kind, both)
    return {kind: ids for kind, ids in found.items() if ids}


def _common(own: _Profil, other: _Profil, kind: str) -> frozenset[str]:
    """What both have; what one has, and the other is the page of; the virkemiddel one is about, and the other used."""
    if kind == "hjemme":
        return own.om["har"] & other.om["er"]
    if kind == "bruker":
        return own.om["er_virkemiddel"] & other.om["har"]
    return own.om[kind] & other.om[kind]


class _Likhet:
    """How alike two sets of things of a kind are, from 0 to 1. Many pages have the same set, so it is worked out once."""

    def __init__(self, weights: Mapping[tuple[str, str], float]) -> None:
        self.weights = weights
        self._made: dict[tuple[str, frozenset[str], frozenset[str]], float] = {}
        self._lengths: dict[tuple[str, frozenset[str]], float] = {}

    def known(self, kind: str, ids: Iterable[str]) -> list[str]:
        """Those of the ids that say something, what says most first."""
        weights = self.weights
        return sorted((id for id in ids if (kind, id) in weights), key=lambda id: (-weights[kind, id], id))

    def of(self, kind: str, own: frozenset[str], other: frozenset[str]) -> float:
        """The cosine of the two, less where what they share says little."""
        if own.isdisjoint(other):
            return 0.0
        key = (kind, own, other)
        if key not in self._made:
            key = (kind, other, own)  # the one is as like the other as the other is like the one
        if key not in self._made:
            says = [self.weights[kind, id] for id in self.known(kind, own & other)]
            whole = self._length(kind, own) * self._length(kind, other)
            cosine = sum(w**2 for w in says) / whole if whole else 0.0
            self._made[key] = min(1.0, sum(says) / _SURE) * cosine
        return self._made[key]

    def _length(self, kind: str, ids: frozenset[str]) -> float:
        if (kind, ids) not in self._lengths:
            self._lengths[kind, ids] = sqrt(sum(self.weights[kind, id] ** 2 for id in self.known(kind, ids)))
        return self._lengths[kind, ids]


def _title(base: Kunnskapsbase, p: _Profil) -> str:
    e = base.eksempler.get(p.side.om_eksempel)
    return f"Eksempel: {e.tittel}" if e else p.side.tittel


def _reason(base: Kunnskapsbase, felles: Mapping[str, list[str]]) -> str:
    """Why, in words: the two kinds of things that say most, each with at most two names."""
    home = {id.partition(":")[2] for id in felles.get("hjemme", ())}
    said = []
    for kind, text in _WORDS.items():
        names = [_name(base, kind, id) for id in felles.get(kind, ()) if kind in _WHOLE or id not in home][:2]
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
