"""The same sources through the engine that may come after MkDocs: `python3 kb.py motor-prove`.

Both engines go through the whole of our build: check, pages, finish. Text, links, tables, headings and pictures of every
page are then held against each other, and what differs is told by kind and page. Nothing here is part of the site.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from macros.build import Bygg, build_site
from macros.build.engine import run_mkdocs
from macros.model.maaling import Tall
from tests.motor.ulikt import KINDS, differences
from tests.motor.zensical import run_zensical, version
from tests.ytelse.lagre import save

ROT = Path(__file__).resolve().parents[2]
MISSING, EXTRA = "mangler", "bare i den nye"


@dataclass(slots=True)
class Prove:
    """The outcome: what differs on each page by its path, how many pages there are, what stopped it, and seconds of CPU."""

    ulikt: dict[str, dict[str, str]] = field(default_factory=dict)
    sider: int = 0
    funn: list[str] = field(default_factory=list)
    tid: dict[str, float] = field(default_factory=dict)

    def teller(self) -> Counter[str]:
        """Pages by kind of difference."""
        return Counter(kind for found in self.ulikt.values() for kind in found)


def main(argv: list[str] | None = None) -> int:
    """Try and tell. Returns 0 where every page is the same, 1 where something differs or stops."""
    options = argparse.ArgumentParser(prog="motor-prove")
    options.add_argument("--lagre", action="store_true", help="skriv tallene i data/tilstand/motor.json")
    options.add_argument("--behold", type=Path, help="legg de to nettstedene i denne mappa")
    args = options.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="kb-motor-") as scratch:
        found = compare(ROT, args.behold or Path(scratch), run_zensical)
    for line in told(found):
        print(line)
    if args.lagre:
        path = save("motor", f"Prøve med {version()}", "python3 kb.py motor-prove --lagre", figures(found))
        print(f"Tallene er skrevet i {path.relative_to(ROT)}.")
    return 1 if found.ulikt or found.funn else 0


def compare(rot: Path, folder: Path, engine: Callable) -> Prove:
    """Build the project with MkDocs and with `engine` below `folder`, and hold the pages against each other."""
    prove = Prove()
    sites = {}
    for name, motor in (("MkDocs", run_mkdocs), ("ny", engine)):
        out = folder / name
        bygg = build_site(rot, out, engine=_timed(prove, name, motor))
        prove.funn += [f"{name}: {one.fil} [{one.kode}] {one.melding}" for one in bygg.funn]
        sites[name] = _built(bygg, out)
    pages = {name: _pages(site) for name, site in sites.items()}
    if not pages["ny"]:  # it stopped before it wrote anything
        return prove
    prove.sider = len(pages["MkDocs"])
    for path in sorted(pages["MkDocs"].keys() | pages["ny"].keys()):
        if found := _held(pages["MkDocs"].get(path), pages["ny"].get(path), path):
            prove.ulikt[path] = found
    return prove


def _held(ours: Path | None, theirs: Path | None, path: str) -> Mapping[str, str]:
    if not ours or not theirs:
        return {EXTRA if theirs else MISSING: "hele siden"}
    url = "/" + path.removesuffix("index.html")
    return differences(ours.read_text("utf-8"), theirs.read_text("utf-8"), url)


def _built(bygg: Bygg, out: Path) -> Path:
    """Where the pages lie: a site with findings is not put in its place, but its pages can be compared."""
    return out.with_name(out.name + ".ny") if bygg.funn else out


def _pages(site: Path) -> dict[str, Path]:
    return {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*.html"))}


def _timed(prove: Prove, name: str, engine: Callable) -> Callable:
    def run(*args: object, **kwargs: object) -> object:
        with _clock(prove, name):
            return engine(*args, **kwargs)

    return run


@contextmanager
def _clock(prove: Prove, name: str) -> Iterator[None]:
    """Time of the processor, also of what was started: it hangs less on what else runs."""

    def used() -> float:
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        return time.process_time() + children.ru_utime + children.ru_stime

    start = used()
    yield
    prove.tid[name] = used() - start


def told(prove: Prove) -> Iterator[str]:
    """The outcome as lines to read: each page, then the kinds, then how many are the same."""
    yield from prove.funn[:20]
    for path, found in prove.ulikt.items():
        yield f"{path}: " + "; ".join(f"{kind} {place}" for kind, place in found.items())
    for kind, number in prove.teller().most_common():
        yield f"{kind}: {number} sider"
    if prove.sider:
        yield f"{_same(prove)} av {prove.sider} sider er like."
    else:
        yield "Ingen sider ble laget. Siden om/motor.md sier hvordan du går fram."


def figures(prove: Prove) -> list[Tall]:
    """The outcome as figures for the page om/motor.md."""
    count = prove.teller()
    kinds = [*KINDS, *(f"rammen: {kind}" for kind in KINDS), MISSING, EXTRA]
    return [
        Tall(hva="Sider som er like", verdi=f"{_same(prove)} av {prove.sider}", maal="alle", nadd=not prove.ulikt),
        *(
            Tall(hva=f"Sider med ulikhet, {kind}", verdi=str(count[kind]), maal="0", nadd=False)
            for kind in kinds
            if count[kind]
        ),
        Tall(hva="Funn som stanset byggingen", verdi=str(len(prove.funn)), maal="0", nadd=not prove.funn),
        *(
            Tall(hva=f"Prosessortid for sidene, {name}", verdi=f"{seconds:.0f} s")
            for name, seconds in (("MkDocs", prove.tid.get("MkDocs", 0)), (version(), prove.tid.get("ny", 0)))
        ),
    ]


def _same(prove: Prove) -> int:
    return prove.sider - sum(1 for found in prove.ulikt.values() if EXTRA not in found)


if __name__ == "__main__":
    sys.exit(main())
