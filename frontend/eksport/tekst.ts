/** Text on its way into a file: what must be taken out, and what must be made harmless. */
import type { Verdi } from './typer';

/** A cell of Excel holds no more (ECMA-376; counted in UTF-16 units, as `length` does). */
export const MAKS_CELLETEKST = 32_767;
const CUT = ' … [teksten er kuttet: Excel tar ikke lengre celler]';

// XML 1.0 has no place for these; a lone half of a surrogate pair is no character at all.
// eslint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(^|[^\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** The text without characters that would make the file unreadable; line ends as \n. */
export function rensTekst(tekst: string): string {
  return tekst.replace(/\r\n?/g, '\n').replace(NOT_XML, '').replace(LONE_SURROGATE, '$1');
}

/** True if a spreadsheet could take the text for a formula (OWASP «CSV injection»), also after leading space. */
export function kanVaereFormel(tekst: string): boolean {
  return /^[\s\u0000-\u0020]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(tekst);
}

/** Cuts a text that is too long for a cell, and says so in the cell. */
export function kuttTilCelle(tekst: string): string {
  if (tekst.length <= MAKS_CELLETEKST) return tekst;
  return rensTekst(tekst.slice(0, MAKS_CELLETEKST - CUT.length)) + CUT;
}

/** The day of a Date as YYYY-MM-DD. */
export function isoDato(dato: Date): string {
  return dato.toISOString().slice(0, 10);
}

/** The day of a Date as Norwegians write it: 1.7.2027. */
function norskDato(dato: Date): string {
  return `${dato.getUTCDate()}.${dato.getUTCMonth() + 1}.${dato.getUTCFullYear()}`;
}

/** A value as a reader should meet it: 1 234,5 · 1.7.2027 · ja/nei. */
export function visVerdi(verdi: Verdi): string {
  if (verdi === null) return '';
  if (verdi instanceof Date) return norskDato(verdi);
  if (typeof verdi === 'number') return norskTall(verdi, '\u00A0');
  if (typeof verdi === 'boolean') return verdi ? 'ja' : 'nei';
  return verdi;
}

/** A number with decimal comma, and `skille` between thousands from 10 000 on. Written out, so that it is the same everywhere. */
export function norskTall(tall: number, skille = ''): string {
  if (!Number.isFinite(tall)) return '';
  const [whole = '0', decimals] = String(Math.abs(tall)).split('.');
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, skille) : whole;
  return (tall < 0 ? '-' : '') + grouped + (decimals ? `,${decimals}` : '');
}

/** A name a file can have on any system: «Tiltak i Lørenskog» → «tiltak-i-lorenskog». */
export function filnavnAv(navn: string): string {
  const ascii = navn
    .toLowerCase()
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return ascii.slice(0, 80) || 'fil';
}
