/** Two plans beside each other: what is new, gone and changed. */
import { navnPaa } from './kjede';
import type { Lister } from './kjede';
import { visFrist, visKroner, visOre } from './tall';
import { DELNAVNENE, erTom, felterI, HODER, hodefelter, navnAv, verdiAv } from './typer';
import type { Del, Felt, Hode, Plan, Verdi } from './typer';

type Etpost = { readonly id: string };
interface Feltendring {
  felt: string;
  tittel: string;
  for: string;
  etter: string;
}
export interface Endring {
  slags: 'ny' | 'borte' | 'endret';
  del: Del | Hode;
  id: string;
  tekst: string;
  felter: Feltendring[];
}

/** A value as a reader should meet it; a pointer as the text of what it points at. */
export function vis(plan: Plan, lister: Lister, felt: Felt, verdi: Verdi): string {
  if (erTom(verdi)) return '';
  switch (felt.slag) {
    case 'valg':
      return navnAv(felt.valg, String(verdi));
    case 'ref':
      return tekstAv(felt.til as Del, (plan[felt.til as Del] as readonly Etpost[]).find((post) => post.id === verdi));
    case 'liste':
      return (verdi as readonly string[]).map((id) => navnPaa(lister, felt.til, id)).join('; ');
    case 'ore':
      return visOre(Number(verdi));
    case 'kroner':
      return visKroner(Number(verdi));
    case 'frist':
    case 'dato':
      return visFrist(String(verdi));
    default:
      return String(verdi);
  }
}

/** What a post is called in a list. */
export function tekstAv(del: Del, post: Etpost | undefined): string {
  if (!post) return '';
  const felt = del === 'okonomi' ? 'post' : del === 'kontroll' ? 'aar' : del === 'unntak' ? 'gjelder' : 'tekst';
  return String(verdiAv(post, felt) ?? '');
}

/**
 * The changes from one plan to the other. Posts of the same plan are known by their id; of two different plans, by their
 * text.
 */
export function sammenlign(for_: Plan, etter: Plan, lister: Lister): Endring[] {
  const same = for_.id === etter.id;
  const heads = (Object.keys(HODER) as Hode[]).flatMap((hode) => {
    const felter = forskjeller(for_, etter, lister, hodefelter(hode), for_[hode], etter[hode]);
    return felter.length > 0 ? [{ slags: 'endret' as const, del: hode, id: '', tekst: '', felter }] : [];
  });
  return [...heads, ...DELNAVNENE.flatMap((del) => endringerI(for_, etter, lister, del, same))];
}

function endringerI(for_: Plan, etter: Plan, lister: Lister, del: Del, same: boolean): Endring[] {
  const old = new Map(keyed(for_[del], del, same));
  const out: Endring[] = [];
  for (const [key, post] of keyed(etter[del], del, same)) {
    const before = old.get(key);
    old.delete(key);
    if (!before) out.push({ slags: 'ny', del, id: post.id, tekst: tekstAv(del, post), felter: [] });
    else {
      const felter = forskjeller(for_, etter, lister, felterI(del), before, post);
      if (felter.length > 0) out.push({ slags: 'endret', del, id: post.id, tekst: tekstAv(del, post), felter });
    }
  }
  for (const post of old.values()) out.push({ slags: 'borte', del, id: post.id, tekst: tekstAv(del, post), felter: [] });
  return out;
}

/** What each post is known by. Of those with the same text the first is the first of the other plan, too. */
function keyed(poster: readonly Etpost[], del: Del, same: boolean): [string, Etpost][] {
  const met = new Map<string, number>();
  return poster.map((post) => {
    if (same) return [post.id, post];
    const text = tekstAv(del, post).trim().toLowerCase();
    met.set(text, (met.get(text) ?? 0) + 1);
    return [`${met.get(text)} ${text}`, post];
  });
}

function forskjeller(for_: Plan, etter: Plan, lister: Lister, felter: readonly Felt[], a: object, b: object): Feltendring[] {
  return felter.flatMap((felt) => {
    const [x, y] = [vis(for_, lister, felt, verdiAv(a, felt.navn)), vis(etter, lister, felt, verdiAv(b, felt.navn))];
    return x === y ? [] : [{ felt: felt.navn, tittel: felt.tittel, for: x, etter: y }];
  });
}
