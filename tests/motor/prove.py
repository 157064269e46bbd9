"""The same sources through the engine that may come after MkDocs: `python3 kb.py motor-prove`.

Zensical is fetched into an environment of its own, reads the same mkdocs.yml, pages, templates and macros, and its pages go
through our finish. Text, links and tables of each page are then held against MkDocs' own. What differs is listed; what stops
the engine is told in its own words. Nothing here is part of the site or of its tests.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import venv
from pathlib import Path

from macros.build import Sjekket, build_date, build_site, validate
from macros.build.nav import make_nav
from macros.build.sideopplysninger import extra_of
from macros.finish import finish
from macros.finne.se_ogsa import se_ogsa

ROT = Path(__file__).resolve().parents[2]
ENGINE = "zensical==0.0.73"  # the newest that installs; 0.1 asks for a package that is not to be had
HOME = ROT / ".bygg" / "motor"

_ARTICLE = re.compile(r"<article\b.*?</article>", re.S)
_TAG = re.compile(r"<[^>]+>")


def main() -> int:
    """Try and tell. Returns 0 where every page is the same, 1 where something differs or stops."""
    sjekket = validate(ROT)
    if sjekket.funn or not sjekket.base:
        print("Rett funnene først: python3 kb.py sjekk", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="kb-motor-") as folder:
        ours, project = Path(folder) / "mkdocs", Path(folder) / "prosjekt"
        build_site(ROT, ours)
        make_project(sjekket, project)
        said = _run([str(_engine()), "build"], project)
        theirs = project / "site"
        if not any(theirs.rglob("index.html")):
            print(f"{ENGINE} stanset før den skrev noen side:\n  {said.strip().splitlines()[-1]}")
            print("Siden om/motor.md sier hva som er kjent, og hvordan flyttingen gjøres.")
            return 1
        found = finish(theirs, sjekket.base.innstillinger, begreper=sjekket.base.begreper.values()).funn
        for one in found[:20]:
            print(f"finish: {one.fil} [{one.kode}] {one.melding}")
        return _tell(ours, theirs) or bool(found)


def make_project(sjekket: Sjekket, target: Path) -> None:
    """The sources, with the menu and the settings written into mkdocs.yml, since no code of ours hands them over."""
    for name in ("data", "docs", "macros"):
        shutil.copytree(ROT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    assert sjekket.base
    near = se_ogsa(sjekket.base, {s.kilde: s.tekst for s in sjekket.sider})
    extra = extra_of(sjekket.base, build_date(), near)
    lines = "".join(f"  {key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in extra.items())
    config = (ROT / "mkdocs.yml").read_text(encoding="utf-8").replace("extra:\n", f"extra:\n{lines}", 1)
    nav = json.dumps(make_nav(sjekket.sider), ensure_ascii=False)
    (target / "mkdocs.yml").write_text(f"{config}\nnav: {nav}\n", encoding="utf-8")


def differences(ours: str, theirs: str) -> list[str]:
    """What of the article of a page is not the same: text, links, tables."""
    a, b = (_ARTICLE.search(page) for page in (ours, theirs))
    if not a or not b:
        return ["siden har ingen artikkel"]
    kinds = {
        "tekst": lambda html: " ".join(_TAG.sub(" ", html).split()),
        "lenker": lambda html: re.findall(r'href="([^"]*)"', html),
        "tabeller": lambda html: re.findall(r"<t[dh]\b[^>]*>(.*?)</t[dh]>", html, re.S),
    }
    return [name for name, of in kinds.items() if of(a[0]) != of(b[0])]


def _tell(ours: Path, theirs: Path) -> int:
    pages = sorted(p.relative_to(ours).as_posix() for p in ours.rglob("*.html"))
    other = {
        name: found
        for name in pages
        if (
            found := differences(_text(ours / name), _text(theirs / name)) if (theirs / name).is_file() else ["mangler"]
        )
    }
    for name, found in other.items():
        print(f"{name}: {', '.join(found)}")
    print(f"{len(pages) - len(other)} av {len(pages)} sider er like.")
    return 1 if other else 0


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _engine() -> Path:
    folder = HOME / ("Scripts" if os.name == "nt" else "bin")
    if not any(folder.glob("zensical*")):
        print(f"Henter {ENGINE} …", flush=True)
        venv.create(HOME, with_pip=True, clear=True)
        subprocess.run([str(folder / "python"), "-m", "pip", "install", "--quiet", ENGINE], check=True)
    return folder / "zensical"


def _run(command: list[str], project: Path) -> str:
    """Run the engine with the packages that our macros need in reach."""
    path = os.pathsep.join([sysconfig.get_paths()["purelib"], str(project)])
    env = {**os.environ, "PYTHONPATH": path}
    done = subprocess.run(command, cwd=project, env=env, capture_output=True, text=True, encoding="utf-8", check=False)
    return f"{done.stdout}\n{done.stderr}"


if __name__ == "__main__":
    sys.exit(main())
