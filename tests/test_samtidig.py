"""Work that is shared: the same answers in the same order, and no worker outlives the build it belongs to."""

from __future__ import annotations

import errno
import multiprocessing
import os
import signal
import subprocess
import sys
import threading

import pytest

from macros.samtidig import meanwhile, side_by_side, workers
from tests.felles import ROOT

MANY = range(200)


@pytest.fixture(params=["1", "2"])
def prosesser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """One process, and two, also where the machine has one core."""
    monkeypatch.setenv("KB_PROSESSER", request.param)
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: {0, 1}, raising=False)
    return request.param


def test_answers_come_in_the_order_of_the_things(prosesser: str) -> None:
    assert side_by_side(lambda n: n * n, MANY) == [n * n for n in MANY]


def test_many_things_are_shared_on_linux_and_few_are_not(prosesser: str) -> None:
    here = os.getpid()
    shared = here not in side_by_side(lambda n: os.getpid(), MANY)
    assert shared == (prosesser == "2" and sys.platform == "linux")
    assert side_by_side(lambda n: os.getpid(), range(3)) == [here] * 3


def test_what_goes_wrong_is_raised_as_it_was(prosesser: str) -> None:
    def fail(n: int) -> int:
        if n == 150:
            raise OSError(errno.ENOSPC, "No space left on device", "side.html")
        return n

    with pytest.raises(OSError) as raised:
        side_by_side(fail, MANY)
    assert (raised.value.errno, raised.value.filename) == (errno.ENOSPC, "side.html")


def test_a_process_with_threads_is_not_copied() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    assert workers() == 1
    stop.set()
    thread.join()


def test_a_worker_that_the_system_stops_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_PROSESSER", "2")
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: {0, 1}, raising=False)

    def die(n: int) -> int:
        if multiprocessing.parent_process():
            os.kill(os.getpid(), signal.SIGKILL)
        raise OSError(None, "systemet stanset en del av arbeidet; kanskje tok minnet slutt")  # where nothing is copied

    with pytest.raises(OSError, match="systemet stanset"):
        side_by_side(die, MANY)


_KILLED = """
import os, signal
os.sched_getaffinity = lambda pid: {0, 1}
from macros.samtidig import side_by_side
def work(n):
    print(os.getpid(), flush=True)
    signal.pause()
side_by_side(work, range(200))
"""


def test_workers_end_when_the_build_is_killed() -> None:
    build = subprocess.Popen([sys.executable, "-c", _KILLED], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert build.stdout
    assert build.stdout.readline()
    build.kill()
    build.stdout.read()  # ends when the last that could write to it is gone
    build.wait()
    build.stdout.close()


def test_one_thing_is_done_while_another_is(prosesser: str) -> None:
    with meanwhile(lambda: sum(MANY)) as answer:
        assert side_by_side(str, MANY) == [str(n) for n in MANY]
        assert answer() == sum(MANY)


def test_what_goes_wrong_meanwhile_is_raised_when_it_is_asked_for(prosesser: str) -> None:
    def fail() -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with meanwhile(fail) as answer, pytest.raises(OSError, match="No space left"):
        answer()
