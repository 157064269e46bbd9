"""A Dokument as an OpenDocument text: the same document as the Word file, style by style."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from macros.rendering.dokument import Avsnitt, Blokk, Dokument, Liste, Overskrift, Tabell, Tekst
from macros.rendering.kontor.odf import LANGUAGE, lines, package, root
from macros.rendering.kontor.xml import esc

_CELLS = "".join(
    f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties '
    f'fo:border="0.5pt solid #8b8473" fo:padding="0.1cm"{more}/></style:style>'
    for name, more in (("Celle", ""), ("Hodecelle", ' fo:background-color="#e6efe9"'))
)

_WIDTH = {False: 16.6, True: 25.3}
"""Centimetres between the margins, standing and lying."""


def odt(dokument: Dokument) -> bytes:
    """The OpenDocument text, the same bytes for the same document."""
    writer = _Skriver(dokument)
    body = writer.body()
    content = (
        f"<office:automatic-styles>{_CELLS}{''.join(writer.columns)}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body>"
    )
    return package(
        "text",
        dokument.tittel,
        {"content.xml": root("document-content", content), "styles.xml": root("document-styles", _styles(dokument))},
    )


class _Skriver:
    """Writes the body; collects the widths of the columns, which are styles of their own."""

    def __init__(self, dokument: Dokument) -> None:
        self.d = dokument
        self.tables = count(1)
        self.columns: list[str] = []

    def body(self) -> str:
        return (
            _paragraph("Title", lines(self.d.tittel))
            + _paragraph("Subtitle", lines(self.d.undertittel))
            + self._contents()
            + "".join(part for block in self.d.blokker for part in self._block(block))
        )

    def _contents(self) -> str:
        if not self.d.innhold:
            return ""
        entry = (
            '<text:index-entry-link-start/><text:index-entry-text/><text:index-entry-tab-stop style:type="right" '
            'style:leader-char="."/><text:index-entry-page-number/><text:index-entry-link-end/>'
        )
        rows = "".join(
            _paragraph(
                "Contents_20_1", f'<text:a xlink:type="simple" xlink:href="#{h.anker}">{lines(h.tekst)}</text:a>'
            )
            for h in self.d.innhold
        )
        return (
            '<text:table-of-content text:name="Innhold" text:protected="false"><text:table-of-content-source '
            'text:outline-level="1" text:use-index-marks="false"><text:index-title-template '
            'text:style-name="Contents_20_Heading">Innhold</text:index-title-template>'
            f'<text:table-of-content-entry-template text:outline-level="1" text:style-name="Contents_20_1">{entry}'
            "</text:table-of-content-entry-template></text:table-of-content-source><text:index-body>"
            f'<text:index-title text:name="Innhold_Head">{_paragraph("Contents_20_Heading", "Innhold")}</text:index-title>'
            f"{rows}</text:index-body></text:table-of-content>"
        )

    def _block(self, block: Blokk) -> Iterator[str]:
        if isinstance(block, Overskrift):
            yield (
                f'<text:h text:style-name="Heading_20_{block.niva}" text:outline-level="{block.niva}">'
                f'<text:bookmark text:name="{block.anker}"/>{lines(block.tekst)}</text:h>'
            )
        elif isinstance(block, Avsnitt):
            yield _paragraph("Hjelp" if block.hjelp else "Text_20_body", _runs(block.tekst))
        elif isinstance(block, Liste):
            style = "Tall" if block.nummerert else "Punkt"
            items = "".join(f"<text:list-item>{_paragraph('Liste', _runs(p))}</text:list-item>" for p in block.punkter)
            yield f'<text:list text:style-name="{style}">{items}</text:list>'
        else:
            yield from self._table(block)

    def _table(self, t: Tabell) -> Iterator[str]:
        number = next(self.tables)
        for i, share in enumerate(t.bredder):
            width = _WIDTH[self.d.liggende] * share / sum(t.bredder)
            self.columns.append(
                f'<style:style style:name="T{number}.{i}" style:family="table-column">'
                f'<style:table-column-properties style:column-width="{width:.2f}cm"/></style:style>'
            )
        self.columns.append(
            f'<style:style style:name="T{number}" style:family="table"><style:table-properties '
            f'style:width="{_WIDTH[self.d.liggende]}cm" table:align="left" fo:margin-bottom="0.4cm"/></style:style>'
        )
        columns = "".join(f'<table:table-column table:style-name="T{number}.{i}"/>' for i in range(len(t.bredder)))
        head = "".join(_cell("Hodecelle", _paragraph("Tabellhode", lines(name))) for name in t.kolonner)
        rows = "".join(
            "<table:table-row>" + "".join(_cell("Celle", _paragraph("Tabelltekst", _runs(c))) for c in row)
            + "</table:table-row>"
            for row in t.rader
        )  # fmt: skip
        yield _paragraph("Tabelltittel", lines(t.tittel))
        yield (
            f'<table:table table:name="Tabell{number}" table:style-name="T{number}"><table:title>{esc(t.tittel)}</table:title>'
            f"{columns}<table:table-header-rows><table:table-row>{head}</table:table-row></table:table-header-rows>{rows}"
            "</table:table>"
        )


def _runs(text: Tekst) -> str:
    return "".join(
        f'<text:span text:style-name="Fyll_20_ut">{lines(b.tekst)}</text:span>' if b.felt else lines(b.tekst)
        for b in text
    )


def _paragraph(style: str, content: str) -> str:
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def _cell(style: str, content: str) -> str:
    return f'<table:table-cell table:style-name="{style}" office:value-type="string">{content}</table:table-cell>'


def _style(
    name: str, shown: str, paragraph: str = "", text: str = "", *, parent: str = "Standard", more: str = ""
) -> str:
    return (
        f'<style:style style:name="{name}" style:display-name="{shown}" style:family="paragraph" '
        f'style:parent-style-name="{parent}"{more}><style:paragraph-properties {paragraph}/><style:text-properties {text}/>'
        "</style:style>"
    )


def _heading(level: int, size: int, before: str) -> str:
    return _style(
        f"Heading_20_{level}",
        f"Heading {level}",
        f'fo:margin-top="{before}" fo:margin-bottom="0.18cm" fo:keep-with-next="always"',
        f'fo:font-weight="bold" fo:color="#14453d" fo:font-size="{size}pt"',
        more=f' style:next-style-name="Text_20_body" style:default-outline-level="{level}"',
    )


def _list_style(name: str, level: str) -> str:
    return (
        f'<text:list-style style:name="{name}">{level}<style:list-level-properties text:list-level-position-and-space-mode='
        '"label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.63cm" '
        'fo:margin-left="0.85cm"/></style:list-level-properties></text:list-level-style-'
    )


def _named_styles() -> str:
    bold, dark = 'fo:font-weight="bold"', 'fo:color="#14453d"'
    bullet = '<text:list-level-style-bullet text:level="1" text:bullet-char="•">'
    number = '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">'
    return (
        f'<style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.21cm" '
        f'fo:line-height="115%"/><style:text-properties fo:font-family="Calibri, Carlito, sans-serif" fo:font-size="11pt" '
        f"{LANGUAGE}/></style:default-style>"
        '<style:style style:name="Standard" style:family="paragraph"/>'
        + _style("Text_20_body", "Text body")
        + _style("Title", "Title", 'fo:margin-bottom="0.15cm"', 'fo:font-weight="bold" fo:color="#14453d" fo:font-size="22pt"')
        + _style("Subtitle", "Subtitle", 'fo:margin-bottom="0.35cm"', 'fo:color="#4a544f" fo:font-size="12pt"')
        + _heading(1, 15, "0.56cm")
        + _heading(2, 12, "0.39cm")
        + _style(
            "Hjelp", "Hjelp",
            'fo:border-left="2.5pt solid #2f6b5e" fo:padding-left="0.25cm" fo:background-color="#eef4f1" fo:margin-left="0.1cm" '
            'fo:margin-top="0.2cm" fo:margin-bottom="0.25cm" fo:keep-with-next="always"',
            'fo:font-style="italic" fo:color="#33403b"',
        )
        + _style("Liste", "Liste", 'fo:margin-bottom="0.1cm"')
        + _style("Tabelltittel", "Tabelltittel", 'fo:margin-top="0.28cm" fo:keep-with-next="always"', 'fo:font-weight="bold"')
        + _style("Tabelltekst", "Tabelltekst", 'fo:margin-bottom="0cm" fo:line-height="105%"', 'fo:font-size="9.5pt"')
        + _style("Tabellhode", "Tabellhode", 'fo:keep-with-next="always"', 'fo:font-weight="bold"', parent="Tabelltekst")
        + _style("Contents_20_Heading", "Contents Heading", 'fo:margin-top="0.4cm"', f'{bold} {dark} fo:font-size="13pt"')
        + _style("Contents_20_1", "Contents 1", 'fo:margin-bottom="0.07cm"')
        + _style("Footer", "Footer", "", 'fo:color="#4a544f" fo:font-size="8.5pt"')
        + '<style:style style:name="Fyll_20_ut" style:display-name="Fyll ut" style:family="text"><style:text-properties '
        'fo:color="#3b2f00" fo:background-color="#fff2b3"/></style:style>'
        + _list_style("Punkt", bullet) + "bullet></text:list-style>"
        + _list_style("Tall", number) + "number></text:list-style>"
    )  # fmt: skip


def _styles(d: Dokument) -> str:
    high, wide = ("21cm", "29.7cm") if d.liggende else ("29.7cm", "21cm")
    lying = "landscape" if d.liggende else "portrait"
    footer = _paragraph(
        "Footer",
        lines(d.bunntekst + "   ·   Side ")
        + '<text:page-number text:select-page="current">1</text:page-number> av <text:page-count>1</text:page-count>',
    )
    return (
        f'<office:styles>{_named_styles()}</office:styles><office:automatic-styles><style:page-layout style:name="Ark">'
        f'<style:page-layout-properties fo:page-width="{wide}" fo:page-height="{high}" style:print-orientation="{lying}" '
        'fo:margin-top="2.2cm" fo:margin-bottom="1.4cm" fo:margin-left="2.2cm" fo:margin-right="2.2cm"/>'
        '<style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.4cm"/></style:footer-style>'
        "</style:page-layout></office:automatic-styles><office:master-styles>"
        f'<style:master-page style:name="Standard" style:page-layout-name="Ark"><style:footer>{footer}</style:footer>'
        "</style:master-page></office:master-styles>"
    )
