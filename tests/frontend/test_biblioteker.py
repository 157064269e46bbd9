"""The page on software lists what is in the site, with the versions that are locked and a licence each."""

from __future__ import annotations

import json

from kb import REQUIREMENTS, locked_requirements
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
