"""Zensical as an engine of our build: it is handed what run_mkdocs is handed, and gives a folder of HTML back.

It reads the same mkdocs.yml, pages, templates and macros. What our code gives MkDocs in memory (menu, settings, what the
templates are told) is written into the mkdocs.yml of a copy. The package and what it needs lie in a place of their own.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sysconfig
import tempfile
import venv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from macros.build.nav import Nav
from macros.build.sideopplysninger import extra_of
from macros.finne.se_ogsa import Henvisning
from macros.loading import CHANGELOG
from macros.loading.pakker import FILES as PACKAGE_FILES
from macros.model import Funn, Kunnskapsbase

ROT = Path(__file__).resolve().parents[2]
HOME = ROT / ".bygg" / "motor"
LOCK = ROT / "requirements-motor.txt"

_SCRIPT = "partials/javascripts/base.html"
MOVES = [("docs/overrides/main.html", "<article", '<a id="__skip" tabindex="-1"></a>\n    <article')]
"""What the templates must say besides: the theme's skip link leads to a place that our frame has to hold."""

_ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def run_zensical(
    rot: Path,
    out: Path,
    nav: Nav,
    base: Kunnskapsbase,
    byggedato: str,
    naere: Mapping[str, Iterable[Henvisning]] | None = None,
) -> list[Funn]:
    """Build the pages of `rot` into `out`. What Zensical stops at is the one finding. Raises OSError, CalledProcessError."""
    engine = fetched()
    with tempfile.TemporaryDirectory(prefix="kb-motor-") as folder:
        project = Path(folder)
        make_project(rot, project, nav, base, extra_of(base, byggedato, naere or {}))
        path = os.pathsep.join(
            [sysconfig.get_paths()["purelib"], str(project)]
        )  # what our macros need is in our own venv
        done = subprocess.run(
            [engine, "build"],
            cwd=project,
            env={**os.environ, "PYTHONPATH": path},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode:
            said = _ESCAPES.sub("", f"{done.stdout}\n{done.stderr}").strip().splitlines()
            return [Funn(fil="mkdocs.yml", linje=0, kode="MOT-001", melding=f"Zensical stanset: {said[-1]}")]
        shutil.move(project / "site", out)
    return []


def make_project(rot: Path, target: Path, nav: Nav, base: Kunnskapsbase, extra: Mapping[str, Any]) -> None:
    """The sources as they are, and a mkdocs.yml that says what our code else says in memory. Raises OSError."""
    for name in ("data", "docs", "macros"):
        shutil.copytree(rot / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in (CHANGELOG, *PACKAGE_FILES):  # what the base reads outside of data/ and docs/
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(rot / name, target / name)
    for name, old, new in MOVES:
        text = (target / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{name}: «{old}» står {text.count(old)} ganger"
        (target / name).write_text(text.replace(old, new), encoding="utf-8")
    # The theme's first inline script as our policy knows it (macros/finish/policy.py); Zensical's own is another.
    _copy_template(_SCRIPT, target / "docs" / "overrides" / _SCRIPT)
    settings = base.innstillinger
    ours = {
        "site_name": settings.navn,
        "site_description": settings.undertittel,
        "strict": False,  # links from the root are resolved and checked by finish, for any engine
        "validation": False,
        "nav": nav,
        **({"site_url": settings.nettadresse} if settings.nettadresse else {}),
        **({"repo_url": settings.kodelager, "edit_uri": f"edit/{settings.gren}/docs/"} if settings.kodelager else {}),
    }
    config = (rot / "mkdocs.yml").read_text(encoding="utf-8")
    for key in ours:
        config = re.sub(rf"^{key}:.*\n(?:[ #].*\n)*", "", config, flags=re.M)
    told = "".join(f"  {key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in extra.items())
    config = config.replace("extra:\n", f"extra:\n{told}", 1).replace(
        "  name: material\n", "  name: material\n  variant: classic\n"
    )
    config += "".join(f"\n{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in ours.items())
    (target / "mkdocs.yml").write_text(config + "\n", encoding="utf-8")


def _copy_template(name: str, target: Path) -> None:
    import material

    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(Path(material.__file__).parent / "templates" / name, target)


def fetched() -> Path:
    """The program, fetched as it is locked where it isn't there. Raises CalledProcessError where that doesn't go."""
    folder = HOME / ("Scripts" if os.name == "nt" else "bin")
    stamp, lock = HOME / "laas.txt", LOCK.read_text(encoding="utf-8")
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != lock:
        print(f"Henter {version()} …", flush=True)
        venv.create(HOME, with_pip=True, clear=True)
        pip = [folder / "python", "-m", "pip", "install", "--quiet", "--require-hashes", "--only-binary=:all:"]
        subprocess.run([*pip, "-r", LOCK], check=True)
        stamp.write_text(lock, encoding="utf-8")
    return folder / "zensical"


def version() -> str:
    """The name and version that is locked: «zensical 0.0.73»."""
    found = re.search(r"^(zensical)==(\S+)", LOCK.read_text(encoding="utf-8"), re.M)
    assert found, "requirements-motor.txt låser ikke Zensical"
    return f"{found[1]} {found[2]}"
