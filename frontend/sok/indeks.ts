/**
 * The index: every hit under every stem it holds, with how much that stem says about it.
 *
 * Made in the browser from the texts (about 0.3 s at a thousand pages). MiniSearch's radix tree finds beginnings and
 * misspellings of words; the weights are our own, since a hit must be judged by what it is about, not by its length.
 */
import SearchableMap from 'minisearch/SearchableMap';
import type { Dokument } from './data';
import { DAGLIGTALE, KORTE_ORD, STOPPORD } from './ord';
import { ordene, stamme, uten } from './tekst';

/** How much a word counts where it stands; the text's share is shared by how often and how long. */
const WEIGHT = { tittel: 1, navn: 0.95, over: 0.4, sidetittel: 0.4, emneord: 0.35, tekst: 0.8 } as const;
const USUAL_LENGTH = 50;

/** A word and where it is found: `nr` of the hits, and what the word is worth in each. */
export interface Term {
  stem: string;
  /** The word as it is written most often, for «mente du». */
  ord: string;
  nr: number[];
  verdi: number[];
}

/** Names of one thing: each name as its stems; the hits that are that thing. */
export interface Navn {
  navn: readonly (readonly string[])[];
  treff: readonly number[];
}

export class Indeks {
  readonly termer = new Map<string, Term>();
  /** Stems without æøå → the stems; one tree for beginnings and misspellings. */
  readonly tre = new SearchableMap<string[]>();
  /** Part of compound words → the compounds, heads («boligtildeling» under «tildeling») apart from beginnings. */
  readonly ender = new Map<string, string[]>();
  readonly begynnelser = new Map<string, string[]>();
  /** Stems of a name, joined → what goes by it. */
  readonly navn = new Map<string, Navn[]>();
  private readonly stems = new Map<string, string>();

  constructor(readonly dokumenter: readonly Dokument[]) {
    for (const one of dokumenter) this.add(one);
    for (const stem of this.termer.keys()) {
      const key = uten(stem);
      const same = this.tre.get(key);
      if (same) same.push(stem);
      else this.tre.set(key, [stem]);
    }
    for (const stem of this.termer.keys()) this.addParts(stem);
    this.addNames();
  }

  /** The stem of a word, remembered. */
  stem(ord: string): string {
    let found = this.stems.get(ord);
    if (found === undefined) {
      found = stamme(ord);
      this.stems.set(ord, found);
    }
    return found;
  }

  /** The stems of the words of a text that mean something; all of them if none does. */
  innhold(tekst: string): string[] {
    const all = ordene(tekst);
    const meaning = all.filter(({ ord }) => !STOPPORD.has(ord));
    return (meaning.length > 0 ? meaning : all).map(({ ord }) => this.stem(ord));
  }

  /** The two or more parts of a compound, if all of them are words of this site: «boligtildeling» → bolig, tildeling. */
  deler(stem: string, kjent: (part: string) => string | undefined = (part) => this.known(part)): string[] | null {
    for (let cut = 2; cut <= stem.length - 2; cut += 1) {
      const head = stem.slice(cut);
      if (!isPart(head) || !this.termer.has(head)) continue;
      const start = stem.slice(0, cut);
      const first = this.start(start, kjent);
      if (first) return [first, head];
      const more = start.length > 5 ? this.deler(start.replace(/s$/, ''), kjent) : null;
      if (more) return [...more, head];
    }
    return null;
  }

  private start(start: string, kjent: (part: string) => string | undefined): string | undefined {
    const whole = isPart(start) ? kjent(start) : undefined;
    return whole ?? (/[se]$/.test(start) && isPart(start.slice(0, -1)) ? kjent(start.slice(0, -1)) : undefined);
  }

  private known(part: string): string | undefined {
    if (this.termer.has(part)) return part;
    const stem = this.stem(part);
    return this.termer.has(stem) ? stem : undefined;
  }

  private add(one: Dokument): void {
    const best = new Map<string, number>();
    const field = (text: string, weight: number, alone: boolean): void => {
      if (text === '') return;
      const stems = this.innhold(text);
      const value = alone ? weight * (0.6 + 0.4 / Math.sqrt(stems.length)) : weight;
      for (const stem of stems) if ((best.get(stem) ?? 0) < value) best.set(stem, value);
    };
    field(one.tittel, WEIGHT.tittel, true);
    for (const name of one.navn) field(name, WEIGHT.navn, true);
    field(one.over, WEIGHT.over, false);
    if (one.sidetittel !== one.tittel) field(one.sidetittel, WEIGHT.sidetittel, false);
    field(one.emneord, WEIGHT.emneord, false);

    const times = new Map<string, number>();
    let length = 0;
    for (const { ord } of ordene(one.tekst)) {
      length += 1;
      if (STOPPORD.has(ord)) continue;
      const stem = this.stem(ord);
      times.set(stem, (times.get(stem) ?? 0) + 1);
      this.noteWord(stem, ord);
    }
    for (const { ord } of ordene(one.tittel)) this.noteWord(this.stem(ord), ord);
    const slow = 0.5 * (0.6 + (0.4 * length) / USUAL_LENGTH);
    for (const [stem, n] of times) best.set(stem, (best.get(stem) ?? 0) + (WEIGHT.tekst * n) / (n + slow));
    for (const [stem, value] of best) {
      const term = this.term(stem);
      term.nr.push(one.nr);
      term.verdi.push(value);
    }
  }

  private term(stem: string): Term {
    let found = this.termer.get(stem);
    if (!found) {
      found = { stem, ord: '', nr: [], verdi: [] };
      this.termer.set(stem, found);
    }
    return found;
  }

  private noteWord(stem: string, ord: string): void {
    const term = this.term(stem);
    // The shortest form is nearest to the one in a dictionary.
    if (term.ord === '' || ord.length < term.ord.length) term.ord = ord;
  }

  private addParts(stem: string): void {
    if (stem.length < 6 || !/^[a-zæøå]+$/.test(stem)) return;
    for (let cut = 2; cut <= stem.length - 2; cut += 1) {
      const head = stem.slice(cut);
      if (!isPart(head) || !this.termer.has(head)) continue;
      const first = this.start(stem.slice(0, cut), (part) => this.known(part));
      if (!first) continue;
      push(this.ender, head, stem);
      push(this.begynnelser, first, stem);
    }
  }

  private addNames(): void {
    const stems = (name: string): string[] => this.innhold(name.replace(/\([^)]*\)/g, ' '));
    const add = (names: readonly string[], treff: readonly number[]): void => {
      const one: Navn = { navn: names.map(stems).filter((name) => name.length > 0), treff };
      for (const name of one.navn) {
        const key = name.map(uten).join(' ');
        const there = this.navn.get(key);
        if (there) there.push(one);
        else this.navn.set(key, [one]);
      }
    };
    for (const one of this.dokumenter) {
      if (one.slag === 'b' || (one.slag === 'k' && one.navn.length > 0)) add([one.tittel, ...one.navn], [one.nr]);
    }
    for (const line of DAGLIGTALE) add(line.split('|'), []);
  }
}

function isPart(word: string): boolean {
  return word.length > 3 || KORTE_ORD.has(word);
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
