/** The chain utfordring → mål → strategi → tiltak as it is read, with the numbers it is read by; and what it costs. */
import type { Plan, Post, Strategi, Tiltak } from './typer';

/** The lists of the base that a plan chooses from. */
export interface Lister {
  malgrupper: readonly { id: string; navn: string }[];
  plikter: readonly { id: string; paragraf: string; tittel: string; styrke: string }[];
}
export const TOMME_LISTER: Lister = { malgrupper: [], plikter: [] };

/** The name of a group or a duty; the id itself where the base no longer has it. */
export function navnPaa(lister: Lister, til: string | undefined, id: string): string {
  if (til === 'malgrupper') return lister.malgrupper.find((one) => one.id === id)?.navn ?? id;
  const duty = lister.plikter.find((one) => one.id === id);
  return duty ? `§ ${duty.paragraf} ${duty.tittel}` : id;
}

export interface Strategigren {
  strategi: Strategi;
  nr: string;
  tiltak: { tiltak: Tiltak; nr: string }[];
}
interface Maalgren {
  maal: Post<'maal'> | null;
  nr: string;
  strategier: Strategigren[];
}
export interface Kjede {
  maal: Maalgren[];
  /** Measures that stand under no strategy. */
  lose: { tiltak: Tiltak; nr: string }[];
  /** What each post is called in the text: «3.2». */
  nr: ReadonlyMap<string, string>;
}

/** Goals in their order, then strategies without a goal; strategies are numbered through, measures under their strategy. */
export function kjeden(plan: Plan): Kjede {
  const nr = new Map<string, string>();
  const under = new Map<string, Tiltak[]>();
  for (const one of plan.tiltak) under.set(one.strategi, [...(under.get(one.strategi) ?? []), one]);
  let number = 0;
  const branch = (strategi: Strategi): Strategigren => {
    const own = String((number += 1));
    nr.set(strategi.id, own);
    const tiltak = (under.get(strategi.id) ?? []).map((one, i) => ({ tiltak: one, nr: `${own}.${i + 1}` }));
    for (const one of tiltak) nr.set(one.tiltak.id, one.nr);
    return { strategi, nr: own, tiltak };
  };
  plan.utfordringer.forEach((one, i) => nr.set(one.id, String(i + 1)));
  plan.maal.forEach((one, i) => nr.set(one.id, String(i + 1)));
  const goals: Maalgren[] = plan.maal.map((maal, i) => ({ maal, nr: String(i + 1), strategier: plan.strategier.filter((one) => one.maal === maal.id).map(branch) }));
  const loose = plan.strategier.filter((one) => one.maal === '').map(branch);
  const lose = (under.get('') ?? []).map((tiltak, i) => ({ tiltak, nr: `0.${i + 1}` }));
  for (const one of lose) nr.set(one.tiltak.id, one.nr);
  return { maal: loose.length > 0 ? [...goals, { maal: null, nr: '', strategier: loose }] : goals, lose, nr };
}

/** Every measure in the order it is read. */
export const tiltakIRekkefolge = (kjede: Kjede): { tiltak: Tiltak; nr: string }[] => [...kjede.maal.flatMap((gren) => gren.strategier.flatMap((one) => one.tiltak)), ...kjede.lose];

/** What a measure costs in all, in whole kroner: an amount for each year counts each year of its period. null when unknown. */
export function iAlt(tiltak: Tiltak): number | null {
  if (tiltak.kostnad === 'ingen') return 0;
  if (tiltak.kostnad !== 'kjent' || tiltak.kroner === null) return null;
  if (tiltak.per !== 'ar') return tiltak.kroner;
  if (tiltak.kostnad_fra === null || tiltak.kostnad_til === null || tiltak.kostnad_til < tiltak.kostnad_fra) return null;
  return tiltak.kroner * (tiltak.kostnad_til - tiltak.kostnad_fra + 1);
}

export interface Kostnad {
  kroner: number;
  kjent: number;
  ukjent: number;
}
/** The sum of what is known, and how many measures it is not known for. */
export function sumAv(tiltak: readonly Tiltak[]): Kostnad {
  const sums = tiltak.map(iAlt);
  const known = sums.filter((one): one is number => one !== null);
  return { kroner: known.reduce((sum, one) => sum + one, 0), kjent: known.length, ukjent: sums.length - known.length };
}
