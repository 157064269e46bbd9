"""Every real record and page broken at random, in the ways people and programs break files.

A round breaks each file once, and asks of all of them together: a finding with a code and a line of that file, or records
that are as many as they were written and can be built and shown. Never a traceback, and no record that goes away in silence.

    python -m tests.validation.mutasjon --runder 100 --fro 7     a long run; prints what it met
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import yaml

from macros.build.check_pages import check_pages
from macros.build.koder import every_code
from macros.build.page import read_page, read_pages
from macros.loading import Raadata, Raafil, build_base, read_data
from macros.loading.kinds import SLAG
from macros.loading.yamlfile import read_yaml
from macros.makroer import Makroer
from macros.model import Funn, Kunnskapsbase
from macros.rendering.example import parts_with_content
from macros.validation import check_data
from macros.validation.report import report
from tests.felles import ROOT
from tests.validation.endringer import change_data

SLOW = 60.0  # seconds of work for a whole round, whatever else the machine does; a hang is minutes


@dataclass
class Utfall:
    """What the mutants of a run came to."""

    mutanter: int = 0
    fortalt: int = 0
    vist: int = 0
    ulike: int = 0
    koder: Counter[str] = field(default_factory=Counter)
    lengst: float = 0.0


def one_round(rng: random.Random, raw: Raadata, scratch: Path) -> Utfall:
    """Break every file of the data once. Raises AssertionError where one is lost or told of badly."""
    start = time.process_time()
    broken = {
        fil.yaml.fil: mutant(rng, fil, scratch) for fil in raw.filer if fil.slag.one_file_each or rng.random() < 0.3
    }
    found = check_data(_with(raw, broken.values()))
    _well_told(found, broken)
    told = {f.fil for f in found}
    silent = {name: fil for name, fil in broken.items() if name not in told}
    _none_lost(silent.values())
    fine = _with(raw, silent.values())
    rest = check_data(fine)
    _well_told(rest, broken)
    while rest:  # alone among whole files, some are told of after all, or make others be told of: put those back
        names = {f.fil for f in rest}
        silent = {name: fil for name, fil in silent.items() if name not in names} if names & set(silent) else {}
        fine = _with(raw, silent.values())
        rest = check_data(fine)
    _can_be_shown(fine)
    changed = sum(fil.yaml.data != _named(raw, name).yaml.data for name, fil in silent.items())
    lasted = time.process_time() - start
    assert lasted < SLOW, f"runden tok {lasted:.0f} s"
    return Utfall(len(broken), len(broken) - len(silent), len(silent), changed, Counter(f.kode for f in found), lasted)


def _with(raw: Raadata, changed: Iterable[Raafil]) -> Raadata:
    by_name = {fil.yaml.fil: fil for fil in changed}
    filer = tuple(by_name.get(fil.yaml.fil, fil) for fil in raw.filer)
    return replace(raw, filer=filer, funn=tuple(f for fil in filer for f in fil.yaml.funn))


def _named(raw: Raadata, name: str) -> Raafil:
    return next(fil for fil in raw.filer if fil.yaml.fil == name)


def _well_told(found: Iterable[Funn], broken: dict[str, Raafil]) -> None:
    known = every_code()
    for f in found:
        assert f.kode in known, f
        assert f.linje >= 0, f
        assert 10 < len(f.melding) < 1000, f
        assert len(f.tips) < 1000, f
        assert all(sign.isprintable() or sign in "\n\u00a0\u202f" for sign in report([f])), f


def _none_lost(filer: Iterable[Raafil]) -> None:
    for fil in filer:
        data = fil.yaml.data
        written = 1 if fil.slag.one_file_each else len(data) if isinstance(data, list) else 0
        assert len(list(fil.poster())) == written, fil.yaml.fil


def records_in(base: Kunnskapsbase) -> int:
    """How many records a base holds, of all kinds: the values of its mappings that are a kind's class."""
    classes = tuple(slag.klasse for slag in SLAG)
    collections = [getattr(base, f.name) for f in fields(base) if f.name != "kodelister"]
    return sum(isinstance(post, classes) for c in collections if isinstance(c, Mapping) for post in c.values())


def _can_be_shown(raw: Raadata) -> None:
    """Built to a base with every record in it, and each example and table made from it."""
    base = build_base(raw, (), {})
    assert records_in(base) == sum(len(list(raw.av_slag(slag.navn))) for slag in SLAG)
    makroer = Makroer(base)
    for e in base.eksempler.values():
        for part in parts_with_content(e):
            assert makroer.eksempel(e.id, part)
        makroer.tidslinje(e.id)
    for n in base.nettverk:
        assert makroer.nettverk(n)
    for macro in (makroer.eksempler, makroer.strategier, makroer.tiltak, makroer.resultater, makroer.erfaringer):
        assert macro()
    assert all((makroer.utforsker("kilder"), makroer.utforsker("ordliste"), makroer.lovkrav(), makroer.nokkeltall()))


# One file


def mutant(rng: random.Random, fil: Raafil, scratch: Path) -> Raafil:
    """The file after one change: to its data, to its text, or to its bytes."""
    path = scratch / "mutant.yml"
    original = (ROOT / fil.yaml.fil).read_bytes()
    if rng.random() < 0.5:
        changed = change_data(rng, fil.yaml.data)
        text = yaml.dump(changed, Dumper=Plain, allow_unicode=True, sort_keys=False)
        content = text.encode("utf-8", errors="surrogatepass")
    else:
        content = rng.choice(BYTES)(rng, original)
    path.write_bytes(content)
    return replace(fil, yaml=read_yaml(path, fil.yaml.fil))


class Plain(yaml.SafeDumper):
    """Writes no anchors, whatever is the same object."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _lines(change: Callable[[random.Random, list[str], int], None]) -> Callable[[random.Random, bytes], bytes]:
    def on_bytes(rng: random.Random, content: bytes) -> bytes:
        lines = content.decode().split("\n")
        for _ in range(rng.choice((1, 1, 1, 2, 5))):
            change(rng, lines, rng.randrange(len(lines)))
        return "\n".join(lines).encode()

    return on_bytes


def _drop_line(rng: random.Random, lines: list[str], i: int) -> None:
    if len(lines) > 1:
        del lines[i]


def _double_line(rng: random.Random, lines: list[str], i: int) -> None:
    lines.insert(i, lines[i])


def _swap_lines(rng: random.Random, lines: list[str], i: int) -> None:
    j = rng.randrange(len(lines))
    lines[i], lines[j] = lines[j], lines[i]


def _move_in(rng: random.Random, lines: list[str], i: int) -> None:
    lines[i] = rng.choice((" ", "  ", "\t", "    ", "- ", "# ")) + lines[i]


def _move_out(rng: random.Random, lines: list[str], i: int) -> None:
    lines[i] = lines[i][rng.choice((1, 2, 4)) :]


def _lose_sign(rng: random.Random, lines: list[str], i: int) -> None:
    places = [j for j, sign in enumerate(lines[i]) if sign in "\"':,{}[]-–_ "]
    if places:
        at = rng.choice(places)
        lines[i] = lines[i][:at] + lines[i][at + 1 :]


def _put_in(rng: random.Random, lines: list[str], i: int) -> None:
    at = rng.randrange(len(lines[i]) + 1)
    lines[i] = lines[i][:at] + rng.choice(PUT_IN) + lines[i][at:]


PUT_IN = (
    ": ", " #x", "&a ", "*a ", "!x ", "\t", "\u00a0", "\u200b", "\ufeff", "\u0000", "\u0007", "\u0085", "\u2028", "\r", "\"",
    "'", "{", "}", "[", "]", ",", "|", ">", "%", "@", "`", "---\n", "...\n", "? ", "- ", "<<: ", "~", "<b>", "{{ x }}",
    "javascript:", "ola@example.org", "22 33 44 55", "TODO", "**x**", "Ã¸", "\ufffd", "\u0430", "0301", "NO", "12:30", "1e9",
    "-1", "9" * 30, "x" * 3000, "\U0001f3e0", "a\u030a", "\\", "${x}", "=1+1", "../", "\ud7ff", "\u202e",
)  # fmt: skip


def _encoded(name: str) -> Callable[[random.Random, bytes], bytes]:
    return lambda rng, content: content.decode().encode(name, errors="replace")


def _ends(end: bytes) -> Callable[[random.Random, bytes], bytes]:
    return lambda rng, content: content.replace(b"\n", end)


BYTES: tuple[Callable[[random.Random, bytes], bytes], ...] = (
    *map(_lines, (_drop_line, _double_line, _swap_lines, _move_in, _move_out, _lose_sign, _put_in, _put_in, _put_in)),
    *map(_encoded, ("latin-1", "utf-16", "utf-16-be", "utf-32", "cp1252", "cp865", "utf-8-sig", "utf-7")),
    *map(_ends, (b"\r\n", b"\r", b"\n\n", b"", b"\n\r")),
    lambda rng, content: content[: rng.randrange(len(content) + 1)],
    lambda rng, content: content[rng.randrange(len(content) + 1) :],
    lambda rng, content: content + content,
    lambda rng, content: b"",
    lambda rng, content: content.replace(b"  ", b"\t"),
    lambda rng, content: bytes(
        rng.choice((b ^ 1 << rng.randrange(8), b)) if rng.random() < 0.002 else b for b in content
    ),
    lambda rng, content: content[: (at := rng.randrange(len(content) + 1))] + rng.randbytes(8) + content[at:],
)
"""The ways to break the bytes of a file."""


# Pages


def one_round_of_pages(rng: random.Random, raw: Raadata, scratch: Path) -> Utfall:
    """Break every page once; check_pages must tell, or find nothing wrong. Raises what it stumbles on."""
    base = build_base(raw, (), {})
    root = scratch / "sider"
    for side in read_pages(ROOT):
        path = root / side.fil
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(rng.choice(BYTES)(rng, (ROOT / side.fil).read_bytes()))
    sider = [read_page(path, root) for path in sorted((root / "docs").rglob("*.md"))]
    start = time.process_time()
    found = check_pages(sider, raw, base, Makroer(base, every_code()).alle())
    _well_told(found, {})
    told = {f.fil for f in found}
    return Utfall(
        len(sider),
        sum(s.fil in told for s in sider),
        sum(s.fil not in told for s in sider),
        0,
        Counter(f.kode for f in found),
        time.process_time() - start,
    )


def run(rounds: int, seed: int, one: Callable[[random.Random, Raadata, Path], Utfall] = one_round) -> Utfall:
    """So many rounds; each has a seed of its own (seed + its number), which stands in what goes wrong."""
    raw, total = read_data(ROOT), Utfall()
    with tempfile.TemporaryDirectory() as scratch:
        for n in range(rounds):
            try:
                u = one(random.Random(seed + n), raw, Path(scratch))
            except Exception as error:
                error.add_note(f"frø {seed + n}")
                raise
            total = Utfall(
                total.mutanter + u.mutanter,
                total.fortalt + u.fortalt,
                total.vist + u.vist,
                total.ulike + u.ulike,
                total.koder + u.koder,
                max(total.lengst, u.lengst),
            )
    return total


def main(argv: Sequence[str] | None = None) -> None:
    """A long run of both."""
    parser = argparse.ArgumentParser(description="Ødelegger hver post og side på måfå og ser at det blir sagt fra.")
    parser.add_argument("--runder", type=int, default=20)
    parser.add_argument("--fro", type=int, default=1)
    args = parser.parse_args(argv)
    for name, one in (("poster", one_round), ("sider", one_round_of_pages)):
        u = run(args.runder, args.fro, one)
        print(
            f"{name}: {u.mutanter} mutanter, {u.fortalt} ga melding, {u.vist} kunne vises (av dem {u.ulike} endret), "
            f"lengste runde {u.lengst:.1f} s"
        )
        print("  " + ", ".join(f"{kode} {n}" for kode, n in sorted(u.koder.items())))


if __name__ == "__main__":
    main()
