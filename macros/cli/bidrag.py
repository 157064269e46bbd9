"""The commands of contributors: what makes records and pages, and tells how they have changed."""

from __future__ import annotations

import argparse
import io
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from macros.build import build_date
from macros.cli import sted
from macros.loading import add_name_hashes, read_data
from macros.loading.felter import codes_of
from macros.mottak import from_event, from_file, harmless, receive, write
from macros.rendering.tekst import adressenavn
from macros.scaffold import FinsFraFor, write_new
from macros.scaffold.endringer import as_markdown, changed_records, page_changes
from macros.scaffold.issueskjema import issue_forms
from macros.scaffold.skjelett import example_files, municipality_in
from macros.validation.persondata import hashes_of


def add_commands(commands: Any) -> None:
    """The arguments of the commands of this module."""
    nytt = commands.add_parser("nytt-eksempel", help="lager filene til et nytt eksempel, med forklaring til hvert felt")
    nytt.add_argument("navn", nargs="*", help="kommunens navn, eller et kort navn som «tromso-boligskole»")
    nytt.set_defaults(command=new_example)

    bidrag = commands.add_parser("bidrag", help="gjør et innsendt bidrag om til poster og side")
    kilde = bidrag.add_mutually_exclusive_group(required=True)
    kilde.add_argument("fil", nargs="?", type=sted.fil, help="fila som er lagret fra skjemaet på nettstedet")
    kilde.add_argument("--sak", type=sted.fil, help="hendelsen fra GitHub med saken i (brukes av arbeidsflyten)")
    bidrag.add_argument("--ut", type=sted.fil, help="legg resultatet i denne mappa, og rør ikke data/ og docs/")
    bidrag.set_defaults(command=contribution)

    endringer = commands.add_parser("endringer", help="sier med vanlige ord hva som er endret i data og sider")
    way = endringer.add_mutually_exclusive_group(required=True)
    way.add_argument("--mot", metavar="UTGAVE", help="utgaven det sammenlignes med, for eksempel origin/main")
    way.add_argument(
        "--les", type=sted.fil, metavar="FIL", help="skriv en liste som er laget før, som tekst til GitHub"
    )
    endringer.add_argument("--ut", type=sted.fil, metavar="FIL", help="skriv lista i denne fila")
    endringer.set_defaults(command=changes)

    issueskjema = commands.add_parser("issueskjema", help="lager skjemaene for saker på GitHub på nytt")
    issueskjema.set_defaults(command=write_issue_forms)

    navnehash = commands.add_parser("navnehash", help="legger til navn på ansatte som ikke skal stå i basen")
    navnehash.set_defaults(command=list_names)


def new_example(args: argparse.Namespace) -> int:
    """`nytt-eksempel`: source, record and page with each field explained, and FYLL UT where something must stand."""
    navn = " ".join(args.navn)
    id = adressenavn(navn)
    if not id:
        print(f"Skriv kommunens navn, for eksempel: {sted.START} nytt-eksempel Tromsø", file=sys.stderr)
        return 2
    raw = read_data(sted.ROT)
    kommune = municipality_in(raw, navn)
    filer = example_files(id, raw, codes_of(raw), build_date(), kommune)
    try:
        write_new(sted.ROT, filer)
    except FinsFraFor as taken:
        print(f"Disse finnes fra før, og er ikke rørt: {', '.join(taken.filer)}.", file=sys.stderr)
        print(f"Ta med hva det handler om: {sted.START} nytt-eksempel {id}-boligskole", file=sys.stderr)
        return 1
    print("Laget:\n" + "\n".join(f"  {name}" for name in filer))
    if kommune is None:
        print(
            f"\nVi fant ingen kommune i «{navn}». Kommunenummeret må du fylle ut selv. Numrene står i data/kommuner.yml."
        )
    print("\nDet neste du gjør:")
    print(f"  1. Bytt ut hvert FYLL UT i de tre filene, kilden først. «{sted.START} sjekk» viser hva som gjenstår.")
    print(f"  2. Skriv «{sted.START} vis», og les siden på /eksempler/{id}/ slik leseren møter den.")
    return 0


def contribution(args: argparse.Namespace) -> int:
    """`bidrag`: a saved form or an issue becomes records and page, or an answer on what is missing."""
    try:
        body, sak = from_event(args.sak) if args.sak else from_file(args.fil, build_date())
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    mottatt = receive(body, sak, sted.ROT)
    if args.ut:
        write(mottatt, args.ut)
    else:
        for name, text in mottatt.filer.items():
            (sted.ROT / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"{mottatt.svar}\n\n{mottatt.tekst}".rstrip())
    return 0 if mottatt.ok else 1


def changes(args: argparse.Namespace) -> int:
    """`endringer`: what is changed since another version, as a list; or such a list as the comment of a pull request."""
    if args.les:
        try:
            with args.les.open("rb") as file:
                found = json.loads(file.read(_MOST_BYTES))
        except (ValueError, RecursionError):
            found = {}
        print(as_markdown(found, harmless), end="")
        return 0
    if not shutil.which("git") or not (sted.ROT / ".git").exists():
        print("Dette trenger Git og en mappe som er hentet med «git clone», ikke som zip.", file=sys.stderr)
        return 2
    git = ["git", "-C", str(sted.ROT)]
    made = subprocess.run([*git, "archive", args.mot, "data"], capture_output=True, check=False)
    names = subprocess.run(
        [*git, "diff", "--name-status", "-M", args.mot, "--", "data", "docs"], capture_output=True, check=False
    )
    if made.returncode or names.returncode:
        print(f"Git finner ikke utgaven «{args.mot}».", file=sys.stderr)
        print("Er mappa hentet uten historien, så skriv først: git fetch --unshallow", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as scratch, tarfile.open(fileobj=io.BytesIO(made.stdout)) as archive:
        archive.extractall(scratch, filter="data")
        data = list(changed_records(read_data(Path(scratch)), read_data(sted.ROT)))
    found = {**page_changes(names.stdout.decode().splitlines()), "data": data}
    if args.ut:
        args.ut.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    print(as_markdown(found, harmless), end="")
    return 0


_MOST_BYTES = 500_000
"""More than this of a list that others have made is not read."""


def write_issue_forms(args: argparse.Namespace) -> int:
    """`issueskjema`: the issue forms of GitHub, made anew from the schema."""
    for name, text in issue_forms(read_data(sted.ROT)).items():
        (sted.ROT / name).parent.mkdir(parents=True, exist_ok=True)
        (sted.ROT / name).write_text(text, encoding="utf-8", newline="\n")
        print(name)
    return 0


def list_names(args: argparse.Namespace) -> int:
    """`navnehash`: names from the keyboard, one a line, into the list of names that are known by their hashes alone."""
    print("Skriv ett navn på hver linje, fornavn først. En tom linje avslutter. Bare en hash av navnet blir lagret.")
    new, wrong = 0, 0
    for name in iter(lambda: sys.stdin.readline().strip(), ""):
        try:
            new += add_name_hashes(sted.ROT, hashes_of(name))
        except ValueError:
            wrong += 1
            print("Skriv både fornavn og etternavn.", file=sys.stderr)
    print(
        f"Lagt til: {new} måter å skrive navn på, i data/navnehasher.yml. "
        f"Kjør «{sted.START} sjekk» for å se om noen står i basen."
    )
    return 1 if wrong else 0
