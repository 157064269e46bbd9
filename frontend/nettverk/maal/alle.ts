/** All measures of one network. Definitions in words: definisjoner.ts. */
import { connectedComponents } from 'graphology-components';
import { grafnavn, kontakterMedMinst, nettAv, parAv } from '../graf';
import type { Nett } from '../graf';
import type { Pust } from '../pust';
import { deltakere } from '../typer';
import type { Prosjekt, Runde, Valg } from '../typer';
import { avstanderAv } from './avstander';
import { broerAv } from './broer';
import { formerAv } from './former';
import type { Former } from './former';
import { klyngerAv } from './klynger';
import type { Klynger } from './klynger';
import { naboerAv } from './naboer';
import { svarAv } from './svar';
import type { Svar } from './svar';
import { politikkAv, tversAv } from './tvers';
import type { Politikk, Tvers } from './tvers';

interface Nodetall {
  id: string;
  grad: number;
  /** The sum of the weights of its lines. */
  styrke: number;
  /** How many said they have contact with it, and how many it said. */
  inn: number;
  ut: number;
  mellom: number;
  naerhet: number;
  klynge: number;
  /** One of those who link the clusters; see finnBrobyggere. */
  brobygger: boolean;
  /** Without this one, someone loses touch with the rest. */
  eneste: boolean;
}

export interface Tall {
  nett: Nett;
  antall: number;
  par: number;
  tetthet: number | null;
  deler: { antall: number; storst: number; alene: number };
  snittavstand: number | null;
  diameter: number;
  parUtenVei: number;
  alleParNoder: number;
  snittgrad: number | null;
  klynger: Klynger;
  former: Former | null;
  svar: Svar;
  tvers: Tvers;
  politikk: Politikk;
  noder: Nodetall[];
  /** Lines that hold two parts together. */
  broer: [string, string][];
}

/** The most that are named as brobyggere, and how much of the way between others they must carry. */
const MOST_BRIDGERS = 5;
const LEAST_BETWEEN = 0.02;

/** Brobyggere: the (at most five) with the highest betweenness among those in touch with another cluster than their own. */
function finnBrobyggere(nodes: readonly Nodetall[], nett: Nett, klynger: Klynger): Set<string> {
  const crossing = nodes.filter((node) => {
    const own = klynger.av.get(node.id);
    return nett.urettet.someNeighbor(grafnavn(node.id), (_, other) => klynger.av.get(other.id) !== own);
  });
  const ranked = crossing.filter((node) => node.mellom >= LEAST_BETWEEN).sort((a, b) => b.mellom - a.mellom);
  return new Set(ranked.slice(0, MOST_BRIDGERS).map((node) => node.id));
}

/** Works out everything for one survey as the reader has chosen to see it. */
export async function tallAv(project: Prosjekt, round: Runde, choice: Valg, pust: Pust): Promise<Tall> {
  const nett = nettAv(project, round, choice);
  await pust();
  const n = nett.noder.length;
  const naboer = naboerAv(nett);
  const distances = await avstanderAv(naboer, pust);
  const klynger = await klyngerAv(nett, pust);
  await pust();
  const broer = broerAv(naboer);
  const parts = connectedComponents(nett.urettet).map((part) => part.length);
  const strength = new Map<string, number>();
  for (const { a, b, vekt } of nett.kanter) {
    strength.set(a, (strength.get(a) ?? 0) + vekt);
    strength.set(b, (strength.get(b) ?? 0) + vekt);
  }
  const nodes: Nodetall[] = nett.noder.map((node, index) => {
    const grad = nett.urettet.degree(grafnavn(node.id));
    return {
      id: node.id,
      grad,
      styrke: strength.get(node.id) ?? 0,
      inn: nett.inn.get(node.id) ?? 0,
      ut: nett.ut.get(node.id) ?? 0,
      mellom: distances.mellom[index] as number,
      naerhet: distances.naerhet[index] as number,
      klynge: klynger.av.get(node.id) ?? 0,
      brobygger: false,
      eneste: broer.noder.has(index),
    };
  });
  const bridgers = finnBrobyggere(nodes, nett, klynger);
  for (const node of nodes) node.brobygger = bridgers.has(node.id);
  const people = deltakere(project, round);
  await pust();
  const known = new Set(people.map((person) => person.id));
  const arrows = kontakterMedMinst(round, choice.minst, choice.slag).filter((one) => known.has(one.fra) && known.has(one.til));
  const pairs = choice.vis === 'person' ? nett.kanter : parAv(arrows, choice.regnes);
  return {
    nett,
    antall: n,
    par: nett.kanter.length,
    tetthet: n > 1 ? (2 * nett.kanter.length) / (n * (n - 1)) : null,
    deler: { antall: parts.length, storst: Math.max(0, ...parts), alene: parts.filter((size) => size === 1).length },
    snittavstand: distances.snitt,
    diameter: distances.diameter,
    parUtenVei: distances.allePar - distances.parMedVei,
    alleParNoder: distances.allePar,
    snittgrad: n > 0 ? (2 * nett.kanter.length) / n : null,
    klynger,
    former: formerAv(naboer, broer, distances.diameter),
    svar: svarAv(people, round, arrows, pairs.length, choice.regnes),
    tvers: tversAv(people, project.funksjoner, pairs),
    politikk: politikkAv(people, project.funksjoner, arrows),
    noder: nodes,
    broer: broer.kanter.map(([a, b]) => [(nett.noder[a] as { id: string }).id, (nett.noder[b] as { id: string }).id]),
  };
}
