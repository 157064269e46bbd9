/**
 * Where everyone stands in the picture. No chance is involved: the same nodes, lines and clusters give the same picture.
 *
 * Each cluster gets a disc of its own and the discs never overlap, so that they can be drawn round. Inside the disc, lines
 * pull and neighbours push. A node and its label are one box, and the boxes are moved until none overlap.
 */

import type { Pust } from '../pust';

export interface Boks {
  id: string;
  /** Half the width and height of node and label together, and how far the middle of the node lies above the box's middle. */
  halvB: number;
  halvH: number;
  opp: number;
  /** 0: without contact; else the number of the cluster. */
  klynge: number;
}

export interface Strek {
  a: number;
  b: number;
  vekt: number;
}

export interface Plass {
  x: number;
  y: number;
}

interface Skive extends Plass {
  nr: number;
  r: number;
}

interface Plassering {
  /** Middle of each box, in the order given. */
  steder: Plass[];
  skiver: Skive[];
  /** Top of the rows of those without contact; null when there are none. */
  aleneFra: number | null;
}

const GAP = 6;
const DISC_GAP = 14;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));
/** Width over height that is aimed at: a projector with the page around it. */
const ASPECT = 1.5;

interface Medlem extends Plass {
  index: number;
  box: Boks;
}

/** Points in a disc, from the middle and out, as the seeds of a sunflower. */
function sunflower(count: number, radius: number): Plass[] {
  return Array.from({ length: count }, (_, i) => {
    const r = radius * Math.sqrt((i + 0.5) / count);
    return { x: r * Math.cos(i * GOLDEN), y: r * Math.sin(i * GOLDEN) };
  });
}

/** Moves boxes apart until none overlap; gives true when done. Equal places are parted by index. */
function part(members: Medlem[], rounds: number): boolean {
  const sorted = [...members];
  for (let round = 0; round < rounds; round += 1) {
    let moved = false;
    sorted.sort((p, q) => p.x - q.x || p.index - q.index);
    const widest = sorted.reduce((most, one) => Math.max(most, one.box.halvB), 0);
    for (let i = 0; i < sorted.length; i += 1) {
      const p = sorted[i] as Medlem;
      for (let j = i + 1; j < sorted.length; j += 1) {
        const q = sorted[j] as Medlem;
        const dx = q.x - p.x;
        if (dx > p.box.halvB + widest + GAP) break;
        const overX = p.box.halvB + q.box.halvB + GAP - Math.abs(dx);
        const dy = q.y - p.y;
        const overY = p.box.halvH + q.box.halvH + GAP - Math.abs(dy);
        if (overX <= 0.01 || overY <= 0.01) continue;
        moved = true;
        if (overX < overY) {
          const push = (overX / 2 + 0.01) * (dx >= 0 ? 1 : -1);
          p.x -= push;
          q.x += push;
        } else {
          const push = (overY / 2 + 0.01) * (dy > 0 || (dy === 0 && q.index > p.index) ? 1 : -1);
          p.y -= push;
          q.y += push;
        }
      }
    }
    if (!moved) return true;
  }
  return false;
}

/** Places the members of one cluster around (0, 0), from where they stand already. */
async function settle(members: Medlem[], lines: readonly Strek[], radius: number, rounds: number, pust: Pust): Promise<void> {
  const place = new Map(members.map((one, i) => [one.index, i]));
  const inner = lines.flatMap((line) => {
    const a = place.get(line.a);
    const b = place.get(line.b);
    return a === undefined || b === undefined ? [] : [{ a, b, pull: Math.sqrt(line.vekt) }];
  });
  const n = members.length;
  const spacing = radius * Math.sqrt(Math.PI / Math.max(n, 1));
  const dx = new Float64Array(n);
  const dy = new Float64Array(n);
  for (let round = 0; round < rounds; round += 1) {
    const wait = pust();
    if (wait) await wait;
    dx.fill(0);
    dy.fill(0);
    for (let i = 0; i < n; i += 1) {
      const p = members[i] as Medlem;
      for (let j = i + 1; j < n; j += 1) {
        const q = members[j] as Medlem;
        const x = p.x - q.x || 0.1;
        const y = p.y - q.y || 0.1;
        const force = (spacing * spacing) / Math.max(x * x + y * y, 1);
        dx[i] = (dx[i] as number) + x * force;
        dy[i] = (dy[i] as number) + y * force;
        dx[j] = (dx[j] as number) - x * force;
        dy[j] = (dy[j] as number) - y * force;
      }
    }
    for (const { a, b, pull } of inner) {
      const p = members[a] as Medlem;
      const q = members[b] as Medlem;
      const x = p.x - q.x;
      const y = p.y - q.y;
      const force = (Math.hypot(x, y) / spacing) * (0.4 + 0.2 * pull);
      dx[a] = (dx[a] as number) - x * force;
      dy[a] = (dy[a] as number) - y * force;
      dx[b] = (dx[b] as number) + x * force;
      dy[b] = (dy[b] as number) + y * force;
    }
    const heat = (radius / 4) * (1 - round / rounds) + 0.5;
    members.forEach((one, i) => {
      const length = Math.hypot(dx[i] as number, dy[i] as number);
      if (length > 0) {
        const step = Math.min(length, heat) / length;
        one.x += (dx[i] as number) * step;
        one.y += (dy[i] as number) * step;
      }
      const out = Math.hypot(one.x, one.y);
      const room = radius - Math.max(one.box.halvB, one.box.halvH) * 0.7;
      if (out > room && out > 0) {
        one.x *= room / out;
        one.y *= room / out;
      }
    });
  }
}

/** Puts the middle of the members in (0, 0) and gives the radius of a disc that holds every box. */
function enclose(members: Medlem[]): number {
  const left = Math.min(...members.map((one) => one.x - one.box.halvB));
  const right = Math.max(...members.map((one) => one.x + one.box.halvB));
  const top = Math.min(...members.map((one) => one.y - one.box.halvH));
  const bottom = Math.max(...members.map((one) => one.y + one.box.halvH));
  for (const one of members) {
    one.x -= (left + right) / 2;
    one.y -= (top + bottom) / 2;
  }
  return 8 + Math.max(...members.map((one) => Math.hypot(Math.abs(one.x) + one.box.halvB, Math.abs(one.y) + one.box.halvH)));
}

/** Places discs so that those with much contact are near each other, and none overlap. */
function placeDiscs(discs: Skive[], pulls: readonly { a: number; b: number; vekt: number }[]): void {
  const total = discs.reduce((sum, one) => sum + one.r * one.r, 0);
  const around = sunflower(discs.length, Math.sqrt(total) * 1.3);
  discs.forEach((disc, i) => Object.assign(disc, around[i]));
  const strongest = Math.max(1e-9, ...pulls.map((one) => one.vekt));
  const rounds = discs.length > 80 ? 120 : 300;
  for (let round = 0; round < rounds; round += 1) {
    const cool = 1 - round / rounds;
    for (const { a, b, vekt } of pulls) {
      const p = discs[a] as Skive;
      const q = discs[b] as Skive;
      const pull = 0.06 * cool * (0.3 + vekt / strongest);
      const [x, y] = [(q.x - p.x) * pull, (q.y - p.y) * pull];
      p.x += x;
      p.y += y;
      q.x -= x;
      q.y -= y;
    }
    for (const disc of discs) {
      disc.x -= disc.x * 0.01 * cool;
      disc.y -= disc.y * 0.01 * cool;
    }
    pushDiscs(discs, 4);
  }
  pushDiscs(discs, 400);
  flatten(discs);
}

/** Makes the picture wide rather than high, as screens and projectors are: turned, then pressed flat. */
function flatten(discs: Skive[]): void {
  const heightAt = (angle: number): number => {
    const ys = discs.map((disc) => ({ y: disc.x * Math.sin(angle) + disc.y * Math.cos(angle), r: disc.r }));
    return Math.max(...ys.map(({ y, r }) => y + r)) - Math.min(...ys.map(({ y, r }) => y - r));
  };
  const angles = Array.from({ length: 36 }, (_, i) => (i * Math.PI) / 36);
  const best = angles.reduce((least, angle) => (heightAt(angle) < heightAt(least) - 1e-6 ? angle : least), 0);
  for (const disc of discs) {
    const [x, y] = [disc.x, disc.y];
    disc.x = x * Math.cos(best) - y * Math.sin(best);
    disc.y = x * Math.sin(best) + y * Math.cos(best);
  }
  for (let round = 0; round < 30; round += 1) {
    const width = Math.max(...discs.map((disc) => disc.x + disc.r)) - Math.min(...discs.map((disc) => disc.x - disc.r));
    if (width > ASPECT * heightAt(0)) return;
    for (const disc of discs) disc.y *= 0.93;
    pushDiscs(discs, 200);
  }
}

function pushDiscs(discs: Skive[], rounds: number): void {
  for (let round = 0; round < rounds; round += 1) {
    let moved = false;
    for (let i = 0; i < discs.length; i += 1) {
      for (let j = i + 1; j < discs.length; j += 1) {
        const p = discs[i] as Skive;
        const q = discs[j] as Skive;
        const x = q.x - p.x || 0.01 * (j - i);
        const y = q.y - p.y;
        const apart = Math.hypot(x, y);
        const over = p.r + q.r + DISC_GAP - apart;
        if (over <= 0.01) continue;
        moved = true;
        // The lighter gives way.
        const share = (q.r * q.r) / (p.r * p.r + q.r * q.r);
        p.x -= (x / apart) * over * share;
        p.y -= (y / apart) * over * share;
        q.x += (x / apart) * over * (1 - share);
        q.y += (y / apart) * over * (1 - share);
      }
    }
    if (!moved) return;
  }
}

/** Turns each disc so that those with contact out of it stand on the side they are drawn to. */
function turn(members: Medlem[], disc: Skive, discOf: ReadonlyMap<number, Skive>, outward: ReadonlyMap<number, readonly Strek[]>): void {
  let sin = 0;
  let cos = 0;
  for (const one of members) {
    for (const line of outward.get(one.index) ?? []) {
      const other = discOf.get(line.a === one.index ? line.b : line.a);
      if (!other) continue;
      const diff = Math.atan2(other.y - disc.y, other.x - disc.x) - Math.atan2(one.y, one.x);
      const pull = line.vekt * Math.hypot(one.x, one.y);
      sin += Math.sin(diff) * pull;
      cos += Math.cos(diff) * pull;
    }
  }
  if (sin === 0 && cos === 0) return;
  const angle = Math.atan2(sin, cos);
  for (const one of members) {
    const [x, y] = [one.x, one.y];
    one.x = x * Math.cos(angle) - y * Math.sin(angle);
    one.y = x * Math.sin(angle) + y * Math.cos(angle);
  }
}

/** Rows at the foot for those without contact, as wide as the rest of the picture. */
function placeLoose(loose: Medlem[], left: number, right: number, top: number): void {
  let x = left;
  let y = top;
  let row = 0;
  for (const one of loose) {
    if (x > left && x + 2 * one.box.halvB > right) {
      x = left;
      y += row + GAP * 2;
      row = 0;
    }
    one.x = x + one.box.halvB;
    one.y = y + one.box.halvH;
    x += 2 * one.box.halvB + GAP * 2;
    row = Math.max(row, 2 * one.box.halvH);
  }
}

/** Places all boxes; `pust` is awaited now and then. */
export async function plasser(boxes: readonly Boks[], lines: readonly Strek[], pust: Pust): Promise<Plassering> {
  const members: Medlem[] = boxes.map((box, index) => ({ x: 0, y: 0, index, box }));
  const numbers = [...new Set(boxes.map((box) => box.klynge).filter((nr) => nr > 0))].sort((a, b) => a - b);
  const clusterOf = new Map(numbers.map((nr) => [nr, members.filter((one) => one.box.klynge === nr)]));
  const rounds = boxes.length > 400 ? 40 : 140;
  const discs: Skive[] = [];
  for (const nr of numbers) {
    const group = clusterOf.get(nr) ?? [];
    const area = group.reduce((sum, one) => sum + 4 * (one.box.halvB + GAP) * (one.box.halvH + GAP), 0);
    const radius = Math.sqrt((area * 1.1) / Math.PI);
    sunflower(group.length, radius * 0.8).forEach((at, i) => Object.assign(group[i] as Medlem, at));
    await settle(group, lines, radius, rounds, pust);
    part(group, 400);
    discs.push({ nr, x: 0, y: 0, r: enclose(group) });
  }
  const discAt = new Map(discs.map((disc, i) => [disc.nr, i]));
  const between = new Map<string, { a: number; b: number; vekt: number }>();
  const outward = new Map<number, Strek[]>();
  for (const line of lines) {
    const a = discAt.get((boxes[line.a] as Boks).klynge);
    const b = discAt.get((boxes[line.b] as Boks).klynge);
    if (a === undefined || b === undefined || a === b) continue;
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    const pull = between.get(key) ?? { a, b, vekt: 0 };
    pull.vekt += line.vekt;
    between.set(key, pull);
    for (const end of [line.a, line.b]) outward.set(end, [...(outward.get(end) ?? []), line]);
  }
  if (discs.length > 0) placeDiscs(discs, [...between.values()]);
  const discOf = new Map(members.flatMap((one) => {
    const disc = discs[discAt.get(one.box.klynge) ?? -1];
    return disc ? [[one.index, disc] as const] : [];
  }));
  for (const disc of discs) {
    const group = clusterOf.get(disc.nr) ?? [];
    turn(group, disc, discOf, outward);
    part(group, 400);
    disc.r = enclose(group);
  }
  pushDiscs(discs, 400);
  for (const one of members) {
    const disc = discOf.get(one.index);
    if (disc) Object.assign(one, { x: one.x + disc.x, y: one.y + disc.y });
  }
  const loose = members.filter((one) => one.box.klynge === 0);
  const left = Math.min(0, ...discs.map((disc) => disc.x - disc.r));
  const right = Math.max(discs.length > 0 ? 0 : 640, ...discs.map((disc) => disc.x + disc.r));
  const bottom = Math.max(0, ...discs.map((disc) => disc.y + disc.r));
  const top = discs.length > 0 ? bottom + 36 : 20;
  placeLoose(loose, left, right, top);
  return { steder: members.map(({ x, y }) => ({ x, y })), skiver: discs, aleneFra: loose.length > 0 ? top : null };
}
