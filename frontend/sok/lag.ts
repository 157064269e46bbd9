/** Small helpers that make elements. Text is always text, never markup: what a reader types can do nothing. */
import { medIndex } from '../felles/disk';
import { adresseTil } from '../felles/adresse';
import type { Bit } from './merk';

type Egenskaper = Readonly<Record<string, string>>;

/** An element with attributes and children. */
export function lag<K extends keyof HTMLElementTagNameMap>(
  navn: K,
  egenskaper: Egenskaper = {},
  ...barn: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(navn);
  for (const [key, value] of Object.entries(egenskaper)) element.setAttribute(key, value);
  element.append(...barn);
  return element;
}

/** The pieces of a text as nodes, matches in <mark>. */
export function biter(tekst: readonly Bit[]): Node[] {
  return tekst.map((bit) => (bit.treff ? lag('mark', {}, bit.tekst) : document.createTextNode(bit.tekst)));
}

/** The address of a place on the site, as it must be written here, also from disk. */
export function lenke(sti: string): string {
  return medIndex(adresseTil(sti), document.baseURI);
}

/** The address of the search page for a question. It stands after «#», which a browser sends to nobody. */
export function sokeadresse(tekst: string): string {
  return `${lenke('/sok/')}${tekst ? `#q=${encodeURIComponent(tekst)}` : ''}`;
}

/** Where to tell of a hole in the base. `meld`: from the index; "" where the place has no repository. */
export function meldelenke(meld: string, tekst: string): HTMLAnchorElement {
  const href = meld ? `${meld}${encodeURIComponent(`Mangler: ${tekst}`)}` : lenke('/bidra/');
  return lag('a', { href, ...(meld ? { rel: 'external' } : {}) }, 'Meld fra om et hull');
}
