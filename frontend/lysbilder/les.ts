/** From the page as it stands in the browser to parts with blocks: what is filtered or sorted there is so here too. */
import type { Blokk, Del } from './inndeling';

const LEFT_OUT =
  '.kb-ikke-utskrift, .kb-ikke-lysbilde, .kb-lysknapp, .kb-utlopt, .headerlink, .kb-anker, .kb-teller, script, style, template, button, input, select, textarea, form, nav, [hidden], .kb-tabell__verktoy, .kb-forklaring';
/** A drawing higher than this, counted in its own width, can't be read on a slide. */
const TALLEST = 1.4;
const LENGTHS: Readonly<Record<string, string>> = { dag: 'minutter', '90': 'minutter-90', '45': 'minutter-45' };

/** What an element says, without links to itself, buttons and references to sources. */
function text(element: Element, without = `${LEFT_OUT}, .kb-kilde`): string {
  const copy = element.cloneNode(true) as Element;
  copy.querySelectorAll(without).forEach((part) => part.remove());
  for (const label of copy.querySelectorAll('.kb-merke')) {
    const after = (label.nextSibling?.textContent ?? '').trim();
    if ((label.nextElementSibling ?? after) && !after.startsWith('·')) label.append(':');
  }
  // The dots between the grades of an example are drawn by the style sheet.
  for (const grade of copy.querySelectorAll('.kb-grad:not(:last-child)')) grade.append(',');
  return (copy.textContent ?? '').replace(/\s+/gu, ' ').replace(/ ([.,;:])(?=\s|$)/gu, '$1').trim();
}

/** The title, the first paragraph, and the parts of the page. */
export function lesSide(article: HTMLElement): { tittel: string; ingress: string; deler: Del[] } {
  const heading = article.querySelector('h1');
  const reader = new Leser();
  for (const child of article.children) if (child !== heading) reader.les(child);
  reader.slutt();
  const parts = reader.deler;
  const first = parts[0];
  const opening = first && first.tittel === '' ? first : undefined;
  const ingress = opening?.blokker.find(({ slags }) => slags === 'avsnitt')?.tekst ?? '';
  const rest = opening ? opening.blokker.filter(({ tekst }) => tekst !== ingress || ingress === '') : [];
  const tittel = (heading ? text(heading) : document.title).replace(/^Lysbilder: /u, '');
  const deler = parts
    .map((del) => (del === opening ? { ...del, tittel, blokker: rest } : del))
    .filter((del) => del.blokker.length > 0 && !(del.niva === 2 && del.tittel === 'Kilder'));
  return { tittel, ingress, deler };
}

/** The parts of the elements in order, as they would be on a page of their own. */
export function lesDeler(elements: Iterable<Element>): Del[] {
  const reader = new Leser();
  for (const element of elements) reader.les(element);
  reader.slutt();
  return reader.deler.filter((del) => del.blokker.length > 0);
}

/**
 * One piece of a page: all of it («»), the table named in «tabell-<navn>», or what has the id: a heading with its section,
 * a task, a paragraph, a row. Null where there is no such place.
 */
export function lesStykke(article: HTMLElement, anker: string): { tittel: string; deler: Del[] } | null {
  const { tittel, ingress, deler } = lesSide(article);
  if (anker === '') {
    const opening: Del[] = ingress ? [{ tittel, blokker: [{ slags: 'avsnitt', tekst: ingress }], notat: [] }] : [];
    return { tittel, deler: [...opening, ...deler] };
  }
  const place = placeOf(article, anker);
  if (!place) return null;
  const parts = place instanceof HTMLTableRowElement ? rowAsPart(place) : lesDeler(place.matches('h2, h3, h4') ? sectionOf(place) : [place]);
  const found = parts.length > 0 ? parts : [{ tittel: '', blokker: [{ slags: 'avsnitt' as const, tekst: text(place) }], notat: [] }];
  return { tittel, deler: found.map((del) => (del.tittel === '' ? { ...del, tittel } : del)) };
}

function placeOf(article: HTMLElement, anker: string): Element | null {
  const table = anker.startsWith('tabell-') ? anker.slice('tabell-'.length) : '';
  const named = table && [...article.querySelectorAll<HTMLElement>('.kb-tabell')].find(({ dataset }) => dataset['navn'] === table);
  if (named) return named;
  const found = article.ownerDocument.getElementById(anker);
  return found && article.contains(found) ? found.closest('tr, li, p, section, div, figure, h2, h3, h4, dt') : null;
}

/** A heading and all that stands below it, up to the next of its level. */
function sectionOf(heading: Element): Element[] {
  const out = [heading];
  for (let next = heading.nextElementSibling; next; next = next.nextElementSibling) {
    if (/^h[1-6]$/u.test(next.localName) && next.localName <= heading.localName) break;
    out.push(next);
  }
  return out;
}

function rowAsPart(row: HTMLTableRowElement): Del[] {
  const names = [...(row.closest('table')?.tHead?.rows[0]?.cells ?? [])].map((cell) => text(cell));
  const cells = [...row.cells].map((cell) => text(cell));
  const said = cells.slice(1).flatMap((cell, at): Blokk[] => (cell ? [{ slags: 'punkt', tekst: `${names[at + 1] ?? ''}: ${cell}` }] : []));
  return [{ tittel: cells[0] ?? '', blokker: said, notat: [] }];
}

class Leser {
  deler: Del[] = [];
  private tittel = '';
  private niva = 2;
  private blokker: Blokk[] = [];
  private notat: string[] = [];
  private minutter: Record<string, number> | undefined;
  private ny = false;
  private fast = false;

  slutt(): void {
    if (this.tittel !== '' || this.blokker.length > 0) {
      const { tittel, niva, blokker, notat, ny, fast } = this;
      this.deler.push({ tittel, niva, blokker, notat, ny, fast, ...(this.minutter ? { minutter: this.minutter } : {}) });
    }
    this.blokker = [];
    this.notat = [];
    this.ny = false;
    this.fast = false;
  }

  les(element: Element): void {
    if (element.matches(LEFT_OUT)) return;
    const name = element.localName;
    if (element.matches('.kb-lysbilde')) this.lysbilde(element as HTMLElement);
    else if (/^h[2-6]$/u.test(name)) this.begynn(text(element), Number(name[1]));
    else if (element.matches('.kb-notat')) this.notat.push(...[...element.children].flatMap((part) => (part.matches('ul, ol') ? [...part.children] : [part])).map((part) => text(part)));
    else if (element.matches('figure, .kb-kart')) this.figur(element);
    else if (name === 'table') this.tabell(element as HTMLTableElement);
    else if (name === 'ul' || name === 'ol') this.liste(element);
    else if (name === 'dl') this.par(element);
    else if (name === 'summary') this.begynn(text(element), 6);
    else if (name === 'p' || name === 'blockquote' || name === 'pre') this.avsnitt(element);
    else for (const child of element.children) this.les(child);
  }

  private begynn(tittel: string, niva: number): void {
    this.slutt();
    this.tittel = tittel;
    this.niva = niva;
  }

  private lysbilde(section: HTMLElement): void {
    const given = Object.entries(LENGTHS).flatMap(([length, field]) => {
      const minutes = Number(section.getAttribute(`data-${field}`));
      return minutes > 0 ? [[length, minutes] as const] : [];
    });
    this.slutt();
    this.tittel = '';
    if (given.length > 0) {
      this.minutter = Object.fromEntries(given);
      this.ny = true;
    }
    const starts = this.ny;
    for (const child of section.children) {
      this.les(child);
      this.ny = starts;
      this.fast = true;
    }
    this.slutt();
  }

  private avsnitt(element: Element): void {
    const isSource = element.matches('.kb-kilde');
    const said = isSource ? text(element, LEFT_OUT) : text(element);
    if (said === '') return;
    // Sources of claims go to the notes; on a slide that was written as one, they are short and stay.
    if (isSource && !element.closest('.kb-lysbilde')) this.notat.push(said);
    else this.blokker.push({ slags: isSource ? 'kilde' : 'avsnitt', tekst: said });
  }

  private liste(list: Element): void {
    let number = 0;
    for (const item of list.children) {
      if (item.localName !== 'li' || item.matches(LEFT_OUT)) continue;
      number += 1;
      if (item.querySelector('table, figure, details')) {
        for (const child of item.children) this.les(child);
        continue;
      }
      // A claim says one thing; its source and what must be known about it go to the notes.
      const claim = item.matches('.kb-pastand, .kb-vist > li') ? item.querySelector(':scope > p') : null;
      const said = text(claim ?? item);
      if (claim) this.notat.push(...[...item.children].filter((part) => part !== claim).map((part) => text(part, LEFT_OUT)));
      else if (item.querySelector(':scope > .kb-kilde')) this.notat.push(text(item, LEFT_OUT));
      if (said === '') continue;
      if (item.hasAttribute('data-haand')) this.blokker.push({ slags: 'svar', tekst: said, nr: number });
      else if (list.localName === 'ol') this.blokker.push({ slags: 'nummer', tekst: said, nr: number });
      else this.blokker.push({ slags: 'punkt', tekst: said });
    }
  }

  private par(list: Element): void {
    const inside = [...list.querySelectorAll('dt')];
    for (const term of inside) {
      const said: string[] = [];
      for (let next = term.nextElementSibling; next?.localName === 'dd'; next = next.nextElementSibling) said.push(text(next));
      const whole = [text(term), said.join(' ')].filter(Boolean).join(': ');
      if (whole !== '') this.blokker.push({ slags: 'punkt', tekst: whole });
    }
  }

  private figur(figure: Element): void {
    const drawing = [...figure.querySelectorAll('svg')].find((svg) => getComputedStyle(svg).display !== 'none');
    const caption = figure.querySelector('figcaption');
    const box = drawing?.viewBox.baseVal;
    const said = caption ? text(caption) : 'Figuren';
    if (box && box.height > TALLEST * box.width) this.blokker.push({ slags: 'avsnitt', tekst: `${said.replace(/\.$/u, '')}: figuren står på siden.` });
    else if (drawing) this.blokker.push({ slags: 'figur', tekst: caption ? text(caption) : '', node: drawing });
    figure.querySelectorAll('table').forEach((table) => this.notat.push(text(table)));
  }

  private tabell(table: HTMLTableElement): void {
    const cells = (row: HTMLTableRowElement): string[] => [...row.cells].map((cell) => text(cell));
    const first = table.tHead?.rows[0] ?? table.rows[0];
    if (!first) return;
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => row !== first && !row.hidden);
    const title = table.caption ? text(table.caption) : '';
    if (title !== '' && this.blokker.length === 0 && this.tittel === '') this.tittel = title;
    this.blokker.push({ slags: 'tabell', tekst: title, hode: cells(first), rader: rows.map(cells) });
  }
}
