/** Codes instead of names. The key from name to code is kept in memory only, and given to the reader as a file. */
/** Name → code. */
export type Kodenokkel = Map<string, string>;

/** How a name or code is compared: case, spaces and the way letters are put together do not count. */
export function sammenlignbar(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/**
 * The next free code for someone with this main function: TIL1, TIL2; P1 where no function is known.
 *
 * brukt: the codes in use, as sammenlignbar() makes them.
 */
export function nyKode(funksjon: string | undefined, brukt: { has(code: string): boolean }): string {
  const stem = (funksjon ?? 'p').toUpperCase();
  for (let number = 1; ; number += 1) {
    const code = `${stem}${number}`;
    if (!brukt.has(sammenlignbar(code))) return code;
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
