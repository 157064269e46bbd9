"""The same bytes on every machine: language, time zone, rights, name of the folder, line ends, way of fetching the sources."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from macros import cli
from macros.build import alone
from macros.cli import sted
from tests.build.prosjekt import bytes_of, make_site_project
from tests.felles import ROOT

_BUILD = """
import sys
from pathlib import Path
import kb
kb.set_up, kb.VENV_PYTHON = (lambda names: None), Path(sys.executable)
sys.exit(kb.main(["bygg"]))
"""
"""kb.py as it is, but for the set-up: the packages are those of the tests."""


def start(root: Path, *, umask: int = -1, **env: str) -> subprocess.Popen[bytes]:
    """`kb.py bygg` of the project, under way, in an environment with nothing but these."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "SYSTEMROOT") if key in os.environ}
    env = {**kept, "SOURCE_DATE_EPOCH": "1700000000", "PYTHONDONTWRITEBYTECODE": "1", **env}
    command = [sys.executable, "-c", _BUILD]
    return subprocess.Popen(command, cwd=root, env=env, umask=umask, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def built(root: Path, *, umask: int = -1, **env: str) -> dict[str, bytes]:
    """Every file of the site that kb.py makes of the project."""
    process = start(root, umask=umask, **env)
    out, err = process.communicate()
    assert process.returncode == 0, err.decode()
    assert out.decode("utf-8").startswith("Alt er i orden: ingen ting å rette.\n")
    return bytes_of(root / "site")


def project(target: Path) -> Path:
    root = make_site_project(target)
    shutil.copy(ROOT / "kb.py", root)
    return root


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site as it is made on the usual machine."""
    return built(project(tmp_path_factory.mktemp("vanlig")), LANG="C.UTF-8", TZ="Europe/Oslo")


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


MACHINES = {
    "without a language": {"LC_ALL": "C", "TZ": "Pacific/Kiritimati", "PYTHONUTF8": "0", "PYTHONHASHSEED": "7"},
    "in Turkish": {"LC_ALL": "tr_TR.ISO-8859-9", "LANG": "tr_TR", "TZ": "America/Adak", "umask": 0o077},
}


@pytest.mark.parametrize("machine", MACHINES.values(), ids=MACHINES)
def test_language_time_zone_rights_and_the_name_of_the_folder_change_nothing(
    usual: dict[str, bytes], tmp_path: Path, machine: dict[str, str]
) -> None:
    assert differing(usual, built(project(tmp_path / "Mine æøå-mapper (kopi) 100 % #1"), **machine)) == []


def test_a_shallow_clone_with_windows_line_ends_changes_nothing(usual: dict[str, bytes], tmp_path: Path) -> None:
    origin = project(tmp_path)
    git = ["git", "-c", "user.name=x", "-c", "user.email=x", "-c", "init.defaultBranch=main"]
    for command in (["init"], ["add", "-f", "."], ["commit", "-m", "en"], ["commit", "--allow-empty", "-m", "to"]):
        subprocess.run([*git, *command], cwd=origin, check=True, capture_output=True)
    clone = tmp_path / "klone"
    windows = ["-c", "core.autocrlf=true", "clone", "--depth", "1", origin.as_uri(), str(clone)]
    subprocess.run([*git, *windows], check=True, capture_output=True)
    assert (clone / ".git" / "shallow").is_file()
    assert b"\r\n" in (clone / "docs" / "index.md").read_bytes()
    assert b"\r\n" in (clone / "data" / "lovkrav.yml").read_bytes()
    assert differing(usual, built(clone)) == []


def test_one_process_and_several_make_the_same_site(bygd_nettsted: Path, tmp_path: Path) -> None:
    """The real site, which is large enough to be shared over the cores; the small one is not."""
    command = [sys.executable, "-m", "macros.cli", "bygg", "--ut", str(tmp_path / "site")]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "KB_PROSESSER": "1"}, check=True, capture_output=True)
    assert differing(bytes_of(bygd_nettsted), bytes_of(tmp_path / "site")) == []


def test_builds_at_once_take_turns(usual: dict[str, bytes], tmp_path: Path) -> None:
    root = project(tmp_path)
    with alone(root / "site", lambda: pytest.fail("no one else builds")):
        both = [start(root), start(root)]
        waiting = [process.stderr.readline().decode() for process in both if process.stderr]
    assert waiting == ["Venter på en annen bygging av den samme mappa …\n"] * 2
    said = [process.communicate()[1].decode() for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert differing(usual, bytes_of(root / "site")) == []
    assert [path.name for path in root.glob("site*")] == ["site"]


def test_the_list_of_changes_says_that_it_needs_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sted, "ROT", tmp_path)
    assert cli.main(["endringer", "--mot", "origin/main"]) == 2
    assert capsys.readouterr().err == "Dette trenger Git og en mappe som er hentet med «git clone», ikke som zip.\n"


def test_no_two_files_differ_by_case_alone(usual: dict[str, bytes]) -> None:
    """On Windows and on a Mac one of them would be lost."""
    sources = [
        p.relative_to(ROOT).as_posix()
        for top in ("data", "docs", "macros", "tests", "frontend")
        for p in (ROOT / top).rglob("*")
        if "node_modules" not in p.parts
    ]
    for names in (usual, sources):
        assert [name for name, count in Counter(n.casefold() for n in names).items() if count > 1] == []
