"""The last stage of the build: our own pass over the site that MkDocs has made.

Each page is read once and written once: numbers are held with their units (typografi), terms of the glossary are marked
where they first stand (begreper), paragraphs get addresses of their own (avsnitt), addresses become relative (links),
the theme's HTML is mended (repairs), and tags for search engines and sharing (meta) and the policy (policy) go in. Then
the style sheets are cut down to what the pages use (stilark), the theme's files that nothing asks for are left out (ubrukt),
and the links and anchors of the whole site are checked.
Nothing here knows MkDocs; the folder could have been made by another engine.

Its findings are about the finished site (koder.py has the codes), so the file is the source of the page and the line is 0.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from macros.finish.avsnitt import named_paragraphs
from macros.finish.begreper import Begrepsmerker
from macros.finish.findings import finding
from macros.finish.links import Links, Sett
from macros.finish.meta import CARD_SIZE, card_path, meta_edits
from macros.finish.page import edited, read_page
from macros.finish.policy import policy_edits, policy_findings
from macros.finish.repairs import repairs
from macros.finish.repeatable import settle
from macros.finish.stilark import SHEET, lean, variables, without_comments
from macros.finish.structure import structure_findings
from macros.finish.swap import SiteInUseError, mend, replace_site
from macros.finish.typografi import unbroken
from macros.finish.ubrukt import leave_out_unused
from macros.model.begrep import Begrep
from macros.model.funn import Funn
from macros.model.innstillinger import Innstillinger
from macros.samtidig import side_by_side

__all__ = [
    "CARD_SIZE",
    "Finished",
    "SiteInUseError",
    "card_path",
    "finish",
    "finish_pages",
    "guessed_source",
    "mend",
    "replace_site",
]

# A fault in a template is on every page. It is told of once, with the number of pages, when they are more than this.
_MOST_ALIKE = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Finished:
    """What the pass found, sorted, and how much it went over. The site is good when there are no findings."""

    funn: tuple[Funn, ...]
    pages: int
    links: int
    anchors: int


def finish(
    site: Path,
    innstillinger: Innstillinger,
    *,
    anchors_required: Iterable[str] = (),
    begreper: Iterable[Begrep] = (),
    files: Mapping[str, bytes] | None = None,
    data_blocks: Mapping[str, str] | None = None,
    flyttet: Mapping[str, str] | None = None,
    theme_classes: frozenset[str] | None = None,
    source_of: Callable[[str], str] | None = None,
) -> Finished:
    """Finish the freshly built site in the folder `site`, in place.

    anchors_required: site addresses that must exist, as «/eksempler/lorenskog/#komp-5».
    begreper: terms that are marked where they first stand in the prose of a guide.
    files: more files for the site, by path from its root with forward slashes; pages among them are finished too.
    data_blocks: what schema.org says of a page, as JSON-LD by the path of the page in the site.
    flyttet: places that stand on a later page of a list, and that page: «/kilder/#x» → «/kilder/side-2.html».
    theme_classes: those the theme's style sheet shall still have rules for, as stilark.CLASSES. If not given, all
        sheets are left whole; else they lose their comments, too, and the theme the files that nothing asks for.
    source_of: the source of a file of the site («eksempler/lorenskog/index.html»), for findings; guessed if not given.

    Run it once on each build: it is not made for a site that has been through it. Raises ValueError for a path in
    `files` that leads out of the site, and OSError when the disk does.
    """
    source_of = source_of or guessed_source
    funn = [_already_there(source_of(path), path) for path in _write(site, files or {})]
    paths = settle(site, sorted(_files(site)), has_address=innstillinger.nettadresse is not None)
    links = Links(
        files=frozenset(paths),
        source_of=source_of,
        read_text=lambda path: (site / path).read_text("utf-8", errors="replace"),
        nettadresse=innstillinger.nettadresse,
        flyttet=flyttet or {},
    )
    pages = [path for path in paths if path.endswith(".html")]
    funn += _finish_pages(site, pages, links, innstillinger, begreper, data_blocks or {})
    sheets = [path for path in paths if path.endswith(".css")]
    for path in sheets:
        _finish_css(site / path, path, links)
    if theme_classes is not None:
        _lighten(site, sheets, theme_classes)
        leave_out_unused(site, paths)
    links.check_anchors()
    links.require(anchors_required)
    return Finished(
        funn=tuple(sorted(_told_once(funn + links.funn))), pages=len(pages), links=links.links, anchors=links.anchors
    )


def _already_there(source: str, path: str) -> Funn:
    return finding(
        source,
        "LEN-011",
        "",
        f"Fila «/{path}» finnes allerede, men skal også lages av byggingen.",
        "Gi fila i docs/ et annet navn.",
    )


def finish_pages(
    new: Path,
    site: Path,
    pages: Iterable[str],
    innstillinger: Innstillinger,
    *,
    begreper: Iterable[Begrep],
    source_of: Callable[[str], str],
    data_blocks: Mapping[str, str],
) -> tuple[Funn, ...]:
    """Finish some freshly built pages in the folder `new`, which are to go into the finished site in the folder `site`.

    pages: their paths in the site. The rest is as for `finish`. Links to anchors of other pages are not checked: that is
    for the pass over the whole site.
    """
    links = Links(
        files=frozenset(_files(site)), source_of=source_of, read_text=_no_text, nettadresse=innstillinger.nettadresse
    )
    funn = _finish_pages(new, pages, links, innstillinger, begreper, data_blocks)
    return tuple(sorted(_told_once(funn + links.funn)))


def _no_text(path: str) -> str:
    raise LookupError(path)


def guessed_source(path: str) -> str:
    """The file that a file of the site was most likely made from: «a/b/index.html» -> «docs/a/b.md»."""
    if path == "404.html":
        return "docs/overrides/404.html"
    if not path.endswith((".html", "/")) and path:
        return f"docs/{path}"
    page = path.removesuffix("index.html").rstrip("/").removesuffix(".html")
    return f"docs/{page or 'index'}.md"


def _files(site: Path) -> Iterable[str]:
    """Every file of the site, as paths from its root with forward slashes."""
    for folder, _, names in os.walk(site):
        inner = Path(folder).relative_to(site).as_posix()
        yield from (name if inner == "." else f"{inner}/{name}" for name in names)


def _write(site: Path, files: Mapping[str, bytes]) -> list[str]:
    """Write the files; return the paths where something else stood already, which is left."""
    taken = []
    for path, content in files.items():
        pure = PurePosixPath(path)
        if not path or pure.is_absolute() or ".." in pure.parts or "\\" in path or ":" in path:
            raise ValueError(f"not a path inside the site: {path!r}")
        target = site / pure
        if target.exists():
            taken.append(path)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return taken


def _finish_pages(
    folder: Path,
    pages: Iterable[str],
    links: Links,
    innstillinger: Innstillinger,
    begreper: Iterable[Begrep],
    data_blocks: Mapping[str, str],
) -> list[Funn]:
    """Rewrite the pages, side by side; return what is wrong with them. What is seen of links is added to `links`."""
    merker = Begrepsmerker(begreper)

    def finished(path: str) -> tuple[list[Funn], Sett]:
        own = links.for_pages()
        funn = _finish_page(
            folder / path, path, links.source_of(path), own, innstillinger, merker, data_blocks.get(path)
        )
        return funn, own.seen()

    funn = list[Funn]()
    for found, sett in side_by_side(finished, pages):
        funn += found
        links.add(sett)
    return funn


def _finish_page(
    file: Path,
    path: str,
    fil: str,
    links: Links,
    innstillinger: Innstillinger,
    merker: Begrepsmerker,
    data_block: str | None,
) -> list[Funn]:
    """Rewrite one page; return what is wrong with it, links apart."""
    before = file.read_bytes()
    try:
        text = before.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return [finding(fil, "SID-105", "", "Siden er ikke lagret som UTF-8.", "Lagre fila på nytt som UTF-8.")]
    text = edited(text, unbroken(text))
    text = edited(text, merker.edits(path, text))
    text = edited(text, named_paragraphs(text))
    page = read_page(path, text)
    edits = repairs(page)
    funn = [*structure_findings(page, fil), *policy_findings(page, fil, edits)]
    edits += (*links.edits(page), *meta_edits(page, innstillinger, links.files, data_block), *policy_edits(page))
    after = edited(text, edits).encode()
    if after != before:
        file.write_bytes(after)
    return funn


def _finish_css(file: Path, path: str, links: Links) -> None:
    text = file.read_text("utf-8", errors="surrogateescape")
    if edits := links.css_edits(path, text):
        file.write_bytes(edited(text, edits).encode("utf-8", errors="surrogateescape"))


def _lighten(site: Path, sheets: Iterable[str], classes: frozenset[str]) -> None:
    """Take out of the style sheets what no browser needs: comments, and what no page uses of the theme's own."""
    texts = {path: (site / path).read_text("utf-8", errors="surrogateescape") for path in sheets}
    for path, text in texts.items():
        less = without_comments(text)
        if SHEET.fullmatch(path):
            less = lean(less, classes, set[str]().union(*(variables(t) for other, t in texts.items() if other != path)))
        if less != text:
            (site / path).write_bytes(less.encode("utf-8", errors="surrogateescape"))


def _told_once(funn: Iterable[Funn]) -> Iterable[Funn]:
    """The findings, where those that say the same of many pages have become one."""
    alike: dict[tuple[str, str, str], list[Funn]] = defaultdict(list)
    for one in dict.fromkeys(funn):
        alike[one.kode, one.felt, one.melding].append(one)
    for group in alike.values():
        if len(group) <= _MOST_ALIKE:
            yield from group
        else:
            first = min(group)
            yield replace(first, melding=f"{first.melding} Det samme gjelder {len(group) - 1} sider til.")
