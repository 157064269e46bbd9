/**
 * The road to the deadline: the phases of docs/lov/oversikt-til-vedtak.md as dated tasks, worked out backwards from the
 * meeting where the plan is adopted. A test holds the dates to the table of that page.
 */
import { dagerMellom } from '../felles/dag';
import type { Sjekkliste } from './typer';

/** § 10 of the act: four years after 1 July 2023. Adopted before this day. */
export const FRIST = '2027-07-01';
/** The example of the page: the last meeting of its council before the deadline. */
export const EKSEMPELMOTE = '2027-06-17';

const DAG = 24 * 60 * 60 * 1000;

interface Oppgave {
  id: string;
  fase: string;
  hva: string;
  hvem: string;
  /** Days before the adoption. */
  dagerFor: number;
  /** What the act says on the time; "" where the time is our estimate. */
  regel: string;
}

/** In the order of the phases, the last first done. */
const OPPGAVER: readonly Oppgave[] = [
  { id: 'status', fase: '0 Finn ut hvor dere står', hva: 'Svar på punktene i sjekklista, og avgjør hva som må endres', hvem: 'Kommunedirektøren', dagerFor: 202, regel: '' },
  { id: 'oversikt', fase: '1 Oversikten', hva: 'Oversikten over boligbehovet er klar, med dato og kilder', hvem: 'Boligansvarlig', dagerFor: 181, regel: 'Plikten gjelder allerede' },
  { id: 'planstrategi-offentlig', fase: '2 Planstrategien', hva: 'Forslag til planstrategi er offentlig', hvem: 'Kommunedirektøren', dagerFor: 181, regel: 'Minst 30 dager før møtet (pbl. § 10-1)' },
  { id: 'program-horing', fase: '3 Oppstart og planprogram', hva: 'Oppstart er varslet, og planprogrammet er på høring', hvem: 'Planleggeren', dagerFor: 181, regel: 'Minst seks uker (pbl. § 11-13)' },
  { id: 'program-horing-slutt', fase: '3 Oppstart og planprogram', hva: 'Høringen av planprogrammet er over', hvem: 'Planleggeren', dagerFor: 139, regel: 'Tidligst etter seks uker (pbl. § 11-13)' },
  { id: 'planstrategi-vedtak', fase: '2 og 3', hva: 'Kommunestyret vedtar planstrategien og fastsetter planprogrammet', hvem: 'Kommunestyret', dagerFor: 119, regel: '' },
  { id: 'forslag', fase: '4 Forslaget', hva: 'Forslaget har mål og strategier som passer til tallene i oversikten', hvem: 'Planleggeren og boligansvarlig', dagerFor: 79, regel: '' },
  { id: 'plan-horing', fase: '5 Høring', hva: 'Planforslaget går på høring', hvem: 'Kommunedirektøren', dagerFor: 72, regel: 'Minst seks uker (pbl. § 11-14)' },
  { id: 'plan-horing-slutt', fase: '5 Høring', hva: 'Høringen er over, og svarene er vurdert', hvem: 'Planleggeren', dagerFor: 30, regel: 'Tidligst etter seks uker (pbl. § 11-14)' },
  { id: 'vedtak', fase: '6 Vedtak', hva: 'Kommunestyret vedtar planen', hvem: 'Kommunestyret', dagerFor: 0, regel: 'Før 1. juli 2027 (boligsosialloven § 10)' },
  { id: 'oppfolging', fase: '7 Følg opp', hva: 'Planen er kunngjort, og strategiene er på vei inn i handlingsdelen', hvem: 'Kommunedirektøren', dagerFor: -30, regel: '' },
];

interface Datert extends Oppgave {
  naar: string;
  ferdig: boolean;
  /** True when the reader has set another date than the one worked out. */
  egenDato: boolean;
}

/** A day `dager` before another. */
export function dagerFor(dato: string, dager: number): string {
  return new Date(Date.parse(`${dato}T00:00:00Z`) - dager * DAG).toISOString().slice(0, 10);
}

/** The tasks with their dates, in the order of time. */
export function veien(liste: Sjekkliste): Datert[] {
  const meeting = liste.vedtak || EKSEMPELMOTE;
  const dated = OPPGAVER.map((task) => {
    const own = liste.oppgaver.get(task.id);
    const naar = task.id === 'vedtak' ? meeting : own?.naar || dagerFor(meeting, task.dagerFor);
    return { ...task, naar, hvem: own?.hvem || task.hvem, ferdig: own?.ferdig === true, egenDato: Boolean(own?.naar) };
  });
  return dated.sort((a, b) => a.naar.localeCompare(b.naar));
}

/** The least days between two tasks that the act asks for. */
const MINST: readonly (readonly [fra: string, til: string, dager: number, melding: string])[] = [
  ['planstrategi-offentlig', 'planstrategi-vedtak', 30, 'Planstrategien må være offentlig minst 30 dager før møtet (pbl. § 10-1).'],
  ['program-horing', 'program-horing-slutt', 42, 'Høringen av planprogrammet må vare minst seks uker (pbl. § 11-13).'],
  ['plan-horing', 'plan-horing-slutt', 42, 'Høringen av planforslaget må vare minst seks uker (pbl. § 11-14).'],
  ['program-horing-slutt', 'planstrategi-vedtak', 0, 'Planprogrammet kan ikke fastsettes før høringen er over.'],
  ['planstrategi-vedtak', 'plan-horing', 0, 'Planforslaget går på høring etter at programmet er fastsatt.'],
  ['plan-horing-slutt', 'vedtak', 0, 'Planen kan ikke vedtas før høringen er over.'],
];

/** What does not add up in the dates. `idag` is a parameter for the tests' sake. */
export function advarsler(tasks: readonly Datert[], idag: string): string[] {
  const at = new Map(tasks.map((task) => [task.id, task]));
  const found: string[] = [];
  const vedtak = at.get('vedtak');
  if (vedtak && vedtak.naar > FRIST) found.push('Møtet er etter fristen 1. juli 2027. Finn et tidligere møte, eller les hva som skjer når fristen ikke holdes.');
  for (const [from, to, least, message] of MINST) {
    const [a, b] = [at.get(from), at.get(to)];
    if (a && b && dagerMellom(a.naar, b.naar) < least) found.push(message);
  }
  const late = tasks.filter((task) => !task.ferdig && task.naar < idag);
  if (late.length > 0) found.push(`${late.length === 1 ? 'Én oppgave har' : `${late.length} oppgaver har`} en dato som er passert, og er ikke krysset av som ferdig.`);
  return found;
}
