/** The picture as plain data: what is drawn and where. svg.ts puts it on the screen. */
import type { Tall } from '../maal/alle';
import type { Pust } from '../pust';
import type { Ofte, Prosjekt } from '../typer';
import { OFTE } from '../typer';
import { plasser } from './plassering';
import type { Boks, Plass } from './plassering';

const FORMER = ['sirkel', 'firkant', 'trekant', 'rute', 'femkant', 'sekskant', 'kryss', 'trekantned'] as const;
export type Form = (typeof FORMER)[number];
const ANTALL_FARGER = 7;

/** The sign of a function: a form and a colour that no other of the first 56 has. */
export function tegnFor(project: Prosjekt, funksjon: string | undefined): { form: Form; farge: number } {
  const place = project.funksjoner.findIndex((one) => one.id === funksjon);
  if (place < 0) return { form: 'sirkel', farge: -1 };
  return { form: FORMER[place % FORMER.length] as Form, farge: place % ANTALL_FARGER };
}

export type Storrelse = 'kontakter' | 'brobygger' | 'rolle' | 'lik';

interface Bildenode extends Plass {
  id: string;
  navn: string;
  r: number;
  form: Form;
  farge: number;
  /** Signs of the other functions of the person, shown small beside it. */
  andre: { form: Form; farge: number }[];
  brobygger: boolean;
  svart: boolean;
}

interface Bildelinje {
  a: string;
  b: string;
  ofte: Ofte;
  bredde: number;
  bro: boolean;
}

interface Etikett extends Plass {
  id: string;
  tekst: string;
  bredde: number;
}

export interface Bilde {
  x: number;
  y: number;
  bredde: number;
  hoyde: number;
  noder: Bildenode[];
  linjer: Bildelinje[];
  /** A disc for each cluster, or, where people have been held in place, the corners of what encloses them. */
  klynger: { nr: number; x: number; y: number; r: number; hjorner?: Plass[] }[];
  etiketter: Etikett[];
  /** How many have no label, because there was no room for it. */
  utenEtikett: number;
  aleneFra: number | null;
}

export const SKRIFT = 18;
const LABEL_HEIGHT = SKRIFT + 3;
/** With more than this the labels no longer all get room, and the best-connected are named. */
const ALL_LABELS = 120;
const MOST_LABELS = 60;
const LEAST_WIDTH = 900;

/** Width of a text in the picture. A generous estimate, so that no font makes labels meet. */
export const tekstbredde = (text: string): number => [...text].reduce((sum, c) => sum + (/[A-ZÆØÅmw0-9]/.test(c) ? 0.68 * SKRIFT : 0.56 * SKRIFT), 4);

const WIDTHS: Readonly<Record<Ofte, number>> = { daglig: 5, ukentlig: 2.8, manedlig: 1.4, sjelden: 0.8 };
const ROLE_SIZE = { leder: 1, folkevalgt: 0.6, saksbehandler: 0.4, annen: 0.15 } as const;

function radii(numbers: Tall, size: Storrelse): number[] {
  const base = numbers.antall > 300 ? 4 : numbers.antall > ALL_LABELS ? 6 : 9;
  const most = Math.max(1, ...numbers.noder.map((node) => node.grad));
  const mostBetween = Math.max(1e-9, ...numbers.noder.map((node) => node.mellom));
  return numbers.noder.map((node, index) => {
    const shape = numbers.nett.noder[index];
    if (size === 'lik') return base + 3;
    if (size === 'rolle') return base + 9 * (shape?.rolle ? ROLE_SIZE[shape.rolle] : 0);
    const share = size === 'kontakter' ? node.grad / most : node.mellom / mostBetween;
    return base + 9 * Math.sqrt(share);
  });
}

/** How a text is cut to fit under a node. */
function short(text: string): string {
  return text.length > 18 ? `${text.slice(0, 17).trimEnd()}…` : text;
}

function lineWidth(ofte: Ofte, pairs: number, most: number, grouped: boolean): number {
  return grouped ? 1 + 8 * (pairs / most) : WIDTHS[ofte];
}

/** Labels for the best connected of many. They meet no other label and no node that has one; small nodes they may cover. */
function labelSome(nodes: readonly Bildenode[], order: readonly number[]): Etikett[] {
  const taken: { x0: number; x1: number; y0: number; y1: number }[] = [];
  const made: Etikett[] = [];
  for (const index of order.slice(0, MOST_LABELS)) {
    const node = nodes[index] as Bildenode;
    const width = tekstbredde(short(node.navn));
    const places: Plass[] = [
      { x: node.x, y: node.y + node.r + SKRIFT },
      { x: node.x, y: node.y - node.r - 4 },
      { x: node.x + node.r + width / 2 + 2, y: node.y + SKRIFT / 3 },
      { x: node.x - node.r - width / 2 - 2, y: node.y + SKRIFT / 3 },
    ];
    for (const { x, y } of places) {
      const box = { x0: x - width / 2, x1: x + width / 2, y0: y - 0.8 * SKRIFT, y1: y + 0.22 * SKRIFT };
      if (taken.some((one) => one.x0 < box.x1 && one.x1 > box.x0 && one.y0 < box.y1 && one.y1 > box.y0)) continue;
      taken.push(box, { x0: node.x - node.r, x1: node.x + node.r, y0: node.y - node.r, y1: node.y + node.r });
      made.push({ id: node.id, tekst: short(node.navn), x, y, bredde: width });
      break;
    }
  }
  return made;
}

/** Corners of the smallest convex figure around the points (Andrew's monotone chain). */
function omriss(points: readonly Plass[]): Plass[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (list: readonly Plass[]): Plass[] => {
    const chain: Plass[] = [];
    for (const point of list) {
      for (;;) {
        const [p, q] = [chain[chain.length - 2], chain[chain.length - 1]];
        if (!p || !q || (q.x - p.x) * (point.y - p.y) - (q.y - p.y) * (point.x - p.x) > 0) break;
        chain.pop();
      }
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return sorted.length < 3 ? sorted : [...half(sorted), ...half([...sorted].reverse())];
}

/**
 * The picture of one network. `pust` is awaited now and then.
 *
 * faste: where people stand in a looser network, when they are to be held in place; those who are not there are left out.
 */
export async function bildeAv(numbers: Tall, project: Prosjekt, size: Storrelse, pust: Pust, faste?: Bilde): Promise<Bilde> {
  const { nett } = numbers;
  const r = radii(numbers, size);
  const allLabels = numbers.antall <= ALL_LABELS;
  const boxes: Boks[] = nett.noder.map((node, i) => {
    const radius = r[i] as number;
    const label = allLabels ? tekstbredde(short(node.navn)) : 0;
    const extra = Math.max(0, Math.min(3, node.funksjoner.length - 1)) > 0 ? 9 : 0;
    const height = allLabels ? LABEL_HEIGHT : 0;
    return { id: node.id, halvB: Math.max(radius + extra, label / 2), halvH: radius + 3 + height / 2, opp: height / 2, klynge: numbers.klynger.av.get(node.id) ?? 0 };
  });
  const place = new Map(nett.noder.map((node, i) => [node.id, i]));
  const lines = nett.kanter.map((edge) => ({ a: place.get(edge.a) as number, b: place.get(edge.b) as number, vekt: edge.vekt }));
  const fixed = new Map(faste?.noder.map((node) => [node.id, node]));
  const placed = faste ? null : await plasser(boxes, lines, pust);
  const noder: Bildenode[] = nett.noder.map((node, i) => {
    const at = placed ? { x: (placed.steder[i] as Plass).x, y: (placed.steder[i] as Plass).y - (boxes[i] as Boks).opp } : (fixed.get(node.id) ?? { x: 0, y: 0 });
    return {
      id: node.id,
      navn: node.navn,
      x: at.x,
      y: at.y,
      r: r[i] as number,
      ...tegnFor(project, node.funksjoner[0]),
      andre: node.funksjoner.slice(1, 4).map((id) => tegnFor(project, id)),
      brobygger: numbers.noder[i]?.brobygger ?? false,
      svart: node.svart,
    };
  });
  const labels = allLabels
    ? noder.map((node) => ({ id: node.id, tekst: short(node.navn), x: node.x, y: node.y + node.r + SKRIFT, bredde: tekstbredde(short(node.navn)) }))
    : labelSome(noder, numbers.noder.map((_, i) => i).sort((a, b) => (numbers.noder[b]?.grad ?? 0) - (numbers.noder[a]?.grad ?? 0) || a - b));
  const bridges = new Set(numbers.broer.flatMap(([a, b]) => [`${a}\u0000${b}`, `${b}\u0000${a}`]));
  const most = Math.max(1, ...nett.kanter.map((edge) => edge.par));
  const grouped = nett.kanter.some((edge) => edge.par > 1) || nett.noder.some((node) => node.antall > 1);
  const linjer = nett.kanter.map((edge) => ({
    a: edge.a,
    b: edge.b,
    ofte: edge.ofte,
    bredde: lineWidth(edge.ofte, edge.par, most, grouped),
    bro: bridges.has(`${edge.a}\u0000${edge.b}`),
  }));
  const klynger = placed
    ? placed.skiver.map(({ nr, x, y, r: radius }) => ({ nr, x, y, r: radius }))
    : hulls(noder, numbers);
  const frame = faste ?? frameOf(noder, labels, klynger);
  return {
    x: frame.x,
    y: frame.y,
    bredde: frame.bredde,
    hoyde: frame.hoyde,
    noder,
    linjer,
    klynger,
    etiketter: labels,
    utenEtikett: numbers.antall - labels.length,
    aleneFra: placed?.aleneFra ?? null,
  };
}

function hulls(nodes: readonly Bildenode[], numbers: Tall): Bilde['klynger'] {
  return Array.from({ length: numbers.klynger.antall }, (_, i) => i + 1).map((nr) => {
    const members = nodes.filter((node) => numbers.klynger.av.get(node.id) === nr);
    const middle = (of: (node: Bildenode) => number): number => members.reduce((sum, node) => sum + of(node), 0) / members.length;
    return { nr, x: middle((node) => node.x), y: Math.min(...members.map((node) => node.y)), r: 0, hjorner: omriss(members) };
  });
}

function frameOf(nodes: readonly Bildenode[], labels: readonly Etikett[], discs: Bilde['klynger']): Pick<Bilde, 'x' | 'y' | 'bredde' | 'hoyde'> {
  let [left, top, right, bottom] = [0, 0, 320, 120];
  if (nodes.length > 0) [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const take = (x: number, y: number, dx: number, up: number, down: number): void => {
    left = Math.min(left, x - dx);
    right = Math.max(right, x + dx);
    top = Math.min(top, y - up);
    bottom = Math.max(bottom, y + down);
  };
  for (const node of nodes) take(node.x, node.y, node.r + 10, node.r + 4, node.r + 4);
  for (const label of labels) take(label.x, label.y, label.bredde / 2, SKRIFT, 4);
  for (const disc of discs) take(disc.x, disc.y, disc.r, disc.r + 14, disc.r);
  const pad = 12;
  // A small network is not blown up: it keeps its size, with air on both sides.
  const air = Math.max(0, (LEAST_WIDTH - (right - left)) / 2);
  return { x: left - pad - air, y: top - pad, bredde: right - left + 2 * (pad + air), hoyde: bottom - top + 2 * pad };
}

/** Lines drawn in one stroke: as few paths as there are looks, however many lines there are. */
export function stroker(bilde: Bilde): { klasse: string; bredde: number; d: string }[] {
  const at = new Map(bilde.noder.map((node) => [node.id, node]));
  const paths = new Map<string, { klasse: string; bredde: number; d: string[]; rang: number }>();
  for (const line of bilde.linjer) {
    const a = at.get(line.a) as Bildenode;
    const b = at.get(line.b) as Bildenode;
    const width = Math.round(line.bredde * 10) / 10;
    const klasse = `nv-linje nv-linje--${line.ofte}${line.bro ? ' nv-linje--bro' : ''}`;
    const key = `${klasse} ${width}`;
    const rang = OFTE.findIndex((one) => one.kode === line.ofte) * -1 + (line.bro ? 10 : 0);
    const path = paths.get(key) ?? { klasse, bredde: width, d: [], rang };
    path.d.push(`M${a.x.toFixed(1)} ${a.y.toFixed(1)}L${b.x.toFixed(1)} ${b.y.toFixed(1)}`);
    paths.set(key, path);
  }
  return [...paths.values()].sort((x, y) => x.rang - y.rang || x.bredde - y.bredde).map(({ klasse, bredde, d }) => ({ klasse, bredde, d: d.join('') }));
}
