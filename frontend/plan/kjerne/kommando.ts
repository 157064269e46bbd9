/** Changes of a plan as pure transitions, and the history that undo walks in. */
import { DELNAVN, DELNAVNENE, felterI, tomPost, verdiAv } from './typer';
import type { Del, Hode, Plan, Post, Verdi } from './typer';

export type Kommando =
  | { slags: 'hode'; hode: Hode; felt: string; verdi: Verdi }
  | { slags: 'endre'; del: Del; id: string; felt: string; verdi: Verdi }
  | { slags: 'ny'; del: Del; verdier?: Readonly<Record<string, Verdi>>; etter?: string }
  | { slags: 'slett'; del: Del; id: string }
  | { slags: 'flytt'; del: Del; id: string; steg: -1 | 1 }
  | { slags: 'bytt'; plan: Plan; hva: string };

type Poster = readonly { readonly id: string }[];
const med = (plan: Plan, del: Del, poster: Poster): Plan => ({ ...plan, [del]: poster });

/** The plan after the change. A change of something that isn't there gives the same plan. */
export function utfor(plan: Plan, k: Kommando): Plan {
  switch (k.slags) {
    case 'hode':
      return verdiAv(plan[k.hode], k.felt) === k.verdi ? plan : { ...plan, [k.hode]: { ...plan[k.hode], [k.felt]: k.verdi } };
    case 'endre':
      return endret(plan, k.del, k.id, k.felt, k.verdi);
    case 'ny':
      return medNy(plan, k.del, k.verdier ?? {}, k.etter);
    case 'slett':
      return uten(plan, k.del, k.id);
    case 'flytt':
      return flyttet(plan, k.del, k.id, k.steg);
    case 'bytt':
      return k.plan;
  }
}

function endret(plan: Plan, del: Del, id: string, felt: string, verdi: Verdi): Plan {
  const poster: Poster = plan[del];
  const at = poster.findIndex((post) => post.id === id);
  const post = poster[at];
  if (!post || verdiAv(post, felt) === verdi) return plan;
  return med(plan, del, poster.map((one, i) => (i === at ? { ...one, [felt]: verdi } : one)));
}

/** The id the next new post of a kind gets. */
export const nesteId = (plan: Plan, del: Del): string => `${DELNAVN[del][2]}${plan.neste}`;

function medNy(plan: Plan, del: Del, verdier: Readonly<Record<string, Verdi>>, etter: string | undefined): Plan {
  const known = new Set(felterI(del).map((felt) => felt.navn));
  const given = Object.fromEntries(Object.entries(verdier).filter(([felt]) => known.has(felt)));
  const poster: Poster = plan[del];
  const post = { ...tomPost(del, nesteId(plan, del)), ...given };
  const at = etter === undefined ? -1 : poster.findIndex((one) => one.id === etter);
  const place = at < 0 ? poster.length : at + 1;
  return { ...med(plan, del, [...poster.slice(0, place), post, ...poster.slice(place)]), neste: plan.neste + 1 };
}

/** What pointed at the post stands without it: a measure whose strategy is gone is not gone itself. */
function uten(plan: Plan, del: Del, id: string): Plan {
  if (!(plan[del] as Poster).some((post) => post.id === id)) return plan;
  let next = med(plan, del, (plan[del] as Poster).filter((post) => post.id !== id));
  for (const other of DELNAVNENE) {
    for (const felt of felterI(other)) {
      if (felt.slag !== 'ref' || felt.til !== del) continue;
      const poster: Poster = next[other];
      if (poster.some((post) => verdiAv(post, felt.navn) === id)) next = med(next, other, poster.map((post) => (verdiAv(post, felt.navn) === id ? { ...post, [felt.navn]: '' } : post)));
    }
  }
  return next;
}

/** The field that says what a post stands under in the chain. */
const OVER: Partial<Record<Del, string>> = { maal: 'utfordring', strategier: 'maal', tiltak: 'strategi', erfaringer: 'strategi' };

/** One place up or down among those under the same. */
function flyttet(plan: Plan, del: Del, id: string, steg: -1 | 1): Plan {
  const poster: Poster = plan[del];
  const at = poster.findIndex((post) => post.id === id);
  const post = poster[at];
  if (!post) return plan;
  const over = OVER[del];
  const like = (one: object): boolean => over === undefined || verdiAv(one, over) === verdiAv(post, over);
  let to = at + steg;
  while (poster[to] && !like(poster[to] as object)) to += steg;
  const other = poster[to];
  if (!other) return plan;
  return med(plan, del, poster.map((one, i) => (i === at ? other : i === to ? post : one)));
}

/** What a change is called for the reader, with a small letter. */
function navnAvKommando(k: Kommando): string {
  switch (k.slags) {
    case 'hode':
      return k.hode === 'plan' ? 'endring av planen' : 'endring av rapporten';
    case 'endre':
      return `endring av ${DELNAVN[k.del][0]}`;
    case 'ny':
      return `nytt innslag: ${DELNAVN[k.del][0]}`;
    case 'slett':
      return `sletting av ${DELNAVN[k.del][0]}`;
    case 'flytt':
      return `flytting av ${DELNAVN[k.del][0]}`;
    case 'bytt':
      return k.hva;
  }
}

interface Steg {
  readonly plan: Plan;
  readonly navn: string;
}
export interface Historie {
  readonly naa: Plan;
  readonly bak: readonly Steg[];
  readonly fram: readonly Steg[];
  /** The field that was last written in, and when: what is written in one go is undone in one go. */
  readonly sist: { readonly felt: string; readonly tid: number } | null;
}

const MOST = 300;
const PAUSE_MS = 1500;

export const nyHistorie = (plan: Plan): Historie => ({ naa: plan, bak: [], fram: [], sist: null });

/** The history after a change. `tid` in milliseconds. */
export function gjor(h: Historie, k: Kommando, tid: number): Historie {
  const naa = utfor(h.naa, k);
  if (naa === h.naa) return h;
  const felt = k.slags === 'endre' ? `${k.del} ${k.id} ${k.felt}` : k.slags === 'hode' ? `${k.hode} ${k.felt}` : '';
  const same = felt !== '' && h.sist?.felt === felt && tid - h.sist.tid < PAUSE_MS && h.bak.length > 0;
  const bak = same ? h.bak : [...h.bak, { plan: h.naa, navn: navnAvKommando(k) }].slice(-MOST);
  return { naa, bak, fram: [], sist: felt === '' ? null : { felt, tid } };
}

/** One step back; the same history when there is none. */
export function angre(h: Historie): Historie {
  const step = h.bak[h.bak.length - 1];
  return step ? { naa: step.plan, bak: h.bak.slice(0, -1), fram: [...h.fram, { plan: h.naa, navn: step.navn }], sist: null } : h;
}

export function gjenta(h: Historie): Historie {
  const step = h.fram[h.fram.length - 1];
  return step ? { naa: step.plan, bak: [...h.bak, { plan: h.naa, navn: step.navn }], fram: h.fram.slice(0, -1), sist: null } : h;
}

/** The post with the id, where it is there. */
export const finn = <D extends Del>(plan: Plan, del: D, id: string): Post<D> | undefined => (plan[del] as readonly Post<D>[]).find((post) => post.id === id);
