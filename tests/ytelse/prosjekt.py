"""A project with as many examples as asked for: the real ones, told again under new ids until there are enough.

The copies have the texts, the fields and the pages of the real ones, so tables, search and pages grow as they would.
Municipalities, sources, terms and guides are the real ones, and do not grow.
"""

from __future__ import annotations

import re
import shutil
from itertools import count, islice
from pathlib import Path

from macros.build import Sjekket
from macros.build.koder import every_code
from macros.build.nav import make_nav
from macros.build.skrevet import macros_of

LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc")


def make_project(rot: Path, target: Path, antall: int) -> Path:
    """A copy of the project at `rot` in the new folder `target`, with `antall` examples. Returns `target`."""
    for name in ("data", "docs", "macros"):
        shutil.copytree(rot / name, target / name, ignore=LEFT_OUT)
    shutil.copy(rot / "mkdocs.yml", target)
    real = sorted(p.stem for p in (rot / "data" / "eksempler").glob("*.yml"))
    for id in real[antall:]:
        (target / "data" / "eksempler" / f"{id}.yml").unlink()
        (target / "docs" / "eksempler" / f"{id}.md").unlink()
    more = ((id, f"{id}-nr{turn}", turn) for turn in count(2) for id in real)
    for id, new, turn in islice(more, max(antall - len(real), 0)):
        _copy(target, id, new, turn)
    return target


def _copy(target: Path, id: str, new: str, turn: int) -> None:
    record = (target / "data" / "eksempler" / f"{id}.yml").read_text(encoding="utf-8")
    record = re.sub(rf"(?m)^id: [\"']?{id}[\"']?$", f"id: {new}", record, count=1)
    (target / "data" / "eksempler" / f"{new}.yml").write_text(record, encoding="utf-8", newline="\n")
    page = (target / "docs" / "eksempler" / f"{id}.md").read_text(encoding="utf-8")
    page = re.sub(rf"(?m)^om_eksempel: {id}$", f"om_eksempel: {new}", page)
    page = page.replace(f'("{id}"', f'("{new}"').replace(f"/eksempler/{id}/", f"/eksempler/{new}/")
    page = re.sub(r"(?m)^(# .*)$", rf"\1 ({turn})", page, count=1)
    (target / "docs" / "eksempler" / f"{new}.md").write_text(page, encoding="utf-8", newline="\n")


def write_plain(sjekket: Sjekket, rot: Path, target: Path) -> Path:
    """The same pages with the macros written out, for MkDocs with Material alone. Returns the folder with mkdocs.yml."""
    import yaml
    from jinja2 import Environment

    assert sjekket.base
    makroer = macros_of(sjekket.base, every_code())
    for side in sjekket.sider:
        path = target / "docs" / side.kilde
        path.parent.mkdir(parents=True, exist_ok=True)
        text = Environment().from_string(side.tekst).render(**makroer)
        path.write_text(f"---\ntitle: {side.tittel!r}\n---\n{text}", encoding="utf-8", newline="\n")
    shutil.copytree(rot / "docs" / "assets", target / "docs" / "assets", ignore=LEFT_OUT)
    config = {
        "site_name": "Sammenlikning",
        "theme": {"name": "material", "language": "nb", "font": False},
        "markdown_extensions": [
            "admonition",
            "attr_list",
            "def_list",
            "footnotes",
            "tables",
            "pymdownx.details",
            "toc",
        ],
        "nav": make_nav(sjekket.sider),
        "not_in_nav": "/eksempler/*",
        "validation": {"omitted_files": "ignore", "absolute_links": "ignore", "not_found": "ignore"},
    }
    (target / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    return target
