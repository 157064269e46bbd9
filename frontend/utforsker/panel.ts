/** The controls of an explorer: text, filters with counts, order, columns, and what is chosen. They tell; they decide nothing. */
import { avkryssing, knapp, lag, nyId, velger } from '../felles/dom';
import type { Tilstand } from './adresse';
import type { Fasett, Utfall } from './motor';
import type { Kolonne } from './rader';

/** What the reader can do. */
interface Handlinger {
  tekst(q: string, ferdig: boolean): void;
  velg(fasett: string, id: string, paa: boolean): void;
  fjern(fasett: string): void;
  nullstill(): void;
  sorter(kolonne: string, ned: boolean): void;
  kolonne(navn: string, paa: boolean): void;
  /** The reader is about to filter: what is needed for it can be fetched. */
  forbered(): void;
}

interface Verdifelt {
  id: string;
  boks: HTMLInputElement;
  antall: HTMLElement;
  linje: HTMLElement;
}

/** So many filters are named on the button that opens them. */
const NAMED = 3;

const tall = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, '\u00a0');

export class Panel {
  readonly tekst: HTMLInputElement;
  private readonly filtre: HTMLDetailsElement;
  private readonly felter = new Map<string, Verdifelt[]>();
  private readonly kolonnevalg = new Map<string, HTMLInputElement>();
  private readonly sortering: HTMLSelectElement;
  private readonly retning: HTMLButtonElement;
  private readonly valgt = lag('ul', { klasse: 'kb-utforsker__valgt', 'aria-label': 'Valgte filtre' });
  readonly status = lag('p', { role: 'status', klasse: 'kb-utforsker__status' });
  private ned = false;

  constructor(
    rot: HTMLElement,
    ting: string,
    private readonly fasetter: readonly Fasett[],
    private readonly kolonner: readonly Kolonne[],
    private readonly gjor: Handlinger,
  ) {
    const id = nyId('utforsker');
    this.tekst = lag('input', { type: 'search', id, autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'search', maxlength: 200 });
    this.tekst.addEventListener('focus', () => gjor.forbered());
    this.tekst.addEventListener('input', () => gjor.tekst(this.tekst.value, false));
    this.tekst.addEventListener('change', () => gjor.tekst(this.tekst.value, true));
    this.filtre = lag('details', { klasse: 'kb-mer kb-utforsker__filtre' }, lag('summary', {}, 'Filtrer', lag('span', { klasse: 'kb-utforsker__hint' }, ` på ${fasetter.slice(0, NAMED).map(({ tittel }) => tittel.toLowerCase()).join(', ')}${fasetter.length > NAMED ? ' …' : ''}`)));
    this.filtre.addEventListener('toggle', () => {
      if (this.filtre.open && this.felter.size === 0) {
        this.lagFiltre();
        gjor.forbered();
      }
    });
    const options: [string, string][] = [['', 'Vanlig rekkefølge'], ...kolonner.filter(({ sorteres }) => sorteres).map(({ navn, tittel }): [string, string] => [navn, tittel])];
    this.sortering = velger(options, '', (navn) => gjor.sorter(navn, false), { id: nyId('sorter') });
    this.retning = knapp('Snu', () => gjor.sorter(this.sortering.value, !this.ned), { klasse: 'knapp knapp--stille', 'aria-label': 'Snu rekkefølgen' });
    rot.append(
      lag('div', { klasse: 'kb-utforsker__linje', role: 'search', 'aria-label': `Finn blant ${ting}` },
        lag('div', { klasse: 'kb-utforsker__felt' }, lag('label', { for: id }, `Søk i ${ting === 'ord' ? 'ordlista' : ting}`), this.tekst),
        this.filtre,
        this.lagOppsett(),
      ),
      this.valgt,
      this.status,
    );
  }

  private lagFiltre(): void {
    const groups = this.fasetter.map(({ navn, tittel, verdier }) => {
      const fields = verdier.map(([id, name]): Verdifelt => {
        const antall = lag('span', { klasse: 'kb-utforsker__antall' });
        const linje = avkryssing(name, false, (paa) => this.gjor.velg(navn, id, paa));
        linje.append(' ', antall);
        return { id, boks: linje.querySelector('input') as HTMLInputElement, antall, linje };
      });
      this.felter.set(navn, fields);
      return lag('fieldset', { klasse: 'kb-utforsker__fasett' }, lag('legend', {}, tittel), lag('div', { klasse: 'kb-utforsker__verdier' }, ...fields.map(({ linje }) => linje)));
    });
    this.filtre.append(lag('div', { klasse: 'kb-utforsker__fasetter' }, ...groups));
  }

  private lagOppsett(): HTMLElement {
    const boxes = this.kolonner.map(({ navn, tittel }, place) => {
      const line = avkryssing(tittel, false, (paa) => this.gjor.kolonne(navn, paa), { disabled: place === 0 });
      this.kolonnevalg.set(navn, line.querySelector('input') as HTMLInputElement);
      return line;
    });
    return lag('details', { klasse: 'kb-mer kb-utforsker__oppsett' }, lag('summary', {}, 'Visning'),
      lag('div', { klasse: 'kb-utforsker__sortering' }, lag('label', { for: this.sortering.id }, 'Sorter etter '), this.sortering, this.retning),
      lag('fieldset', { klasse: 'kb-utforsker__fasett' }, lag('legend', {}, 'Kolonner som vises'), lag('div', { klasse: 'kb-utforsker__verdier' }, ...boxes)));
  }

  /** Shows a state and what came of it. `kolonner`: the names of those shown. `utfall`: null before all rows are here. */
  vis(state: Tilstand, kolonner: ReadonlySet<string>, utfall: Utfall | null, status: string): void {
    if (this.tekst.value.trim() !== state.q.trim()) this.tekst.value = state.q;
    this.fasetter.forEach(({ navn }, facet) => {
      const chosen = state.valg.get(navn) ?? [];
      this.felter.get(navn)?.forEach(({ id, boks, antall, linje }, place) => {
        boks.checked = chosen.includes(id);
        const count = utfall?.antall[facet]?.[place];
        antall.textContent = count === undefined ? '' : `(${tall(count)})`;
        linje.classList.toggle('kb-utforsker__tom', count === 0 && !boks.checked);
      });
    });
    for (const [navn, box] of this.kolonnevalg) box.checked = kolonner.has(navn);
    this.sortering.value = state.sorter;
    this.ned = state.ned;
    this.retning.hidden = state.sorter === '';
    this.visValgt(state);
    if (this.status.textContent !== status) this.status.textContent = status;
  }

  private visValgt(state: Tilstand): void {
    const held = this.valgt.contains(document.activeElement);
    const chips = this.fasetter.flatMap(({ navn, tittel, verdier }) =>
      verdier.filter(([id]) => state.valg.get(navn)?.includes(id)).map(([id, name]) => chip(`${tittel}: ${name}`, () => this.gjor.velg(navn, id, false))),
    );
    if (state.q.trim()) chips.unshift(chip(`Ord: ${state.q.trim()}`, () => this.gjor.fjern('')));
    if (chips.length > 0) chips.push(lag('li', {}, knapp('Nullstill', () => this.gjor.nullstill(), { klasse: 'kb-lenkeknapp' })));
    this.valgt.replaceChildren(...chips);
    this.valgt.hidden = chips.length === 0;
    // What had the focus is gone: the next one of its kind has it, or the field.
    if (held && !this.valgt.contains(document.activeElement)) (this.valgt.querySelector('button') ?? this.tekst).focus();
  }
}

function chip(text: string, click: () => void): HTMLLIElement {
  return lag('li', {}, knapp(text, click, { klasse: 'kb-utforsker__chip', 'aria-label': `Fjern filteret ${text}` }));
}

/** «a, b og c». */
export function ramse(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} og ${words[words.length - 1]}`;
}
