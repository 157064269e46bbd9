/** The trainer's own seminar as a file and as an address, and back. Blocks are named by id, so that facts stay those of the base. */
import { Leser, postAv } from '../felles/lesing';
import type { Blokk } from '../lysbilder/inndeling';

export const FORMAT = 'seminaropplegg';
/** Longer addresses are cut by some mail programs. */
const LENGSTE_ADRESSE = 1800;
/** The most parts of a seminar. */
export const MEST = 60;
const LENGSTE_KLOSS = 300;

/**
 * One part. `kloss`: the name of a block in the list of the page, the address of a piece of any page («/metoder/x/#tabell-y»),
 * or "" for text of the trainer's own.
 */
export interface Oppleggdel {
  kloss: string;
  tittel: string;
  minutter: number;
  tekst: string;
}

export interface Opplegg {
  tittel: string;
  kommune: string;
  starter: string;
  deler: Oppleggdel[];
}

export const tomtOpplegg = (): Opplegg => ({ tittel: 'Seminar om boligsosialt arbeid', kommune: '', starter: '09:00', deler: [] });

/** The file, with two spaces of indent so that people can read it too. */
export function filAv(opplegg: Opplegg): string {
  return `${JSON.stringify({ format: FORMAT, versjon: 1, ...opplegg }, null, 2)}\n`;
}

/** The seminar in a file, and what of it could not be used. Raises Lesefeil when it is no such file at all. */
export function lesFil(tekst: string): { opplegg: Opplegg; feil: string[] } {
  const post = postAv(tekst, FORMAT, 'siden «Eget opplegg»');
  const leser = new Leser();
  const opplegg = tomtOpplegg();
  opplegg.tittel = leser.tekst(post, 'tittel', '', 200) || opplegg.tittel;
  opplegg.kommune = leser.tekst(post, 'kommune', '', 200);
  const start = leser.tekst(post, 'starter', '', 5);
  if (/^([01]\d|2[0-3]):[0-5]\d$/u.test(start)) opplegg.starter = start;
  for (const { post: one, sted } of leser.liste(post, 'deler', MEST)) {
    const minutter = one['minutter'];
    opplegg.deler.push({
      kloss: leser.tekst(one, 'kloss', `${sted}.`, LENGSTE_KLOSS),
      tittel: leser.tekst(one, 'tittel', `${sted}.`, 200),
      minutter: typeof minutter === 'number' && minutter >= 1 && minutter <= 480 ? Math.round(minutter) : 10,
      tekst: leser.tekst(one, 'tekst', `${sted}.`, 4000),
    });
  }
  return { opplegg, feil: leser.feil };
}

/** The seminar as a part of an address, or null where it is too large for one. */
export function adressedel(opplegg: Opplegg): string | null {
  const code = encodeURIComponent(JSON.stringify({ format: FORMAT, versjon: 1, ...opplegg }));
  return code.length <= LENGSTE_ADRESSE ? `#opplegg=${code}` : null;
}

/** The text of the file in an address, or null where it has none that can be read. */
export function fraAdresse(anker: string): string | null {
  if (!anker.startsWith('#opplegg=')) return null;
  try {
    return decodeURIComponent(anker.slice('#opplegg='.length));
  } catch {
    return null;
  }
}

/** When each part begins and ends, as «09:00–09:15». */
export function tider(opplegg: Opplegg): string[] {
  const [hours, minutes] = opplegg.starter.split(':').map(Number);
  let now = (hours ?? 9) * 60 + (minutes ?? 0);
  return opplegg.deler.map((del) => {
    const from = now;
    now += del.minutter;
    return `${clock(from)}–${clock(now)}`;
  });
}

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The site address in what the reader has pasted («https://…/metoder/x/#y», or from disk), or null where it is none. */
export function lesAdresse(tekst: string): string | null {
  const rooms = 'metoder|virkemidler|malgrupper|lov|eksempler|kommuner|seminar|begreper|om|verktoy|bidra';
  const found = new RegExp(`/(?:${rooms})/[^?#\\s]*(?:#[^\\s]*)?$`, 'u').exec(tekst.trim().replace(/index\.html/u, '').replace(/\?[^#]*/u, ''));
  return found && found[0].length <= LENGSTE_KLOSS ? found[0] : null;
}

/** The trainer's own text as blocks of a slide: a line that begins with a dash is a point. */
export function egneBlokker(tekst: string): Blokk[] {
  return tekst.split('\n').map((line) => line.trim()).filter(Boolean).map((line) =>
    /^[-–•*]\s+/u.test(line) ? { slags: 'punkt', tekst: line.replace(/^[-–•*]\s+/u, '') } : { slags: 'avsnitt', tekst: line });
}
