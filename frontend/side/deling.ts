/** What is copied when something is shared, and the way to a paragraph whose words have changed. Pure. */
import type { Delt } from '../felles/kopier';

export interface Delbar {
  tittel: string;
  utdrag: string;
  /** Where it is from, where that is known. */
  kilde: string;
  adresse: string;
}

const GIST = 280;

/** The text, cut at a word where it is long. */
export function utdragAv(tekst: string, mest = GIST): string {
  const plain = tekst.replace(/\s+/g, ' ').trim();
  if (plain.length <= mest) return plain;
  const cut = plain.lastIndexOf(' ', mest);
  return `${plain.slice(0, cut > 0 ? cut : mest).replace(/[\s,;:.–-]+$/, '')} …`;
}

const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

/** Title, gist, source and address, as plain text and as rich text whose title is the link. */
export function delt({ tittel, utdrag, kilde, adresse }: Delbar): Delt {
  const rest = [utdrag, kilde].filter((line) => line !== '');
  return {
    tekst: [tittel, ...rest, adresse].join('\n'),
    html: `<p><a href="${escape(adresse)}">${escape(tittel)}</a>${rest.map((line) => `<br>${escape(line)}`).join('')}</p>`,
  };
}

/**
 * The address others can use: `href` as it stands under the site's own address, where the site has one. `rot`: where the
 * site lies here; `offentlig`: its own address, or "".
 */
export function offentlig(href: string, rot: string, offentligRot: string): string {
  if (!href.startsWith(rot)) return href;
  const path = href.slice(rot.length).replace(/(^|\/)index\.html(?=$|[?#])/, '$1');
  return offentligRot ? `${offentligRot}${path}` : rot.startsWith('file:') ? href : `${rot}${path}`;
}

const words = (id: string): string[] => id.split('-').slice(1);

/** Of the ids of a page, the one that has most words of an id that is gone; null where none has half of them. */
export function naermesteAvsnitt(borte: string, finnes: readonly string[]): string | null {
  const wanted = words(borte);
  const shared = (id: string): number => {
    const there = new Set(words(id));
    return wanted.filter((word) => there.has(word)).length;
  };
  const best = finnes.reduce<[string | null, number]>(([found, most], id) => (shared(id) > most ? [id, shared(id)] : [found, most]), [null, 0]);
  return best[1] * 2 >= wanted.length && wanted.length > 0 ? best[0] : null;
}
