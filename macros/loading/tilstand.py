"""What the measuring commands leave in data/tilstand/: one JSON file a command, written by it and committed."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from macros.model.maaling import Maaling, Tall


def read_measurements(rot: Path) -> tuple[Maaling, ...]:
    """Every measurement, by file name. Raises msgspec.ValidationError where a file is not as its command writes it."""
    paths = sorted((rot / "data" / "tilstand").glob("*.json"))
    return tuple(msgspec.json.decode(path.read_bytes(), type=Maaling) for path in paths)


def save_measurement(
    rot: Path,
    navn: str,
    tittel: str,
    kommando: str,
    tall: Iterable[Tall],
    merknad: str = "",
    liste: Iterable[str] = (),
) -> Path:
    """Write the figures with today's date, the commit and the machine. Returns the file. Raises OSError.

    navn: what the file is called. kommando: what measures anew. merknad: what the reader must know of the figures.
    liste: what is told line by line below them.
    """
    found = Maaling(
        navn=navn,
        tittel=tittel,
        dato=datetime.now(UTC).date().isoformat(),
        utgave=_commit(rot),
        maskin=machine(),
        kommando=kommando,
        tall=tuple(tall),
        merknad=merknad,
        liste=tuple(liste),
    )
    path = rot / "data" / "tilstand" / f"{navn}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n")
    return path


def machine() -> str:
    """The machine in words, without its name."""
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} kjerner, Python {platform.python_version()}"


def _commit(rot: Path) -> str:
    """The commit in short; «ukjent» where Git is not there."""
    asked = ["git", "-C", str(rot), "rev-parse", "--short", "HEAD"]
    try:
        return subprocess.check_output(asked, text=True, stderr=subprocess.DEVNULL).strip()
    except (OSError, subprocess.CalledProcessError):
        return "ukjent"
