/** Step «Start»: begin, open, or try the example. */
import { filvelger } from '../../felles/filer';
import { grunnen, tekstAvFil } from '../../felles/lesing';
import { eksempelprosjekt, tomtProsjekt } from '../eksempeldata';
import { lesProsjekt } from '../lesing/json';
import type { Feil } from '../typer';
import type { App } from './app';
import { avsnitt, knapp, lag, punkter } from '../../felles/dom';
import { feilliste, overskrift } from './deler';

/** Faults of the last file, shown until the next. */
let faults: Feil[] = [];

/** Opens a project file; what is wrong with it is shown, never thrown, and what was open stays. */
export function apneFil(app: App, text: () => string): void {
  try {
    const { prosjekt, feil } = lesProsjekt(text());
    if (!app.kanBytte()) return;
    faults = feil;
    app.bytt(prosjekt);
    app.ga(feil.length > 0 ? 'start' : prosjekt.personer.length > 0 ? 'bilde' : 'hvem');
    app.si(feil.length > 0 ? `«${prosjekt.tittel}» er åpnet, men ${feil.length} ting i fila ble ikke tatt med.` : `«${prosjekt.tittel}» er åpnet.`);
  } catch (error) {
    const grunn = grunnen(error, 'Fila lot seg ikke lese som et nettverk.');
    faults = [{ linje: 0, grunn }];
    app.ga('start');
    app.si(`Fila ble ikke åpnet. ${grunn} Det du hadde, står som før.`);
  }
}

export function tegnStart(app: App): (HTMLElement | null)[] {
  const begin = (): void => {
    if (!app.kanBytte()) return;
    app.bytt(tomtProsjekt());
    app.ga('hvem');
  };
  const example = (): void => {
    if (!app.kanBytte()) return;
    app.bytt(eksempelprosjekt());
    app.ga('bilde');
    app.si('Eksempelet er åpnet. Alt i det er oppdiktet.');
  };
  const stored = app.finnesINettleser()
    ? [
        knapp('Fortsett med det som er lagret i nettleseren', () => {
          if (!app.kanBytte()) return;
          if (app.hentFraNettleser()) app.ga('bilde');
          else app.si('Det som var lagret, lot seg ikke lese.');
        }),
        knapp('Slett det som er lagret', () => {
          app.slettFraNettleser();
          app.tegn();
        }),
      ]
    : [];
  const current = app.t.prosjekt.personer.length > 0 ? avsnitt(`Åpent nå: «${app.t.prosjekt.tittel}» med ${app.t.prosjekt.personer.length} personer.`) : null;
  return [
    overskrift('Start'),
    avsnitt('Slik går det til, på en ettermiddag etter at svarene er kommet inn:'),
    punkter([
      'Dere bestemmer hvem som er med, og hver får en kode.',
      'Dere lager et kort skjema og sender det ut med kommunens eget verktøy.',
      'Du limer inn svarene.',
      'Gruppa ser på bildet, leser tallene og tar samtalen.',
    ], true),
    avsnitt('Alt blir på denne maskinen. Ingenting sendes noe sted, og ingenting lagres før du ber om det.'),
    current,
    lag('div', { klasse: 'vk-knapper' }, knapp('Begynn med et nytt nettverk', begin, { klasse: 'knapp', id: 'nv-nytt' }), knapp('Prøv med oppdiktede data', example, { id: 'nv-eksempel' }), ...stored),
    filvelger('Eller åpne en fil du har lagret (.json)', 'nv-apne', 'json', ([file]) => file && apneFil(app, () => tekstAvFil(file.bytes()))),
    feilliste(faults, 'Dette i fila kunne ikke brukes:'),
  ];
}
