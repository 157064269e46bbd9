/**
 * Distances, closeness and betweenness in one pass from every node (Brandes 2001, unweighted).
 *
 * Our own, not graphology's: that one counts shortest paths in 32 bits, which a chain of a hundred dense groups
 * overflows without a word, needs a pass for each measure, and can't stop to let the browser in.
 */
import type { Pust } from '../pust';
import type { Naboer } from './naboer';

interface Avstander {
  /** Share of pairs of others that the node lies between; NetworkX betweenness_centrality(normalized=True). */
  mellom: Float64Array;
  /** NetworkX closeness_centrality(wf_improved=True): 0 for one without contact. */
  naerhet: Float64Array;
  /** Longest of the shortest ways from the node, within its part. */
  lengst: Uint32Array;
  /** Mean over all pairs that have a way; null when there is none. */
  snitt: number | null;
  /** Longest of the shortest ways in any part; 0 without contacts. */
  diameter: number;
  /** Pairs with a way between them, and all pairs. */
  parMedVei: number;
  allePar: number;
}

/** Works them out; `pust` is awaited once for each node. */
export async function avstanderAv({ antall: n, fra, hvem }: Naboer, pust: Pust): Promise<Avstander> {
  const mellom = new Float64Array(n);
  const naerhet = new Float64Array(n);
  const lengst = new Uint32Array(n);
  const distance = new Int32Array(n);
  const paths = new Float64Array(n);
  const share = new Float64Array(n);
  const order = new Uint32Array(n);
  let sum = 0;
  let reached = 0;
  for (let source = 0; source < n; source += 1) {
    distance.fill(-1);
    paths.fill(0);
    share.fill(0);
    distance[source] = 0;
    paths[source] = 1;
    order[0] = source;
    let length = 1;
    let sumHere = 0;
    for (let head = 0; head < length; head += 1) {
      const v = order[head] as number;
      const here = distance[v] as number;
      sumHere += here;
      const end = fra[v + 1] as number;
      for (let j = fra[v] as number; j < end; j += 1) {
        const w = hvem[j] as number;
        if (distance[w] === -1) {
          distance[w] = here + 1;
          order[length] = w;
          length += 1;
        }
        if (distance[w] === here + 1) paths[w] = (paths[w] as number) + (paths[v] as number);
      }
    }
    for (let i = length - 1; i > 0; i -= 1) {
      const w = order[i] as number;
      const back = (distance[w] as number) - 1;
      const part = (1 + (share[w] as number)) / (paths[w] as number);
      const end = fra[w + 1] as number;
      for (let j = fra[w] as number; j < end; j += 1) {
        const v = hvem[j] as number;
        if (distance[v] === back) share[v] = (share[v] as number) + (paths[v] as number) * part;
      }
      mellom[w] = (mellom[w] as number) + (share[w] as number);
    }
    lengst[source] = distance[order[length - 1] as number] as number;
    if (length > 1) naerhet[source] = ((length - 1) / sumHere) * ((length - 1) / (n - 1));
    sum += sumHere;
    reached += length - 1;
    const wait = pust();
    if (wait) await wait;
  }
  // Every pair is met from both ends, so this is the share of ordered pairs.
  if (n > 2) for (let i = 0; i < n; i += 1) mellom[i] = (mellom[i] as number) / ((n - 1) * (n - 2));
  return {
    mellom,
    naerhet,
    lengst,
    snitt: reached > 0 ? sum / reached : null,
    diameter: lengst.reduce((most, one) => Math.max(most, one), 0),
    parMedVei: reached / 2,
    allePar: (n * (n - 1)) / 2,
  };
}
