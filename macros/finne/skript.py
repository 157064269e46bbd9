"""The data of the pages that help one find, as scripts."""

from __future__ import annotations

from macros.finne.likhet import likhetsdata
from macros.finne.sammenlign import sammenligningsdata
from macros.model import Kunnskapsbase
from macros.rendering import skript

FOLDER = f"{skript.FOLDER}/finne"


def make_finder(base: Kunnskapsbase) -> dict[str, bytes]:
    """The scripts by path in the site: one on all municipalities, and one an example, fetched when it is compared."""
    files = {f"{FOLDER}/likhet.js": skript.set_value("kbLikhet", likhetsdata(base))}
    for e in base.eksempler.values():
        files[f"{FOLDER}/eksempel-{e.id}.js"] = skript.set_entry("kbEksempler", e.id, sammenligningsdata(base, e))
    return {path: text.encode() for path, text in files.items()}
