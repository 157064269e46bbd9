"""Work done at once, where the machine has more than one core: many alike things, or one thing while another is done.

A worker is a copy of this process as it is when the work begins, so it knows the records and all else that has been read;
only its answers are sent back. What it keeps for later, and what it prints, is lost: keep what comes back instead.

Copies are made on Linux alone. Windows has none, and on macOS they are not safe; there, and in a process with threads
(`vis`), the same work is done here, one thing after another.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from typing import Any, TypeVar

T = TypeVar("T")
S = TypeVar("S")

_MOST = 4
"""Each worker needs memory of its own, and what can't be shared soon takes the most of the time."""
_WORTH_IT = 20
"""Fewer things than this are done before a copy has been made."""
_ROUNDS = 8
"""Pieces of work for each worker: small enough that none is left with a long one, large enough to send."""

_task: tuple[Callable[[Any], Any], Sequence[Any]] | None = None


def side_by_side(work: Callable[[T], S], things: Iterable[T]) -> list[S]:
    """What `work` answers for each of the things, in their order. Its answers must be picklable.

    Raises what `work` raises, and OSError where the system has stopped a worker.
    """
    global _task
    things = list(things)
    pool = _pool(min(workers(), len(things) // _WORTH_IT))
    if pool is None:
        return [work(thing) for thing in things]
    _task = (work, things)
    try:
        with pool:
            piece = max(1, len(things) // (_MOST * _ROUNDS))
            return _told(lambda: list(pool.map(_answer, range(len(things)), chunksize=piece)))
    finally:
        _task = None


@contextlib.contextmanager
def meanwhile(work: Callable[[], S]) -> Iterator[Callable[[], S]]:
    """Let a worker do this while the block runs. What is given answers for it: it waits, and raises what `work` raises.

    Where there is no worker, the work is done when it is asked for.
    """
    global _task
    pool = _pool(min(workers(), 2))
    if pool is None:
        yield work
        return
    _task = (lambda _: work(), (None,))
    try:
        with pool:
            found = pool.submit(_answer, 0)
            yield lambda: _told(found.result)
    finally:
        _task = None


def workers() -> int:
    """How many copies of this process can work at once; 1 where none should be made. KB_PROSESSER sets a limit."""
    if sys.platform != "linux" or threading.active_count() > 1 or multiprocessing.parent_process():
        return 1
    limit = os.environ.get("KB_PROSESSER", "")
    return min(len(os.sched_getaffinity(0)), int(limit) if limit.isdecimal() else _MOST)


def _pool(antall: int) -> ProcessPoolExecutor | None:
    """The workers, not yet started; None for fewer than two, or where the system has no locks to share."""
    if antall < 2:
        return None
    try:
        return ProcessPoolExecutor(antall, multiprocessing.get_context("fork"), _begin)
    except (ImportError, NotImplementedError, OSError):
        return None


def _told(ask: Callable[[], S]) -> S:
    try:
        return ask()
    except BrokenProcessPool:
        raise OSError(None, "systemet stanset en del av arbeidet; kanskje tok minnet slutt") from None


def _begin() -> None:
    """In a worker: leave Ctrl-C to the process that started it, and end when that one does, however it ends.

    A worker that lived on would hold the build's lock, and write in a folder that the next build has begun on.

    What it was given stays shared with that process: the collector of Python would write on every object it looks at, and
    so copy the lot.
    """
    gc.freeze()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent
    wait([parent.sentinel])
    os.kill(os.getpid(), signal.SIGKILL)


def _answer(number: int) -> Any:
    assert _task
    work, things = _task
    return work(things[number])
