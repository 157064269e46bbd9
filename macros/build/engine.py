"""The one place that knows MkDocs: our menu and settings in, a folder of HTML out, its warnings as findings."""

from __future__ import annotations

import contextlib
import logging
import os
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from os.path import relpath
from pathlib import Path
from typing import Any

from macros.build.nav import Nav
from macros.build.ra_html import RaHtml
from macros.build.sideopplysninger import extra_of
from macros.finne.se_ogsa import Henvisning
from macros.model import Funn, Innstillinger, Kunnskapsbase
from macros.model.base import nearest

_LINK = re.compile(r"Doc file '(?P<fil>[^']+)' contains an? (?:\w+ )*link '(?P<lenke>[^']+)'")


def run_mkdocs(
    rot: Path,
    out: Path,
    nav: Nav,
    base: Kunnskapsbase,
    byggedato: str,
    bare: Container[str] | None = None,
    naere: Mapping[str, Iterable[Henvisning]] | None = None,
) -> list[Funn]:
    """Build the pages of `rot` into `out`. `byggedato`: «2026-11-22». Every warning of MkDocs is a finding; none is printed.

    bare: only these pages («metoder/dreiebok.md»), and nothing else of the site. naere: the related pages of each page.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's notice of its end of life; said in README instead
    from jinja2 import TemplateError
    from mkdocs.commands.build import build
    from mkdocs.exceptions import MkDocsException

    with _listening(rot / "docs") as funn:
        try:
            config = _config(rot, out, nav, base.innstillinger)
            config.markdown_extensions.append(RaHtml())
            config.extra.update(extra_of(base, byggedato, naere or {}))
            config.plugins.on_startup(command="build", dirty=False)
            with _only(bare):
                build(config, dirty=bare is not None)
            config.plugins.on_shutdown()
        except (MkDocsException, TemplateError, SystemExit) as error:
            funn.append(Funn(fil="mkdocs.yml", linje=0, kode="MKD-001", melding=f"MkDocs stanset: {error}"))
    return funn


def _config(rot: Path, out: Path, nav: Nav, innstillinger: Innstillinger) -> Any:
    """mkdocs.yml with what is settled elsewhere: the menu, and the settings of the place."""
    from mkdocs.config import load_config

    where = {"site_url": innstillinger.nettadresse} if innstillinger.nettadresse else {}
    if innstillinger.kodelager:
        where |= {"repo_url": innstillinger.kodelager, "edit_uri": f"edit/{innstillinger.gren}/docs/"}
    return load_config(
        str(rot / "mkdocs.yml"),
        site_name=innstillinger.navn,
        site_description=innstillinger.undertittel,
        site_dir=str(out),
        nav=nav,
        strict=False,  # every warning is a finding already; strict would only add that there were so many
        **where,
    )


@contextlib.contextmanager
def _listening(docs: Path) -> Iterator[list[Funn]]:
    """The findings that MkDocs' warnings become meanwhile; nothing of them is printed."""
    collector = _Collector(docs)
    log = logging.getLogger("mkdocs")
    log.setLevel(logging.WARNING)
    log.propagate = False
    log.addHandler(collector)
    try:
        yield collector.funn
    finally:
        log.removeHandler(collector)


@contextlib.contextmanager
def _only(bare: Container[str] | None) -> Iterator[None]:
    """Let MkDocs think that no other file has been changed."""
    from mkdocs.structure.files import File

    before = File.is_modified
    if bare is not None:
        File.is_modified = lambda file: file.src_uri in bare  # type: ignore[method-assign]
    try:
        yield
    finally:
        File.is_modified = before  # type: ignore[method-assign]


class _Collector(logging.Handler):
    """Keeps what MkDocs warns of. docs: the folder of the pages."""

    def __init__(self, docs: Path) -> None:
        super().__init__(logging.WARNING)
        self.docs = docs
        self.funn: list[Funn] = []

    def emit(self, record: logging.LogRecord) -> None:
        if not record.getMessage().startswith("A 'dirty' build"):  # that is what is meant, and a whole one follows
            self.funn.append(_finding(record.getMessage(), self.docs))


def _finding(message: str, docs: Path) -> Funn:
    link = _LINK.search(message)
    if not link:
        return Funn(fil="mkdocs.yml", linje=0, kode="MKD-002", melding=f"MkDocs sier fra: {message}")
    what = "overskriften finnes ikke" if "anchor" in message else "siden eller fila finnes ikke"
    near = None if "anchor" in message else _nearest_file(docs, link["fil"], link["lenke"])
    hint = f" Mente du «{near}»?" if near else ""
    return Funn(
        fil=f"docs/{link['fil']}",
        linje=_line_of(docs / link["fil"], link["lenke"]),
        kode="MKD-003",
        melding=f"Lenken «{link['lenke']}» er død: {what}.{hint}",
        tips="Rett lenken, eller skriv adressen fra rota: /eksempler/lorenskog/.",
    )


def _line_of(page: Path, link: str) -> int:
    lines = page.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    return next((number for number, line in enumerate(lines, 1) if link in line), 0)


def _nearest_file(docs: Path, page: str, link: str) -> str | None:
    """The file of docs/ that the link looks most like, written as the page would link to it."""
    files = (p for p in docs.rglob("*") if p.is_file() and p.relative_to(docs).parts[0] != "overrides")
    return nearest(link.partition("#")[0], {Path(relpath(p, (docs / page).parent)).as_posix(): p for p in files})
