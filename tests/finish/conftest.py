"""A real site made by MkDocs with Material, as the engine leaves it, for the tests of the finish pass."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.finish.lite import write

ROOT = Path(__file__).resolve().parents[2]

CONFIG = """\
site_name: Prøve
site_description: En prøve
theme:
  name: material
  language: nb
  font: false
  palette: {scheme: default, primary: indigo}
  features: [toc.follow, navigation.tabs, navigation.sections, content.tooltips]
plugins: []
extra_css: [assets/eget.css]
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - def_list
  - footnotes
  - tables
  - pymdownx.details
  - pymdownx.superfences
  - toc: {permalink: true}
validation: {links: {absolute_links: ignore}}
"""

FRONT = """\
# Forside

Se [stedet](/eksempler/lorenskog/#komp-5), [fila](/eksempler/lorenskog.md), [naboen](eksempler/lorenskog.md "Tittel")
og ![et bilde](/assets/bilde.svg). HTML er bra.[^1]

*[HTML]: Et språk for sider

!!! note "Merk"
    Hei.

??? tip "Åpne"
    Innhold.

| Tekst | Tall |
|-------|-----:|
| a     |    1 |

Ord
:   Forklaring

```python
print(1)
```

[^1]: En note.
"""

EXAMPLE = """\
---
description: Om «Lørenskog»
---
# Lørenskog

## Komp 5 {#komp-5}

Til [forsiden](/) og [seg selv](/eksempler/lorenskog/#komp-5).
"""

SOURCES = {
    "docs/index.md": FRONT,
    "docs/eksempler/lorenskog.md": EXAMPLE,
    "docs/eksempler/index.md": "# Eksempler\n\n[Lørenskog](/eksempler/lorenskog/)\n",
    "docs/assets/bilde.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect id="r"/></svg>\n',
    "docs/assets/eget.css": ".md-typeset table:not([class]) :is(th, td).tekst-hoyre.tekst-hoyre { text-align: right }\n"
    ".x { background: url('/assets/bilde.svg'); }\n",
}

Build = Callable[..., Path]


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A function that builds the small site with MkDocs in a folder of its own and returns the folder it built."""

    def built(
        more_config: str = "",
        sources: dict[str, str] | None = None,
        overrides: Path | None = None,
        klokka: str = "1700000000",
    ) -> Path:
        root = write(tmp_path_factory.mktemp("prosjekt"), {**SOURCES, **(sources or {})})
        config = CONFIG
        if overrides:
            shutil.copytree(overrides, root / "overrides")
            config = config.replace("  name: material\n", "  name: material\n  custom_dir: overrides\n")
        write(root, {"mkdocs.yml": config + more_config})
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": klokka}
        command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
        made = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
        assert made.returncode == 0, made.stderr
        return root / "site"

    return built


@pytest.fixture(scope="session")
def as_built(build: Build) -> Path:
    """The site as MkDocs leaves it, with the address https://eksempel.no/base/. Copy it; do not change it."""
    return build("site_url: https://eksempel.no/base/\n")


@pytest.fixture(scope="session")
def as_built_without_address(build: Build) -> Path:
    """The site as MkDocs leaves it when it has no address. Copy it; do not change it."""
    return build()


@pytest.fixture
def built(as_built: Path, tmp_path: Path) -> Path:
    """A copy of the built site, to be changed."""
    return Path(shutil.copytree(as_built, tmp_path / "site"))
