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
_LONGEST, _MOST = 240, 60
_ADDRESS = re.compile(r"/(?:[a-z0-9-]+/)*")


def changed_records(before: Raadata, after: Raadata) -> Iterator[str]:
    """One sentence for each record that is new, gone or changed, and for each claim in it."""
    then, now = _records(before), _records(after)
    for key in sorted(then.keys() | now.keys()):
        name = f"{_NAMES.get(key[0], key[0])} «{key[1]}»"
        old, new = then.get(key), now.get(key)
        if old is None:
            yield f"Nytt: {name}{_title(new)}."
        elif new is None:
            yield f"Borte: {name}{_title(old)}."
        elif old != new:
            yield from (f"I {name}: {text}" for text in _changed_fields(old, new))


def _records(raw: Raadata) -> dict[tuple[str, str], Mapping[str, Any]]:
    return {
        (fil.slag.navn, str(post.get(fil.slag.nokkel))): post
        for fil in raw.filer
        if fil.slag.nokkel != "hash"
        for _, post in fil.poster()
    }


def _title(post: Mapping[str, Any] | None) -> str:
    title = (post or {}).get("tittel") or (post or {}).get("navn")
    return f", {title}" if isinstance(title, str) else ""


def _changed_fields(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    for field in dict.fromkeys((*old, *new)):
        before, after = old.get(field), new.get(field)
        if before == after:
            continue
        if _has_ids(before) or _has_ids(after):
            yield from _changed_items(field, before or [], after or [])
        elif before is None:
            yield f"«{field}» er lagt til: {_short(after)}"
        elif after is None:
            yield f"«{field}» er tatt bort. Der sto det: {_short(before)}"
        else:
            yield f"«{field}» er endret fra {_short(before)} til {_short(after)}"


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


def _short(value: Any) -> str:
    text = " ".join(str(value).split())
    return f"«{text if len(text) <= 120 else text[:119] + '…'}»"


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


def as_markdown(changes: Any, harmless: Callable[[str], str]) -> str:
    """The comment of a pull request. `changes` may hold anything at all: what isn't a list of texts is passed over."""
    pages = [p for p in _texts(changes, "sider") if _ADDRESS.fullmatch(p)]
    data = [harmless(text[:_LONGEST]) for text in _texts(changes, "data")]
    parts = ["### Dette endrer forslaget", "", *_listed("Sider", [f"`{p}`" for p in pages])]
    parts += _listed("I dataene", data)
    if not pages and not data:
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
