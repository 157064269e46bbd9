"""One way to make a finding about the finished site."""

from __future__ import annotations

from macros.model.funn import Funn


def finding(fil: str, kode: str, felt: str, melding: str, tips: str) -> Funn:
    """A finding about a whole file: the built HTML no longer knows the lines of its source."""
    return Funn(fil=fil, linje=0, kode=kode, felt=felt, melding=melding, tips=tips)
