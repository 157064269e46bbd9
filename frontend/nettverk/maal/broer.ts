/** What holds the network together: lines and persons without whom a part comes loose (Tarjan 1974). */
import type { Naboer } from './naboer';

export interface Broer {
  /** Pairs [a, b] of node numbers, a < b. */
  kanter: [number, number][];
  noder: Set<number>;
}

/** Bridges and cut points of the undirected graph. No recursion: a chain of a thousand would end the stack. */
export function broerAv({ antall, fra, hvem }: Naboer): Broer {
  const time = new Int32Array(antall).fill(-1);
  const low = new Int32Array(antall);
  const parent = new Int32Array(antall).fill(-1);
  const next = fra.slice();
  const kanter: [number, number][] = [];
  const noder = new Set<number>();
  let clock = 0;
  for (let root = 0; root < antall; root += 1) {
    if (time[root] !== -1) continue;
    let children = 0;
    time[root] = low[root] = clock++;
    const stack = [root];
    while (stack.length > 0) {
      const v = stack[stack.length - 1] as number;
      if ((next[v] as number) < (fra[v + 1] as number)) {
        const w = hvem[next[v] as number] as number;
        next[v] = (next[v] as number) + 1;
        if (time[w] === -1) {
          parent[w] = v;
          time[w] = low[w] = clock++;
          stack.push(w);
        } else if (w !== parent[v]) low[v] = Math.min(low[v] as number, time[w] as number);
        continue;
      }
      stack.pop();
      const p = parent[v] as number;
      if (p === -1) continue;
      low[p] = Math.min(low[p] as number, low[v] as number);
      if ((low[v] as number) > (time[p] as number)) kanter.push(p < v ? [p, v] : [v, p]);
      if (p === root) children += 1;
      else if ((low[v] as number) >= (time[p] as number)) noder.add(p);
    }
    if (children > 1) noder.add(root);
  }
  return { kanter: kanter.sort((x, y) => x[0] - y[0] || x[1] - y[1]), noder };
}
