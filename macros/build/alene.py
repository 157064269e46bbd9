"""One build at a time: two that write in the same folders would mix their pages, and one would publish the other's half.

What is locked is the folder around the site, not a file of ours: nothing is left behind, a folder that can only be read can
be locked too, and the system lets go when the process ends, however it ends.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

_NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL, errno.EBADF}
"""A file system without locks: the build goes on without."""


@contextlib.contextmanager
def alone(out: Path, venter: Callable[[], None]) -> Iterator[None]:
    """Hold the right to build the site `out`. Where another has it, call `venter` once and wait until it has ended.

    Raises OSError where the folder around `out` isn't there and can't be made.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    held = (_locked_file if sys.platform == "win32" else _locked_folder)(out, venter)
    try:
        yield
    finally:
        os.close(held)


def _locked_folder(out: Path, venter: Callable[[], None]) -> int:
    import fcntl  # not on Windows

    held = os.open(out.parent, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        venter()
        fcntl.flock(held, fcntl.LOCK_EX)
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            os.close(held)
            raise
    return held


def _locked_file(out: Path, venter: Callable[[], None]) -> int:
    """Windows locks no folders: a file that only one can have open, and that goes when it is closed. Not tried on Windows."""
    path, told = out.with_name(out.name + ".las"), False
    while True:
        try:
            return os.open(path, os.O_CREAT | os.O_EXCL | getattr(os, "O_TEMPORARY", 0))
        except (FileExistsError, PermissionError):
            if not path.exists():  # no one has it: the folder can't be written in
                raise
            if not told:
                venter()
                told = True
            time.sleep(0.2)
