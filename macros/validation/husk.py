"""What was found in a file the last time, for as long as what it hangs on is the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from macros.model import Funn
from macros.samtidig import side_by_side

Funnene = tuple[Funn, ...]


class Husk:
    """Findings by file. A record that has not changed is the very same Yamlfil, so nothing in it is compared."""

    def __init__(self) -> None:
        """Nothing has been found yet."""
        self._kept: dict[str, tuple[tuple[Any, ...], Funnene]] = {}

    def of_each(self, hangs_on: Mapping[str, tuple[Any, ...]], find: Callable[[str], Funnene]) -> list[Funn]:
        """What `find` finds in each file, or found when all that the file's findings hang on was what it is now.

        hangs_on: that, by file. The files that are looked at anew are looked at side by side.
        """
        new = [fil for fil, now in hangs_on.items() if fil not in self._kept or not _same(self._kept[fil][0], now)]
        for fil, funn in zip(new, side_by_side(find, new), strict=True):
            self._kept[fil] = (hangs_on[fil], funn)
        return [funn for fil in hangs_on for funn in self._kept[fil][1]]


def _same(before: tuple[Any, ...], now: tuple[Any, ...]) -> bool:
    """Whether each is the very same object; texts and numbers, which are read anew each time, may be equal."""
    alike = (a is b or (isinstance(a, str | int) and a == b) for a, b in zip(before, now, strict=False))
    return len(before) == len(now) and all(alike)
