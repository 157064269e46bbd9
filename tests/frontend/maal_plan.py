"""How long typing in Planverkstedet takes with 500 measures, in a real browser; printed, not asserted, since machines differ.

Usage, after `python3 kb.py bygg`:  .venv/bin/python -m tests.frontend.maal_plan

For each key: from the key is pressed until the page has been drawn again. With the draft asked for, so that each change is
written too. All 500 stand under one strategy, which is the worst.
"""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.harness import nettleser

ROOT = Path(__file__).resolve().parents[2]

_TYPE = """async (field) => {
  const area = document.querySelector(field);
  const times = [];
  for (let i = 0; i < 60; i += 1) {
    await new Promise((next) => requestAnimationFrame(next));
    const start = performance.now();
    area.value += 'a';
    area.dispatchEvent(new Event('input', {bubbles: true}));
    const worked = performance.now() - start;
    await new Promise((next) => { const c = new MessageChannel(); c.port1.onmessage = next;
      requestAnimationFrame(() => c.port2.postMessage(0)); });
    times.push([worked, performance.now() - start]);
  }
  const at = (column, share) => times.map((one) => one[column]).sort((a, b) => a - b)[Math.floor(share * 59)];
  return [at(0, 0.5), at(0, 1), at(1, 0.5), at(1, 1)];
}"""


def plan(measures: int) -> dict:
    """A plan with one strategy and many measures, each with a text of some length."""
    text = "Finne en bolig som passer, og følge opp den første tiden. " * 3
    posts = [
        {"id": f"t{10 + i}", "tekst": f"{text}{i}", "strategi": "s1", "ansvarlig": "Boligsjefen"}
        for i in range(measures)
    ]
    head = {"format": "boligsosial-plan", "versjon": 1, "id": "maal", "neste": 9000}
    return {**head, "strategier": [{"id": "s1", "tekst": "Skaffe boliger"}], "tiltak": posts}


def main() -> None:
    """Type sixty letters in the last measure and print how long the slowest took."""
    with sync_playwright() as playwright:
        browser = nettleser.start(playwright, nettleser.finn(playwright))
        for measures in (80, 500):
            page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
            page.goto((ROOT / "site" / "verktoy" / "planverksted" / "index.html").as_uri())
            content = json.dumps(plan(measures)).encode()
            page.set_input_files("#pl-apne", {"name": "p.json", "mimeType": "application/json", "buffer": content})
            page.wait_for_function("() => document.querySelector('main [role=status].kb-bare-skjerm').textContent.includes('er åpnet')")
            page.check("#vk-behold-plan")
            page.click("#pl-steg-tiltak")
            page.click("#pl-strategier-linje-s1")
            last = f"t{9 + measures}"
            page.evaluate(
                "[...document.querySelectorAll('.pl-liste button')].find((b) => b.textContent.startsWith('Vis '))?.click()"
            )
            page.click(f"#pl-tiltak-s1-linje-{last}")
            worked, worked_most, drawn, drawn_most = page.evaluate(_TYPE, f"#pl-tiltak-{last}-tekst")
            print(
                f"{measures} tiltak: skriptet {worked:.1f} ms (lengst {worked_most:.1f}), "
                f"til siden er tegnet {drawn:.1f} ms (lengst {drawn_most:.1f})"
            )
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
