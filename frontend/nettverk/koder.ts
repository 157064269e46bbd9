/** Codes instead of names. The key from name to code is kept in memory only, and given to the reader as a file. */
import type { Person } from './typer';

/** Name → code. */
export type Kodenokkel = Map<string, string>;

/** How a name or code is compared: case, spaces and the way letters are put together do not count. */
export function sammenlignbar(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** The next free code for someone with this main function: TIL1, TIL2; P1 where no function is known. */
export function nyKode(funksjon: string | undefined, personer: readonly Pick<Person, 'id'>[]): string {
  const stem = (funksjon ?? 'p').toUpperCase();
  const used = new Set(personer.map((person) => sammenlignbar(person.id)));
  for (let number = 1; ; number += 1) {
    const code = `${stem}${number}`;
    if (!used.has(sammenlignbar(code))) return code;
  }
}

/** Compares codes so that TIL2 comes before TIL10; the same on all machines. */
export function sammenlignKoder(a: string, b: string): number {
  const parts = (text: string): [string, number] => {
    const match = /^(.*?)(\d+)$/.exec(text);
    return match ? [match[1] ?? '', Number(match[2])] : [text, -1];
  };
  const [stemA, numberA] = parts(a);
  const [stemB, numberB] = parts(b);
  if (stemA !== stemB) return stemA < stemB ? -1 : 1;
  return numberA - numberB || (a < b ? -1 : a > b ? 1 : 0);
}
