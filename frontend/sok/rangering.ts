/** Concepts → hits in order: what says most of what was asked, and says it where it counts, comes first. */
import type { Dokument } from './data';
import type { Indeks } from './indeks';
import { nrAv, verdiAv } from './opptelling';
import { INGENTING } from './ordtabell';
import { SLAG } from './slag';
import { les, wordForWord, type Begrepet, type Sporring } from './sporring';

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
  /** The hit that answers at once, a term or a section asked for by name, with its source and date. */
  svar: { dok: Dokument; kilde: string } | null;
}

/** A word met only in a heading above or a page's title counts as this good a match and no better. */
const GOOD_MATCH = 0.45;
const BEST_MATCH = 1.7;
/** Hits worth less than this share of the best one are noise. */
const WORTH_SHOWING = 0.12;
/** How much rare words count over common ones: 1 is all that their rarity says, 0 nothing. */
const RARE = 0.75;
/** How much it takes from a hit that it lacks some of what was asked. */
const COMPLETE = 2;
const WHOLE_PAGE = 1.1;
const SAME_PAGE = 0.88;
/** What it adds that the words stand beside each other as they were asked, all of them. */
const SIDE_BY_SIDE = 0.35;
/** What it adds that the question is the heading, word for word. */
const AS_WRITTEN = 1;
/** How many of the best hits are read for those two. */
const READ = 80;

/** At most so many hits are put in order; the rest are only counted. */
const IN_ORDER = 400;
/** An answer must be among so many of the best hits. */
const ANSWERS_AMONG = 12;

/** Room for the sums of one question, used again for the next. */
interface Regneark {
  value: Float32Array;
  met: Int32Array;
  sum: Float32Array;
  cover: Float32Array;
}

const sheets = new WeakMap<Indeks, Regneark>();

function sheetOf(indeks: Indeks): Regneark {
  let sheet = sheets.get(indeks);
  if (!sheet) {
    const n = indeks.dokumenter.length;
    sheet = { value: new Float32Array(n), met: new Int32Array(n), sum: new Float32Array(n), cover: new Float32Array(n) };
    sheets.set(indeks, sheet);
  }
  sheet.sum.fill(0);
  sheet.cover.fill(0);
  return sheet;
}

/** All hits for a question. `skriver`: the last word may be unfinished. */
export function finn(tekst: string, indeks: Indeks, filter: Filter = {}, skriver = false): Svar {
  const sporring = les(tekst, indeks, skriver);
  const sheet = sheetOf(indeks);
  let asked = 0;
  for (const concept of sporring.begreper) {
    const found = fillValues(concept, indeks, sheet);
    const rare = concept.vekt * rarity(concept, found.length, indeks);
    asked += rare;
    for (const nr of found) {
      const value = sheet.value[nr] as number;
      sheet.sum[nr] = (sheet.sum[nr] as number) + rare * Math.min(value, BEST_MATCH);
      sheet.cover[nr] = (sheet.cover[nr] as number) + rare * Math.min(1, value / GOOD_MATCH);
      sheet.value[nr] = 0;
    }
  }
  const { treff, antall } = inOrder(sheet, asked, sporring, indeks, filter);
  return { treff, antall, sporring, merkes: marks(sporring.begreper), svar: answer(treff, sporring) };
}

/** The hits worth showing, best first, and how many there are of each kind. */
function inOrder(
  sheet: Regneark,
  asked: number,
  sporring: Sporring,
  indeks: Indeks,
  filter: Filter,
): { treff: Treff[]; antall: Map<string, number> } {
  const points = sheet.sum;
  let best = 0;
  for (let nr = 0; nr < points.length; nr += 1) {
    const sum = points[nr] as number;
    const dok = indeks.dokumenter[nr];
    if (sum === 0 || !dok) continue;
    if (!fits(dok, filter)) {
      points[nr] = 0;
      continue;
    }
    const share = (sheet.cover[nr] as number) / asked;
    const named = dok.slag === 'b' ? (sporring.navngitt.get(nr) ?? 0) : 0;
    const poeng = (sum / asked) * (0.15 + 0.85 * share ** COMPLETE) * worthOf(dok) * (1 + 0.6 * named ** 3);
    points[nr] = poeng;
    if (poeng > best) best = poeng;
  }
  const antall = new Map<string, number>();
  const kept: number[] = [];
  const least = WORTH_SHOWING * best;
  for (let nr = 0; nr < points.length; nr += 1) {
    if ((points[nr] as number) === 0 || (points[nr] as number) < least) continue;
    const { slag } = indeks.dokumenter[nr] as Dokument;
    antall.set(slag, (antall.get(slag) ?? 0) + 1);
    if (!filter.slag || slag === filter.slag) kept.push(nr);
  }
  const line = lineOf(kept, points);
  const hits = kept
    .filter((nr) => (points[nr] as number) >= line)
    .map((nr) => ({ dok: indeks.dokumenter[nr] as Dokument, poeng: points[nr] as number }));
  return { treff: spread(together(hits.sort(byWorth), sporring, indeks)), antall };
}

/** The best hits again, better where words that were asked beside each other stand so, or are the heading. */
function together(hits: readonly Treff[], sporring: Sporring, indeks: Indeks): Treff[] {
  const numbers = (stems: readonly string[]): number[] => stems.flatMap((stem) => indeks.nummer(stem) ?? []);
  const asked = sporring.begreper.map(
    ({ mater }) => new Set(mater.filter(({ vekt }) => vekt >= 0.5).flatMap(({ stems }) => numbers(stems))),
  );
  if (asked.length < 2 && !sporring.ordrett) return [...hits];
  const read = hits.slice(0, READ).map(({ dok, poeng }) => {
    const met = Math.max(pairsIn(indeks.numre(dok.tittel), asked), pairsIn(indeks.numre(dok.tekst), asked));
    const beside = (SIDE_BY_SIDE * met) / Math.max(1, asked.length - 1);
    return { dok, poeng: poeng * (1 + beside + (isHeading(dok, sporring) ? AS_WRITTEN : 0)) };
  });
  return [...read.sort(byWorth), ...hits.slice(READ)];
}

/** The question is the hit's heading, small words and all: «Hva må stå i planstrategien?» */
function isHeading(dok: Dokument, { ordrett }: Sporring): boolean {
  return ordrett !== '' && wordForWord(dok.tittel) === ordrett;
}

/** How many neighbours in the question are neighbours among the words of a text, too. */
function pairsIn(said: Int32Array, asked: readonly ReadonlySet<number>[]): number {
  let met = 0;
  for (let i = 0; i + 1 < asked.length; i += 1) {
    const [one, next] = [asked[i] as ReadonlySet<number>, asked[i + 1] as ReadonlySet<number>];
    if (said.some((term, at) => one.has(term) && next.has(said[at + 1] ?? INGENTING))) met += 1;
  }
  return met;
}

/** The points of the last hit that is put in order. */
function lineOf(kept: readonly number[], points: Float32Array): number {
  if (kept.length <= IN_ORDER) return 0;
  const sorted = Float32Array.from(kept, (nr) => points[nr] as number).sort();
  return sorted[sorted.length - IN_ORDER] as number;
}

/** What a hit is worth whatever was asked. A municipality of which nothing is known but the name is worth little. */
function worthOf(dok: Dokument): number {
  const kind = (SLAG[dok.slag]?.vekt ?? 1) * (dok.anker ? 1 : WHOLE_PAGE);
  return dok.slag === 'k' && !dok.tekst.includes(' ') ? kind * 0.6 : kind;
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

/** Writes what a concept is worth in each hit, the best of the ways it is said there; returns the hits it is said in. */
function fillValues(concept: Begrepet, indeks: Indeks, sheet: Regneark): number[] {
  const { value } = sheet;
  const found: number[] = [];
  const note = (nr: number, worth: number): void => {
    const before = value[nr] as number;
    if (before === 0) found.push(nr);
    if (before < worth) value[nr] = worth;
  };
  for (const { stems, vekt } of concept.mater) {
    if (stems.length === 1) {
      for (const sted of indeks.steder(stems[0] as string)) note(nrAv(sted), vekt * verdiAv(sted));
    } else for (const [nr, worth] of jointly(stems, indeks)) note(nr, vekt * worth);
  }
  return found;
}

/** Stems that belong together: what they are worth on the whole, the rarest most; little where one is missing. */
function jointly(stems: readonly string[], indeks: Indeks): Map<number, number> {
  const sums = new Map<number, [worth: number, met: number]>();
  let all = 0;
  for (const stem of stems) {
    const rare = Math.log(1 + (indeks.dokumenter.length + 1) / (indeks.antall(stem) + 0.5));
    all += rare;
    for (const sted of indeks.steder(stem)) {
      const nr = nrAv(sted);
      const [worth, met] = sums.get(nr) ?? [0, 0];
      sums.set(nr, [worth + rare * verdiAv(sted), met + rare]);
    }
  }
  const out = new Map<number, number>();
  for (const [nr, [worth, met]] of sums) out.set(nr, (worth / all) * (met > 0.99 * all ? 1 : 0.7 * (met / all) ** 2));
  return out;
}

/** How much a concept tells apart: words that stand everywhere tell little. */
function rarity(concept: Begrepet, found: number, indeks: Indeks): number {
  const all = indeks.dokumenter.length;
  let df = 0;
  for (const { stems, vekt } of concept.mater) {
    if (vekt >= 0.65 && stems.length === 1) df = Math.max(df, indeks.antall(stems[0] as string));
  }
  return Math.log(1 + (all + 1) / ((df || Math.max(1, found / 3)) + 0.5)) ** RARE;
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
  const shown = begreper.flatMap(({ mater }) => mater.filter(({ vekt, navn }) => vekt >= 0.4 && !navn));
  for (const { stems } of shown) for (const stem of stems) out.add(stem);
  return out;
}

/** The text under a heading that is the question, the term that is what was asked for, or what the section that was asked for demands. */
function answer(treff: readonly Treff[], sporring: Sporring): Svar['svar'] {
  const best = treff.slice(0, ANSWERS_AMONG).map(({ dok }) => dok);
  const heading = best.find((dok) => isHeading(dok, sporring));
  if (heading) return { dok: heading, kilde: heading.kilde };
  const term = best.find((dok) => dok.slag === 'b' && (sporring.navngitt.get(dok.nr) ?? 0) >= 1);
  if (term) return { dok: term, kilde: term.kilde };
  const section = sporring.begreper.find(({ ord }) => ord.startsWith('§'))?.ord;
  if (!section) return null;
  const name = `§\u00a0${section.slice(1)}`;
  const duty = best.find((dok) => dok.slag === 'l' && dok.navn.some((one) => one.endsWith(name)));
  if (!duty) return null;
  // A guide to the whole section says more than the first of its demands.
  const whole = best.find((dok) => dok.slag === 'l' && dok.tittel.replace(' ', '\u00a0').startsWith(`${name} `));
  const law = duty.navn.find((one) => one.endsWith(name)) ?? '';
  return { dok: whole ?? duty, kilde: whole ? `${law} (${duty.kilde.split('(').pop() ?? ''}` : duty.kilde };
}
