/** Days: as people read them, as files hold them, today, and how far apart. */
import type { Verdi } from '../eksport/typer';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The day as Norwegians write it: 17.6.2027. "" stays "". */
export const norskDag = (dato: string): string => dato.split('-').reverse().map(Number).join('.').replace(/^0$/, '');

/** A cell with a day in a file: a real date, or nothing. */
export const dagcelle = (dato: string): Verdi => (dato ? new Date(`${dato}T00:00:00Z`) : null);

/** Today's date where the reader is, as YYYY-MM-DD. */
export function idagIso(now: Date = new Date()): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Whole days from one ISO date to another; negative when `til` is past. NaN if either is no date. */
export function dagerMellom(fra: string, til: string): number {
  return Math.round((Date.parse(`${til}T00:00:00Z`) - Date.parse(`${fra}T00:00:00Z`)) / DAY_MS);
}
