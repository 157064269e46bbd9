"""How well the search finds: types each query of a list into the real box in Chromium, and reads what it leads to.

    python3 kb.py sokeprove [--liste tests/sok/blinde.yml] [--fart]

A hit is right when the section or record it leads to (utsnitt.py) matches every regex of the query. A query that no hit
in the whole index is right for, lacks content, and is told of apart from those that the ranking misses.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

import yaml
from playwright.sync_api import Page, sync_playwright

from macros.rendering.tekst import adressenavn
from macros.serve.static import tjener
from macros.sok import INDEKS
from macros.sok.index import read_script
from tests.harness import nettleser
from tests.sok import fart
from tests.sok.utsnitt import Nettsted

LISTER = [Path(__file__).with_name("utvikling.yml"), Path(__file__).with_name("blinde.yml")]
FORST, INNEN = 0.70, 0.90
_OPTIONS = """e => [...e.closest('[role=search]').querySelectorAll('[role=option]:not(.kb-sok__alle)')]
  .slice(0, 3).map(o => [o.getAttribute('href'), o.innerText.replace(/\\s+/g, ' ').slice(0, 90)])"""


@dataclass
class Resultat:
    """How one list went. feil: query, what came first, and whether anything in the index could have answered."""

    navn: str
    antall: int = 0
    forst: int = 0
    innen: int = 0
    feil: list[tuple[str, str, bool]] = field(default_factory=list)

    @property
    def uten_innhold(self) -> int:
        """Queries that nothing in the index answers."""
        return sum(not there for _, _, there in self.feil)

    @property
    def ok(self) -> bool:
        """Whether the goals are met, of all queries."""
        return self.innen >= INNEN * self.antall and self.forst >= FORST * self.antall


def run(site: Path, lister: Sequence[Path]) -> list[Resultat]:
    """Try the lists on a built site. Raises IngenNettleser, and OSError where a list can't be read."""
    nettsted = Nettsted(site)
    alle = [nettsted.tekst(adresse) for adresse in addresses(site)]
    with tjener(site) as rot, sync_playwright() as playwright:
        browser = nettleser.start(playwright, str(nettleser.finn(playwright)))
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(rot)
        out = [_try_list(page, rot, liste, nettsted, alle) for liste in lister]
        browser.close()
    return out


def addresses(site: Path) -> list[str]:
    """The address of every hit in the index of a built site."""
    data = read_script((site / INDEKS).read_text(encoding="utf-8"))
    sider = data["sider"][0].split("\n")
    where = [
        sider[value] for value, times in zip(data["side"][::2], data["side"][1::2], strict=True) for _ in range(times)
    ]
    sent = zip(data["anker"].split("\n"), data["tittel"].split("\n"), strict=True)
    ankre = [adressenavn(tittel) if anker == "=" else anker for anker, tittel in sent]
    return [f"{side}#{anker}" if anker else side for side, anker in zip(where, ankre, strict=True)]


def _try_list(page: Page, rot: str, liste: Path, nettsted: Nettsted, alle: list[str]) -> Resultat:
    out = Resultat(liste.name)
    for entry in yaml.safe_load(liste.read_text(encoding="utf-8")):
        wanted = [re.compile(pattern, re.IGNORECASE) for pattern in entry["has"]]
        hits = ask(page, entry["q"])
        right = [_matches(wanted, nettsted.tekst("/" + unquote(href).removeprefix(rot))) for href, _ in hits]
        out.antall += 1
        out.forst += right[:1] == [True]
        out.innen += any(right)
        if not any(right):
            out.feil.append((entry["q"], hits[0][1] if hits else "ingen treff", any(_matches(wanted, t) for t in alle)))
    return out


def _matches(wanted: Sequence[re.Pattern[str]], text: str) -> bool:
    return all(one.search(text) for one in wanted)


def ask(page: Page, query: str) -> list[tuple[str, str]]:
    """Type a query into the box at the top as a reader does; the address and text of the first three hits."""
    box = page.get_by_role("combobox", name="Søk i kunnskapsbasen").first
    box.fill("")
    box.press_sequentially(query)
    page.wait_for_function("() => document.querySelector('.kb-sok__panel:not([hidden])')")
    return [(href, text) for href, text in box.evaluate(_OPTIONS)]


def report(resultater: Sequence[Resultat]) -> str:
    """The numbers and the failures, for the one who typed the command."""
    lines = []
    for r in resultater:
        answered = r.antall - r.uten_innhold
        lines += [
            f"{r.navn}: {r.antall} spørsmål",
            f"  innen tre treff: {r.innen} ({_percent(r.innen, r.antall)}), mål {_percent(INNEN, 1)}",
            f"  først:           {r.forst} ({_percent(r.forst, r.antall)}), mål {_percent(FORST, 1)}",
            f"  av de {answered} som basen har svar på: {_percent(r.innen, answered)} innen tre, "
            f"{_percent(r.forst, answered)} først",
        ]
        for title, there in (
            ("Basen har svaret, men det kom ikke blant de tre:", True),
            ("Basen har ikke svaret:", False),
        ):
            failed = [(query, first) for query, first, has in r.feil if has is there]
            if failed:
                lines += [f"  {title}", *(f"    «{query}» ga først: {first}" for query, first in failed)]
    return "\n".join(lines)


def _percent(part: float, whole: float) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"


def main(argv: Sequence[str] | None = None) -> int:
    """Print how the lists went; 0 if the goals are met."""
    parser = argparse.ArgumentParser(prog="kb.py sokeprove")
    parser.add_argument("site", type=Path)
    parser.add_argument("--liste", type=Path, action="append")
    parser.add_argument("--fart", action="store_true")
    args = parser.parse_args(argv)
    if args.fart:
        print(fart.report([fart.measure(args.site, sider) for sider in (None, 1000, 5000)]))
        return 0
    resultater = run(args.site, args.liste or LISTER)
    print(report(resultater))
    return 0 if all(r.ok for r in resultater) else 1


if __name__ == "__main__":
    sys.exit(main())
