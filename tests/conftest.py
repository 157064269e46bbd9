"""Fixtures for every test: the built site, served and unpacked, and watched pages in a real browser.

`nettsted` → `side` is what most browser tests want:

    @pytest.mark.nettleser
    def test_something(side):
        page = side.ga("/eksempler/lorenskog/")
        ...

`apne_side` takes window size, light or dark and the rest of tests.harness.side.apen_side; `side_fra_disk` is the same
site unpacked from a zip, with the network off. `sted` runs the test in both.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.harness import disk
from tests.harness import nettleser as nettlesere
from tests.harness.server import tjener
from tests.harness.side import Side, apen_side

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def bygd_nettsted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site, built once for all tests by the command a contributor uses."""
    ut = tmp_path_factory.mktemp("nettsted") / "site"
    command = [sys.executable, "-m", "macros.cli", "bygg", "--ut", str(ut)]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    if made.returncode:
        pytest.fail(f"Nettstedet lot seg ikke bygge:\n{made.stdout}\n{made.stderr}", pytrace=False)
    return ut


@pytest.fixture(scope="session")
def nettsted(bygd_nettsted: Path) -> Iterator[str]:
    """The address of the real site, served on this machine."""
    with tjener(bygd_nettsted) as adresse:
        yield adresse


@pytest.fixture(scope="session")
def nettsted_under_sti(bygd_nettsted: Path) -> Iterator[str]:
    """The address of the real site, served below a path, as GitHub Pages does for a repository."""
    with tjener(bygd_nettsted, under="/base/") as adresse:
        yield adresse


@pytest.fixture(scope="session")
def nettsted_pa_disk(bygd_nettsted: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The file:// address of the real site, unpacked from a zip into a folder with spaces and æøå in its name."""
    under = tmp_path_factory.mktemp("disk")
    return disk.rotadresse(disk.pakk_ut(disk.pakk(bygd_nettsted, under / "nettsted.zip"), under))


@pytest.fixture(scope="session")
def nettleser() -> Iterator[Browser]:
    """A headless Chromium-family browser; a machine without one fails, and is told what to install."""
    with sync_playwright() as playwright:
        sti = nettlesere.finn(playwright)
        if sti is None:
            pytest.fail(nettlesere.HELP, pytrace=False)
        browser = nettlesere.start(playwright, sti)
        yield browser
        browser.close()


@pytest.fixture
def side(nettleser: Browser, nettsted: str) -> Iterator[Side]:
    """A watched page of the served site: wide, light."""
    with apen_side(nettleser, nettsted) as one:
        yield one


@pytest.fixture
def apne_side(nettleser: Browser, nettsted: str) -> Iterator[Callable[..., Side]]:
    """A function that opens a watched page of the served site and takes the keywords of apen_side."""
    with contextlib.ExitStack() as stack:
        yield lambda rot=nettsted, **valg: stack.enter_context(apen_side(nettleser, rot, **valg))


@pytest.fixture
def side_fra_disk(nettleser: Browser, nettsted_pa_disk: str) -> Iterator[Side]:
    """A watched page of the unpacked site, opened from disk with the network off."""
    with apen_side(nettleser, nettsted_pa_disk, uten_nett=True) as one:
        yield one


@pytest.fixture(params=["side", "side_fra_disk"])
def sted(request: pytest.FixtureRequest) -> Side:
    """A watched page of the site, once served and once unpacked on disk: for what must work in both places."""
    return request.getfixturevalue(request.param)
