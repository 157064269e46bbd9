/** Concepts → hits in order: what says most of what was asked, and says it where it counts, comes first. */
import type { Dokument } from './data';
import type { Indeks } from './indeks';
import { SLAG } from './slag';
import { les, type Begrepet, type Sporring } from './sporring';

export interface Treff {
  dok: Dokument;
  poeng: number;
}

/** What to keep; empty or absent means everything. */
export interface Filter {
  slag?: string;
  tema?: number;
  malgruppe?: number;
}

export interface Svar {
  treff: Treff[];
  /** How many hits there are of each kind before the filter on kind. */
  antall: Map<string, number>;
  sporring: Sporring;
  /** Stems that are marked where they stand in a hit. */
  merkes: Set<string>;
  /** The hit that answers at once: a term or a duty asked for by name. */
  svar: Treff | null;
}

/** A word met only in a heading above or a page's title counts as this good a match and no better. */
const GOOD_MATCH = 0.45;
/** Hits worth less than this share of the best one are noise. */
const WORTH_SHOWING = 0.22;
const SAME_PAGE = 0.9;

/** All hits for a question. `skriver`: the last word may be unfinished. */
export function finn(tekst: string, indeks: Indeks, filter: Filter = {}, skriver = false): Svar {
  const sporring = les(tekst, indeks, skriver);
  const total = new Map<number, { sum: number; cover: number }>();
  let asked = 0;
  for (const concept of sporring.begreper) {
    const found = valuesOf(concept, indeks);
    const rare = rarity(concept, found, indeks);
    asked += rare;
    for (const [nr, value] of found) {
      const one = total.get(nr) ?? { sum: 0, cover: 0 };
      one.sum += rare * Math.min(value, 1.7);
      one.cover += rare * Math.min(1, value / GOOD_MATCH);
      total.set(nr, one);
    }
  }
  const hits: Treff[] = [];
  for (const [nr, { sum, cover }] of total) {
    const dok = indeks.dokumenter[nr];
    if (!dok || !fits(dok, filter)) continue;
    const share = cover / asked;
    const named = sporring.navngitt.get(nr) ?? 0;
    const poeng = (sum / asked) * (0.15 + 0.85 * share * share) * (SLAG[dok.slag]?.vekt ?? 1) * (1 + 0.6 * named * named);
    hits.push({ dok, poeng });
  }
  hits.sort(byWorth);
  const shown = hits.filter(({ poeng }) => poeng >= WORTH_SHOWING * (hits[0]?.poeng ?? 0));
  const antall = new Map<string, number>();
  for (const { dok } of shown) antall.set(dok.slag, (antall.get(dok.slag) ?? 0) + 1);
  const kept = filter.slag ? shown.filter(({ dok }) => dok.slag === filter.slag) : shown;
  const treff = spread(kept);
  return { treff, antall, sporring, merkes: marks(sporring.begreper), svar: answer(treff, sporring) };
}

function byWorth(a: Treff, b: Treff): number {
  return b.poeng - a.poeng || a.dok.nr - b.dok.nr;
}

function fits(dok: Dokument, filter: Filter): boolean {
  return (
    (filter.tema === undefined || dok.temaer.includes(filter.tema)) &&
    (filter.malgruppe === undefined || dok.malgrupper.includes(filter.malgruppe))
  );
}

/** What a concept is worth in each hit: the best of the ways it is said there. */
function valuesOf(concept: Begrepet, indeks: Indeks): Map<number, number> {
  const best = new Map<number, number>();
  for (const { stems, vekt } of concept.mater) {
    if (stems.length === 1) {
      const term = indeks.termer.get(stems[0] as string);
      if (!term) continue;
      for (let i = 0; i < term.nr.length; i += 1) {
        const value = vekt * (term.verdi[i] as number);
        const nr = term.nr[i] as number;
        if ((best.get(nr) ?? 0) < value) best.set(nr, value);
      }
    } else {
      for (const [nr, value] of together(stems, indeks)) if ((best.get(nr) ?? 0) < vekt * value) best.set(nr, vekt * value);
    }
  }
  return best;
}

/** Stems that belong together: the mean of what each is worth, and little where one is missing. */
function together(stems: readonly string[], indeks: Indeks): Map<number, number> {
  const sums = new Map<number, [sum: number, met: number]>();
  for (const stem of stems) {
    const term = indeks.termer.get(stem);
    term?.nr.forEach((nr, i) => {
      const [sum, met] = sums.get(nr) ?? [0, 0];
      sums.set(nr, [sum + (term.verdi[i] as number), met + 1]);
    });
  }
  const out = new Map<number, number>();
  for (const [nr, [sum, met]] of sums) {
    const share = met / stems.length;
    out.set(nr, (sum / stems.length) * (share === 1 ? 1 : 0.5 * share));
  }
  return out;
}

/** How much a concept tells apart: words that stand everywhere tell little. */
function rarity(concept: Begrepet, found: ReadonlyMap<number, number>, indeks: Indeks): number {
  const all = indeks.dokumenter.length;
  let df = 0;
  for (const { stems, vekt } of concept.mater) {
    if (vekt >= 0.8 && stems.length === 1) df = Math.max(df, indeks.termer.get(stems[0] as string)?.nr.length ?? 0);
  }
  return Math.log(1 + (all + 1) / ((df || Math.max(1, found.size / 3)) + 0.5));
}

/** The same order, but not three claims of one page before anything else. */
function spread(hits: readonly Treff[]): Treff[] {
  const seen = new Map<number, number>();
  const head = hits.slice(0, 60).map((hit) => {
    const times = seen.get(hit.dok.side) ?? 0;
    seen.set(hit.dok.side, times + 1);
    return { dok: hit.dok, poeng: hit.poeng * SAME_PAGE ** Math.min(times, 3) };
  });
  return [...head.sort(byWorth), ...hits.slice(60)];
}

function marks(begreper: readonly Begrepet[]): Set<string> {
  const out = new Set<string>();
  for (const { mater } of begreper) for (const { stems, vekt } of mater) if (vekt >= 0.4) for (const stem of stems) out.add(stem);
  return out;
}

/** The term that is what was asked for, or the duty whose section was asked for. */
function answer(treff: readonly Treff[], sporring: Sporring): Treff | null {
  const term = treff.slice(0, 8).find(({ dok }) => dok.slag === 'b' && (sporring.navngitt.get(dok.nr) ?? 0) >= 1);
  if (term) return term;
  const section = sporring.begreper.find(({ ord }) => ord.startsWith('§'))?.ord;
  if (!section) return null;
  const wanted = `§\u00a0${section.slice(1)}`;
  return treff.slice(0, 8).find(({ dok }) => dok.slag === 'l' && dok.navn.some((name) => name.endsWith(wanted))) ?? null;
}
