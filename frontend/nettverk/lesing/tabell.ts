/** Text from Excel or a CSV file → rows of cells, each with the line it stands on. */
import type { Feil } from '../typer';

export interface Rad {
  linje: number;
  celler: string[];
}

export interface Tabell {
  rader: Rad[];
  feil: Feil[];
}

/** The sign between cells: a tab where there is one, else the one of ; and , that the first lines have most of. */
export function skilletegn(text: string): string {
  const named = /^sep=(.)\r?\n/i.exec(text);
  if (named) return named[1] as string;
  const lines = text.split(/\r\n|\r|\n/, 20).map((line) => line.replace(/"[^"]*"/g, ''));
  const count = (sign: string): number => lines.reduce((sum, line) => sum + line.split(sign).length - 1, 0);
  if (count('\t') > 0) return '\t';
  return count(';') >= count(',') ? ';' : ',';
}

/**
 * Splits the text (RFC 4180, and what Excel puts on the clipboard). Empty rows are left out.
 *
 * A quotation mark that is never closed would swallow the rest: the line it opens on is a fault, and the rest is read.
 */
export function tabellAv(text: string): Tabell {
  const sign = skilletegn(text);
  const rader: Rad[] = [];
  const feil: Feil[] = [];
  let line = 1;
  let at = 0;
  if (/^sep=./i.test(text)) {
    at = text.search(/\n|$/) + 1;
    line = 2;
  }
  while (at < text.length) {
    const read = readRow(text, at, sign);
    if (read === null) {
      feil.push({ linje: line, grunn: 'Et anførselstegn (") blir aldri lukket. Fjern det, eller sett ett til etter teksten.' });
      const end = /\r\n|\r|\n/.exec(text.slice(at));
      if (!end) break;
      at += end.index + end[0].length;
      line += 1;
      continue;
    }
    const celler = read.cells.map((cell) => cell.replace(/[\u00A0\s]+/g, ' ').trim());
    if (celler.some((cell) => cell !== '')) rader.push({ linje: line, celler });
    line += text.slice(at, read.next).split(/\r\n|\r|\n/).length - 1;
    at = read.next;
  }
  return { rader, feil };
}

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
