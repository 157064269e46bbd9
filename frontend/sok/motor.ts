/** The search itself: what fits a question, how a hit is shown, which words are near. `start` reads the index and gives a Sok. */
import { adresseAv, pakkUt, type Dokument, type Emne, type Radata } from './data';
import { Indeks } from './indeks';
import { merk, utdrag, type Bit } from './merk';
import { finn, type Filter, type Svar } from './rangering';
import { SLAG } from './slag';
import { near } from './sporring';
import { uten } from './tekst';

/** A hit as it is shown: what kind it is, where it leads, its title, where it stands, a piece of its text. */
export interface Visning {
  slag: string;
  adresse: string;
  tittel: Bit[];
  sted: string;
  utdrag: Bit[];
}

/** Kinds of pages whose parts are hits: guidance, examples, courses, tools. */
const IN_PARTS = new Set(['s', 'e', 'u', 'v']);

export class Sok {
  readonly temaer: readonly Emne[];
  readonly malgrupper: readonly Emne[];
  readonly meld: string;
  private readonly indeks: Indeks;

  constructor(data: Radata) {
    this.indeks = new Indeks(pakkUt(data));
    this.temaer = data.temaer;
    this.malgrupper = data.malgrupper;
    this.meld = data.meld;
  }

  /** Hits for a question, best first. `skriver`: the last word may be unfinished. */
  finn(tekst: string, filter: Filter = {}, skriver = false): Svar {
    return finn(tekst, this.indeks, filter, skriver);
  }

  /** What to show of a hit. */
  vis(dok: Dokument, svar: Svar, lengde?: number): Visning {
    const text = (value: string): Bit[] => merk(value, svar.merkes, this.indeks);
    const piece = utdrag(dok.tekst, svar.merkes, this.indeks, lengde);
    const places = dok.tittel === dok.sidetittel ? [] : [dok.sidetittel, dok.over].filter(Boolean);
    // Many pages have a part called «Regelen»; alone it tells nobody where the link leads.
    const of = dok.tittel && IN_PARTS.has(dok.slag) ? places.pop() : undefined;
    const title = of ? `${dok.tittel} – ${of}` : dok.tittel || piece;
    const kind = SLAG[dok.slag]?.navn ?? '';
    return { slag: kind, adresse: adresseAv(dok), tittel: text(title), sted: places.join(' › '), utdrag: dok.tittel ? text(piece) : [] };
  }

  /** Words of the site that look like those the base does not know. */
  naermeste(svar: Svar): string[] {
    const out = new Set<string>();
    for (const { ord, mater } of svar.sporring.begreper) {
      if (mater.length > 0 && svar.treff.length > 0) continue;
      const key = uten(this.indeks.stem(ord));
      for (const [stem] of near(key, Math.max(2, Math.floor(key.length / 2)), this.indeks).slice(0, 4)) {
        const word = this.indeks.skrevet(stem);
        if (word && word.length > 2 && !/\d/.test(word)) out.add(word);
      }
    }
    return [...out].slice(0, 6);
  }
}

let made: Sok | null = null;

/** The search over the index that assets/bygd/sokeindeks.js has set. Throws if it has not. */
export function start(): Sok {
  if (made) return made;
  const data = (window as unknown as { kbSokeindeks?: Radata }).kbSokeindeks;
  if (!data) throw new Error('Søkeindeksen er ikke lastet.');
  made = new Sok(data);
  return made;
}
