/** Excel files (.xlsx). */
import skrivExcel from 'write-excel-file/universal';
import { kanVaereFormel, kuttTilCelle, rensTekst } from './tekst';
import type { Ark, Bok, Kolonne, Verdi } from './typer';
import { pakkFast } from './zip';

const MAX_WIDTH = 60;
const MIN_WIDTH = 8;

/** Excel reads «_x0041_» inside a text as the character A; the underscore itself must then be written that way. */
function literal(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

const MARK = '\uE000';

/** The library looks texts up in a plain object, where «constructor» and its like are found: such a text gets a mark at its end. */
function marked(text: string): string {
  return text in Object.prototype || text.endsWith(MARK) ? text + MARK : text;
}

const withoutMark = (xml: string): string => xml.split(`${MARK}</t>`).join('</t>');

function cellOf(value: Verdi | undefined, column: Kolonne): object | null {
  if (value === null || value === undefined || value === '') return null;
  const look = { alignVertical: 'top' as const };
  if (value instanceof Date) {
    // Excel has no days before 1900.
    if (Number.isNaN(value.getTime())) return null;
    if (value.getUTCFullYear() >= 1901) return { ...look, value, type: Date, format: 'yyyy-mm-dd' };
    return textCell(value.toISOString().slice(0, 10), look);
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return null;
    // Years and small numbers must not get a thousands separator; that is the column's own choice.
    return column.tallformat ? { ...look, value, type: Number, format: column.tallformat } : { ...look, value, type: Number };
  }
  if (typeof value === 'boolean') return textCell(value ? 'ja' : 'nei', look);
  return textCell(value, look);
}

/**
 * A text cell. The type says text, so Excel never calculates it; the format «@» keeps it text also when someone edits
 * the cell, or saves the sheet as CSV.
 */
function textCell(value: string, look: object): object {
  const text = kuttTilCelle(rensTekst(value));
  const guard = kanVaereFormel(text) ? { format: '@' } : {};
  return { ...look, ...guard, value: marked(literal(text)), type: String, wrap: true };
}

function widthOf(column: Kolonne, index: number, rows: Ark['rader']): number {
  if (column.bredde) return column.bredde;
  let longest = column.navn.length;
  for (const row of rows) {
    const value = row[index];
    const text = value instanceof Date ? '2000-01-01' : String(value ?? '');
    for (const line of text.split('\n')) longest = Math.max(longest, line.length);
  }
  return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, longest + 2));
}

/** Names Excel accepts for the tabs: at most 31 characters, without []/\:*?, no two alike. */
export function arknavn(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((name) => {
    const clean = rensTekst(name).replace(/[[\]/\\:*?\n]+/g, ' ').replace(/^'+|'+$/g, '').replace(/\s+/g, ' ').trim() || 'Ark';
    for (let number = 1; ; number += 1) {
      const suffix = number === 1 ? '' : ` (${number})`;
      const candidate = [...clean].slice(0, 31 - suffix.length).join('').slice(0, 31 - suffix.length).trim() + suffix;
      if (!used.has(candidate.toLowerCase())) {
        used.add(candidate.toLowerCase());
        return candidate;
      }
    }
  });
}

/** Points a line of text takes, and what a row of one line is. */
const LINE = 15;

/** How many lines a row needs: Excel works it out itself, LibreOffice and others don't, and would write row over row. */
function linesOf(row: Ark['rader'][number], widths: readonly number[]): number {
  return Math.max(
    1,
    ...row.map((value, index) =>
      typeof value === 'string'
        ? value.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / Math.max(1, (widths[index] ?? MIN_WIDTH) - 2)), 0)
        : 1,
    ),
  );
}

/** The cells with the height of the row on the first of them, which is where the library looks. Excel takes at most 409 points. */
function withHeight(cells: (object | null)[], lines: number): (object | null)[] {
  const first = cells.findIndex((one) => one !== null);
  if (lines === 1 || first < 0) return cells;
  return cells.map((one, index) => (index === first ? { ...one, height: Math.min(409, lines * LINE) } : one));
}

function headerOf(column: Kolonne): object {
  return { ...textCell(column.navn, {}), fontWeight: 'bold', backgroundColor: '#e6efe9', alignVertical: 'top' };
}

function sheetOf(ark: Ark, name: string): object {
  const header = ark.kolonner.map(headerOf);
  const widths = ark.kolonner.map((column, index) => widthOf(column, index, ark.rader));
  const rows = ark.rader.map((row) =>
    withHeight(ark.kolonner.map((column, index) => cellOf(row[index], column)), linesOf(row, widths)),
  );
  return {
    sheet: name,
    data: [header, ...rows],
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    orientation: ark.kolonner.length > 4 ? 'landscape' : 'portrait',
  };
}

/** All columns on one width of paper, and rows that still grow as someone writes in them. */
function forPaper(xml: string): string {
  return xml
    .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ')
    .replace(/(<row [^>]*?) customHeight="1"/g, '$1');
}

/**
 * Makes an Excel file: one sheet after another, the header row bold and standing still, widths by content.
 *
 * Text is written as text whatever it looks like; a text that is too long for a cell is cut, and says so. The same `bok`
 * gives the same bytes. Rejects if there is no sheet.
 */
export async function tilExcel(bok: Bok): Promise<Blob> {
  const sheets = [...bok.ark];
  if (sheets.length === 0) throw new Error('En Excel-fil må ha minst ett ark.');
  if (bok.om) {
    sheets.push({ navn: 'Om fila', kolonner: [{ navn: 'Hva', bredde: 22 }, { navn: 'Opplysning', bredde: 80 }], rader: bok.om });
  }
  const names = arknavn(sheets.map((ark) => ark.navn));
  const data = sheets.map((ark, index) => sheetOf(ark, names[index] as string));
  const write = skrivExcel as unknown as (sheets: object[]) => { toBlob(): Promise<Blob> };
  return pakkFast(await write(data).toBlob(), (name, xml) => (name.startsWith('xl/worksheets/') ? forPaper(xml) : withoutMark(xml)));
}
