/**
 * What the trainer sees and the room does not: the slide shown, the next one, the notes and the clock. In a window of its own,
 * made by the page itself so that it also works from disk; where the browser opens none, beside the slides.
 */
import { lag } from '../felles/dom';

export interface Visning {
  na: HTMLElement;
  neste: HTMLElement | null;
  notat: readonly string[];
  teller: string;
}

interface Styring {
  ga: (steg: number) => void;
  tilpass: (ark: HTMLElement) => void;
  /** The window has been closed by the trainer. */
  lukket: () => void;
}

export class Foredrag {
  private readonly na = lag('div', { klasse: 'kb-fl__rute' });
  private readonly neste = lag('div', { klasse: 'kb-fl__rute' });
  private readonly notat = lag('div', { klasse: 'kb-fl__notat', tabindex: '0', role: 'region', 'aria-label': 'Notater' });
  private readonly klokke = lag('span', { klasse: 'kb-lys__klokke' });
  private readonly teller = lag('span', { klasse: 'kb-lys__teller' });
  readonly flate: HTMLElement;

  private constructor(private readonly vindu: Window | null, private readonly styring: Styring) {
    const step = (text: string, name: string, by: number): HTMLButtonElement =>
      lag('button', { type: 'button', klasse: 'kb-lys__knapp', 'aria-label': name, paa: { click: () => styring.ga(by) } }, text);
    const told = vindu ? null : lag('p', { role: 'status' }, 'Nettleseren åpnet ikke et nytt vindu. Da står visningen her, og rommet ser den også.');
    this.flate = lag('div', { klasse: 'kb-fl' }, told,
      lag('div', { klasse: 'kb-fl__linje' }, this.klokke, this.teller, vindu ? step('‹ Forrige', 'Forrige lysbilde', -1) : null, vindu ? step('Neste ›', 'Neste lysbilde', 1) : null),
      lag('div', { klasse: 'kb-fl__ruter' },
        vindu ? lag('section', { 'aria-label': 'Vises nå' }, lag('p', {}, 'Vises nå'), this.na) : null,
        lag('section', { 'aria-label': 'Neste lysbilde' }, lag('p', {}, 'Neste'), this.neste)),
      lag('p', {}, 'Notater'), this.notat);
  }

  /** In a new window, or null in the field `vindu` of what comes back where the browser refuses it. */
  static apne(tittel: string, styring: Styring): Foredrag {
    const opened = window.open('', 'kb-foredragsholder', 'popup,width=1100,height=760');
    const view = new Foredrag(opened, styring);
    if (opened) view.fyll(opened, tittel);
    return view;
  }

  get harVindu(): boolean {
    return this.vindu !== null;
  }

  vis({ na, neste, notat, teller }: Visning): void {
    if (this.vindu) this.rute(this.na, na);
    this.rute(this.neste, neste);
    this.teller.textContent = teller;
    this.notat.replaceChildren(...(notat.length > 0 ? notat : ['Ingen notater til dette lysbildet.']).map((line) => lag('p', {}, line)));
    this.notat.scrollTop = 0;
  }

  tid(text: string): void {
    this.klokke.textContent = text;
    if (this.vindu?.closed) this.styring.lukket();
  }

  lukk(): void {
    this.flate.remove();
    this.vindu?.close();
  }

  private rute(place: HTMLElement, sheet: HTMLElement | null): void {
    if (!sheet) return place.replaceChildren(lag('p', {}, 'Dette er det siste.'));
    const copy = sheet.cloneNode(true) as HTMLElement;
    copy.classList.add('kb-lys__ark--na');
    copy.querySelectorAll('.kb-teller').forEach((one) => one.remove());
    place.replaceChildren(copy);
    this.styring.tilpass(copy);
  }

  /** The styles of the page and the look it has; the window is the page's own, so its policy holds there, too. */
  private fyll(opened: Window, tittel: string): void {
    const page = opened.document;
    page.title = `Foredragsholder: ${tittel}`;
    page.head.replaceChildren(page.createElement('title'));
    page.title = `Foredragsholder: ${tittel}`;
    for (const name of document.documentElement.getAttributeNames()) page.documentElement.setAttribute(name, document.documentElement.getAttribute(name) ?? '');
    page.documentElement.lang = 'nb';
    page.documentElement.classList.remove('kb-viser-lysbilder');
    for (const sheet of document.querySelectorAll<HTMLElement>('link[rel="stylesheet"], style')) {
      const copy = page.importNode(sheet, true);
      if (copy.localName === 'link') copy.setAttribute('href', (sheet as HTMLLinkElement).href);
      copy.addEventListener('load', () => this.tilpass());
      page.head.append(copy);
    }
    const body = page.createElement('body');
    body.className = 'kb-fl-vindu';
    const root = lag('main', { klasse: 'kb-lys kb-lys--foredrag md-typeset' }, lag('h1', { klasse: 'kb-bare-skjerm' }, `Foredragsholder: ${tittel}`), this.flate);
    body.append(root);
    page.documentElement.replaceChild(body, page.body);
    page.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (['ArrowRight', 'PageDown'].includes(event.key)) this.styring.ga(1);
      else if (['ArrowLeft', 'PageUp'].includes(event.key)) this.styring.ga(-1);
      else return;
      event.preventDefault();
    });
    opened.addEventListener('resize', () => this.tilpass());
  }

  private tilpass(): void {
    for (const place of [this.na, this.neste]) {
      const sheet = place.querySelector<HTMLElement>('.kb-lys__ark');
      if (sheet) this.styring.tilpass(sheet);
    }
  }
}
