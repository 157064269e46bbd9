/** The economy by who pays. Whole øre all the way, so that every sum is the sum of what stands above it. */
import { PENGEKILDE } from './typer';
import type { Plan, Post } from './typer';
import { visOre } from './tall';

type Rad = Post<'okonomi'>;
export interface Sum {
  navn: string;
  budsjett: number;
  regnskap: number;
  /** Regnskap less budsjett: above zero when more was used than budgeted. */
  avvik: number;
  rader: number;
}

export function summer(navn: string, rader: readonly Rad[]): Sum {
  const budsjett = rader.reduce((sum, row) => sum + (row.budsjett ?? 0), 0);
  const regnskap = rader.reduce((sum, row) => sum + (row.regnskap ?? 0), 0);
  return { navn, budsjett, regnskap, avvik: regnskap - budsjett, rader: rader.length };
}

const IKKE_FORT = 'Ikke ført hvem som betaler';
export const kildenavn = (kode: string): string => PENGEKILDE.find(([key]) => key === kode)?.[1] ?? IKKE_FORT;

/** One line for each who pays, then the sum of them all. Only those that have a row. */
export function etterKilde(rader: readonly Rad[]): Sum[] {
  const codes = [...PENGEKILDE.map(([kode]) => kode as string), ''];
  const lines = codes.map((kode) => summer(kildenavn(kode), rader.filter((row) => row.pengekilde === kode))).filter((line) => line.rader > 0);
  return [...lines, summer('I alt', rader)];
}

export const aarene = (rader: readonly Rad[]): number[] => [...new Set(rader.flatMap((row) => (row.aar === null ? [] : [row.aar])))].sort((a, b) => a - b);

/** What the rows of a year come to, beside the sums the reader has from the accounts; a message for each that differs. */
export function avvikendeSummer(plan: Plan): string[] {
  return plan.kontroll.flatMap((one) => {
    const rows = plan.okonomi.filter((row) => row.aar === one.aar);
    const own = summer('', rows);
    const when = one.aar === null ? 'rader uten år' : String(one.aar);
    return (['budsjett', 'regnskap'] as const).flatMap((felt) => {
      const given = one[felt];
      if (given === null || given === own[felt]) return [];
      const gap = given - own[felt];
      return [`${felt === 'budsjett' ? 'Budsjettet' : 'Regnskapet'} for ${when} er ${visOre(given)} kroner${one.kilde ? ` (${one.kilde})` : ''}, men radene blir ${visOre(own[felt])}. Det ${gap > 0 ? 'mangler' : 'er for mye med'} ${visOre(Math.abs(gap))}.`];
    });
  });
}

/** What is missing in the rows themselves. */
export function hullIOkonomien(plan: Plan): string[] {
  const count = (rows: readonly Rad[], tekst: string): string[] => (rows.length > 0 ? [`${rows.length} ${rows.length === 1 ? 'rad' : 'rader'} ${tekst}.`] : []);
  return [
    ...count(plan.okonomi.filter((row) => row.aar === null), 'mangler år'),
    ...count(plan.okonomi.filter((row) => row.pengekilde === ''), 'sier ikke hvem som betaler'),
    ...count(plan.okonomi.filter((row) => row.budsjett === null && row.regnskap === null), 'har ikke noe beløp'),
  ];
}
