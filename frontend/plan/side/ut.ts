/** The step «Ta med»: Word, Excel, Markdown and paper out; Excel in; another plan beside this one. */
import { avsnitt, knapp, lag, mer } from '../../felles/dom';
import { filvelger } from '../../felles/filer';
import type { ValgtFil } from '../../felles/filer';
import { lastEksport } from '../../felles/last';
import { grunnen, tekstAvFil } from '../../felles/lesing';
import { nettstedet, opphav } from '../../felles/opphav';
import { feilboks } from '../../felles/ramme';
import { bokAv, planAvArk } from '../kjerne/ark';
import type { LestBok } from '../kjerne/ark';
import { dokumentAv } from '../kjerne/dokument';
import { lesFil } from '../kjerne/fil';
import { nyPlanId } from '../kjerne/typer';
import { overskrift } from './app';
import type { App } from './app';
import { endringsliste } from './endringer';

/** A workbook that has been read, and waits for the reader to say yes. */
let venter: (LestBok & { navn: string }) | null = null;

export function tegnUt(app: App): (HTMLElement | null)[] {
  const dokument = () => dokumentAv(app.plan, app.lister, nettstedet());
  return [
    overskrift('Ta med'),
    avsnitt('Word er til møtet. Excel er til å arbeide videre i, og kan leses inn igjen. Fila (.json) er den som har alt.'),
    lag('div', { klasse: 'vk-knapper' },
      knapp('Word', () => void app.ramme.fil(app.filnavn, 'docx', (e) => e.tilWord(dokument())), { id: 'pl-word' }),
      knapp('Excel', () => void app.ramme.fil(app.filnavn, 'xlsx', (e) => e.tilExcel(bokAv(app.plan, app.lister, opphav()))), { id: 'pl-excel' }),
      knapp('Markdown', () => void app.ramme.fil(app.filnavn, 'md', (e) => e.tilMarkdown(dokument())), { id: 'pl-markdown' }),
      knapp('Skriv ut', () => app.ramme.skrivUt(), { id: 'pl-skriv-ut' })),
    avsnitt('Ingenting sendes noe sted. Fila havner der nettleseren legger nedlastinger. En plan på mer enn fire sider får en innholdsliste. I Word får den sidetall når du høyreklikker på den og oppdaterer.', 'vk-hjelp'),
    ...excelInn(app),
    lag('h3', {}, 'Sammenlign med en annen fil'),
    sammenlikning(app),
  ];
}

/** Excel back in; both tools have it. */
export function excelInn(app: App): (HTMLElement | null)[] {
  return [
    lag('h3', {}, 'Les inn Excel'),
    avsnitt('Bruk et regneark du har tatt ut herfra. Du får se hva som ble lest før noe byttes ut.'),
    filvelger('Regneark (.xlsx)', 'pl-les-excel', 'excel', ([file]) => file && void lesExcel(app, file)),
    venter ? ventende(app, venter) : null,
  ];
}

async function lesExcel(app: App, file: ValgtFil): Promise<void> {
  try {
    const bytes = file.bytes();
    const eksport = await lastEksport();
    venter = { ...planAvArk(eksport.lesExcel(bytes), app.lister, nyPlanId()), navn: file.navn };
    app.tegn('pl-bruk-ark');
    app.ramme.si(`Regnearket ${file.navn} er lest. Ingenting er byttet ut ennå.`);
  } catch (error) {
    app.ramme.si(`Regnearket ble ikke lest. ${grunnen(error, 'Det lot seg ikke lese som en plan.')} Det du hadde, står som før.`);
  }
}

function ventende(app: App, lest: LestBok & { navn: string }): HTMLElement {
  const { plan } = lest;
  return lag('div', { klasse: 'vk-boks', id: 'pl-lest' },
    avsnitt(`${lest.navn}: ${plan.maal.length} mål, ${plan.strategier.length} strategier, ${plan.tiltak.length} tiltak og ${plan.okonomi.length} rader om økonomi.`),
    feilboks(lest.feil.length === 1 ? 'Én ting kunne ikke leses:' : `${lest.feil.length} ting kunne ikke leses:`, lest.feil),
    mer('Dette blir endret', ...endringsliste(app.plan, plan, app.lister)),
    lag('div', { klasse: 'vk-knapper' },
      knapp('Bruk regnearket', () => {
        venter = null;
        app.gjorOgTegn({ slags: 'bytt', plan, hva: 'innlesing av regneark' }, 'pl-les-excel');
        app.ramme.si('Regnearket er tatt i bruk. Ctrl og Z angrer.');
      }, { klasse: 'knapp', id: 'pl-bruk-ark' }),
      knapp('Ikke bruk det', () => {
        venter = null;
        app.tegn('pl-les-excel');
        app.ramme.si('Planen er som før.');
      }, { id: 'pl-ikke-bruk' })));
}

/** Chooses an earlier file and says what differs; both tools have it. */
export function sammenlikning(app: App): HTMLElement {
  return lag('div', {},
    filvelger('En tidligere fil (.json)', 'pl-forrige', 'json', ([file]) => file && apneForrige(app, file)),
    ...(app.forrige ? [avsnitt(`Fra ${app.forrige.navn} til planen som er åpen:`), ...endringsliste(app.forrige.plan, app.plan, app.lister)] : [avsnitt('Velg fila dere lagret forrige gang. Planen som er åpen, blir ikke rørt.', 'vk-hjelp')]));
}

function apneForrige(app: App, file: ValgtFil): void {
  try {
    const { plan, feil } = lesFil(tekstAvFil(file.bytes()));
    app.forrige = { navn: file.navn, plan };
    app.tegn('pl-forrige');
    app.ramme.si(`Planene er satt ved siden av hverandre.${feil.length > 0 ? ` ${feil.length} ting i ${file.navn} kunne ikke brukes.` : ''}`);
  } catch (error) {
    app.ramme.si(`Fila ble ikke åpnet. ${grunnen(error, 'Den lot seg ikke lese som en plan.')} Det du hadde, står som før.`);
  }
}
