/** The step where the plan checks itself. */
import { avsnitt, felt, knapp, lag } from '../../felles/dom';
import { dokumentAv } from '../kjerne/dokument';
import { navnPaa } from '../kjerne/kjede';
import { nesteId } from '../kjerne/kommando';
import { sjekk } from '../kjerne/sjekk';
import type { Funn } from '../kjerne/sjekk';
import { anslattSider } from '../kjerne/sider';
import { MAKS_LINJE } from '../kjerne/typer';
import { overskrift } from './app';
import type { App } from './app';

const MOST_SHOWN = 60;

export function tegnSjekk(app: App): (HTMLElement | null)[] {
  const dokument = dokumentAv(app.plan, app.lister, '');
  const found = sjekk(app.plan, app.lister, dokument);
  const groups = [...new Set(found.map((one) => one.gruppe))];
  const pages = anslattSider(dokument);
  return [
    overskrift('Sjekk planen'),
    avsnitt(found.length === 0 ? 'Planen har ingen hull vi kan finne. Det sier ikke at den er god.' : `${found.length} ting å se på. Ikke alt må rettes: planen er deres.`, 'pl-omfang'),
    avsnitt(`Planen blir om lag ${pages} ${pages === 1 ? 'side' : 'sider'} i Word. Det er et anslag.`),
    ...groups.map((gruppe) => gruppen(app, gruppe, found.filter((one) => one.gruppe === gruppe))),
    utelatt(app),
  ];
}

function gruppen(app: App, gruppe: string, funn: readonly Funn[]): HTMLElement {
  const items = funn.slice(0, MOST_SHOWN).map((one, i) => lag('li', {}, lag('span', {}, one.tekst), ' ', ...knapper(app, one, `${gruppe}-${i}`)));
  if (funn.length > MOST_SHOWN) items.push(lag('li', {}, `… og ${funn.length - MOST_SHOWN} til.`));
  return lag('section', { klasse: 'pl-funn' }, lag('h3', {}, `${gruppe} (${funn.length})`), lag('ul', {}, ...items));
}

function knapper(app: App, funn: Funn, id: string): HTMLElement[] {
  if (funn.utelat !== undefined) {
    const what = funn.utelat;
    return [knapp('Utelat', () => {
      const there = app.plan.unntak.find((one) => one.gjelder === what);
      if (there) document.getElementById(`pl-unntak-${there.id}`)?.focus();
      else app.gjorOgTegn({ slags: 'ny', del: 'unntak', verdier: { gjelder: what } }, `pl-unntak-${nesteId(app.plan, 'unntak')}`);
    }, { klasse: 'kb-lenkeknapp', id: `pl-utelat-${what}`, 'aria-label': `Utelat: ${funn.tekst}` })];
  }
  const { del, id: post } = funn;
  if (del === undefined || post === undefined) return [];
  return [knapp('Gå dit', () => gaTilPost(app, del, post), { klasse: 'kb-lenkeknapp', id: `pl-ga-${id.replace(/\W+/g, '-')}`, 'aria-label': `Gå til: ${funn.tekst}` })];
}

/** Opens the step and the lists that a post stands in. */
function gaTilPost(app: App, del: NonNullable<Funn['del']>, id: string): void {
  if (del === 'tiltak') {
    const strategy = app.plan.tiltak.find((one) => one.id === id)?.strategi ?? '';
    if (strategy) app.apen.set('strategier', strategy);
    app.apen.set(strategy ? `tiltak-${strategy}` : 'tiltak-lose', id);
    app.gaTil('tiltak', `pl-${del}-${id}-tekst`);
  } else {
    app.apen.set(del, id);
    app.gaTil(del === 'strategier' ? 'tiltak' : 'grunnlag', `pl-${del}-${id}-tekst`);
  }
}

/** What the reader has left out, each with the reason. */
function utelatt(app: App): HTMLElement | null {
  if (app.plan.unntak.length === 0) return null;
  return lag('section', { klasse: 'pl-funn' }, lag('h3', {}, 'Grupper og plikter som ikke er med'), avsnitt('Skriv hvorfor. Punktet er borte fra lista når grunnen står her. Grunnen følger med i planen.'), ...app.plan.unntak.map((one) => {
    const reason = lag('input', { type: 'text', id: `pl-unntak-${one.id}`, autocomplete: 'off', maxlength: MAKS_LINJE, paa: { input: () => app.gjor({ slags: 'endre', del: 'unntak', id: one.id, felt: 'grunn', verdi: reason.value }) } });
    reason.value = one.grunn;
    const name = app.lister.malgrupper.some((group) => group.id === one.gjelder) ? navnPaa(app.lister, 'malgrupper', one.gjelder) : navnPaa(app.lister, 'plikter', one.gjelder);
    return lag('div', { klasse: 'vk-linjefelt' }, felt(`${name}: hvorfor?`, reason), knapp('Ta med igjen', () => app.gjorOgTegn({ slags: 'slett', del: 'unntak', id: one.id }), { 'aria-label': `Ta med igjen: ${name}` }));
  }));
}
