/** Two networks side by side: before and after, or as it is and what if. */
import { kontakterMedMinst, parAv } from './graf';
import type { Tall } from './maal/alle';
import { tall } from './ordlyd';
import { deltakere } from './typer';
import type { Prosjekt, Runde, Valg } from './typer';

export interface Rad {
  id: string;
  navn: string;
  for: number | null;
  etter: number | null;
  /** Decimals to show; -1 for a percentage. */
  desimaler: number;
}

type Maal = readonly [id: string, navn: string, desimaler: number, verdi: (numbers: Tall) => number | null];

/** The measures of the table, in order. */
export const MAAL: readonly Maal[] = [
  ['storrelse', 'Størrelse', 0, (t) => t.antall],
  ['storrelse', 'Par med kontakt', 0, (t) => t.par],
  ['tetthet', 'Tetthet', -1, (t) => t.tetthet],
  ['deler', 'Deler', 0, (t) => t.deler.antall],
  ['deler', 'Uten kontakt', 0, (t) => t.deler.alene],
  ['avstand', 'Avstand i snitt', 2, (t) => t.snittavstand],
  ['avstand', 'Par uten vei', 0, (t) => t.parUtenVei],
  ['diameter', 'Diameter', 0, (t) => t.diameter],
  ['grad', 'Kontakter i snitt', 1, (t) => t.snittgrad],
  ['mellom', 'Høyeste brobyggertall', 3, (t) => (t.noder.length > 0 ? Math.max(...t.noder.map((node) => node.mellom)) : null)],
  ['naerhet', 'Nærhet i snitt', 3, (t) => (t.noder.length > 0 ? t.noder.reduce((sum, node) => sum + node.naerhet, 0) / t.noder.length : null)],
  ['klynger', 'Klynger', 0, (t) => t.klynger.antall],
  ['modularitet', 'Modularitet', 3, (t) => t.klynger.modularitet],
  ['gjensidighet', 'Gjensidighet', -1, (t) => t.svar.gjensidighet],
  ['svar', 'Svarprosent', -1, (t) => t.svar.prosent],
  ['tvers', 'Kontakt på tvers', -1, (t) => t.tvers.andel],
  ['politikk', 'I administrasjonen med kontakt med folkevalgte', 0, (t) => (t.politikk.folkevalgte > 0 ? t.politikk.medKontakt : null)],
  ['stjerne', 'Likhet med stjerne', 2, (t) => t.former?.stjerne ?? null],
  ['sirkel', 'Likhet med sirkel', 2, (t) => t.former?.sirkel ?? null],
  ['kjede', 'Likhet med kjede', 2, (t) => t.former?.kjede ?? null],
];

/** A value as the tables show it. */
export const visMaal = (value: number | null, decimals: number): string => (decimals < 0 && value !== null ? `${tall(value * 100)} %` : tall(value, Math.max(0, decimals)));

/** The change as the tables show it: «+3», «−0,2», «uendret», or «–» where one of them has no number. */
export function visEndring(row: Rad): string {
  if (row.for === null || row.etter === null) return '–';
  const scale = row.desimaler < 0 ? 100 : 1;
  const change = Number(((row.etter - row.for) * scale).toFixed(Math.max(0, row.desimaler)));
  if (change === 0) return 'uendret';
  return `${change > 0 ? '+' : ''}${tall(change, Math.max(0, row.desimaler))}${row.desimaler < 0 ? ' poeng' : ''}`;
}

/** The measures of both, row by row. */
export function sammenlign(before: Tall, after: Tall): Rad[] {
  return MAAL.map(([id, navn, desimaler, value]) => ({ id, navn, desimaler, for: value(before), etter: value(after) }));
}

export interface Endringer {
  nye: [string, string][];
  borte: [string, string][];
  felles: number;
  kom: string[];
  gikk: string[];
}

/** Pairs that have come and gone, among those who were part of both rounds; and who came and left. */
export function endringer(project: Prosjekt, before: Runde, after: Runde, choice: Valg): Endringer {
  const then = new Set(deltakere(project, before).map((person) => person.id));
  const now = new Set(deltakere(project, after).map((person) => person.id));
  const pairs = (round: Runde): Map<string, [string, string]> =>
    new Map(
      parAv(kontakterMedMinst(round, choice.minst, choice.slag), choice.regnes)
        .filter(({ a, b }) => then.has(a) && then.has(b) && now.has(a) && now.has(b))
        .map(({ a, b }) => [`${a}\u0000${b}`, [a, b]]),
    );
  const [first, second] = [pairs(before), pairs(after)];
  return {
    nye: [...second].filter(([key]) => !first.has(key)).map(([, pair]) => pair),
    borte: [...first].filter(([key]) => !second.has(key)).map(([, pair]) => pair),
    felles: [...second.keys()].filter((key) => first.has(key)).length,
    kom: [...now].filter((id) => !then.has(id)),
    gikk: [...then].filter((id) => !now.has(id)),
  };
}

/** Both rounds with only those who answered both times, since a missing answer looks like missing contact. */
export function bareBegge(project: Prosjekt, before: Runde, after: Runde): Prosjekt {
  const both = new Set(before.svart.filter((id) => after.svart.includes(id)));
  return { ...project, personer: project.personer.filter((person) => both.has(person.id)) };
}
