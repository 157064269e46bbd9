"""Tiny sites for the tests of the finish pass: one page with one thing wrong, and the pages around it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from macros.finish import Finished, finish
from macros.model.innstillinger import Innstillinger, Lisens

LISENS = Lisens(navn="MIT", url="https://opensource.org/license/mit")
UTEN_ADRESSE = Innstillinger(navn="Prøve", undertittel="En prøve", lisens_innhold=LISENS, lisens_kode=LISENS)
MED_ADRESSE = Innstillinger(
    navn="Prøve",
    undertittel="En prøve",
    nettadresse="https://eksempel.no/base/",
    lisens_innhold=LISENS,
    lisens_kode=LISENS,
)


def page(body: str = "", *, head: str = "", lang: str = "nb", title: str = "<title>Tittel</title>", h1: int = 1) -> str:
    """A page that is right in all ways, with this in it."""
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n{title}{head}\n</head>\n'
        f"<body>\n{'<h1>Overskrift</h1>' * h1}\n{body}\n</body>\n</html>\n"
    )


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write the files below the folder."""
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def finished(
    root: Path,
    files: Mapping[str, str | bytes],
    innstillinger: Innstillinger = UTEN_ADRESSE,
    anchors_required: Iterable[str] = (),
) -> Finished:
    """Write the files as a site and finish it."""
    return finish(write(root, files), innstillinger, anchors_required=anchors_required)


def told(result: Finished) -> list[str]:
    """The findings, each as one line."""
    return [f"{f.fil}:{f.linje}: [{f.kode}] {f.felt}: {f.melding} Tips: {f.tips}" for f in result.funn]
