"""Pages through the same Markdown as the site's, without MkDocs."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser

from jinja2 import Environment, StrictUndefined
from markdown import Markdown
from mkdocs.utils import yaml_load

from tests.felles import ROOT


@cache
def _markdown() -> Markdown:
    """Python-Markdown with the extensions of mkdocs.yml and the three that MkDocs always adds."""
    listed = yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]
    extensions, configs = ["toc", "tables", "fenced_code"], {}
    for entry in listed:
        name, config = next(iter(entry.items())) if isinstance(entry, dict) else (entry, {})
        extensions.append(name)
        configs[name] = config
    return Markdown(extensions=list(dict.fromkeys(extensions)), extension_configs=configs)


def as_page(text: str, macros: dict[str, Callable[..., str]]) -> str:
    """The HTML of a page: macros first, then Markdown, as mkdocs-macros does it."""
    return _markdown().reset().convert(Environment(undefined=StrictUndefined).from_string(text).render(**macros))


class Markup(HTMLParser):
    """What a browser makes of HTML: the tags with the names of their attributes, addresses, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.links: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        if ("class", "headerlink") not in attrs:  # the theme's own, made from the text of the heading
            self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.text += data
