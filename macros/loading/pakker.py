"""The packages that build and test the site, read from the locks that they are installed from, so that no list grows old.

Versions and names stand in requirements*.txt and frontend/package-lock.json. The licence of a Python package stands in
pyproject.toml, since most of them are not installed when the site is built; npm's lock has it itself.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import defaultdict
from pathlib import Path

from macros.model.programvare import Byggepakke

LOCKS = ("requirements.txt", "requirements-test.txt", "requirements-node.txt", "requirements-motor.txt")
NPM_LOCK = "frontend/package-lock.json"
LICENCES = "pyproject.toml"

FILES = (*LOCKS, NPM_LOCK, LICENCES)

_LOCKED = re.compile(r"^([a-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)


def read_build_packages(rot: Path) -> tuple[Byggepakke, ...]:
    """Every package by name. Without a licence in the project, it is «»: a test asks for it."""
    versions: dict[str, list[str]] = defaultdict(list)
    locks: dict[str, list[str]] = defaultdict(list)
    for lock in LOCKS:
        for name, version in _LOCKED.findall(_text(rot / lock)):
            if version not in versions[name]:
                versions[name].append(version)
            if lock not in locks[name]:
                locks[name].append(lock)
    licences = tomllib.loads(_text(rot / LICENCES)).get("tool", {}).get("kunnskapsbase", {}).get("lisenser", {})
    python = (
        Byggepakke(navn=name, versjoner=tuple(versions[name]), lisens=licences.get(name, ""), laas=tuple(locks[name]))
        for name in versions
    )
    return tuple(sorted((*python, *_of_npm(rot / NPM_LOCK)), key=lambda p: p.navn.lstrip("@")))


def _of_npm(lock: Path) -> list[Byggepakke]:
    """What npm installs to build with; not the programs for other kinds of machines."""
    packages = json.loads(_text(lock) or "{}").get("packages", {})
    return [
        Byggepakke(
            navn=path.rpartition("node_modules/")[2],
            versjoner=(about["version"],),
            lisens=about.get("license", ""),
            laas=(NPM_LOCK,),
        )
        for path, about in packages.items()
        if about.get("dev") and not about.get("optional")
    ]


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
