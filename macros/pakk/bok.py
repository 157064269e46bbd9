"""Several pages of the finished site as one HTML file that needs nothing beside it: style, pictures and links are inside.

Every page becomes a chapter; ids get the chapter's own prefix, and links between chapters lead inside the file. Links to
other pages of the site become plain text where the file is read without the site.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from posixpath import dirname, normpath

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

_ARTICLE = re.compile(r'<article class="md-content__inner[^>]*>(.*)</article>', re.S)
_LEFT_OUT = re.compile(
    r"<script\b.*?</script>|<a class=\"headerlink\".*?</a>|<a class=\"kb-anker\".*?</a>|<button\b.*?</button>", re.S
)
_ID = re.compile(r"""(?P<before>\s(?:id|for|aria-labelledby|aria-describedby)=)["']?(?P<ids>[^\s"'>]+)["']?""")
_LINK = re.compile(r"""<a\b(?P<before>[^>]*?)\shref=["']?(?P<href>[^\s"'>]*)["']?(?P<after>[^>]*)>""")
_IMAGE = re.compile(r"""(?P<before><img\b[^>]*?\ssrc=)["']?(?P<src>[^\s"'>]+)["']?""")
_STYLES = re.compile(r"""<link\b[^>]*?rel=["']?stylesheet["']?[^>]*>""")
_HREF = re.compile(r"""href=["']?([^\s"'>]+)""")
_URL = re.compile(r"""url\(\s*["']?(?!data:)([^"')]+)["']?\s*\)""")
_OWN_STYLE = """
.kb-bok { margin: 0 auto; max-width: 46rem; padding: 1rem; }
@media print {
  .kb-bok details > * { display: block; }
  .kb-bok details::details-content { content-visibility: visible; }
  .kb-bok { max-width: none; padding: 0; }
  .kb-bok__kapittel { break-before: page; }
  .kb-bok [hidden] { display: none; }
  .kb-bok :is(h1, h2, h3, h4, h5, caption, summary, dt) { break-after: avoid; }
  .kb-bok :is(p, li) { orphans: 3; widows: 3; }
  .kb-bok thead { display: table-header-group; }
  .kb-bok tr { break-inside: avoid; }
  .kb-bok :is(caption, thead, tbody > tr:first-child) { break-after: avoid; }
}
"""
_TYPES = {".woff2": "font/woff2", ".svg": "image/svg+xml", ".png": "image/png", ".ttf": "font/ttf"}


@dataclass(frozen=True, slots=True)
class Kapittel:
    """One page: its title, and its path in the site («metoder/dreiebok/index.html»)."""

    tittel: str
    sti: str

    @property
    def id(self) -> str:
        """What the ids of the chapter begin with."""
        return self.sti.removesuffix("index.html").strip("/").replace("/", "-") or "forside"


def make_book(
    site: Path, tittel: str, utgave: str, kapitler: Iterable[Kapittel], skript: str = "", ark: Iterable[str] = ()
) -> str:
    """The chapters with a title page and a list of contents, as one HTML file. Raises OSError for pages that are not there.

    skript: the path in the site of a script that is put into the file, with the style sheets `ark` that it needs. The
    policy of the file lets it and the style run, known by their hashes, and nothing be fetched from anywhere.
    """
    chapters = tuple(kapitler)
    inside = {k.sti: k.id for k in chapters}
    texts = [((site / k.sti).read_text(encoding="utf-8"), k) for k in chapters]
    sheets = dict.fromkeys([*(sheet for text, k in texts for sheet in _sheets(text, k.sti)), *ark])
    script = (site / skript).read_text(encoding="utf-8").replace("</script", "<\\/script") if skript else ""
    template = Environment(loader=PackageLoader("macros.pakk", "maler"), autoescape=True).get_template("bok.html.j2")
    style = "\n".join(["", *(_style(site, sheet) for sheet in sheets), _OWN_STYLE])
    return template.render(
        tittel=tittel,
        utgave=utgave,
        policy=_policy(style, script),
        stil=Markup(style),
        skript=Markup(script),
        kapitler=[(k, Markup(_body(site, text, k, inside))) for text, k in texts],
    )


def _policy(style: str, script: str) -> str:
    """What the file may do: run its own style and script, and show what is inside it."""
    run = f"script-src {_hash(script)}" if script else "script-src 'none'"
    return f"default-src 'none'; {run}; style-src {_hash(style)}; img-src data:; font-src data:; base-uri 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _sheets(text: str, path: str) -> list[str]:
    """The style sheets of the page, by their paths in the site."""
    return [_resolved(path, found[1]) for tag in _STYLES.findall(text) if (found := _HREF.search(tag))]


def _resolved(path: str, address: str) -> str:
    """Where in the site a relative address of the page leads; a folder leads to its index."""
    target = normpath(f"{dirname(path)}/{address}").lstrip("/")
    return f"{target}/index.html".removeprefix("./") if address.endswith("/") or target == "." else target


def _style(site: Path, sheet: str) -> str:
    """The style sheet with all that it points at inside it."""
    text = (site / sheet).read_text(encoding="utf-8")
    return _URL.sub(lambda m: f"url({_data(site / _resolved(sheet, m[1].partition('#')[0]))})", text).replace(
        "</", "<\\/"
    )


def _data(file: Path) -> str:
    if not file.is_file() or file.suffix not in _TYPES:
        return "data:,"
    return f"data:{_TYPES[file.suffix]};base64,{b64encode(file.read_bytes()).decode()}"


def _body(site: Path, text: str, k: Kapittel, inside: Mapping[str, str]) -> str:
    """What stands on the page, with ids, links and pictures that work in the book."""
    found = _ARTICLE.search(text)
    article = _LEFT_OUT.sub("", found[1]) if found else ""
    article = _ID.sub(lambda m: f'{m["before"]}"{k.id}--{m["ids"]}"', article)
    article = _IMAGE.sub(lambda m: f'{m["before"]}"{_data(site / _resolved(k.sti, m["src"]))}"', article)
    return _LINK.sub(lambda m: _link(m, k, inside), article)


def _link(m: re.Match[str], k: Kapittel, inside: Mapping[str, str]) -> str:
    address, _, anchor = m["href"].partition("#")
    if re.match(r"[a-z][a-z0-9+.-]*:", m["href"]):
        return m[0]
    target = k.id if not address else inside.get(_resolved(k.sti, address))
    if target is None:
        return f"<a{m['before']}{m['after']}>"  # leads out of the book: plain text
    return f'<a{m["before"]} href="#{target}{f"--{anchor}" if anchor else ""}"{m["after"]}>'
