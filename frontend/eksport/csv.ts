/** CSV the way Norwegian Excel reads it: semicolon, decimal comma, UTF-8 with byte order mark, CRLF. */
import { isoDato, kanVaereFormel, norskTall, rensTekst } from './tekst';
import type { Verdi } from './typer';

function fieldOf(value: Verdi | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return isoDato(value);
  if (typeof value === 'number') return norskTall(value);
  if (typeof value === 'boolean') return value ? 'ja' : 'nei';
  const text = rensTekst(value);
  // A CSV file has no types: only a leading apostrophe keeps a spreadsheet from calculating a text. What has one already gets
  // one more, so that felles/celler.ts can take it away again.
  const safe = kanVaereFormel(text.replace(/^'+/, '')) ? `'${text}` : text;
  return /[";\n]|^\s|\s$/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** Makes a CSV file of rows; the first is the header row. Text that could be a formula gets an apostrophe before it. */
export function tilCsv(rader: readonly (readonly Verdi[])[]): Blob {
  const lines = rader.map((row) => Array.from(row, fieldOf).join(';'));
  return new Blob([`\uFEFF${lines.join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' });
}
