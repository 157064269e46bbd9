"""The files of the templates: others' programs read them back, and they say what the template says, the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree

import openpyxl
import pytest
from docx import Document

from macros.exports import make_templates
from macros.loading import load_base
from macros.model import Kunnskapsbase
from macros.model.mal import Mal
from macros.rendering.dokument import FELT, make_document, make_workbook
from macros.rendering.kontor import make_files
from tests.diktbase import diktbase
from tests.felles import ROOT

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HARMFUL = "=1+1 <b>\"&'</b> ]]> \x0b _x0041_"


@cache
def real() -> Kunnskapsbase:
    return load_base(ROOT)


def of_kind(filslag: str) -> list[str]:
    return [mal.id for mal in real().maler.values() if mal.filslag == filslag]


def files(base: Kunnskapsbase, mal: Mal) -> dict[str, bytes]:
    return {fil.sti.rpartition(".")[2]: fil.innhold for fil in make_files(base, mal)}


def text_of(xml: bytes) -> str:
    return "\n".join("".join(e.itertext()) for e in ElementTree.fromstring(xml).iter())


@pytest.mark.parametrize("id", of_kind("tekst"))
def test_word_has_headings_language_page_numbers_and_repeated_table_heads(id: str) -> None:
    mal = real().maler[id]
    document = Document(io.BytesIO(files(real(), mal)["docx"]))
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings == [d.tittel for d in mal.deler] + ["Om malen (slettes før bruk)"]
    assert document.core_properties.title == mal.tittel
    assert 'w:val="nb-NO"' in document.styles.element.xml
    assert "PAGE" in document.sections[0].footer._element.xml
    assert document.tables
    for table in document.tables:
        assert table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None


@pytest.mark.parametrize("id", of_kind("tekst"))
def test_every_field_of_a_document_is_marked_in_both_formats(id: str) -> None:
    both = files(real(), real().maler[id])
    runs = [r for r in Document(io.BytesIO(both["docx"])).element.iter(f"{W}r") if "[FYLL UT:" in "".join(r.itertext())]
    assert all(r.find(f"{W}rPr/{W}rStyle").get(f"{W}val") == "FyllUt" for r in runs)
    odt = zipfile.ZipFile(io.BytesIO(both["odt"])).read("content.xml").decode()
    spans = re.findall(r'<text:span text:style-name="Fyll_20_ut">[^<]*', odt)
    assert len(runs) == len(spans) == len(FELT.findall(re.sub(r"<[^>]*>", "", odt))) > 0


@pytest.mark.parametrize("id", of_kind("regneark"))
def test_excel_has_frozen_heads_lists_of_answers_and_sums(id: str) -> None:
    mal = real().maler[id]
    book = openpyxl.load_workbook(io.BytesIO(files(real(), mal)["xlsx"]))
    sheets = make_workbook(real(), mal).ark
    assert book.sheetnames == ["Veiledning", *(a.navn for a in sheets)]
    for ark, sheet in zip(sheets, book.worksheets[1:], strict=True):
        columns = ark.tabell.kolonner
        assert [cell.value for cell in sheet[1]] == [k.navn for k in columns]
        assert (sheet.freeze_panes, sheet.print_title_rows) == ("A2", "$1:$1")
        lists = [v.formula1 for v in sheet.data_validations.dataValidation if v.type == "list"]
        assert lists == [f'"{",".join(k.valg)}"' for k in columns if k.valg]
        formulas = [c.value for row in sheet.iter_rows() for c in row if c.data_type == "f"]
        assert len(formulas) == sum(k.sum for k in columns)


def test_open_document_packages_begin_with_their_type() -> None:
    for id, ending in (("saksframlegg", "odt"), ("aktivitetsplan", "ods")):
        package = zipfile.ZipFile(io.BytesIO(files(real(), real().maler[id])[ending]))
        first = package.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        listed = package.read("META-INF/manifest.xml").decode()
        assert all(f'"{name}"' in listed for name in package.namelist() if name.endswith(".xml") and "/" not in name)
        assert 'fo:language="nb"' in package.read("styles.xml").decode()


def test_every_file_says_where_its_parts_come_from() -> None:
    for mal in real().maler.values():
        for ending, content in files(real(), mal).items():
            package = zipfile.ZipFile(io.BytesIO(content))
            text = "\n".join(text_of(package.read(name)) for name in package.namelist() if name.endswith(".xml"))
            for del_ in mal.deler:
                assert del_.eget in text, (mal.id, ending)
                assert all(g.hva.removesuffix(".") in text for g in del_.bygger_pa), (mal.id, ending)


def test_long_documents_have_a_contents_list_that_leads_to_every_part() -> None:
    mal = real().maler["saksframlegg"]
    document = Document(io.BytesIO(files(real(), mal)["docx"]))
    targets = [link.get(f"{W}anchor") for link in document.element.iter(f"{W}hyperlink")]
    names = [b.get(f"{W}name") for b in document.element.iter(f"{W}bookmarkStart")]
    assert len(targets) == len(mal.deler) + 1
    assert set(targets) <= set(names)


def test_the_same_template_gives_the_same_bytes_and_sound_zip_files() -> None:
    ours = make_templates(real())
    assert ours == make_templates(load_base(ROOT))
    for path, content in ours.items():
        package = zipfile.ZipFile(io.BytesIO(content))
        assert package.testzip() is None, path
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert len(content) < 40_000, path


@pytest.mark.parametrize("id", ["bytteavtale", "byttetall"])
def test_text_of_a_template_never_becomes_markup_or_a_formula(id: str) -> None:
    base = diktbase()
    mal = replace(base.maler[id], tittel=HARMFUL, kort=HARMFUL)
    part = mal.deler[0]
    table = next(b.tabell for b in part.innhold if b.tabell)
    rows = (tuple(HARMFUL for _ in table.kolonner),)
    blocks = tuple(replace(b, tabell=replace(table, rader=rows)) if b.tabell else b for b in part.innhold)
    mal = replace(mal, deler=(replace(part, tittel=HARMFUL, innhold=blocks),))
    for ending, content in files(base, mal).items():
        package = zipfile.ZipFile(io.BytesIO(content))
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(package.read(name))
        if ending == "xlsx":
            sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[1]
            assert [c.data_type for c in sheet[2]] == ["s"] * len(table.kolonner)


def test_the_document_keeps_help_apart_from_what_stays() -> None:
    mal = diktbase().maler["bytteavtale"]
    help_texts = [b for b in make_document(diktbase(), mal).blokker if getattr(b, "hjelp", False)]
    assert all(b.tekst[0].tekst.startswith("Hjelp: ") for b in help_texts)
    assert len(help_texts) == 2
