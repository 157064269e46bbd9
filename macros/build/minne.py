"""The peak of the memory of this process, stage by stage. Only Linux tells; elsewhere the peak is 0, «not measured»."""

from __future__ import annotations

from pathlib import Path

_RESET = Path("/proc/self/clear_refs")
_STATUS = Path("/proc/self/status")


def reset_peak() -> None:
    """Begin a new stage: the peak is counted from here."""
    try:
        _RESET.write_text("5", encoding="ascii")
    except OSError:
        return


def peak_mb() -> int:
    """The most memory held since the stage began, in MB (10⁶ bytes); 0 where the system does not tell."""
    try:
        lines = _STATUS.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return 0
    kb = next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), 0)
    return kb * 1024 // 1_000_000
