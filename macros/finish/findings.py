"""One way to make a finding about the finished site."""

from __future__ import annotations

from macros.model.funn import Funn


def finding(fil: str, kode: str, felt: str, melding: str, tips: str) -> Funn:
    """A finding about a whole file: the built HTML no longer knows the lines of its source.

    fil: the source. felt: the tag and attribute («a[href]»), or "". The rest is as in Funn.
    """
    return Funn(fil=fil, linje=0, kode=kode, felt=felt, melding=melding, tips=tips)
