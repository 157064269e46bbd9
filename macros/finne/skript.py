"""The data of the pages as classic scripts that set a value: they work from disk, where nothing can be fetched."""

from __future__ import annotations

import json

from macros.finne.likhet import likhetsdata
from macros.finne.sammenlign import sammenligningsdata
from macros.model import Kunnskapsbase

FOLDER = "assets/bygd/finne"
"""Beside the bundles, since one loader finds both (frontend/felles/last.ts)."""


def make_finder(base: Kunnskapsbase) -> dict[str, bytes]:
    """The scripts by path in the site: one on all municipalities, and one an example, fetched when it is compared."""
    files = {f"{FOLDER}/likhet.js": f"window.kbLikhet={_json(likhetsdata(base))};\n"}
    for e in base.eksempler.values():
        content = _json(sammenligningsdata(base, e))
        files[f"{FOLDER}/eksempel-{e.id}.js"] = (
            f"(window.kbEksempler=window.kbEksempler||{{}})[{json.dumps(e.id)}]={content};\n"
        )
    return {path: text.encode() for path, text in files.items()}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
