/**
 * Free text in an explorer: the same words, stems, compounds, spellings and typing errors as the search of the site
 * (frontend/sok/). Here every word that is asked for must be in the row.
 */
import type { Dokument } from '../sok/data';
import { Indeks } from '../sok/indeks';
import { nrAv } from '../sok/opptelling';
import { les } from '../sok/sporring';

/** Ways of saying a word that are worth less than this beside the word itself lead too far from what was asked. */
const NEAR_ENOUGH = 0.4;

const EMPTY = { side: 0, anker: '', sideadresse: '', sidetittel: '', tittel: '', over: '', navn: [], emneord: '', omtale: '', temaer: [], malgrupper: [], kilde: '' };

export class Tekstfilter {
  private readonly indeks: Indeks;

  /** The texts of the rows, in order. Takes some time: make it when it is first needed. */
  constructor(tekster: readonly string[]) {
    const rows: Dokument[] = tekster.map((tekst, nr) => ({ ...EMPTY, nr, slag: 's', tekst }));
    this.indeks = new Indeks(rows);
  }

  /** 1 for each row that has all the words, null for a text without any. `skriver`: the last word may be unfinished. */
  finn(q: string, skriver: boolean): Uint8Array | null {
    if (q.trim() === '') return null;
    const { begreper } = les(q, this.indeks, skriver);
    if (begreper.length === 0) return null;
    const rows = this.indeks.dokumenter.length;
    const met = new Uint8Array(rows);
    let asked = 0;
    for (const { mater } of begreper) {
      for (const { stems, vekt } of mater) {
        if (vekt < NEAR_ENOUGH) continue;
        for (const row of this.rowsWith(stems)) if (met[row] === asked) met[row] = asked + 1;
      }
      asked += 1;
    }
    for (let row = 0; row < rows; row += 1) met[row] = met[row] === asked ? 1 : 0;
    return met;
  }

  /** The rows that have all of these stems. */
  private rowsWith(stems: readonly string[]): Iterable<number> {
    const lists = stems.map((stem) => Array.from(this.indeks.steder(stem), nrAv));
    const [first = [], ...others] = lists.sort((a, b) => a.length - b.length);
    if (others.length === 0) return first;
    const sets = others.map((list) => new Set(list));
    return first.filter((row) => sets.every((set) => set.has(row)));
  }
}
