"""One measurement in a process of its own: python -m tests.ytelse.barn bygg|rent ROT. Prints JSON on the last line."""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.build import build_part, build_site, validate
from macros.build.minne import peak_mb, reset_peak
from macros.serve.live import LOOK_EVERY
from macros.validation.report import report
from tests.ytelse.prosjekt import write_plain

_TEXT = re.compile(r"(?m)^(\s*(?:- \{.*\b)?tekst: )(?![\"'>|])(\w)")


def whole(rot: Path) -> dict[str, object]:
    """Seconds and peak of each stage of a whole build in a fresh process."""
    bygg = build_site(rot, rot / "site")
    if bygg.funn:
        raise SystemExit(report(bygg.funn[:5]))
    pages = sum(1 for _ in (rot / "site").rglob("*.html"))
    return {"sider": pages, "tider": bygg.tider, "prosessortid": bygg.prosessortid, "minne": bygg.minne}


def saved(rot: Path) -> dict[str, object]:
    """Seconds from the saving of a record until its page stands in the site, as `vis` does it; the median of three."""
    before = build_site(rot, rot / "site", hold=True)
    seen = []
    path = rot / "data" / "eksempler" / "lorenskog.yml"
    for turn in range(3):
        text = path.read_text(encoding="utf-8")
        path.write_text(_TEXT.sub(rf"\1Lagret {turn} \2", text, count=1), encoding="utf-8", newline="\n")
        start, cpu = time.perf_counter(), time.process_time()
        now = build_part(rot, rot / "site", before.innhold)
        if now is None or now.funn:
            raise SystemExit("Den lagrede posten ga ikke en ny side.")
        seen.append((time.perf_counter() - start, time.process_time() - cpu))
        assert f"Lagret {turn} " in (rot / "site/eksempler/lorenskog/index.html").read_text(encoding="utf-8")
        before = now
    return {"sett": sorted(seen)[1][0] + LOOK_EVERY, "sett_cpu": sorted(seen)[1][1]}


def plain(rot: Path) -> dict[str, object]:
    """Write the same pages with the macros written out, for MkDocs with Material alone."""
    target = rot / "rent"
    target.mkdir()
    write_plain(validate(rot), rot, target)
    return {}


def mkdocs(rot: Path) -> dict[str, object]:
    """The build itself, in a process that has done nothing else."""
    with _measured() as out:
        from mkdocs.commands.build import build
        from mkdocs.config import load_config

        config = load_config(str(rot / "rent" / "mkdocs.yml"), site_dir=str(rot / "rent-site"))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    return out


@contextmanager
def _measured() -> Iterator[dict[str, object]]:
    out: dict[str, object] = {}
    reset_peak()
    start, cpu = time.perf_counter(), time.process_time()
    yield out
    out |= {"tid": time.perf_counter() - start, "prosessortid": time.process_time() - cpu, "minne": peak_mb()}


if __name__ == "__main__":
    jobs = {"bygg": whole, "lagret": saved, "rent": plain, "mkdocs": mkdocs}
    print(json.dumps(jobs[sys.argv[1]](Path(sys.argv[2]))))
