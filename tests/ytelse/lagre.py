"""A measurement into data/tilstand/, in the form that the page om/tilstand.md shows (macros/model/maaling.py)."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from macros.model.maaling import Maaling, Tall

ROT = Path(__file__).resolve().parents[2]


def save(navn: str, tittel: str, kommando: str, tall: Iterable[Tall], merknad: str = "") -> Path:
    """Write the figures with today's date, the commit and the machine. Returns the file."""
    found = Maaling(
        navn=navn,
        tittel=tittel,
        dato=datetime.now(UTC).date().isoformat(),
        utgave=_commit(),
        maskin=machine(),
        kommando=kommando,
        tall=tuple(tall),
        merknad=merknad,
    )
    path = ROT / "data" / "tilstand" / f"{navn}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n")
    return path


def saved(navn: str) -> tuple[Tall, ...]:
    """The figures as they were saved last; none where there are none, or they can't be read."""
    path = ROT / "data" / "tilstand" / f"{navn}.json"
    try:
        return msgspec.json.decode(path.read_bytes(), type=Maaling).tall
    except (OSError, msgspec.MsgspecError):
        return ()


def machine() -> str:
    """The machine in words, without its name."""
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} kjerner, Python {platform.python_version()}"


def _commit() -> str:
    said = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROT, capture_output=True, text=True, check=False)
    return said.stdout.strip()
