/**
 * The search page: all hits by kind, with filters, and the question in the address, so that it can be shared and the back
 * button works. Without a question the index A–Å of the page is shown.
 */
import { lag } from '../felles/dom';
import type { Dokument, Emne } from './data';
import { SOKEFELT, biter, lenke, meldelenke } from './lag';
import type { Filter, Svar } from './rangering';
import { REKKEFOLGE, SLAG } from './slag';
import { start } from './motor';

const OF_EACH_KIND = 5;
const AT_A_TIME = 40;
const WIDE = '(min-width: 45em)';

interface Tilstand {
  q: string;
  slag: string;
  tema: string;
  malgruppe: string;
}

/** The question in the address: after «#», which a browser sends to nobody, or after «?», as links were before. */
function fromAddress(): Tilstand {
  const given = new URLSearchParams(location.hash.includes('=') ? location.hash.slice(1) : location.search);
  const value = (name: string): string => (given.get(name) ?? '').slice(0, 200);
  return { q: value('q'), slag: value('slag'), tema: value('tema'), malgruppe: value('malgruppe') };
}

/** Letters of kinds as words in the address: «slag=tiltak». */
const KIND_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(SLAG).map(([letter, { navn }]) => [navn.toLowerCase().replace(/å/g, 'a').replace(/ø/g, 'o'), letter]),
);

function wordOf(letter: string): string {
  return Object.entries(KIND_WORDS).find(([, other]) => other === letter)?.[0] ?? '';
}

class Sokeside {
  private readonly sok = start();
  private readonly input: HTMLInputElement;
  private readonly kinds = lag('fieldset', { klasse: 'kb-sokeside__slag' });
  private readonly theme: HTMLSelectElement;
  private readonly group: HTMLSelectElement;
  private readonly filters: HTMLDetailsElement;
  private readonly status = lag('p', { role: 'status', klasse: 'kb-sokeside__status' });
  private readonly results = lag('div', { klasse: 'kb-sokeside__treff' });
  private readonly register = document.querySelector<HTMLElement>('[data-kb-register]');
  private readonly title = document.title;
  private state: Tilstand = fromAddress();
  private shown = AT_A_TIME;

  constructor(root: HTMLElement) {
    this.input = lag('input', {
      ...SOKEFELT,
      id: 'kb-sokeside-q',
    });
    this.theme = this.select(this.sok.temaer);
    this.group = this.select(this.sok.malgrupper);
    this.filters = lag(
      'details',
      { klasse: 'kb-mer kb-sokeside__filtre' },
      lag('summary', {}, 'Avgrens treffene'),
      this.kinds,
      lag('div', { klasse: 'kb-sokeside__valg' }, lag('label', {}, 'Målgruppe ', this.group), lag('label', {}, 'Tema ', this.theme)),
    );
    const line = lag('div', { klasse: 'kb-sokeside__linje', role: 'search', 'aria-label': 'Søk på søkesiden' });
    line.append(lag('label', { for: 'kb-sokeside-q' }, 'Hva leter du etter?'), this.input);
    root.replaceChildren(line, this.filters, this.status, this.results);
    this.input.addEventListener('input', () => this.change({ q: this.input.value }, false));
    this.input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') this.change({ q: this.input.value }, true);
    });
    this.theme.addEventListener('change', () => this.change({ tema: this.theme.value }, true));
    this.group.addEventListener('change', () => this.change({ malgruppe: this.group.value }, true));
    addEventListener('popstate', () => {
      this.state = fromAddress();
      this.draw();
    });
    // On a phone the hits come first; choices that are made are seen.
    this.filters.open = matchMedia(WIDE).matches || Boolean(this.state.slag || this.state.tema || this.state.malgruppe);
    this.draw();
    if (this.state.q === '') this.input.focus({ preventScroll: true });
  }

  private select(emner: readonly Emne[]): HTMLSelectElement {
    const options = emner.map(([id, name]) => lag('option', { value: id }, name));
    return lag('select', {}, lag('option', { value: '' }, 'Alle'), ...options);
  }

  /** A new state. `step`: one that the back button comes back to. */
  private change(part: Partial<Tilstand>, step: boolean): void {
    this.state = { ...this.state, ...part };
    this.shown = AT_A_TIME;
    this.tell(step);
    this.draw();
  }

  private tell(step: boolean): void {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(this.state)) if (value.trim()) query.set(name, value.trim());
    const text = query.toString();
    const address = `${location.pathname}${text ? `#${text}` : ''}`;
    try {
      if (step && address !== `${location.pathname}${location.hash}`) history.pushState(null, '', address);
      else history.replaceState(null, '', address);
    } catch {
      // A browser that does not let a page from disk change its address: the search works all the same.
    }
  }

  private filter(): Filter {
    const place = (id: string, emner: readonly Emne[]): number | undefined => {
      const nr = emner.findIndex(([other]) => other === id);
      return nr < 0 ? undefined : nr;
    };
    const tema = place(this.state.tema, this.sok.temaer);
    const malgruppe = place(this.state.malgruppe, this.sok.malgrupper);
    const slag = KIND_WORDS[this.state.slag];
    return { ...(slag ? { slag } : {}), ...(tema === undefined ? {} : { tema }), ...(malgruppe === undefined ? {} : { malgruppe }) };
  }

  private draw(): void {
    const q = this.state.q.trim();
    if (this.input.value.trim() !== q) this.input.value = this.state.q;
    this.theme.value = this.state.tema;
    this.group.value = this.state.malgruppe;
    document.title = q ? `${q} – ${this.title}` : this.title;
    if (this.register) this.register.hidden = q !== '';
    this.filters.hidden = q === '';
    if (q === '') {
      this.results.replaceChildren();
      this.status.textContent = '';
      return;
    }
    const filter = this.filter();
    const svar = this.sok.finn(q, filter);
    this.drawKinds(svar, filter.slag ?? '');
    const count = svar.treff.length;
    this.status.textContent = count === 0 ? `Ingen treff på «${q}».` : `${count} treff på «${q}».`;
    this.results.replaceChildren(...(count === 0 ? this.none(q, svar) : filter.slag ? this.one(svar, filter.slag) : this.all(svar)));
  }

  private drawKinds(svar: Svar, chosen: string): void {
    const total = [...svar.antall.values()].reduce((sum, n) => sum + n, 0);
    const held = this.kinds.contains(document.activeElement);
    const one = (letter: string, name: string, count: number): HTMLElement => {
      const input = lag('input', { type: 'radio', name: 'kb-slag', value: wordOf(letter) });
      input.checked = letter === chosen;
      input.addEventListener('change', () => this.change({ slag: input.value }, true));
      return lag('label', {}, input, ` ${name} (${count})`);
    };
    const there = [...REKKEFOLGE].filter((letter) => svar.antall.has(letter) || letter === chosen);
    this.kinds.replaceChildren(
      lag('legend', {}, 'Slags treff'),
      one('', 'Alle', total),
      ...there.map((letter) => one(letter, SLAG[letter]?.flertall ?? '', svar.antall.get(letter) ?? 0)),
    );
    if (held) this.kinds.querySelector<HTMLInputElement>('input:checked')?.focus();
  }

  private all(svar: Svar): Node[] {
    const out: Node[] = [];
    const first = svar.svar?.dok;
    if (first) out.push(this.answer(first, svar));
    const rest = svar.treff.map(({ dok }) => dok).filter((dok) => dok !== first);
    out.push(...this.part('Beste treff', rest.slice(0, OF_EACH_KIND), svar));
    const later = rest.slice(OF_EACH_KIND);
    for (const letter of new Set(later.map(({ slag }) => slag))) {
      const kind = later.filter(({ slag }) => slag === letter);
      const name = SLAG[letter]?.flertall ?? '';
      out.push(...this.part(name, kind.slice(0, OF_EACH_KIND), svar));
      if (kind.length > OF_EACH_KIND) {
        const total = svar.antall.get(letter) ?? kind.length;
        out.push(this.button(`Vis alle ${total}: ${name.toLowerCase()}`, () => this.change({ slag: wordOf(letter) }, true)));
      }
    }
    return out;
  }

  private one(svar: Svar, letter: string): Node[] {
    const all = svar.treff.map(({ dok }) => dok);
    const out: Node[] = this.part(SLAG[letter]?.flertall ?? '', all.slice(0, this.shown), svar);
    if (all.length > this.shown) {
      out.push(
        this.button('Vis flere', () => {
          this.shown += AT_A_TIME;
          this.draw();
        }),
      );
    }
    return out;
  }

  private button(text: string, press: () => void): HTMLElement {
    const button = lag('button', { type: 'button', klasse: 'knapp knapp--stille' }, text);
    button.addEventListener('click', press);
    return lag('p', {}, button);
  }

  private answer(dok: Dokument, svar: Svar): HTMLElement {
    const view = this.sok.vis(dok, svar, 600);
    const box = lag('section', { klasse: 'kb-svar', 'aria-labelledby': 'kb-svar' });
    box.append(
      lag('p', { klasse: 'kb-sok__slag' }, view.slag),
      lag('h2', { id: 'kb-svar' }, lag('a', { href: lenke(view.adresse) }, ...biter(view.tittel))),
      lag('p', {}, ...biter(view.utdrag)),
    );
    if (dok.navn.length > 0) box.append(lag('p', { klasse: 'kb-svar__navn' }, `Også kalt: ${dok.navn.join(', ')}`));
    if (svar.svar?.kilde) box.append(lag('p', { klasse: 'kb-svar__kilde' }, `Kilde: ${svar.svar.kilde}`));
    return box;
  }

  private part(name: string, hits: readonly Dokument[], svar: Svar): Node[] {
    if (hits.length === 0) return [];
    return [lag('h2', {}, name), lag('ol', { klasse: 'kb-treffliste' }, ...hits.map((dok) => this.hit(dok, svar)))];
  }

  private hit(dok: Dokument, svar: Svar): HTMLElement {
    const view = this.sok.vis(dok, svar);
    const item = lag('li', { klasse: 'kb-treffliste__treff' }, lag('p', { klasse: 'kb-sok__slag' }, view.slag));
    item.append(lag('p', { klasse: 'kb-treffliste__tittel' }, lag('a', { href: lenke(view.adresse) }, ...biter(view.tittel))));
    if (view.sted) item.append(lag('p', { klasse: 'kb-sok__sted' }, view.sted));
    if (view.utdrag.length > 0) item.append(lag('p', { klasse: 'kb-sok__utdrag' }, ...biter(view.utdrag)));
    return item;
  }

  private none(q: string, svar: Svar): Node[] {
    const out: Node[] = [];
    const words = this.sok.naermeste(svar);
    if (words.length > 0) {
      const buttons = words.map((word) => {
        const button = lag('button', { type: 'button', klasse: 'kb-sok__ord' }, word);
        button.addEventListener('click', () => this.change({ q: word }, true));
        return button;
      });
      out.push(lag('p', {}, 'Nærmeste ord i basen: ', ...buttons));
    }
    const loosened = Boolean(this.state.slag || this.state.tema || this.state.malgruppe);
    if (loosened) out.push(this.button('Fjern valgene over', () => this.change({ slag: '', tema: '', malgruppe: '' }, true)));
    out.push(lag('p', {}, 'Fant du ikke det du lette etter? ', meldelenke(this.sok.meld, q), '.'));
    return out;
  }
}

/** Makes the search page in `root`. */
export function startSokeside(root: HTMLElement): void {
  new Sokeside(root);
  root.classList.add('kb-sokeside--klar');
}
