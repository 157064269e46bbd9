"""The provisions of a change of law can be read and belong to a known act: they join the change with the pages it touches."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.model.bestemmelse import fault_of, read_provisions
from macros.validation.walk import finding, records

KODE = "LOV-002"
REGEL = "En lovendring har en bestemmelse som ikke kan leses."
RAAD = "Skriv lovens navn og paragraf, for eksempel boligsosialloven § 5."


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each text in `bestemmelser` that names no provision of an act among the sources.

    While a source can't be read, it isn't known which acts there are, and only the form is looked at.
    """
    lover = _acts(raw)
    all_read = all(fil.yaml.data is not None for fil in raw.filer if fil.slag.navn == "kilde")
    for fil, sti, post in records(raw, "lovendring"):
        texts = post.get("bestemmelser")
        for i, text in enumerate(texts if isinstance(texts, list) else ()):
            fault = fault_of(text, lover) if isinstance(text, str) and text.strip() else None
            if fault and (all_read or not read_provisions(text)):
                yield finding(fil, (*sti, "bestemmelser", i), KODE, *fault)


def _acts(raw: Raadata) -> dict[str, None]:
    acts = [post for _, _, post in records(raw, "kilde") if post.get("kildetype") in ("lov", "forskrift")]
    names = [post.get(field) for post in acts for field in ("id", "tittel", "korttittel")]
    return {name.lower(): None for name in names if isinstance(name, str)}
