"""What the sweeps over the built site share: its pages, the anchors its records promise, and a site with an address."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.build import required_anchors
from macros.loading import load_base
from tests.conftest import ROOT
from tests.harness.server import tjener

WITH_TABLES = ["/strategier/tiltak/", "/erfaringer/", "/lov/lovkrav/", "/kommuner/", "/om/biblioteker/"]
ADDRESS = "https://eksempel.kommune.no/base/"


@pytest.fixture(scope="session")
def sider(bygd_nettsted: Path) -> list[str]:
    """The site address of every built page («/eksempler/lorenskog/»), also those no menu leads to."""
    found = [path.relative_to(bygd_nettsted).parent.as_posix() for path in bygd_nettsted.rglob("index.html")]
    assert len(found) > 10
    return sorted("/" if folder == "." else f"/{folder}/" for folder in found)


@pytest.fixture(scope="session")
def ankre() -> list[str]:
    """The address of every record and claim, as other pages and other sites may point at it."""
    found = list(required_anchors(load_base(ROOT)))
    assert len(found) > 100
    return found


@pytest.fixture(scope="session")
def nettsted_med_adresse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real site, built as one that knows its address (ADDRESS), and served below the same path."""
    ut = tmp_path_factory.mktemp("med-adresse") / "site"
    command = [sys.executable, "-m", "macros.cli", "bygg", "--ut", str(ut)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "KB_NETTADRESSE": ADDRESS}, capture_output=True, check=True)
    with tjener(ut, under="/base/") as adresse:
        yield adresse
