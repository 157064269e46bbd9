/** Text from Excel or a CSV file → rows of cells, each with the line it stands on. Shared by the tools. */
import { kanVaereFormel, norskTall } from '../eksport/tekst';
import { MAKS_FIL } from './lesing';

/** Something in what was read that could not be used. */
export interface Feil {
  /** Line in the file or the pasted text, from 1; 0 when it concerns the whole. */
  linje: number;
  /** What is wrong and what to do, in bokmål. */
  grunn: string;
}

export interface Rad {
  linje: number;
  celler: string[];
}

interface Tabell {
  rader: Rad[];
  feil: Feil[];
}

/** The most a table has: far above the largest any tool takes in, and little enough that the page never stops. */
export const MAKS_RADER = 60_000;
const MAKS_KOLONNER = 4_000;
const MAKS_CELLE = 5_000;

/** A text as a cell holds it: one line, nothing that can't be seen at its ends or that no file can hold, and no longer than `mest`. */
export const enLinje = (tekst: string, mest = MAKS_CELLE): string => tekst.replace(/[\uFFFE\uFFFF]/g, '').replace(/[\u0000-\u001F\u007F\s]+/g, ' ').trim().slice(0, mest).trim();

/** The sign between cells: a tab where there is one, else the one of ; and , in the first line, or that the first lines have most of. */
export function skilletegn(text: string): string {
  const named = /^sep=(.)\r?\n/i.exec(text);
  if (named) return named[1] as string;
  // What stands in quotation marks, over several lines too, says nothing of it.
  const lines = text.slice(0, 100_000).replace(/"(?:[^"]|"")*(?:"|$)/g, '').split(/\r\n|\r|\n/, 20);
  const count = (sign: string): number => lines.reduce((sum, line) => sum + line.split(sign).length - 1, 0);
  if (count('\t') > 0) return '\t';
  const first = [';', ','].filter((sign) => lines[0]?.includes(sign));
  if (first.length === 1) return first[0] as string;
  return count(';') >= count(',') ? ';' : ',';
}

const forMye = (hva: string, mest: number, raad: string): Tabell => ({ rader: [], feil: [{ linje: 0, grunn: `Tabellen har mer enn ${norskTall(mest, ' ')} ${hva}. Verktøyet tar ikke flere, og ingenting er lest. ${raad}` }] });

/**
 * Splits the text (RFC 4180, and what Excel puts on the clipboard). Empty rows are left out.
 *
 * A quotation mark that is never closed would swallow the rest: the line it opens on is a fault, and the rest is read. Of a
 * table that is too large nothing is read, and that is the one fault. sign: what stands between cells, where it is known.
 */
export function tabellAv(text: string, sign = skilletegn(text)): Tabell {
  if (text.length > MAKS_FIL) return forMye('tegn', MAKS_FIL, 'Del den opp.');
  // What a sheet has below its last row, often by the thousand.
  const blank = new RegExp(`[ ${sign.replace(/[\\\]^-]/, '\\$&')}]*(?:\\r\\n|\\r|\\n)`, 'y');
  const rader: Rad[] = [];
  const feil: Feil[] = [];
  let line = 1;
  let at = 0;
  if (/^sep=./i.test(text)) {
    at = text.search(/\n|$/) + 1;
    line = 2;
  }
  while (at < text.length) {
    blank.lastIndex = at;
    if (blank.test(text)) {
      at = blank.lastIndex;
      line += 1;
      continue;
    }
    const read = readRow(text, at, sign);
    if (read === null) {
      feil.push({ linje: line, grunn: 'Et anførselstegn (") blir aldri lukket. Fjern det, eller sett ett til etter teksten.' });
      const end = /\r\n|\r|\n/.exec(text.slice(at));
      if (!end) break;
      at += end.index + end[0].length;
      line += 1;
      continue;
    }
    if (read.cells.length > MAKS_KOLONNER) return forMye('kolonner', MAKS_KOLONNER, 'Ta bort kolonner som ikke trengs. Er skilletegnet riktig?');
    if (read.cells.some((cell) => cell.length > MAKS_CELLE)) feil.push({ linje: line, grunn: `En rute har mer enn ${norskTall(MAKS_CELLE, ' ')} tegn. Resten av ruta er ikke tatt med.` });
    const celler = read.cells.map((cell) => utenVern(enLinje(cell)));
    if (celler.some((cell) => cell !== '')) rader.push({ linje: line, celler });
    if (rader.length > MAKS_RADER) return forMye('rader', MAKS_RADER, 'Del den opp, eller ta bort rader uten svar.');
    line += text.slice(at, read.next).split(/\r\n|\r|\n/).length - 1;
    at = read.next;
  }
  return { rader, feil };
}

/** A text without the apostrophe that keeps a spreadsheet from calculating it, and that our own CSV files have. */
const utenVern = (cell: string): string => (cell.startsWith("'") && kanVaereFormel(cell.replace(/^'+/, '')) ? cell.slice(1).trim() : cell);

/** One row from `at` on; null when a quotation mark is never closed. */
function readRow(text: string, at: number, sign: string): { cells: string[]; next: number } | null {
  const cells: string[] = [];
  let cell = '';
  let i = at;
  for (;;) {
    const c = text[i];
    if (c === undefined || c === '\n' || c === '\r') {
      cells.push(cell);
      return { cells, next: c === undefined ? i : i + (c === '\r' && text[i + 1] === '\n' ? 2 : 1) };
    }
    if (c === sign) {
      cells.push(cell);
      if (cells.length > MAKS_KOLONNER) return { cells, next: text.length };
      cell = '';
      i += 1;
    } else if (c === '"' && cell.trim() === '') {
      const end = closing(text, i + 1);
      if (end === -1) return null;
      cell = text.slice(i + 1, end).replace(/""/g, '"');
      i = end + 1;
    } else {
      cell += c;
      i += 1;
    }
  }
}

/** Where the quotation mark that closes stands; -1 if nowhere. Doubled ones are part of the text. */
function closing(text: string, from: number): number {
  for (let i = text.indexOf('"', from); i !== -1; i = text.indexOf('"', i + 2)) {
    if (text[i + 1] !== '"') return i;
  }
  return -1;
}
