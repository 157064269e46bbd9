"""The commands: the only place that prints and exits. kb.py sets up what a command needs and starts it here."""

from __future__ import annotations

import argparse
import errno
import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from macros.build import Bygg, Innhold, Miljofeil, alone, build_date, build_part, build_site, mend, validate
from macros.build.page import read_pages
from macros.build.sprak import check_language, measure
from macros.lenker import SVAR, Lenkesvar, as_issue, check_links
from macros.loading import add_name_hashes, load_base, read_data
from macros.loading.felter import codes_of
from macros.loading.tilstand import save_measurement
from macros.model import Funn
from macros.model.maaling import Tall
from macros.mottak import from_event, from_file, harmless, receive, write
from macros.pakk import link_packs, make_packs
from macros.pakk.pdf import printer
from macros.rendering.tekst import adressenavn
from macros.scaffold import FinsFraFor, write_new
from macros.scaffold.endringer import as_markdown, changed_records, page_changes
from macros.scaffold.issueskjema import issue_forms
from macros.scaffold.skjelett import example_files, municipality_in
from macros.serve.live import CODE, Hendelser, make_server, watch
from macros.validation.persondata import hashes_of
from macros.validation.report import FORMATER, report

ROT = Path(__file__).resolve().parent.parent
SITE = ROT / "site"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code: 0 fine, 1 something to mend, 2 wrong use."""
    parser = _parser()
    args = parser.parse_args(argv)
    try:
        return args.command(args)
    except KeyboardInterrupt:
        print()
        return 130
    except Miljofeil as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(disk_fault(error), file=sys.stderr)
        return 1


def disk_fault(error: OSError) -> str:
    """What the system would not do, and what to do about it, in bokmål."""
    if error.errno is None:  # ours, with a text for the reader
        return f"Det gikk ikke: {error.strerror}." if error.strerror else str(error)
    where = f" ({error.filename})" if error.filename else ""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return "Det gikk ikke: disken er full, eller kvoten din er brukt opp. Frigjør plass, og prøv igjen."
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return (
            f"Det gikk ikke: mappa eller fila kan ikke leses eller skrives{where}. "
            "Legg kunnskapsbasen i en mappe du eier, og lukk programmer som har fila åpen. Prøv så igjen."
        )
    if error.errno == errno.ENOENT:
        return f"Det gikk ikke: noe som trengs, finnes ikke{where}. Er det slettet, så hent det tilbake, og prøv igjen."
    return (
        f"Det gikk ikke: {error.strerror}{where}. "
        "Se om disken er full, om mappa kan skrives i, og om en annen kjøring holder på."
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kb.py", description="Boligsosial kunnskapsbase.")
    commands = parser.add_subparsers(required=True, metavar="KOMMANDO")
    _add_building(commands)
    _add_contributing(commands)
    _add_trying(commands)
    return parser


def _add_building(commands: Any) -> None:
    """What makes the site, and looks at what it is made of."""
    vis = commands.add_parser("vis", help="bygger nettstedet og viser det; lagrer du en fil, oppdateres det")
    vis.add_argument(
        "--port", type=int, default=8000, help="porten det vises på (8000; er den opptatt, prøves de neste)"
    )
    vis.set_defaults(command=show)

    bygg = commands.add_parser("bygg", help="bygger det ferdige nettstedet")
    bygg.add_argument("--ut", type=Path, default=SITE, help="mappa nettstedet bygges i (site/)")
    bygg.set_defaults(command=build)

    pakk = commands.add_parser("pakk", help="bygger nettstedet og lager zip, PDF og seminarfiler til bruk uten nett")
    pakk.add_argument("--uten-pdf", action="store_true", help="lag bare zip og seminarfiler, så trengs ingen nettleser")
    pakk.add_argument(
        "--ut", type=Path, default=SITE, help="mappa nettstedet bygges i (site/); filene legges i last-ned/"
    )
    pakk.set_defaults(command=pack)

    sjekk = commands.add_parser("sjekk", help="sjekker poster og sider")
    sjekk.add_argument("--format", choices=FORMATER, default="tekst", help="hvordan funnene skrives")
    sjekk.set_defaults(command=check)

    sprak = commands.add_parser("sprak", help="måler språket på sidene: lengste setning og avsnitt, og LIX")
    sprak.add_argument("mappe", nargs="?", default="", help="bare sidene i én mappe, for eksempel lov")
    sprak.set_defaults(command=language)


def _add_contributing(commands: Any) -> None:
    """What makes records and pages, and tells how they have changed."""
    nytt = commands.add_parser("nytt-eksempel", help="lager filene til et nytt eksempel, med forklaring til hvert felt")
    nytt.add_argument("navn", nargs="*", help="kommunens navn, eller et kort navn som «tromso-boligskole»")
    nytt.set_defaults(command=new_example)

    bidrag = commands.add_parser("bidrag", help="gjør et innsendt bidrag om til poster og side")
    kilde = bidrag.add_mutually_exclusive_group(required=True)
    kilde.add_argument("fil", nargs="?", type=Path, help="fila som er lagret fra skjemaet på nettstedet")
    kilde.add_argument("--sak", type=Path, help="hendelsen fra GitHub med saken i (brukes av arbeidsflyten)")
    bidrag.add_argument("--ut", type=Path, help="legg resultatet i denne mappa, og rør ikke data/ og docs/")
    bidrag.set_defaults(command=contribution)

    endringer = commands.add_parser("endringer", help="sier med vanlige ord hva som er endret i data og sider")
    way = endringer.add_mutually_exclusive_group(required=True)
    way.add_argument("--mot", metavar="UTGAVE", help="utgaven det sammenlignes med, for eksempel origin/main")
    way.add_argument("--les", type=Path, metavar="FIL", help="skriv en liste som er laget før, som tekst til GitHub")
    endringer.add_argument("--ut", type=Path, metavar="FIL", help="skriv lista i denne fila")
    endringer.set_defaults(command=changes)

    issueskjema = commands.add_parser("issueskjema", help="lager skjemaene for saker på GitHub på nytt")
    issueskjema.set_defaults(command=write_issue_forms)

    navnehash = commands.add_parser("navnehash", help="legger til navn på ansatte som ikke skal stå i basen")
    navnehash.set_defaults(command=list_names)


def _add_trying(commands: Any) -> None:
    """What tests and measures."""
    test = commands.add_parser("test", help="kjører alle testene")
    test.add_argument("del_", metavar="DEL", nargs="?", help=f"bare én del: {', '.join(_test_parts())}")
    test.set_defaults(command=run_tests)

    lenker = commands.add_parser("lenker", help="prøver lenkene på det ferdige nettstedet med LinkChecker")
    lenker.add_argument("--eksterne", action="store_true", help="prøv også lenker til andre nettsteder")
    lenker.add_argument("--rapport", type=Path, help="skriv rapporten i denne fila")
    lenker.add_argument(
        "--lagre", action="store_true", help="med --eksterne: skriv tallene i data/tilstand/lenker.json"
    )
    lenker.set_defaults(command=links)

    sokeprove = commands.add_parser("sokeprove", help="prøver hvor godt søket finner, i en ekte nettleser")
    sokeprove.add_argument("--liste", type=Path, action="append", help="en liste med spørsmål (alle i tests/sok/)")
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


def check(args: argparse.Namespace) -> int:
    """`sjekk`: all findings of records and pages."""
    funn = validate(ROT).funn
    _print_findings(funn, args.format)
    return 1 if funn else 0


def new_example(args: argparse.Namespace) -> int:
    """`nytt-eksempel`: source, record and page with each field explained, and FYLL UT where something must stand."""
    navn = " ".join(args.navn)
    id = adressenavn(navn)
    if not id:
        print("Skriv kommunens navn, for eksempel: python3 kb.py nytt-eksempel Tromsø", file=sys.stderr)
        return 2
    raw = read_data(ROT)
    kommune = municipality_in(raw, navn)
    filer = example_files(id, raw, codes_of(raw), build_date(), kommune)
    try:
        write_new(ROT, filer)
    except FinsFraFor as taken:
        print(f"Disse finnes fra før, og er ikke rørt: {', '.join(taken.filer)}.", file=sys.stderr)
        print(f"Ta med hva det handler om: python3 kb.py nytt-eksempel {id}-boligskole", file=sys.stderr)
        return 1
    print("Laget:\n" + "\n".join(f"  {name}" for name in filer))
    if kommune is None:
        print(
            f"\nVi fant ingen kommune i «{navn}». Kommunenummeret må du fylle ut selv. Numrene står i data/kommuner.yml."
        )
    print("\nDet neste du gjør:")
    print("  1. Bytt ut hvert FYLL UT i de tre filene, kilden først. «python3 kb.py sjekk» viser hva som gjenstår.")
    print(f"  2. Skriv «python3 kb.py vis», og les siden på /eksempler/{id}/ slik leseren møter den.")
    return 0


def contribution(args: argparse.Namespace) -> int:
    """`bidrag`: a saved form or an issue becomes records and page, or an answer on what is missing."""
    try:
        body, sak = from_event(args.sak) if args.sak else from_file(args.fil, build_date())
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    mottatt = receive(body, sak, ROT)
    if args.ut:
        write(mottatt, args.ut)
    else:
        for name, text in mottatt.filer.items():
            (ROT / name).write_text(text, encoding="utf-8", newline="\n")
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
    if not shutil.which("git") or not (ROT / ".git").exists():
        print("Dette trenger Git og en mappe som er hentet med «git clone», ikke som zip.", file=sys.stderr)
        return 2
    git = ["git", "-C", str(ROT)]
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
        data = list(changed_records(read_data(Path(scratch)), read_data(ROT)))
    found = {**page_changes(names.stdout.decode().splitlines()), "data": data}
    if args.ut:
        args.ut.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    print(as_markdown(found, harmless), end="")
    return 0


_MOST_BYTES = 500_000
"""More than this of a list that others have made is not read."""


def write_issue_forms(args: argparse.Namespace) -> int:
    """`issueskjema`: the issue forms of GitHub, made anew from the schema."""
    for name, text in issue_forms(read_data(ROT)).items():
        (ROT / name).parent.mkdir(parents=True, exist_ok=True)
        (ROT / name).write_text(text, encoding="utf-8", newline="\n")
        print(name)
    return 0


def list_names(args: argparse.Namespace) -> int:
    """`navnehash`: names from the keyboard, one a line, into the list of names that are known by their hashes alone."""
    print("Skriv ett navn på hver linje, fornavn først. En tom linje avslutter. Bare en hash av navnet blir lagret.")
    new, wrong = 0, 0
    for name in iter(lambda: sys.stdin.readline().strip(), ""):
        try:
            new += add_name_hashes(ROT, hashes_of(name))
        except ValueError:
            wrong += 1
            print("Skriv både fornavn og etternavn.", file=sys.stderr)
    print(
        f"Lagt til: {new} måter å skrive navn på, i data/navnehasher.yml. "
        "Kjør «python3 kb.py sjekk» for å se om noen står i basen."
    )
    return 1 if wrong else 0


def language(args: argparse.Namespace) -> int:
    """`sprak`: LIX, longest sentence and longest paragraph of each page, and what is over the limits."""
    sider = [s for s in read_pages(ROT) if s.kilde.startswith(args.mappe)]
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
    _print_findings(funn, "tekst")
    return 1 if funn else 0


def build(args: argparse.Namespace) -> int:
    """`bygg`: the finished site, or findings and the old site as it was."""
    out = args.ut.resolve()
    if not _may_be_replaced(out):
        print(f"I {out} ligger det noe annet enn et bygd nettsted. Velg en tom eller ny mappe.", file=sys.stderr)
        return 2
    try:
        bygg = _build_alone(out)
    except OSError:
        if out.exists():
            print("Nettstedet som lå der, står urørt.", file=sys.stderr)
        raise
    _print_build(bygg)
    if not bygg.funn:
        print(f"Nettstedet ligger i {out}")
    return 1 if bygg.funn else 0


def _build_alone(out: Path, **hold: bool) -> Bygg:
    """Build when no other build works on the same folder. Raises OSError."""
    with alone(out, lambda: print("Venter på en annen bygging av den samme mappa …", file=sys.stderr, flush=True)):
        return build_site(ROT, out, **hold)


def _may_be_replaced(out: Path) -> bool:
    """Whether nothing is lost when a site takes the place of `out`: it isn't there, is empty, or holds a built site."""
    return not out.exists() or (out.is_dir() and (not any(out.iterdir()) or (out / "404.html").is_file()))


def _print_build(bygg: Bygg) -> None:
    _print_findings(bygg.funn, "tekst")
    if bygg.funn:
        print("Det gamle nettstedet står urørt.")
        return
    for text in bygg.utelatt:
        print(f"Merk: {text}")
    print(
        "Bygd: "
        + ", ".join(f"{stage} {seconds:.1f} s".replace(".", ",") for stage, seconds in bygg.tider.items())
        + "."
    )


def _print_findings(funn: Sequence[Funn], form: str) -> None:
    if funn:
        print(report(funn, form))
    if form == "tekst":
        left = sum(f.kode == "FYL-001" for f in funn)
        if left:
            print(f"{left} av dem er steder som gjenstår å fylle ut.")
        print(f"{len(funn)} ting å rette." if funn else "Alt er i orden: ingen ting å rette.")


def show(args: argparse.Namespace) -> int:
    """`vis`: build, serve, and build anew whenever a file is saved."""
    _print_build(first := _build_alone(SITE, hold=True))
    if first.funn and not SITE.exists():
        print("Rett dette, så kommer nettstedet.")
    hendelser, stop = Hendelser(), threading.Event()
    server = _serve_on_free_port(args.port, hendelser)
    print(f"\nNettstedet vises på http://127.0.0.1:{server.server_port}/  (Ctrl-C avslutter)", flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    vist = Vist(first.innhold)
    try:
        watch(ROT, lambda folders: _rebuild(folders, hendelser, vist), stop)
    finally:
        vist.stop()
        server.shutdown()
    return 0


class Vist:
    """What `vis` shows: what it is made of, and the whole build that follows when only some pages have been built."""

    def __init__(self, innhold: Innhold | None = None) -> None:
        """Innhold: what the site that is shown was made of; None where it isn't known."""
        self.innhold = innhold
        self._whole: subprocess.Popen[str] | None = None

    def stop(self) -> None:
        """Stop a whole build that is under way: the next save has come. Whatever it was doing, a site stands."""
        if self._whole and self._whole.poll() is None:
            self._whole.terminate()
            self._whole.wait()
        self._whole = None
        mend(SITE)

    def follow_up(self, hendelser: Hendelser) -> None:
        """Start a whole build in a process of its own, and tell when it is done, or of what it finds in other pages."""
        command = [sys.executable, "-m", "macros.cli", "bygg"]
        self._whole = process = subprocess.Popen(
            command, cwd=ROT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
        )

        def wait() -> None:
            said, _ = process.communicate()
            if process.returncode == 0:
                print("Hele nettstedet er oppdatert.", flush=True)
                hendelser.tell("nytt")
            elif process.returncode == 1:
                print(said, flush=True)
                hendelser.tell("funn", said)

        threading.Thread(target=wait, daemon=True).start()


def _serve_on_free_port(port: int, hendelser: Hendelser):
    for candidate in range(port, port + 20):
        try:
            return make_server(SITE, candidate, hendelser)
        except OSError:
            continue
    raise OSError(None, f"portene {port}–{port + 19} er opptatt")


def _rebuild(folders: set[str], hendelser: Hendelser, vist: Vist | None = None) -> None:
    if folders & set(CODE):
        print("Koden er endret. Stans «vis» med Ctrl-C og start på nytt for å ta den i bruk.", flush=True)
        hendelser.tell("funn", "Koden er endret. Stans «vis» og start på nytt for å ta den i bruk.")
        return
    start, vist = time.monotonic(), vist or Vist()
    vist.stop()
    try:
        part = _build_part(vist.innhold) if vist.innhold and folders <= {"data", "docs"} else None
        bygg = part or _build_alone(SITE, hold=True)
    except Exception as error:  # a half-saved template, a full disk: tell of it, and go on showing the old site
        what = (
            disk_fault(error) if isinstance(error, OSError) else f"Byggingen stanset: {type(error).__name__}: {error}."
        )
        text = f"{what} Det gamle nettstedet står. Lagre på nytt når det er rettet."
        print(text, file=sys.stderr, flush=True)
        hendelser.tell("funn", text)
        return
    _print_build(bygg)
    if bygg.funn:
        hendelser.tell("funn", report(bygg.funn))
    else:
        rest = " Lister, søk og andre sider følger om litt." if part else ""
        print(f"Oppdatert på {time.monotonic() - start:.1f} s.".replace(".", ",", 1) + rest, flush=True)
        hendelser.tell("nytt")
        vist.innhold = bygg.innhold
        if part:
            vist.follow_up(hendelser)


def _build_part(innhold: Innhold) -> Bygg | None:
    with alone(SITE, lambda: None):
        return build_part(ROT, SITE, innhold)


def links(args: argparse.Namespace) -> int:
    """`lenker`: LinkChecker over the finished site."""
    if args.lagre and not args.eksterne:
        print("--lagre gjelder lenkene ut av nettstedet. Ta med --eksterne også.", file=sys.stderr)
        return 2
    bygg = _build_alone(SITE)
    if bygg.funn:
        _print_build(bygg)
        return 1
    answer = check_links(SITE, ROT / ".bygg" / "lenker", args.eksterne)
    if args.rapport:
        args.rapport.write_text(as_issue(answer.rapport), encoding="utf-8")
    print(answer.rapport)
    print("Alle lenker svarer." if answer.ok else "Noen lenker svarer ikke.")
    if args.lagre:
        save_links(ROT, answer)
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


def pack(args: argparse.Namespace) -> int:
    """`pakk`: the site, and in its folder last-ned/ the zip, the books and the seminars, with links from om/uten-nett/."""
    if code := build(args):
        return code
    site, base, start = args.ut.resolve(), load_base(ROT), time.monotonic()
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


def measure_speed(args: argparse.Namespace) -> int:
    """`ytelse`: times and memory of the build with many examples, and what a reader's browser fetches."""
    if args.tilgjengelighet:
        return subprocess.run([sys.executable, "-m", "tests.ytelse.uu"], cwd=ROT, check=False).returncode
    options = ["--antall", args.antall, *(["--lagre"] if args.lagre else [])]
    return subprocess.run([sys.executable, "-m", "tests.ytelse.maal", *options], cwd=ROT, check=False).returncode


def try_engine(args: argparse.Namespace) -> int:
    """`motor-prove`: the same sources through Zensical, page by page against MkDocs."""
    options = ["--lagre"] if args.lagre else []
    return subprocess.run([sys.executable, "-m", "tests.motor.prove", *options], cwd=ROT, check=False).returncode


def try_search(args: argparse.Namespace) -> int:
    """`sokeprove`: types the queries of the lists into the search of the finished site and tells what they found."""
    bygg = _build_alone(SITE)
    if bygg.funn:
        _print_build(bygg)
        return 1
    options = [part for liste in args.liste or () for part in ("--liste", str(liste.resolve()))]
    options += ["--fart"] if args.fart else []
    return subprocess.run(
        [sys.executable, "-m", "tests.sok.prove", str(SITE), *options], cwd=ROT, check=False
    ).returncode


def _test_parts() -> dict[str, Callable[[], list[str]]]:
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
    parts = _test_parts()
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
    code = subprocess.run(command, cwd=ROT, check=False).returncode
    return code, time.monotonic() - start


if __name__ == "__main__":
    sys.exit(main())
