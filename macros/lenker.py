"""LinkChecker over the finished site: a second opinion on the inner links, and the one look at links to other hosts."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
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
verbose=1
[csv]
parts=urlname,parentname,result,warningstring,infostring,valid,url
"""

_FIRST = "urlname;parentname;"  # how the table in LinkChecker's output begins
_FOR_GOOD = ("status: 301", "status: 308")
_GONE = ("404", "410")
_LATER = ("429", "robots.txt")

SVAR = {
    "svarte": "Svarte",
    "flyttet": "Svarte, men er flyttet for godt",
    "borte": "Borte: tjeneren sier at siden ikke finnes",
    "feil": "Svarte med en feil, eller ikke i det hele tatt",
    "utelatt": "Ikke prøvd: tjeneren vil ikke, eller ba oss vente",
}
"""What an address can answer, in words. A site that stops robots answers with a fault, though it works in a browser."""


@dataclass(frozen=True, slots=True)
class Adresse:
    """One address that was tried: the page it stands on, what came back in LinkChecker's words, and one of SVAR."""

    adresse: str
    side: str
    sagt: str
    svar: str

    @property
    def linje(self) -> str:
        """Address, page and answer on one line."""
        return f"{self.adresse} på {self.side or '/'}: {self.sagt}"


@dataclass(frozen=True, slots=True)
class Lenkesvar:
    """What LinkChecker found: whether all is well, a report, and every address on another host, in order."""

    ok: bool
    rapport: str
    eksterne: tuple[Adresse, ...] = ()

    @property
    def antall(self) -> dict[str, int]:
        """How many of the addresses on other hosts gave each of SVAR."""
        found = Counter(a.svar for a in self.eksterne)
        return {svar: found[svar] for svar in SVAR}

    @property
    def noen_svarte(self) -> bool:
        """Whether any did: if not, this machine can't reach the net, and the figures say nothing of the links."""
        return any(a.svar in ("svarte", "flyttet") for a in self.eksterne)


def check_links(site: Path, work: Path, eksterne: bool = False) -> Lenkesvar:
    """Run LinkChecker over `site`, served on loopback. `work`: a folder for its settings. With `eksterne` also other hosts."""
    work.mkdir(parents=True, exist_ok=True)
    config = work / "linkcheckerrc"
    config.write_text(_CONFIG, encoding="utf-8")
    with tjener(site) as address:
        command = [
            *(sys.executable, "-m", "linkcheck", "-f", str(config), "--no-status", "-o", "csv/utf-8"),
            *(["--check-extern"] if eksterne else []),
            address,
        ]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    home = address.rstrip("/") + "/"
    found = sorted({_answer(row, home) for row in _rows(done.stdout)}, key=lambda a: (a.adresse, a.side))
    if not found:  # it did not get as far as its table
        return Lenkesvar(False, done.stdout + done.stderr)
    dead = [a for a in found if a.svar in ("borte", "feil")]
    return Lenkesvar(
        ok=done.returncode == 0 and not dead,
        rapport="\n".join([f"{len(found)} adresser er prøvd. {len(dead)} svarer ikke.", *(a.linje for a in dead)]),
        eksterne=tuple(a for a in found if a.adresse.startswith(("http://", "https://"))) if eksterne else (),
    )


def _rows(output: str) -> Iterator[dict[str, str]]:
    """The rows of the table in LinkChecker's output, past what it says of itself."""
    lines = output.splitlines()
    start = next((i for i, line in enumerate(lines) if line.startswith(_FIRST)), len(lines))
    return (row for row in csv.DictReader(lines[start:], delimiter=";") if row["valid"])


def _answer(row: dict[str, str], home: str) -> Adresse:
    """What one address answered. `home`: the address of the site here, which is left out of what is told."""
    written, real, page, said = (row[k].replace(home, "/") for k in ("urlname", "url", "parentname", "result"))
    notes = row["warningstring"] + row["infostring"] + said
    if any(word in notes for word in _LATER):
        svar = "utelatt"
    elif row["valid"] != "True":
        svar = "borte" if said.startswith(_GONE) else "feil"
    else:
        svar = "flyttet" if any(word in notes for word in _FOR_GOOD) else "svarte"
    return Adresse(written if "://" in written else real, page, said, svar)


MAX_ISSUE = 60_000
"""Characters; GitHub takes 65,536 in an issue."""


def as_issue(rapport: str) -> str:
    """The report as the body of an issue: fenced, so that nothing in it is read as Markdown, and short enough."""
    fence = "`" * 8
    left_out = (
        "\n… resten er utelatt; kjør `python3 kb.py lenker --eksterne` for alt." if len(rapport) > MAX_ISSUE else ""
    )
    return f"{fence}text\n{rapport[:MAX_ISSUE].replace(fence, '')}\n{fence}{left_out}\n"
