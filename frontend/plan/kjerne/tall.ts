/** Amounts and times as people write them. Amounts are whole numbers, so that sums add up to the øre. */
import { erDato } from '../../felles/lesing';

/** A hundred thousand million kroner: more is a slip of the hand. */
const MOST_ORE = 10_000_000_000_000;

/** «1 200 000», «1.200.000», «1200,50», «kr 900,-» → øre. null for an empty text; undefined when it is no amount. */
export function oreAv(tekst: string): number | null | undefined {
  const clean = tekst.replace(/kr\.?|kroner/gi, '').replace(/[\s\u00a0\u202f']/g, '').replace(/,-+$/, '').replace(/\u2212/g, '-');
  if (clean === '') return null;
  const thousands = /^-?\d{1,3}(\.\d{3})+(,\d{1,2})?$/.test(clean) ? clean.replace(/\./g, '') : clean;
  const match = /^(-?)(\d+)(?:[.,](\d{1,2}))?$/.exec(thousands);
  if (!match) return undefined;
  const ore = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return ore > MOST_ORE ? undefined : match[1] === '-' && ore > 0 ? -ore : ore;
}

/** Whole kroner; undefined when there are øre in it, or it is less than nothing. */
export function kronerAv(tekst: string): number | null | undefined {
  const ore = oreAv(tekst);
  if (ore === null || ore === undefined) return ore;
  return ore % 100 === 0 && ore >= 0 ? ore / 100 : undefined;
}

const gruppert = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
export const visKroner = (kroner: number): string => `${kroner < 0 ? '−' : ''}${gruppert(Math.abs(kroner))}`;
/** Øre as kroner: «1 200 000», and «12,50» only where there are øre. */
export function visOre(ore: number): string {
  const [kroner, rest] = [Math.floor(Math.abs(ore) / 100), Math.abs(ore) % 100];
  return `${ore < 0 ? '−' : ''}${gruppert(kroner)}${rest ? `,${String(rest).padStart(2, '0')}` : ''}`;
}

export function aarAv(tekst: string): number | null | undefined {
  const clean = tekst.trim();
  if (clean === '') return null;
  return /^(19|20|21)\d\d$/.test(clean) ? Number(clean) : undefined;
}

/** «2028», «1.6.2028» or «2028-06-01» → a year or a day as files hold it. undefined when it is neither. */
export function fristAv(tekst: string): string | undefined {
  const clean = tekst.trim();
  if (clean === '' || /^(19|20|21)\d\d$/.test(clean)) return clean;
  const norsk = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/.exec(clean);
  const iso = norsk ? `${norsk[3]}-${norsk[2]?.padStart(2, '0')}-${norsk[1]?.padStart(2, '0')}` : clean;
  return erDato(iso) ? iso : undefined;
}
export const visFrist = (frist: string): string => frist.split('-').reverse().map(Number).join('.').replace(/^0$/, '');
export const fristaar = (frist: string): number | null => (frist ? Number(frist.slice(0, 4)) : null);
