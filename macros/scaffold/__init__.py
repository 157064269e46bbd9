"""What makes files for contributors: the skeleton of an example, and records from what came in by a form.

skjelett.py: a new example with FYLL UT where something must stand.
yamltekst.py: text as YAML that stays in its place, and edits in files that are there. innsendt.py: an issue or a saved form
→ answers. poster.py: answers → records and page. issueskjema.py: the issue forms of GitHub. endringer.py: what has changed
between two states of data/, in words. Texts and dicts in, texts out: only `write_new` touches the disk.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

__all__ = ["FinsFraFor", "write_new"]


class FinsFraFor(Exception):
    """A file that was to be made is there already. `filer`: their paths from the root of the project."""

    def __init__(self, filer: tuple[str, ...]) -> None:
        """filer: the files that are there."""
        super().__init__(", ".join(filer))
        self.filer = filer


def write_new(rot: Path, filer: Mapping[str, str]) -> None:
    """Write the files, by path from `rot`. All or none: raises FinsFraFor where one of them is there already."""
    taken = tuple(name for name in filer if (rot / name).exists() or (rot / name).is_symlink())
    if taken:
        raise FinsFraFor(taken)
    for name, text in filer.items():
        (rot / name).parent.mkdir(parents=True, exist_ok=True)
        with (rot / name).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
