/**
 * The search boxes: the one at the top of every page, and a large one where a page has one. An ARIA combobox over a list
 * of links. Each stands in the page as a plain link to the index A–Å, for those whose scripts do not run.
 *
 * Nothing is loaded before the box is used, and nothing is stored.
 */
import { lag } from '../felles/dom';
import { lastSkript } from '../felles/last';
import type { Dokument } from './data';
import { SOKEFELT, biter, lenke, meldelenke, sokeadresse } from './lag';
import type { Sok } from './motor';
import type { Svar } from './rangering';
import type * as SokModul from './sok';

const BEST = 5;
const OF_EACH_KIND = 2;
const KINDS = 3;
const SLOW_VOICE = 500;
const ICON = 'M9.5 3A6.5 6.5 0 0 1 16 9.5c0 1.6-.6 3.1-1.6 4.2l.3.3h.8l5 5-1.5 1.5-5-5v-.8l-.3-.3A6.5 6.5 0 1 1 9.5 3m0 2a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9';

/** The search module and its index (made by the build), loaded on first use. */
async function lastSok(): Promise<typeof SokModul> {
  await Promise.all([lastSkript('sok'), lastSkript('sokeindeks')]);
  return (window as unknown as { kbSok: typeof SokModul }).kbSok;
}

function icon(): SVGElement {
  const ns = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(ns, 'svg');
  const path = document.createElementNS(ns, 'path');
  path.setAttribute('d', ICON);
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(path);
  return svg;
}

/** One search box. */
class Felt {
  readonly input: HTMLInputElement;
  private readonly list: HTMLElement;
  private readonly panel: HTMLElement;
  private readonly aside: HTMLElement;
  private readonly status: HTMLElement;
  private readonly opener: HTMLButtonElement;
  private options: HTMLAnchorElement[] = [];
  private active = -1;
  private sok: Sok | null = null;
  private modul: typeof SokModul | null = null;
  private voice = 0;

  constructor(
    private readonly root: HTMLElement,
    nr: number,
  ) {
    const large = root.dataset.kbSok === 'stor';
    const id = `kb-sok-${nr}`;
    this.input = lag('input', {
      id,
      ...SOKEFELT,
      role: 'combobox',
      placeholder: large ? 'Søk etter et ord, en paragraf, en kommune …' : 'Søk',
      'aria-label': 'Søk i kunnskapsbasen',
      'aria-expanded': 'false',
      'aria-controls': `${id}-liste`,
      'aria-autocomplete': 'list',
    });
    this.list = lag('div', { id: `${id}-liste`, role: 'listbox', 'aria-label': 'Treff' });
    this.aside = lag('div', { klasse: 'kb-sok__ingen' });
    this.panel = lag('div', { klasse: 'kb-sok__panel', hidden: '' }, this.list, this.aside);
    this.status = lag('div', { klasse: 'kb-bare-skjerm', role: 'status' });
    this.opener = lag('button', { type: 'button', klasse: 'kb-toppknapp kb-sok__apne', 'aria-expanded': 'false' }, icon(), lag('span', {}, 'Søk'));
    const button = lag('button', { type: 'button', klasse: 'kb-sok__knapp', 'aria-label': 'Vis alle treff' }, icon());
    const line = lag('div', { klasse: 'kb-sok__linje' }, this.input, button);
    root.setAttribute('role', 'search');
    root.setAttribute('aria-label', large ? 'Søk på siden' : 'Søk');
    root.replaceChildren(...(large ? [] : [this.opener]), lag('div', { klasse: 'kb-sok__felt' }, line, this.panel), this.status);
    root.classList.add('kb-sok--klar');

    this.input.addEventListener('focus', () => void this.load());
    this.input.addEventListener('input', () => this.search());
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.input.addEventListener('click', () => this.search());
    this.opener.addEventListener('click', () => (this.isOpen() ? this.collapse() : this.open()));
    button.addEventListener('click', () => this.all());
    root.addEventListener('focusout', (event) => {
      if (!(event.relatedTarget instanceof Node) || !root.contains(event.relatedTarget)) this.close();
    });
    // A click on a hit must not take the focus first: the list would close under the pointer.
    this.panel.addEventListener('mousedown', (event) => {
      if (event.target instanceof Element && event.target.closest('[role="option"]')) event.preventDefault();
    });
    document.addEventListener('pointerdown', (event) => {
      if (event.target instanceof Node && !root.contains(event.target)) {
        this.close();
        if (this.input.value === '') this.collapse(false);
      }
    });
  }

  /** Shows the box where it is folded away, and puts the focus in it. */
  open(): void {
    this.root.classList.add('kb-sok--apen');
    this.opener.setAttribute('aria-expanded', 'true');
    this.input.focus();
    this.input.select();
  }

  private isOpen(): boolean {
    return this.root.classList.contains('kb-sok--apen');
  }

  private collapse(focus = true): void {
    if (!this.isOpen()) return;
    this.root.classList.remove('kb-sok--apen');
    this.opener.setAttribute('aria-expanded', 'false');
    if (focus && getComputedStyle(this.opener).display !== 'none') this.opener.focus();
  }

  private async load(): Promise<void> {
    if (this.sok) return;
    try {
      this.modul = await lastSok();
      this.sok = this.modul.start();
      if (document.activeElement === this.input) this.search();
    } catch (error) {
      console.warn(error);
      this.aside.replaceChildren(
        lag('p', {}, 'Søket lot seg ikke laste. ', lag('a', { href: lenke('/sok/') }, 'Bla fra A til Å'), ' i stedet.'),
      );
      this.say('Søket lot seg ikke laste.');
      this.show(false);
    }
  }

  private search(): void {
    const text = this.input.value.trim();
    if (text === '') {
      this.close();
      this.say('');
      return;
    }
    if (!this.sok) {
      void this.load();
      return;
    }
    const svar = this.sok.finn(text, {}, !/\s$/.test(this.input.value));
    if (svar.treff.length === 0) this.none(text, svar);
    else this.hits(text, svar);
    this.say(svar.treff.length === 0 ? 'Ingen treff' : `${svar.treff.length} treff. Velg med pil ned.`);
  }

  private hits(text: string, svar: Svar): void {
    this.options = [];
    this.active = -1;
    const first = svar.svar?.dok;
    const rest = svar.treff.map(({ dok }) => dok).filter((dok) => dok !== first);
    const groups: HTMLElement[] = [];
    const group = (name: string, content: readonly Dokument[], whole = false): void => {
      if (content.length === 0) return;
      const id = `${this.list.id}-g${groups.length}`;
      const heading = lag('div', { id, klasse: 'kb-sok__gruppe', role: 'presentation' }, name);
      groups.push(lag('div', { role: 'group', 'aria-labelledby': id }, heading, ...content.map((dok) => this.option(dok, svar, whole))));
    };
    if (first) group('Svar', [first], true);
    group('Beste treff', rest.slice(0, BEST));
    const later = rest.slice(BEST, 60);
    const kinds = [...new Set(later.map(({ slag }) => slag))].slice(0, KINDS);
    for (const kind of kinds) {
      const name = this.modul?.SLAG[kind]?.flertall ?? '';
      group(name, later.filter(({ slag }) => slag === kind).slice(0, OF_EACH_KIND));
    }
    const all = this.entry(sokeadresse(text), 'kb-sok__alle', svar.treff.length === 1 ? 'Vis treffet på søkesida' : `Vis alle ${svar.treff.length} treff`);
    this.list.replaceChildren(...groups, all);
    this.aside.replaceChildren();
    this.show(true);
    this.panel.scrollTop = 0;
  }

  private option(dok: Dokument, svar: Svar, whole: boolean): HTMLAnchorElement {
    const view = this.sok?.vis(dok, svar, whole ? 420 : 130);
    const link = this.entry(lenke(view?.adresse ?? '/sok/'), whole ? 'kb-sok__treff kb-sok__treff--svar' : 'kb-sok__treff');
    if (!view) return link;
    link.append(lag('span', { klasse: 'kb-sok__slag' }, view.slag), ' ', lag('span', { klasse: 'kb-sok__tittel' }, ...biter(view.tittel)));
    if (view.sted) link.append(' ', lag('span', { klasse: 'kb-sok__sted' }, view.sted));
    if (view.utdrag.length > 0) link.append(' ', lag('span', { klasse: 'kb-sok__utdrag' }, ...biter(view.utdrag)));
    if (whole && svar.svar?.kilde) link.append(' ', lag('span', { klasse: 'kb-sok__kilde' }, `Kilde: ${svar.svar.kilde}`));
    return link;
  }

  private entry(href: string, className: string, ...content: string[]): HTMLAnchorElement {
    const id = `${this.list.id}-${this.options.length}`;
    const link = lag('a', { id, klasse: className, role: 'option', 'aria-selected': 'false', tabindex: '-1', href }, ...content);
    this.options.push(link);
    return link;
  }

  private none(text: string, svar: Svar): void {
    this.options = [];
    this.active = -1;
    this.list.replaceChildren();
    const words = this.sok?.naermeste(svar) ?? [];
    const content: Node[] = [lag('p', {}, `Ingen treff på «${text}».`)];
    if (words.length > 0) {
      const buttons = words.map((word) => {
        const one = lag('button', { type: 'button', klasse: 'kb-sok__ord' }, word);
        one.addEventListener('click', () => {
          this.input.value = word;
          this.input.focus();
          this.search();
        });
        return one;
      });
      content.push(lag('p', {}, 'Mente du: ', ...buttons));
    }
    content.push(lag('p', {}, lag('a', { href: lenke('/sok/') }, 'Bla fra A til Å'), ', eller ', meldelenke(this.sok?.meld ?? '', text), '.'));
    this.aside.replaceChildren(...content);
    this.show(false);
  }

  private show(list: boolean): void {
    this.panel.hidden = false;
    this.list.hidden = !list;
    this.aside.hidden = list;
    this.input.setAttribute('aria-expanded', String(list));
    this.input.removeAttribute('aria-activedescendant');
  }

  private close(): void {
    this.panel.hidden = true;
    this.active = -1;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  private choose(nr: number): void {
    this.options[this.active]?.setAttribute('aria-selected', 'false');
    this.active = nr;
    const option = this.options[nr];
    if (!option) {
      this.input.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    this.input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  private key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const count = this.options.length;
    const listed = !this.panel.hidden && !this.list.hidden && count > 0;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!listed) {
        this.search();
        return;
      }
      // One step outside the list is the box itself.
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const next = this.active + step;
      this.choose(next < -1 ? count - 1 : next >= count ? -1 : next);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const option = listed ? this.options[this.active] : undefined;
      if (option) option.click();
      else this.all();
    } else if (event.key === 'Escape') {
      if (!this.panel.hidden) {
        event.preventDefault();
        event.stopPropagation();
        this.close();
      } else if (this.input.value !== '') {
        this.input.value = '';
      } else this.collapse();
    }
  }

  private all(): void {
    const text = this.input.value.trim();
    if (text) location.assign(sokeadresse(text));
    else this.input.focus();
  }

  /** Tell a screen reader, once the reader has stopped typing. */
  private say(text: string): void {
    clearTimeout(this.voice);
    this.voice = window.setTimeout(() => {
      this.status.textContent = text;
    }, SLOW_VOICE);
  }
}

function isText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

/** Makes the boxes of the page, the keys that lead to them (Ctrl-K, and «/» where single keys are on), and the search page. */
export function startSok(): void {
  const boxes = [...document.querySelectorAll<HTMLElement>('[data-kb-sok]')].map((root, nr) => new Felt(root, nr));
  const page = document.querySelector<HTMLElement>('[data-kb-sokeside]');
  if (page) {
    void lastSok()
      .then((modul) => modul.startSokeside(page))
      .catch(console.warn);
  }
  document.addEventListener('keydown', (event) => {
    const command = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isText(event.target);
    if (!command && !slash) return;
    if (document.querySelector('dialog[open]')) return;
    const own = page?.querySelector<HTMLInputElement>('input[type="search"]');
    const box = boxes[boxes.length - 1];
    if (!own && !box) return;
    event.preventDefault();
    if (own) own.focus();
    else box?.open();
  });
}
