/** What the workshop works with. The saved file is `Prosjekt` as JSON; docs/verktoy/nettverksverksted.schema.json defines it. */

/** How often, most often first. `vekt` is how many times in a month of twenty working days, and what is weighed by. */
export const OFTE = [
  { kode: 'daglig', navn: 'daglig', vekt: 20 },
  { kode: 'ukentlig', navn: 'ukentlig', vekt: 4 },
  { kode: 'manedlig', navn: 'månedlig', vekt: 1 },
  { kode: 'sjelden', navn: 'sjelden', vekt: 0.25 },
] as const;
export type Ofte = (typeof OFTE)[number]['kode'];

/** The four kinds of contact of the survey (moreforsking-2015, page 33). */
export const SLAG = [
  { kode: 'far_info', navn: 'får informasjon' },
  { kode: 'gir_info', navn: 'gir informasjon' },
  { kode: 'politisk', navn: 'politisk diskusjon' },
  { kode: 'faglig', navn: 'faglig diskusjon' },
] as const;
export type Slag = (typeof SLAG)[number]['kode'];

/** What someone is in the organisation. */
export const ROLLER = [
  { kode: 'leder', navn: 'leder' },
  { kode: 'saksbehandler', navn: 'saksbehandler' },
  { kode: 'folkevalgt', navn: 'folkevalgt' },
  { kode: 'annen', navn: 'annen' },
] as const;
export type Rolle = (typeof ROLLER)[number]['kode'];

export interface Funksjon {
  id: string;
  navn: string;
  /** True where those who have it are elected: contact with them is counted by itself. */
  politisk?: boolean;
}

export interface Person {
  /** The code, unless the reader has chosen names. */
  id: string;
  /** Ids of functions, the main one first; empty when not known. */
  funksjoner: string[];
  enhet?: string;
  rolle?: Rolle;
}

/** What one person says about the contact with another. */
export interface Kontakt {
  fra: string;
  til: string;
  ofte: Ofte;
  slag?: Slag[];
}

/** One survey. */
export interface Runde {
  id: string;
  navn: string;
  /** YYYY-MM-DD or YYYY-MM or YYYY, as the reader writes it. */
  dato?: string;
  /** Codes of those who were asked, and of those who answered; those of the first who are not in the second are missing. */
  spurt: string[];
  svart: string[];
  /** Codes of those who were not part of the network in this round. */
  utenfor?: string[];
  kontakter: Kontakt[];
}

export interface Prosjekt {
  format: typeof FORMAT;
  versjon: typeof VERSJON;
  tittel: string;
  /** True for the example that comes with the tool: said wherever it is shown. */
  oppdiktet?: boolean;
  /** True when the ids are names, by the reader's own choice. */
  navn?: boolean;
  funksjoner: Funksjon[];
  personer: Person[];
  runder: Runde[];
}

export const FORMAT = 'nettverksverksted';
export const VERSJON = 1;

/** The most the tool takes in; beyond this a browser on an office machine would stall. */
export const MAKS_PERSONER = 2000;
export const MAKS_KONTAKTER = 50_000;
export const MAKS_FUNKSJONER = 100;

export type { Feil } from '../felles/celler';

export type Enhetsvalg = 'person' | 'enhet' | 'funksjon';

/** What the reader has chosen to look at. */
export interface Valg {
  /** The least often that counts as contact. */
  minst: Ofte;
  /** Whether one of the two is enough, or both must have said it. */
  regnes: 'en' | 'begge';
  vis: Enhetsvalg;
  /** Only contact of this kind; all when it is left out. */
  slag?: Slag;
}

export const vektAv = (ofte: Ofte): number => OFTE.find((one) => one.kode === ofte)?.vekt ?? 0;
export const navnAvOfte = (ofte: Ofte): string => OFTE.find((one) => one.kode === ofte)?.navn ?? ofte;
export const navnAvSlag = (slag: Slag): string => SLAG.find((one) => one.kode === slag)?.navn ?? slag;

/** True if `ofte` is at least as often as `minst`. */
export const minstSaOfte = (ofte: Ofte, minst: Ofte): boolean => vektAv(ofte) >= vektAv(minst);

/** Those who were part of the network in this round. */
export function deltakere(project: Prosjekt, round: Runde): Person[] {
  const outside = new Set(round.utenfor ?? []);
  return outside.size === 0 ? project.personer : project.personer.filter((person) => !outside.has(person.id));
}
