"""QR codes as a path of an SVG: the same address gives the same drawing, and no other host is asked."""

from __future__ import annotations

from dataclasses import dataclass

import segno

_QUIET = 4  # the white edge that the standard asks for, in modules


@dataclass(frozen=True, slots=True)
class Qr:
    """One code: how many units it is wide and high, and the path that draws its dark parts."""

    side: int
    sti: str


def make_qr(text: str) -> Qr:
    """The code of a text (an address), with error correction M. Raises segno.DataOverflowError where it is too long."""
    rows = tuple(segno.make(text, error="m", micro=False, boost_error=False).matrix)
    dark = (
        f"M{x + _QUIET} {y + _QUIET}h1v1h-1z" for y, row in enumerate(rows) for x, module in enumerate(row) if module
    )
    return Qr(len(rows) + 2 * _QUIET, "".join(dark))
