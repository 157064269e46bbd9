"""What the measuring commands have left in data/tilstand/: one JSON file a command, written by it and committed."""

from __future__ import annotations

from pathlib import Path

import msgspec

from macros.model.maaling import Maaling


def read_measurements(rot: Path) -> tuple[Maaling, ...]:
    """Every measurement, by file name. Raises msgspec.ValidationError where a file is not as its command writes it."""
    paths = sorted((rot / "data" / "tilstand").glob("*.json"))
    return tuple(msgspec.json.decode(path.read_bytes(), type=Maaling) for path in paths)
