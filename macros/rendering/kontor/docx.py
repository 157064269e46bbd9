"""A Dokument as a Word file (ECMA-376, WordprocessingML).

Real heading styles, tables whose header row is repeated, language bokmål, page numbers at the foot, a contents list that
works as links at once. Fields to fill in are marked text and not content controls: LibreOffice makes those into form fields
without the mark when it writes a PDF.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from macros.rendering.dokument import Avsnitt, Blokk, Dokument, Liste, Overskrift, Tabell, Tekst
from macros.rendering.kontor.pakke import pack
from macros.rendering.kontor.xml import HODE, esc

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_A4, _MARGIN = (11906, 16838), 1247
"""In twentieths of a point: A4, and margins of 2.2 cm."""


def docx(dokument: Dokument) -> bytes:
    """The Word file, the same bytes for the same document."""
    return pack(
        (name, (HODE + xml).encode())
        for name, xml in (
            ("[Content_Types].xml", _content_types()),
            ("_rels/.rels", _relations(_PACKAGE_PARTS)),
            ("word/document.xml", _Skriver(dokument).document()),
            ("word/_rels/document.xml.rels", _relations(_DOCUMENT_PARTS)),
            ("word/styles.xml", _styles()),
            ("word/numbering.xml", _numbering(dokument)),
            ("word/settings.xml", _settings()),
            ("word/footer1.xml", _footer(dokument)),
            ("docProps/core.xml", _core(dokument)),
        )
    )


_PACKAGE_PARTS = (
    (f"{_R}/officeDocument", "word/document.xml"),
    (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
)
_DOCUMENT_PARTS = (
    *((f"{_R}/{name}", f"{name}.xml") for name in ("styles", "numbering", "settings")),
    (f"{_R}/footer", "footer1.xml"),
)


def _relations(parts: tuple[tuple[str, str], ...]) -> str:
    rows = "".join(f'<Relationship Id="rId{i}" Type="{t}" Target="{path}"/>' for i, (t, path) in enumerate(parts, 1))
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _content_types() -> str:
    parts = [("/word/document.xml", "document.main")]
    parts += [(f"/word/{n}.xml", n) for n in ("styles", "numbering", "settings")] + [("/word/footer1.xml", "footer")]
    rows = "".join(f'<Override PartName="{path}" ContentType="{_TYPE}.{kind}+xml"/>' for path, kind in parts)
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        "</Types>"
    )


def _core(d: Dokument) -> str:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{esc(d.tittel)}</dc:title><dc:language>nb-NO</dc:language></cp:coreProperties>"
    )


def _settings() -> str:
    return (
        f'<w:settings xmlns:w="{_W}"><w:defaultTabStop w:val="708"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="nb-NO"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _footer(d: Dokument) -> str:
    def field(code: str) -> str:
        return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

    return (
        f'<w:ftr xmlns:w="{_W}"><w:p><w:pPr><w:pStyle w:val="Bunntekst"/></w:pPr>{_run(d.bunntekst + "   ·   Side ")}'
        f"{field('PAGE')}{_run(' av ')}{field('NUMPAGES')}</w:p></w:ftr>"
    )


def _run(text: str, properties: str = "") -> str:
    inner = '</w:t><w:br/><w:t xml:space="preserve">'.join(esc(line) for line in text.split("\n"))
    return f'<w:r>{properties}<w:t xml:space="preserve">{inner}</w:t></w:r>'


_MARKED = '<w:rPr><w:rStyle w:val="FyllUt"/></w:rPr>'


class _Skriver:
    """Writes the body of one document; counts what must be told apart."""

    def __init__(self, dokument: Dokument) -> None:
        self.d = dokument
        self.bookmarks, self.lists = count(1), count(2)
        self.width = (_A4[1] if dokument.liggende else _A4[0]) - 2 * _MARGIN

    def document(self) -> str:
        wide, high = reversed(_A4) if self.d.liggende else _A4
        lying = ' w:orient="landscape"' if self.d.liggende else ""
        margins = " ".join(f'w:{side}="{_MARGIN}"' for side in ("top", "right", "bottom", "left"))
        return (
            f'<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>'
            + _paragraph("Title", _run(self.d.tittel))
            + _paragraph("Subtitle", _run(self.d.undertittel))
            + "".join(self._contents())
            + "".join(part for block in self.d.blokker for part in self._block(block))
            + f'<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="{wide}" w:h="{high}"{lying}/>'
            f'<w:pgMar {margins} w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>'
        )

    def _contents(self) -> Iterator[str]:
        """The contents list: a field whose entries are there as links. Page numbers come when the reader updates it."""
        if not self.d.innhold:
            return
        yield _paragraph("Innholdstittel", _run("Innhold"))
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\h \\z \\u </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        last = len(self.d.innhold) - 1
        for i, heading in enumerate(self.d.innhold):
            link = f'<w:hyperlink w:anchor="{_bookmark(heading)}" w:history="1">{_run(heading.tekst)}</w:hyperlink>'
            yield _paragraph("TOC1", (begin if i == 0 else "") + link + (end if i == last else ""))

    def _block(self, block: Blokk) -> Iterator[str]:
        if isinstance(block, Overskrift):
            id = next(self.bookmarks)
            start = f'<w:bookmarkStart w:id="{id}" w:name="{_bookmark(block)}"/>'
            yield _paragraph(f"Heading{block.niva}", f'{start}{_run(block.tekst)}<w:bookmarkEnd w:id="{id}"/>')
        elif isinstance(block, Avsnitt):
            yield _paragraph("Hjelp" if block.hjelp else "", _runs(block.tekst))
        elif isinstance(block, Liste):
            number = next(self.lists) if block.nummerert else 1
            num = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
            yield from (_paragraph("ListParagraph", _runs(p), num) for p in block.punkter)
        else:
            yield from self._table(block)

    def _table(self, t: Tabell) -> Iterator[str]:
        shares = [self.width * b // sum(t.bredder) for b in t.bredder]
        grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in shares)
        title = esc(t.tittel)
        head = "".join(
            _cell(w, _paragraph("Tabellhode", _run(name))) for name, w in zip(t.kolonner, shares, strict=True)
        )
        rows = "".join(
            "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
            + "".join(_cell(w, _paragraph("Tabelltekst", _runs(cell))) for cell, w in zip(row, shares, strict=True))
            + "</w:tr>"
            for row in t.rader
        )
        yield _paragraph("Caption", _run(t.tittel))
        yield (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="Malrutenett"/><w:tblW w:w="{sum(shares)}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
            f'w:noVBand="1"/><w:tblCaption w:val="{title}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
            f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{rows}</w:tbl>"
        )
        # Two tables in a row melt into one without something between them.
        yield '<w:p><w:pPr><w:spacing w:after="0" w:line="160" w:lineRule="exact"/></w:pPr></w:p>'


def _runs(text: Tekst) -> str:
    return "".join(_run(bit.tekst, _MARKED if bit.felt else "") for bit in text)


def _bookmark(heading: Overskrift) -> str:
    return f"_{heading.anker.replace('-', '_')}"


def _paragraph(style: str, content: str, more: str = "") -> str:
    name = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{name}{more}</w:pPr>" if name or more else ""
    return f"<w:p>{properties}{content}</w:p>"


def _cell(width: int, content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _numbering(d: Dokument) -> str:
    """Number 1 is the bullets; each numbered list has a number of its own, so that it begins at 1."""

    def abstract(id: int, form: str, text: str) -> str:
        return (
            f'<w:abstractNum w:abstractNumId="{id}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
            f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            '<w:pPr><w:ind w:left="480" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
        )

    lists = sum(1 for b in d.blokker if isinstance(b, Liste) and b.nummerert)
    own = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
        for n in range(2, 2 + lists)
    )
    return (
        f'<w:numbering xmlns:w="{_W}">{abstract(0, "bullet", "•")}{abstract(1, "decimal", "%1.")}'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{own}</w:numbering>'
    )


def _style(id: str, name: str, paragraph: str = "", run: str = "", *, next: str = "", based: str = "Normal") -> str:
    after = f'<w:next w:val="{next}"/>' if next else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="{based}"/>{after}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _heading(level: int, size: int, before: int) -> str:
    return _style(
        f"Heading{level}",
        f"heading {level}",
        f'<w:keepNext/><w:spacing w:before="{before}" w:after="100"/><w:outlineLvl w:val="{level - 1}"/>',
        f'<w:b/><w:color w:val="14453D"/><w:sz w:val="{size}"/>',
        next="Normal",
    )


def _paragraph_styles() -> Iterator[str]:
    dark, grey = '<w:color w:val="14453D"/>', '<w:color w:val="4A544F"/>'
    yield _style("Title", "Title", '<w:spacing w:after="80"/>', f'<w:b/>{dark}<w:sz w:val="44"/>', next="Normal")
    yield _style("Subtitle", "Subtitle", '<w:spacing w:after="200"/>', f'{grey}<w:sz w:val="24"/>', next="Normal")
    yield _heading(1, 30, 320)
    yield _heading(2, 25, 220)
    yield _style(
        "Hjelp",
        "Hjelp",
        '<w:keepNext/><w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="2F6B5E"/></w:pBdr>'
        '<w:shd w:val="clear" w:color="auto" w:fill="EEF4F1"/><w:spacing w:before="120" w:after="140"/><w:ind w:left="200"/>',
        '<w:i/><w:color w:val="33403B"/>',
    )
    yield _style("ListParagraph", "List Paragraph", '<w:spacing w:after="60"/>')
    yield _style("Caption", "caption", '<w:keepNext/><w:spacing w:before="160" w:after="80"/>', "<w:b/>")
    close = '<w:spacing w:before="30" w:after="30" w:line="252" w:lineRule="auto"/>'
    yield _style("Tabelltekst", "Tabelltekst", close, '<w:sz w:val="19"/>')
    yield _style("Tabellhode", "Tabellhode", "<w:keepNext/>", "<w:b/>", based="Tabelltekst")
    over = '<w:keepNext/><w:spacing w:before="240" w:after="100"/>'
    yield _style("Innholdstittel", "Innholdstittel", over, f'<w:b/>{dark}<w:sz w:val="26"/>')
    tab = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9400"/></w:tabs><w:spacing w:after="40"/>'
    yield _style("TOC1", "toc 1", tab)
    yield _style("Bunntekst", "footer", "", f'{grey}<w:sz w:val="17"/>')


def _styles() -> str:
    font = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>'
    line = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="8B8473"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>{font}<w:sz w:val="22"/><w:szCs w:val="22"/>'
        '<w:lang w:val="nb-NO" w:eastAsia="nb-NO" w:bidi="nb-NO"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="Standardskrift"><w:name w:val="Default Paragraph Font"/></w:style>'
        + "".join(_paragraph_styles())
        + '<w:style w:type="character" w:customStyle="1" w:styleId="FyllUt"><w:name w:val="Fyll ut"/><w:qFormat/>'
        '<w:rPr><w:color w:val="3B2F00"/><w:shd w:val="clear" w:color="auto" w:fill="FFF2B3"/></w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="Vanligtabell"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="Malrutenett"><w:name w:val="Malrutenett"/>'
        f'<w:basedOn w:val="Vanligtabell"/><w:tblPr><w:tblBorders>{line}</w:tblBorders></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E6EFE9"/></w:tcPr></w:tblStylePr>'
        "</w:style></w:styles>"
    )  # fmt: skip
