/** Contact across functions, and with the elected. */
import { SLAG } from '../typer';
import type { Kant } from '../graf';
import type { Funksjon, Kontakt, Person, Slag } from '../typer';

export interface Tvers {
  /** Pairs in contact where both have a function, and those of them that share none. */
  par: number;
  paTvers: number;
  andel: number | null;
  /** For each pair of functions: pairs in contact, and pairs there could have been. */
  tabell: { a: string; b: string; par: number; mulige: number }[];
}

export interface Politikk {
  folkevalgte: number;
  andre: number;
  /** Others with any contact with an elected one. */
  medKontakt: number;
  /** Others with contact of each kind, as seen from the administration. */
  slag: { slag: Slag; antall: number }[];
  /** Contact with an elected one where no kind is given. */
  utenSlag: number;
  /** Functions of those who have the contact, most first. */
  hvem: { funksjon: string; antall: number }[];
}

/** How much of the contact goes between people who share no function. `pairs` are pairs of persons. */
export function tversAv(people: readonly Person[], functions: readonly Funksjon[], pairs: readonly Kant[]): Tvers {
  const of = new Map(people.map((person) => [person.id, person.funksjoner]));
  const used = functions.filter((one) => people.some((person) => person.funksjoner.includes(one.id)));
  const count = new Map<string, number>();
  let par = 0;
  let paTvers = 0;
  const bump = (a: string, b: string): void => {
    const key = used.findIndex((f) => f.id === a) <= used.findIndex((f) => f.id === b) ? `${a}|${b}` : `${b}|${a}`;
    count.set(key, (count.get(key) ?? 0) + 1);
  };
  for (const { a, b } of pairs) {
    const ones = of.get(a) ?? [];
    const others = of.get(b) ?? [];
    if (ones.length === 0 || others.length === 0) continue;
    par += 1;
    if (!ones.some((one) => others.includes(one))) paTvers += 1;
    const combos = new Set(ones.flatMap((one) => others.map((other) => [one, other].sort().join('|'))));
    for (const combo of combos) bump(...(combo.split('|') as [string, string]));
  }
  const tabell: Tvers['tabell'] = [];
  used.forEach((one, i) =>
    used.slice(i).forEach((other) => {
      tabell.push({ a: one.id, b: other.id, par: count.get(`${one.id}|${other.id}`) ?? 0, mulige: possible(people, one.id, other.id) });
    }),
  );
  return { par, paTvers, andel: par > 0 ? paTvers / par : null, tabell };
}

/** Pairs of two different persons, one with each function. */
function possible(people: readonly Person[], one: string, other: string): number {
  const first = people.filter((person) => person.funksjoner.includes(one));
  const second = people.filter((person) => person.funksjoner.includes(other));
  const both = first.filter((person) => person.funksjoner.includes(other)).length;
  if (one === other) return (first.length * (first.length - 1)) / 2;
  return first.length * second.length - (both * (both + 1)) / 2;
}

/** What an elected one says of someone, seen from that someone: what one gives, the other gets. */
const TURNED: Readonly<Record<Slag, Slag>> = { far_info: 'gir_info', gir_info: 'far_info', politisk: 'politisk', faglig: 'faglig' };

/** Who has contact with the elected, and of what kind. */
export function politikkAv(people: readonly Person[], functions: readonly Funksjon[], arrows: readonly Kontakt[]): Politikk {
  const political = new Set(functions.filter((one) => one.politisk).map((one) => one.id));
  const elected = new Set(people.filter((person) => person.funksjoner.some((id) => political.has(id))).map((person) => person.id));
  const kinds = new Map<string, Set<Slag>>();
  for (const { fra, til, slag } of arrows) {
    if (elected.has(fra) === elected.has(til)) continue;
    const official = elected.has(fra) ? til : fra;
    const seen = kinds.get(official) ?? new Set<Slag>();
    for (const one of slag ?? []) seen.add(elected.has(fra) ? TURNED[one] : one);
    kinds.set(official, seen);
  }
  const who = new Map<string, number>();
  for (const person of people) {
    if (kinds.has(person.id)) for (const id of person.funksjoner) who.set(id, (who.get(id) ?? 0) + 1);
  }
  const order = new Map(functions.map((one, index) => [one.id, index]));
  return {
    folkevalgte: elected.size,
    andre: people.length - elected.size,
    medKontakt: kinds.size,
    slag: SLAG.map(({ kode }) => ({ slag: kode, antall: [...kinds.values()].filter((seen) => seen.has(kode)).length })),
    utenSlag: [...kinds.values()].filter((seen) => seen.size === 0).length,
    hvem: [...who]
      .map(([funksjon, antall]) => ({ funksjon, antall }))
      .sort((a, b) => b.antall - a.antall || (order.get(a.funksjon) ?? 0) - (order.get(b.funksjon) ?? 0)),
  };
}
