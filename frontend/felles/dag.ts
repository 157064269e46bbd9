/** Days, as people read them and as files hold them. */
import type { Verdi } from '../eksport/typer';

/** The day as Norwegians write it: 17.6.2027. "" stays "". */
export const norskDag = (dato: string): string => dato.split('-').reverse().map(Number).join('.').replace(/^0$/, '');

/** A cell with a day in a file: a real date, or nothing. */
export const dagcelle = (dato: string): Verdi => (dato ? new Date(`${dato}T00:00:00Z`) : null);
