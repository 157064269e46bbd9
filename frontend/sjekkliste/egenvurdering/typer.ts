/** The six success factors (docs/begreper/suksessfaktorer.md), their questions, and what people have answered. */

export const FORMAT = 'egenvurdering';
export const MAKS_SVAR = 500;

/** The wording and scale of the first is near that of table 2 of Møreforsking 2015 (p. 26); the others are ours. */
export const FAKTORER = [
  { id: 'samordning', navn: 'Organisering og samordning', sporsmal: 'Hvor godt fungerer samordningen av det boligsosiale arbeidet hos dere?' },
  { id: 'forankring', navn: 'Forankring og eierskap', sporsmal: 'Hvor godt følger ledere og politikere opp det boligsosiale arbeidet?' },
  { id: 'strategi', navn: 'Overordnet strategi', sporsmal: 'Hvor godt styrer felles mål og strategier det dere gjør?' },
  { id: 'kompetanse', navn: 'Kompetanse', sporsmal: 'Hvor godt er dere rustet med kunnskap og opplæring?' },
  { id: 'okonomi', navn: 'Økonomiske ressurser', sporsmal: 'Hvor godt passer pengene og virkemidlene til oppgavene?' },
  { id: 'medvirkning', navn: 'Brukermedvirkning', sporsmal: 'Hvor godt får de det gjelder, påvirke arbeidet?' },
] as const;
export type Faktor = (typeof FAKTORER)[number]['id'];

export const SKALA = [1, 2, 3, 4, 5, 6] as const;
export type Verdi = (typeof SKALA)[number] | 'vet_ikke';
export const SKALATEKST = '1 er svært dårlig, 6 er svært godt.';

export interface Besvarelse {
  /** Random, so that the same answer isn't counted twice. */
  id: string;
  enhet: string;
  svar: Partial<Record<Faktor, Verdi>>;
  merknad: string;
}

export interface Vurdering {
  tittel: string;
  besvarelser: Besvarelse[];
}
