/** Step «Skjema»: the survey form out, with what must be judged first. */
import { anbefaltGrense, informasjon, klikk, MAKS_KLIKK, PERSONVERN, skjemaBok, skjemaDokument, skjemaTekst, sporOmPolitikk, sporsmal } from '../skjema';
import type { App } from './app';
import { avsnitt, felt, knapp, lag, mer, punkter, tekstfelt, valggruppe } from '../../felles/dom';
import { mangler, overskrift } from './deler';

export function tegnSkjema(app: App): (HTMLElement | null)[] {
  const { prosjekt, skjema } = app.t;
  if (prosjekt.personer.length === 0) return [overskrift('Skjema'), ...(mangler(app) ?? [])];
  const politics = sporOmPolitikk(prosjekt);
  const many = prosjekt.personer.length;
  const suggested = anbefaltGrense(many, politics);
  const field = (key: 'kommune' | 'kontakt' | 'frist' | 'slettes', label: string, help?: string): HTMLElement =>
    felt(label, tekstfelt(skjema[key], (value) => {
      skjema[key] = value.trim();
      app.tegn();
    }, { id: `nv-skjema-${key}`, maxlength: 80 }), help);
  const limit = suggested === null
    ? null
    : valggruppe('Hvor mange kan hver krysse av?', [['grense', `høyst ${suggested} (anbefalt)`], ['alle', 'så mange de vil']], skjema.grense === null ? 'alle' : 'grense', (value) => {
        skjema.grense = value === 'alle' ? null : suggested;
        app.tegn();
      });
  skjema.grense = suggested === null ? null : skjema.grense === null ? null : suggested;
  const most = klikk(many, skjema.grense, politics);
  const count = `Den som krysser av flest, bruker ${most} klikk.${most > MAKS_KLIKK ? ` Det er mer enn ${MAKS_KLIKK}. Lange skjemaer får færre svar.` : ''}${suggested !== null && skjema.grense !== null ? ' Grensen gjør at noe sjelden kontakt ikke kommer med.' : ''}`;
  const judged = lag('ol', { klasse: 'nv-vurdering' }, ...PERSONVERN.map((text) => lag('li', {}, lag('label', { klasse: 'vk-kryss' }, lag('input', { type: 'checkbox' }), ` ${text}`))));
  return [
    overskrift('Skjema'),
    avsnitt('De som svarer, krysser først av hvem de kjenner. Så svarer de bare for dem.'),
    lag('div', { klasse: 'vk-boks' }, lag('h3', {}, 'Svar på dette før noen blir spurt'), avsnitt('Dette er opplysninger om ansatte. Koder er fortsatt personopplysninger så lenge noen har kodelista (personvernforordningen artikkel 4 nr. 5).'), judged),
    lag('h3', {}, 'Fyll inn'),
    lag('div', { klasse: 'vk-kolonner' }, field('kommune', 'Kommune'), field('kontakt', 'Hvem svarer på spørsmål', 'Skriv rolle og enhet, ikke navn.'), field('frist', 'Svarfrist'), field('slettes', 'Når svarene slettes')),
    limit,
    lag('p', { klasse: 'nv-klikk', 'data-klikk': String(most) }, count),
    lag('h3', {}, 'Last ned skjemaet'),
    lag('div', { klasse: 'vk-knapper' },
      knapp('Word', () => void app.fil(`Skjema ${prosjekt.tittel}`, 'docx', (e) => e.tilWord(skjemaDokument(prosjekt, skjema))), { klasse: 'knapp', id: 'nv-skjema-word' }),
      knapp('Excel', () => void app.fil(`Skjema ${prosjekt.tittel}`, 'xlsx', (e) => e.tilExcel(skjemaBok(prosjekt, skjema))), { id: 'nv-skjema-excel' }),
      knapp('Tekst til skjemaverktøyet', () => void app.fil(`Skjema ${prosjekt.tittel}`, 'txt', () => new Blob(['\uFEFF', skjemaTekst(prosjekt, skjema)], { type: 'text/plain;charset=utf-8' })), { id: 'nv-skjema-tekst' }),
    ),
    mer('Se skjemaet her', punkter(informasjon(skjema)), ...sporsmal(prosjekt, skjema).flatMap((one, i) => [lag('h4', {}, `${i + 1}. ${one.tittel}`), avsnitt(one.hjelp), one.svar.length > 0 ? punkter(one.svar) : null])),
    lag('div', { klasse: 'vk-knapper' }, knapp('Videre til svarene', () => app.ga('svar'))),
  ];
}
