"""How fast the search is: in the real box in Chromium, over an index of as many pages as asked for.

    python3 kb.py sokeprove --fart

The pages are made up: the words of the real index drawn as often as they stand there, with one word in twenty that
only one page has, in sections of 130 words; and ten claims a page. A drawn text has more different words on each page
than a written one, so the figures are on the safe side.
"""

from __future__ import annotations

import gzip
import random
import re
import statistics
from dataclasses import dataclass
from pathlib import Path

import yaml
from playwright.sync_api import Page, Route, sync_playwright

from macros.serve.static import tjener
from macros.sok import INDEKS
from macros.sok.index import read_script, write_script
from tests.harness import nettleser

SECTIONS, WORDS, CLAIMS, CLAIM_WORDS = 5, 130, 10, 22
QUERIES = Path(__file__).with_name("blinde.yml")
# What happens when a key is pressed is done when the handler is: search and drawing of the list both.
_TIMED = """([box, queries]) => queries.map((q) => {
  box.value = q;
  const start = performance.now();
  box.dispatchEvent(new Event('input', {bubbles: true}));
  return performance.now() - start;
})"""
_READY = """async () => {
  const start = performance.now();
  const box = document.querySelector('[data-kb-sok] input');
  box.value = 'bolig';
  box.focus();
  while (!document.querySelector('.kb-sok__panel:not([hidden]) [role=option]')) await new Promise(requestAnimationFrame);
  return performance.now() - start;
}"""


@dataclass(frozen=True)
class Fart:
    """Milliseconds at a number of pages (None: the real index), and the size of the index in kB, as it is sent."""

    sider: int | None
    klar: float
    median: float
    p95: float
    verst: float
    kb: float


def measure(site: Path, sider: int | None) -> Fart:
    """Time every beginning of every query of the list, as it is typed. sider: None for the real index."""
    real = (site / INDEKS).read_text(encoding="utf-8")
    script = real if sider is None else made_up(real, sider)
    with tjener(site) as rot, sync_playwright() as playwright:
        browser = nettleser.start(playwright, str(nettleser.finn(playwright)))
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.route("**/sokeindeks.js", lambda route: _answer(route, script))
        page.goto(rot)
        klar = page.evaluate(_READY)
        times = _type_all(page)
        browser.close()
    kb = len(gzip.compress(script.encode(), 9)) / 1000
    return Fart(sider, klar, statistics.median(times), statistics.quantiles(times, n=20)[-1], max(times), kb)


def _answer(route: Route, script: str) -> None:
    route.fulfill(body=script, content_type="text/javascript; charset=utf-8")


def _type_all(page: Page) -> list[float]:
    queries = [entry["q"] for entry in yaml.safe_load(QUERIES.read_text(encoding="utf-8"))]
    typed = [q[:length] for q in queries for length in range(3, len(q) + 1, 3)] + queries
    box = page.locator("[data-kb-sok] input").first.element_handle()
    page.evaluate(_TIMED, [box, typed[:20]])  # the first ones also compile the script
    return page.evaluate(_TIMED, [box, typed])


def made_up(real: str, sider: int) -> str:
    """An index of so many made-up pages, drawn from the words of the real one. The same number gives the same text."""
    data = read_script(real)
    dice = random.Random(sider)
    words = re.findall(r"\w+", data["tekst"])

    def text(length: int, page: int) -> str:
        drawn = dice.choices(words, k=length)
        return " ".join(f"{word}{_name(page)}" if dice.random() < 0.05 else word for word in drawn)

    kinds = "s" * SECTIONS + "p" * CLAIMS
    many = range(sider)
    out = {
        **data,
        "sider": ["\n".join(f"/side-{n}/" for n in many), "\n".join(text(5, n) for n in many)],
        "slag": kinds * sider,
        "side": [x for n in many for x in (n, len(kinds))],
        "anker": "\n".join(f"a-{n}" for _ in many for n in range(len(kinds))),
        "tittel": "\n".join(text(4, n) if kind == "s" else "" for n in many for kind in kinds),
        "tekst": "\n".join(text(WORDS if kind == "s" else CLAIM_WORDS, n) for n in many for kind in kinds),
        "navn": "\n".join("" for _ in many for _ in kinds),
        **{key: ["", sider * len(kinds)] for key in ("over", "emneord", "omtale", "tema", "malgruppe", "kilde")},
    }
    return write_script(out)


def _name(page: int) -> str:
    """An ending that only this page has."""
    return "".join("bdfgklmnprstv"[int(digit)] + "aeiou"[int(digit) % 5] for digit in str(page))


def report(results: list[Fart]) -> str:
    """The figures as a table."""
    lines = ["sider      klar   median      p95    verst   indeks (gzip)"]
    for r in results:
        name = "ekte" if r.sider is None else str(r.sider)
        lines.append(
            f"{name:<6} {r.klar:5.0f} ms {r.median:5.1f} ms {r.p95:5.1f} ms {r.verst:5.1f} ms   {r.kb:6.0f} kB"
        )
    return "\n".join(lines)
