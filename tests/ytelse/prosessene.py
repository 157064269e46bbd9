"""The memory of a process and all that it has started, as Linux tells it."""

from __future__ import annotations

import contextlib
from pathlib import Path


def held_mb(pid: int) -> int:
    """What the process and those below it hold now, in MB (10⁶ bytes); what several share is counted once. 0 elsewhere."""
    return sum(map(_kb, _family(pid))) * 1024 // 1_000_000


def _family(pid: int) -> list[int]:
    found = [pid]
    for one in found:  # grows as the children are found
        with contextlib.suppress(OSError):
            for task in Path(f"/proc/{one}/task").iterdir():
                found += [int(child) for child in (task / "children").read_text(encoding="ascii").split()]
    return found


def _kb(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:  # it has ended, or the system does not tell
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
