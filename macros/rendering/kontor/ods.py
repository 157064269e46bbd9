"""A Bok as an OpenDocument spreadsheet: the same workbook as the Excel file."""

from __future__ import annotations

from collections.abc import Iterator

from macros.model.mal import Malkolonne, Maltabell
from macros.rendering.dokument import Bok, help_of
from macros.rendering.kontor.odf import LANGUAGE, lines, package, root
from macros.rendering.kontor.xlsx import GUIDE_WIDTHS, column_name, is_wide, look_of, sheet_names, widths
from macros.rendering.kontor.xml import esc

_CM = 0.2
"""Centimetres a character, for the width of columns."""


def ods(bok: Bok) -> bytes:
    """The OpenDocument spreadsheet, the same bytes for the same workbook."""
    names = sheet_names(["Veiledning", *(a.navn for a in bok.ark)])
    tables = [a.tabell for a in bok.ark]
    chars = sorted({*GUIDE_WIDTHS, *(w for t in tables for w in widths(t))})
    columns = "".join(
        f'<style:style style:name="b{c}" style:family="table-column"><style:table-column-properties '
        f'style:column-width="{c * _CM:.2f}cm"/></style:style>'
        for c in chars
    )
    sheets = _guide(bok, names[0]) + "".join(
        _sheet(n, i, t) for i, (n, t) in enumerate(zip(names[1:], tables, strict=True))
    )
    checks = "".join(c for i, t in enumerate(tables) for c in _validations(names[i + 1], i, t))
    content = (
        f"<office:automatic-styles>{_AUTOMATIC}{columns}</office:automatic-styles><office:body><office:spreadsheet>"
        f"<table:content-validations>{checks}</table:content-validations>{sheets}</office:spreadsheet></office:body>"
    )
    return package(
        "spreadsheet",
        bok.tittel,
        {
            "content.xml": root("document-content", content),
            "styles.xml": root("document-styles", _STYLES),
            "settings.xml": root("document-settings", _settings(names)),
        },
    )


def _cell(text: str, look: str, more: str = "") -> str:
    if not text:
        return f'<table:table-cell table:style-name="{look}"{more}/>'
    return (
        f'<table:table-cell table:style-name="{look}" office:value-type="string"{more}><text:p>{lines(text)}</text:p>'
        "</table:table-cell>"
    )


def _row(cells: str) -> str:
    return f'<table:table-row table:style-name="rad">{cells}</table:table-row>'


def _columns(chars: list[int] | tuple[int, ...]) -> str:
    return "".join(f'<table:table-column table:style-name="b{c}"/>' for c in chars)


def _guide(bok: Bok, name: str) -> str:
    rows = "".join(
        _row(_cell(cells[0], "fet") + _cell(cells[1], "tekst"))
        if kind == "par"
        else _row(_cell(cells[0], kind, ' table:number-columns-spanned="2"') + "<table:covered-table-cell/>")
        for kind, cells in bok.veiledning
    )
    return (
        f'<table:table table:name="{esc(name)}" table:style-name="staende">{_columns(GUIDE_WIDTHS)}{rows}</table:table>'
    )


def _sheet(name: str, number: int, t: Maltabell) -> str:
    head = _row("".join(_cell(k.navn, "hode") for k in t.kolonner))
    way = "stor" if is_wide(t) else "liggende" if sum(widths(t)) > 90 else "staende"
    return (
        f'<table:table table:name="{esc(name)}" table:style-name="{way}">{_columns(widths(t))}'
        f"<table:table-header-rows>{head}</table:table-header-rows>{''.join(_rows(number, t))}</table:table>"
    )


def _rows(number: int, t: Maltabell) -> Iterator[str]:
    body = (*t.rader, *[("",) * len(t.kolonner)] * (t.tomme_rader or 0))
    for row in body:
        yield _row(
            "".join(_body_cell(c, k, f"v{number}_{i}") for i, (c, k) in enumerate(zip(row, t.kolonner, strict=True)))
        )
    if any(k.sum for k in t.kolonner):
        last = len(body) + 1
        yield _row("".join(_total(i, k, last) for i, k in enumerate(t.kolonner)))


def _body_cell(text: str, kolonne: Malkolonne, validation: str) -> str:
    look = "felt" if "[FYLL UT:" in text else "tekst_i_rute" if text else look_of(kolonne)
    return _cell(text, look, f' table:content-validation-name="{validation}"' if help_of(kolonne) else "")


def _total(column: int, kolonne: Malkolonne, last: int) -> str:
    if not kolonne.sum:
        return _cell("Sum" if column == 0 else "", "sum")
    name = column_name(column)
    return (
        f'<table:table-cell table:style-name="sum" table:formula="of:=SUM([.{name}2:.{name}{last}])" '
        'office:value-type="float" office:value="0"><text:p>0</text:p></table:table-cell>'
    )


def _validations(name: str, number: int, t: Maltabell) -> Iterator[str]:
    quoted = esc(name.replace("'", "''"))
    for i, k in enumerate(t.kolonner):
        if not help_of(k):
            continue
        condition = ""
        if k.valg:
            answers = ";".join(f'"{v}"' for v in k.valg)
            condition = (
                f' table:condition="{esc(f"of:cell-content-is-in-list({answers})")}" table:display-list="unsorted"'
            )
        yield (
            f'<table:content-validation table:name="v{number}_{i}"{condition} table:allow-empty-cell="true" '
            f'table:base-cell-address="\'{quoted}\'.{column_name(i)}2"><table:help-message table:title="{esc(k.navn)}" '
            f'table:display="true"><text:p>{esc(help_of(k))}</text:p></table:help-message>'
            '<table:error-message table:display="true" table:message-type="warning"><text:p>Velg et av svarene i lista.'
            "</text:p></table:error-message></table:content-validation>"
        )


def _settings(names: list[str]) -> str:
    """The header row of each sheet stands still."""

    def item(name: str, kind: str, value: object) -> str:
        return f'<config:config-item config:name="{name}" config:type="{kind}">{value}</config:config-item>'

    frozen = (
        item("VerticalSplitMode", "short", 2)
        + item("VerticalSplitPosition", "int", 1)
        + item("PositionBottom", "int", 1)
    )
    entries = "".join(
        f'<config:config-item-map-entry config:name="{esc(n)}">{frozen}</config:config-item-map-entry>'
        for n in names[1:]
    )
    return (
        '<office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed '
        f'config:name="Views"><config:config-item-map-entry>{item("ViewId", "string", "view1")}<config:config-item-map-named '
        f'config:name="Tables">{entries}</config:config-item-map-named>{item("ActiveTable", "string", esc(names[0]))}'
        "</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings>"
    )


def _look(name: str, cell: str = "", text: str = "", data: str = "") -> str:
    number = f' style:data-style-name="{data}"' if data else ""
    return (
        f'<style:style style:name="{name}" style:family="table-cell" style:parent-style-name="Default"{number}>'
        f'<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top" {cell}/><style:text-properties {text}/>'
        "</style:style>"
    )


_BORDER = 'fo:border="0.5pt solid #8b8473"'
_BOLD = 'fo:font-weight="bold"'
_AUTOMATIC = (
    '<number:number-style style:name="N3"><number:number number:decimal-places="0" number:min-integer-digits="1" '
    'number:grouping="true"/></number:number-style><number:date-style style:name="N4"><number:year number:style="long"/>'
    '<number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day '
    'number:style="long"/></number:date-style>'
    '<style:style style:name="staende" style:family="table" style:master-page-name="Staende"/>'
    '<style:style style:name="liggende" style:family="table" style:master-page-name="Liggende"/>'
    '<style:style style:name="stor" style:family="table" style:master-page-name="Stor"/>'
    '<style:style style:name="rad" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/>'
    "</style:style>"
    + _look("tittel", text=f'{_BOLD} fo:font-size="18pt" fo:color="#14453d"')
    + _look("overskrift", text=f'{_BOLD} fo:font-size="14pt" fo:color="#14453d"')
    + _look("fet", text=_BOLD)
    + _look("tekst")
    + _look("hode", f'{_BORDER} fo:background-color="#e6efe9"', _BOLD)
    + _look("tekst_i_rute", _BORDER)
    + _look("tall", _BORDER, data="N3")
    + _look("kroner", _BORDER, data="N3")
    + _look("dato", _BORDER, data="N4")
    + _look("sum", f'{_BORDER} fo:background-color="#e6efe9"', _BOLD, "N3")
    + _look("felt", f'{_BORDER} fo:background-color="#fff2b3"')
)


def _page(name: str, wide: str, high: str, way: str) -> str:
    return (
        f'<style:page-layout style:name="{name}"><style:page-layout-properties fo:page-width="{wide}" fo:page-height="{high}" '
        f'style:print-orientation="{way}" fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="1.5cm" '
        'fo:margin-right="1.5cm" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout>'
    )


def _master(name: str, layout: str) -> str:
    return (
        f'<style:master-page style:name="{name}" style:page-layout-name="{layout}"><style:header style:display="false"/>'
        "<style:footer><text:p><text:sheet-name>Ark</text:sheet-name> · Side <text:page-number>1</text:page-number> av "
        "<text:page-count>1</text:page-count></text:p></style:footer></style:master-page>"
    )


_STYLES = (
    '<office:styles><style:default-style style:family="table-cell"><style:text-properties '
    f'fo:font-family="Calibri, Carlito, sans-serif" fo:font-size="11pt" {LANGUAGE}/></style:default-style>'
    '<style:style style:name="Default" style:family="table-cell"/></office:styles><office:automatic-styles>'
    + _page("ark1", "21cm", "29.7cm", "portrait")
    + _page("ark2", "29.7cm", "21cm", "landscape")
    + _page("ark3", "42cm", "29.7cm", "landscape")
    + "</office:automatic-styles><office:master-styles>"
    + _master("Staende", "ark1")
    + _master("Liggende", "ark2")
    + _master("Stor", "ark3")
    + "</office:master-styles>"
)
