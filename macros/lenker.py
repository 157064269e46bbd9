"""LinkChecker over the finished site: a second opinion on the inner links, and the one look at links to other hosts."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from macros.serve.static import tjener

_CONFIG = """[checking]
maxrequestspersecond=1000
threads=10
timeout=30
[filtering]
ignorewarnings=url-content-too-large,http-redirected,url-rate-limited
[output]
warnings=1
"""


@dataclass(frozen=True, slots=True)
class Lenkesvar:
    """What LinkChecker found: whether all is well, and its own report."""

    ok: bool
    rapport: str


def check_links(site: Path, work: Path, eksterne: bool = False) -> Lenkesvar:
    """Run LinkChecker over `site`, served on loopback. `work`: a folder for its settings. With `eksterne` also other hosts."""
    work.mkdir(parents=True, exist_ok=True)
    config = work / "linkcheckerrc"
    config.write_text(_CONFIG, encoding="utf-8")
    with tjener(site) as address:
        command = [
            sys.executable,
            "-m",
            "linkcheck",
            "-f",
            str(config),
            "--no-status",
            *(["--check-extern"] if eksterne else []),
            address,
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    return Lenkesvar(done.returncode == 0, (done.stdout + done.stderr).replace(address, "/"))
