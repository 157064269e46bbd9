"""No text of a record leaves its field in what is exported, and none is taken for a formula.

Each file is made from the invented base with a harmless word in every text, and again with what would do harm. The two must
have the same parts: entries, rows, cells, tags, properties, lines. The readers are those of other programs.
"""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import re
import warnings
import zipfile
from collections import Counter
from functools import cache
from typing import Any
from xml.etree import ElementTree

import bibtexparser
import openpyxl
import pytest
import rdflib
import rispy

from macros.build import make_open_data
from macros.exports import make_templates
from macros.exports.sider import data_blocks
from macros.finne.skript import make_finder
from tests.diktbase import diktbase
from tests.felles import ROOT
from tests.makroer.sider import Markup, as_page
from tests.skadelig import HARMFUL, UNSEEN, replaced


@cache
def files(text: str) -> dict[str, bytes]:
    """Every file that is made of the base when all its texts are `text`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        base = diktbase()
        base = dataclasses.replace(replaced(base, text), innstillinger=base.innstillinger)
        blocks = {f"{path}.jsonld": block.encode() for path, block in data_blocks(base).items()}
        return make_open_data(ROOT, base) | make_templates(base) | make_finder(base) | blocks


def of_json(content: bytes) -> Any:
    """What the file is and how many there are in it; the rest is held in place by JSON."""
    data = json.loads(content)
    return type(data).__name__, len(data), sorted(data) if isinstance(data, dict) else None


def of_script(content: bytes) -> Any:
    """A script that sets a value: what comes before and after the value, and what the value is."""
    text = content.decode()
    start = next(m.end() for m in re.finditer(r"=(?=[\[{])", text) if text[m.end() : m.end() + 2] != "{}")
    value, length = json.JSONDecoder().raw_decode(text[start:])
    return text[:start], text[start + length :], of_json(json.dumps(value).encode())


def of_csv(content: bytes) -> Any:
    text = content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    for cell in (cell for row in rows for cell in row):
        assert not re.match(r"[=+\-@\t\r]", cell) or re.fullmatch(r"-?[\d.,]+", cell), f"a formula: {cell[:40]!r}"
    return [len(row) for row in rows]


def of_sheets(content: bytes) -> Any:
    with warnings.catch_warnings(action="ignore"):
        book = openpyxl.load_workbook(io.BytesIO(content))
    return [
        (sheet.dimensions, sum(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)) for sheet in book
    ]


def of_xml(content: bytes | str) -> Any:
    return [(e.tag, tuple(sorted(e.attrib))) for e in ElementTree.fromstring(content).iter()]


def of_document(content: bytes) -> Any:
    """The kinds of element in each part of an office document, but for those that a longer text takes more of."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {
            name: {tag for tag, _ in of_xml(package.read(name))} - _BREAKS if name.endswith((".xml", ".rels")) else None
            for name in package.namelist()
        }


def of_calendar(content: bytes) -> Any:
    lines = content.decode().replace("\r\n ", "").split("\r\n")
    assert all("\n" not in line and "\r" not in line for line in lines)
    return [re.split(r"[:;]", line)[0] for line in lines]


def of_bibtex(content: bytes) -> Any:
    found = bibtexparser.parse_string(content.decode())
    assert not found.failed_blocks
    return [(entry.entry_type, sorted(field.key for field in entry.fields)) for entry in found.entries]


def of_ris(content: bytes) -> Any:
    return [sorted(entry) for entry in rispy.loads(content.decode())]


def of_turtle(content: bytes) -> Any:
    graph = rdflib.Graph().parse(data=content, format="turtle")
    return Counter(str(p) for _, p, _ in graph)


def of_markdown(content: bytes) -> Any:
    """The tags and the addresses of the list for machines, and how many lines it has."""
    page = Markup(as_page("{{ x }}", {"x": content.decode()}))  # type: ignore[dict-item]
    return page.tags, page.links, content.count(b"\n")


def of_lines(content: bytes) -> Any:
    return content.count(b"\n")


_BREAKS = {
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}br",
    "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}line-break",
    "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}s",
    "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}tab",
}

READERS = {
    "json": of_json,
    "jsonld": of_json,
    "js": of_script,
    "csv": of_csv,
    "xlsx": of_sheets,
    "docx": of_document,
    "odt": of_document,
    "ods": of_document,
    "xml": of_xml,
    "ics": of_calendar,
    "bib": of_bibtex,
    "ris": of_ris,
    "ttl": of_turtle,
    "txt": lambda content: of_markdown(content) if content.startswith(b"# ") else of_lines(content),
}


@pytest.mark.parametrize("ending", READERS)
def test_no_text_leaves_its_field_in_a_file(ending: str) -> None:
    harmless = files("ord")
    assert {name.rpartition(".")[2] for name in harmless} == set(READERS), "each kind of file has its reader"
    for text in [*HARMFUL, *UNSEEN]:
        found = files(text)
        assert found.keys() == harmless.keys(), f"the name of a file follows a text: {text!r}"
        for name in (n for n in harmless if n.rpartition(".")[2] == ending):
            assert READERS[ending](found[name]) == READERS[ending](harmless[name]), f"{name}: {text[:60]!r}"


@pytest.mark.parametrize("text", HARMFUL)
def test_data_in_a_page_do_not_end_its_script(text: str) -> None:
    blocks = data_blocks(replaced(diktbase(), text))
    assert blocks
    for block in blocks.values():
        assert "<" not in block
