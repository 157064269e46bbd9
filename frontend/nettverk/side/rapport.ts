/** Step «Rapport og fil»: the Word report, and saving. */
import { idagIso } from '../../felles/dag';
import { rapportAv } from '../rapport';
import type { Rapportdata } from '../rapport';
import { tegn, tegnforklaringTekst } from '../tegning/svg';
import { viserTekst } from '../tekst';
import type { App } from './app';
import { avkryssing, avsnitt, knapp, lag, punkter } from '../../felles/dom';
import { bildeFor, bildetittel } from './bilde';
import { mangler, overskrift } from './deler';
import { kommunetabell } from './kommuner';
import { sammenlikningAv } from './forog';

const include = { personer: true, forrige: true };

/** Draws the picture out of sight and makes the report. */
async function makeReport(app: App): Promise<void> {
  const numbers = await app.tall();
  const picture = await bildeFor(app, numbers);
  const earlier = include.forrige ? await sammenlikningAv(app) : null;
  const svg = tegn(picture, { tittel: bildetittel(app), beskrivelse: viserTekst(numbers, app.t.prosjekt, app.runde, app.t.valg).join(' '), prosjekt: app.t.prosjekt, grupper: app.t.valg.vis !== 'person', framhevet: null });
  const stage = lag('div', { klasse: 'nv-utenfor', 'aria-hidden': 'true' }, svg);
  app.rot.append(stage);
  try {
    const box = svg.viewBox.baseVal;
    await app.fil(`Rapport ${app.t.prosjekt.tittel}`, 'docx', async (eksport) => {
      const png = await eksport.tilPng(svg, 2);
      const data: Rapportdata = {
        prosjekt: app.t.prosjekt,
        runde: app.runde,
        valg: app.t.valg,
        tall: numbers,
        bilde: { png, bredde: Math.round(box.width), hoyde: Math.round(box.height) },
        tegnforklaring: tegnforklaringTekst(picture, app.t.prosjekt, app.t.valg.vis !== 'person'),
        kommuner: kommunetabell(),
        personer: include.personer,
        dato: idagIso().split('-').reverse().map(Number).join('.'),
        ...(earlier ? { forrige: { runde: earlier.runde, tall: earlier.for, endringer: earlier.endringer, bareBegge: earlier.bareBegge } } : {}),
      };
      return eksport.tilWord(rapportAv(data));
    });
  } finally {
    stage.remove();
  }
}

export function tegnRapport(app: App): (HTMLElement | null)[] {
  const lack = mangler(app);
  const report = lack
    ? lag('div', {}, ...lack)
    : lag('div', { klasse: 'vk-boks' },
        lag('h3', {}, 'Rapport i Word'),
        avsnitt('Rapporten har bildet, teksten, tallene med forklaring og spørsmålene til samtalen. Du kan endre alt i Word etterpå.'),
        avkryssing('Ta med tabellen over hver person', include.personer, (on) => (include.personer = on), { id: 'nv-rapport-personer' }),
        app.forrige ? avkryssing(`Ta med før og etter («${app.forrige.navn}»)`, include.forrige, (on) => (include.forrige = on), { id: 'nv-rapport-forrige' }) : null,
        lag('div', { klasse: 'vk-knapper' }, knapp('Lag rapporten', () => void app.gjor(() => makeReport(app), 'Rapporten ble ikke laget. Last inn siden på nytt, og prøv igjen.'), { klasse: 'knapp', id: 'nv-lag-rapport' })),
        avsnitt(`Rapporten bruker det du har valgt i «Bilde og tall»: ${bildetittel(app)}.`, 'vk-hjelp'));
  const stored = app.finnesINettleser();
  return [
    overskrift('Rapport og fil'),
    report,
    lag('div', { klasse: 'vk-boks' },
      lag('h3', {}, 'Ta vare på nettverket'),
      punkter(['Fila har koder, funksjoner og svar. Kodelista er ikke med.', 'Uten at du lagrer, blir alt borte når du lukker vinduet.']),
      lag('div', { klasse: 'vk-knapper' },
        knapp('Last ned fila (.json)', () => app.lagreFil(), { klasse: 'knapp', id: 'nv-lagre-fil' }),
        knapp('Lagre i denne nettleseren', () => {
          app.lagreINettleser();
          if (!stored) app.tegn();
        }, { id: 'nv-lagre-her' }),
        stored ? knapp('Slett det som er lagret her', () => {
          app.slettFraNettleser();
          app.tegn();
        }, { id: 'nv-slett-her' }) : null)),
  ];
}
