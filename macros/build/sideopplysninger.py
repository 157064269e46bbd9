"""What the templates of the theme are told beside the text of a page: `config.extra` of every engine, as plain data.

Worked out here, not in the templates: they are run by Jinja now and perhaps by another engine later, and a look-up by the
address of the page (`config.extra.om_sidene[page.url]`) is the same in both.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any

from macros import queries
from macros.exports.sider import citations, site_folder
from macros.finne.se_ogsa import Henvisning
from macros.model import Kunnskapsbase


def extra_of(base: Kunnskapsbase, byggedato: str, naere: Mapping[str, Iterable[Henvisning]]) -> dict[str, Any]:
    """The whole of `config.extra`. naere: the related pages of each page, by its source («metoder/dreiebok.md»)."""
    return {
        "innstillinger": dataclasses.asdict(base.innstillinger),
        "byggedato": byggedato,
        # mkdocs-macros lets a key of extra stand in the way of a macro of the same name
        "krav_etter_id": {k.id: {"tittel": k.tittel, "adresse": k.adresse} for k in base.lovkrav.values()},
        "om_sidene": pages_of(base, naere),
    }


def pages_of(base: Kunnskapsbase, naere: Mapping[str, Iterable[Henvisning]]) -> dict[str, dict[str, Any]]:
    """Of every page, by its address («metoder/dreiebok/», «» for the front page): what the templates say beside its text."""
    titles = {site_folder(side): side.tittel for side in base.sider}
    cited = citations(base)
    return {
        site_folder(side): {
            "rom": site_folder(side).split("/")[0] or "forside",
            "smulesti": _way_back(site_folder(side), titles),
            "sitering": cited[side.kilde],
            "se_ogsa": [dataclasses.asdict(h) for h in naere.get(side.kilde, ())],
            "seminar": [{"tittel": s.tittel, "adresse": s.adresse} for s in queries.seminar_for_side(base, side)],
        }
        for side in base.sider
    }


def _way_back(url: str, titles: Mapping[str, str]) -> list[dict[str, str]]:
    """The folders above a page that have a page of their own, the outermost first."""
    parts = url.split("/")[:-2]
    folders = ("/".join(parts[: n + 1]) + "/" for n in range(len(parts)))
    return [{"url": folder, "tittel": titles[folder]} for folder in folders if folder in titles]
