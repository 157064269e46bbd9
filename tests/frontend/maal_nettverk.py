"""How long Nettverksverkstedet takes, measured in a real browser; printed, not asserted, since machines differ.

Usage, after `python3 kb.py bygg`:  .venv/bin/python -m tests.frontend.maal_nettverk

For each size: from the file is chosen until picture, text and tables stand there; the longest time the page did not
answer; and how long moving the slider takes.
"""

from __future__ import annotations

import json
import random
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.harness import nettleser

ROOT = Path(__file__).resolve().parents[2]
OFTE = ["daglig", "ukentlig", "manedlig", "sjelden"]

_MEASURE = """async (text) => {
  const longest = {ms: 0};
  const watch = new PerformanceObserver((list) => list.getEntries()
    .forEach((entry) => { longest.ms = Math.max(longest.ms, entry.duration); }));
  watch.observe({entryTypes: ['longtask']});
  const done = async (old) => {
    for (;;) {
      await new Promise((next) => requestAnimationFrame(next));
      const stage = document.querySelector('#nv-scene');
      if (stage?.dataset.ferdig && stage.dataset.ferdig + stage.querySelector('title').textContent !== old) return stage;
    }
  };
  document.querySelector('.vk-steg button').click();
  const input = document.querySelector('#nv-apne');
  const data = new DataTransfer();
  data.items.add(new File([text], 'nett.json', {type: 'application/json'}));
  input.files = data.files;
  const start = performance.now();
  input.dispatchEvent(new Event('change'));
  const stage = await done('');
  const opened = performance.now() - start;
  const again = performance.now();
  const slider = document.querySelector('#nv-glider');
  const before = stage.dataset.ferdig + stage.querySelector('title').textContent;
  slider.value = slider.value === '3' ? '2' : '3';
  slider.dispatchEvent(new Event('input'));
  await done(before);
  const moved = performance.now() - again;
  await new Promise((next) => setTimeout(next, 50));
  return [opened, moved, longest.ms];
}"""


def network(people: int, contacts: int) -> str:
    """A saved file with groups of fifteen that have most of their contact inside."""
    draw = random.Random(1)
    functions = [{"id": f"f{i}", "navn": f"Funksjon {i}"} for i in range(11)]
    persons = [{"id": f"P{i}", "funksjoner": [f"f{i % 11}"]} for i in range(people)]
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < contacts:
        a = draw.randrange(people)
        b = a // 15 * 15 + draw.randrange(15) if draw.random() < 0.7 else draw.randrange(people)
        if a != b and b < people:
            pairs.add((a, b))
    said = [{"fra": f"P{a}", "til": f"P{b}", "ofte": draw.choice(OFTE)} for a, b in sorted(pairs)]
    codes = [person["id"] for person in persons]
    round_ = {"id": "r", "navn": "R", "spurt": codes, "svart": codes, "kontakter": said}
    head = {"format": "nettverksverksted", "versjon": 1, "tittel": "Måling", "funksjoner": functions}
    return json.dumps({**head, "personer": persons, "runder": [round_]})


def main() -> None:
    """Measure each size three times and print the best."""
    with sync_playwright() as playwright:
        browser = nettleser.start(playwright, nettleser.finn(playwright))
        for people, contacts in ((50, 300), (200, 1500), (1000, 10_000)):
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto((ROOT / "site" / "verktoy" / "nettverksverksted" / "index.html").as_uri())
            times = [page.evaluate(_MEASURE, network(people, contacts)) for _ in range(3)]
            opened, moved, longest = (min(column) for column in zip(*times, strict=True))
            print(
                f"{people} personer, {contacts} kontakter: åpnet {opened:.0f} ms, "
                f"glideren {moved:.0f} ms, lengste stans {longest:.0f} ms"
            )
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
