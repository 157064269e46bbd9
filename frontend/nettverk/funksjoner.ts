/** Functions, and the short codes made from them. */
import type { Funksjon } from './typer';

/** The functions the five municipalities were given (moreforsking-2015, table 1, page 24); a start that is meant to be changed. */
export const FUNKSJONER_2015: readonly Readonly<Funksjon>[] = [
  { id: 'oko', navn: 'Økonomiske virkemidler og rådgivning' },
  { id: 'tje', navn: 'Tjenester i bolig' },
  { id: 'til', navn: 'Tildeling av bolig' },
  { id: 'hus', navn: 'Husleiekontrakter' },
  { id: 'utb', navn: 'Utbygging' },
  { id: 'fra', navn: 'Framskaffe boliger' },
  { id: 'are', navn: 'Arealplanlegging' },
  { id: 'dri', navn: 'Drift og vedlikehold' },
  { id: 'bos', navn: 'Boligsosial planlegging' },
  { id: 'sam', navn: 'Samfunnsplanlegging' },
  { id: 'pol', navn: 'Politisk folkevalgt', politisk: true },
];

/** Letters a–z and digits of a text, å as a, ø as o, æ as ae. */
export function asciiAv(text: string): string {
  return text
    .toLowerCase()
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '');
}

/** An id for a new function: three letters of its name, or more where they are taken. */
export function funksjonsId(navn: string, brukt: ReadonlySet<string>): string {
  const letters = asciiAv(navn).slice(0, 12) || 'fun';
  for (let length = 3; length <= letters.length; length += 1) {
    const id = letters.slice(0, length);
    if (!brukt.has(id)) return id;
  }
  for (let number = 2; ; number += 1) {
    const id = `${letters}${number}`;
    if (!brukt.has(id)) return id;
  }
}

/** What people call the elected, when there is one function for them. */
const ELECTED = new Set(['politiker', 'politikar', 'folkevalgt', 'folkevald', 'politikere', 'folkevalgte', 'politikk']);

const folded = new Map<string, string>();
/** The letters of a function's name, worked out once: a long list asks for them again and again. */
function ordAv(navn: string): string {
  const known = folded.get(navn) ?? asciiAv(navn);
  if (folded.size < 1000) folded.set(navn, known);
  return known;
}

/** The function a reader means by a text: its id, its name, or the start of its name when only one fits. */
export function finnFunksjon(tekst: string, funksjoner: readonly Funksjon[]): Funksjon | undefined {
  const wanted = asciiAv(tekst);
  if (!wanted) return undefined;
  const same = funksjoner.find((one) => one.id === wanted || ordAv(one.navn) === wanted);
  if (same) return same;
  const political = funksjoner.filter((one) => one.politisk);
  if (ELECTED.has(wanted) && political.length === 1) return political[0];
  if (wanted.length < 3) return undefined;
  const starts = funksjoner.filter((one) => ordAv(one.navn).startsWith(wanted));
  return starts.length === 1 ? starts[0] : undefined;
}
