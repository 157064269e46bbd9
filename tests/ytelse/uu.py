"""What machines can tell of accessibility: `python3 kb.py ytelse --tilgjengelighet`.

axe-core on every page of the built site, unfolded, light and wide, and on every state of every tool in three widths, light
and dark. The tests hold the same, and the Nu checker beside it.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from macros.build import build_site
from macros.model.maaling import Tall
from macros.serve.static import tjener
from tests.harness import axe, nettleser
from tests.harness.side import BRED
from tests.harness.tilstander import TILSTANDER, se_paa
from tests.harness.uavklart import kjente, nytt
from tests.ytelse.lagre import ROT, save

_UNFOLD = "document.querySelectorAll('article details').forEach((one) => { one.open = true; })"
_PER_TAB = 20  # a tab that has run axe on many pages has grown slow


@dataclass
class Sett:
    """What was looked at: how many, which rules are broken where, and how often each known kind was left open where."""

    antall: int = 0
    visninger: int = 0
    brudd: dict[str, set[str]] = field(default_factory=dict)
    uavklart: dict[str, Counter[int]] = field(default_factory=dict)
    nytt: dict[str, list[str]] = field(default_factory=dict)

    def legg_til(self, hvor: str, funn: axe.Funn) -> None:
        """Take in what axe said of one view."""
        self.visninger += 1
        if funn.brudd:
            self.brudd.setdefault(hvor, set()).update(funn.brudd)
        if funn.uavklart:
            self.uavklart.setdefault(hvor, Counter()).update(one.kjent for one in funn.uavklart)
        if new := nytt(funn):
            self.nytt.setdefault(hvor, []).extend(new)


def main() -> int:
    """Build, look at every page and state, save and print. Returns 1 where something is broken or newly left open."""
    site = ROT / "site"
    bygg = build_site(ROT, site)
    if bygg.funn:
        print("Nettstedet lot seg ikke bygge. Kjør «python3 kb.py bygg».", file=sys.stderr)
        return 2
    with tjener(site) as root, sync_playwright() as playwright:
        browser = nettleser.start(playwright, str(nettleser.finn(playwright)))
        sider, tilstander = pages(browser, root, site), states(browser, root)
        browser.close()
    tall = [*figures(sider, tilstander)]
    save(
        "tilgjengelighet", "Tilgjengelighet, målt av maskin", "python3 kb.py ytelse --tilgjengelighet", tall, _version()
    )
    for one in tall:
        print(f"{one.hva}: {one.verdi}")
    for seen in (sider, tilstander):
        for where, rules in seen.brudd.items():
            print(f"  brudd, {where}: {', '.join(sorted(rules))}")
        for where, new in seen.nytt.items():
            print(f"  nytt, {where}: {new[0]}")
    return 1 if any(seen.brudd or seen.nytt for seen in (sider, tilstander)) else 0


def pages(browser: Browser, root: str, site: Path) -> Sett:
    """Every page of the site, as it stands unfolded in a wide and light window."""
    seen = Sett()
    addresses = sorted(p.relative_to(site).as_posix() for p in site.rglob("*.html"))
    for start in range(0, len(addresses), _PER_TAB):
        page = browser.new_page(viewport=BRED, reduced_motion="reduce")
        for address in addresses[start : start + _PER_TAB]:
            page.goto(root + address.removesuffix("index.html"))
            page.evaluate(_UNFOLD)
            seen.antall += 1
            seen.legg_til(address, axe.se(page, kjente=kjente()))
        page.close()
    return seen


def states(browser: Browser, root: str) -> Sett:
    """Every state of every tool, in each width and colour scheme."""
    seen = Sett()
    for tilstand in TILSTANDER:
        context = browser.new_context(reduced_motion="reduce", locale="nb-NO")
        seen.antall += 1
        for view, funn in se_paa(context.new_page(), root, tilstand, kjente()).items():
            seen.legg_til(f"{tilstand.navn} ({view})", funn)
        context.close()
    return seen


def figures(sider: Sett, tilstander: Sett) -> Iterable[Tall]:
    """The rows of the page."""
    new = len(sider.nytt) + len(tilstander.nytt)
    yield Tall(hva="Sider sett på", verdi=str(sider.antall))
    yield Tall(hva="Sider med brudd (axe-core)", verdi=str(len(sider.brudd)), maal="0", nadd=not sider.brudd)
    yield Tall(
        hva="Tilstander i verktøyene sett på",
        verdi=f"{tilstander.antall}, i {tilstander.visninger} visninger med ulik bredde og farge",
    )
    yield Tall(
        hva="Visninger med brudd (axe-core)", verdi=str(len(tilstander.brudd)), maal="0", nadd=not tilstander.brudd
    )
    yield Tall(hva="Slag axe ikke kan avgjøre, vurdert og begrunnet", verdi=str(len(kjente())), maal="færre")
    yield Tall(
        hva="Sider og visninger der axe ikke kan avgjøre alt",
        verdi=f"{len(sider.uavklart)} sider og {len(tilstander.uavklart)} visninger",
        maal="færre",
    )
    yield Tall(hva="Sider og visninger med noe uavklart uten grunn", verdi=str(new), maal="0", nadd=not new)


def _version() -> str:
    lock = json.loads((ROT / "frontend" / "package-lock.json").read_text(encoding="utf-8"))
    return f"axe-core {lock['packages']['node_modules/axe-core']['version']}."


if __name__ == "__main__":
    sys.exit(main())
