"""All tables of the open data as one Excel workbook: a sheet each, and a first sheet that says what they are."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime

import xlsxwriter

from macros.exports.tabeller import Datatabell
from macros.model import Kunnskapsbase

ARBEIDSBOK = "data/kunnskapsbasen.xlsx"
_WIDEST, _LONGEST = 60, 32_767  # characters; the second is all that a cell can hold
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def make_workbook(base: Kunnskapsbase, tabeller: Sequence[Datatabell], byggedato: str) -> bytes:
    """The workbook. A text is never a formula, and the day of the build is the day it was made: the same bytes again."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, _OPTIONS) as book:
        book.set_properties(
            {
                "title": base.innstillinger.navn,
                "subject": base.innstillinger.undertittel,
                "comments": base.innstillinger.lisens_innhold.navn,
                "created": datetime.fromisoformat(byggedato),
            }
        )
        head = book.add_format({"bold": True, "bottom": 1})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        _front(book.add_worksheet("Les meg"), base, tabeller, byggedato, head, wrapped)
        for t in tabeller:
            _sheet(book.add_worksheet(t.navn), t, head, wrapped)
    return file.getvalue()


def _front(sheet, base: Kunnskapsbase, tabeller: Sequence[Datatabell], byggedato: str, head, wrapped) -> None:
    settings = base.innstillinger
    lines = [
        settings.navn,
        settings.undertittel,
        f"Versjon {base.versjoner[0].nummer}, bygd {byggedato}." if base.versjoner else f"Bygd {byggedato}.",
        f"Lisens: {settings.lisens_innhold.navn}. Bruk innholdet fritt, og oppgi kilden.",
        "Koder og id-er står forklart i arkene kodelister, temaer, malgrupper og virkemidler.",
        "Flere verdier i én celle har semikolon mellom seg. En tom celle betyr at det ikke er kjent.",
    ]
    for number, line in enumerate(lines):
        sheet.write_string(number, 0, line, head if number == 0 else None)
    start = len(lines) + 1
    for column, title in enumerate(("Ark", "Felt", "Hva det er", "Antall rader")):
        sheet.write_string(start, column, title, head)
    row = start + 1
    for t in tabeller:
        sheet.write_url(row, 0, f"internal:'{t.navn}'!A1", string=t.navn)
        sheet.write_string(row, 2, t.forklaring, wrapped)
        sheet.write_number(row, 3, len(t.rader))
        row += 1
        for felt in t.felter:
            sheet.write_string(row, 0, t.navn)
            sheet.write_string(row, 1, felt.navn)
            sheet.write_string(row, 2, felt.forklaring, wrapped)
            row += 1
    sheet.set_column(0, 1, 22)
    sheet.set_column(2, 2, 80)
    sheet.set_column(3, 3, 14)


def _sheet(sheet, t: Datatabell, head, wrapped) -> None:
    for column, felt in enumerate(t.felter):
        sheet.write_string(0, column, felt.navn, head)
        texts = [len(str(row[column])) for row in t.rader if row[column] is not None]
        sheet.set_column(column, column, min(_WIDEST, max([len(felt.navn) + 3, *texts])), wrapped)
    for number, row in enumerate(t.rader, 1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(number, column, value[:_LONGEST])
            elif value is not None:
                sheet.write_number(number, column, value)
    sheet.freeze_panes(1, min(2, len(t.felter)))
    sheet.autofilter(0, 0, max(1, len(t.rader)), len(t.felter) - 1)
