/** The table of an explorer: its columns and rows, read from the page or, for a split table, from the data beside it. */
import { celletekst, keepRoles } from '../felles/tabell';
import { adresseTil } from '../felles/adresse';
import { lastSkript } from '../felles/last';
import { lag } from '../felles/dom';
import { lesVerdier, ordnet, type Datasett, type Fasett } from './motor';

export interface Kolonne {
  navn: string;
  tittel: string;
  /** Whether it is shown where the reader has not chosen columns. */
  standard: boolean;
  /** Place of the cell in the row as it was made; for a facet as a column: its number among the facets. */
  plass: number;
  fasett: boolean;
  /** Whether its cells have an order. */
  sorteres: boolean;
}

/** The facets that the build has written (macros/rendering/utforsker.py). */
function lesFasetter(json: string): Fasett[] {
  const given = JSON.parse(json) as [string, string, number, [string, string][]][];
  return given.map(([navn, tittel, kolonne, verdier]) => ({ navn, tittel, kolonne: kolonne === 1, verdier }));
}

export class Rader {
  readonly fasetter: readonly Fasett[];
  readonly kolonner: readonly Kolonne[];
  readonly kropp: HTMLTableSectionElement;
  alle: HTMLTableRowElement[];
  /** Whether all rows are here. */
  lastet: boolean;
  private data: Datasett | null = null;
  private readonly ordener = new Map<string, { tekster: string[]; orden: Uint32Array }>();
  private venter: Promise<void> | null = null;

  constructor(
    private readonly rot: HTMLElement,
    readonly tabell: HTMLTableElement,
  ) {
    this.fasetter = lesFasetter(rot.dataset['fasetter'] ?? '[]');
    this.kropp = tabell.tBodies[0] as HTMLTableSectionElement;
    this.alle = [...this.kropp.rows];
    this.lastet = !('delt' in rot.dataset);
    keepRoles(tabell, (tabell.tHead as HTMLTableSectionElement).rows);
    const heads = [...((tabell.tHead as HTMLTableSectionElement).rows[0] as HTMLTableRowElement).cells];
    const own = heads.map((th, plass) => ({
      navn: th.dataset['felt'] ?? '',
      tittel: celletekst(th),
      standard: !('av' in th.dataset),
      plass,
      fasett: false,
      sorteres: !('usortert' in th.dataset),
    }));
    const names = new Set(own.map(({ navn }) => navn));
    const more = this.fasetter.flatMap(({ navn, tittel, kolonne }, plass) =>
      kolonne && !names.has(navn) ? [{ navn, tittel, standard: false, plass, fasett: true, sorteres: true }] : [],
    );
    this.kolonner = [...own, ...more];
  }

  /** Fetches the rows of the other pages, once. */
  hent(): Promise<void> {
    if (this.lastet) return Promise.resolve();
    const name = this.rot.dataset['utforsker'] ?? '';
    this.venter ??= lastSkript(`utforsker-${name}`).then(
      () => {
        const rows = (window as unknown as { kbUtforskerdata?: Record<string, string[]> }).kbUtforskerdata?.[name] ?? [];
        const inert = document.createElement('template');
        inert.innerHTML = `<table><tbody>${rows.join('')}</tbody></table>`;
        this.alle = [...inert.content.querySelectorAll('tr')];
        this.lastet = true;
        this.data = null;
        // The places of the rows on the other pages: from here on the rows themselves have these ids.
        this.rot.querySelector('.kb-utforsker__andre')?.remove();
      },
      (error: unknown) => {
        this.venter = null;
        throw error;
      },
    );
    return this.venter;
  }

  get datasett(): Datasett {
    this.data ??= {
      antall: this.alle.length,
      fasetter: this.fasetter,
      verdier: lesVerdier(this.alle.map((row) => row.dataset['f'] ?? ''), this.fasetter.length),
    };
    return this.data;
  }

  /** What is searched in: all that stands in each row, and the names of what it is marked with. */
  tekster(): string[] {
    return this.alle.map((row, nr) => `${[...row.cells].map(textOf).join(' ')} ${this.fasetter.map((_, place) => this.navn(nr, place)).join(' ')}`);
  }

  /** The names of the values a row has in a facet. */
  navn(row: number, facet: number): string {
    const { fra, verdi } = this.datasett.verdier[facet] as Datasett['verdier'][number];
    const values = (this.fasetter[facet] as Fasett).verdier;
    return Array.from(verdi.subarray(fra[row], fra[row + 1]), (place) => values[place]?.[1] ?? '').join(', ');
  }

  /** The rows by what stands in a column, and whether a row has nothing there. */
  orden(kolonne: Kolonne): { orden: Uint32Array; tom: (row: number) => boolean } {
    let known = this.ordener.get(kolonne.navn);
    if (!known || known.tekster.length !== this.alle.length) {
      const tekster = this.alle.map((_, row) => this.sorteringstekst(row, kolonne));
      known = { tekster, orden: ordnet(tekster) };
      this.ordener.set(kolonne.navn, known);
    }
    const { tekster, orden } = known;
    return { orden, tom: (row) => tekster[row] === '' };
  }

  private sorteringstekst(row: number, kolonne: Kolonne): string {
    if (kolonne.fasett) return this.navn(row, kolonne.plass);
    const cell = this.alle[row]?.cells[kolonne.plass];
    // What is not known sorts last, whatever the reason.
    if (!cell || cell.querySelector(':scope > .kb-mangel:only-child')) return '';
    return cell.dataset['orden'] ?? textOf(cell).trim();
  }

  /** The text of a cell as it is taken along. */
  celletekst(row: number, kolonne: Kolonne): string {
    if (kolonne.fasett) return this.navn(row, kolonne.plass);
    const cell = this.alle[row]?.cells[kolonne.plass];
    return cell ? celletekst(cell) : '';
  }

  /** The sources that the rows rest on, each once, in the order they come. */
  kilder(rows: readonly number[]): string[] {
    const ids = rows.flatMap((row) => (this.alle[row]?.dataset['k'] ?? '').split(' '));
    return [...new Set(ids.filter((id) => id !== ''))];
  }

  /** The number of the row that an id stands in, or −1. */
  radMed(id: string): number {
    return this.alle.findIndex((row) => row.id === id || row.querySelector(`#${CSS.escape(id)}`) !== null);
  }

  /** Shows these rows in this order, with these columns. */
  vis(rows: readonly number[], kolonner: ReadonlySet<string>): void {
    this.hoder(kolonner);
    const shown = rows.map((row) => this.klargjort(row, kolonner));
    if (this.lastet && this.alle.length > shown.length && 'delt' in this.rot.dataset) {
      // Thousands of rows must not stand in the page to be out of sight.
      this.kropp.replaceChildren(...shown);
      return;
    }
    const wanted = new Set(shown);
    for (const row of this.alle) row.hidden = !wanted.has(row);
    if (shown.some((row, place) => this.kropp.rows[place] !== row)) this.kropp.prepend(...shown);
  }

  private hoder(kolonner: ReadonlySet<string>): void {
    const line = (this.tabell.tHead as HTMLTableSectionElement).rows[0] as HTMLTableRowElement;
    for (const { navn, tittel, fasett } of this.kolonner) {
      let head = [...line.cells].find((th) => th.dataset['felt'] === navn);
      if (!head && fasett && kolonner.has(navn)) {
        head = lag('th', { scope: 'col', role: 'columnheader', 'data-felt': navn }, tittel);
        line.append(head);
      }
      if (head) head.hidden = !kolonner.has(navn);
    }
  }

  private klargjort(nr: number, kolonner: ReadonlySet<string>): HTMLTableRowElement {
    const row = this.alle[nr] as HTMLTableRowElement;
    if ('delt' in this.rot.dataset && this.lastet && !row.hasAttribute('role')) {
      // Made elsewhere: links are written from the root of the site.
      for (const link of row.querySelectorAll('a[href^="/"]')) link.setAttribute('href', adresseTil(link.getAttribute('href') ?? ''));
    }
    row.hidden = false;
    // The facets that are columns stand in the order they were first asked for, in the head and in every row.
    const line = (this.tabell.tHead as HTMLTableSectionElement).rows[0] as HTMLTableRowElement;
    for (let place = row.cells.length; place < line.cells.length; place += 1) {
      const column = this.kolonner.find(({ navn }) => navn === line.cells[place]?.dataset['felt']);
      if (column) row.append(lag('td', { 'data-label': column.tittel, 'data-brett': true }, this.navn(nr, column.plass)));
    }
    [...row.cells].forEach((cell, place) => {
      cell.hidden = !kolonner.has(line.cells[place]?.dataset['felt'] ?? '');
    });
    if (!row.hasAttribute('role')) {
      keepRoles(this.tabell, [row]);
      this.foldes(row);
    }
    return row;
  }

  /** On a phone the lesser cells are folded away; the button is out of sight elsewhere. */
  private foldes(row: HTMLTableRowElement): void {
    if (!row.querySelector('td[data-brett]:not([hidden]):not(:empty)')) return;
    const about = celletekst(row.cells[0] as Element).slice(0, 60);
    const props = { type: 'button', klasse: 'kb-utforsker__mer kb-lenkeknapp kb-ikke-i-fil kb-ikke-utskrift', 'aria-expanded': 'false' };
    row.cells[0]?.append(lag('button', { ...props, 'aria-label': `Vis mer om ${about}` }, 'Vis mer'));
  }
}

function textOf(cell: Element): string {
  return (cell.textContent ?? '').replace(/\s+/g, ' ');
}
