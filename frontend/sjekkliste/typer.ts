/** What the checklist holds. Plain data: the page draws it, the files are made of it. */

export const FORMAT = 'sjekkliste';
export const VERSJON = 1;
export const MAKS_LINJE = 200;
export const MAKS_TEKST = 5000;

export const SVAR = [
  ['ja', 'Ja'],
  ['delvis', 'Delvis'],
  ['nei', 'Nei'],
  ['vet_ikke', 'Vet ikke'],
] as const;
export type Svarverdi = (typeof SVAR)[number][0];
export const navnAvSvar = (svar: Svarverdi | ''): string => SVAR.find(([key]) => key === svar)?.[1] ?? 'Ikke besvart';

/** One demand, as the page states it. */
export interface Krav {
  id: string;
  paragraf: string;
  styrke: 'skal' | 'bor' | 'kan';
  styrkenavn: string;
  tittel: string;
  tekst: string;
  hjemmel: string;
  hvem: string;
  vises: string;
  frist: string;
}

/** What the reader has written at one demand. `naar` is YYYY-MM-DD or "". */
export interface Svar {
  tittel: string;
  svar: Svarverdi | '';
  viser: string;
  mangler: string;
  hvem: string;
  naar: string;
}

/** What the reader has changed of one task on the road. Empty where nothing is changed. */
interface Oppgavevalg {
  naar: string;
  hvem: string;
  ferdig: boolean;
}

export interface Sjekkliste {
  kommune: string;
  svar: Map<string, Svar>;
  /** The meeting where the plan is adopted; "" for the example of the page. */
  vedtak: string;
  oppgaver: Map<string, Oppgavevalg>;
}

export const tomSjekkliste = (): Sjekkliste => ({ kommune: '', svar: new Map(), vedtak: '', oppgaver: new Map() });
export const tomtSvar = (tittel: string): Svar => ({ tittel, svar: '', viser: '', mangler: '', hvem: '', naar: '' });
export const erTomt = (svar: Svar): boolean => !svar.svar && !svar.viser && !svar.mangler && !svar.hvem && !svar.naar;
