"""The command `vis`: the site on this machine, built anew whenever a file is saved."""

from __future__ import annotations

import argparse
import subprocess
import sys
import threading
import time
from typing import Any

from macros.build import Bygg, Innhold, alone, build_part, mend
from macros.cli import sted
from macros.cli.bygging import build_alone
from macros.cli.utskrift import disk_fault, print_build
from macros.serve.live import CODE, Hendelser, make_server, watch
from macros.validation.report import report


def add_commands(commands: Any) -> None:
    """The arguments of the command."""
    vis = commands.add_parser("vis", help="bygger nettstedet og viser det; lagrer du en fil, oppdateres det")
    vis.add_argument(
        "--port", type=int, default=8000, help="porten det vises på (8000; er den opptatt, prøves de neste)"
    )
    vis.set_defaults(command=show)


def show(args: argparse.Namespace) -> int:
    """`vis`: build, serve, and build anew whenever a file is saved."""
    print_build(first := build_alone(sted.SITE, hold=True))
    if first.funn and not sted.SITE.exists():
        print("Rett dette, så kommer nettstedet.")
    hendelser, stop = Hendelser(), threading.Event()
    server = serve_on_free_port(args.port, hendelser)
    print(f"\nNettstedet vises på http://127.0.0.1:{server.server_port}/  (Ctrl-C avslutter)", flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    vist = Vist(first.innhold)
    try:
        watch(sted.ROT, lambda folders: rebuild(folders, hendelser, vist), stop)
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
        mend(sted.SITE)

    def follow_up(self, hendelser: Hendelser) -> None:
        """Start a whole build in a process of its own, and tell when it is done, or of what it finds in other pages."""
        command = [sys.executable, "-m", "macros.cli", "bygg"]
        self._whole = process = subprocess.Popen(
            command, cwd=sted.ROT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
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


def serve_on_free_port(port: int, hendelser: Hendelser):
    """A server of the site on the first free port of twenty from `port`. Raises OSError when all are taken."""
    for candidate in range(port, port + 20):
        try:
            return make_server(sted.SITE, candidate, hendelser)
        except OSError:
            continue
    raise OSError(None, f"portene {port}–{port + 19} er opptatt")


def rebuild(folders: set[str], hendelser: Hendelser, vist: Vist | None = None) -> None:
    """Build what was saved in `folders`, and tell the open pages that it is new, or what must be mended first."""
    if folders & set(CODE):
        print("Koden er endret. Stans «vis» med Ctrl-C og start på nytt for å ta den i bruk.", flush=True)
        hendelser.tell("funn", "Koden er endret. Stans «vis» og start på nytt for å ta den i bruk.")
        return
    start, vist = time.monotonic(), vist or Vist()
    vist.stop()
    try:
        part = _build_part(vist.innhold) if vist.innhold and folders <= {"data", "docs"} else None
        bygg = part or build_alone(sted.SITE, hold=True)
    except Exception as error:  # a half-saved template, a full disk: tell of it, and go on showing the old site
        what = (
            disk_fault(error) if isinstance(error, OSError) else f"Byggingen stanset: {type(error).__name__}: {error}."
        )
        text = f"{what} Det gamle nettstedet står. Lagre på nytt når det er rettet."
        print(text, file=sys.stderr, flush=True)
        hendelser.tell("funn", text)
        return
    print_build(bygg)
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
    with alone(sted.SITE, lambda: None):
        return build_part(sted.ROT, sted.SITE, innhold)
