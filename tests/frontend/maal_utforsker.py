"""How long the explorers take, measured in a real browser; printed, not asserted, since machines differ.

Usage, after `python3 kb.py bygg`:  .venv/bin/python -m tests.frontend.maal_utforsker

The engine alone, over rows made up for the purpose: a choice of filters, and a word among texts of fifty words. Then the
pages themselves: from a click on a filter until the table and all counts are drawn, and how much the first view weighs.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.harness import nettleser

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "site"
PAGES = ("strategier/tiltak", "strategier/resultater", "erfaringer", "eksempler", "kilder", "kommuner", "begreper/ordliste")

_ENGINE = """async ([rows, facets, script]) => {
  await new Promise((done, fail) => {
    const one = document.createElement('script');
    one.src = script;
    one.onload = done;
    one.onerror = fail;
    document.head.append(one);
  });
  const { filtrer, lesVerdier, ordnet, Tekstfilter } = window.kbUtforsker;
  let seed = 1;
  const draw = (n) => (seed = (seed * 48271) % 2147483647) % n;
  const fasetter = Array.from({length: facets}, (_, f) => ({navn: `f${f}`, tittel: '', kolonne: true,
    verdier: Array.from({length: 20}, (_, v) => [`v${v}`, `Verdi ${v}`])}));
  const data = {antall: rows, fasetter, verdier: lesVerdier(Array.from({length: rows}, () =>
    Array.from({length: facets}, () => [draw(20), draw(20)].join(',')).join(';')), facets)};
  const words = 'bolig leie startlån kommune oppfølging tildeling husleie midlertidig bosted vedtak plan møte'.split(' ');
  const ends = ['', 'en', 'er', 'plan', 'sak', 'kontor', 'arbeid'];
  const texts = Array.from({length: rows}, () => Array.from({length: 50}, () => words[draw(12)] + ends[draw(7)]).join(' '));
  const timed = (run) => { const t = performance.now(); const out = run(); return [performance.now() - t, out]; };
  const best = (run) => Math.min(...Array.from({length: 7}, () => timed(run)[0]));
  const [made, text] = timed(() => new Tekstfilter(texts));
  const none = new Map(), some = new Map([['f0', ['v1', 'v2']], ['f3', ['v4', 'v5', 'v6']]]);
  return {
    'uten valg': best(() => filtrer(data, none, null)),
    'to filtre': best(() => filtrer(data, some, null)),
    'to filtre og to ord': best(() => filtrer(data, some, text.finn('boligplan vedtak', true))),
    'ordne etter en kolonne første gang': timed(() => ordnet(texts))[0],
    'gjøre tekstene klare, én gang': made,
  };
}"""

_CLICK = """async () => {
  document.querySelector('.kb-utforsker__filtre').open = true;
  await new Promise((next) => setTimeout(next));
  const status = document.querySelector('.kb-utforsker__status');
  const times = [];
  for (const box of [...document.querySelectorAll('.kb-utforsker__filtre input')].slice(0, 6)) {
    const before = performance.now();
    box.click();
    while (!status.textContent.includes(' av ')) await new Promise((next) => requestAnimationFrame(next));
    document.body.getBoundingClientRect();
    times.push(performance.now() - before);
    box.click();
    while (status.textContent.includes(' av ')) await new Promise((next) => requestAnimationFrame(next));
  }
  return times;
}"""


def engine(page: Page) -> None:
    """The pure parts at three sizes."""
    script = (ROOT / "docs" / "assets" / "bygd" / "utforsker.js").as_uri()
    for rows in (300, 2_000, 10_000):
        found = page.evaluate(_ENGINE, [rows, 8, script])
        print(f"{rows} rader: " + ", ".join(f"{what} {ms:.1f} ms" for what, ms in found.items()))


def main() -> None:
    """Print the figures."""
    with sync_playwright() as playwright:
        browser = nettleser.start(playwright, nettleser.finn(playwright))
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto((SITE / "index.html").as_uri())
        engine(page)
        for sti in PAGES:
            file = SITE / sti / "index.html"
            page.goto(file.as_uri())
            times = sorted(page.evaluate(_CLICK))
            height = page.evaluate("document.documentElement.scrollHeight")
            packed = len(gzip.compress(file.read_bytes()))
            said = json.dumps([round(ms) for ms in times])
            print(f"/{sti}/: {file.stat().st_size // 1000} kB ({packed // 1000} kB pakket), {height} px høy, valg {said} ms")
        browser.close()


if __name__ == "__main__":
    main()
