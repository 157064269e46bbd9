"""The macro calls of a page: known macros alone, with arguments written out, each tried as the build will call it."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.build.kall import Kall, plain_parts
from macros.build.page import Side
from macros.build.skrevet import Makro, Nokkel, call_of, signature_of
from macros.makroer import Makrofeil
from macros.model import Funn, UkjentId
from macros.model.base import nearest, suggestion
from macros.validation.sidetekst import without_code
from macros.validation.walk import cut

_COMMENT = "Tegnene {# begynner en kommentar. Skal overskriften ha et eget anker, så skriv {: #navn } med kolon."
_MACROS_LISTED = "Alle makroer med forklaring står i docs/bidra/makroer.md."


@lru_cache(maxsize=1000)
def _tree(tekst: str) -> nodes.Template:
    """The template code of a text, read once while the text is the same. Raises TemplateSyntaxError."""
    return Environment().parse(tekst)


class Makrokall:
    """The template code of one page: only calls of known macros, with arguments written out."""

    def __init__(self, side: Side, makroer: Mapping[str, Makro]) -> None:
        """Side: the page. makroer: the macros by name."""
        self.side, self.makroer = side, makroer
        self.kall: list[tuple[str, dict[str, Any]]] = []
        self.skrevet: dict[Nokkel, str] = {}

    def check(self) -> Iterator[Funn]:
        """A finding for each thing that would stop the build or publish template code."""
        parts = plain_parts(self.side.tekst, self.makroer)
        if parts is None:
            yield from self._read_by_jinja()
        for part in parts or ():
            if isinstance(part, Kall):
                yield from self._written(part.linje, part.makro, part.verdier, part.navngitte)

    def _read_by_jinja(self) -> Iterator[Funn]:
        try:
            tree = _tree(self.side.tekst)
        except TemplateSyntaxError as error:
            yield self._find(
                error.lineno,
                "SID-006",
                "Malkoden {{ }} kan ikke leses her.",
                _COMMENT
                if "comment" in str(error)
                else "Se etter anførselstegn eller parenteser som ikke er lukket. "
                'Anførselstegn må være rette ("), ikke buede. '
                "Skal tegnene {{ vises, så skriv dem i {% raw %} … {% endraw %}.",
            )
            return
        for node in tree.body:
            for part in node.nodes if isinstance(node, nodes.Output) else [node]:
                yield from self._part(part)

    def _part(self, node: nodes.Node) -> Iterator[Funn]:
        if isinstance(node, nodes.TemplateData):
            return
        if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
            yield self._find(
                node.lineno,
                "SID-005",
                "Her står det malkode som ikke er et makrokall.",
                'Bare makroer kan brukes på en side, for eksempel {{ kilde("tromso-2011", side=5) }}.',
            )
            return
        name = node.node.name
        if name not in self.makroer:
            yield self._find(
                node.lineno,
                "SID-002",
                f"Makroen «{name}» finnes ikke.{suggestion(nearest(name, self.makroer), ())}",
                _MACROS_LISTED,
            )
            return
        yield from self._call(node, name)

    def _call(self, node: nodes.Call, name: str) -> Iterator[Funn]:
        try:
            if node.dyn_args or node.dyn_kwargs:
                raise nodes.Impossible
            args = [a.as_const() for a in node.args]
            named = {k.key: k.value.as_const() for k in node.kwargs}
        except nodes.Impossible:
            yield self._find(
                node.lineno, "SID-003", f"Verdiene til «{name}» må skrives rett ut, i anførselstegn.", _MACROS_LISTED
            )
            return
        yield from self._written(node.lineno, name, args, named)

    def _written(self, lineno: int, name: str, args: Sequence[Any], named: dict[str, Any]) -> Iterator[Funn]:
        macro = self.makroer[name]
        try:
            self.kall.append((name, signature_of(macro).bind(*args, **named).arguments))
            self.skrevet[call_of(name, tuple(args), named)] = macro(*args, **named)
        except UkjentId as error:
            yield self._find(lineno, "SID-004", f"{name}: {error}", _MACROS_LISTED)
        except Makrofeil as error:
            yield self._find(lineno, "SID-003", f"{name}: {error}", _MACROS_LISTED)
        except TypeError:
            yield self._find(
                lineno,
                "SID-003",
                f"«{name}» er brukt feil. Slik skrives den: {_signature(name, macro)}",
                _MACROS_LISTED,
            )

    def parts_of(self, eksempel: str | None) -> frozenset[str]:
        """The parts of an example that the page shows."""
        return frozenset(args["del_"] for name, args in self.kall if name == "eksempel" and args["id"] == eksempel)

    def _find(self, lineno: int, kode: str, melding: str, tips: str) -> Funn:
        line = self.side.forste_linje + lineno - 1
        return Funn(fil=self.side.fil, linje=line, kode=kode, melding=cut(melding), tips=cut(tips))


def _signature(name: str, macro: Callable[..., str]) -> str:
    parts = []
    for p in inspect.signature(macro).parameters.values():
        if p.kind is p.VAR_KEYWORD:
            parts.append("malgruppe=…, tema=…")
        else:
            parts.append(p.name if p.default is p.empty else f"{p.name}=…")
    return f"{{{{ {name}({', '.join(parts)}) }}}}"


_ONE_BRACE = re.compile(r"(?<![{\w])\{\s*([a-z_]+)\s*\(")


def brace_findings(side: Side, makroer: Mapping[str, object]) -> Iterator[Funn]:
    """SID-011: a macro in single braces, which would be shown as text."""
    text = without_code(side.tekst)
    for match in _ONE_BRACE.finditer(text):
        if match.group(1) in makroer:
            yield Funn(
                fil=side.fil,
                linje=side.forste_linje + text.count("\n", 0, match.start()),
                kode="SID-011",
                melding=f"Makroen «{match.group(1)}» står i enkle klammer og ville blitt vist som tekst.",
                tips=f"Skriv to klammer på hver side: {{{{ {match.group(1)}(…) }}}}",
            )
