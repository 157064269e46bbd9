"""Adding to data/navnehasher.yml, the one list of data/ that is written by a command: no hand makes a hash."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from macros.loading.kinds import NAVNEHASHER
from macros.loading.yamlfile import read_yaml


def add_name_hashes(rot: Path, hashes: Iterable[str]) -> int:
    """Put the hashes that aren't there into the list, in order; returns how many were new. Raises OSError."""
    path = rot / "data" / NAVNEHASHER.sti
    known = {item["hash"] for item in read_yaml(path, NAVNEHASHER.sti).data or ()}
    new = set(hashes) - known
    if new:
        head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
        lines = [*head, *(f'- {{hash: "{one}"}}' for one in sorted(known | new))]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return len(new)
