/**
 * Reads Excel files (.xlsx): the values of each sheet, by row. Formulas give the value they had when the file was saved.
 *
 * Our own small reader on fflate, which writing needs anyway: the whole of a spreadsheet library would weigh ten times
 * more, and what is read here is text, numbers and days (ECMA-376, parts 18.2–18.4). It runs without a DOM. What it can't
 * read it says, never guesses.
 */
import { Inflate, strFromU8 } from 'fflate';
import { fremmedFil, krevStorrelse, Lesefeil } from '../felles/lesing';

export interface LestArk {
  navn: string;
  /** Rows that have something in them, with their number in the sheet. A day is the number Excel has for it (1900). */
  rader: { nr: number; celler: (string | number | boolean | null)[] }[];
}
type Celle = LestArk['rader'][number]['celler'][number];

/** A file that unpacks to more is no sheet anyone has written by hand. */
const MOST_BYTES = 60_000_000;
const MOST_SHEETS = 100;
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 500;
const DAGER_1904 = 1462;

const NY_LAGRING = 'Åpne den i Excel, lagre den på nytt, og prøv igjen.';
const forStort = (hva: string): Lesefeil => new Lesefeil(`Arbeidsboka er for stor: ${hva}. Ta bort ark og rader som ikke er fylt ut, og prøv igjen.`);
const skadet = (hva: string): Lesefeil => new Lesefeil(`Arbeidsboka er skadet: ${hva}. ${NY_LAGRING}`);

/** The sheets of a workbook in their order. Raises Lesefeil, with a reason in bokmål, when it can't be read. */
export function lesExcel(bytes: Uint8Array): LestArk[] {
  const files = unzipped(bytes);
  const workbook = partOf(files, 'xl/workbook.xml');
  if (workbook === undefined) throw new Lesefeil('Fila er ikke en Excel-arbeidsbok. Velg et regneark som slutter på .xlsx.');
  const strings = stringsOf(partOf(files, 'xl/sharedStrings.xml') ?? '');
  const targets = new Map([...elements(partOf(files, 'xl/_rels/workbook.xml.rels') ?? '', 'Relationship')].map(({ tag }) => [attribute(tag, 'Id'), attribute(tag, 'Target')]));
  const late = /<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(workbook);
  const sheets = [...elements(workbook, 'sheet')];
  if (sheets.length > MOST_SHEETS) throw forStort(`den har mer enn ${MOST_SHEETS} ark`);
  let sum = 0;
  return sheets.map(({ tag }) => {
    const target = targets.get(attribute(tag, 'r:id') || attribute(tag, 'id')) ?? '';
    const xml = partOf(files, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    if (xml === undefined) throw skadet('et ark mangler');
    // The same part may stand behind several sheets.
    sum += xml.length;
    if (sum > MOST_BYTES) throw forStort(FOR_MANGE_BYTE);
    return { navn: attribute(tag, 'name'), rader: rowsOf(xml, strings, late) };
  });
}

const FOR_MANGE_BYTE = `den er på mer enn ${MOST_BYTES / 1_000_000} megabyte når den er pakket ut`;

/** The parts of the workbook that are read, unpacked. */
function unzipped(bytes: Uint8Array): Map<string, Uint8Array> {
  krevStorrelse(bytes);
  const kind = fremmedFil(bytes);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new Lesefeil('Dette er en eldre Excel-fil, eller en fil med passord. Lagre den som .xlsx uten passord.');
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new Lesefeil(`${kind ? `Dette er ${kind}.` : 'Fila er ikke en Excel-arbeidsbok.'} Velg et regneark som slutter på .xlsx.`);
  try {
    return unpacked(bytes);
  } catch (error) {
    if (error instanceof Lesefeil) throw error;
    throw skadet('den lar seg ikke pakke ut');
  }
}

/** Unpacks no more than a part says it holds, and no more than MOST_BYTES in all, whatever the file says of itself. */
function unpacked(bytes: Uint8Array): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  let [packed, sum] = [0, 0];
  for (const one of entries(bytes)) {
    if (!/^xl\/.*\.(xml|rels)$/.test(one.name)) continue;
    packed += one.packed;
    sum += one.size;
    if (sum > MOST_BYTES) throw forStort(FOR_MANGE_BYTE);
    // Parts that share their bytes are a way to make little look like much.
    if (packed > bytes.length || parts.has(one.name)) throw skadet('deler av den ligger oppå hverandre');
    parts.set(one.name, one.stored ? one.data : inflated(one.data, one.size));
  }
  return parts;
}

interface Innslag {
  name: string;
  packed: number;
  size: number;
  stored: boolean;
  data: Uint8Array;
}

/** What a zip file holds, by the list at its end (APPNOTE 4.3.12 and 4.3.16). Raises RangeError for one that is cut. */
function* entries(bytes: Uint8Array): Generator<Innslag> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (view.getUint32(end, true) !== 0x06054b50) end -= 1;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) throw skadet('lista over delene er ikke hel');
    const [method, packed, size] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const [nameLength, extra, comment, local] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true), view.getUint32(at + 42, true)];
    const name = strFromU8(bytes.subarray(at + 46, at + 46 + nameLength));
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (start + packed > bytes.length || (method !== 0 && method !== 8)) throw skadet('en del av den mangler');
    yield { name, packed, size, stored: method === 0, data: bytes.subarray(start, start + packed) };
    at += 46 + nameLength + extra + comment;
  }
}

/** So much is unpacked at a time: it can become a thousand times as much before it is seen. */
const CHUNK = 16_384;

function inflated(data: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let at = 0;
  const stream = new Inflate((piece) => {
    if (at + piece.length > size) throw skadet('en del av den er større enn den sier');
    out.set(piece, at);
    at += piece.length;
  });
  for (let from = 0; from < data.length; from += CHUNK) stream.push(data.subarray(from, from + CHUNK), from + CHUNK >= data.length);
  if (at !== size) throw skadet('en del av den er ikke hel');
  return out;
}

function partOf(files: ReadonlyMap<string, Uint8Array>, name: string): string | undefined {
  const bytes = files.get(name);
  return bytes && strFromU8(bytes).replace(/^\uFEFF/, '');
}

/** What is inside the first element of the name. */
function first(xml: string, name: string): string | undefined {
  for (const { inner } of elements(xml, name)) return inner;
  return undefined;
}

interface Element {
  tag: string;
  inner: string;
  from: number;
  to: number;
}

/**
 * Every element of the name, that holds none of its own name, with its start tag and what is inside; any prefix.
 *
 * Reads the text once from end to end: one that is never closed ends it, and is said.
 */
function* elements(xml: string, name: string): Generator<Element> {
  const start = new RegExp(`<(?:\\w+:)?${name}((?:\\s(?:[^<>"']|"[^"<]*"|'[^'<]*')*)?)/?>`, 'g');
  const end = new RegExp(`</(?:\\w+:)?${name}\\s*>`, 'g');
  for (let match = start.exec(xml); match; match = start.exec(xml)) {
    const tag = match[1] ?? '';
    if (match[0].endsWith('/>')) {
      yield { tag, inner: '', from: match.index, to: start.lastIndex };
      continue;
    }
    end.lastIndex = start.lastIndex;
    const close = end.exec(xml);
    if (!close) throw skadet('en del av den slutter midt i');
    yield { tag, inner: xml.slice(start.lastIndex, close.index), from: match.index, to: end.lastIndex };
    start.lastIndex = end.lastIndex;
  }
}

const ENTITIES: ReadonlyMap<string, string> = new Map([['lt', '<'], ['gt', '>'], ['amp', '&'], ['quot', '"'], ['apos', "'"]]);
function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, number?: string, name?: string) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(number);
    if (name) return ENTITIES.get(name) ?? whole;
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

function attribute(tag: string, name: string): string {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return decoded(match?.[1] ?? match?.[2] ?? '');
}

/** The text of a string: its runs put together, without the reading aids of East Asian text. */
function textOf(xml: string): string {
  let [clean, at] = ['', 0];
  for (const { from, to } of elements(xml, 'rPh')) {
    clean += xml.slice(at, from);
    at = to;
  }
  const text = Array.from(elements(clean + xml.slice(at), 't'), ({ inner }) => decoded(inner)).join('');
  // Excel writes signs XML can't hold, and its own way of writing them, as _x0041_.
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const stringsOf = (xml: string): string[] => Array.from(elements(xml, 'si'), ({ inner }) => textOf(inner));

function rowsOf(xml: string, strings: readonly string[], late: boolean): LestArk['rader'] {
  const data = first(xml, 'sheetData') ?? '';
  const rows: LestArk['rader'] = [];
  let [last, seen] = [0, 0];
  for (const { tag, inner } of elements(data, 'row')) {
    last = Number(attribute(tag, 'r')) || last + 1;
    seen += 1;
    if (seen > MOST_ROWS) throw forStort(`et ark har mer enn ${MOST_ROWS / 1000} 000 rader`);
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
  const raw = first(inner, 'v');
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
