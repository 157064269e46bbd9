/**
 * Tables: downloads of what is shown, and scroll areas that the keyboard can reach.
 *
 *   <div class="kb-tabell" data-navn="tiltak"><div class="kb-tabell__flate"><table class="kb-tabell__tabell">
 *     <caption>Tiltak i Lørenskog</caption>…</table></div></div>
 *
 * data-navn names the file, the caption what is in it. A table without the inner div and the class gets them here.
 *
 * The files hold what the reader sees: hidden rows and columns are left out. A cell may say what it means with
 * data-tall="1200000" (a number, point as decimal sign) or data-dato="2011-12-31"; else it is text.
 */
import type { Verdi } from '../eksport/typer';
import { knapp, lag } from './dom';
import { lastEksport } from './last';
import { leggknapp } from './legg';

const NOT_CONTENT = '.kb-anker, .kb-bare-skjerm, .headerlink, script, style, [hidden], .kb-ikke-i-fil';
const FORMATS = [
  ['Excel', 'xlsx'],
  ['Word', 'docx'],
  ['CSV', 'csv'],
] as const;

export interface Lest {
  navn: string;
  kolonner: string[];
  rader: Verdi[][];
}

export type Format = (typeof FORMATS)[number][1];

function isShown(element: Element): boolean {
  return element.getClientRects().length > 0;
}

/** The text of a cell as one would copy it: blocks and line breaks on lines of their own, no buttons or anchors. */
export function celletekst(cell: Element): string {
  const copy = cell.cloneNode(true) as Element;
  copy.querySelectorAll(NOT_CONTENT).forEach((element) => element.remove());
  copy.querySelectorAll('br').forEach((element) => element.replaceWith('\n'));
  copy.querySelectorAll('li, p, div, dt, dd').forEach((element) => element.append('\n'));
  return (copy.textContent ?? '')
    .split('\n')
    .map((line) => line.replace(/[ \t\u00A0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** What a cell holds in a file: a number, a day, or its text. */
export function verdiAv(cell: HTMLElement): Verdi {
  const { tall, dato } = cell.dataset;
  if (tall !== undefined && tall !== '' && Number.isFinite(Number(tall))) return Number(tall);
  if (dato !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(dato)) return new Date(`${dato}T00:00:00Z`);
  return celletekst(cell) || null;
}

/** Reads what is shown of a table. A cell over several columns fills the first of them. */
function readTable(table: HTMLTableElement, name: string): Lest {
  const headers = [...(table.tHead?.rows[table.tHead.rows.length - 1]?.cells ?? [])];
  // On a narrow screen the header row is taken out of sight, but not out of the table: only `hidden` columns are left out.
  const columns = headers.flatMap((header, index) => (header.hidden ? [] : [index]));
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => !row.hidden && isShown(row));
  return {
    navn: name,
    kolonner: columns.map((index) => celletekst(headers[index] as Element)),
    rader: rows.map((row) => {
      const cells: (HTMLTableCellElement | null)[] = [];
      for (const cell of row.cells) cells.push(cell, ...Array<null>(Math.max(0, cell.colSpan - 1)).fill(null));
      return columns.map((index) => {
        const cell = cells[index];
        return cell ? verdiAv(cell) : null;
      });
    }),
  };
}

function meta(name: string): string {
  return document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? '';
}

/** Where the file comes from; goes with it, as the licence asks. */
function origin(om: readonly [string, string][]): [string, string][] {
  const address = location.protocol === 'file:' ? '' : location.href.split('#')[0] ?? '';
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const rows: [string, string][] = [
    ['Side', document.title],
    ['Adresse', canonical ? `${canonical}${location.search}` : address],
    ...om,
    ['Nettstedet bygd', meta('kb-byggedato')],
    ['Lisens', meta('kb-lisens')],
  ];
  return rows.filter(([, value]) => value !== '');
}

/** What the table is called, for a reader: its caption, else data-navn. */
function titleOf(wrapper: HTMLElement | null, table: HTMLTableElement | null): string {
  return (table?.caption && celletekst(table.caption)) || wrapper?.dataset.navn || '';
}

/** Gives the reader a file of what has been read. `om`: more that is to be told of where it comes from. */
export async function lastNedTabell(read: Lest, basename: string, kind: Format, om: readonly [string, string][] = []): Promise<void> {
  const eksport = await lastEksport();
  const file = `${eksport.filnavnAv(basename)}.${kind}`;
  const told = origin(om);
  if (kind === 'csv') {
    eksport.lastNed(eksport.tilCsv([read.kolonner, ...read.rader]), file);
  } else if (kind === 'xlsx') {
    const columns = read.kolonner.map((column) => ({ navn: column }));
    eksport.lastNed(await eksport.tilExcel({ ark: [{ navn: read.navn, kolonner: columns, rader: read.rader }], om: told }), file);
  } else {
    const source = told.map(([label, value]) => ({
      slags: 'avsnitt' as const,
      tekst: [`${label}: `, value.startsWith('http') ? { tekst: value, lenke: value } : value],
    }));
    const content = [{ slags: 'tabell' as const, kolonner: read.kolonner, rader: read.rader }, ...source];
    const document = { tittel: read.navn, blokker: content, liggende: read.kolonner.length > 4, bunntekst: meta('kb-navn') };
    eksport.lastNed(await eksport.tilWord(document), file);
  }
}

function addDownloads(wrapper: HTMLElement, table: HTMLTableElement): void {
  const name = titleOf(wrapper, table) || 'Tabell';
  const basename = wrapper.dataset.navn || name;
  const status = lag('span', { role: 'status' });
  const line = lag('p', { klasse: 'kb-lastned kb-ikke-utskrift' }, 'Last ned: ');
  FORMATS.forEach(([label, kind], index) => {
    const button = knapp(label, () => {
      status.textContent = ' Lager fila …';
      lastNedTabell(readTable(table, name), basename, kind).then(
        () => (status.textContent = ' Fila er laget.'),
        (error: unknown) => {
          console.error(error);
          status.textContent = ' Fila ble ikke laget. Last inn siden på nytt, og prøv en gang til.';
        },
      );
    }, { klasse: 'kb-lenkeknapp', 'aria-label': `Last ned tabellen «${name}» som ${label}` });
    if (index > 0) line.append(' · ');
    line.append(button);
  });
  if (wrapper.closest('.md-typeset article, article.md-typeset') && !wrapper.closest('.vk-rot')) {
    line.append(lag('span', { klasse: 'kb-lastned__skille' }, ' · '), leggknapp('kb-lenkeknapp kb-lastned__legg', name, (legg) => legg.leggTabell(wrapper)));
  }
  line.append(status);
  wrapper.append(line);
}

/** Rows become blocks on a narrow screen, and some browsers then forget that they are a table: the roles say so. */
export function keepRoles(table: HTMLTableElement, rows: Iterable<HTMLTableRowElement> = table.rows): void {
  const set = (elements: Iterable<Element>, role: string): void => {
    for (const element of elements) if (!element.hasAttribute('role')) element.setAttribute('role', role);
  };
  set([table], 'table');
  set(table.querySelectorAll('thead, tbody, tfoot'), 'rowgroup');
  set(rows, 'row');
  for (const row of rows) {
    const header = row.parentElement?.tagName === 'THEAD' ? 'columnheader' : 'rowheader';
    for (const cell of row.cells) set([cell], cell.tagName === 'TD' ? 'cell' : header);
  }
}

/** The heading that an element stands under: what a table without a caption is called. */
function headingAbove(element: Element): string {
  for (let before = element.previousElementSibling; before; before = before.previousElementSibling) {
    if (/^H[1-6]$/.test(before.tagName)) return before.firstChild?.textContent?.trim() ?? '';
  }
  return '';
}

/** Makes areas that scroll sideways reachable by keyboard, for as long as they do scroll. */
function watchScroll(areas: readonly HTMLElement[]): void {
  const update = (area: HTMLElement): void => {
    if (area.scrollWidth > area.clientWidth + 1) {
      const name = titleOf(area.closest<HTMLElement>('[data-navn]'), area.querySelector('table'));
      area.tabIndex = 0;
      area.setAttribute('role', 'region');
      area.setAttribute('aria-label', `${name || headingAbove(area) || 'Bred tabell'} – kan rulles sidelengs`);
    } else {
      for (const attribute of ['tabindex', 'role', 'aria-label']) area.removeAttribute(attribute);
    }
  };
  const observer = new ResizeObserver((entries) => entries.forEach((entry) => update(entry.target as HTMLElement)));
  for (const area of areas) observer.observe(area);
}

/** Gives a bare table the area that scrolls; plain tables get theirs in sidestotte.ts. */
function giveArea(table: HTMLTableElement): void {
  if (table.closest('.kb-tabell__flate, .md-typeset__scrollwrap')) return;
  const area = document.createElement('div');
  area.className = 'kb-tabell__flate';
  table.replaceWith(area);
  area.append(table);
  table.classList.add('kb-tabell__tabell');
}

/** Gives one table its area, its roles and its files: for tables that a tool makes, too. */
export function kleTabell(wrapper: HTMLElement): void {
  const table = wrapper.querySelector('table');
  if (!table) return;
  giveArea(table);
  if (wrapper.closest('.kb-utforsker')) return;
  keepRoles(table);
  addDownloads(wrapper, table);
}

/** Starts both, for all tables of the page. An explorer has its own of both roles and downloads. */
export function startTabell(): void {
  document.querySelectorAll<HTMLElement>('.kb-tabell').forEach(kleTabell);
  // Plain tables and those of the tools get their areas after this; all are caught once the page is loaded.
  const watch = (): void =>
    watchScroll([...document.querySelectorAll<HTMLElement>('.kb-tabell__flate, .md-typeset__scrollwrap, .md-typeset pre > code')]);
  if (document.readyState === 'complete') watch();
  else window.addEventListener('load', watch, { once: true });
}
