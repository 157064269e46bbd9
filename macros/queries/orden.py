"""Keys that things are sorted by: Norwegian text, and points in time."""

from __future__ import annotations

from macros.model.felles import Tid, Tidspunkt

_ALFABET = str.maketrans(
    {c: chr(0x7B + i) for i, c in enumerate("æøå")}
    | {
        "á": "a",
        "š": "s",
        "đ": "d",
        "ŋ": "n",
        "é": "e",
        "ö": chr(0x7C),
        "ä": chr(0x7B),
    }
)


def norsk(tekst: str) -> str:
    """A key that sorts text in Norwegian alphabetical order, with æ, ø, å last."""
    return tekst.lower().translate(_ALFABET)


_SEASONS = {"vinter": "01", "var": "03", "sommer": "06", "host": "09"}


def start_of(tid: Tid) -> str:
    """A key that sorts times by when they begin («2011-09»); «» where no point in time is known."""
    point: Tidspunkt | None = tid.naar or tid.fra or (tid.holdt[0] if tid.holdt else None) or tid.til
    head, _, tail = str(point or "").partition("-")
    return f"{head}-{_SEASONS.get(tail, tail)}".rstrip("-")
