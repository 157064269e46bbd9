"""What is told in sentences ends as a sentence does: where the full stop is gone, the end of the text often is too.

Lines of accounts are names of what was paid for, and need no full stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding, texts

KODE = "TEK-006"
REGEL = "En tekst som skal være hele setninger, slutter uten punktum."
RAAD = "Se om slutten er falt ut. Er den ikke det, så sett punktum."
LOKAL = True

_SENTENCES = {
    "avvik",
    "begrunnelse",
    "dokumenteres",
    "forklaring",
    "grunn",
    "ingress",
    "kildekritikk",
    "tekst",
    "usikker_plassering",
    "utfort",
    "var_lesning",
}
_END = re.compile(r"[.!?…:][»)\"']?$|[.!?…][»\"')]{2}$")


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each such text without an end."""
    for fil, sti, text in texts(raw):
        if not sti or sti[-1] not in _SENTENCES or sti[0] == "okonomi" or "FYLL UT" in text:
            continue
        if not text.strip() or _END.search(text.strip()):
            continue
        if any(f.felt == fil.yaml.felt(sti) for f in fil.yaml.funn):
            continue  # loading has said what is wrong here
        melding = f"Teksten slutter uten punktum: «…{text.strip()[-25:]}»."
        yield finding(fil, sti, KODE, melding, "Se om slutten er falt ut. Er den ikke det, så sett punktum.")
