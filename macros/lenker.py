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


MAX_ISSUE = 60_000
"""Characters; GitHub takes 65,536 in an issue."""


def as_issue(rapport: str) -> str:
    """The report as the body of an issue: fenced, so that nothing in it is read as Markdown, and short enough."""
    fence = "`" * 8
    left_out = (
        "\n… resten er utelatt; kjør `python3 kb.py lenker --eksterne` for alt." if len(rapport) > MAX_ISSUE else ""
    )
    return f"{fence}text\n{rapport[:MAX_ISSUE].replace(fence, '')}\n{fence}{left_out}\n"
