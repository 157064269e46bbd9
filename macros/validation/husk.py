"""What was found in a file the last time, for as long as what it hangs on is the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from macros.model import Funn

Funnene = tuple[Funn, ...]


class Husk:
    """Findings by file. A record that has not changed is the very same Yamlfil, so nothing in it is compared."""

    def __init__(self) -> None:
        """Nothing has been found yet."""
        self._kept: dict[str, tuple[tuple[Any, ...], Funnene]] = {}

    def of(self, fil: str, hangs_on: tuple[Any, ...], find: Callable[[], Funnene]) -> Funnene:
        """What `find` finds in the file, or found when all of `hangs_on` was what it is now."""
        kept = self._kept.get(fil)
        if kept is None or not _same(kept[0], hangs_on):
            kept = self._kept[fil] = (hangs_on, find())
        return kept[1]


def _same(before: tuple[Any, ...], now: tuple[Any, ...]) -> bool:
    """Whether each is the very same object; texts and numbers, which are read anew each time, may be equal."""
    alike = (a is b or (isinstance(a, str | int) and a == b) for a, b in zip(before, now, strict=False))
    return len(before) == len(now) and all(alike)
