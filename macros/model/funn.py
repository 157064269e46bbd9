"""A finding: one thing that is wrong in a record or a page, told so that the one who wrote it can mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Funn:
    """One finding, in bokmål, at one place.

    fil: path from the root of the project, with forward slashes.
    linje: line in that file, from 1; 0 where the finding is about the file as a whole.
    kode: permanent code, three letters and three digits («EKS-007»); a code is never reused for another rule.
    felt: the field it is about, as a way in words («erfaringer, punkt 3 (id komp-5), temaer»), or "" where it is about no field.
    melding: what is wrong and what would be legal; one or two sentences.
    tips: what to do next; one sentence, or "".
    """

    fil: str
    linje: int
    kode: str
    felt: str = ""
    melding: str
    tips: str = ""


@dataclass(frozen=True, slots=True)
class Regel:
    """What a code means, for those who look it up: what is wrong, and what to do. Both in bokmål."""

    feil: str
    rad: str
