/**
 * Explanations of terms: <a class="kb-begrep" href="/begreper/ordliste/#startlan" data-forklaring="…">startlån</a>
 *
 * The link leads to the glossary, with or without scripts. Here the explanation also shows beside the word: when the mouse
 * rests on it, when the keyboard's focus is on it, and at the first tap of a finger (the second tap follows the link). It
 * stays while the mouse is on the word or on the explanation, and Escape takes it away (WCAG 1.4.13). Screen readers get
 * it as the description of the link.
 */

const TERM = 'a.kb-begrep[data-forklaring]';
const WAIT_TO_SHOW = 250;
const WAIT_TO_HIDE = 250;
const GAP = 6;

interface Flate {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where the box goes: below the word, above where there is no room below, never out of the window. All in the window. */
export function plassering(word: Flate, box: { width: number; height: number }, view: { width: number; height: number }): { left: number; top: number } {
  const left = Math.max(GAP, Math.min(word.left, view.width - box.width - GAP));
  const below = word.top + word.height + GAP;
  const above = word.top - box.height - GAP;
  return { left, top: below + box.height > view.height && above >= 0 ? above : below };
}

class Forklaring {
  private readonly box = document.createElement('div');
  private readonly hint = document.createElement('p');
  private readonly text = document.createElement('p');
  private term: HTMLAnchorElement | null = null;
  private timer = 0;

  constructor() {
    this.box.className = 'kb-forklaring kb-ikke-utskrift';
    // The link has the same text as its description; read aloud once is enough.
    this.box.setAttribute('aria-hidden', 'true');
    this.box.hidden = true;
    this.hint.className = 'kb-forklaring__tips';
    this.hint.textContent = 'Trykk en gang til for å åpne ordlista.';
    this.box.append(this.text, this.hint);
    this.box.addEventListener('pointerenter', () => window.clearTimeout(this.timer));
    this.box.addEventListener('pointerleave', () => this.hide(WAIT_TO_HIDE));
    document.body.append(this.box);
  }

  shows(term: HTMLAnchorElement): boolean {
    return !this.box.hidden && this.term === term;
  }

  holds(target: EventTarget | null): boolean {
    return target instanceof Node && this.box.contains(target);
  }

  show(term: HTMLAnchorElement, wait: number, byTouch = false): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.place(term, byTouch), wait);
  }

  hide(wait = 0): void {
    window.clearTimeout(this.timer);
    if (wait > 0) this.timer = window.setTimeout(() => this.hide(), wait);
    else this.box.hidden = true;
  }

  private place(term: HTMLAnchorElement, byTouch: boolean): void {
    this.term = term;
    this.text.textContent = term.dataset.forklaring ?? '';
    this.hint.hidden = !byTouch;
    this.box.hidden = false;
    this.box.style.left = '0'; // the width it wants, wherever it stood last
    const word = term.getClientRects()[0] ?? term.getBoundingClientRect();
    const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const { left, top } = plassering(word, { width: this.box.offsetWidth, height: this.box.offsetHeight }, view);
    this.box.style.left = `${left + window.scrollX}px`;
    this.box.style.top = `${top + window.scrollY}px`;
  }
}

/** Gives each term its explanation as description, also where nothing is shown. */
function describe(terms: readonly HTMLAnchorElement[]): void {
  const store = document.createElement('div');
  store.hidden = true;
  terms.forEach((term, index) => {
    const text = document.createElement('span');
    text.id = `kb-forklaring-${index}`;
    text.textContent = term.dataset.forklaring ?? '';
    store.append(text);
    term.setAttribute('aria-describedby', text.id);
  });
  document.body.append(store);
}

function termOf(event: Event): HTMLAnchorElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(TERM) : null;
}

/** Starts it, for all terms of the page. */
export function startBegreper(): void {
  const terms = [...document.querySelectorAll<HTMLAnchorElement>(TERM)];
  if (terms.length === 0) return;
  describe(terms);
  const shown = new Forklaring();
  let touched = false;
  document.addEventListener('pointerdown', (event) => {
    touched = event.pointerType === 'touch';
    if (!termOf(event) && !shown.holds(event.target)) shown.hide();
  });
  for (const term of terms) {
    term.addEventListener('pointerenter', (event) => {
      if (event.pointerType !== 'touch') shown.show(term, WAIT_TO_SHOW);
    });
    term.addEventListener('pointerleave', (event) => {
      if (event.pointerType !== 'touch') shown.hide(WAIT_TO_HIDE);
    });
    term.addEventListener('focus', () => {
      if (!touched) shown.show(term, 0);
    });
    term.addEventListener('blur', () => shown.hide());
    term.addEventListener('click', (event) => {
      if (!touched || shown.shows(term)) return;
      event.preventDefault();
      shown.show(term, 0, true);
    });
  }
  document.addEventListener('keydown', (event) => {
    touched = false;
    if (event.key === 'Escape') shown.hide();
  });
}
