"""The commands that test and measure."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from macros.cli import sted
from macros.cli.bygging import build_alone
from macros.cli.utskrift import print_build
from macros.lenker import SVAR, Lenkesvar, as_issue, check_links
from macros.loading.tilstand import save_measurement
from macros.model.maaling import Tall


def add_commands(commands: Any) -> None:
    """The arguments of the commands of this module."""
    test = commands.add_parser("test", help="kjører alle testene")
    test.add_argument("del_", metavar="DEL", nargs="?", help=f"bare én del: {', '.join(test_parts())}")
    test.set_defaults(command=run_tests)

    lenker = commands.add_parser("lenker", help="prøver lenkene på det ferdige nettstedet med LinkChecker")
    lenker.add_argument("--eksterne", action="store_true", help="prøv også lenker til andre nettsteder")
    lenker.add_argument("--rapport", type=sted.fil, help="skriv rapporten i denne fila")
    lenker.add_argument(
        "--lagre", action="store_true", help="med --eksterne: skriv tallene i data/tilstand/lenker.json"
    )
    lenker.set_defaults(command=links)

    sokeprove = commands.add_parser("sokeprove", help="prøver hvor godt søket finner, i en ekte nettleser")
    sokeprove.add_argument("--liste", type=sted.fil, action="append", help="en liste med spørsmål (alle i tests/sok/)")
    sokeprove.add_argument(
        "--fart", action="store_true", help="mål i stedet hvor fort søket er, også med tusenvis av sider"
    )
    sokeprove.set_defaults(command=try_search)

    motor = commands.add_parser(
        "motor-prove", help="bygger de samme sidene med Zensical og sier hva som blir annerledes"
    )
    motor.add_argument("--lagre", action="store_true", help="skriv tallene i data/tilstand/motor.json")
    motor.set_defaults(command=try_engine)

    ytelse = commands.add_parser("ytelse", help="måler hvor lang tid byggingen tar, og hvor tunge sidene er")
    ytelse.add_argument("--antall", default="100,1000,5000", help="antall eksempler, med komma mellom (100,1000,5000)")
    ytelse.add_argument("--lagre", action="store_true", help="skriv tallene i data/tilstand/ytelse.json")
    ytelse.add_argument("--tilgjengelighet", action="store_true", help="mål tilgjengeligheten på alle sidene i stedet")
    ytelse.set_defaults(command=measure_speed)


def links(args: argparse.Namespace) -> int:
    """`lenker`: LinkChecker over the finished site."""
    if args.lagre and not args.eksterne:
        print("--lagre gjelder lenkene ut av nettstedet. Ta med --eksterne også.", file=sys.stderr)
        return 2
    bygg = build_alone(sted.SITE)
    if bygg.funn:
        print_build(bygg)
        return 1
    answer = check_links(sted.SITE, sted.ROT / ".bygg" / "lenker", args.eksterne)
    if args.rapport:
        args.rapport.write_text(as_issue(answer.rapport), encoding="utf-8")
    print(answer.rapport)
    print("Alle lenker svarer." if answer.ok else "Noen lenker svarer ikke.")
    if args.lagre:
        save_links(sted.ROT, answer)
    return 0 if answer.ok else 1


def save_links(rot: Path, answer: Lenkesvar) -> Path | None:
    """Store how the addresses on other hosts answered, for the page on the state. Not where none did: that is no answer."""
    if not answer.noen_svarte:
        print("Ingen andre nettsteder svarte. Er maskinen på nett? Tallene er ikke lagret.", file=sys.stderr)
        return None
    goals = {"borte": "0", "feil": "færre"}
    figures = [
        Tall(hva=name, verdi=str(n), maal=goals.get(svar, ""), nadd=n == 0 if svar == "borte" else None)
        for svar, name in SVAR.items()
        for n in (answer.antall[svar],)
    ]
    path = save_measurement(
        rot,
        "lenker",
        "Lenkene til andre nettsteder",
        "python3 kb.py lenker --eksterne --lagre",
        [Tall(hva="Ulike adresser", verdi=str(len(answer.eksterne))), *figures],
        liste=[a.linje for a in answer.eksterne if a.svar in ("borte", "feil", "flyttet")],
    )
    print(f"Tallene ligger i {path.relative_to(rot).as_posix()}")
    return path


def measure_speed(args: argparse.Namespace) -> int:
    """`ytelse`: times and memory of the build with many examples, and what a reader's browser fetches."""
    if args.tilgjengelighet:
        return subprocess.run([sys.executable, "-m", "tests.ytelse.uu"], cwd=sted.ROT, check=False).returncode
    options = ["--antall", args.antall, *(["--lagre"] if args.lagre else [])]
    return subprocess.run([sys.executable, "-m", "tests.ytelse.maal", *options], cwd=sted.ROT, check=False).returncode


def try_engine(args: argparse.Namespace) -> int:
    """`motor-prove`: the same sources through Zensical, page by page against MkDocs."""
    options = ["--lagre"] if args.lagre else []
    return subprocess.run([sys.executable, "-m", "tests.motor.prove", *options], cwd=sted.ROT, check=False).returncode


def try_search(args: argparse.Namespace) -> int:
    """`sokeprove`: types the queries of the lists into the search of the finished site and tells what they found."""
    bygg = build_alone(sted.SITE)
    if bygg.funn:
        print_build(bygg)
        return 1
    options = [part for liste in args.liste or () for part in ("--liste", str(liste.resolve()))]
    options += ["--fart"] if args.fart else []
    return subprocess.run(
        [sys.executable, "-m", "tests.sok.prove", str(sted.SITE), *options], cwd=sted.ROT, check=False
    ).returncode


def test_parts() -> dict[str, Callable[[], list[str]]]:
    """The parts of `test` in turn, with the command of each. The last one prints pytest's closing line."""
    python = [sys.executable, "-m"]
    npm = json.loads(os.environ.get("KB_NPM", '["npm"]'))
    return {
        "form": lambda: [*python, "ruff", "check", "."],
        "typer": lambda: [*npm, "--prefix", "frontend", "run", "--silent", "typesjekk"],
        "skript": lambda: [*npm, "--prefix", "frontend", "--silent", "test"],
        "enhet": lambda: [*python, "pytest", "-q", "-m", "not nettleser"],
        "nettleser": lambda: [*python, "pytest", "-q", "-m", "nettleser"],
    }


def run_tests(args: argparse.Namespace) -> int:
    """`test`: every part, also after one has failed, with the time of each."""
    parts = test_parts()
    if args.del_ and args.del_ not in parts:
        print(f"Delen «{args.del_}» finnes ikke. Delene er {', '.join(parts)}.", file=sys.stderr)
        return 2
    results = [(name, *_run_part(name, command())) for name, command in parts.items() if args.del_ in (None, name)]
    print()
    for name, code, seconds in results:
        print(f"{name:<10} {'i orden' if code == 0 else 'FEIL':<8} {seconds:6.1f} s", flush=True)
    failed = sum(code != 0 for _, code, _ in results)
    print(f"deler: {len(results) - failed} passed, {failed} failed")
    return 1 if failed else 0


def _run_part(name: str, command: list[str]) -> tuple[int, float]:
    print(f"\n== {name}", flush=True)
    start = time.monotonic()
    code = subprocess.run(command, cwd=sted.ROT, check=False).returncode
    return code, time.monotonic() - start
