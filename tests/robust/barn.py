"""Builds with a fault put in, each in a process of its own that may be killed.

Started as a program with the project's root, so that the processes it forks come from one without threads. It reads from
stdin one build a line, as JSON, and writes one answer a line:

    {"gammelt": {"index.html": "…"}, "feil": "drep", "ved": 12}

Before each the folder site/ is put back to `gammelt`; what else an earlier
build has left stays, so that each build is also the next start after the one before it. The faults: «ingen»; «drep», the
process is killed by the system when it is about to touch the disk for the nth time; «ENOSPC», «EROFS», «EACCES», every
touch from the nth on fails so; «stort», no file can become larger than n bytes.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import resource
import shutil
import signal
import sys
import traceback
from pathlib import Path
from typing import Any

from macros import cli
from macros.build import build_site, mend
from macros.cli import sted

_TOUCHES = {"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "shutil.rmtree"}
"""What Python tells of before it happens, and that changes a disk; of `open` only for writing."""


class Disk:
    """Counts how often the project's disk is about to be touched, and puts the fault in at one of those moments."""

    def __init__(self, rot: Path, feil: str, ved: int) -> None:
        self.rot, self.feil, self.ved = str(rot), feil, ved
        self.rort: list[str] = []

    def __call__(self, event: str, args: tuple[Any, ...]) -> None:
        if event not in _TOUCHES or not str(args[0]).startswith(self.rot):
            return
        if event == "open" and not args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            return
        self.rort.append(event)
        if len(self.rort) < self.ved or self.feil in ("ingen", "stort"):
            return
        if self.feil == "drep":
            os.kill(os.getpid(), signal.SIGKILL)
        full = self.feil == "ENOSPC"  # lets go of what it holds
        if event in ("open", "os.mkdir", "os.rename") or (event in ("os.remove", "os.rmdir") and not full):
            number = getattr(errno, self.feil)
            raise OSError(number, os.strerror(number), args[0])


def build(rot: Path, feil: str, ved: int, answer: int) -> None:
    """`kb.py bygg` of the project with the fault, in this process, which ends with it; what it said goes to `answer`."""
    sted.ROT, sted.SITE = rot, rot / "site"
    os.dup2(answer, 1)
    os.dup2(answer, 2)
    disk = Disk(rot, feil, ved)
    sys.addaudithook(disk)
    if feil == "stort":
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (ved, ved))
    try:
        code = cli.main(["bygg"])
    except BaseException:
        traceback.print_exc()
        code = 99
    print(f"\nrørt: {json.dumps(disk.rort)}", flush=True)
    os._exit(code)


def attempt(rot: Path, feil: str, ved: int) -> dict[str, Any]:
    """One build in a process of its own, and what it left."""
    heard = rot.parent / "sagt.txt"
    with heard.open("wb") as out:
        child = os.fork()
        if not child:
            build(rot, feil, ved, out.fileno())
        _, status = os.waitpid(child, 0)
    said, _, touched = heard.read_text("utf-8").rpartition("\nrørt: ")
    left = seen(rot)
    mend(rot / "site")
    return {
        "kode": os.waitstatus_to_exitcode(status),
        "sagt": said,
        "rort": json.loads(touched) if said else [],
        "lå": left,
        "mappene": seen(rot),
    }


def seen(rot: Path) -> dict[str, str]:
    """Every folder of the site with a print of all that is in it."""
    return {folder.name: digest(folder) for folder in sorted(rot.glob("site*"))}


def digest(folder: Path) -> str:
    """The same for folders with the same files and bytes, and for no others."""
    whole = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        whole.update(
            f"{path.relative_to(folder).as_posix()}\n{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode()
        )
    return whole.hexdigest()


def put_back(site: Path, files: dict[str, str]) -> None:
    """The old site, as it was."""
    shutil.rmtree(site, ignore_errors=True)
    for name, text in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")


def main() -> None:
    """Build what is asked for, and tell of each."""
    rot = Path(sys.argv[1])
    os.environ["SOURCE_DATE_EPOCH"] = "1700000000"
    build_site(rot, rot.parent / "varm", hold=True)  # what is read here need not be read again by each
    for line in sys.stdin:
        one = json.loads(line)
        put_back(rot / "site", one["gammelt"])
        print(json.dumps(attempt(rot, one["feil"], one["ved"])), flush=True)


if __name__ == "__main__":
    main()
