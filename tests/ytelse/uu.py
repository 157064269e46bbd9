"""What machines can tell of accessibility, over every page of the built site: `python3 kb.py ytelse --tilgjengelighet`.

axe-core on each page, light and wide as it opens, and the Nu checker. The tests hold more widths, colours and states.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from playwright.sync_api import sync_playwright

from macros.build import build_site
from macros.model.maaling import Tall
from macros.serve.static import tjener
from tests.harness import axe, nettleser
from tests.ytelse.lagre import ROT, save

_RUN = """async (rules) => {
  const r = await axe.run(document, {runOnly: {type: 'tag', values: rules}, preload: false});
  return [r.violations.map((v) => v.id), r.incomplete.map((v) => v.id), r.passes.length];
}"""
_PER_TAB = 20  # a tab that has run axe on many pages has grown slow


def main() -> int:
    """Build, look at every page, save and print. Returns 1 where a page has a violation."""
    site = ROT / "site"
    bygg = build_site(ROT, site)
    if bygg.funn:
        print("Nettstedet lot seg ikke bygge. Kjør «python3 kb.py bygg».", file=sys.stderr)
        return 2
    wrong, unsure, pages = look(site)
    tall = [
        Tall(hva="Sider sett på", verdi=str(pages)),
        Tall(hva="Sider med brudd (axe-core)", verdi=str(len(wrong)), maal="0", nadd=not wrong),
        Tall(hva="Sider med noe axe ikke kan avgjøre", verdi=str(len(unsure)), maal="vurderes av mennesker"),
        *(
            Tall(hva=f"– «{rule}»", verdi=f"{n} sider", maal="vurderes av mennesker")
            for rule, n in Counter(rule for rules in unsure.values() for rule in rules).most_common(8)
        ),
    ]
    save(
        "tilgjengelighet", "Tilgjengelighet, målt av maskin", "python3 kb.py ytelse --tilgjengelighet", tall, _version()
    )
    for one in tall:
        print(f"{one.hva}: {one.verdi}")
    for address, rules in wrong.items():
        print(f"  {address}: {', '.join(rules)}")
    return 1 if wrong else 0


def look(site: Path) -> tuple[dict[str, list[str]], dict[str, list[str]], int]:
    """The rules that are broken, and those axe can't judge, by page; and how many pages there are."""
    addresses = sorted(p.relative_to(site).as_posix() for p in site.rglob("*.html"))
    wrong, unsure = {}, {}
    with tjener(site) as root, sync_playwright() as playwright:
        browser = nettleser.start(playwright, str(nettleser.finn(playwright)))
        for start in range(0, len(addresses), _PER_TAB):
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            for address in addresses[start : start + _PER_TAB]:
                page.goto(root + address.removesuffix("index.html"))
                page.evaluate(axe.source())
                broken, open_, passes = page.evaluate(_RUN, axe.RULES)
                assert passes, address
                wrong |= {address: broken} if broken else {}
                unsure |= {address: open_} if open_ else {}
            page.close()
        browser.close()
    return wrong, unsure, len(addresses)


def _version() -> str:
    lock = json.loads((ROT / "frontend" / "package-lock.json").read_text(encoding="utf-8"))
    return f"axe-core {lock['packages']['node_modules/axe-core']['version']}."


if __name__ == "__main__":
    sys.exit(main())
