"""A build that is killed, a full disk, a folder that can only be read: the old site or the new one stands, whole."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.build.prosjekt import bytes_of, make_site_project
from tests.felles import ROOT
from tests.robust.barn import digest, put_back

if sys.platform == "win32":
    pytest.skip("processes are forked here", allow_module_level=True)

OLD = {"index.html": "gammel", "404.html": "gammel", "en/mappe/x.html": "gammel"}


class Forsok:
    """A small project, the prints of its old and its new site, and the way to build it with faults."""

    def __init__(self, target: Path) -> None:
        self.rot = make_site_project(target)
        put_back(self.rot / "site", OLD)
        self.old = digest(self.rot / "site")
        self.builder = subprocess.Popen(
            [sys.executable, "-m", "tests.robust.barn", str(self.rot)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        (first,) = self.build(("ingen", 0))
        assert first["kode"] == 0, first["sagt"]
        self.new, self.touched = first["mappene"]["site"], first["rort"]

    def build(self, *faults: tuple[str, int]) -> list[dict[str, Any]]:
        """What each of these builds left, one after the other."""
        return [self._one(feil, ved) for feil, ved in faults]

    def _one(self, feil: str, ved: int) -> dict[str, Any]:
        assert self.builder.stdin and self.builder.stdout
        self.builder.stdin.write(json.dumps({"gammelt": OLD, "feil": feil, "ved": ved}) + "\n")
        self.builder.stdin.flush()
        return json.loads(self.builder.stdout.readline())

    def moments(self, count: int) -> list[int]:
        """Some moments spread over the build."""
        return [1 + i * (len(self.touched) - 1) // count for i in range(count)]

    def swap(self) -> list[int]:
        """Every moment from when the old site is about to be moved until the end."""
        return list(range(self.touched.index("os.rename") + 1, len(self.touched) + 1))


@pytest.fixture(scope="module")
def forsok(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forsok]:
    made = Forsok(tmp_path_factory.mktemp("robust"))
    yield made
    made.builder.communicate()


def test_a_build_killed_at_any_point_leaves_the_old_site_or_the_new_one_and_the_next_start_mends_it(
    forsok: Forsok,
) -> None:
    moments = [*forsok.moments(4), *forsok.swap()]
    assert len(moments) >= 8
    *killed, after = forsok.build(*(("drep", n) for n in moments), ("ingen", 0))
    for moment, found in zip(moments, killed, strict=True):
        assert found["kode"] == -9, f"the build went past {moment}: {found['sagt']}"
        assert found["lå"].get("site") or found["lå"]["site.gammel"] == forsok.old
        assert found["mappene"]["site"] in (forsok.old, forsok.new)
        assert set(found["mappene"]) <= {"site", "site.ny"}
    assert after["kode"] == 0
    assert after["mappene"] == {"site": forsok.new}


def _fault(forsok: Forsok, found: dict[str, Any], said: str) -> None:
    assert found["kode"] == 1, found["sagt"]
    assert said in found["sagt"]
    assert "Nettstedet som lå der, står urørt." in found["sagt"]
    assert "Traceback" not in found["sagt"] and "Errno" not in found["sagt"]
    assert found["mappene"]["site"] == forsok.old


def test_a_full_disk_is_told_of_and_the_old_site_stands(forsok: Forsok) -> None:
    *full, large, after = forsok.build(*(("ENOSPC", n) for n in forsok.moments(3)), ("stort", 2000), ("ingen", 0))
    for found in (*full, large):
        _fault(forsok, found, "disken er full, eller kvoten din er brukt opp. Frigjør plass, og prøv igjen.")
        assert set(found["mappene"]) == {"site"}, "what was begun on takes no room"
    assert after["mappene"] == {"site": forsok.new}


@pytest.mark.parametrize("feil", ["EROFS", "EACCES"])
def test_a_folder_that_cannot_be_written_in_is_told_of(forsok: Forsok, feil: str) -> None:
    for found in forsok.build(*((feil, n) for n in forsok.moments(2))):
        _fault(forsok, found, "kan ikke leses eller skrives (")


def test_a_disk_that_fails_when_the_new_site_is_in_place_does_not_take_it_away(forsok: Forsok) -> None:
    moment = forsok.swap()[2]
    _, found = forsok.build(("ingen", 0), ("EROFS", moment))
    assert found["kode"] == 0, found["sagt"]
    assert found["mappene"]["site"] == forsok.new


READ_ONLY = "mount --bind {rot} {rot} && mount -o remount,ro,bind {rot}"
FULL = "cp -r {rot} {rot}.kopi && mount -t tmpfs -o size={size}k none {rot} && cp -r {rot}.kopi/. {rot}"


# Where no one may mount: rights that hold for root too, and a limit on how large a file may be.
NO_RIGHTS = "chmod -R a-w {rot}"
SMALL_FILES = "ulimit -f 2"
_NO_WAY_ROUND = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


def shell(script: str, mounts: bool) -> subprocess.CompletedProcess[str]:
    """Run it where a disk may be mounted, or where the rights of files hold."""
    root = not mounts and os.geteuid() == 0
    command = ["unshare", "-rm"] if mounts else _NO_WAY_ROUND if root else []
    return subprocess.run([*command, "sh", "-c", script], capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(
    ("mount", "without", "said"),
    [
        (READ_ONLY, NO_RIGHTS, "kan ikke leses eller skrives ("),
        (FULL, SMALL_FILES, "disken er full, eller"),
    ],
)
def test_a_real_disk_that_is_full_or_read_only(tmp_path: Path, mount: str, without: str, said: str) -> None:
    mounts = bool(shutil.which("unshare")) and shell("mount -t tmpfs none /mnt", mounts=True).returncode == 0
    root = make_site_project(tmp_path)
    put_back(root / "site", OLD)
    room = sum(-(-len(content) // 4096) * 4 for content in bytes_of(root).values()) + 1500
    kb = f"{sys.executable} -B -m macros.cli"
    fault = (mount if mounts else without).format(rot=root, size=room)
    made = shell(f"{fault} && cd {root} && {kb} sjekk && {kb} bygg; cat {root}/site/index.html", mounts)
    assert made.stdout == "Alt er i orden: ingen ting å rette.\ngammel", made.stderr
    assert said in made.stderr
    assert "Traceback" not in made.stderr
