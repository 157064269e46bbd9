"""The site as one meets it from a zip: unpacked into a folder with an everyday name and opened by double click."""

from __future__ import annotations

import shutil
from pathlib import Path

EVERYDAY_NAME = "Nedlastinger (på jobb) æøå"


def pakk(nettsted: Path, zipfil: Path) -> Path:
    """Pack a built site into a zip file and return its path."""
    return Path(shutil.make_archive(str(zipfil.with_suffix("")), "zip", nettsted))


def pakk_ut(zipfil: Path, under: Path) -> Path:
    """Unpack a zip into a folder below `under` whose name has spaces and æøå; return that folder."""
    mappe = under / EVERYDAY_NAME
    shutil.unpack_archive(zipfil, mappe)
    return mappe


def rotadresse(mappe: Path) -> str:
    """Return the file:// address of a folder, ending in «/»."""
    return mappe.resolve().as_uri() + "/"


def filadresse(rot: str, sti: str) -> str:
    """Return the address of the file behind a site address («/eksempler/x/#komp-5»), as one opens it from disk."""
    adresse, krage, anker = sti.removeprefix("/").partition("#")
    if not adresse or adresse.endswith("/"):
        adresse += "index.html"
    return rot + adresse + krage + anker
