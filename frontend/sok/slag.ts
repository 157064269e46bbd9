/** The kinds of hits: what they are called, and how readily they are shown among equals. Letters as in macros/sok/. */
export interface Slag {
  navn: string;
  flertall: string;
  /** What a hit of this kind is worth beside an equally good one of another kind. */
  vekt: number;
}

export const SLAG: Readonly<Record<string, Slag>> = {
  s: { navn: 'Veiledning', flertall: 'Veiledning', vekt: 1.1 },
  e: { navn: 'Eksempel', flertall: 'Eksempler', vekt: 1.05 },
  t: { navn: 'Tiltak', flertall: 'Tiltak', vekt: 0.95 },
  p: { navn: 'Påstand', flertall: 'Påstander', vekt: 0.95 },
  b: { navn: 'Begrep', flertall: 'Begreper', vekt: 1.1 },
  l: { navn: 'Lov', flertall: 'Lov og plikter', vekt: 1.1 },
  v: { navn: 'Verktøy', flertall: 'Verktøy', vekt: 1.1 },
  u: { navn: 'Kurs', flertall: 'Kurs', vekt: 1.1 },
  k: { navn: 'Kommune', flertall: 'Kommuner', vekt: 0.8 },
  o: { navn: 'Kilde', flertall: 'Kilder', vekt: 0.75 },
};

/** The letters in the order they are offered. */
export const REKKEFOLGE = 'setplbvuko';
