"""Ways through the raw data that the rules share.

The rules see the data before anything is known to be right, so every step here passes over what has the wrong shape:
another rule or the schema says that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, Generic, TypeVar

from macros.loading import Raadata, Raafil, Skjema, Skjemaer, Sti, Yamlfil, resolve
from macros.model import Funn


def nodes(data: Any, sti: Sti = ()) -> Iterator[tuple[Sti, Any]]:
    """Every value in the data with the way to it, outer ones first."""
    yield sti, data
    if isinstance(data, dict):
        for key, value in data.items():
            yield from nodes(value, (*sti, key))
    elif isinstance(data, list):
        for i, value in enumerate(data):
            yield from nodes(value, (*sti, i))


def mappings(data: Any, sti: Sti = ()) -> Iterator[tuple[Sti, dict[str, Any]]]:
    """Every mapping in the data with the way to it."""
    return ((s, v) for s, v in nodes(data, sti) if isinstance(v, dict))


def records(raw: Raadata, *slag: str) -> Iterator[tuple[Raafil, Sti, dict[str, Any]]]:
    """Every record of the kinds, with its file and the way to it."""
    for name in slag:
        yield from raw.av_slag(name)


def texts(raw: Raadata) -> Iterator[tuple[Raafil, Sti, str]]:
    """Every text in data/, with its file and the way to it."""
    for fil in raw.filer:
        yield from ((fil, sti, value) for sti, value in _texts.of(fil.yaml, None, _texts_of))


def _texts_of(yaml: Yamlfil) -> list[tuple[Sti, str]]:
    return [(sti, value) for sti, value in nodes(yaml.data) if isinstance(value, str)]


Feil = tuple[int, str, str]
"""What is wrong with a text: where in it, message, tip."""


def in_texts(
    raw: Raadata, kode: str, faults: Callable[[str], Iterable[Feil]], may: tuple[tuple[str, str], ...] = ()
) -> Iterator[Funn]:
    """A finding for each fault of each text in data/. `may`: the kinds of record and their top fields that are let off."""
    for fil in raw.filer:
        let_off = [(field,) for kind, field in may if kind == fil.slag.navn]
        for sti, text in _texts.of(fil.yaml, None, _texts_of):
            if sti[:1] not in let_off:
                for _, melding, tips in faults(text):
                    yield finding(fil, sti, kode, melding, tips)


def values_of(raw: Raadata, *definisjoner: str) -> Iterator[tuple[Raafil, Sti, Any]]:
    """Every value whose schema refers to one of the definitions («tid», «dato» …), with its file and the way to it."""
    for fil in raw.filer:
        found = _values.of(fil.yaml, raw.skjema, partial(_values_of, fil.slag.skjema, raw.skjema))
        for name in definisjoner:
            yield from ((fil, sti, value) for sti, value in found.get(name, ()))


def _values_of(skjema: str, skjemaer: Skjemaer, yaml: Yamlfil) -> dict[str, list[tuple[Sti, Any]]]:
    out: dict[str, list[tuple[Sti, Any]]] = {}
    for sti, name, value in _defined(yaml.data, skjemaer[skjema], skjemaer, ()):
        out.setdefault(name, []).append((sti, value))
    return out


T = TypeVar("T")


class _Siste(Generic[T]):
    """What was found in the file that was asked of last: the rules ask of one file, one after another."""

    def __init__(self) -> None:
        self._kept: tuple[Yamlfil, object, T] | None = None

    def of(self, yaml: Yamlfil, by: object, find: Callable[[Yamlfil], T]) -> T:
        if self._kept is None or self._kept[0] is not yaml or self._kept[1] is not by:
            self._kept = (yaml, by, find(yaml))
        return self._kept[2]


_texts: _Siste[list[tuple[Sti, str]]] = _Siste()
_values: _Siste[dict[str, list[tuple[Sti, Any]]]] = _Siste()


def _defined(value: Any, skjema: Skjema, skjemaer: Skjemaer, sti: Sti) -> Iterator[tuple[Sti, str, Any]]:
    if "$ref" in skjema:
        yield sti, skjema["$ref"].rpartition("/")[2], value
        yield from _defined(value, resolve(skjema["$ref"], skjemaer), skjemaer, sti)
    if isinstance(value, dict):
        others = skjema.get("additionalProperties") or {}
        for key, item in value.items():
            yield from _defined(item, skjema.get("properties", {}).get(key, others), skjemaer, (*sti, key))
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from _defined(item, skjema.get("items", {}), skjemaer, (*sti, i))


def citations(fil: Raafil, post: dict[str, Any], sti: Sti) -> Iterator[tuple[Sti, dict[str, Any], str | None]]:
    """Every mapping of a record that says where something stands, with the way to it and its source.

    The source is the nearest `kilde` at or above the mapping, else the only source of the record; a Kilde is its own
    source. None where the record doesn't say.
    """
    yield from _citing(post, sti, post.get("id") if fil.slag.navn == "kilde" else only_source(post))


def only_source(post: dict[str, Any]) -> str | None:
    """The source of a record that has just one, else None."""
    sources = sources_of(post)
    return sources[0] if len(sources) == 1 else None


def sources_of(post: dict[str, Any]) -> list[str]:
    """The ids in `kilder` of a record."""
    sources = post.get("kilder")
    return [s for s in sources if isinstance(s, str)] if isinstance(sources, list) else []


def _citing(node: Any, sti: Sti, kilde: Any) -> Iterator[tuple[Sti, dict[str, Any], str | None]]:
    if isinstance(node, list):
        for i, item in enumerate(node):
            yield from _citing(item, (*sti, i), kilde)
    elif isinstance(node, dict):
        kilde = node["kilde"] if isinstance(node.get("kilde"), str) else kilde
        if "sted" in node or ("mangler" in node and "delen" in node):
            yield sti, node, kilde if isinstance(kilde, str) else None
        for key, value in node.items():
            yield from _citing(value, (*sti, key), kilde)


def items(post: dict[str, Any], part: str) -> list[tuple[int, dict[str, Any]]]:
    """The mappings of a part that is a list, each with its position; none where the part isn't a list."""
    found = post.get(part)
    return [(i, x) for i, x in enumerate(found) if isinstance(x, dict)] if isinstance(found, list) else []


def by_key(raw: Raadata, slag: str) -> dict[str, dict[str, Any]]:
    """The records of a kind by their key; the first one where two share it."""
    out: dict[str, dict[str, Any]] = {}
    for fil, _, post in raw.av_slag(slag):
        key = post.get(fil.slag.nokkel)
        if isinstance(key, str):
            out.setdefault(key, post)
    return out


def code_list(raw: Raadata, liste: str) -> dict[str, dict[str, Any]]:
    """The entries of a code list by code."""
    fil = raw.fil("kodeliste")
    lists = fil.yaml.data if fil and isinstance(fil.yaml.data, dict) else {}
    return {code["kode"]: code for _, code in items(lists, liste) if isinstance(code.get("kode"), str)}


def whole(value: Any) -> bool:
    """Whether the value is a whole number (true and false aren't, though Python says so)."""
    return isinstance(value, int) and not isinstance(value, bool)


def listed(names: list[str]) -> str:
    """Names as in a sentence: «a», «b» og «c»."""
    quoted = [f"«{name}»" for name in names]
    return quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + " og " + quoted[-1] if quoted else ""


def finding(fil: Raafil, sti: Sti, kode: str, melding: str, tips: str = "") -> Funn:
    """A finding at a field of a file. What quotes an endless value is cut."""
    linje, felt = fil.yaml.linje(sti), fil.yaml.felt(sti)
    return Funn(fil=fil.yaml.fil, linje=linje, kode=kode, felt=felt, melding=cut(melding), tips=cut(tips))


def cut(text: str) -> str:
    """The text of a finding, no longer than a reader can use: it may quote something endless."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


_LONGEST = 500
