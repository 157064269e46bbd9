/** Parts that several steps use: lists of faults, tables with downloads, choice of round. */
import type { Verdi } from '../../eksport/typer';
import { keepRoles } from '../../felles/tabell';
import { liste, tall } from '../ordlyd';
import type { Feil } from '../typer';
import type { App } from './app';
import { avsnitt, knapp, lag, nyId, velger } from '../../felles/dom';

export const overskrift = (text: string): HTMLHeadingElement => lag('h2', { tabindex: -1 }, text);

const MOST_SHOWN = 200;

/** The faults with line and reason; null when there are none. */
export function feilliste(feil: readonly Feil[], tittel: string): HTMLElement | null {
  if (feil.length === 0) return null;
  // The same reason on many lines is said once.
  const lines = new Map<string, number[]>();
  for (const { linje, grunn } of feil) {
    const on = lines.get(grunn) ?? [];
    if (linje > 0) on.push(linje);
    lines.set(grunn, on);
  }
  const said = [...lines].map(([grunn, on]) => (on.length > 0 ? `Linje ${liste(on.map(String), 12)}: ${grunn}` : grunn));
  const shown = said.slice(0, MOST_SHOWN).map((text) => lag('li', {}, text));
  if (said.length > MOST_SHOWN) shown.push(lag('li', {}, `… og ${said.length - MOST_SHOWN} til.`));
  return lag('div', { klasse: 'vk-feil' }, lag('p', { klasse: 'vk-feil__tittel' }, tittel), lag('ul', {}, ...shown));
}

interface Tabellinnhold {
  navn: string;
  kolonner: readonly { navn: string; tall?: boolean; hjelp?: string }[];
  /** The first cell of a row is its heading. A number is shown with `vis`, else as it is. */
  rader: readonly (readonly Celle[])[];
}
export type Celle = string | number | null | { verdi: number | null; vis: string } | Node;

const valueOf = (cell: Celle): Verdi => (cell instanceof Node ? cell.textContent : cell !== null && typeof cell === 'object' ? cell.verdi : cell);

function cellNode(cell: Celle, tag: 'th' | 'td', column: Tabellinnhold['kolonner'][number] | undefined): HTMLElement {
  const given = { klasse: column?.tall ? 'tall' : undefined, scope: tag === 'th' ? 'row' : undefined, 'data-label': column?.navn };
  if (cell instanceof Node) return lag(tag, given, cell);
  if (cell !== null && typeof cell === 'object') return lag(tag, { ...given, 'data-tall': cell.verdi === null ? null : String(cell.verdi) }, cell.vis);
  return lag(tag, { ...given, 'data-tall': typeof cell === 'number' ? String(cell) : null }, cell === null ? '–' : typeof cell === 'number' ? tall(cell) : cell);
}

/** More rows than this are drawn when asked for; the files hold them all. */
const FIRST_ROWS = 150;
/** A table with more rows scrolls in an area of its own. */
const LONG = 24;

/** A table that scrolls by keyboard, with the three files below it. Sorting is on click of a column's button when asked for. */
export function tabell(app: App, content: Tabellinnhold): HTMLElement {
  const head = lag('tr', {}, ...content.kolonner.map((column) => lag('th', { scope: 'col', klasse: column.tall ? 'tall' : undefined }, column.navn)));
  const rowOf = (row: readonly Celle[]): HTMLElement => lag('tr', {}, ...row.map((cell, i) => cellNode(cell, i === 0 ? 'th' : 'td', content.kolonner[i])));
  const body = lag('tbody', {}, ...content.rader.slice(0, FIRST_ROWS).map(rowOf));
  const rest = content.rader.slice(FIRST_ROWS);
  const more = rest.length > 0 ? knapp(`Vis alle ${content.rader.length} radene`, () => {
    body.append(...rest.map(rowOf));
    keepRoles(table);
    more?.remove();
    area.focus();
  }) : null;
  const table = lag('table', { klasse: 'kb-tabell__tabell' }, lag('caption', {}, content.navn), lag('thead', {}, head), body);
  keepRoles(table);
  const area = lag('div', { klasse: 'kb-tabell__flate', tabindex: 0, role: 'region', 'aria-label': `${content.navn} – kan rulles` }, table);
  const columns = content.kolonner.map((column) => column.navn);
  const plain = (): Verdi[][] => content.rader.map((row) => row.map(valueOf));
  const button = (label: string, click: () => void): HTMLButtonElement => knapp(label, click, { klasse: 'kb-lenkeknapp', 'aria-label': `Last ned tabellen «${content.navn}» som ${label}` });
  const files = lag(
    'p',
    { klasse: 'kb-lastned kb-ikke-utskrift' },
    'Last ned: ',
    button('Excel', () => void app.fil(content.navn, 'xlsx', (e) => e.tilExcel({ ark: [{ navn: content.navn, kolonner: columns.map((navn) => ({ navn })), rader: plain() }] }))),
    ' · ',
    button('Word', () => void app.fil(content.navn, 'docx', (e) => e.tilWord({ tittel: content.navn, blokker: [{ slags: 'tabell', kolonner: columns, rader: plain() }], liggende: columns.length > 5 }))),
    ' · ',
    button('CSV', () => void app.fil(content.navn, 'csv', (e) => e.tilCsv([columns, ...plain()]))),
  );
  return lag('div', { klasse: `kb-tabell nv-tabell${content.rader.length > LONG ? ' nv-tabell--lang' : ''}` }, area, more, files);
}

/** Choice of round; hidden when there is only one. */
export function rundevelger(app: App, etter: () => void): HTMLElement | null {
  const { runder } = app.t.prosjekt;
  if (runder.length < 2) return null;
  const id = nyId('runde');
  const select = velger(runder.map((one) => [one.id, one.navn] as const), app.runde.id, (value) => {
    app.t.runde = value;
    etter();
  }, { id });
  return lag('div', { klasse: 'vk-felt' }, lag('label', { for: id }, 'Runde'), select);
}

/** What to do when there is nobody, or nothing said, yet. Null when there is. */
export function mangler(app: App): HTMLElement[] | null {
  if (app.t.prosjekt.personer.length === 0) {
    return [avsnitt('Det er ingen i nettverket ennå.'), knapp('Gå til «Hvem er med»', () => app.ga('hvem'), { klasse: 'knapp' }), ' ', knapp('Prøv med oppdiktede data', () => app.ga('start'))].map((one) => (typeof one === 'string' ? lag('span', {}, one) : one));
  }
  if (app.runde.kontakter.length === 0 && app.runde.svart.length === 0) {
    return [avsnitt('Det er ingen svar i denne runden ennå.'), knapp('Gå til «Svar inn»', () => app.ga('svar'), { klasse: 'knapp' })];
  }
  return null;
}
