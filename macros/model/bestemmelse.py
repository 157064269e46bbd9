"""A provision of an act as people write it («boligsosialloven §§ 5–7», «plan- og bygningsloven kap. 11»), and when two meet.

The form is the one that pages (bygger_pa) and changes of law (bestemmelser) share, so that the join between them is exact.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

SLIK = (
    "Skriv lovens navn og bestemmelsen, for eksempel «boligsosialloven § 5», «boligsosialloven §§ 6–7» "
    "eller «plan- og bygningsloven kap. 11»."
)
"""What a writer is told when a provision can't be read."""


@dataclass(frozen=True, slots=True)
class Bestemmelse:
    """One section («5», «10-1», «11 a»), one chapter («kap. 11»), or with `del_` empty the whole act; `lov` is its name."""

    lov: str
    del_: str = ""

    def touches(self, other: Bestemmelse) -> bool:
        """Whether the two have something in common: the same part of the same act, or one inside the other.

        A section is known to lie in a chapter only where the act numbers by chapter (§ 11-3 is in kap. 11).
        """
        if self.lov.lower() != other.lov.lower():
            return False
        return (
            not self.del_ or not other.del_ or self.del_ == other.del_ or _inside(self, other) or _inside(other, self)
        )


def _inside(section: Bestemmelse, chapter: Bestemmelse) -> bool:
    return chapter.del_.startswith("kap. ") and section.del_.startswith(chapter.del_.removeprefix("kap. ") + "-")


_NUMBER = r"\d+(?:-\d+)?(?: ?[a-z](?![a-zæøå]))?"
_ORDINAL = r"(?:første|annet|andre|tredje|fjerde|femte|sjette|siste)"
_WORDS = rf"(?: {_ORDINAL}(?:(?:, | og ){_ORDINAL})* (?:ledd|punktum)| bokstav [a-z]| nr\. \d+)*"
_TEXT = re.compile(
    rf"(?P<lov>[^§]+?)(?: §§? ?(?P<paragrafer>{_NUMBER}{_WORDS}(?:(?:, | og |–| til ){_NUMBER}{_WORDS})*)"
    rf"| kap(?:ittel|\.) (?P<kapittel>\d+))?"
)
_PART = re.compile(rf"(?P<skille>, | og |–| til |^)(?P<nummer>{_NUMBER}){_WORDS}")


@lru_cache(maxsize=2000)
def read_provisions(tekst: str) -> tuple[Bestemmelse, ...]:
    """The provisions that a text names, a range written out; () where it can't be read."""
    found = _TEXT.fullmatch(tekst.replace("\u00a0", " ").strip())
    if not found:
        return ()
    lov = found["lov"].strip()
    if found["kapittel"]:
        return (Bestemmelse(lov, f"kap. {found['kapittel']}"),)
    if not found["paragrafer"]:
        return () if re.search(r"\d", lov) else (Bestemmelse(lov),)
    numbers: list[str] = []
    for part in _PART.finditer(found["paragrafer"]):
        ranged = part["skille"] in ("–", " til ") and numbers
        between = _between(numbers[-1], part["nummer"]) if ranged else []
        if between is None:
            return ()
        numbers += [*between, part["nummer"]]
    return tuple(Bestemmelse(lov, number) for number in dict.fromkeys(numbers))


def _between(first: str, last: str) -> list[str] | None:
    """The sections between two («11-12», «11-15» → 11-13, 11-14); None where that can't be told."""
    (head, a), (tail, b) = (number.rpartition("-")[::2] for number in (first, last))
    if head != tail or not (a.isdigit() and b.isdigit()) or not int(a) < int(b) < int(a) + 100:
        return None
    return [f"{head}-{n}" if head else str(n) for n in range(int(a) + 1, int(b))]


def fault_of(tekst: str, lover: Mapping[str, object]) -> tuple[str, str] | None:
    """Message and tip where a text names no provision of a known act, else None. lover: the acts by name in small letters."""
    found = read_provisions(tekst)
    if not found:
        return f"«{tekst}» kan ikke leses som en bestemmelse i en lov.", SLIK
    lov = found[0].lov
    if lov.lower() in lover:
        return None
    near = get_close_matches(lov.lower(), list(lover), n=1, cutoff=0.6)
    hint = f" Mente du «{near[0]}»?" if near else ""
    return (
        f"Loven «{lov}» finnes ikke i data/kilder/.{hint}",
        "Lag en kilde for loven, med korttittel, eller rett navnet.",
    )
