/** The sheets of the viewer: a slide as elements, with letters small enough for all of it to be seen. */
import { lag } from '../felles/dom';
import { settTeller } from '../felles/teller';
import type { Blokk, Lysbilde } from './inndeling';

const SMALLEST = 0.38;
/** Words are kept whole down to this size. */
const SMALLEST_WHOLE = 0.5;

/** Makes the letters smaller until all of the slide is inside it. */
export function tilpassArk(sheet: HTMLElement): void {
  // What runs over the body may still have room in the edge of the sheet; it is to keep off that.
  const boxes = [sheet, ...sheet.querySelectorAll<HTMLElement>('.kb-lys__kropp')];
  // A word that is too long even then is cut.
  for (const cut of [false, true]) {
    sheet.classList.toggle('kb-lys__ark--bryt', cut);
    for (let size = 1; size >= (cut ? SMALLEST : SMALLEST_WHOLE); size -= 0.05) {
      sheet.style.setProperty('--lys-del', size.toFixed(2));
      if (boxes.every((box) => box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1)) return;
    }
  }
}

/** Slide `at` (from 0) of so many. */
export function lagArk(slide: Lysbilde, at: number, of: number): HTMLElement {
  const section = lag('section', { klasse: at === 0 ? 'kb-lys__ark kb-lys__ark--tittel' : 'kb-lys__ark' });
  section.setAttribute('aria-roledescription', 'lysbilde');
  section.setAttribute('aria-label', `${at + 1} av ${of}`);
  section.append(lag('h2', { klasse: 'kb-lys__tittel' }, slide.tittel));
  const body = lag('div', { klasse: 'kb-lys__kropp' });
  let list = null as HTMLElement | null;
  for (const block of slide.blokker) {
    const kind = block.slags === 'punkt' ? 'ul' : block.slags === 'nummer' || block.slags === 'svar' ? 'ol' : '';
    if (!kind) list = null;
    else if (list?.localName !== kind || list.dataset['slags'] !== block.slags) {
      list = lag(kind as 'ul' | 'ol', { klasse: block.slags === 'svar' ? 'kb-lys__svar' : undefined });
      list.dataset['slags'] = block.slags;
      if (list instanceof HTMLOListElement && block.nr) list.start = block.nr;
      body.append(list);
    }
    (list ?? body).append(shown(block));
  }
  section.append(body);
  return section;
}

function shown(block: Blokk): HTMLElement {
  if (block.slags === 'figur' && block.node) return figure(block);
  if (block.slags === 'tabell') return table(block);
  if (block.slags === 'avsnitt' || block.slags === 'kilde') {
    return lag('p', { klasse: block.slags === 'kilde' ? 'kb-lys__kilde' : undefined }, block.tekst);
  }
  const item = lag('li', {}, block.tekst);
  if (block.slags === 'svar') settTeller(item);
  return item;
}

/** The drawing itself: what the page draws is what the room sees. */
function figure(block: Blokk): HTMLElement {
  const holder = lag('div', { klasse: 'kb-lys__figur' });
  const drawing = block.node?.cloneNode(true) as SVGElement;
  for (const one of [drawing, ...drawing.querySelectorAll('[id]')]) one.removeAttribute('id');
  for (const link of drawing.querySelectorAll('a')) link.removeAttribute('href');
  holder.append(drawing);
  return holder;
}

function table(block: Blokk): HTMLElement {
  const holder = lag('div', { klasse: 'kb-lys__tabell' });
  const grid = lag('table');
  const head = grid.createTHead().insertRow();
  for (const name of block.hode ?? []) {
    const cell = lag('th', {}, name);
    cell.scope = 'col';
    head.append(cell);
  }
  const body = grid.createTBody();
  for (const row of block.rader ?? []) {
    const line = body.insertRow();
    row.forEach((text, at) => {
      const cell = lag(at === 0 ? 'th' : 'td', {}, text);
      if (at === 0) (cell as HTMLTableCellElement).scope = 'row';
      line.append(cell);
    });
  }
  holder.append(grid);
  return holder;
}
