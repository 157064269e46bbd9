"""A measurement into data/tilstand/, in the form that the page om/tilstand.md shows (macros/model/maaling.py)."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import msgspec

from macros.loading.tilstand import machine, save_measurement
from macros.model.maaling import Maaling, Tall

__all__ = ["machine", "save", "saved"]

ROT = Path(__file__).resolve().parents[2]

save = partial(save_measurement, ROT)


def saved(navn: str) -> tuple[Tall, ...]:
    """The figures as they were saved last; none where there are none, or they can't be read."""
    path = ROT / "data" / "tilstand" / f"{navn}.json"
    try:
        return msgspec.json.decode(path.read_bytes(), type=Maaling).tall
    except (OSError, msgspec.MsgspecError):
        return ()
