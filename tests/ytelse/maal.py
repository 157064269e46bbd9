"""How long the build takes and what it needs, at the sizes asked for: `python3 kb.py ytelse --antall 100,1000`.

Each measurement runs in a process of its own. The ratio is of time on the clock, since the build uses more than one core and
MkDocs alone does not: run it on a machine that does nothing else. What the processors did is told too.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from macros.model.maaling import Tall
from tests.ytelse import fyr
from tests.ytelse.lagre import ROT, save, saved
from tests.ytelse.prosessene import held_mb
from tests.ytelse.prosjekt import make_project
from tests.ytelse.vekt import bytes_by_kind, first_view

NOT_MEASURED = "ikke målt"
SAVED_AT_MOST = 1000  # examples: what a save takes is asked at sizes that may come, and needs a whole build first
LOOK_EVERY = 0.5  # seconds between looks at the memory
BUSY = "Tallene gjelder denne maskinen, og hva den ellers holdt på med."

GOALS = (
    ("forhold", "hele byggingen mot MkDocs alene, på klokka", 1.5, "{:.2f}"),
    ("vekst", "tid per side, største mot nest største", 1.2, "{:.2f}"),
    ("minne", "minne ved 5 000 eksempler (MB)", 400, "{:.0f}"),
    ("sett", "sekunder fra en post er lagret til den er sett", 3, "{:.1f}"),
    ("forste", "første visning uten skrift (kB)", 75, "{:.0f}"),
    ("forste_skrift", "første visning med skrift (kB)", 110, "{:.0f}"),
    ("lcp", "LCP på mobil (sekunder)", 2, "{:.2f}"),
    ("cls", "CLS", 0.1, "{:.3f}"),
)


def main(argv: Sequence[str]) -> int:
    """Measure and print; returns 0 also where a goal is missed, since the figures are what is asked for."""
    parser = argparse.ArgumentParser(prog="kb.py ytelse")
    parser.add_argument("--antall", default="100,1000,5000")
    parser.add_argument("--lagre", action="store_true")
    args = parser.parse_args(argv)
    sizes = [int(part) for part in args.antall.split(",")]
    found: dict[str, Any] = {"storrelser": {}}
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="kb-ytelse-") as folder:
            found["storrelser"][str(size)] = result = measure(Path(folder) / "base", size)
            _tell(size, result)
            if size == sizes[0]:
                found["forste"] = _look(Path(folder) / "base")
                found["fyr"] = _light(Path(folder) / "base")
    found["maal"] = goals(found, sizes)
    for key, text, goal, form in GOALS:
        if key in found["maal"]:
            value = found["maal"][key]
            met = "nådd" if value <= goal else "IKKE nådd"
            print(f"{text}: {form.format(value)} (mål: høyst {goal}) {met}".replace(".", ","))
    if args.lagre:
        command = f"python3 kb.py ytelse --antall {args.antall} --lagre"
        new = list(figures(found))
        print(f"Lagret i {save('ytelse', 'Fart og vekt', command, merged(new, saved('ytelse')), BUSY).name}")
    return 0


def measure(root: Path, size: int) -> dict[str, Any]:
    """All of one size: the whole build, a saved record, and MkDocs alone on the same pages."""
    make_project(ROT, root, size)
    whole = _child("bygg", root)
    whole["minne_i_alt"] = whole.pop("prosessene")
    whole |= {"byte": bytes_by_kind(root / "site")}
    if size <= SAVED_AT_MOST:
        whole |= _child("lagret", root)
    _child("rent", root)
    plain = _child("mkdocs", root)
    clock, processors = sum(whole["tider"].values()), sum(whole["prosessortid"].values())
    return {
        **whole,
        "tid": clock,
        "sum": processors,
        "rent": plain,
        "forhold": clock / plain["tid"],
        "forhold_prosessor": processors / plain["prosessortid"],
        "per_side": processors / whole["sider"],
    }


def goals(found: dict[str, Any], sizes: Sequence[int]) -> dict[str, float]:
    """What the goals are held against; the ratio and the saved record at the smallest size, which is nearest the real one."""
    small, large = found["storrelser"][str(sizes[0])], found["storrelser"][str(sizes[-1])]
    sent = found["forste"]["ours"]["byte"]
    fonts = sent.get(".woff2", 0)
    out = {
        "forhold": max(r["forhold"] for r in found["storrelser"].values()),
        "sett": small["sett"],
        "forste": (sum(sent.values()) - fonts) / 1000,
        "forste_skrift": sum(sent.values()) / 1000,
        "lcp": found["forste"]["ours"]["lcp"],
        "cls": found["forste"]["ours"]["cls"],
    }
    if len(sizes) > 1:
        out["vekst"] = large["per_side"] / found["storrelser"][str(sizes[-2])]["per_side"]
    if sizes[-1] == 5000:
        out["minne"] = large["minne_i_alt"]
    return out


def figures(found: dict[str, Any]) -> Iterator[Tall]:
    """The goals first, then each size, as they are read on the page."""
    for key, text, goal, form in GOALS:
        if key in found["maal"]:
            value = found["maal"][key]
            yield Tall(
                hva=_capital(text), verdi=_comma(form.format(value)), maal=f"høyst {_comma(goal)}", nadd=value <= goal
            )
        else:
            yield Tall(hva=_capital(text), verdi=NOT_MEASURED, maal=f"høyst {_comma(goal)}")
    for size, r in found["storrelser"].items():
        if "sett" in r:
            yield Tall(
                hva=f"{size} eksempler: fra lagret til sett",
                verdi=f"{_comma(round(r['sett'], 1))} s på klokka, {_comma(round(r['sett_cpu'], 1))} s prosessortid",
            )
        for what, whole, plain in (
            ("tid på klokka", r["tider"], r["rent"]["tid"]),
            ("prosessortid", r["prosessortid"], r["rent"]["prosessortid"]),
        ):
            stages = ", ".join(f"{stage} {_comma(round(seconds, 1))} s" for stage, seconds in whole.items())
            ratio = _comma(f"{sum(whole.values()) / plain:.2f}")
            yield Tall(
                hva=f"{size} eksempler, {r['sider']} sider: {what}",
                verdi=f"{stages}; MkDocs alene {_comma(round(plain, 1))} s, forhold {ratio}",
            )
        stages = ", ".join(f"{stage} {mb} MB" for stage, mb in r["minne"].items())
        yield Tall(
            hva=f"{size} eksempler: mest minne",
            verdi=f"{r['minne_i_alt'] or NOT_MEASURED} MB i alle prosesser; i den første: {stages}; "
            f"MkDocs alene {r['rent']['minne']} MB",
        )
    for name, address in fyr.PAGES.items():
        for who, key in (("her", "ours"), ("i Material alene", "material")):
            if one := found["fyr"][key].get(address):
                yield Tall(
                    hva=f"Lighthouse på mobil, {_small(name)} {who}",
                    verdi=fyr.in_words(one),
                    maal=fyr.GOAL if key == "ours" else "",
                    nadd=fyr.reached(one) if key == "ours" else None,
                )
    if not found["fyr"]["ours"]:
        yield Tall(hva="Lighthouse på mobil", verdi=NOT_MEASURED, maal=fyr.GOAL)


def merged(new: Sequence[Tall], before: Sequence[Tall]) -> list[Tall]:
    """The new figures; where this run has none («ikke målt», another size), the one that was measured before stays."""
    old = {tall.hva: tall for tall in before}
    kept = [old.get(tall.hva, tall) if tall.verdi == NOT_MEASURED else tall for tall in new]
    told = {tall.hva for tall in new}
    sizes = {_size(tall) for tall in new}
    rest = [tall for tall in before if tall.hva not in told and _size(tall) not in sizes and _size(tall)]
    return sorted([*kept, *rest], key=_size)


def _size(tall: Tall) -> int:
    """The number of examples a figure is of; 0 for the goals, which come first."""
    found = re.match(r"([0-9]+) eksempler", tall.hva)
    return int(found[1]) if found else 0


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _small(text: str) -> str:
    return text[0].lower() + text[1:]


def _comma(value: object) -> str:
    return str(value).replace(".", ",")


def _look(root: Path) -> dict[str, Any]:
    found = {"ours": first_view(root / "site"), "material": first_view(root / "rent-site")}
    for name, one in (("her", found["ours"]), ("Material alene", found["material"])):
        kinds = ", ".join(f"{kind} {size / 1000:.1f}" for kind, size in one["byte"].items())
        text = f"Første visning, {name}: {sum(one['byte'].values()) / 1000:.0f} kB ({kinds}), LCP {one['lcp']:.2f} s, "
        print(f"{text}CLS {one['cls']:.3f}".replace(".", ","), flush=True)
    return found


def _light(root: Path) -> dict[str, dict[str, dict[str, float | None]]]:
    found = {"ours": fyr.scores(root / "site"), "material": fyr.scores(root / "rent-site")}
    if not found["ours"]:
        print("Lighthouse: ikke målt. Det må hentes fra nettet, og trenger Node.", flush=True)
    for name, address in fyr.PAGES.items():
        for who, one in (("her", found["ours"]), ("Material alene", found["material"])):
            if address in one:
                print(f"Lighthouse på mobil, {_small(name)}, {who}: {fyr.in_words(one[address])}", flush=True)
    return found


def _child(job: str, root: Path) -> dict[str, Any]:
    """What the job found, and `prosessene`: the most memory that it and its workers held at once, in MB."""
    command = [sys.executable, "-m", "tests.ytelse.barn", job, str(root)]
    peak = 0
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        process = subprocess.Popen(command, cwd=ROT, stdout=said, stderr=subprocess.STDOUT)
        while process.poll() is None:
            peak = max(peak, held_mb(process.pid))
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(LOOK_EVERY)
        said.seek(0)
        text = said.read()
    if process.returncode:
        raise SystemExit(f"Målingen «{job}» stanset:\n{text[-3000:]}")
    return json.loads(text.strip().splitlines()[-1]) | {"prosessene": peak}


def _line(what: str, clock: float, cpu: float, mb: int) -> str:
    return f"  {what:<14}{clock:8.1f} s på klokka {cpu:8.1f} s prosessortid {mb:6} MB".replace(".", ",")


def _tell(size: int, r: dict[str, Any]) -> None:
    print(f"\n{size} eksempler, {r['sider']} sider")
    for stage, seconds in r["tider"].items():
        print(_line(stage, seconds, r["prosessortid"][stage], r["minne"][stage]))
    print(_line("i alt", r["tid"], r["sum"], r["minne_i_alt"]))
    print(_line("MkDocs alene", r["rent"]["tid"], r["rent"]["prosessortid"], r["rent"]["minne"]))
    ratios = f"forhold {r['forhold']:.2f} (prosessortid {r['forhold_prosessor']:.2f})"
    print(f"  {ratios}, per side {1000 * r['per_side']:.1f} ms".replace(".", ","))
    if "sett" in r:
        print(f"  fra lagret til sett {r['sett']:.1f} s (prosessortid {r['sett_cpu']:.1f} s)".replace(".", ","))
    kinds = ", ".join(f"{kind} {size / 1e6:.1f} MB" for kind, size in list(r["byte"].items())[:6])
    print(f"  {kinds}".replace(".", ",", 0), flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
