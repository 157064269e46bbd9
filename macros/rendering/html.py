"""Templates → HTML that can stand in a Markdown page.

Everything becomes one line, so that it can stand in a list, a table cell or an admonition without Markdown breaking it up;
and what stands inside a sentence has the characters Markdown would read as formatting written as entities.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from macros.model import Kunnskapsbase
from macros.rendering import tekst
from macros.rendering.columns import Kolonner

_MARKDOWN = {ord(c): f"&#{ord(c)};" for c in "*_`[]{}\\~^|!"}
_TAG = re.compile(r"(<[^>]*>)")


class Maler:
    """The templates of rendering/maler with the base at hand. Autoescaped; a missing name is an error."""

    def __init__(self, base: Kunnskapsbase) -> None:
        """Base: where the templates look up names and addresses."""
        self.env = Environment(
            loader=PackageLoader("macros.rendering", "maler"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        kolonner = Kolonner(base)
        self.env.globals.update(base=base, kolonner=kolonner, navn=kolonner.navn)
        self.env.filters.update(
            sted=tekst.sted,
            tid=lambda t: tekst.tid(t, kolonner.navn["mangel"]),
            naar=lambda t: tekst.tid(replace(t, merknad=None), kolonner.navn["mangel"]),
            dato=tekst.tidspunkt,
            belop=lambda b: tekst.belop(b, kolonner.navn),
            tall=tekst.tall,
            stor=tekst.stor,
            ramse=tekst.ramse,
            kildenavn=lambda id: tekst.kildenavn(base.kilde(id)),
        )

    def block(self, mal: str, **values: Any) -> str:
        """HTML that stands by itself between paragraphs."""
        return _one_line(self.env.get_template(f"{mal}.html.j2").render(**values))

    def inline(self, mal: str, **values: Any) -> str:
        """HTML that stands inside a sentence."""
        html = self.block(mal, **values)
        return "".join(part if part.startswith("<") else part.translate(_MARKDOWN) for part in _TAG.split(html))


def _one_line(html: str) -> str:
    return " ".join(line for line in (raw.strip() for raw in html.splitlines()) if line)
