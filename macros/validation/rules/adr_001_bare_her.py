"""An address works for every reader: not only on one machine or one network, and without anybody's password."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from macros.loading import Raadata
from macros.model import Funn
from macros.validation.walk import finding, values_of

KODE = "ADR-001"
REGEL = "En nettadresse virker bare for den som skrev den."
RAAD = "Bruk adressen som alle når uten å logge inn. Finnes det ingen, så la feltet være borte."
LOKAL = True

_OWN = re.compile(
    r"localhost|.*\.(?:local|lan|intern|internal|corp|home)|intranett?\..*|127\..*|10\..*|192\.168\..*|\[.*"
)


def check(raw: Raadata) -> Iterator[Funn]:
    """A finding for each address with a password in it, or of a host that only some can reach."""
    for fil, sti, value in values_of(raw, "nettadresse"):
        if isinstance(value, str) and (why := _wrong(value)):
            yield finding(fil, sti, KODE, why, "Bruk adressen som alle når uten å logge inn.")


def _wrong(address: str) -> str:
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return "Adressen kan ikke leses."
    if parts.scheme not in ("http", "https") or not host:
        return ""  # of the wrong shape, which the schema says
    if parts.username is not None or parts.password is not None:
        return "Adressen har et brukernavn eller et passord i seg."
    if _OWN.fullmatch(host) or "." not in host:
        return f"«{host}» finnes bare på én maskin eller i ett nett."
    return ""
