/** Written words → numbers. A word is looked up letter by letter where it stands, so nothing is cut out of the text. */
import { annetOrd, BINDETEGN, BOKSTAV, SKILLE, slagTegn, TALLTEGN } from './tekst';

const LETTERS_A_WORD = 10;
/** The number of a word that carries no meaning. */
export const INGENTING = -1;

export class Ordtabell {
  /** The numbers of the words of the text that was read last. */
  lest = new Int32Array(1 << 10);
  private antall = 0;
  /** Open addressing: the number of a word + 1 where its hash leads, 0 where nothing is. */
  private plasser = new Int32Array(1 << 14);
  private hasher = new Int32Array(1 << 13);
  private verdier = new Int32Array(1 << 13);
  /** Where the letters of each word begin; one more than there are words. */
  private fra = new Int32Array((1 << 13) + 1);
  private tegn = new Uint16Array(LETTERS_A_WORD << 13);

  /** `lag` makes the number of a word that is met for the first time. */
  constructor(private readonly lag: (ord: string) => number) {}

  /** Puts the number of each word of a text in `lest`, in order: the words that `ordene` finds. Returns how many.
   *  mening: only those that mean something. */
  les(tekst: string, mening = false): number {
    const text = tekst.toLowerCase();
    const length = text.length;
    // A word takes a letter and a mark; one with a joint («a-b-c») gives one more.
    if (this.lest.length < length + 2) this.lest = dobbel(this.lest, Int32Array, length);
    let count = 0;
    let at = 0;
    while (at < length) {
      let code = text.charCodeAt(at);
      const first = slagTegn(code);
      if (first === SKILLE || first === BINDETEGN) {
        at += 1;
        continue;
      }
      const start = at;
      let hash = 0;
      while (slagTegn(code) === first) {
        hash = (Math.imul(hash, 31) + code) | 0;
        at += 1;
        if (at >= length) break;
        code = text.charCodeAt(at);
      }
      // What goes on behind a mark («bo-oppfølging», «1 470 300», «2011:15») is read with care.
      const mark = first === BOKSTAV ? BINDETEGN : SKILLE;
      const goesOn = at + 1 < length && slagTegn(code) === mark && slagTegn(text.charCodeAt(at + 1)) === first;
      if ((first === BOKSTAV || first === TALLTEGN) && !goesOn) {
        const number = this.finn(text, start, at, hash);
        this.lest[count] = number;
        if (!mening || number !== INGENTING) count += 1;
      } else {
        at = annetOrd(text, start, (ord) => {
          const number = this.tall(ord);
          this.lest[count] = number;
          if (!mening || number !== INGENTING) count += 1;
        });
      }
    }
    return count;
  }

  /** The number of one word. */
  tall(ord: string): number {
    let hash = 0;
    for (let i = 0; i < ord.length; i += 1) hash = (Math.imul(hash, 31) + ord.charCodeAt(i)) | 0;
    return this.finn(ord, 0, ord.length, hash);
  }

  private finn(text: string, start: number, end: number, hash: number): number {
    const mask = this.plasser.length - 1;
    let place = spredt(hash) & mask;
    for (let nr = this.plasser[place] as number; nr !== 0; nr = this.plasser[place] as number) {
      if (this.hasher[nr - 1] === hash && this.erLik(nr - 1, text, start, end)) return this.verdier[nr - 1] as number;
      place = (place + 1) & mask;
    }
    return this.leggTil(text, start, end, hash);
  }

  private erLik(nr: number, text: string, start: number, end: number): boolean {
    const from = this.fra[nr] as number;
    if ((this.fra[nr + 1] as number) - from !== end - start) return false;
    for (let i = start; i < end; i += 1) if (this.tegn[from + i - start] !== text.charCodeAt(i)) return false;
    return true;
  }

  private leggTil(text: string, start: number, end: number, hash: number): number {
    const value = this.lag(text.slice(start, end));
    const nr = this.antall;
    const from = this.fra[nr] as number;
    if (nr + 1 >= this.hasher.length) this.voks();
    if (from + end - start > this.tegn.length) this.tegn = dobbel(this.tegn, Uint16Array, end - start);
    for (let i = start; i < end; i += 1) this.tegn[from + i - start] = text.charCodeAt(i);
    this.fra[nr + 1] = from + end - start;
    this.hasher[nr] = hash;
    this.verdier[nr] = value;
    this.antall += 1;
    this.sett(nr);
    return value;
  }

  private sett(nr: number): void {
    const mask = this.plasser.length - 1;
    let place = spredt(this.hasher[nr] as number) & mask;
    while (this.plasser[place] !== 0) place = (place + 1) & mask;
    this.plasser[place] = nr + 1;
  }

  private voks(): void {
    this.hasher = dobbel(this.hasher, Int32Array);
    this.verdier = dobbel(this.verdier, Int32Array);
    this.fra = dobbel(this.fra, Int32Array);
    this.plasser = new Int32Array(this.plasser.length * 2);
    for (let nr = 0; nr < this.antall; nr += 1) this.sett(nr);
  }
}

/** The hash with its high bits mixed in: words that end alike must not lie beside each other. */
function spredt(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

/** The same numbers with room for twice as many, and for `more`. */
export function dobbel<T extends Int32Array | Uint8Array | Uint16Array | Float64Array>(old: T, kind: new (length: number) => T, more = 0): T {
  const out = new kind(old.length * 2 + more);
  out.set(old);
  return out;
}
