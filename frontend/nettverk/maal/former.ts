/**
 * Likeness to the three ideal shapes of the report (moreforsking-2015, pages 17–18), each from 0 to 1. The measures are ours:
 * the report draws the shapes and describes them in words.
 */
import type { Broer } from './broer';
import type { Naboer } from './naboer';

export interface Former {
  /** Freeman's centralisation of the number of contacts: 1 when all contact goes to one, 0 when all have as many. */
  stjerne: number;
  /** Share who have exactly two contacts and can leave without anyone losing touch. */
  sirkel: number;
  /** The longest of the shortest ways, of the longest there could be among as many persons. */
  kjede: number;
}

/** Null for fewer than four: then the shapes can't be told apart. */
export function formerAv(naboer: Naboer, broer: Broer, diameter: number): Former | null {
  const n = naboer.antall;
  if (n < 4) return null;
  const degree = (i: number): number => (naboer.fra[i + 1] as number) - (naboer.fra[i] as number);
  const degrees = Array.from({ length: n }, (_, i) => degree(i));
  const most = Math.max(...degrees);
  return {
    stjerne: degrees.reduce((sum, one) => sum + most - one, 0) / ((n - 1) * (n - 2)),
    sirkel: degrees.filter((one, i) => one === 2 && !broer.noder.has(i)).length / n,
    kjede: diameter / (n - 1),
  };
}
