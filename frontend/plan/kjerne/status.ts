/** The plan as a status book: how far the measures are, and one page for those who lead. Pure. */
import type { Blokk, Dokument } from '../../eksport/typer';
import { dagerMellom } from '../../felles/dag';
import { avsnitt, overskrift, tabell, tittelAv, undertittel } from './dokument';
import { kjeden, tiltakIRekkefolge } from './kjede';
import type { Lister } from './kjede';
import { sammenlign } from './sammenlign';
import { anslattSider } from './sider';
import { fristaar, visFrist } from './tall';
import { navnAv, OPPHAV, TILSTAND } from './typer';
import type { Plan, Tiltak } from './typer';

export type Nummerert = { tiltak: Tiltak; nr: string };
export const alle = (plan: Plan): Nummerert[] => tiltakIRekkefolge(kjeden(plan));
const tilstandsnavn = (tiltak: Tiltak): string => navnAv(TILSTAND, tiltak.tilstand) || 'Ikke ført';

/** How many measures there are of each state; «Ikke ført» for those without. Only those that have some. */
export function telling(plan: Plan): { navn: string; antall: number }[] {
  const codes = [...TILSTAND.map(([kode]) => kode as string), ''];
  return codes.map((kode) => ({ navn: navnAv(TILSTAND, kode) || 'Ikke ført', antall: plan.tiltak.filter((one) => one.tilstand === kode).length })).filter((one) => one.antall > 0);
}

const erSlutt = (tiltak: Tiltak): boolean => tiltak.tilstand === 'gjennomfort' || tiltak.tilstand === 'avviklet';

/** True when the time is past and the work is not done. A year is past when it is over. */
export function erForsinket(tiltak: Tiltak, idag: string): boolean {
  if (erSlutt(tiltak) || tiltak.frist === '') return false;
  return tiltak.frist.length === 4 ? (fristaar(tiltak.frist) ?? 0) < Number(idag.slice(0, 4)) : tiltak.frist < idag;
}

/** A status older than this is asked for anew. */
const GAMMEL_DAGER = 183;
const erGammel = (tiltak: Tiltak, idag: string): boolean => !erSlutt(tiltak) && tiltak.oppdatert !== '' && dagerMellom(tiltak.oppdatert, idag) > GAMMEL_DAGER;

interface Ledersyn {
  ferdig: Nummerert[];
  avgjores: Nummerert[];
  forsinket: Nummerert[];
  avvik: Nummerert[];
  uforte: Nummerert[];
  gamle: Nummerert[];
}

export function ledersyn(plan: Plan, idag: string): Ledersyn {
  const rows = alle(plan);
  return {
    ferdig: rows.filter(({ tiltak }) => tiltak.tilstand === 'gjennomfort'),
    avgjores: rows.filter(({ tiltak }) => tiltak.avgjores.trim() !== ''),
    forsinket: rows.filter(({ tiltak }) => erForsinket(tiltak, idag)),
    avvik: rows.filter(({ tiltak }) => tiltak.avvik.trim() !== '' && !erSlutt(tiltak)),
    uforte: rows.filter(({ tiltak }) => tiltak.tilstand === ''),
    gamle: rows.filter(({ tiltak }) => erGammel(tiltak, idag)),
  };
}

/** The state of a measure with what its per cent is a share of: a per cent alone says little. */
export function tilstandstekst(tiltak: Tiltak): string {
  const share = tiltak.framdrift === null ? '' : `${tiltak.framdrift} %${tiltak.framdrift_av ? ` (${tiltak.framdrift_av})` : ''}`;
  return [tilstandsnavn(tiltak), share].filter((one) => one !== '').join(', ');
}

function avvikstekst(tiltak: Tiltak): string {
  return [tiltak.avvik, tiltak.grunn ? `Grunn: ${tiltak.grunn}` : ''].filter((one) => one !== '').join('\n');
}

/** The status of each measure, one row each. */
export const statustabell = (rows: readonly Nummerert[]): Blokk =>
  tabell(['Nr', 'Tiltak', 'Opphav', 'Tilstand', 'Avvik og grunn', 'Neste steg', 'Hvem'],
    rows.map(({ tiltak, nr }) => [nr, tiltak.tekst, navnAv(OPPHAV, tiltak.opphav), tilstandstekst(tiltak), avvikstekst(tiltak), tiltak.neste, tiltak.hvem || tiltak.ansvarlig]), [6, 22, 11, 14, 17, 14, 16]);

/** What has come since last time, in sentences. */
export function endringssetninger(forrige: Plan, plan: Plan, lister: Lister): string[] {
  const { nr } = kjeden(plan);
  return sammenlign(forrige, plan, lister).filter((one) => one.del === 'tiltak' || one.del === 'strategier').flatMap((one) => {
    const name = `${one.del === 'tiltak' ? 'Tiltak' : 'Strategi'} ${nr.get(one.id) ?? ''} «${one.tekst}»`.replace('  ', ' ');
    if (one.slags === 'ny') return [`${name} er nytt.`];
    if (one.slags === 'borte') return [`${one.del === 'tiltak' ? 'Tiltaket' : 'Strategien'} «${one.tekst}» er tatt ut.`];
    return [`${name}: ${one.felter.map((felt) => `${felt.tittel.toLowerCase()} ${felt.for ? `fra «${felt.for}» ` : ''}til «${felt.etter || 'tomt'}»`).join('; ')}.`];
  });
}

const klippet = (tekst: string, most: number): string => (tekst.length > most ? `${tekst.slice(0, most - 1).trimEnd()}…` : tekst);
/** The measure is cut before what is said of it. */
const linje = ({ tiltak, nr }: Nummerert, om: string): string => `${nr} ${klippet(tiltak.tekst, om ? 70 : 140)}${om ? `: ${om}` : ''}`;
const del = (tittel: string, punkter: readonly string[], ingen: string): Blokk[] => [overskrift(tittel), ...(punkter.length > 0 ? [{ slags: 'liste' as const, punkter }] : [avsnitt(ingen)])];

/** So many lines under each heading, as long as it is one page; then fewer. */
const LINJER = [8, 6, 5, 4, 3, 2, 1];
const MOST_SIGNS = 150;

/** The first lines, each of reasonable length, and how many there are beside them. */
function kortet(punkter: readonly string[], most: number): string[] {
  const short = punkter.slice(0, most).map((one) => klippet(one, MOST_SIGNS));
  return punkter.length > most ? [...short, `… og ${punkter.length - most} til i dreieboka.`] : short;
}

/** How many measures are in each state, as one sentence. */
export function statussetning(plan: Plan): string {
  const counts = telling(plan).map((one) => `${one.antall} ${one.navn.toLowerCase()}`);
  return `Planen har ${plan.tiltak.length} tiltak${counts.length > 0 ? `: ${counts.join(', ')}` : ''}.`;
}

/** One page for those who lead: what must be decided, what stands still, what is done, what is new. */
export function lederside(plan: Plan, forrige: Plan | null, lister: Lister, idag: string, bunntekst: string): Dokument {
  const changes = forrige ? endringssetninger(forrige, plan, lister) : null;
  const pages = LINJER.map((most) => side(plan, changes, idag, bunntekst, most));
  return pages.find((one) => anslattSider(one) === 1) ?? (pages[pages.length - 1] as Dokument);
}

function side(plan: Plan, endringer: readonly string[] | null, idag: string, bunntekst: string, most: number): Dokument {
  const seen = ledersyn(plan, idag);
  const lines = (rows: readonly Nummerert[], om: (tiltak: Tiltak) => string): string[] => kortet(rows.map((one) => linje(one, om(one.tiltak))), most);
  const unknown = seen.uforte.length + seen.gamle.length;
  return {
    tittel: `Til ledelsen: ${tittelAv(plan)}`,
    undertittel: [undertittel(plan), `Status ${visFrist(idag)}`].filter((one) => one !== '').join(' · '),
    bunntekst,
    blokker: [
      avsnitt(statussetning(plan)),
      ...del('Dette må avgjøres', lines(seen.avgjores, (one) => one.avgjores), 'Ingenting er meldt inn.'),
      ...del('Fristen er passert', lines(seen.forsinket, (one) => `frist ${visFrist(one.frist)}, ${one.ansvarlig || 'ingen ansvarlig'}`), 'Ingen tiltak er over fristen.'),
      ...del('Avvik', lines(seen.avvik, (one) => avvikstekst(one).replace(/[.\s]*\n/g, '. ')), 'Ingen avvik er meldt inn.'),
      ...del('Gjennomført', lines(seen.ferdig, (one) => one.framdrift_av), 'Ingen tiltak er gjennomført ennå.'),
      ...(endringer ? del('Endret siden sist', kortet(endringer, most), 'Ingenting er endret.') : []),
      ...(unknown > 0 ? [overskrift('Dette vet vi ikke'), avsnitt(`${seen.uforte.length} tiltak har ingen tilstand ført. ${seen.gamle.length} er ikke oppdatert på et halvt år.`)] : []),
    ],
  };
}
