"""A small project to test with: the invented base of tests/fixtures, the real schemas and code lists, changes on top.

A folder of changes holds files that are put over the base (data/…), and may hold endring.yml for what is said shorter:

    bytt:      [{fil: data/…, fra: …, til: …}]   replace a text that stands once in a file of the base
    slett:     [data/…]                          delete files
    fyll_opp:  {data/…: 2000000}                 add comment lines until the file has so many bytes
    skriv_som: {data/…: latin-1}                 write the file in another encoding
    lenk:      {data/…: navn.yml}                make a symbolic link
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

from macros.loading import read_data
from macros.validation import check_data
from macros.validation.report import report

ROOT = Path(__file__).resolve().parents[1]
FIXTURES = ROOT / "tests" / "fixtures"
BASE = FIXTURES / "base"

_CHANGES = "endring.yml"
_FILLER = "# " + "." * 77 + "\n"


def make_project(target: Path, changes: Path | None = None) -> Path:
    """The base in a new folder below `target`, with the changes made. Returns the root of the project."""
    root = target / "prosjekt"
    shutil.copytree(BASE, root)
    shutil.copytree(ROOT / "data" / "skjema", root / "data" / "skjema")
    shutil.copy(ROOT / "data" / "kodelister.yml", root / "data")
    if changes:
        if (changes / "data").is_dir():
            shutil.copytree(changes / "data", root / "data", dirs_exist_ok=True)
        if (changes / _CHANGES).is_file():
            _change(root, yaml.safe_load((changes / _CHANGES).read_text(encoding="utf-8")))
    return root


def report_of(root: Path) -> str:
    """What a contributor reads about the project: all findings as text; «» where there are none."""
    text = report(check_data(read_data(root)))
    return text + "\n" if text else ""


def _change(root: Path, changes: dict[str, Any]) -> None:
    unknown = changes.keys() - {"bytt", "slett", "fyll_opp", "skriv_som", "lenk"}
    assert not unknown, f"{_CHANGES}: {unknown}"
    for name in changes.get("slett", ()):
        (root / name).unlink()
    for change in changes.get("bytt", ()):
        path = root / change["fil"]
        text = path.read_text(encoding="utf-8")
        times = text.count(change["fra"])
        assert times == 1, f"«{change['fra']}» står {times} ganger i {path.name}, men skal stå én gang"
        path.write_text(text.replace(change["fra"], change["til"]), encoding="utf-8", newline="\n")
    for name, size in changes.get("fyll_opp", {}).items():
        with (root / name).open("a", encoding="utf-8", newline="\n") as file:
            file.write(_FILLER * (size // len(_FILLER) + 1))
    for name, to in changes.get("lenk", {}).items():
        (root / name).symlink_to(to)
    for name, encoding in changes.get("skriv_som", {}).items():
        path = root / name
        path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
