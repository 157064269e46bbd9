/** A graph as numbers: neighbours of node i stand at hvem[fra[i]] to hvem[fra[i + 1]]. */
import type { Nett } from '../graf';

export interface Naboer {
  antall: number;
  fra: Uint32Array;
  hvem: Uint32Array;
}

/** Neighbours in the undirected graph, nodes in the order of `nett.noder`. */
export function naboerAv(nett: Pick<Nett, 'noder' | 'kanter'>): Naboer {
  const antall = nett.noder.length;
  const place = new Map(nett.noder.map((node, index) => [node.id, index]));
  const fra = new Uint32Array(antall + 1);
  const ends = nett.kanter.map((edge) => [place.get(edge.a) as number, place.get(edge.b) as number] as const);
  for (const [a, b] of ends) {
    fra[a + 1] = (fra[a + 1] as number) + 1;
    fra[b + 1] = (fra[b + 1] as number) + 1;
  }
  for (let i = 0; i < antall; i += 1) fra[i + 1] = (fra[i + 1] as number) + (fra[i] as number);
  const next = fra.slice();
  const hvem = new Uint32Array(ends.length * 2);
  for (const [a, b] of ends) {
    hvem[next[a] as number] = b;
    next[a] = (next[a] as number) + 1;
    hvem[next[b] as number] = a;
    next[b] = (next[b] as number) + 1;
  }
  return { antall, fra, hvem };
}
