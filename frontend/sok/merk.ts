/** Texts of a hit with the words that matched marked, and the piece of a long text where most of them stand. */
import type { Indeks } from './indeks';
import { STOPPORD } from './ord';
import { ordene } from './tekst';

/** A piece of text; `treff`: it matched. */
export interface Bit {
  tekst: string;
  treff: boolean;
}

/** The text in pieces. Matched is a word whose stem is in `merkes`. */
export function merk(tekst: string, merkes: ReadonlySet<string>, indeks: Indeks): Bit[] {
  const out: Bit[] = [];
  let done = 0;
  for (const [fra, til] of places(tekst, merkes, indeks)) {
    if (fra < done) continue;
    if (fra > done) out.push({ tekst: tekst.slice(done, fra), treff: false });
    out.push({ tekst: tekst.slice(fra, til), treff: true });
    done = til;
  }
  if (done < tekst.length) out.push({ tekst: tekst.slice(done), treff: false });
  return out;
}

function places(tekst: string, merkes: ReadonlySet<string>, indeks: Indeks): [fra: number, til: number, stem: string][] {
  const found: [number, number, string][] = [];
  for (const { ord, fra, til } of ordene(tekst)) {
    const stem = indeks.stem(ord);
    if (merkes.has(stem) && !STOPPORD.has(ord)) found.push([fra, til, stem]);
  }
  return found;
}

/** At most `lengde` letters of the text, from where the most different matched words stand close together. */
export function utdrag(tekst: string, merkes: ReadonlySet<string>, indeks: Indeks, lengde = 180): string {
  if (tekst.length <= lengde) return tekst;
  const found = places(tekst, merkes, indeks);
  let start = 0;
  let last = 0;
  let most = 0;
  found.forEach(([fra], i) => {
    const different = new Map<string, number>();
    for (let k = i; k < found.length && (found[k]?.[1] ?? 0) <= fra + lengde - 40; k += 1) {
      const [, til, stem] = found[k] as [number, number, string];
      if (!different.has(stem)) different.set(stem, til);
    }
    if (different.size > most) [most, start, last] = [different.size, fra, Math.max(...different.values())];
  });
  // The beginning says what a text is about, and since when: shown where what matched is there, too.
  if (last <= lengde) start = 0;
  // From the start of the sentence if it is near, else from a word.
  const before = tekst.slice(Math.max(0, start - 60), start);
  const sentence = before.search(/[.!?:] [A-ZÆØÅ«][^.!?]*$/);
  if (start > 0) start = sentence >= 0 ? start - before.length + sentence + 2 : start - (before.length - before.indexOf(' ') - 1);
  let end = Math.min(tekst.length, start + lengde);
  if (end < tekst.length) end = Math.max(tekst.lastIndexOf(' ', end), start + 1);
  return `${start > 0 ? '… ' : ''}${tekst.slice(start, end).replace(/[ ,;:–]+$/, '')}${end < tekst.length ? ' …' : ''}`;
}
