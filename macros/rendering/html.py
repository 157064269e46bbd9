"""Templates → HTML that can stand in a Markdown page.

Everything becomes one line, so that it can stand in a list, a table cell or an admonition without Markdown breaking it up;
and the characters Markdown would read as formatting are written as entities, so that no text of a record becomes markup.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined
from jinja2.bccache import Bucket

from macros.model import Kunnskapsbase
from macros.queries import side_med_adresse, vist
from macros.rendering import tekst
from macros.rendering.columns import Kolonner
from macros.rendering.qr import make_qr
from macros.rendering.referanse import referanse

_ALSO_IN_TAG = {c: f"&#{ord(c)};" for c in "`[]{}\\|"}  # Markdown looks for these before it looks for tags
_IN_TEXT = re.compile(
    r"[*_~^!](?=[^<>]*+(?:<|\Z))"
)  # the next that comes is the beginning of a tag, not the end of one


class _Compiled(BytecodeCache):
    """The compiled templates of this process, by name and source: a new base does not compile them anew."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self._kept.get(f"{bucket.key} {bucket.checksum}"):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[f"{bucket.key} {bucket.checksum}"] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


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
            bytecode_cache=_COMPILED,
            auto_reload=False,  # a new build has a new environment: to look at the files at each use was a twelfth of all
        )
        kolonner = Kolonner(base)
        self.env.globals.update(
            base=base,
            kolonner=kolonner,
            navn=kolonner.navn,
            vist=vist,
            side=side_med_adresse,
            make_qr=make_qr,
            zip=zip,
        )
        self.env.globals["DEKLARASJON"] = tekst.DEKLARASJON  # known to all, so that no template must know its caller
        self.env.filters.update(
            sted=tekst.sted,
            tid=lambda t: tekst.tid(t, kolonner.navn["mangel"]),
            naar=lambda t: tekst.tid(replace(t, merknad=None), kolonner.navn["mangel"]),
            dato=tekst.tidspunkt,
            arstall=tekst.arstall,
            belop=lambda b: tekst.belop(b, kolonner.navn),
            belop_uten_tall=lambda b: tekst.belop_uten_tall(b, kolonner.navn),
            tall=tekst.tall,
            stor=tekst.stor,
            uten_punktum=lambda s: s.removesuffix("."),
            ramse=tekst.ramse,
            referanse=referanse,
            kildenavn=lambda id: tekst.kildenavn(base.kilde(id)),
        )

    def html(self, mal: str, **values: Any) -> str:
        """The template filled in: one line of HTML that can stand anywhere in a page, between paragraphs or in a sentence."""
        return _left_alone(self.raa(mal, **values))

    def raa(self, mal: str, **values: Any) -> str:
        """The template filled in, for what no Markdown reads: a part of another template, or a file of its own."""
        return _one_line(self.env.get_template(f"{mal}.html.j2").render(**values))

    def del_(self, mal: str, navn: str) -> Callable[..., str]:
        """A macro of a template, for what is written so often that a template of its own for each would be slow."""
        write: Callable[..., str] = getattr(self.env.get_template(f"{mal}.html.j2").module, navn)
        return lambda *values, **named: _one_line(write(*values, **named))

    def som_markdown(self, html: str) -> str:
        """HTML from `raa` as `html` would have given it."""
        return _left_alone(html)


def _one_line(html: str) -> str:
    return " ".join(line for line in (raw.strip() for raw in html.splitlines()) if line)


def _left_alone(html: str) -> str:
    for mark, entity in _ALSO_IN_TAG.items():
        html = html.replace(mark, entity)
    return _IN_TEXT.sub(lambda found: f"&#{ord(found[0])};", html)
