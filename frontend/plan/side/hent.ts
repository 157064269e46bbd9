/** The step «Hent fra basen»: strategies, measures and lessons of others, searched in, and taken into the plan with their source. */
import { avsnitt, felt, knapp, lag, velger } from '../../felles/dom';
import { adresseTil } from '../../felles/adresse';
import { lastSkript } from '../../felles/last';
import { innslagene, sok } from '../kjerne/basen';
import type { Innslag, Slag } from '../kjerne/basen';
import { kjeden } from '../kjerne/kjede';
import { overskrift } from './app';
import type { App } from './app';

const SLAG: readonly (readonly [Slag | '', string])[] = [['', 'Alt'], ['strategi', 'Strategier'], ['tiltak', 'Tiltak'], ['erfaring', 'Erfaringer'], ['virket_ikke', 'Det som ikke virket']];
const ENTALL: Readonly<Record<Slag, string>> = { strategi: 'Strategi', tiltak: 'Tiltak', erfaring: 'Erfaring', virket_ikke: 'Virket ikke' };
const MOST_SHOWN = 25;

let basen: readonly Innslag[] | null = null;
const valg = { ord: '', slag: '' as Slag | '', gruppe: '', strategi: '' };

export function tegnHent(app: App): (HTMLElement | null)[] {
  const place = lag('div', { id: 'pl-basen' });
  if (basen === null) {
    place.append(avsnitt('Henter fra basen …'));
    lastSkript('basen').then(() => {
      basen = innslagene((window as unknown as { kbBasen?: unknown }).kbBasen);
      if (place.isConnected) place.replaceChildren(...soket(app));
    }).catch(() => place.replaceChildren(avsnitt('Innholdet lot seg ikke hente. Last inn siden på nytt, og prøv en gang til.'), knapp('Prøv igjen', () => app.tegn())));
  } else place.append(...soket(app));
  return [
    overskrift('Hent fra basen'),
    avsnitt('Søk i det andre kommuner har ført opp. Det du henter, følger med kilden. Skriv det om så det passer hos dere.'),
    place,
  ];
}

function soket(app: App): HTMLElement[] {
  const hits = lag('ol', { klasse: 'pl-treff' });
  const said = lag('p', { role: 'status', klasse: 'vk-hjelp', id: 'pl-antall-treff' });
  const draw = (): void => {
    const found = sok(basen ?? [], valg.ord, valg.slag, valg.gruppe);
    said.textContent = `${found.length} treff.${found.length > MOST_SHOWN ? ` De ${MOST_SHOWN} første vises. Skriv flere ord for å få færre.` : ''}`;
    hits.replaceChildren(...found.slice(0, MOST_SHOWN).map((one) => treff(app, one)));
  };
  const word = lag('input', { type: 'text', id: 'pl-sok', autocomplete: 'off', maxlength: 100, paa: { input: () => {
    valg.ord = word.value;
    draw();
  } } });
  word.value = valg.ord;
  const { nr } = kjeden(app.plan);
  const strategies = app.plan.strategier.map((one) => [one.id, `${nr.get(one.id)} ${one.tekst.slice(0, 60)}`] as const);
  draw();
  return [
    lag('div', { klasse: 'vk-kolonner' },
      felt('Søk', word),
      felt('Slag', velger(SLAG, valg.slag, (slag) => {
        valg.slag = slag;
        draw();
      }, { id: 'pl-sok-slag' })),
      felt('Målgruppe', velger([['', 'Alle'] as const, ...app.lister.malgrupper.map((one) => [one.id, one.navn] as const)], valg.gruppe, (gruppe) => {
        valg.gruppe = gruppe;
        draw();
      }, { id: 'pl-sok-gruppe' })),
      felt('Legg tiltak og erfaringer under', velger([['', 'Ingen strategi'] as const, ...strategies], strategies.some(([id]) => id === valg.strategi) ? valg.strategi : '', (id) => {
        valg.strategi = id;
      }, { id: 'pl-sok-under' }))),
    said,
    hits,
  ];
}

function treff(app: App, one: Innslag): HTMLElement {

  const link = lag('a', { href: adresseTil(one.adresse), target: '_blank', rel: 'noopener' }, `${one.hvor}, ${one.kilde}`, lag('span', { klasse: 'kb-bare-skjerm' }, ' (ny fane)'));
  const inPlan = (): boolean => [...app.plan.strategier, ...app.plan.tiltak, ...app.plan.erfaringer].some((post) => post.hentet_adresse === one.adresse);
  const take = knapp('Ta med', () => {
    const del = one.slag === 'strategi' ? 'strategier' : one.slag === 'tiltak' ? 'tiltak' : 'erfaringer';
    const strategy = app.plan.strategier.some((post) => post.id === valg.strategi) ? valg.strategi : '';
    app.gjor({ slags: 'ny', del, verdier: { tekst: one.tekst, hentet_fra: one.hvor, hentet_kilde: one.kilde, hentet_adresse: one.adresse, ...(del === 'strategier' ? { fra: app.plan.plan.fra, til: app.plan.plan.til } : { strategi: strategy }), ...(del === 'erfaringer' ? {} : { malgrupper: one.malgrupper, plikter: one.plikter.filter((id) => app.lister.plikter.some((duty) => duty.id === id)) }) } });
    mark();
    app.ramme.si(`Tatt med: ${del === 'strategier' ? 'en strategi' : del === 'tiltak' ? 'et tiltak' : 'en erfaring'}${strategy && del !== 'strategier' ? ' under strategien du valgte' : ''}. Ctrl og Z angrer.`);
  }, { 'aria-label': `Ta med: ${one.tekst.slice(0, 80)}` });
  const mark = (): void => {
    take.textContent = inPlan() ? 'Ta med en gang til' : 'Ta med';
  };
  mark();
  return lag('li', {}, lag('p', {}, lag('strong', {}, `${ENTALL[one.slag]}: `), one.tekst), lag('p', { klasse: 'kb-kilde' }, link, one.om ? ` · ${one.om}` : ''), take);
}
