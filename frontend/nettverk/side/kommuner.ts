/** The reader's own network in the page's table of the five municipalities, and that table for the report. */
import { tall } from '../ordlyd';
import { deltakere } from '../typer';
import type { Prosjekt, Runde } from '../typer';
import { lag } from '../../felles/dom';

const ROW = 'nv-din-rad';

/** The page's table, written by the macro; null on a page without it. */
const table = (): HTMLTableElement | null => document.querySelector('.kb-tabell[data-navn="nettverkene"] table');

const headings = (found: HTMLTableElement): HTMLTableCellElement[] => [...(found.tHead?.rows[0]?.cells ?? [])];

/** What the reader's network has in each column, by the name of the field. */
function ownFigures(project: Prosjekt, round: Runde): Record<string, string> {
  const people = deltakere(project, round);
  const asked = round.spurt.length;
  return {
    nettverk: `${project.tittel}${project.oppdiktet ? ' (oppdiktet)' : ' (ditt)'}`,
    personer: tall(people.length),
    svarprosent: asked > 0 ? tall((round.svart.length / asked) * 100) : 'ikke oppgitt',
    antall_svar: tall(round.svart.length),
    snitt: 'ikke spurt om',
  };
}

/** Puts the reader's network in the last row of the table, or takes it out when there is none. */
export function visDinRad(project: Prosjekt, round: Runde): void {
  const found = table();
  const body = found?.tBodies[0];
  if (!found || !body) return;
  body.querySelector(`.${ROW}`)?.remove();
  if (project.personer.length === 0) return;
  const figures = ownFigures(project, round);
  const cells = headings(found).map((heading, i) => lag(i === 0 ? 'th' : 'td', { scope: i === 0 ? 'row' : null, role: i === 0 ? 'rowheader' : 'cell', 'data-label': heading.textContent }, figures[heading.dataset['felt'] ?? ''] ?? '–'));
  body.append(lag('tr', { klasse: ROW, role: 'row' }, ...cells));
}

/** The table as it stands, the reader's row included; null when the page has none. */
export function kommunetabell(): { kolonner: string[]; rader: string[][] } | null {
  const found = table();
  if (!found) return null;
  const rows = [...found.tBodies].flatMap((body) => [...body.rows]);
  return { kolonner: headings(found).map((one) => one.textContent ?? ''), rader: rows.map((row) => [...row.cells].map((cell) => (cell.textContent ?? '').trim())) };
}
