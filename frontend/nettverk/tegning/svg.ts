/** The picture on the screen. Looks come from docs/assets/css/nettverk.css; the export module writes them into the file. */
import type { Prosjekt } from '../typer';
import { tegnFor, tekstbredde, SKRIFT } from './bilde';
import type { Bilde, Form } from './bilde';
import { stroker } from './bilde';
import { omrissAv } from './tegn';

const NS = 'http://www.w3.org/2000/svg';

function el(tag: string, attributes: Record<string, string | number>, ...children: (Node | string)[]): SVGElement {
  const element = document.createElementNS(NS, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, typeof value === 'number' ? String(Math.round(value * 10) / 10) : value);
  element.append(...children);
  return element;
}

const fill = (colour: number): string => `nv-farge nv-farge--${colour < 0 ? 'ingen' : colour}`;

/** One line of the explanation: a sign or a line, and what it means. */
interface Forklaring {
  tegn: (x: number, y: number) => SVGElement;
  tekst: string;
}

/** What the signs of this picture mean; only those that are used. */
function explanations(bilde: Bilde, project: Prosjekt, grouped: boolean): Forklaring[] {
  const used = new Set(bilde.noder.map((node) => `${node.form} ${node.farge}`));
  for (const node of bilde.noder) for (const other of node.andre) used.add(`${other.form} ${other.farge}`);
  const sign = (form: Form, farge: number) => (x: number, y: number) => el('path', { d: omrissAv(form, x, y, 7), class: fill(farge) });
  const line = (klasse: string, width: number) => (x: number, y: number) =>
    el('path', { d: `M${x - 14} ${y}H${x + 14}`, class: `nv-linje ${klasse}`, 'stroke-width': width });
  const list: Forklaring[] = project.funksjoner.flatMap((one) => {
    const { form, farge } = tegnFor(project, one.id);
    return used.has(`${form} ${farge}`) ? [{ tegn: sign(form, farge), tekst: one.navn }] : [];
  });
  if (used.has('sirkel -1')) list.push({ tegn: sign('sirkel', -1), tekst: 'Uten oppgitt funksjon' });
  const widths = { daglig: 5, ukentlig: 2.8, manedlig: 1.4, sjelden: 0.8 } as const;
  const names = { daglig: 'daglig', ukentlig: 'ukentlig', manedlig: 'månedlig', sjelden: 'sjelden' } as const;
  const often = new Set(bilde.linjer.map((one) => one.ofte));
  if (grouped && bilde.linjer.length > 0) list.push({ tegn: line('nv-linje--ukentlig', 4), tekst: 'Tykkere: flere par har kontakt' });
  else for (const key of Object.keys(widths) as (keyof typeof widths)[]) if (often.has(key)) list.push({ tegn: line(`nv-linje--${key}`, widths[key]), tekst: `Kontakt ${names[key]}` });
  if (bilde.linjer.some((one) => one.bro)) list.push({ tegn: line('nv-linje--bro', 3), tekst: 'Bro: eneste vei mellom to deler' });
  if (bilde.klynger.length > 0) list.push({ tegn: (x, y) => el('circle', { cx: x, cy: y, r: 8, class: 'nv-klynge' }), tekst: 'Klynge' });
  if (bilde.noder.some((one) => one.brobygger)) {
    list.push({ tegn: (x, y) => el('g', {}, el('circle', { cx: x, cy: y, r: 9, class: 'nv-ring' }), el('circle', { cx: x, cy: y, r: 5, class: 'nv-farge nv-farge--ingen' })), tekst: 'Ring: brobygger' });
  }
  if (bilde.noder.some((one) => !one.svart)) list.push({ tegn: (x, y) => el('circle', { cx: x, cy: y, r: 7, class: 'nv-farge nv-farge--hul' }), tekst: grouped ? 'Stiplet kant: ikke alle har svart' : 'Stiplet kant: har ikke svart' });
  return list;
}

/** Draws the explanation below the picture in as many rows as it takes; gives its height. */
function drawExplanation(list: readonly Forklaring[], x: number, y: number, width: number): { gruppe: SVGElement; hoyde: number } {
  const group = el('g', { class: 'nv-forklaring' });
  const rowHeight = SKRIFT + 9;
  let [left, top] = [x, y + rowHeight];
  for (const { tegn, tekst } of list) {
    const wide = 36 + tekstbredde(tekst) + 18;
    if (left > x && left + wide > x + width) {
      left = x;
      top += rowHeight;
    }
    group.append(tegn(left + 16, top - SKRIFT / 3), el('text', { x: left + 36, y: top, class: 'nv-tekst' }, tekst));
    left += wide;
  }
  return { gruppe: group, hoyde: top - y + 8 };
}

interface Tegnevalg {
  tittel: string;
  beskrivelse: string;
  prosjekt: Prosjekt;
  /** Whether the nodes are units or functions. */
  grupper: boolean;
  /** Id of the node whose lines are brought forward. */
  framhevet: string | null;
  velg?: (id: string) => void;
}

function cluster(one: Bilde['klynger'][number]): SVGElement {
  if (!one.hjorner) return el('circle', { cx: one.x, cy: one.y, r: one.r, class: 'nv-klynge' });
  const d = `M${one.hjorner.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
  // A thick, round stroke makes a soft edge around the corners.
  return el('path', { d, class: 'nv-klyngeflate' });
}

function clusterName(one: Bilde['klynger'][number]): SVGElement {
  return el('text', { x: one.x, y: one.hjorner ? one.y - 34 : one.y - one.r - 5, class: 'nv-tekst nv-klyngenavn', 'text-anchor': 'middle' }, `Klynge ${one.nr}`);
}

/** Makes the SVG. To screen readers it is one picture with a title and a text; the tables beside it hold the rest. */
export function tegn(bilde: Bilde, choice: Tegnevalg): SVGSVGElement {
  const explained = drawExplanation(explanations(bilde, choice.prosjekt, choice.grupper), bilde.x + 12, bilde.y + bilde.hoyde, bilde.bredde - 24);
  const height = bilde.hoyde + explained.hoyde;
  const svg = el('svg', { viewBox: [bilde.x, bilde.y, bilde.bredde, height].map((one) => Math.round(one * 10) / 10).join(' '), class: 'nv-bilde', role: 'img', 'font-size': SKRIFT }) as SVGSVGElement;
  const title = el('title', { id: 'nv-bilde-tittel' }, choice.tittel);
  const text = el('desc', { id: 'nv-bilde-tekst' }, choice.beskrivelse);
  svg.setAttribute('aria-labelledby', title.id);
  svg.setAttribute('aria-describedby', text.id);
  svg.append(title, text);
  const at = new Map(bilde.noder.map((node) => [node.id, node]));
  const chosen = choice.framhevet;
  const near = new Set(chosen === null ? [] : bilde.linjer.flatMap((line) => (line.a === chosen ? [line.b] : line.b === chosen ? [line.a] : [])));
  svg.append(el('g', {}, ...bilde.klynger.map(cluster)));
  svg.append(el('g', { class: chosen === null ? 'nv-linjer' : 'nv-linjer nv-linjer--svake' }, ...stroker(bilde).map((one) => el('path', { d: one.d, class: one.klasse, 'stroke-width': one.bredde }))));
  if (chosen !== null) {
    const mine = bilde.linjer.filter((line) => line.a === chosen || line.b === chosen);
    svg.append(el('g', {}, ...stroker({ ...bilde, linjer: mine }).map((one) => el('path', { d: one.d, class: `${one.klasse} nv-linje--valgt`, 'stroke-width': Math.max(2, one.bredde) }))));
  }
  svg.append(el('g', {}, ...bilde.klynger.map(clusterName)));
  if (bilde.aleneFra !== null && bilde.noder.length > 0) {
    svg.append(el('text', { x: bilde.x + 14, y: bilde.aleneFra - 12, class: 'nv-tekst nv-klyngenavn' }, 'Uten kontakt så ofte'));
  }
  for (const node of bilde.noder) {
    const faded = chosen !== null && node.id !== chosen && !near.has(node.id);
    const group = el('g', { class: faded ? 'nv-node nv-node--svak' : 'nv-node' });
    if (node.brobygger) group.append(el('circle', { cx: node.x, cy: node.y, r: node.r * 1.25 + 4, class: 'nv-ring' }));
    group.append(el('path', { d: omrissAv(node.form, node.x, node.y, node.r), class: `${fill(node.farge)}${node.svart ? '' : ' nv-farge--taus'}` }));
    node.andre.forEach((other, i) => {
      group.append(el('path', { d: omrissAv(other.form, node.x + node.r * 0.95, node.y - node.r * 0.6 + i * 10, 4.5), class: fill(other.farge) }));
    });
    if (choice.velg) group.addEventListener('click', () => choice.velg?.(node.id));
    svg.append(group);
  }
  for (const label of bilde.etiketter) {
    const node = at.get(label.id);
    const faded = chosen !== null && label.id !== chosen && !near.has(label.id);
    svg.append(el('text', { x: label.x, y: label.y, class: `nv-tekst nv-etikett${node?.brobygger ? ' nv-etikett--bro' : ''}${faded ? ' nv-node--svak' : ''}`, 'text-anchor': 'middle' }, label.tekst));
  }
  svg.append(explained.gruppe);
  return svg;
}

/** The explanation in words, for the report. */
export function tegnforklaringTekst(bilde: Bilde, project: Prosjekt, grouped: boolean): string[] {
  return [`Tegnene: ${explanations(bilde, project, grouped).map((one) => one.tekst).join('; ')}. Tegnforklaringen står også i bildet.`];
}
