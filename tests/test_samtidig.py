"""Work that is shared: the same answers in the same order, and no worker outlives the build it belongs to.

Each runs in a process of its own: the tests' own has threads, and such a process is not copied.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading

import pytest

from macros.samtidig import workers
from tests.felles import ROOT

_START = """
import errno, multiprocessing, os, signal
os.sched_getaffinity = lambda pid: {0, 1}
from macros.samtidig import meanwhile, side_by_side
MANY = range(200)
HERE = os.getpid()
def full(n=150):
    if n == 150:
        raise OSError(errno.ENOSPC, "No space left on device", "side.html")
"""


def start(code: str, prosesser: str) -> subprocess.Popen[str]:
    env = {**os.environ, "KB_PROSESSER": prosesser}
    command = [sys.executable, "-c", _START + code]
    return subprocess.Popen(command, cwd=ROOT, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@pytest.mark.parametrize("prosesser", ["1", "2"])
@pytest.mark.parametrize(
    "code",
    [
        "assert side_by_side(lambda n: n * n, MANY) == [n * n for n in MANY]",
        "assert side_by_side(lambda n: os.getpid(), range(3)) == [HERE] * 3",
        """
try:
    side_by_side(full, MANY)
    assert False, "nothing was raised"
except OSError as error:
    assert (error.errno, error.filename) == (errno.ENOSPC, "side.html")
""",
        """
with meanwhile(lambda: sum(MANY)) as answer:
    assert side_by_side(str, MANY) == [str(n) for n in MANY]
    assert answer() == sum(MANY)
""",
        """
try:
    with meanwhile(full) as answer:
        answer()
    assert False, "nothing was raised"
except OSError as error:
    assert error.errno == errno.ENOSPC
""",
    ],
    ids=["order", "few things", "a fault", "meanwhile", "a fault meanwhile"],
)
def test_the_answers_are_those_of_one_process(code: str, prosesser: str) -> None:
    process = start(code, prosesser)
    _, said = process.communicate()
    assert process.returncode == 0, said


@pytest.mark.parametrize("prosesser", ["1", "2"])
def test_many_things_are_shared_on_linux(prosesser: str) -> None:
    said, _ = start("print(HERE not in side_by_side(lambda n: os.getpid(), MANY))", prosesser).communicate()
    assert said == f"{prosesser == '2' and sys.platform == 'linux'}\n"


def test_a_worker_that_the_system_stops_is_told_of() -> None:
    code = """
def die(n):
    if not multiprocessing.parent_process():  # where nothing is copied
        raise OSError(None, "systemet stanset en del av arbeidet")
    os.kill(os.getpid(), signal.SIGKILL)
side_by_side(die, MANY)
"""
    assert "systemet stanset en del av arbeidet" in start(code, "2").communicate()[1].splitlines()[-1]


def test_workers_end_when_the_build_is_killed() -> None:
    build = start(
        """
def work(n):
    print(os.getpid(), flush=True)
    signal.pause()
side_by_side(work, MANY)
""",
        "2",
    )
    assert build.stdout
    assert build.stdout.readline()
    build.kill()
    build.communicate()  # ends when the last that could write is gone


def test_a_process_with_threads_is_not_copied() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    assert workers() == 1
    stop.set()
    thread.join()
