/** The changes between two plans, as lists to read. */
import { avsnitt, lag } from '../../felles/dom';
import type { Lister } from '../kjerne/kjede';
import { sammenlign } from '../kjerne/sammenlign';
import type { Endring } from '../kjerne/sammenlign';
import { DELNAVN } from '../kjerne/typer';
import type { Del, Plan } from '../kjerne/typer';

const MOST_SHOWN = 200;
const TITLER = [['ny', 'Nytt'], ['endret', 'Endret'], ['borte', 'Borte']] as const;
const hva = (one: Endring): string => {
  const kind = one.del === 'plan' ? 'Planen' : one.del === 'rapport' ? 'Rapporten' : DELNAVN[one.del as Del][0].replace(/^./, (letter) => letter.toUpperCase());
  return one.tekst ? `${kind}: ${one.tekst}` : kind;
};

export function endringsliste(for_: Plan, etter: Plan, lister: Lister): HTMLElement[] {
  const changes = sammenlign(for_, etter, lister);
  if (changes.length === 0) return [avsnitt('Planene er like.')];
  const different = for_.id === etter.id ? [] : [avsnitt('Filene er ikke to utgaver av samme plan. Innslag med lik tekst er regnet som de samme.', 'vk-hjelp')];
  return [...different, ...TITLER.flatMap(([slags, tittel]) => {
    const these = changes.filter((one) => one.slags === slags);
    if (these.length === 0) return [];
    const items = these.slice(0, MOST_SHOWN).map((one) => lag('li', {}, hva(one), one.felter.length > 0 ? lag('ul', {}, ...one.felter.map((felt) => lag('li', {}, `${felt.tittel}: ${felt.for ? `«${felt.for}»` : 'tomt'} → ${felt.etter ? `«${felt.etter}»` : 'tomt'}`))) : null));
    if (these.length > MOST_SHOWN) items.push(lag('li', {}, `… og ${these.length - MOST_SHOWN} til.`));
    return [lag('h4', {}, `${tittel} (${these.length})`), lag('ul', { klasse: 'pl-endringer' }, ...items)];
  })];
}
