/** The kinds of hits: what they are called, and how readily they are shown among equals. Letters as in macros/sok/. */
export interface Slag {
  navn: string;
  flertall: string;
  /** What a hit of this kind is worth beside an equally good one of another kind. */
  vekt: number;
  /** Words for hits of this kind. */
  ord: string;
}

export const SLAG: Readonly<Record<string, Slag>> = {
  s: { navn: 'Veiledning', flertall: 'Veiledning', vekt: 1.1, ord: '' },
  e: { navn: 'Eksempel', flertall: 'Eksempler', vekt: 1.05, ord: 'eksempel erfaring' },
  t: { navn: 'Tiltak', flertall: 'Tiltak', vekt: 0.95, ord: 'tiltak' },
  p: { navn: 'Påstand', flertall: 'Påstander', vekt: 0.95, ord: '' },
  b: { navn: 'Begrep', flertall: 'Begreper', vekt: 1.1, ord: 'begrep ord term definisjon betyr' },
  l: { navn: 'Lov', flertall: 'Lov og plikter', vekt: 1.1, ord: 'lov krav plikt paragraf' },
  v: { navn: 'Verktøy', flertall: 'Verktøy', vekt: 1.1, ord: 'verktøy mal sjekkliste skjema' },
  u: { navn: 'Kurs', flertall: 'Kurs', vekt: 1.1, ord: 'kurs seminar opplæring lysbilder oppgave quiz' },
  k: { navn: 'Kommune', flertall: 'Kommuner', vekt: 0.8, ord: 'kommune' },
  o: { navn: 'Kilde', flertall: 'Kilder', vekt: 0.6, ord: 'kilde rapport' },
};

/** The letters in the order they are offered. */
export const REKKEFOLGE = 'setplbvuko';
