/**
 * From a survey to a graph. Persons are sorted by code first, so that the same data give the same graph, clusters and
 * picture whatever order they came in.
 */
import { UndirectedGraph } from 'graphology';
import { sammenlignKoder } from './koder';
import { deltakere, minstSaOfte, vektAv } from './typer';
import type { Enhetsvalg, Kontakt, Ofte, Person, Prosjekt, Runde, Slag, Valg } from './typer';

export interface Node {
  id: string;
  navn: string;
  /** Ids of functions, the main one first. */
  funksjoner: string[];
  enhet?: string;
  rolle?: Person['rolle'];
  /** Whether all that stand behind the node have answered. */
  svart: boolean;
  /** How many persons it stands for: 1, or the size of the unit. */
  antall: number;
  /** Contacts between persons inside the unit. */
  indre: number;
}

export interface Kant {
  a: string;
  b: string;
  vekt: number;
  /** The most often that is said between the two. */
  ofte: Ofte;
  /** How many pairs of persons stand behind the line. */
  par: number;
}

/** What all measures and pictures are made of. */
export interface Nett {
  noder: Node[];
  kanter: Kant[];
  urettet: UndirectedGraph<Node, { weight: number }>;
  /** How many each says it has contact with, and by how many it is said; a pair of groups is counted once. */
  ut: Map<string, number>;
  inn: Map<string, number>;
}

const pairKey = (a: string, b: string): string => (a < b ? `${a}\u0000${b}` : `${b}\u0000${a}`);

/** The contacts of a survey that are often enough, and of the kind if one is chosen; said twice, the most often counts. Sorted. */
export function kontakterMedMinst(runde: Runde, minst: Ofte, slag?: Slag): Kontakt[] {
  const strongest = new Map<string, Kontakt>();
  for (const contact of runde.kontakter) {
    if (contact.fra === contact.til || !minstSaOfte(contact.ofte, minst)) continue;
    if (slag !== undefined && !contact.slag?.includes(slag)) continue;
    const key = `${contact.fra}\u0000${contact.til}`;
    const before = strongest.get(key);
    if (!before || vektAv(contact.ofte) > vektAv(before.ofte)) strongest.set(key, contact);
  }
  return sortedBy([...strongest.values()], (one) => one.fra, (one) => one.til);
}

/** Sorted by two codes. The codes are ranked once: comparing them as text for each of ten thousand contacts is slow. */
function sortedBy<T>(items: T[], first: (item: T) => string, second: (item: T) => string): T[] {
  const codes = [...new Set(items.flatMap((item) => [first(item), second(item)]))].sort(sammenlignKoder);
  const rank = new Map(codes.map((code, index) => [code, index]));
  const of = (code: string): number => rank.get(code) ?? 0;
  return items.sort((x, y) => of(first(x)) - of(first(y)) || of(second(x)) - of(second(y)));
}

/** Pairs in contact. Where the two say different things, the most often counts for «en», the least often for «begge». */
export function parAv(kontakter: readonly Kontakt[], regnes: Valg['regnes']): Kant[] {
  const pairs = new Map<string, { a: string; b: string; said: Ofte[] }>();
  for (const { fra, til, ofte } of kontakter) {
    const key = pairKey(fra, til);
    const [a, b] = key.split('\u0000') as [string, string];
    const pair = pairs.get(key) ?? { a, b, said: [] };
    pair.said.push(ofte);
    pairs.set(key, pair);
  }
  const edges: Kant[] = [];
  for (const { a, b, said } of pairs.values()) {
    if (regnes === 'begge' && said.length < 2) continue;
    said.sort((x, y) => vektAv(y) - vektAv(x));
    const ofte = (regnes === 'begge' ? said[said.length - 1] : said[0]) as Ofte;
    edges.push({ a, b, ofte, vekt: vektAv(ofte), par: 1 });
  }
  return sortedBy(edges, (one) => one.a, (one) => one.b);
}

/** The ids of the groups a person stands in: itself, its unit, or its functions. */
export function gruppene(person: Person, vis: Enhetsvalg): string[] {
  if (vis === 'person') return [person.id];
  if (vis === 'enhet') return [person.enhet ?? 'uten enhet'];
  return person.funksjoner.length > 0 ? person.funksjoner : ['uten funksjon'];
}

/** Main function of a unit: the one most of its people have; on a tie the first in the project's list. */
function functionsOf(people: readonly Person[], project: Prosjekt): string[] {
  const count = new Map<string, number>();
  for (const person of people) for (const id of person.funksjoner) count.set(id, (count.get(id) ?? 0) + 1);
  const order = new Map(project.funksjoner.map((one, index) => [one.id, index]));
  return [...count.keys()].sort(
    (a, b) => (count.get(b) ?? 0) - (count.get(a) ?? 0) || (order.get(a) ?? 0) - (order.get(b) ?? 0),
  );
}

function groupName(id: string, vis: Enhetsvalg, project: Prosjekt): string {
  return vis === 'funksjon' ? (project.funksjoner.find((one) => one.id === id)?.navn ?? id) : id;
}

/** Lines between groups: one a pair of groups, as heavy as all pairs of persons behind it. */
function gather(edges: readonly Kant[], groupsOf: ReadonlyMap<string, string[]>): { between: Kant[]; inside: Map<string, number> } {
  const between = new Map<string, Kant>();
  const inside = new Map<string, number>();
  for (const edge of edges) {
    const ones = groupsOf.get(edge.a) ?? [];
    const others = groupsOf.get(edge.b) ?? [];
    for (const shared of ones.filter((one) => others.includes(one))) inside.set(shared, (inside.get(shared) ?? 0) + 1);
    const keys = new Set(ones.flatMap((one) => others.filter((other) => other !== one).map((other) => pairKey(one, other))));
    for (const key of keys) {
      const [a, b] = key.split('\u0000') as [string, string];
      const line = between.get(key) ?? { a, b, vekt: 0, ofte: edge.ofte, par: 0 };
      line.vekt += edge.vekt;
      line.par += 1;
      if (vektAv(edge.ofte) > vektAv(line.ofte)) line.ofte = edge.ofte;
      between.set(key, line);
    }
  }
  return { between: sortedBy([...between.values()], (one) => one.a, (one) => one.b), inside };
}

/** What a node is called inside the graph library, which keeps neighbours in plain objects: a unit «constructor» would meet its own. */
export const grafnavn = (id: string): string => `#${id}`;

function toGraph(nodes: readonly Node[], edges: readonly Kant[]): Nett['urettet'] {
  const undirected: Nett['urettet'] = new UndirectedGraph();
  for (const node of nodes) undirected.addNode(grafnavn(node.id), node);
  for (const edge of edges) undirected.addUndirectedEdge(grafnavn(edge.a), grafnavn(edge.b), { weight: edge.vekt });
  return undirected;
}

/** Out and in for each, with every pair of ends counted once. */
function degreesOf(arrows: readonly Kontakt[]): Pick<Nett, 'ut' | 'inn'> {
  const seen = new Set<string>();
  const [ut, inn] = [new Map<string, number>(), new Map<string, number>()];
  for (const { fra, til } of arrows) {
    const key = `${fra}\u0000${til}`;
    if (seen.has(key)) continue;
    seen.add(key);
    ut.set(fra, (ut.get(fra) ?? 0) + 1);
    inn.set(til, (inn.get(til) ?? 0) + 1);
  }
  return { ut, inn };
}

/**
 * The network of one survey, as the reader has chosen to see it.
 *
 * A contact about someone who is not in the project is left out (the readers say so before it comes here).
 */
export function nettAv(project: Prosjekt, round: Runde, choice: Valg): Nett {
  const people = [...deltakere(project, round)].sort((a, b) => sammenlignKoder(a.id, b.id));
  const known = new Set(people.map((person) => person.id));
  const answered = new Set(round.svart);
  const arrows = kontakterMedMinst(round, choice.minst, choice.slag).filter((one) => known.has(one.fra) && known.has(one.til));
  const pairs = parAv(arrows, choice.regnes);
  const groupsOf = new Map(people.map((person) => [person.id, gruppene(person, choice.vis)]));
  if (choice.vis === 'person') {
    const nodes = people.map((person) => ({ ...person, navn: person.id, svart: answered.has(person.id), antall: 1, indre: 0 }));
    return { noder: nodes, kanter: pairs, urettet: toGraph(nodes, pairs), ...degreesOf(arrows) };
  }
  const members = new Map<string, Person[]>();
  for (const person of people) for (const id of groupsOf.get(person.id) ?? []) members.set(id, [...(members.get(id) ?? []), person]);
  const { between, inside } = gather(pairs, groupsOf);
  const nodes: Node[] = [...members.keys()].sort(sammenlignKoder).map((id) => {
    const group = members.get(id) ?? [];
    const functions = choice.vis === 'funksjon' ? [id] : functionsOf(group, project);
    return {
      id,
      navn: groupName(id, choice.vis, project),
      funksjoner: functions.slice(0, 1),
      svart: group.every((person) => answered.has(person.id)),
      antall: group.length,
      indre: inside.get(id) ?? 0,
    };
  });
  const groupArrows = arrows.flatMap((arrow) =>
    (groupsOf.get(arrow.fra) ?? []).flatMap((fra) =>
      (groupsOf.get(arrow.til) ?? []).filter((til) => til !== fra).map((til) => ({ ...arrow, fra, til })),
    ),
  );
  return { noder: nodes, kanter: between, urettet: toGraph(nodes, between), ...degreesOf(groupArrows) };
}
