"""The Markdown twin of a built page: the same text, without the frame, for those who read with a program.

Headings, paragraphs, lists, tables, quotations, code and links are kept. Buttons, pictures and what is hidden are left out.
Addresses become whole where the site has one, else they are relative to the page.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from functools import cache
from posixpath import relpath

_ARTICLE = re.compile(r'<article class="md-content__inner[^>]*>(.*)</article>', re.S)
_TOKEN = re.compile(
    r"""<!--.*?-->|<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*+)(?P<attributes>(?:[^>"']++|"[^"]*+"|'[^']*+')*+)>|(?P<text>[^<]++)""",
    re.S,
)
_ATTRIBUTE = re.compile(r"""\b(href|class|hidden|start|aria-hidden)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
_LEFT_OUT = frozenset(
    {"script", "style", "svg", "template", "button", "select", "textarea", "input", "img", "colgroup"}
)
_HIDDEN = frozenset({"headerlink", "kb-anker", "kb-utlopt", "kb-sitering", "md-nav"})
# Few tags have anything that matters here; the others need not be read.
_ASKED_FOR = re.compile(rf"\b(?:href|hidden|start|{'|'.join(sorted(_HIDDEN))})\b")
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
        "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
        "section", "summary", "table", "ul",
    }
)  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SPECIAL = re.compile(r"[\\`*_\[\]<>]")


_STRESS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_NONE: dict[str, str] = {}


class _Node:
    __slots__ = ("attributes", "children", "left_out", "name")

    def __init__(self, name: str, attributes: dict[str, str] = _NONE) -> None:
        self.name = name
        self.attributes = attributes
        self.children: list[_Node | str] = []
        self.left_out = name in _LEFT_OUT or bool(attributes and _is_hidden(attributes))


def markdown(page: str, path: str, nettadresse: str | None) -> str | None:
    """The twin of the page with this text and path («lov/klage/index.html»); None where it is no page of the site's own."""
    article = _ARTICLE.search(page)
    if not article:
        return None
    writer = _Writer(_links(path, nettadresse))
    blocks = writer.blocks(_tree(article[1]))
    return "\n\n".join(blocks) + "\n"


def _links(path: str, nettadresse: str | None) -> Callable[[str], str]:
    folder = "/" + path.removesuffix("index.html")

    @cache  # a page leads to the same source many times
    def link(address: str) -> str:
        if not address.startswith("/"):
            if nettadresse and not re.match(r"[a-z]+:|#", address):
                return nettadresse + (folder + address).removeprefix("/")
            return address
        if nettadresse:
            return nettadresse + address.removeprefix("/")
        target, _, anchor = address.partition("#")
        near = relpath(target, folder) + ("/" if target.endswith("/") else "")
        return near + (f"#{anchor}" if anchor else "")

    return link


def _tree(article: str) -> _Node:
    root = _Node("div")
    stack = [root]
    for end, name, attributes, text in _TOKEN.findall(article):
        if text:
            stack[-1].children.append(html.unescape(text))
            continue
        if not name:
            continue
        name = name.lower()
        if end:
            if len(stack) > 1 and stack[-1].name == name:
                stack.pop()
            elif any(node.name == name for node in stack[1:]):
                while stack.pop().name != name:
                    pass
        else:
            node = _Node(name, _attributes(attributes) if attributes and _ASKED_FOR.search(attributes) else _NONE)
            stack[-1].children.append(node)
            if name not in _VOID and not attributes.endswith("/"):
                stack.append(node)
    return root


def _attributes(text: str) -> dict[str, str]:
    return {m[1].lower(): html.unescape(m[2] or m[3] or m[4] or "") for m in _ATTRIBUTE.finditer(text)}


def _is_hidden(attributes: dict[str, str]) -> bool:
    if "hidden" in attributes or "aria-hidden" in attributes:
        return True
    return not _HIDDEN.isdisjoint(attributes.get("class", "").split())


class _Writer:
    def __init__(self, link: Callable[[str], str]) -> None:
        self.link = link

    def blocks(self, node: _Node) -> list[str]:
        """The blocks inside the node; text between block elements is a block of its own."""
        out: list[str] = []
        inline: list[_Node | str] = []
        for child in node.children:
            if isinstance(child, str) or child.name not in _BLOCKS:
                inline.append(child)
                continue
            if inline and (text := self.inline(inline)):
                out.append(text)
            inline = []
            if not child.left_out:
                out += self.block(child)
        if inline and (text := self.inline(inline)):
            out.append(text)
        return out

    def block(self, node: _Node) -> list[str]:
        """One block element as Markdown blocks."""
        name = node.name
        if name in _HEADINGS:
            return [f"{'#' * int(name[1])} {self.inline(node.children)}"]
        if name in ("ul", "ol"):
            return [text] if (text := "\n".join(self.items(node))) else []
        if name == "table":
            return self.table(node)
        if name == "pre":
            return [f"```\n{_raw(node).strip(chr(10))}\n```"]
        if name == "hr":
            return ["---"]
        inner = self.blocks(node)
        if name == "blockquote":
            return ["\n".join(f"> {line}".rstrip() for line in "\n\n".join(inner).split("\n"))]
        if name in ("dt", "summary"):
            return [f"**{text}**" for text in inner[:1]] + inner[1:]
        if name == "dd":
            return [f": {text}" if i == 0 else text for i, text in enumerate(inner)]
        return inner

    def items(self, node: _Node) -> Iterator[str]:
        """The items of a list, each on its lines, with what is below it moved in."""
        number = int(node.attributes.get("start") or 1)
        for child in node.children:
            if isinstance(child, str) or child.name != "li" or child.left_out:
                continue
            mark = f"{number}." if node.name == "ol" else "-"
            number += 1
            text = "\n".join(self.blocks(child))
            first, *rest = text.split("\n")
            yield "\n".join([f"{mark} {first}", *(" " * (len(mark) + 1) + line if line else line for line in rest)])

    def table(self, node: _Node) -> list[str]:
        """A table with its caption above it."""
        rows = [
            [self.cell(c) for c in row.children if isinstance(c, _Node) and c.name in ("td", "th")]
            for row in _all(node, "tr")
        ]
        caption = [f"**{self.inline(c.children)}**" for c in _all(node, "caption")]
        width = max((len(row) for row in rows), default=0)
        if not width:
            return caption
        full = [row + [""] * (width - len(row)) for row in rows]
        lines = [f"| {' | '.join(row)} |" for row in full]
        return [*caption, "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])]

    def cell(self, node: _Node) -> str:
        """The text of a cell on one line."""
        return " ".join(" ".join(self.blocks(node)).split()).replace("|", "\\|")

    def inline(self, nodes: list[_Node | str]) -> str:
        """Text with its links and stresses, on one line but for its own breaks."""
        text = self._inline(nodes)
        if "\n\x00" not in text:
            return " ".join(text.split())
        return "\n".join(" ".join(line.split()) for line in text.split("\n\x00")).strip()

    def _inline(self, nodes: list[_Node | str]) -> str:
        out = []
        for node in nodes:
            if isinstance(node, str):
                out.append(_SPECIAL.sub(_escaped, node))
            elif node.left_out:
                continue
            elif node.name == "br":
                out.append("\n\x00")
            elif node.name == "code":
                out.append(f"`{_raw(node)}`")
            else:
                out.append(self._stressed(node))
        return "".join(out)

    def _stressed(self, node: _Node) -> str:
        text = self._inline(node.children)
        mark = _STRESS.get(node.name)
        plain = text.strip()
        if not plain:
            return text
        if mark:
            return f"{mark}{plain}{mark}"
        if node.name == "a" and node.attributes.get("href"):
            return f"[{plain}]({self.link(node.attributes['href'])})"
        return text + (" " if node.name in _BLOCKS else "")


def _escaped(sign: re.Match[str]) -> str:
    return "\\" + sign[0]


def _all(node: _Node, name: str) -> Iterator[_Node]:
    for child in node.children:
        if isinstance(child, _Node):
            if child.name == name:
                yield child
            else:
                yield from _all(child, name)


def _raw(node: _Node | str) -> str:
    return node if isinstance(node, str) else "".join(map(_raw, node.children))
