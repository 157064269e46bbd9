/**
 * The index: what the count found, and ways into it by the beginning, the end and the misspelling of a word.
 *
 * Made in the browser from the texts. MiniSearch's radix tree finds misspellings; the weights are our own, since a hit
 * must be judged by what it is about, not by its length. What few questions ask for is made when it is asked for.
 */
import SearchableMap from 'minisearch/SearchableMap';
import type { Dokument } from './data';
import { DAGLIGTALE, KORTE_ORD, STOPPORD } from './ord';
import { Opptelling, type Oppslag } from './opptelling';
import { ordene, stamme, uten } from './tekst';

const NONE: readonly string[] = [];
const NOWHERE = new Int32Array(0);
/** Kinds of hits that are records: tiltak, påstander, begreper, kommuner, kilder. */
const RECORDS = new Set(['t', 'p', 'b', 'k', 'o']);

/** Names of one thing: each name as its stems; the hits that are that thing. */
export interface Navn {
  navn: readonly (readonly string[])[];
  treff: readonly number[];
}

export class Indeks {
  /** Stems without æøå → the stems. */
  readonly like = new Map<string, string[]>();
  /** Stems of a name, joined → what goes by it. */
  readonly navn = new Map<string, Navn[]>();
  private readonly stems = new Map<string, string>();
  private readonly telt: Oppslag;
  private readonly forfra = new Ordhyller(() => this.telt.stammer, foran);
  private readonly bakfra = new Ordhyller(() => this.telt.stammer, bak);
  private readonly likeForfra = new Ordhyller(() => this.like.keys(), foran);
  private readonly likeBakfra = new Ordhyller(() => this.like.keys(), bak);
  /** Stems of the names of municipalities that have an example. */
  private readonly medEksempel = new Set<string>();
  private tre: SearchableMap<string[]> | null = null;

  constructor(readonly dokumenter: readonly Dokument[]) {
    this.telt = counted(dokumenter);
    for (const stem of this.telt.stammer) push(this.like, uten(stem), stem);
    this.addNames();
    const named = new Set(dokumenter.map(({ slag, emneord }) => (slag === 'e' ? emneord : '')));
    for (const names of named) for (const stem of this.innhold(names)) this.medEksempel.add(uten(stem));
  }

  /** Whether a word is the name of a municipality that has an example. */
  erKommune(ord: string): boolean {
    return this.medEksempel.has(uten(this.stem(ord)));
  }

  /** Whether any hit has the stem. */
  har(stem: string): boolean {
    return this.telt.numre.has(stem);
  }

  /** Each hit that has the stem with what it is worth there, as one number: see `nrAv` and `verdiAv`. */
  steder(stem: string): Int32Array {
    const nr = this.telt.numre.get(stem);
    return nr === undefined ? NOWHERE : this.telt.steder.subarray(this.telt.fra[nr], this.telt.fra[nr + 1]);
  }

  /** The number of a stem, if any hit has it. */
  nummer(stem: string): number | undefined {
    return this.telt.numre.get(stem);
  }

  /** The stems of the words of a hit's text that mean something, as numbers. Read them before the next text is asked for. */
  numre(tekst: string): Int32Array {
    return this.telt.ord.lest.subarray(0, this.telt.ord.les(tekst, true));
  }

  /** In how many hits the stem is found. */
  antall(stem: string): number {
    return this.steder(stem).length;
  }

  /** The word of a stem as it is written at its shortest. */
  skrevet(stem: string): string | undefined {
    return this.telt.skrevet[this.telt.numre.get(stem) ?? -1];
  }

  /** The stems that begin so, without æøå; at most `most`. */
  begynner(key: string, most: number): string[] {
    const keys = this.likeForfra.med(key).filter((one) => one.startsWith(key)).sort();
    const out: string[] = [];
    for (let i = 0; out.length < most && i < keys.length; i += 1) out.push(...(this.like.get(keys[i] as string) ?? NONE));
    return out;
  }

  /** The stems that end so, without æøå. */
  slutter(key: string): string[] {
    return this.likeBakfra.med(key).flatMap((one) => (one.endsWith(key) ? (this.like.get(one) ?? NONE) : NONE));
  }

  /** Compounds that end in the word: «boligtildeling» of «tildeling». */
  ender(stem: string): string[] {
    if (!kanVaereDel(stem) || !this.har(stem)) return [];
    return this.bakfra.med(stem).filter((one) => one.endsWith(stem) && erLangt(one) && this.start(one.slice(0, -stem.length)) !== undefined);
  }

  /** Compounds that begin with the word. */
  begynnelser(stem: string): string[] {
    if (!kanVaereDel(stem) || !this.har(stem)) return [];
    return this.forfra.med(stem).filter((one) => one.startsWith(stem) && erLangt(one) && this.linksTo(one, stem));
  }

  /** Whether a compound is the word, what links it to the rest, and another word. */
  private linksTo(compound: string, stem: string): boolean {
    for (let cut = stem.length; cut <= Math.min(stem.length + 2, compound.length - 2); cut += 1) {
      const head = compound.slice(cut);
      if (kanVaereDel(head) && this.har(head) && this.start(compound.slice(0, cut)) === stem) return true;
    }
    return false;
  }

  /** Stems at most so many letters off, with how many. The tree is made the first time somebody misspells. */
  nesten(key: string, wrong: number): [stem: string, wrong: number][] {
    this.tre ??= SearchableMap.from(this.like);
    const out: [string, number][] = [];
    for (const [stems, distance] of this.tre.fuzzyGet(key, wrong).values()) for (const stem of stems) out.push([stem, distance]);
    return out;
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
    const all = ordene(tekst).map(({ ord }) => ord);
    const meaning = all.filter((ord) => !STOPPORD.has(ord));
    return (meaning.length > 0 ? meaning : all).map((ord) => this.stem(ord));
  }

  /** The two or more parts of a compound, if all of them are words of this site: «boligtildeling» → bolig, tildeling. */
  deler(stem: string): string[] | null {
    for (let cut = 2; cut <= stem.length - 2; cut += 1) {
      const head = stem.slice(cut);
      if (!kanVaereDel(head) || !this.har(head)) continue;
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
      if (this.har(word)) return word;
      if (!/[se]$/.test(word)) return undefined;
    }
    return undefined;
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

/** What the hits hold. */
function counted(dokumenter: readonly Dokument[]): Oppslag {
  const titles = new Map<string, number>();
  for (const { tittel } of dokumenter) titles.set(tittel, (titles.get(tittel) ?? 0) + 1);
  const usual = (tittel: string): boolean => (titles.get(tittel) ?? 1) > 1;
  const parts = new Map<number, string[]>();
  for (const { slag, side, anker, tittel, navn, kilde } of dokumenter) {
    // A page that lists records (all sources, all municipalities) is not about each of them.
    const isSection = anker && !RECORDS.has(slag) && navn.length === 0 && kilde === '';
    if (!isSection || usual(tittel)) continue;
    const there = parts.get(side);
    if (there) there.push(tittel);
    else parts.set(side, [tittel]);
  }
  const count = new Opptelling();
  for (const one of dokumenter) count.add(one, usual(one.tittel), one.anker ? '' : (parts.get(one.side) ?? []).join(' '));
  return count.oppslag();
}

/** Words on shelves by their first or last two letters. The first to look goes through all: that is sooner done. */
class Ordhyller {
  private hyller: Map<number, string[]> | null = null;
  private brukt = false;

  constructor(
    private readonly ord: () => Iterable<string>,
    private readonly hylle: (ord: string) => number,
  ) {}

  /** All that may begin, or end, so. */
  med(key: string): readonly string[] {
    if (!this.brukt || key.length < 2) {
      this.brukt = true;
      return [...this.ord()];
    }
    if (!this.hyller) {
      this.hyller = new Map();
      for (const one of this.ord()) push(this.hyller, this.hylle(one), one);
    }
    return this.hyller.get(this.hylle(key)) ?? NONE;
  }
}

function foran(ord: string): number {
  return ord.charCodeAt(0) * 0x10000 + ord.charCodeAt(1);
}

function bak(ord: string): number {
  return ord.charCodeAt(ord.length - 1) * 0x10000 + ord.charCodeAt(ord.length - 2);
}

/** Whether a word is long enough to be a compound, and of letters only. */
function erLangt(ord: string): boolean {
  return ord.length >= 6 && /^[a-zæøå]+$/.test(ord);
}

/** Whether a piece of a word is long enough to be a word in a compound. */
export function kanVaereDel(word: string): boolean {
  return word.length > 3 || KORTE_ORD.has(word);
}

function push<K>(map: Map<K, string[]>, key: K, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
