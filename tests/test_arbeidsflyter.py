"""The workflows that look for known holes: every lock is looked at, and what could not be looked up fails the job."""

from __future__ import annotations

import pytest

from kb import LOCKS
from tests.felles import ROOT

HULL = (ROOT / ".github" / "workflows" / "hull.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("lock", [path.name for path in LOCKS])
def test_every_python_lock_is_looked_at_each_week(lock: str) -> None:
    """Without --strict a package that the list of holes doesn't answer for is passed over, and the job is green."""
    assert f"pip-audit --strict --require-hashes --disable-pip -r {lock}\n" in HULL


def test_every_lock_of_npm_is_looked_at_each_week() -> None:
    found = [p for p in ROOT.rglob("package-lock.json") if not {"node_modules", ".bygg"} & set(p.parts)]
    assert found
    for lock in found:
        folder = lock.parent.relative_to(ROOT).as_posix()
        assert f"npm audit --prefix {folder} --package-lock-only\n" in HULL
