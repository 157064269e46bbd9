"""Lighthouse on kinds of pages, with its own mobile profile, here and in default Material: `python3 kb.py ytelse`.

Lighthouse is large (185 MB) and used for nothing else, so it is not among the packages of the site: it has a lock of its own
in lighthouse/, and is fetched into .bygg/ the first time. Where that or Node is not to be had, nothing is measured.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.harness import nettleser
from tests.ytelse.lagre import ROT
from tests.ytelse.vekt import packed

LOCK = Path(__file__).parent / "lighthouse"
HOME = ROT / ".bygg" / "lighthouse"
PAGES = {
    "Forsiden": "",
    "En veileder": "metoder/dreiebok/",
    "Et eksempel": "eksempler/lorenskog/",
    "En tabell": "strategier/tiltak/",
}
CATEGORIES = {
    "performance": "ytelse",
    "accessibility": "tilgjengelighet",
    "best-practices": "god praksis",
    "seo": "søkemotorer",
}
GOAL = "LCP under 2 s; tilgjengelighet, god praksis og søkemotorer 100"
_MOST_SECONDS = 300


def scores(site: Path, addresses: Sequence[str] = tuple(PAGES.values())) -> dict[str, dict[str, float | None]]:
    """By address of the page: points of 100 by category, `lcp` in seconds, `cls`, and `kb` that were sent.

    A figure that Lighthouse could not find is None. {} where Lighthouse is not to be had.
    """
    program = _installed()
    if program is None:
        return {}
    with packed(site) as (root, _):
        return {address: _figures(_report(program, root + address)) for address in addresses}


def _installed() -> Path | None:
    """The program, fetched when it is not there or the lock is another; None when it cannot be."""
    program, lock = HOME / "node_modules" / "lighthouse" / "cli" / "index.js", "package-lock.json"
    npm = json.loads(os.environ.get("KB_NPM", "[]"))
    if program.is_file() and (HOME / lock).read_bytes() == (LOCK / lock).read_bytes():
        return program
    if not npm:
        return None
    shutil.rmtree(HOME, ignore_errors=True)
    shutil.copytree(LOCK, HOME)
    command = [*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=HOME, capture_output=True, check=False)
    return program if done.returncode == 0 and program.is_file() else None


def _report(program: Path, address: str) -> dict[str, Any]:
    """What Lighthouse tells of one page; {} when it did not get to the end."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = nettleser.finn(playwright)
    flags = ["--headless=new", *(flag for flag in nettleser.FLAGS if " " not in flag)]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        flags.append("--no-sandbox")
    command = [os.environ.get("KB_NODE", "node"), str(program), address, "--quiet", "--output=json"]
    command += ["--no-enable-error-reporting", f"--chrome-flags={' '.join(flags)}"]
    command += [f"--only-categories={','.join(CATEGORIES)}"]
    environment = {**os.environ, "CHROME_PATH": str(browser)}
    try:
        done = subprocess.run(
            command,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=_MOST_SECONDS,
            check=False,
        )
        return json.loads(done.stdout)
    except (subprocess.TimeoutExpired, json.JSONDecodeError):
        return {}


def _figures(report: dict[str, Any]) -> dict[str, float | None]:
    def point(name: str) -> float | None:
        score = report.get("categories", {}).get(name, {}).get("score")
        return None if score is None else round(100 * score)

    def value(name: str, share: float) -> float | None:
        found = report.get("audits", {}).get(name, {}).get("numericValue")
        return None if found is None else found / share

    return {
        **{name: point(name) for name in CATEGORIES},
        "lcp": value("largest-contentful-paint", 1000),
        "cls": value("cumulative-layout-shift", 1),
        "kb": value("total-byte-weight", 1000),
    }


def reached(found: dict[str, float | None]) -> bool:
    """Whether the page is as good as GOAL says; a figure that is missing is not."""
    whole = all(found[name] == 100 for name in CATEGORIES if name != "performance")
    return whole and found["lcp"] is not None and found["lcp"] < 2


def in_words(found: dict[str, float | None]) -> str:
    """«ytelse 97, tilgjengelighet 100, god praksis 100, søkemotorer 100, LCP 1,9 s, CLS 0,000, 104 kB»."""

    def told(value: float | None, form: str) -> str:
        return "ikke målt" if value is None else form.format(value)

    parts = [f"{text} {told(found[name], '{:.0f}')}" for name, text in CATEGORIES.items()]
    parts += [
        f"LCP {told(found['lcp'], '{:.1f} s')}",
        f"CLS {told(found['cls'], '{:.3f}')}",
        told(found["kb"], "{:.0f} kB"),
    ]
    return ", ".join(part.replace(".", ",") for part in parts)
