/**
 * The index: every hit under every stem it holds, with how much that stem says about it.
 *
 * Made in the browser from the texts (about 0.3 s at a thousand pages). MiniSearch's radix tree finds beginnings and
 * misspellings of words; the weights are our own, since a hit must be judged by what it is about, not by its length.
 */
import SearchableMap from 'minisearch/SearchableMap';
import type { Dokument } from './data';
import { DAGLIGTALE, KORTE_ORD, STOPPORD } from './ord';
import { SLAG } from './slag';
import { hvertOrd, stamme, uten } from './tekst';

/** How much a word counts where it stands; the text's share is shared by how often and how long. */
const WEIGHT = { tittel: 1, vanligTittel: 0.6, navn: 0.95, over: 0.4, deler: 0.35, sidetittel: 0.5, emneord: 0.7, omtale: 0.35, tekst: 0.7 } as const;
const USUAL_LENGTH = 50;
/** What is found wherever there is a figure; no word is written so. */
export const ET_TALL = '#';
const SCALE = 1000;
const ROOM = 4096;

/** The number of the hit at a place of a term. */
export const nrAv = (sted: number): number => Math.floor(sted / ROOM);
/** What the term is worth at a place. */
export const verdiAv = (sted: number): number => (sted % ROOM) / SCALE;

/** A word and where it is found. */
export interface Term {
  stem: string;
  /** The word as it is written at its shortest, for «mente du». */
  ord: string;
  /** Each hit that has the word with what it is worth there, as one number: see `nrAv` and `verdiAv`. */
  steder: number[];
  /** While the index is made: the hit at hand, how often its text has the word, and the best heading or name it stands in. */
  her: number;
  ganger: number;
  felt: number;
}

/** Names of one thing: each name as its stems; the hits that are that thing. */
export interface Navn {
  navn: readonly (readonly string[])[];
  treff: readonly number[];
}

export class Indeks {
  readonly termer = new Map<string, Term>();
  /** Stems without æøå → the stems. */
  readonly like = new Map<string, string[]>();
  /** Part of compound words → the compounds, heads («boligtildeling» under «tildeling») apart from beginnings. */
  readonly ender = new Map<string, string[]>();
  readonly begynnelser = new Map<string, string[]>();
  /** Stems of a name, joined → what goes by it. */
  readonly navn = new Map<string, Navn[]>();
  private readonly titler = new Map<string, number>();
  private readonly stems = new Map<string, string>();
  /** Every word of the texts as it is written → its term; null for words that carry no meaning. */
  private readonly skrevet = new Map<string, Term | null>();
  private sortert: string[] | null = null;
  private tre: SearchableMap<string[]> | null = null;
  private snudde: SearchableMap<string[]> | null = null;

  constructor(readonly dokumenter: readonly Dokument[]) {
    for (const { tittel } of dokumenter) this.titler.set(tittel, (this.titler.get(tittel) ?? 0) + 1);
    const parts = new Map<number, string[]>();
    for (const { side, anker, tittel, navn, kilde } of dokumenter) {
      const isSection = anker !== '' && navn.length === 0 && kilde === '';
      if (isSection && (this.titler.get(tittel) ?? 1) === 1) parts.set(side, [...(parts.get(side) ?? []), tittel]);
    }
    for (const one of dokumenter) this.add(one, one.anker ? '' : (parts.get(one.side) ?? []).join(' '));
    for (const stem of this.termer.keys()) {
      const key = uten(stem);
      const same = this.like.get(key);
      if (same) same.push(stem);
      else this.like.set(key, [stem]);
    }
    for (const stem of this.termer.keys()) this.addParts(stem);
    this.addNames();
  }

  /** The stems that begin so, without æøå; at most `most`. */
  begynner(key: string, most: number): string[] {
    this.sortert ??= [...this.like.keys()].sort();
    let low = 0;
    let high = this.sortert.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sortert[middle] as string) < key) low = middle + 1;
      else high = middle;
    }
    const out: string[] = [];
    for (; out.length < most && this.sortert[low]?.startsWith(key); low += 1) out.push(...(this.like.get(this.sortert[low] as string) ?? []));
    return out;
  }

  /** The stems that end so, without æøå. */
  slutter(key: string): string[] {
    if (!this.snudde) {
      this.snudde = new SearchableMap<string[]>();
      for (const [other, stems] of this.like) this.snudde.set(snudd(other), stems);
    }
    return [...this.snudde.atPrefix(snudd(key)).values()].flat();
  }

  /** Stems at most so many letters off, with how many. The tree is made the first time somebody misspells. */
  nesten(key: string, wrong: number): [stem: string, wrong: number][] {
    this.tre ??= SearchableMap.from(this.like);
    const out: [string, number][] = [];
    for (const [stems, distance] of this.tre.fuzzyGet(key, wrong).values()) for (const stem of stems) out.push([stem, distance]);
    return out;
  }

  /** In how many hits the stem is found. */
  antall(stem: string): number {
    return this.termer.get(stem)?.steder.length ?? 0;
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
    const all: string[] = [];
    hvertOrd(tekst, (ord) => all.push(ord));
    const meaning = all.filter((ord) => !STOPPORD.has(ord));
    return (meaning.length > 0 ? meaning : all).map((ord) => this.stem(ord));
  }

  /** The two or more parts of a compound, if all of them are words of this site: «boligtildeling» → bolig, tildeling. */
  deler(stem: string): string[] | null {
    for (let cut = 2; cut <= stem.length - 2; cut += 1) {
      const head = stem.slice(cut);
      if (!kanVaereDel(head) || !this.termer.has(head)) continue;
      const start = stem.slice(0, cut);
      const first = this.start(start);
      if (first) return [first, head];
      const more = start.length > 5 ? this.deler(start.replace(/s$/, '')) : null;
      if (more) return [...more, head];
    }
    return null;
  }

  /** The word that a compound begins with, less what links it to the rest: «tildelings» → tildeling, «kommune» → kommun. */
  private start(start: string): string | undefined {
    for (const word of [start, start.slice(0, -1), start.slice(0, -2)]) {
      if (!kanVaereDel(word)) return undefined;
      if (this.termer.has(word)) return word;
      if (!/[se]$/.test(word)) return undefined;
    }
    return undefined;
  }

  private add(one: Dokument, deler: string): void {
    const met: Term[] = [];
    const touch = (term: Term): void => {
      if (term.her === one.nr) return;
      term.her = one.nr;
      term.ganger = 0;
      term.felt = 0;
      met.push(term);
    };
    const field = (text: string, weight: number, alone: boolean): void => {
      if (text === '') return;
      const terms = this.termsOf(text);
      const value = alone ? weight * (0.6 + 0.4 / Math.sqrt(terms.length)) : weight;
      for (const term of terms) {
        touch(term);
        if (term.felt < value) term.felt = value;
      }
    };
    // A heading that every example has («Tiltak», «Bakgrunn») says little of any of them.
    field(one.tittel, (this.titler.get(one.tittel) ?? 1) > 1 ? WEIGHT.vanligTittel : WEIGHT.tittel, true);
    for (const name of one.navn) field(name, WEIGHT.navn, true);
    field(one.over, WEIGHT.over, false);
    field(deler, WEIGHT.deler, false);
    if (one.sidetittel !== one.tittel) field(one.sidetittel, WEIGHT.sidetittel, false);
    field(one.emneord, WEIGHT.emneord, false);
    field(`${one.omtale} ${SLAG[one.slag]?.ord ?? ''}`.trim(), WEIGHT.omtale, false);

    let length = 0;
    let counts = false;
    hvertOrd(one.tekst, (ord) => {
      length += 1;
      counts ||= isNumber(ord);
      const term = this.written(ord);
      if (!term) return;
      touch(term);
      term.ganger += 1;
    });
    if (counts) {
      const number = this.term(ET_TALL, ET_TALL);
      touch(number);
      number.felt = WEIGHT.tekst;
    }
    const slow = 0.5 * (0.5 + (0.5 * length) / USUAL_LENGTH);
    for (const term of met) {
      const value = term.felt + (WEIGHT.tekst * term.ganger) / (term.ganger + slow);
      term.steder.push(one.nr * ROOM + Math.min(ROOM - 1, Math.round(value * SCALE)));
    }
  }

  /** The terms of the words of a text that mean something; of all words if none does. */
  private termsOf(text: string): Term[] {
    const words: string[] = [];
    hvertOrd(text, (ord) => words.push(ord));
    const terms = words.map((ord) => this.written(ord)).filter((term): term is Term => term !== null);
    return terms.length > 0 ? terms : words.map((ord) => this.term(this.stem(ord), ord));
  }

  private written(ord: string): Term | null {
    let term = this.skrevet.get(ord);
    if (term === undefined) {
      term = STOPPORD.has(ord) ? null : this.term(stamme(ord), ord);
      this.skrevet.set(ord, term);
    }
    return term;
  }

  private term(stem: string, ord: string): Term {
    let found = this.termer.get(stem);
    if (!found) {
      found = { stem, ord, steder: [], her: -1, ganger: 0, felt: 0 };
      this.termer.set(stem, found);
    } else if (ord.length < found.ord.length) found.ord = ord; // the shortest form is nearest to the one in a dictionary
    return found;
  }

  private addParts(stem: string): void {
    if (stem.length < 6 || !/^[a-zæøå]+$/.test(stem)) return;
    for (let cut = 2; cut <= stem.length - 2; cut += 1) {
      const head = stem.slice(cut);
      if (!kanVaereDel(head) || !this.termer.has(head)) continue;
      const first = this.start(stem.slice(0, cut));
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

/** Whether the word is a figure, and not just a year or the number of a point in a list. */
function isNumber(ord: string): boolean {
  const first = ord.charCodeAt(0);
  return first >= 48 && first <= 57 && !/^(\d|(19|20)\d\d|\d{4}:\d+)$/.test(ord);
}

/** The word backwards. */
function snudd(ord: string): string {
  return [...ord].reverse().join('');
}

/** Whether a piece of a word is long enough to be a word in a compound. */
export function kanVaereDel(word: string): boolean {
  return word.length > 3 || KORTE_ORD.has(word);
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
