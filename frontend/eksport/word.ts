/** Word documents (.docx). */
import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  ImageRun,
  LeaderType,
  LevelFormat,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { rensTekst, visVerdi } from './tekst';
import type { Blokk, Dokument, Tekst, Tekstbit } from './typer';
import { fastWordXml, pakkFast } from './zip';

/** Measures in twentieths of a point, as Word counts: A4 with margins of 2.2 cm. */
const A4 = { width: 11906, height: 16838 };
const MARGIN = 1247;
const FONT = 'Calibri';
const GREY = '8B8473';
const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4] as const;

/** A table this short is not parted between two pages. */
const MOST_ROWS_ON_ONE_PAGE = 8;

type Tabell = Extract<Blokk, { slags: 'tabell' }>;
type Bilde = Extract<Blokk, { slags: 'bilde' }>;

function runsOf(text: Tekst): (TextRun | ExternalHyperlink)[] {
  const pieces = typeof text === 'string' ? [text] : text;
  return pieces.flatMap((piece) => runsOfPiece(typeof piece === 'string' ? { tekst: piece } : piece));
}

function runsOfPiece(piece: Tekstbit): (TextRun | ExternalHyperlink)[] {
  const link = piece.lenke !== undefined && /^(https?:|mailto:)/i.test(piece.lenke) ? piece.lenke : undefined;
  const runs = rensTekst(piece.tekst)
    .split('\n')
    .map(
      (line, index) =>
        new TextRun({
          text: line,
          bold: piece.fet,
          italics: piece.kursiv,
          break: index === 0 ? undefined : 1,
          style: link === undefined ? undefined : 'Hyperlink',
        }),
    );
  return link === undefined ? runs : [new ExternalHyperlink({ link: encodeURI(decodeSafely(link)), children: runs })];
}

function decodeSafely(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function cell(children: Paragraph[], header: boolean, width: number | undefined): TableCell {
  return new TableCell({
    children,
    width: width === undefined ? undefined : { size: width, type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    shading: header ? { type: ShadingType.CLEAR, fill: 'E6EFE9', color: 'auto' } : undefined,
  });
}

function tableOf(block: Tabell, textWidth: number): (Paragraph | Table)[] {
  const shares = block.bredder ?? sharesByContent(block);
  const total = shares.reduce((sum, share) => sum + share, 0) || 1;
  const widths = block.kolonner.map((_, index) => Math.floor((textWidth * (shares[index] ?? 0)) / total));
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: block.kolonner.map((name, index) =>
      cell([new Paragraph({ style: 'Tabelltekst', keepNext: true, children: runsOf([{ tekst: name, fet: true }]) })], true, widths[index]),
    ),
  });
  const whole = block.rader.length <= MOST_ROWS_ON_ONE_PAGE;
  const rows = block.rader.map((row, number) => {
    const keepNext = whole && number < block.rader.length - 1;
    return new TableRow({
      cantSplit: true,
      children: block.kolonner.map((_, index) =>
        cell([new Paragraph({ style: 'Tabelltekst', keepNext, children: runsOf(visVerdi(row[index] ?? null)) })], false, widths[index]),
      ),
    });
  });
  const line = { style: BorderStyle.SINGLE, size: 4, color: GREY };
  const table = new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [header, ...rows],
  });
  const title = block.tittel ? [new Paragraph({ style: 'Tabelltittel', keepNext: true, children: runsOf(block.tittel) })] : [];
  // Two tables in a row melt into one without something between them.
  return [...title, table, new Paragraph({ children: [] })];
}

/** Shares of the width by the mean length of the texts, within reason, so that a column of years does not take a third. */
function sharesByContent(block: Tabell): number[] {
  return block.kolonner.map((name, index) => {
    const lengths = block.rader.map((row) => visVerdi(row[index] ?? null).length);
    const mean = lengths.reduce((sum, length) => sum + length, 0) / (lengths.length || 1);
    return Math.min(60, Math.max(name.length, mean, 8));
  });
}

async function pictureOf(block: Bilde, textWidth: number): Promise<Paragraph> {
  const most = (textWidth / 1440) * 96;
  const scale = Math.min(1, most / block.bredde);
  const alt = rensTekst(block.alternativtekst);
  return new Paragraph({
    children: [
      new ImageRun({
        type: 'png',
        data: new Uint8Array(await block.png.arrayBuffer()),
        transformation: { width: Math.round(block.bredde * scale), height: Math.round(block.hoyde * scale) },
        altText: { name: alt.slice(0, 60), title: alt.slice(0, 60), description: alt },
      }),
    ],
  });
}

async function childrenOf(block: Blokk, next: Blokk | undefined, textWidth: number, list: number): Promise<(Paragraph | Table)[]> {
  switch (block.slags) {
    case 'overskrift':
      return [new Paragraph({ heading: HEADINGS[block.niva - 1], children: runsOf(block.tekst) })];
    case 'avsnitt':
      // What introduces a table or a list stands on the same page as its beginning.
      return [new Paragraph({ keepNext: next?.slags === 'tabell' || next?.slags === 'liste', children: runsOf(block.tekst) })];
    case 'liste':
      return block.punkter.map(
        (point) =>
          new Paragraph({
            style: 'ListParagraph',
            numbering: { reference: block.nummerert ? 'kb-tall' : 'kb-strek', level: 0, instance: list },
            children: runsOf(point),
          }),
      );
    case 'tabell':
      return tableOf(block, textWidth);
    case 'bilde':
      return [await pictureOf(block, textWidth)];
    case 'sideskift':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

function footerOf(text: string | undefined): Footer {
  const children = [
    ...(text ? [new TextRun({ text: `${rensTekst(text)}   ·   ` })] : []),
    new TextRun({ children: ['Side ', PageNumber.CURRENT, ' av ', PageNumber.TOTAL_PAGES] }),
  ];
  return new Footer({ children: [new Paragraph({ style: 'Bunntekst', children })] });
}

function numbering(format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) {
  return [{ level: 0, format, text, alignment: AlignmentType.START, style: { paragraph: { indent: { left: 480, hanging: 360 } } } }];
}

const heading = (size: number, before: number) => ({
  run: { size, bold: true, color: '14453D', font: FONT },
  paragraph: { spacing: { before, after: 100 }, keepNext: true },
});

/**
 * Makes a Word document: A4, real heading styles, tables whose header row is repeated on each page, language bokmål,
 * page number at the foot, and a contents list if asked for (linked; Word fills in the page numbers when it is updated).
 *
 * The same `dokument` gives the same bytes.
 */
export async function tilWord(dokument: Dokument): Promise<Blob> {
  const width = dokument.liggende ? A4.height : A4.width;
  const textWidth = width - 2 * MARGIN;
  const body: (Paragraph | Table | TableOfContents)[] = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: runsOf(dokument.tittel) }),
  ];
  if (dokument.undertittel) body.push(new Paragraph({ style: 'Undertittel', children: runsOf(dokument.undertittel) }));
  if (dokument.innhold) {
    // Clean, so that Word does not ask the reader about «fields that refer to other files». No dots before numbers that aren't there yet.
    body.push(new TableOfContents('Innhold', { hyperlink: true, headingStyleRange: '1-2', beginDirty: false, tabLeader: LeaderType.NONE }));
  }
  for (const [index, block] of dokument.blokker.entries()) body.push(...(await childrenOf(block, dokument.blokker[index + 1], textWidth, index)));

  const document = new Document({
    title: rensTekst(dokument.tittel),
    creator: rensTekst(dokument.bunntekst ?? ''),
    lastModifiedBy: '',
    features: { updateFields: false },
    styles: {
      default: {
        document: {
          run: { font: FONT, size: 22, language: { value: 'nb-NO', eastAsia: 'nb-NO', bidirectional: 'nb-NO' } },
          paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
        },
        title: { run: { size: 44, bold: true, color: '14453D', font: FONT }, paragraph: { spacing: { after: 120 } } },
        heading1: heading(32, 320),
        heading2: heading(27, 260),
        heading3: heading(24, 220),
        heading4: heading(22, 200),
      },
      paragraphStyles: [
        { id: 'Undertittel', name: 'Undertittel', basedOn: 'Normal', run: { size: 24, color: '4A544F' }, paragraph: { spacing: { after: 240 } } },
        { id: 'Tabelltekst', name: 'Tabelltekst', basedOn: 'Normal', run: { size: 19 }, paragraph: { spacing: { after: 0, line: 252, lineRule: LineRuleType.AUTO } } },
        { id: 'Tabelltittel', name: 'Tabelltittel', basedOn: 'Normal', run: { bold: true }, paragraph: { spacing: { before: 160, after: 80 } } },
        { id: 'Bunntekst', name: 'Bunntekst', basedOn: 'Normal', run: { size: 17, color: '4A544F' } },
      ],
    },
    numbering: {
      config: [
        { reference: 'kb-strek', levels: numbering(LevelFormat.BULLET, '•') },
        { reference: 'kb-tall', levels: numbering(LevelFormat.DECIMAL, '%1.') },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            // The library turns the sheet itself: it wants the measures of an upright one.
            size: { ...A4, orientation: dokument.liggende ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        footers: { default: footerOf(dokument.bunntekst) },
        children: body,
      },
    ],
  });
  const makeFixed = fastWordXml();
  return pakkFast(await Packer.toBlob(document), (name, xml) => {
    const fixed = makeFixed(name, xml);
    // Page numbers of the contents list would make Word ask too; it fills them in when the reader updates the list.
    return name === 'word/document.xml' ? fixed.replace(/ w:dirty="true"/g, '') : fixed;
  });
}
