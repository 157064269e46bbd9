/**
 * Clusters: groups with more contact inside than a random network with as many contacts would have (Louvain).
 *
 * The method draws lots; the seeds are fixed and the best of several runs is kept, so the answer is always the same.
 */
import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { grafnavn } from '../graf';
import type { Nett } from '../graf';
import type { Pust } from '../pust';

export interface Klynger {
  /** Node id → number of its cluster, from 1, the largest first; 0 for one without contact. */
  av: Map<string, number>;
  antall: number;
  /** Weighted modularity, NetworkX community.modularity(weight='weight'); 0 without contacts. */
  modularitet: number;
}

/** Random numbers that are the same every time (mulberry32). */
export function fastTilfeldig(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SAME = 1e-12;
/** When so many runs have found the same best, more runs would hardly find a better. */
const ENOUGH_HITS = 6;
const runsFor = (order: number): number => (order <= 60 ? 30 : order <= 200 ? 12 : 2);

/** The graph with its nodes in another order: what Louvain finds depends on whom it begins with. */
function shuffled(graph: Nett['urettet'], chance: () => number): UndirectedGraph<object, { weight: number }> {
  const ids = graph.nodes();
  for (let i = ids.length - 1; i > 0; i -= 1) {
    const j = Math.floor(chance() * (i + 1));
    [ids[i], ids[j]] = [ids[j] as string, ids[i] as string];
  }
  const copy = new UndirectedGraph<object, { weight: number }>();
  for (const id of ids) copy.addNode(id);
  graph.forEachEdge((_, { weight }, a, b) => copy.addUndirectedEdge(a, b, { weight }));
  return copy;
}

/** Finds them in the undirected, weighted graph. */
export async function klyngerAv(nett: Nett, pust: Pust): Promise<Klynger> {
  const graph = nett.urettet;
  const av = new Map(nett.noder.map((node) => [node.id, 0]));
  if (graph.size === 0) return { av, antall: 0, modularitet: 0 };
  let hits = 0;
  let best: { communities: Record<string, number>; modularity: number } | null = null;
  for (let run = 0; run < runsFor(graph.order); run += 1) {
    const rng = fastTilfeldig(run + 1);
    const found = louvain.detailed(run === 0 ? graph : shuffled(graph, rng), { getEdgeWeight: 'weight', rng });
    // A difference in the last digits is rounding, and must not decide.
    if (!best || found.modularity > best.modularity + SAME) {
      best = found;
      hits = 1;
    } else if (found.modularity > best.modularity - SAME) hits += 1;
    if (hits >= ENOUGH_HITS) break;
    const wait = pust();
    if (wait) await wait;
  }
  const groups = new Map<number, string[]>();
  for (const node of nett.noder) {
    if (graph.degree(grafnavn(node.id)) === 0) continue;
    const key = best?.communities[grafnavn(node.id)] as number;
    groups.set(key, [...(groups.get(key) ?? []), node.id]);
  }
  // nett.noder is sorted by code, and a stable sort keeps that order among clusters of one size.
  const sorted = [...groups.values()].sort((a, b) => b.length - a.length);
  sorted.forEach((members, index) => members.forEach((id) => av.set(id, index + 1)));
  return { av, antall: sorted.length, modularitet: best?.modularity ?? 0 };
}
