/** The state of the workshop, its steps, and what they share: numbers worked out once, messages, files to the reader. */
import { lastEksport } from '../../felles/last';
import { les, lagre, slett } from '../../felles/lager';
import type { Kodenokkel } from '../koder';
import type { Endring } from '../hvaom';
import { lesProsjekt, prosjektfil } from '../lesing/json';
import { tallAv } from '../maal/alle';
import type { Tall } from '../maal/alle';
import { lagPust } from '../pust';
import type { Skjemavalg } from '../skjema';
import type { Storrelse } from '../tegning/bilde';
import type { Prosjekt, Runde, Valg } from '../typer';
import { lag } from '../../felles/dom';
import { visDinRad } from './kommuner';

const LAGER = 'nettverk';

export type Steg = 'start' | 'hvem' | 'skjema' | 'svar' | 'bilde' | 'hvaom' | 'forog' | 'rapport';
const STEG: readonly (readonly [Steg, string])[] = [
  ['start', 'Start'],
  ['hvem', 'Hvem er med'],
  ['skjema', 'Skjema'],
  ['svar', 'Svar inn'],
  ['bilde', 'Bilde og tall'],
  ['hvaom', 'Hva om'],
  ['forog', 'Før og etter'],
  ['rapport', 'Rapport og fil'],
];

export interface Tilstand {
  prosjekt: Prosjekt;
  nokkel: Kodenokkel;
  koder: boolean;
  runde: string;
  valg: Valg;
  storrelse: Storrelse;
  holdPlass: boolean;
  framhevet: string | null;
  steg: Steg;
  skjema: Skjemavalg;
  endringer: Endring[];
  /** Round to compare with; "" for the one before. */
  forrige: string;
  bareBegge: boolean;
  /** True from the first change until the file is saved. */
  ulagret: boolean;
}

type Stegtegner = (app: App) => (HTMLElement | null)[];

export class App {
  tegnere: Partial<Record<Steg, Stegtegner>> = {};
  private readonly cache = new Map<string, Promise<Tall>>();
  private version = 0;
  private calm = 0;
  private drawn: Steg | null = null;
  private readonly status = lag('p', { klasse: 'nv-status', role: 'status' });
  private readonly innhold = lag('div', { klasse: 'vk-innhold' });
  private readonly meny = lag('ol', { klasse: 'vk-steg' });

  constructor(readonly rot: HTMLElement, readonly t: Tilstand) {
    rot.replaceChildren(lag('nav', { 'aria-label': 'Steg i nettverksverkstedet' }, this.meny), this.status, this.innhold);
    window.addEventListener('beforeunload', (event) => {
      if (this.t.ulagret) event.preventDefault();
    });
  }

  get runde(): Runde {
    const { prosjekt, runde } = this.t;
    return (prosjekt.runder.find((one) => one.id === runde) ?? prosjekt.runder[0]) as Runde;
  }

  /** The round to compare with: the chosen one, else the one before. Undefined when there is only one. */
  get forrige(): Runde | undefined {
    const rounds = this.t.prosjekt.runder;
    const chosen = rounds.find((one) => one.id === this.t.forrige && one.id !== this.runde.id);
    return chosen ?? rounds[rounds.indexOf(this.runde) - 1] ?? rounds.find((one) => one.id !== this.runde.id);
  }

  /** Says something to the reader, also to a screen reader. */
  si(text: string): void {
    this.status.textContent = text;
    // In sight at first, wherever the reader has scrolled; then it must not lie over what is read.
    this.status.classList.remove('nv-status--ro');
    clearTimeout(this.calm);
    this.calm = window.setTimeout(() => this.status.classList.add('nv-status--ro'), 8000);
  }

  /** The project has been changed: old numbers no longer hold. */
  endret(): void {
    this.version += 1;
    this.cache.clear();
    this.t.ulagret = true;
    // A person who is gone can't stay in what is chosen.
    const ids = new Set(this.t.prosjekt.personer.map((person) => person.id));
    if (this.t.framhevet !== null && !ids.has(this.t.framhevet) && this.t.valg.vis === 'person') this.t.framhevet = null;
  }

  /** Asks before a network that is saved nowhere is put away. True to go on. */
  kanBytte(): boolean {
    if (!this.t.ulagret || this.t.prosjekt.personer.length === 0) return true;
    if (window.confirm('Nettverket du har åpent, er ikke lagret. Vil du åpne et annet likevel?')) return true;
    this.si('Ingenting ble byttet ut. Det du hadde, står som før.');
    return false;
  }

  /** Takes another project in use. */
  bytt(prosjekt: Prosjekt, nokkel: Kodenokkel = new Map()): void {
    const newest = prosjekt.runder[prosjekt.runder.length - 1] as Runde;
    Object.assign(this.t, { prosjekt, nokkel, runde: newest.id, forrige: '', framhevet: null, endringer: [], koder: !prosjekt.navn });
    this.endret();
    this.t.ulagret = false;
  }

  /** The numbers of a survey; worked out once for each choice. */
  tall(valg: Valg = this.t.valg, runde: Runde = this.runde, prosjekt: Prosjekt = this.t.prosjekt): Promise<Tall> {
    const own = prosjekt === this.t.prosjekt && prosjekt.runder.includes(runde);
    if (!own) return tallAv(prosjekt, runde, valg, lagPust());
    const key = `${this.version} ${runde.id} ${valg.minst} ${valg.regnes} ${valg.vis} ${valg.slag ?? ''}`;
    const known = this.cache.get(key);
    if (known) return known;
    const made = tallAv(prosjekt, runde, valg, lagPust());
    this.cache.set(key, made);
    return made;
  }

  /** Goes to a step; the heading gets the focus, so that keyboard and screen reader follow. */
  ga(steg: Steg): void {
    this.t.steg = steg;
    this.si('');
    this.tegn();
    const heading = this.innhold.querySelector<HTMLElement>('h2');
    heading?.focus();
    if (this.rot.getBoundingClientRect().top < 0) this.rot.scrollIntoView();
  }

  /** Draws the step anew; what had the focus gets it back. */
  tegn(): void {
    const focused = this.focusables().indexOf(document.activeElement as HTMLElement);
    const id = focused >= 0 ? (document.activeElement as HTMLElement).id : '';
    const same = this.drawn === this.t.steg;
    const open = same ? this.folded().filter(([, one]) => one.open).map(([key]) => key) : [];
    this.drawn = this.t.steg;
    this.meny.replaceChildren(
      ...STEG.map(([steg, navn]) => {
        const button = lag('button', { type: 'button', 'aria-current': steg === this.t.steg ? 'step' : null, paa: { click: () => this.ga(steg) } }, navn);
        return lag('li', {}, button);
      }),
    );
    const draw = this.tegnere[this.t.steg];
    const notes = this.t.prosjekt.oppdiktet && this.t.steg !== 'start' ? [lag('p', { klasse: 'nv-oppdiktet' }, 'Oppdiktet eksempel: personer, enheter og kontakter er funnet på.')] : [];
    this.innhold.replaceChildren(...notes, ...(draw?.(this) ?? []).filter((one): one is HTMLElement => one !== null));
    visDinRad(this.t.prosjekt, this.runde);
    for (const [key, one] of this.folded()) if (open.includes(key)) one.open = true;
    if (!same || focused < 0) return;
    // What had the focus may be gone, as when it was the button that took a row out: then the one in its place gets it.
    const now = this.focusables();
    (document.getElementById(id) ?? now[Math.min(focused, now.length - 1)])?.focus();
  }

  private focusables(): HTMLElement[] {
    return [...this.innhold.querySelectorAll<HTMLElement>('button, input, select, textarea, summary')];
  }

  /** The folded parts by what they are called, numbers in the name left out. */
  private folded(): [string, HTMLDetailsElement][] {
    return [...this.innhold.querySelectorAll('details')].map((one) => [(one.firstElementChild?.textContent ?? '').replace(/\d+/g, ''), one]);
  }

  /** Does something that may fail, and says how it went; no failure reaches the reader as an exception. */
  async gjor(work: () => Promise<string | void>, feil: string): Promise<void> {
    try {
      const said = await work();
      if (said) this.si(said);
    } catch (error) {
      console.warn(error);
      this.si(feil);
    }
  }

  /** Gives the reader a file made by the export module, which is loaded the first time; `laget` is called when it is made. */
  fil(navn: string, ending: string, make: (eksport: Awaited<ReturnType<typeof lastEksport>>) => Promise<Blob> | Blob, laget?: () => void): Promise<void> {
    this.si('Lager fila …');
    return this.gjor(async () => {
      const eksport = await lastEksport();
      const name = `${eksport.filnavnAv(navn)}.${ending}`;
      eksport.lastNed(await make(eksport), name);
      laget?.();
      return `Fila ${name} er laget. Du finner den der nettleseren legger nedlastinger.`;
    }, 'Fila ble ikke laget. Last inn siden på nytt, og prøv en gang til.');
  }

  lagreFil(): void {
    const version = this.version;
    const content = prosjektfil(this.t.prosjekt);
    void this.fil(this.t.prosjekt.tittel, 'json', () => new Blob([content], { type: 'application/json' }), () => {
      // What is changed while the file is made, is in no file.
      if (this.version === version) this.t.ulagret = false;
    });
  }

  lagreINettleser(): void {
    const done = lagre(LAGER, JSON.stringify(this.t.prosjekt));
    this.si(done ? 'Nettverket er lagret i denne nettleseren. Kodelista er ikke lagret.' : 'Nettleseren lar oss ikke lagre. Last ned fila i stedet.');
    if (done) this.t.ulagret = false;
  }

  slettFraNettleser(): void {
    slett(LAGER);
    this.si('Nettverket er slettet fra nettleseren.');
  }

  hentFraNettleser(): boolean {
    const text = les(LAGER);
    if (text === null) return false;
    try {
      this.bytt(lesProsjekt(text).prosjekt);
      return true;
    } catch {
      return false;
    }
  }

  finnesINettleser(): boolean {
    return les(LAGER) !== null;
  }
}
