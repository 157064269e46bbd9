/**
 * The viewer: the page the reader is on, shown as slides over it. Keys, notes, clock, print of two slides a sheet, and a file
 * for PowerPoint made when it is asked for. Nothing is stored. The page stays as it was underneath.
 */
import { knapp, lag } from '../felles/dom';
import { lastEksport, lastSkript } from '../felles/last';
import { storSkriftKnapper } from '../felles/storskrift';
import { lagArk, tilpassArk } from './ark';
import { lagLysbilder, type Del, type Lysbilde } from './inndeling';
import { Foredrag } from './foredrag';
import { lesSide } from './les';
import type * as Pptx from './pptx';

const LENGTHS = [['alle', 'Alle lysbildene'], ['dag', 'Hel dag'], ['90', '90 minutter'], ['45', '45 minutter']] as const;

const lysknapp = (text: string, navn: string, trykk: () => void): HTMLButtonElement =>
  knapp(text, trykk, { klasse: 'kb-lys__knapp', 'aria-label': navn || undefined });

let open: Visning | null = null;
let alone = false;

/** Says that the viewer stands in a file by itself, where no other script of the site can be had. */
export function settAlene(): void {
  alone = true;
}

/** Opens the viewer on slide `nummer` (from 1); `tilbake` gets the focus when it is closed. */
export async function visLysbilder(article: HTMLElement, nummer: number, tilbake: HTMLElement): Promise<void> {
  const { tittel, ingress, deler } = lesSide(article);
  await visDeler(tittel, ingress, deler, nummer, tilbake);
}

/** The same of parts that have been read already, from one page or several. */
export async function visDeler(tittel: string, ingress: string, deler: readonly Del[], nummer: number, tilbake: HTMLElement): Promise<void> {
  await loadStyle();
  open?.lukk();
  open = new Visning(lagLysbilder(tittel, ingress, deler), tittel, tilbake);
  open.vis(nummer - 1);
}

/** How many slides the parts become. */
export const antallLysbilder = (deler: readonly Del[]): number => lagLysbilder('', '', deler).length - 1;

export { lesDeler } from './les';
export { sendStykke } from './stykke';

function loadStyle(): Promise<void> {
  const start = document.querySelector<HTMLLinkElement>('link[rel="stylesheet"][href*="assets/css/tokens.css"]');
  if (document.querySelector('link[data-kb-lysbilder]') || !start) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const link = lag('link');
    link.rel = 'stylesheet';
    link.href = start.href.replace('tokens.css', 'lysbilder.css');
    link.dataset['kbLysbilder'] = '';
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => {
      link.remove();
      reject(new Error('Fikk ikke lastet lysbilder.css'));
    });
    document.head.append(link);
  });
}

class Visning {
  private readonly rot = lag('div', { klasse: 'kb-lys md-typeset' });
  private readonly scene = lag('div', { klasse: 'kb-lys__scene' });
  private readonly notat = lag('div', { klasse: 'kb-lys__notat' });
  private readonly teller = lag('span', { klasse: 'kb-lys__teller' });
  private readonly klokke = lag('span', { klasse: 'kb-lys__klokke' });
  private readonly melding = lag('span', { klasse: 'kb-lys__melding' });
  private readonly ark: HTMLElement[];
  private readonly stilt: Element[] = [];
  private readonly start = Date.now();
  private delStart = Date.now();
  private foredrag: Foredrag | null = null;
  private lengde = 'alle';
  private na = 0;
  private readonly tikk: number;
  private readonly vokter = new ResizeObserver(() => this.tilpass());

  constructor(private readonly lysbilder: readonly Lysbilde[], private readonly tittel: string, private readonly tilbake: HTMLElement) {
    this.ark = lysbilder.map((slide, at) => lagArk(slide, at, lysbilder.length));
    this.scene.append(...this.ark);
    this.rot.setAttribute('role', 'dialog');
    this.rot.setAttribute('aria-modal', 'true');
    this.rot.setAttribute('aria-label', `Lysbilder: ${tittel}`);
    this.rot.tabIndex = -1;
    this.notat.hidden = true;
    this.notat.tabIndex = 0;
    this.notat.setAttribute('role', 'region');
    this.notat.setAttribute('aria-label', 'Notater');
    this.scene.setAttribute('aria-live', 'polite');
    this.melding.setAttribute('role', 'status');
    this.rot.append(this.scene, this.notat, this.linje());
    for (const other of document.body.children) {
      if (other.localName === 'script' || other.hasAttribute('inert')) continue;
      other.setAttribute('inert', '');
      this.stilt.push(other);
    }
    document.body.append(this.rot);
    document.documentElement.classList.add('kb-viser-lysbilder');
    this.rot.addEventListener('keydown', this.tast);
    this.vokter.observe(this.scene);
    window.addEventListener('pagehide', this.lukkForedrag);
    this.tikk = window.setInterval(this.tid, 1000);
    this.tid();
    this.rot.focus();
  }

  lukk(): void {
    window.clearInterval(this.tikk);
    this.vokter.disconnect();
    window.removeEventListener('pagehide', this.lukkForedrag);
    this.lukkForedrag();
    this.rot.remove();
    for (const other of this.stilt) other.removeAttribute('inert');
    document.documentElement.classList.remove('kb-viser-lysbilder');
    open = null;
    this.tilbake.focus();
  }

  /** Shows slide `at` (from 0), the nearest there is. */
  vis(at: number): void {
    this.na = Math.min(Math.max(at, 0), this.ark.length - 1);
    const slide = this.lysbilder[this.na];
    if (!slide) return;
    this.ark.forEach((one, number) => one.classList.toggle('kb-lys__ark--na', number === this.na));
    if (slide.ny) this.delStart = Date.now();
    this.teller.textContent = `${this.na + 1} av ${this.ark.length}`;
    this.notat.replaceChildren(...slide.notat.split('\n').filter(Boolean).map((line) => lag('p', {}, line)));
    if (!slide.notat) this.notat.append(lag('p', {}, 'Ingen notater til dette lysbildet.'));
    // The clock first: its length may change the height of the line below, and so the room of the slide.
    this.tid();
    this.tilpass();
    this.visForedrag();
  }

  private readonly tilpass = (): void => {
    const sheet = this.ark[this.na];
    if (sheet) tilpassArk(sheet);
  };

  private ga(step: number): void {
    const at = this.etter(step);
    if (at !== null) this.vis(at);
  }

  /** The number of the next slide that is with, that way; null where there is none. */
  private etter(step: number): number | null {
    let at = this.na + step;
    while (this.lysbilder[at] && !this.erMed(at)) at += step;
    return this.lysbilder[at] ? at : null;
  }

  private readonly lukkForedrag = (): void => {
    this.foredrag?.lukk();
    this.foredrag = null;
    this.rot.classList.remove('kb-lys--delt');
    this.tilpass();
  };

  private apneForedrag(): void {
    if (this.foredrag) return this.lukkForedrag();
    this.foredrag = Foredrag.apne(this.tittel, { ga: (step) => this.ga(step), tilpass: tilpassArk, lukket: this.lukkForedrag });
    if (!this.foredrag.harVindu) {
      this.scene.after(this.foredrag.flate);
      this.rot.classList.add('kb-lys--delt');
      this.tilpass();
    }
    this.visForedrag();
    this.tid();
  }

  private visForedrag(): void {
    const na = this.ark[this.na];
    const next = this.etter(1);
    if (!na || !this.foredrag) return;
    const notat = (this.lysbilder[this.na]?.notat ?? '').split('\n').filter(Boolean);
    this.foredrag.vis({ na, neste: next === null ? null : (this.ark[next] ?? null), notat, teller: this.teller.textContent ?? '' });
  }

  private erMed(at: number): boolean {
    const minutes = this.lysbilder[at]?.minutter;
    return this.lengde === 'alle' || minutes === undefined || this.lengde in minutes;
  }

  private readonly tid = (): void => {
    const minutes = this.lysbilder[this.na]?.minutter;
    const planned = minutes?.[this.lengde === 'alle' ? 'dag' : this.lengde];
    const part = planned === undefined ? '' : ` · delen ${clock(this.delStart)} av ${planned} min`;
    this.klokke.textContent = `${clock(this.start)}${part}`;
    this.foredrag?.tid(this.klokke.textContent);
  };

  private readonly tast = (event: KeyboardEvent): void => {
    const onControl = event.target instanceof HTMLElement && event.target.matches('button, select');
    const inNotes = event.target === this.notat;
    if (event.key === 'Escape') this.lukk();
    else if (event.key === 'Tab') this.hold(event);
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (['ArrowRight', 'PageDown'].includes(event.key) && !inNotes && !isSelect(event)) this.ga(1);
    else if (['ArrowLeft', 'PageUp'].includes(event.key) && !inNotes && !isSelect(event)) this.ga(-1);
    else if (event.key === ' ' && !onControl && !inNotes) this.ga(event.shiftKey ? -1 : 1);
    else if (event.key === 'Home' && !onControl && !inNotes) this.vis(0);
    else if (event.key === 'End' && !onControl && !inNotes) this.vis(this.ark.length - 1);
    else return;
    if (event.key !== 'Tab') event.preventDefault();
  };

  /** Keeps the focus inside: the page underneath can't be seen. */
  private hold(event: KeyboardEvent): void {
    const all = [...this.rot.querySelectorAll<HTMLElement>('button, select, [tabindex="0"]')].filter((one) => one.offsetParent !== null);
    const first = all[0];
    const last = all[all.length - 1];
    const here = document.activeElement;
    if (event.shiftKey && (here === first || here === this.rot)) last?.focus();
    else if (!event.shiftKey && here === last) first?.focus();
    else return;
    event.preventDefault();
  }

  private linje(): HTMLElement {
    const bar = lag('div', { klasse: 'kb-lys__linje' });
    bar.append(lysknapp('‹', 'Forrige lysbilde', () => this.ga(-1)), this.teller, lysknapp('›', 'Neste lysbilde', () => this.ga(1)));
    const notes = lysknapp('Notater', '', () => {
      this.notat.hidden = !this.notat.hidden;
      notes.setAttribute('aria-expanded', String(!this.notat.hidden));
      this.tilpass();
    });
    notes.setAttribute('aria-expanded', 'false');
    const more = lag('div', { klasse: 'kb-lys__mer' });
    more.append(notes, lysknapp('Foredragsholder', 'Foredragsholder i eget vindu', () => this.apneForedrag()), this.klokke);
    more.append(...storSkriftKnapper('kb-lys__knapp', this.tilpass));
    if (this.lysbilder.some(({ minutter }) => minutter && ('90' in minutter || '45' in minutter))) more.append(this.valg());
    more.append(lysknapp('Skriv ut', 'Skriv ut, to lysbilder på hvert ark', () => this.skrivUt()));
    if (!alone) more.append(lysknapp('PowerPoint', 'Last ned som PowerPoint', () => void this.lastNed()));
    more.append(this.melding);
    bar.append(more, lysknapp('Lukk', 'Lukk lysbildene', () => this.lukk()));
    return bar;
  }

  private valg(): HTMLElement {
    const choose = lag('select', { klasse: 'kb-lys__valg' });
    choose.setAttribute('aria-label', 'Hvor lenge');
    for (const [value, text] of LENGTHS) {
      const option = lag('option', {}, text);
      option.value = value;
      choose.append(option);
    }
    choose.addEventListener('change', () => {
      this.lengde = choose.value;
      this.ark.forEach((sheet, at) => sheet.classList.toggle('kb-lys__ark--ute', !this.erMed(at)));
      this.tid();
      this.visForedrag();
    });
    return choose;
  }

  private skrivUt(): void {
    window.print();
  }

  private async lastNed(): Promise<void> {
    this.melding.textContent = 'Lager fila …';
    try {
      await lastSkript('pptx');
      const { lagPresentasjon } = (window as unknown as { kbPptx: typeof Pptx }).kbPptx;
      const blob = await lagPresentasjon(this.tittel, this.lysbilder.filter((_, at) => this.erMed(at)));
      const eksport = await lastEksport();
      eksport.lastNed(blob, `${eksport.filnavnAv(this.tittel)}.pptx`);
      this.melding.textContent = '';
    } catch (error) {
      console.error(error);
      this.melding.textContent = 'Fila lot seg ikke lage.';
    }
  }
}

function isSelect(event: KeyboardEvent): boolean {
  return event.target instanceof HTMLSelectElement;
}

/** Minutes and seconds since a moment. */
function clock(since: number): string {
  const seconds = Math.max(0, Math.floor((Date.now() - since) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
