"""A Bok as an Excel file (ECMA-376, SpreadsheetML): a sheet of guidance, then one sheet for each table to fill in.

The header row stands still and is repeated on paper; columns with fixed answers have a list; cells say what to write when
they are chosen; a column that is added up has its sum below. Every text is written as text, so none becomes a formula.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from macros.model.mal import Malkolonne, Maltabell
from macros.rendering.dokument import Ark, Bok, help_of
from macros.rendering.kontor.pakke import pack
from macros.rendering.kontor.xml import HODE, esc

_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_STYLES = (
    "vanlig",
    "tittel",
    "overskrift",
    "fet",
    "tekst",
    "hode",
    "tekst_i_rute",
    "tall",
    "kroner",
    "dato",
    "sum",
    "felt",
)
"""The looks of cells, in the order of cellXfs in the styles."""

GUIDE_WIDTHS = (30, 80)
"""Columns of the sheet of guidance, in characters."""


def xlsx(bok: Bok) -> bytes:
    """The Excel file, the same bytes for the same workbook."""
    names = sheet_names(["Veiledning", *(a.navn for a in bok.ark)])
    sheets = [_guide(bok), *(_sheet(a) for a in bok.ark)]
    numbers = range(1, len(sheets) + 1)
    files = [
        ("[Content_Types].xml", _content_types(len(sheets))),
        ("_rels/.rels", _relations([(f"{_R}/officeDocument", "xl/workbook.xml"), (_CORE, "docProps/core.xml")])),
        ("xl/workbook.xml", _workbook(names, bok)),
        (
            "xl/_rels/workbook.xml.rels",
            _relations(
                [*((f"{_R}/worksheet", f"worksheets/sheet{n}.xml") for n in numbers), (f"{_R}/styles", "styles.xml")]
            ),
        ),
        ("xl/styles.xml", _styles()),
        *((f"xl/worksheets/sheet{n}.xml", xml) for n, xml in zip(numbers, sheets, strict=True)),
        ("docProps/core.xml", _core(bok)),
    ]
    return pack((name, (HODE + xml).encode()) for name, xml in files)


_CORE = f"{_PACKAGE}/relationships/metadata/core-properties"


def sheet_names(names: list[str]) -> list[str]:
    """Names that Excel accepts for tabs: at most 31 characters, without []/\\:*?, no two alike."""
    out: list[str] = []
    for name in names:
        clean = re.sub(r"\s+", " ", re.sub(r"[\[\]/\\:*?]", " ", name)).strip()[:31].strip()
        number = 2
        unique = clean
        while unique.lower() in {n.lower() for n in out}:
            unique, number = f"{clean[:27].strip()} ({number})", number + 1
        out.append(unique)
    return out


def _relations(parts: list[tuple[str, str]]) -> str:
    rows = "".join(f'<Relationship Id="rId{i}" Type="{t}" Target="{path}"/>' for i, (t, path) in enumerate(parts, 1))
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _content_types(sheets: int) -> str:
    parts = [("workbook", "sheet.main"), ("styles", "styles")]
    parts += [(f"worksheets/sheet{n}", "worksheet") for n in range(1, sheets + 1)]
    rows = "".join(f'<Override PartName="/xl/{path}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for path, kind in parts)
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        "</Types>"
    )


def _core(bok: Bok) -> str:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{esc(bok.tittel)}</dc:title><dc:language>nb-NO</dc:language></cp:coreProperties>"
    )


def _workbook(names: list[str], bok: Bok) -> str:
    sheets = "".join(f'<sheet name="{esc(n)}" sheetId="{i}" r:id="rId{i}"/>' for i, n in enumerate(names, 1))
    titles = "".join(
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{i}">\'{_quoted(n)}\'!$1:$1</definedName>'
        for i, n in enumerate(names)
        if i > 0
    )
    return (
        f'<workbook xmlns="{_S}" xmlns:r="{_R}"><sheets>{sheets}</sheets>'
        f'{f"<definedNames>{titles}</definedNames>" if titles else ""}<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>'
    )


def _quoted(name: str) -> str:
    """The name of a sheet inside apostrophes."""
    return esc(name.replace("'", "''"))


def _cell(column: int, row: int, text: str, style: str) -> str:
    place, look = f"{column_name(column)}{row}", _STYLES.index(style)
    if not text:
        return f'<c r="{place}" s="{look}"/>'
    return f'<c r="{place}" s="{look}" t="inlineStr"><is><t xml:space="preserve">{esc(text)}</t></is></c>'


def column_name(column: int) -> str:
    """0 → «A», 25 → «Z», 26 → «AA»."""
    return chr(65 + column) if column < 26 else column_name(column // 26 - 1) + chr(65 + column % 26)


def _guide(bok: Bok) -> str:
    rows, merged = "", []
    for number, (kind, cells) in enumerate(bok.veiledning, 1):
        if kind == "par":
            content = _cell(0, number, cells[0], "fet") + _cell(1, number, cells[1], "tekst")
            height = _height(cells[1], GUIDE_WIDTHS[1])
        else:
            content = _cell(0, number, cells[0], kind)
            merged.append(f'<mergeCell ref="A{number}:B{number}"/>')
            height = (
                _height(cells[0], sum(GUIDE_WIDTHS)) if kind == "tekst" else {"tittel": 26.0, "overskrift": 24.0}[kind]
            )
        rows += f'<row r="{number}" ht="{height}" customHeight="1">{content}</row>'
    columns = "".join(f'<col min="{i}" max="{i}" width="{w}" customWidth="1"/>' for i, w in enumerate(GUIDE_WIDTHS, 1))
    return (
        f'<worksheet xmlns="{_S}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" '
        f'tabSelected="1" workbookViewId="0"/></sheetViews><cols>{columns}</cols><sheetData>{rows}</sheetData>'
        f'<mergeCells count="{len(merged)}">{"".join(merged)}</mergeCells>{_PAGE.format(way="portrait", size=_A4)}</worksheet>'
    )


_A4, _A3, _WIDE = 9, 8, 200
"""Sizes of paper as SpreadsheetML numbers them, and how many characters fit across the smaller one."""

_PAGE = (
    '<pageMargins left="0.6" right="0.6" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>'
    '<pageSetup paperSize="{size}" orientation="{way}" fitToWidth="1" fitToHeight="0"/>'
    "<headerFooter><oddFooter>&amp;L&amp;A&amp;RSide &amp;P av &amp;N</oddFooter></headerFooter>"
)


def _height(text: str, width: int) -> float:
    """The height that a wrapped text needs: Excel doesn't work it out for merged cells."""
    return 15.0 * sum(1 + len(line) // width for line in text.split("\n")) + 2


def widths(tabell: Maltabell) -> list[int]:
    """The width of each column in characters: as the template says, else by the name."""
    return [k.bredde or max(12, len(k.navn) + 3) for k in tabell.kolonner]


def is_wide(tabell: Maltabell) -> bool:
    """Whether the table can't be read on A4: it is set up for A3."""
    return sum(widths(tabell)) > _WIDE


def look_of(kolonne: Malkolonne) -> str:
    """The look of the cells of a column."""
    return kolonne.slag if kolonne.slag and kolonne.slag != "tekst" else "tekst_i_rute"


def _sheet(ark: Ark) -> str:
    t = ark.tabell
    columns = "".join(f'<col min="{i}" max="{i}" width="{w}" customWidth="1"/>' for i, w in enumerate(widths(t), 1))
    way = "landscape" if sum(widths(t)) > 90 else "portrait"
    rows = "".join(_rows(t))
    checks = list(_validations(t))
    validations = f'<dataValidations count="{len(checks)}">{"".join(checks)}</dataValidations>' if checks else ""
    return (
        f'<worksheet xmlns="{_S}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" '
        f'activeCell="A2" sqref="A2"/></sheetView></sheetViews><cols>{columns}</cols><sheetData>{rows}</sheetData>'
        f"{validations}{_PAGE.format(way=way, size=_A3 if is_wide(t) else _A4)}</worksheet>"
    )


def _rows(t: Maltabell) -> Iterator[str]:
    head = "".join(_cell(i, 1, k.navn, "hode") for i, k in enumerate(t.kolonner))
    size = widths(t)
    yield f'<row r="1"{_grown([k.navn for k in t.kolonner], size)}>{head}</row>'
    body = (*t.rader, *[("",) * len(t.kolonner)] * (t.tomme_rader or 0))
    for number, row in enumerate(body, 2):
        cells = "".join(
            _cell(i, number, c, "felt" if "[FYLL UT:" in c else look_of(k) if not c else "tekst_i_rute")
            for i, (c, k) in enumerate(zip(row, t.kolonner, strict=True))
        )
        yield f'<row r="{number}"{_grown(row, size)}>{cells}</row>'
    if any(k.sum for k in t.kolonner):
        last = len(body) + 1
        cells = "".join(_total(i, k, last) for i, k in enumerate(t.kolonner))
        yield f'<row r="{last + 1}">{cells}</row>'


def _grown(texts: Sequence[str], size: list[int]) -> str:
    """The height of a row with texts over several lines, for programs that don't work it out; it still grows as one writes."""
    most = max(_height(text, max(1, width - 2)) for text, width in zip(texts, size, strict=True))
    return f' ht="{most}"' if most > _height("", 1) else ""


def _total(column: int, kolonne: Malkolonne, last: int) -> str:
    name, look = column_name(column), _STYLES.index("sum")
    if kolonne.sum:
        return f'<c r="{name}{last + 1}" s="{look}"><f>SUM({name}2:{name}{last})</f><v>0</v></c>'
    return _cell(column, last + 1, "Sum" if column == 0 else "", "sum")


def _validations(t: Maltabell) -> Iterator[str]:
    """For each column with help: what to write, shown when a cell is chosen, and a list where the answers are fixed."""
    last = 1 + len(t.rader) + (t.tomme_rader or 0)
    for i, k in enumerate(t.kolonner):
        if not help_of(k) or last < 2:
            continue
        name = column_name(i)
        prompt = f'showInputMessage="1" promptTitle="{esc(_cut(k.navn, 32))}" prompt="{esc(_cut(help_of(k), 255))}"'
        if k.valg:
            error = f'showErrorMessage="1" errorStyle="warning" error="{esc("Velg et av svarene i lista.")}"'
            formula = f"<formula1>{esc(chr(34) + ','.join(k.valg) + chr(34))}</formula1>"
            yield (
                f'<dataValidation type="list" allowBlank="1" {prompt} {error} sqref="{name}2:{name}{last}">'
                f"{formula}</dataValidation>"
            )
        else:
            yield f'<dataValidation allowBlank="1" {prompt} sqref="{name}2:{name}{last}"/>'


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _styles() -> str:
    fonts = (
        '<font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="18"/><color rgb="FF14453D"/><name val="Calibri"/></font>'
        '<font><b/><sz val="14"/><color rgb="FF14453D"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/></font>'
    )
    fills = "".join(
        f'<fill><patternFill patternType="solid"><fgColor rgb="FF{c}"/><bgColor indexed="64"/></patternFill></fill>'
        for c in ("E6EFE9", "FFF2B3")
    )
    line = "".join(
        f'<{side} style="thin"><color rgb="FF8B8473"/></{side}>' for side in ("left", "right", "top", "bottom")
    )

    def xf(font: int, fill: int = 0, border: int = 0, number: int = 0) -> str:
        return (
            f'<xf numFmtId="{number}" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0" applyNumberFormat="1" '
            'applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
        )

    looks = (
        xf(0), xf(1), xf(2), xf(3), xf(0), xf(3, 2, 1), xf(0, 0, 1), xf(0, 0, 1, 3), xf(0, 0, 1, 3), xf(0, 0, 1, 164),
        xf(3, 2, 1, 3), xf(0, 3, 1),
    )  # fmt: skip
    return (
        f'<styleSheet xmlns="{_S}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
        f'<fonts count="4">{fonts}</fonts><fills count="4"><fill><patternFill patternType="none"/></fill>'
        f'<fill><patternFill patternType="gray125"/></fill>{fills}</fills><borders count="2"><border><left/><right/><top/>'
        f'<bottom/><diagonal/></border><border>{line}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" '
        f'fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="{len(looks)}">{"".join(looks)}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )
