"""What has changed between two states of the project, in words for one who goes through it: pages, and claims by claim.

The list is made where the change comes from, as plain data, and turned into Markdown where there is a right to write. So
`as_markdown` takes it as hostile: every text is cut, made harmless, and there is an end to how many there are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from macros.loading import Raadata

_NAMES = {
    "eksempel": "eksempelet",
    "kilde": "kilden",
    "begrep": "begrepet",
    "nettverk": "nettverket",
    "kommune": "kommunen",
    "lovkrav": "lovkravet",
}
_FIELDS = {
    "belop": "beløp",
    "forkortelser": "forkortelser",
    "gjennomforing": "gjennomføring",
    "hvem_sier": "hvem som sier det",
    "lest": "hva vi har lest",
    "maal": "mål",
    "malgruppe": "målgruppe",
    "malgrupper": "målgrupper",
    "naar": "tidspunkt",
    "okonomi": "økonomi",
    "per": "per år eller i alt",
    "slags": "slag",
    "sted": "sted i kilden",
    "virket_ikke": "det som ikke virket",
}
"""Fields whose names in the records are not how one says it. The others are, with a space for each «_»."""

_LONGEST, _MOST, _SHOWN = 420, 60, 120
_ADDRESS = re.compile(r"/(?:[a-z0-9-]+/)*")


def changed_records(before: Raadata, after: Raadata) -> Iterator[str]:
    """One sentence for each record that is new, gone or changed, and for each claim in it."""
    then, now = _records(before), _records(after)
    for key in sorted(then.keys() | now.keys()):
        old, new = then.get(key), now.get(key)
        name = f"{_NAMES.get(key[0], key[0])} {_title(new or old, key[1])}"
        if old is None:
            claims = sum(len(part) for part in (new or {}).values() if _has_ids(part))
            yield f"Nytt: {name}{f', med {claims} påstander' if claims > 1 else ''}."
        elif new is None:
            yield f"Borte: {name}. Id-en må inn i data/utgatte.yml, så den ikke brukes om igjen."
        elif old != new:
            yield from (f"I {name}: {text}" for text in _changed_fields(old, new))


def _records(raw: Raadata) -> dict[tuple[str, str], Mapping[str, Any]]:
    return {
        (fil.slag.navn, str(post.get(fil.slag.nokkel))): post
        for fil in raw.filer
        if fil.slag.nokkel != "hash"
        for _, post in fil.poster()
    }


def _title(post: Mapping[str, Any] | None, id: str) -> str:
    title = next((t for t in map((post or {}).get, ("tittel", "navn", "bokmal")) if isinstance(t, str)), None)
    return f"«{title}» ({id})" if title else f"«{id}»"


def _changed_fields(old: Mapping[str, Any], new: Mapping[str, Any], part: str = "") -> Iterator[str]:
    for field in dict.fromkeys((*old, *new)):
        before, after = old.get(field), new.get(field)
        if before == after:
            continue
        name = part + _named(field)
        if _has_ids(before) or _has_ids(after):
            yield from _changed_items(name, before or [], after or [])
        elif isinstance(before, dict) and isinstance(after, dict):
            yield from _changed_fields(before, after, f"{name}, ")
        elif _is_names(before) and _is_names(after):
            yield from _changed_names(name, before, after)
        elif before is None:
            yield f"«{name}» er lagt til: {_short(after)}"
        elif after is None:
            yield f"«{name}» er tatt bort. Der sto det: {_short(before)}"
        else:
            was, now = _where_they_differ(_plain(before), _plain(after))
            yield f"«{name}» er endret fra «{was}» til «{now}»"


def _named(field: str) -> str:
    return _FIELDS.get(field, field.replace("_", " "))


def _is_names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(v, str) for v in value)


def _changed_names(name: str, before: list[str], after: list[str]) -> Iterator[str]:
    added, gone = [v for v in after if v not in before], [v for v in before if v not in after]
    if added:
        yield f"«{name}» har fått {_short(added)}"
    if gone:
        yield f"«{name}» har mistet {_short(gone)}"
    if not added and not gone:
        yield f"«{name}» står i en annen rekkefølge"


def _has_ids(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, dict) and "id" in v for v in value)


def _changed_items(field: str, before: Iterable[Any], after: Iterable[Any]) -> Iterator[str]:
    old, new = ({v["id"]: v for v in part if isinstance(v, dict) and "id" in v} for part in (before, after))
    for id in dict.fromkeys((*old, *new)):
        if id not in old:
            yield f"ny påstand under «{field}» ({id}): {_short(new[id].get('tekst'))}"
        elif id not in new:
            yield f"påstanden {id} under «{field}» er tatt bort. Den sa: {_short(old[id].get('tekst'))}"
        elif old[id] != new[id]:
            yield from (f"påstanden {id} under «{field}»: {text}" for text in _changed_fields(old[id], new[id]))


def _plain(value: Any) -> str:
    """A value of a record as one would read it aloud: no brackets, and figures in groups of three."""
    if isinstance(value, dict):
        return ", ".join(f"{_named(str(k))}: {_plain(v)}" for k, v in value.items())
    if isinstance(value, list):
        return ", ".join(_plain(v) for v in value)
    if isinstance(value, bool):
        return "ja" if value else "nei"
    if isinstance(value, int) and value >= 10_000:
        return f"{value:,}".replace(",", " ")
    return " ".join(str(value).split())


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _short(value: Any) -> str:
    return f"«{_cut(_plain(value))}»"


def _where_they_differ(before: str, after: str) -> tuple[str, str]:
    """Both texts; of long ones the part from some words before the first difference."""
    if max(len(before), len(after)) <= _SHOWN:
        return before, after
    same = next(
        (i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after))
    )
    start = before.rfind(" ", 0, max(same - 30, 0)) + 1
    return tuple(_cut(f"{'… ' if start else ''}{text[start:]}") for text in (before, after))  # type: ignore[return-value]


def changed_pages(paths: Iterable[str]) -> list[str]:
    """The addresses of the pages that changed files make: «docs/lov/krav.md» → «/lov/krav/», a record → the page about it."""
    found = {}
    for path in paths:
        page = re.fullmatch(r"docs/((?:[a-z0-9-]+/)*)([a-z0-9-]+)\.md", path)
        record = re.fullmatch(r"data/eksempler/([a-z0-9-]+)\.yml", path)
        if page and not path.startswith("docs/overrides/"):
            name = "" if page.group(2) == "index" else f"{page.group(2)}/"
            found[f"/{page.group(1)}{name}"] = None
        elif record:
            found[f"/eksempler/{record.group(1)}/"] = None
        elif path.startswith("data/kilder/"):
            found["/kilder/"] = None
    return sorted(found)


def page_changes(status: Iterable[str]) -> dict[str, list[str]]:
    """The pages that are new, changed and gone, from the lines of `git diff --name-status`. One that has moved is both."""
    new, gone, touched = [], [], []
    for line in status:
        kind, *paths = line.split("\t")
        pages = [path for path in paths if path.endswith(".md")]
        if kind[:1] in "AD" and pages:
            (new if kind == "A" else gone).extend(pages)
        elif kind[:1] == "R" and len(pages) == 2:
            gone.append(pages[0])
            new.append(pages[1])
        else:
            touched += paths
    nye, borte = changed_pages(new), changed_pages(gone)
    return {"nye": nye, "sider": [p for p in changed_pages(touched) if p not in (*nye, *borte)], "borte": borte}


_PAGES = {"nye": "Nye sider", "sider": "Sider som er endret", "borte": "Sider som blir borte"}


def as_markdown(changes: Any, harmless: Callable[[str], str]) -> str:
    """The comment of a pull request. `changes` may hold anything at all: what isn't a list of texts is passed over."""
    pages = {key: [f"`{p}`" for p in _texts(changes, key) if _ADDRESS.fullmatch(p)] for key in _PAGES}
    data = [harmless(text[:_LONGEST]) for text in _texts(changes, "data")]
    parts = ["### Dette endrer forslaget", ""]
    for key, title in _PAGES.items():
        parts += _listed(title, pages[key])
    if pages["borte"]:
        parts += ["Noen kan ha lenket til en side som blir borte. Er den flyttet, så si fra i forslaget.", ""]
    parts += _listed("I dataene", data)
    if not any(pages.values()) and not data:
        parts.append("Ingen sider og ingen data er endret.")
    return "\n".join(parts).rstrip() + "\n"


def _texts(changes: Any, key: str) -> list[str]:
    found = changes.get(key) if isinstance(changes, dict) else None
    return [t for t in found if isinstance(t, str)] if isinstance(found, list) else []


def _listed(title: str, texts: list[str]) -> list[str]:
    if not texts:
        return []
    more = [f"- … og {len(texts) - _MOST} til."] if len(texts) > _MOST else []
    return [f"**{title}**", "", *(f"- {t}" for t in texts[:_MOST]), *more, ""]
