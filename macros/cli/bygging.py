"""The commands that make the site, and look at what it is made of: `sjekk`, `sprak`, `bygg` and `pakk`."""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from macros.build import Bygg, alone, build_date, build_site, validate
from macros.build.page import read_pages
from macros.build.sprak import check_language, measure
from macros.cli import sted
from macros.cli.utskrift import print_build, print_findings
from macros.loading import load_base
from macros.pakk import link_packs, make_packs
from macros.pakk.pdf import printer
from macros.validation.report import FORMATER


def add_commands(commands: Any) -> None:
    """The arguments of the commands of this module."""
    bygg = commands.add_parser("bygg", help="bygger det ferdige nettstedet")
    bygg.add_argument("--ut", type=sted.fil, default=sted.SITE, help="mappa nettstedet bygges i (site/)")
    bygg.set_defaults(command=build)

    pakk = commands.add_parser("pakk", help="bygger nettstedet og lager zip, PDF og seminarfiler til bruk uten nett")
    pakk.add_argument("--uten-pdf", action="store_true", help="lag bare zip og seminarfiler, så trengs ingen nettleser")
    pakk.add_argument(
        "--ut", type=sted.fil, default=sted.SITE, help="mappa nettstedet bygges i (site/); filene legges i last-ned/"
    )
    pakk.set_defaults(command=pack)

    sjekk = commands.add_parser("sjekk", help="sjekker poster og sider")
    sjekk.add_argument("--format", choices=FORMATER, default="tekst", help="hvordan funnene skrives")
    sjekk.set_defaults(command=check)

    sprak = commands.add_parser("sprak", help="måler språket på sidene: lengste setning og avsnitt, og LIX")
    sprak.add_argument("mappe", nargs="?", default="", help="bare sidene i én mappe, for eksempel lov")
    sprak.set_defaults(command=language)


def check(args: argparse.Namespace) -> int:
    """`sjekk`: all findings of records and pages."""
    funn = validate(sted.ROT).funn
    print_findings(funn, args.format)
    return 1 if funn else 0


def language(args: argparse.Namespace) -> int:
    """`sprak`: LIX, longest sentence and longest paragraph of each page, and what is over the limits."""
    sider = [s for s in read_pages(sted.ROT) if s.kilde.startswith(args.mappe)]
    if not sider:
        print(
            f"Ingen sider i docs/ begynner med «{args.mappe}». Skriv en mappe der, for eksempel lov.",
            file=sys.stderr,
        )
        return 2
    found = sorted((m for m in map(measure, sider) if m.ord), key=lambda m: -m.lix)
    print(f"{'LIX':>5} {'ord':>5} {'setning':>8} {'avsnitt':>8}  side")
    for m in found:
        print(
            f"{m.lix:5.1f} {m.ord:5} {m.lengste_setning:8} {m.lengste_avsnitt:8}  {m.side.kilde}".replace(".", ",", 1)
        )
    if found:
        mean = sum(m.lix for m in found) / len(found)
        print(f"LIX i snitt {mean:.1f}, høyest {found[0].lix:.1f}, over {len(found)} sider.".replace(".", ",", 2))
    funn = check_language(sider)
    print_findings(funn, "tekst")
    return 1 if funn else 0


def build(args: argparse.Namespace) -> int:
    """`bygg`: the finished site, or findings and the old site as it was."""
    out = args.ut.resolve()
    if not _may_be_replaced(out):
        print(f"I {out} ligger det noe annet enn et bygd nettsted. Velg en tom eller ny mappe.", file=sys.stderr)
        return 2
    try:
        bygg = build_alone(out)
    except OSError:
        if out.exists():
            print("Nettstedet som lå der, står urørt.", file=sys.stderr)
        raise
    print_build(bygg)
    if not bygg.funn:
        print(f"Nettstedet ligger i {out}")
    return 1 if bygg.funn else 0


def _may_be_replaced(out: Path) -> bool:
    """Whether nothing is lost when a site takes the place of `out`: it isn't there, is empty, or holds a built site."""
    return not out.exists() or (out.is_dir() and (not any(out.iterdir()) or (out / "404.html").is_file()))


def build_alone(out: Path, **hold: bool) -> Bygg:
    """Build when no other build works on the same folder. Raises OSError."""
    with alone(out, lambda: print("Venter på en annen bygging av den samme mappa …", file=sys.stderr, flush=True)):
        return build_site(sted.ROT, out, **hold)


def pack(args: argparse.Namespace) -> int:
    """`pakk`: the site, and in its folder last-ned/ the zip, the books and the seminars, with links from om/uten-nett/."""
    if code := build(args):
        return code
    site, base, start = args.ut.resolve(), load_base(sted.ROT), time.monotonic()
    folder = site.with_name(site.name + ".pakker")
    shutil.rmtree(folder, ignore_errors=True)
    if args.uten_pdf:
        packs = make_packs(site, folder, base, build_date(), None)
    else:
        with printer() as write:
            packs = make_packs(site, folder, base, build_date(), write)
    folder.replace(site / "last-ned")
    packs = [replace(p, fil=site / "last-ned" / p.fil.name) for p in packs]
    link_packs(site / "om" / "uten-nett" / "index.html", packs)
    for p in packs:
        print(f"{p.fil.stat().st_size / 1_000_000:8.1f} MB  {p.fil.name}".replace(".", ",", 1))
    print(f"Pakket på {time.monotonic() - start:.0f} s. Filene ligger i {site / 'last-ned'}")
    return 0
