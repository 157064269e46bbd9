"""What a seminar shows is there: every claim it fetches, and every task a part of the programme names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from macros.loading import Raadata
from macros.model import Funn
from macros.model.base import nearest, suggestion
from macros.validation.walk import by_key, finding, items, mappings, nodes, records

KODE = "SEM-005"
REGEL = "Et seminar viser til en påstand eller en oppgave som ikke finnes."
RAAD = "Påstander skrives som eksempel#påstand, med id-ene fra data/eksempler/ eller data/nettverk/."

_CLAIMS = ("pastander", "saken", "fasit", "forst", "slutt", "pastand")

_TASK = "Skriv id-en til en oppgave eller et eksempel uten slutt i samme seminar."


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each name of a claim or a task that stands for nothing."""
    claims = {name: None for slag in ("eksempel", "nettverk") for name in _claims(by_key(raw, slag))}
    unread = {PurePosixPath(fil.yaml.fil).stem for fil in raw.filer if not isinstance(fil.yaml.data, (dict, list))}
    for fil, sti, post in records(raw, "seminar"):
        for where, text in nodes(post, sti):
            field = next((part for part in reversed(where) if isinstance(part, str)), None)
            if field not in _CLAIMS or not isinstance(text, str) or "#" not in text or text in claims:
                continue
            if text.partition("#")[0] not in unread:
                yield finding(fil, where, KODE, f"Påstanden «{text}» finnes ikke.{_hint(text, claims)}", RAAD)
        tasks = {
            x["id"]: None
            for kind in ("oppgaver", "gjett")
            for _, x in items(post, kind)
            if isinstance(x.get("id"), str)
        }
        for i, part in items(post, "deler"):
            task = part.get("oppgave")
            if isinstance(task, str) and task not in tasks:
                melding = f"Oppgaven «{task}» finnes ikke i dette seminaret.{_hint(task, tasks)}"
                yield finding(fil, (*sti, "deler", i, "oppgave"), KODE, melding, _TASK)


def _claims(posts: dict[str, dict[str, Any]]) -> Iterator[str]:
    for id, post in posts.items():
        for where, node in mappings(post):
            if where and isinstance(node.get("id"), str):
                yield f"{id}#{node['id']}"


def _hint(name: str, known: dict[str, None]) -> str:
    return suggestion(nearest(name, known), tuple(known))
