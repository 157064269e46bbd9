"""A Chromium-family browser for the tests: the one that is there, else one that is installed.

`python -m tests.harness.nettleser` prints the path of one that works on the last line, installing one first if need be.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Error, Playwright, sync_playwright

# Quiet: no calls home, no look-ups of other hosts by the browser or by a page.
FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]

ON_PATH = (
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "chromium",
    "chromium-browser",
    "microsoft-edge-stable",
    "microsoft-edge",
    "msedge",
)
ON_MAC = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
ON_WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)

HELP = """Testene trenger en nettleser av Chromium-slekta, og fant ingen som virker.
Gjør én av disse:
  - installer Chrome, Edge eller Chromium på vanlig måte (Debian: sudo apt install chromium)
  - har du en som ikke ble funnet, sett miljøvariabelen KB_NETTLESER til stien til programmet"""


class IngenNettleser(Exception):
    """There is no browser that works and none could be installed; the text says in bokmål what to do."""


def start(playwright: Playwright, sti: str) -> Browser:
    """Start the browser at this path, headless; raises playwright's Error when it will not start."""
    return playwright.chromium.launch(executable_path=sti, args=FLAGS)


def kandidater(playwright: Playwright) -> Iterator[str]:
    """Yield the paths of the browsers on this machine, best first: well-known ones, Playwright's own, Ubuntu's snap."""
    on_path = [found for name in ON_PATH if (found := shutil.which(name))]
    yield from (sti for sti in on_path if not sti.startswith("/snap/"))
    for folder, names in (
        ("/Applications", ON_MAC),
        (str(Path.home() / "Applications"), ON_MAC),
        (os.environ.get("PROGRAMFILES"), ON_WINDOWS),
        (os.environ.get("PROGRAMFILES(X86)"), ON_WINDOWS),
        (os.environ.get("LOCALAPPDATA"), ON_WINDOWS),
    ):
        if folder:
            yield from (str(sti) for name in names if (sti := Path(folder, name)).is_file())
    if Path(playwright.chromium.executable_path).is_file():
        yield playwright.chromium.executable_path
    yield from (sti for sti in on_path if sti.startswith("/snap/"))  # can't see every folder


def finn(playwright: Playwright) -> str | None:
    """Return the path of a browser on this machine that starts, or None.

    Raises IngenNettleser when KB_NETTLESER names one that does not start: what is asked for is not swapped for another.
    """
    if wanted := os.environ.get("KB_NETTLESER"):
        if fault := _fault_of(playwright, wanted):
            raise IngenNettleser(f"KB_NETTLESER er satt til {wanted}, men den starter ikke:\n{fault}")
        return wanted
    return next((sti for sti in kandidater(playwright) if not _fault_of(playwright, sti)), None)


def _fault_of(playwright: Playwright, sti: str) -> str:
    try:
        start(playwright, sti).close()
    except Error as fault:
        return fault.message.splitlines()[0]
    return ""


def installer(playwright: Playwright) -> str:
    """Install a browser, as Debian's package where we may, else Playwright's own; return its path.

    Raises IngenNettleser when neither works.
    """
    may_apt = hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")
    if may_apt and _apt_installs("chromium") and (sti := finn(playwright)):
        return sti
    if _runs([sys.executable, "-m", "playwright", "install", "chromium"]) and (sti := finn(playwright)):
        return sti
    raise IngenNettleser(HELP)


def _apt_installs(package: str) -> bool:
    install = ["apt-get", "install", "--yes", "--no-install-recommends", package]
    return _runs(["apt-get", "update"]) and _runs(install)


def _runs(command: list[str]) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, check=False).returncode == 0


def main() -> int:
    """Print the path of a browser that works; install one where there is none. Returns the exit code."""
    try:
        with sync_playwright() as playwright:
            sti = finn(playwright) or installer(playwright)
    except IngenNettleser as fault:
        print(fault, flush=True)
        return 1
    print(sti, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
