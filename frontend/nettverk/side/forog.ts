/** Step «Før og etter»: two rounds side by side. */
import { lagPust } from '../pust';
import { bareBegge, endringer, sammenlign, visEndring, visMaal } from '../sammenlign';
import type { Endringer } from '../sammenlign';
import { bildeAv } from '../tegning/bilde';
import { tegn } from '../tegning/svg';
import type { Tall } from '../maal/alle';
import { antall, liste } from '../ordlyd';
import type { Runde } from '../typer';
import type { App } from './app';
import { avkryssing, avsnitt, felt, knapp, lag, punkter, velger } from '../../felles/dom';
import { glider } from './bilde';
import { mangler, overskrift, rundevelger, tabell } from './deler';

interface Sammenlikning {
  runde: Runde;
  for: Tall;
  etter: Tall;
  endringer: Endringer;
  bareBegge: boolean;
}

/** The earlier round beside the chosen one; null when there is only one. */
export async function sammenlikningAv(app: App): Promise<Sammenlikning | null> {
  const earlier = app.forrige;
  if (!earlier) return null;
  const project = app.t.bareBegge ? bareBegge(app.t.prosjekt, earlier, app.runde) : app.t.prosjekt;
  const valg = { ...app.t.valg, vis: 'person' as const };
  const [before, after] = [await app.tall(valg, earlier, project), await app.tall(valg, app.runde, project)];
  return { runde: earlier, for: before, etter: after, endringer: endringer(project, earlier, app.runde, valg), bareBegge: app.t.bareBegge };
}

const MOST_PAIRS = 15;
const pairs = (list: readonly [string, string][]): string => liste(list.map((pair) => pair.join('–')), MOST_PAIRS) || 'ingen';

export function tegnForog(app: App): (HTMLElement | null)[] {
  const lack = mangler(app);
  if (lack) return [overskrift('Før og etter'), ...lack];
  const earlier = app.forrige;
  if (!earlier) {
    return [overskrift('Før og etter'), avsnitt('Her kan dere se to runder ved siden av hverandre. Det er bare én runde i nettverket nå.'), knapp('Gå til «Svar inn», og lag en ny runde', () => app.ga('svar'), { klasse: 'knapp' })];
  }
  const result = lag('div', { id: 'nv-forog-svar' });
  let turn = 0;
  const work = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    const found = await sammenlikningAv(app);
    if (!found || mine !== turn) return;
    const { prosjekt, storrelse } = app.t;
    // Both pictures on the places of the later one, so that what differs is the contact.
    const second = await bildeAv(found.etter, prosjekt, storrelse, lagPust());
    const first = await bildeAv(found.for, prosjekt, storrelse, lagPust(), sharedPlaces(found) ? second : undefined);
    const scene = (round: Runde, picture: typeof first, numbers: Tall): HTMLElement => {
      const svg = tegn(picture, { tittel: round.navn, beskrivelse: `${numbers.antall} personer, ${numbers.par} par med kontakt, ${numbers.klynger.antall} klynger. Tallene står i tabellen.`, prosjekt, grupper: false, framhevet: null });
      for (const part of svg.querySelectorAll('title, desc')) part.id = `${part.id}-${round.id}`;
      svg.setAttribute('aria-labelledby', `nv-bilde-tittel-${round.id}`);
      svg.setAttribute('aria-describedby', `nv-bilde-tekst-${round.id}`);
      return lag('figure', { klasse: 'nv-scene', tabindex: 0, 'aria-label': `Bilde av ${round.navn}` }, lag('figcaption', {}, round.navn), svg);
    };
    const { endringer: change } = found;
    result.replaceChildren(
      tabell(app, { navn: 'Før og etter', kolonner: [{ navn: 'Mål' }, { navn: found.runde.navn, tall: true }, { navn: app.runde.navn, tall: true }, { navn: 'Endring', tall: true }], rader: sammenlign(found.for, found.etter).map((row) => [row.navn, { verdi: row.for, vis: visMaal(row.for, row.desimaler) }, { verdi: row.etter, vis: visMaal(row.etter, row.desimaler) }, visEndring(row)]) }),
      lag('div', { klasse: 'nv-to' }, scene(found.runde, first, found.for), scene(app.runde, second, found.etter)),
      lag('h3', {}, 'Dette er nytt'),
      punkter([
        `${antall(change.nye.length, 'par har', 'par har')} fått kontakt: ${pairs(change.nye)}.`,
        `${antall(change.borte.length, 'par har', 'par har')} ikke kontakt lenger: ${pairs(change.borte)}.`,
        `${antall(change.felles, 'par har', 'par har')} kontakt begge gangene.`,
        ...(change.kom.length > 0 ? [`Kommet til: ${liste(change.kom, MOST_PAIRS)}.`] : []),
        ...(change.gikk.length > 0 ? [`Ikke med lenger: ${liste(change.gikk, MOST_PAIRS)}.`] : []),
      ]),
      lag('h3', {}, 'Vær forsiktig'),
      punkter([
        app.t.bareBegge ? 'Bare de som svarte begge gangene, er regnet med. De andre er borte fra begge bildene.' : 'Et svar som mangler, ser ut som kontakt som mangler. Kryss av over for å regne bare med dem som svarte begge gangene.',
        'En endring kan komme av arbeidet dere har gjort, av nye folk eller av at spørsmålet ble forstått på en annen måte.',
      ]));
  };
  const again = (): void => void app.gjor(work, 'Rundene lot seg ikke sette ved siden av hverandre.');
  again();
  const others = app.t.prosjekt.runder.filter((one) => one !== app.runde).map((one) => [one.id, one.navn] as const);
  return [
    overskrift('Før og etter'),
    lag('div', { klasse: 'vk-kolonner' },
      felt('Før', velger(others, earlier.id, (value) => {
        app.t.forrige = value;
        app.tegn();
      }, { id: 'nv-for' })),
      rundevelger(app, () => app.tegn())),
    glider(app.t.valg.minst, (ofte) => {
      app.t.valg.minst = ofte;
      again();
    }),
    avkryssing('Regn bare med dem som svarte begge gangene', app.t.bareBegge, (on) => {
      app.t.bareBegge = on;
      again();
    }, { id: 'nv-begge' }),
    result,
  ];
}

/** True if everyone of the earlier round is in the later one too, so that the places can be shared. */
function sharedPlaces(found: Sammenlikning): boolean {
  const later = new Set(found.etter.noder.map((node) => node.id));
  return found.for.noder.every((node) => later.has(node.id));
}
