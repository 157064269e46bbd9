/**
 * Reads Excel files (.xlsx): the values of each sheet, by row. Formulas give the value they had when the file was saved.
 *
 * Our own small reader on fflate, which writing needs anyway: the whole of a spreadsheet library would weigh ten times
 * more, and what is read here is text, numbers and days (ECMA-376, parts 18.2–18.4). It runs without a DOM. What it can't
 * read it says, never guesses.
 */
import { strFromU8, unzipSync } from 'fflate';
import { Lesefeil } from '../felles/lesing';

export interface LestArk {
  navn: string;
  /** Rows that have something in them, with their number in the sheet. A day is the number Excel has for it (1900). */
  rader: { nr: number; celler: (string | number | boolean | null)[] }[];
}
type Celle = LestArk['rader'][number]['celler'][number];

/** A file that unpacks to more is no sheet anyone has written by hand. */
const MOST_BYTES = 60_000_000;
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 500;
const DAGER_1904 = 1462;

/** The sheets of a workbook in their order. Raises Lesefeil, with a reason in bokmål, when it can't be read. */
export function lesExcel(bytes: Uint8Array): LestArk[] {
  const files = unzipped(bytes);
  const workbook = partOf(files, 'xl/workbook.xml');
  if (workbook === undefined) throw new Lesefeil('Fila er ikke en Excel-arbeidsbok (.xlsx).');
  const strings = stringsOf(partOf(files, 'xl/sharedStrings.xml') ?? '');
  const targets = new Map(elements(partOf(files, 'xl/_rels/workbook.xml.rels') ?? '', 'Relationship').map(({ tag }) => [attribute(tag, 'Id'), attribute(tag, 'Target')]));
  const late = /<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(workbook);
  return elements(workbook, 'sheet').map(({ tag }) => {
    const target = targets.get(attribute(tag, 'r:id') || attribute(tag, 'id')) ?? '';
    const xml = partOf(files, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    if (xml === undefined) throw new Lesefeil('Arbeidsboka er skadet: et ark mangler. Åpne den i Excel, lagre den på nytt, og prøv igjen.');
    return { navn: attribute(tag, 'name'), rader: rowsOf(xml, strings, late) };
  });
}

function unzipped(bytes: Uint8Array): Record<string, Uint8Array> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new Lesefeil('Dette er en eldre Excel-fil, eller en fil med passord. Lagre den som .xlsx uten passord.');
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new Lesefeil('Fila er ikke en Excel-arbeidsbok (.xlsx).');
  let sum = 0;
  try {
    return unzipSync(bytes, {
      filter: (file) => {
        if (!/^xl\/.*\.(xml|rels)$/.test(file.name)) return false;
        sum += file.originalSize;
        if (sum > MOST_BYTES) throw new Lesefeil('Arbeidsboka er for stor.');
        return true;
      },
    });
  } catch (error) {
    if (error instanceof Lesefeil) throw error;
    throw new Lesefeil('Fila er skadet, og lar seg ikke pakke ut. Åpne den i Excel, lagre den på nytt, og prøv igjen.');
  }
}

function partOf(files: Record<string, Uint8Array>, name: string): string | undefined {
  const bytes = files[name];
  return bytes && strFromU8(bytes).replace(/^\uFEFF/, '');
}

interface Element {
  tag: string;
  inner: string;
}

/** Every element of the name, that holds none of its own name, with its start tag and what is inside; any prefix. */
function elements(xml: string, name: string): Element[] {
  const pattern = new RegExp(`<(?:\\w+:)?${name}((?:\\s[^>]*?)?)(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${name}>)`, 'g');
  return [...xml.matchAll(pattern)].map((match) => ({ tag: match[1] ?? '', inner: match[2] ?? '' }));
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, number?: string, name?: string) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(number);
    if (name) return ENTITIES[name] ?? whole;
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

function attribute(tag: string, name: string): string {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return decoded(match?.[1] ?? match?.[2] ?? '');
}

/** The text of a string: its runs put together, without the reading aids of East Asian text. */
function textOf(xml: string): string {
  const clean = xml.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, '');
  const text = elements(clean, 't').map(({ inner }) => decoded(inner)).join('');
  // Excel writes signs XML can't hold, and its own way of writing them, as _x0041_.
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const stringsOf = (xml: string): string[] => elements(xml, 'si').map(({ inner }) => textOf(inner));

function rowsOf(xml: string, strings: readonly string[], late: boolean): LestArk['rader'] {
  const data = elements(xml, 'sheetData')[0]?.inner ?? '';
  const rows: LestArk['rader'] = [];
  let last = 0;
  for (const { tag, inner } of elements(data, 'row')) {
    last = Number(attribute(tag, 'r')) || last + 1;
    if (rows.length >= MOST_ROWS) throw new Lesefeil(`Et ark har mer enn ${MOST_ROWS} rader.`);
    const cells: Celle[] = [];
    for (const cell of elements(inner, 'c')) {
      const column = columnOf(attribute(cell.tag, 'r')) ?? cells.length;
      if (column >= MOST_COLUMNS) continue;
      while (cells.length < column) cells.push(null);
      cells[column] = valueOf(cell, strings, late);
    }
    if (cells.some((value) => value !== null)) rows.push({ nr: last, celler: cells });
  }
  return rows;
}

/** «C12» → 2. */
function columnOf(reference: string): number | undefined {
  const letters = /^([A-Z]+)\d*$/.exec(reference)?.[1];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function valueOf({ tag, inner }: Element, strings: readonly string[], late: boolean): Celle {
  const kind = attribute(tag, 't');
  if (kind === 'inlineStr') return textOf(inner);
  const raw = elements(inner, 'v')[0]?.inner;
  if (raw === undefined || raw === '') return null;
  if (kind === 's') return strings[Number(raw)] ?? null;
  if (kind === 'b') return raw === '1';
  if (kind === 'str') return textOf(`<t>${raw}</t>`);
  if (kind === 'e') return decoded(raw);
  if (kind === 'd') return decoded(raw).slice(0, 10);
  const number = Number(raw);
  if (!Number.isFinite(number)) return decoded(raw);
  // In the calendar of 1904 days are counted from another day. Only what can be a day is moved.
  return late && number > 20_000 && number < 100_000 ? number + DAGER_1904 : number;
}
