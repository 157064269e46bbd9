/** The count behind the index: every hit under every stem it holds, with how much that stem says about it. */
import type { Dokument } from './data';
import { STOPPORD } from './ord';
import { dobbel, INGENTING, Ordtabell } from './ordtabell';
import { SLAG } from './slag';
import { ordene, stamme } from './tekst';

/** How much a word counts where it stands; the text's share is shared by how often and how long. */
const WEIGHT = { tittel: 1, vanligTittel: 0.6, navn: 0.95, over: 0.4, deler: 0.35, sidetittel: 0.5, emneord: 0.7, omtale: 0.35, tekst: 0.7 } as const;
const USUAL_LENGTH = 50;
/** What is found wherever there is a figure; no word is written so. */
export const ET_TALL = '#';
const SCALE = 1000;
const ROOM = 12;
const WORTH = (1 << ROOM) - 1;

/** The number of the hit at a place of a term. */
export const nrAv = (sted: number): number => sted >>> ROOM;
/** What the term is worth at a place. */
export const verdiAv = (sted: number): number => (sted & WORTH) / SCALE;

/** Where a number is put away among the terms, or the places, of an index. */
export interface Oppslag {
  /** Words as they are written → the number of their term. */
  ord: Ordtabell;
  stammer: readonly string[];
  /** Each term as it is written at its shortest, for «mente du». */
  skrevet: readonly string[];
  numre: ReadonlyMap<string, number>;
  /** The places of all terms, those of one term together: each is a hit with what the term is worth there. */
  steder: Int32Array;
  /** Where the places of a term begin; one more than there are terms. */
  fra: Int32Array;
}

/** What one index is counted with. Hits are counted one at a time, in order. */
export class Opptelling {
  readonly ord = new Ordtabell((ord) => (STOPPORD.has(ord) ? INGENTING : this.term(stamme(ord), ord)));
  private readonly stammer: string[] = [];
  private readonly skrevet: string[] = [];
  private readonly numre = new Map<string, number>();
  /** By term: the hit it was last met in, how often that hit's text has it, the best heading or name it stands in. */
  private her = new Int32Array(1 << 13);
  private ganger = new Int32Array(1 << 13);
  private felt = new Float64Array(1 << 13);
  /** By term: 1 for a figure. */
  private figur = new Uint8Array(1 << 13);
  /** The terms of the hit at hand. */
  private met = new Int32Array(1 << 13);
  private antallMet = 0;
  private nr = 0;
  /** Term and place, in the order they were met. */
  private par = new Int32Array(1 << 16);
  private antallPar = 0;
  private readonly tall: number;

  constructor() {
    this.tall = this.term(ET_TALL, ET_TALL);
  }

  /** Counts one hit. vanlig: others have its title. deler: the titles of the parts of a page, of the page as a whole. */
  add(one: Dokument, vanlig: boolean, deler: string): void {
    this.nr = one.nr + 1;
    this.antallMet = 0;
    // A heading that every example has («Tiltak», «Bakgrunn») says little of any of them.
    this.addField(one.tittel, vanlig ? WEIGHT.vanligTittel : WEIGHT.tittel, true);
    for (const name of one.navn) this.addField(name, WEIGHT.navn, true);
    this.addField(one.over, WEIGHT.over, false);
    this.addField(deler, WEIGHT.deler, false);
    if (one.sidetittel !== one.tittel) this.addField(one.sidetittel, WEIGHT.sidetittel, false);
    this.addField(one.emneord, WEIGHT.emneord, false);
    this.addField(one.omtale, WEIGHT.omtale, false);
    this.addField(SLAG[one.slag]?.ord ?? '', WEIGHT.omtale, false);
    this.finish(this.addText(one.tekst));
  }

  private addField(text: string, weight: number, alone: boolean): void {
    if (text === '') return;
    const count = this.termsOf(text);
    const { lest } = this.ord;
    const value = alone ? weight * (0.6 + 0.4 / Math.sqrt(count)) : weight;
    for (let i = 0; i < count; i += 1) {
      const term = lest[i] as number;
      this.touch(term);
      if ((this.felt[term] as number) < value) this.felt[term] = value;
    }
  }

  /** How many words there are. */
  private addText(text: string): number {
    const length = this.ord.les(text);
    const { lest } = this.ord;
    let figure = false;
    for (let i = 0; i < length; i += 1) {
      const term = lest[i] as number;
      if (term === INGENTING) continue;
      this.touch(term);
      this.ganger[term] = (this.ganger[term] as number) + 1;
      figure ||= this.figur[term] === 1;
    }
    if (figure) {
      this.touch(this.tall);
      this.felt[this.tall] = WEIGHT.tekst;
    }
    return length;
  }

  /** Puts away what the terms are worth in the hit at hand. */
  private finish(length: number): void {
    const slow = 0.5 * (0.5 + (0.5 * length) / USUAL_LENGTH);
    while (this.par.length < 2 * (this.antallPar + this.antallMet)) this.par = dobbel(this.par, Int32Array);
    for (let i = 0; i < this.antallMet; i += 1) {
      const term = this.met[i] as number;
      const times = this.ganger[term] as number;
      const value = (this.felt[term] as number) + (WEIGHT.tekst * times) / (times + slow);
      this.par[2 * this.antallPar] = term;
      this.par[2 * this.antallPar + 1] = ((this.nr - 1) << ROOM) | Math.min(WORTH, Math.round(value * SCALE));
      this.antallPar += 1;
    }
  }

  private touch(term: number): void {
    if (this.her[term] === this.nr) return;
    this.her[term] = this.nr;
    this.ganger[term] = 0;
    this.felt[term] = 0;
    this.met[this.antallMet] = term;
    this.antallMet += 1;
  }

  /** Leaves in `ord.lest` the terms of the words of a text that mean something; of all words if none does. How many. */
  private termsOf(text: string): number {
    const meaning = this.ord.les(text, true);
    if (meaning > 0) return meaning;
    const count = this.ord.les(text);
    ordene(text).forEach(({ ord }, i) => (this.ord.lest[i] = this.term(stamme(ord), ord)));
    return count;
  }

  private term(stem: string, ord: string): number {
    let found = this.numre.get(stem);
    if (found === undefined) {
      found = this.stammer.length;
      this.numre.set(stem, found);
      this.stammer.push(stem);
      this.skrevet.push(ord);
      if (found >= this.her.length) this.grow();
      if (isFigure(stem)) this.figur[found] = 1;
    } else if (ord.length < (this.skrevet[found] as string).length) this.skrevet[found] = ord; // nearest to the one in a dictionary
    return found;
  }

  private grow(): void {
    this.her = dobbel(this.her, Int32Array);
    this.ganger = dobbel(this.ganger, Int32Array);
    this.met = dobbel(this.met, Int32Array);
    this.felt = dobbel(this.felt, Float64Array);
    this.figur = dobbel(this.figur, Uint8Array);
  }

  /** What was counted, with the places of each term together. */
  oppslag(): Oppslag {
    const { par, antallPar, stammer, skrevet, numre } = this;
    const fra = new Int32Array(stammer.length + 1);
    for (let i = 0; i < antallPar; i += 1) fra[(par[2 * i] as number) + 1] = (fra[(par[2 * i] as number) + 1] as number) + 1;
    for (let term = 0; term < stammer.length; term += 1) fra[term + 1] = (fra[term + 1] as number) + (fra[term] as number);
    const next = fra.slice();
    const steder = new Int32Array(antallPar);
    for (let i = 0; i < antallPar; i += 1) {
      const term = par[2 * i] as number;
      steder[next[term] as number] = par[2 * i + 1] as number;
      next[term] = (next[term] as number) + 1;
    }
    return { ord: this.ord, stammer, skrevet, numre, steder, fra };
  }
}

/** Whether the word is a figure, and not just a year or the number of a point in a list. */
function isFigure(ord: string): boolean {
  const first = ord.charCodeAt(0);
  return first >= 48 && first <= 57 && !/^(\d|(19|20)\d\d|\d{4}:\d+)$/.test(ord);
}
