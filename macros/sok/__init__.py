"""What the search is made of: the built pages by section, and every record that has an address of its own.

document.py: one hit. pages.py: a built page → its sections. records.py: the base → its hits. index.py: all of them as
one script for the browser, which does the rest (frontend/sok/). register.py: the same, as an index A–Å without scripts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from macros.model import Kunnskapsbase
from macros.rendering import skript
from macros.sok.document import Dokument, Sidehode
from macros.sok.index import make_script
from macros.sok.pages import read_site
from macros.sok.records import record_documents
from macros.sok.register import write_register

__all__ = ["INDEKS", "Sidehode", "make_search"]

INDEKS = f"{skript.FOLDER}/sokeindeks.js"
"""Where the index lies in the site."""


def make_search(site: Path, base: Kunnskapsbase, heads: Mapping[str, Sidehode]) -> dict[str, bytes]:
    """The files that the search adds to the freshly built site at `site`; the page with the register is filled in there.

    heads: what the front matter says, by path in the site («metoder/dreiebok/index.html»). Raises OSError.
    """
    pages = read_site(site, base, heads)
    documents: Iterable[Dokument] = (*(d for page in pages for d in page.documents), *record_documents(base, pages))
    write_register(site, base, pages)
    return {INDEKS: make_script(base, pages, tuple(documents)).encode()}
