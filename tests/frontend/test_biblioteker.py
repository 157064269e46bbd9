"""The page on software lists what is in the site, with the versions that are locked and a licence each."""

from __future__ import annotations

import importlib.metadata
import json
import tomllib

import pytest

from kb import LOCKS, REQUIREMENTS, locked_requirements
from macros.loading import load_base
from tests.felles import ROOT

LISTED = {b.navn: b for b in load_base(ROOT).biblioteker}


def test_every_library_of_the_bundles_is_listed_as_it_is_locked() -> None:
    packages = json.loads((ROOT / "frontend" / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    locked = {name.rpartition("node_modules/")[2]: about["version"] for name, about in packages.items() if name}
    bundled = json.loads((ROOT / "docs" / "assets" / "bygd" / "biblioteker.json").read_text(encoding="utf-8"))
    assert {b["navn"]: b["versjon"] for b in bundled} == {b["navn"]: locked[b["navn"]] for b in bundled}
    assert set(packages[""]["dependencies"]) <= {b["navn"] for b in bundled}, "a library is locked but in no bundle"
    assert {b["navn"] for b in bundled} <= LISTED.keys()


def test_the_theme_is_listed_as_it_is_locked() -> None:
    locked = dict(
        requirement.split(";")[0].strip().split("==")
        for requirement, _ in locked_requirements(REQUIREMENTS.read_text(encoding="utf-8"))
    )
    assert LISTED["mkdocs-material"].versjon == locked["mkdocs-material"]


def test_every_library_has_a_licence() -> None:
    assert [b.navn for b in LISTED.values() if not b.lisens or b.lisens.lower() == "unknown"] == []


BASE = load_base(ROOT)
LOCKED = {
    path.name: {r.partition("==")[0]: r.partition("==")[2].split(";")[0].strip() for r, _ in locked_requirements(path.read_text("utf-8"))}
    for path in LOCKS
}


@pytest.mark.parametrize("lock", LOCKED)
def test_every_package_of_a_lock_is_listed_with_that_version_and_that_lock(lock: str) -> None:
    listed = {p.navn: p for p in BASE.byggepakker if lock in p.laas}
    assert LOCKED[lock].keys() == listed.keys()
    assert all(version in listed[name].versjoner for name, version in LOCKED[lock].items())


def test_the_packages_that_make_the_bundles_are_listed_and_those_in_them_are_not() -> None:
    """What is in a bundle stands in the other table, of what the reader's browser gets."""
    listed = {p.navn for p in BASE.byggepakker if p.laas == ("frontend/package-lock.json",)}
    package = json.loads((ROOT / "frontend" / "package.json").read_text(encoding="utf-8"))
    assert {"esbuild", "typescript"} <= listed
    assert not listed & (package["dependencies"].keys() | LISTED.keys())


def test_every_package_has_a_licence_and_no_licence_is_left_over() -> None:
    """Where this fails, mend [tool.kunnskapsbase.lisenser] in pyproject.toml: the licence is in the package's metadata."""
    assert [p.navn for p in BASE.byggepakker if not p.lisens] == []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = project["tool"]["kunnskapsbase"]["lisenser"]
    assert named.keys() == {name for lock in LOCKED.values() for name in lock}


def test_the_licences_are_those_that_the_installed_packages_name() -> None:
    """Where a package names one in the form that can be compared."""
    listed = {p.navn: p for p in BASE.byggepakker}
    names = LOCKED[REQUIREMENTS.name]
    said = {name: importlib.metadata.metadata(name).get("License-Expression") for name in names if _is_installed(name)}
    assert {name: listed[name].lisens for name, licence in said.items() if licence} == {n: v for n, v in said.items() if v}


def _is_installed(name: str) -> bool:
    try:
        return bool(importlib.metadata.version(name))
    except importlib.metadata.PackageNotFoundError:
        return False  # for another system
