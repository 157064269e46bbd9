"""The directions of macros/ and frontend/: who may import whom, who knows the engine, who opens files, who prints.

Read from the source, module by module, so that a new module is held to the same.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.felles import ROOT

MACROS = ROOT / "macros"

MAY_IMPORT: dict[str, set[str]] = {
    "samtidig": set(),
    "model": set(),
    "loading": {"samtidig", "model"},
    "validation": {"samtidig", "model", "loading"},
    "queries": {"model"},
    "rendering": {"model", "queries"},
    "finne": {"model", "queries", "rendering"},
    "makroer": {"model", "queries", "rendering", "finne", "exports"},
    "finish": {"samtidig", "model"},
    "sok": {"samtidig", "model", "queries", "rendering"},
    "exports": {"model", "queries", "rendering"},
    "serve": set(),
    "lenker": {"serve"},
    "entry": {"loading", "makroer", "build"},
    "build": {
        "samtidig",
        "model",
        "loading",
        "validation",
        "queries",
        "rendering",
        "makroer",
        "sok",
        "exports",
        "finish",
        "finne",
        "scaffold",
    },
    "scaffold": {"model", "loading", "validation", "queries", "rendering"},
    "mottak": {"model", "loading", "build", "rendering", "scaffold"},
    "pakk": {"model"},
    "cli": {"pakk", "model", "loading", "validation", "build", "serve", "lenker", "rendering", "scaffold", "mottak"},
    "__init__": {"entry"},
}
"""Every part of macros/ and the parts it may import. A new part is written down here, once it is clear where it belongs."""

PURE = {"model", "queries", "rendering", "exports", "finne", "makroer"}
"""What gets a base and gives text: the same in, the same out."""

OUTSIDE = {"datetime", "glob", "http", "io", "os", "pathlib", "random", "shutil", "socket", "subprocess", "sys", "tempfile"} | {
    "time",
    "urllib",
}  # fmt: skip
"""Modules of the standard library through which a pure part would see the disk, the net, the clock or the machine."""

READS = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "glob", "rglob", "stat"}

MODULES = sorted(p for p in MACROS.rglob("*.py") if "__pycache__" not in p.parts)


def name_of(path: Path) -> str:
    return path.relative_to(MACROS).as_posix()


def part_of(path: Path) -> str:
    return path.relative_to(MACROS).parts[0].removesuffix(".py")


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    """Every module that is imported anywhere in the file, in full; names from a package as if they were modules."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}:{node.lineno}: skriv importen ut fra macros"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def called(path: Path) -> Iterator[tuple[str, int]]:
    """The last name of everything that is called, with its line."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node.func.id, node.lineno
            elif isinstance(node.func, ast.Attribute):
                yield node.func.attr, node.lineno


EVERY = pytest.mark.parametrize("path", MODULES, ids=name_of)


def test_every_part_has_its_place() -> None:
    assert {part_of(path) for path in MODULES} == set(MAY_IMPORT)


@EVERY
def test_a_part_imports_only_what_lies_below_it(path: Path) -> None:
    inside = {name.split(".")[1] for name in imports(path) if name.startswith("macros.")}
    assert inside - {part_of(path)} <= MAY_IMPORT[part_of(path)]


def test_the_directions_have_no_ring() -> None:
    below = {part: set(parts) for part, parts in MAY_IMPORT.items()}
    while bottom := {part for part, parts in below.items() if not parts}:
        below = {part: parts - bottom for part, parts in below.items() if part not in bottom}
    assert below == {}


@EVERY
def test_only_the_engine_knows_mkdocs_and_only_entry_its_macros(path: Path) -> None:
    tops = {name.partition(".")[0] for name in imports(path)}
    assert "mkdocs" not in tops or name_of(path) == "build/engine.py"
    assert "mkdocs_macros" not in tops or name_of(path) == "entry.py"
    defined = {node.name for node in ast.walk(tree_of(path)) if isinstance(node, ast.FunctionDef)}
    assert "define_env" not in defined or name_of(path) in ("entry.py", "__init__.py")


@EVERY
def test_a_pure_part_sees_nothing_outside(path: Path) -> None:
    if part_of(path) in PURE:
        assert {name.partition(".")[0] for name in imports(path)} & OUTSIDE == set()
        assert [(name, line) for name, line in called(path) if name in READS] == []


@EVERY
def test_only_loading_opens_files_of_data(path: Path) -> None:
    ways = [
        node.lineno
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Div)
        and isinstance(node.right, ast.Constant)
        and str(node.right.value).partition("/")[0] == "data"
    ]
    assert ways == [] or part_of(path) == "loading"


@EVERY
def test_only_the_commands_print_and_exit(path: Path) -> None:
    if part_of(path) == "cli":
        return
    assert [
        (name, line) for name, line in called(path) if name in {"print", "exit", "_exit", "quit", "SystemExit"}
    ] == []
    streams = [
        n.lineno for n in ast.walk(tree_of(path)) if isinstance(n, ast.Attribute) and n.attr in ("stdout", "stderr")
    ]
    assert streams == [] or name_of(path) == "lenker.py", "lenker reads what LinkChecker printed"


@EVERY
def test_no_page_text_or_html_lives_in_python(path: Path) -> None:
    """HTML stands in the templates; finish edits finished HTML, and check_pages talks about it.

    The office files of rendering/kontor are XML that no page ever shows.
    """
    if name_of(path).startswith("rendering/kontor/"):
        return
    if part_of(path) in {"model", "loading", "queries", "makroer"} or name_of(path).startswith("rendering/"):
        tags = [
            node.value
            for node in ast.walk(tree_of(path))
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and "</" in node.value
        ]
        assert tags == []


def test_what_the_tools_of_the_browser_share_leans_on_none_of_them() -> None:
    """Types may come from anywhere. What stands in side/ is for every page, so a tool that needs it moves it to felles/."""
    for path in sorted((ROOT / "frontend").glob("*/**/*.ts")):
        folder = path.relative_to(ROOT / "frontend").parts[0]
        if folder in ("node_modules", "prover"):
            continue
        run = re.findall(r"^import (?!type\b).*'(?:\.\./)+([a-z]+)/", path.read_text(encoding="utf-8"), re.M)
        assert folder != "felles" or set(run) <= {"eksport"}, path
        assert folder == "side" or "side" not in run, path
