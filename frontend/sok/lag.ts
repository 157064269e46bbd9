/** What the search box and the search page share: fields, pieces of text, and addresses. */
import { medIndex } from '../felles/disk';
import { adresseTil } from '../felles/adresse';
import { lag } from '../felles/dom';
import type { Bit } from './merk';

/** What every field to search in is: nothing is filled in, corrected or sent by the browser. */
export const SOKEFELT = { type: 'search', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'search', maxlength: '200' } as const;

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
