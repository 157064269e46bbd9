"""Office files of the templates: Word and Excel (ECMA-376), and OpenDocument (ISO 26300). Written out, without a library.

The four formats are small when only headings, paragraphs, lists, tables and fields are wanted, and so they stay the same
bytes for the same template. docx, odt, xlsx and ods each write one format; pakke makes the zip file; xml escapes.
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.model import Kunnskapsbase
from macros.model.mal import Mal
from macros.rendering.dokument import make_document, make_workbook
from macros.rendering.kontor.docx import docx
from macros.rendering.kontor.ods import ods
from macros.rendering.kontor.odt import odt
from macros.rendering.kontor.xlsx import xlsx

__all__ = ["FORMATER", "Fil", "make_files"]

FORMATER = {
    "tekst": (("docx", "Word", docx), ("odt", "OpenDocument-tekst", odt)),
    "regneark": (("xlsx", "Excel", xlsx), ("ods", "OpenDocument-regneark", ods)),
}
"""For each kind of template: ending, what readers call the format, and who writes it."""


@dataclass(frozen=True, slots=True)
class Fil:
    """A file to download."""

    sti: str
    format: str
    innhold: bytes

    @property
    def storrelse(self) -> str:
        """The size as a reader wants it: «12 kB»."""
        return f"{max(1, round(len(self.innhold) / 1024))}\u00a0kB"


def make_files(base: Kunnskapsbase, mal: Mal) -> tuple[Fil, ...]:
    """The files of a template, the same bytes for the same template: «maler/saksframlegg.docx» and so on."""
    made = make_document(base, mal) if mal.filslag == "tekst" else make_workbook(base, mal)
    return tuple(Fil(f"maler/{mal.id}.{ending}", name, write(made)) for ending, name, write in FORMATER[mal.filslag])
