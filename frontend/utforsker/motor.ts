/** Filtering, counting and ordering. Pure: numbers of rows in, numbers of rows out, so that a test can hold it. */

/** Something to filter by, as the page tells of it: word in the address, title, values (id and name). */
export interface Fasett {
  navn: string;
  tittel: string;
  /** Whether it can be shown as a column that the table itself has not. */
  kolonne: boolean;
  verdier: readonly (readonly [id: string, navn: string])[];
}

/** The values that each row has in one facet: those of row n stand from `fra[n]` to `fra[n + 1]` in `verdi`. */
interface Kolonneverdier {
  fra: Uint32Array;
  verdi: Uint16Array;
}

export interface Datasett {
  antall: number;
  fasetter: readonly Fasett[];
  verdier: readonly Kolonneverdier[];
}

/** What is asked for. `valg`: facet → chosen ids; `q`: free text. */
export interface Sporsmal {
  q: string;
  valg: ReadonlyMap<string, readonly string[]>;
}

/** One thing that can be taken away, and how many rows there would be without it. `id` is empty for the text. */
interface Losning {
  fasett: string;
  antall: number;
}

export interface Utfall {
  /** Numbers of the rows that answer, in the order of the data. */
  treff: number[];
  /** For each facet and value: how many rows there would be with that value chosen, all else as it is. */
  antall: Uint32Array[];
  /** For each filter in use: how many rows answer all the others. Only those that give any; the greatest first. */
  losninger: Losning[];
}

/** The values of the rows, from «0,4;2;» for each: facets parted by semicolon, places of values by comma. */
export function lesVerdier(rader: readonly string[], fasetter: number): Kolonneverdier[] {
  const split = rader.map((row) => row.split(';'));
  return Array.from({ length: fasetter }, (_, facet) => {
    const fra = new Uint32Array(rader.length + 1);
    const verdi: number[] = [];
    split.forEach((parts, row) => {
      const part = parts[facet];
      if (part) for (const place of part.split(',')) verdi.push(Number(place));
      fra[row + 1] = verdi.length;
    });
    return { fra, verdi: Uint16Array.from(verdi) };
  });
}

/** The rows that answer. `tekst`: 1 for each row that the free text fits; null where there is no text. */
export function filtrer(data: Datasett, valg: Sporsmal['valg'], tekst: Uint8Array | null): Utfall {
  const { antall: rows, fasetter, verdier } = data;
  const chosen = fasetter.map((facet) => chosenIn(facet, valg.get(facet.navn)));
  const active = chosen.flatMap((one, facet) => (one ? [facet] : []));
  const counts = fasetter.map((facet) => new Uint32Array(facet.verdier.length));
  const without = new Uint32Array(fasetter.length + 1);
  const text = fasetter.length;
  const treff: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    // A row that fails one filter only still counts in that filter: it is what the reader would get by choosing otherwise.
    let failed = -1;
    let fails = 0;
    if (tekst && tekst[row] === 0) {
      failed = text;
      fails = 1;
    }
    for (const facet of active) {
      if (has(verdier[facet] as Kolonneverdier, row, chosen[facet] as Uint8Array)) continue;
      fails += 1;
      if (fails > 1) break;
      failed = facet;
    }
    if (fails > 1) continue;
    if (fails === 0) treff.push(row);
    else without[failed] = (without[failed] as number) + 1;
    if (fails === 0) for (let facet = 0; facet < text; facet += 1) add(counts[facet] as Uint32Array, verdier[facet] as Kolonneverdier, row);
    else if (failed < text) add(counts[failed] as Uint32Array, verdier[failed] as Kolonneverdier, row);
  }
  const losninger = [...without].flatMap((more, facet) => {
    const inUse = facet === text ? tekst !== null : chosen[facet] !== null;
    return inUse && more > 0 ? [{ fasett: fasetter[facet]?.navn ?? '', antall: treff.length + more }] : [];
  });
  return { treff, antall: counts, losninger: losninger.sort((a, b) => b.antall - a.antall) };
}

/** Which values are chosen; null where none is. A value that is not there is chosen all the same, and nothing has it. */
function chosenIn(facet: Fasett, ids: readonly string[] | undefined): Uint8Array | null {
  if (!ids || ids.length === 0) return null;
  const out = new Uint8Array(facet.verdier.length);
  facet.verdier.forEach(([id], place) => {
    if (ids.includes(id)) out[place] = 1;
  });
  return out;
}

function has({ fra, verdi }: Kolonneverdier, row: number, chosen: Uint8Array): boolean {
  for (let at = fra[row] as number; at < (fra[row + 1] as number); at += 1) if (chosen[verdi[at] as number]) return true;
  return false;
}

function add(counts: Uint32Array, { fra, verdi }: Kolonneverdier, row: number): void {
  for (let at = fra[row] as number; at < (fra[row + 1] as number); at += 1) {
    const value = verdi[at] as number;
    counts[value] = (counts[value] as number) + 1;
  }
}

const NORSK = new Intl.Collator('nb', { numeric: true, sensitivity: 'base' });

/** The numbers of rows sorted by what stands in a column, rows with nothing last, rows alike in the order they have. */
export function ordnet(tekster: readonly string[]): Uint32Array {
  const order = Uint32Array.from(tekster, (_, row) => row);
  return order.sort((a, b) => {
    const one = tekster[a] as string;
    const other = tekster[b] as string;
    if (one === '' || other === '') return Number(one === '') - Number(other === '') || a - b;
    return NORSK.compare(one, other) || a - b;
  });
}

/** The hits in an order that `ordnet` has made; `ned` turns it, still with rows without anything last. */
export function iOrden(treff: readonly number[], orden: Uint32Array, ned: boolean, tom: (row: number) => boolean): number[] {
  const wanted = new Uint8Array(orden.length);
  for (const row of treff) wanted[row] = 1;
  const found = [...orden].filter((row) => wanted[row] === 1);
  if (!ned) return found;
  const filled = found.filter((row) => !tom(row));
  return [...filled.reverse(), ...found.filter(tom)];
}
