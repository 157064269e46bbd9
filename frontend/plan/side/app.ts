/** What the two pages of the plan share: the plan with its history, the steps, messages, the draft, and the keyboard. */
import { knapp, lag } from '../../felles/dom';
import type { ValgtFil } from '../../felles/filer';
import { grunnen, tekstAvFil } from '../../felles/lesing';
import { feilboks, Ramme } from '../../felles/ramme';
import type { Dokument } from '../../eksport/typer';
import { filAv, lesFil } from '../kjerne/fil';
import { angre, gjenta, gjor, nyHistorie } from '../kjerne/kommando';
import type { Historie, Kommando } from '../kjerne/kommando';
import type { Lister } from '../kjerne/kjede';
import { erTomPlan, nyPlanId, tomPlan } from '../kjerne/typer';
import type { Plan } from '../kjerne/typer';

export interface Steg {
  id: string;
  navn: string;
  tegn: (app: App) => (HTMLElement | null)[];
}

export class App {
  historie: Historie;
  feil: readonly string[] = [];
  /** The post that is open in each list, by the name of the list. */
  readonly apen = new Map<string, string>();
  /** The plan as it was last time, for the comparison. */
  forrige: { navn: string; plan: Plan } | null = null;
  readonly ramme: Ramme;
  private steg: string;
  private readonly meny = lag('ol', { klasse: 'vk-steg' });
  private readonly innhold = lag('div', { klasse: 'vk-innhold' });
  private readonly bakover = knapp('Angre', () => this.ga('bak'), { id: 'pl-angre', 'aria-keyshortcuts': 'Control+Z' });
  private readonly framover = knapp('Gjør om igjen', () => this.ga('fram'), { id: 'pl-gjenta', 'aria-keyshortcuts': 'Control+Y' });
  private readonly lytter = new Set<() => void>();

  constructor(rot: HTMLElement, readonly navn: string, readonly stegene: readonly Steg[], readonly lister: Lister, dokument: (app: App) => Dokument) {
    this.historie = nyHistorie(tomPlan(nyPlanId()));
    this.steg = stegene[0]?.id ?? '';
    this.ramme = new Ramme(
      { navn: 'plan', fil: () => filAv(this.plan), apne: (tekst) => this.bytt(lesFil(tekst)), straks: true },
      () => dokument(this),
    );
    rot.classList.add('vk-ramme', 'pl-rot');
    rot.replaceChildren(
      this.ramme.status,
      lag('nav', { 'aria-label': `Steg i ${navn}` }, this.meny),
      lag('div', { klasse: 'pl-verktoylinje vk-knapper' }, this.bakover, this.framover, knapp('Lagre fila (.json)', () => this.lagreFil(), { klasse: 'knapp', id: 'pl-lagre', 'aria-keyshortcuts': 'Control+S' })),
      this.innhold,
      this.ramme.papir,
    );
    rot.addEventListener('keydown', (event) => this.tast(event));
    this.tegn();
    this.ramme.hentUtkast();
    this.tegn();
  }

  get plan(): Plan {
    return this.historie.naa;
  }

  /** What the files are called. */
  get filnavn(): string {
    return this.plan.plan.tittel || `boligsosial plan ${this.plan.plan.kommune}`;
  }

  /** Does a change. The page is not drawn anew: what the reader types in stays as it is. */
  gjor(kommando: Kommando): void {
    const before = this.historie;
    this.historie = gjor(before, kommando, performance.now());
    if (this.historie === before) return;
    this.ramme.endret();
    this.visAngre();
    for (const one of this.lytter) one();
  }

  /** Does a change that shows elsewhere too, and draws the step anew; the focus goes to `fokus`, else stays. */
  gjorOgTegn(kommando: Kommando, fokus?: string): void {
    this.gjor(kommando);
    this.tegn(fokus);
  }

  /** Called at each change, until the step is drawn anew: for small things that follow what is typed. */
  folg(work: () => void): void {
    this.lytter.add(work);
  }

  private ga(retning: 'bak' | 'fram'): void {
    const steps = retning === 'bak' ? this.historie.bak : this.historie.fram;
    const name = steps[steps.length - 1]?.navn;
    if (name === undefined) {
      this.ramme.si(retning === 'bak' ? 'Det er ikke mer å angre.' : 'Det er ikke mer å gjøre om igjen.');
      return;
    }
    this.historie = retning === 'bak' ? angre(this.historie) : gjenta(this.historie);
    this.ramme.endret();
    this.tegn();
    this.ramme.si(retning === 'bak' ? `Angret: ${name}.` : `Gjort om igjen: ${name}.`);
  }

  private visAngre(): void {
    const mark = (button: HTMLButtonElement, there: boolean): void => button.setAttribute('aria-disabled', String(!there));
    mark(this.bakover, this.historie.bak.length > 0);
    mark(this.framover, this.historie.fram.length > 0);
  }

  private tast(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const act = key === 'z' ? () => this.ga(event.shiftKey ? 'fram' : 'bak') : key === 'y' ? () => this.ga('fram') : key === 's' ? () => this.lagreFil() : null;
    if (!act) return;
    event.preventDefault();
    act();
  }

  /** Takes another plan in use; it can't be undone, since it is another plan. */
  bytt({ plan, feil }: { plan: Plan; feil: readonly string[] }): void {
    this.historie = nyHistorie(plan);
    this.feil = feil;
    this.apen.clear();
    this.tegn();
  }

  /** Goes to a step; the heading gets the focus, so that keyboard and screen reader follow. */
  gaTil(steg: string, fokus?: string): void {
    this.steg = steg;
    this.tegn(fokus);
    if (fokus === undefined) this.innhold.querySelector<HTMLElement>('h2')?.focus();
  }

  /** Draws the step anew; what had the focus gets it back, or `fokus` if that is given. */
  tegn(fokus?: string): void {
    const active = document.activeElement as HTMLElement | null;
    const own = active !== null && this.innhold.contains(active);
    const id = fokus ?? (own ? active.id : '');
    const at = own && fokus === undefined && (active instanceof HTMLTextAreaElement || (active instanceof HTMLInputElement && active.type === 'text')) ? active.selectionStart : null;
    this.lytter.clear();
    this.meny.replaceChildren(...this.stegene.map((one) => lag('li', {}, lag('button', { type: 'button', id: `pl-steg-${one.id}`, 'aria-current': one.id === this.steg ? 'step' : null, paa: { click: () => this.gaTil(one.id) } }, one.navn))));
    const step = this.stegene.find((one) => one.id === this.steg) ?? this.stegene[0];
    this.innhold.replaceChildren(...(step?.tegn(this) ?? []).filter((one): one is HTMLElement => one !== null));
    this.visAngre();
    const target = id ? document.getElementById(id) : null;
    target?.focus();
    if (at !== null && target && 'setSelectionRange' in target) (target as HTMLInputElement).setSelectionRange(at, at);
  }

  lagreFil(): void {
    void this.ramme.fil(this.filnavn, 'json', () => new Blob([filAv(this.plan)], { type: 'application/json' })).then((made) => made && this.ramme.lagretNaa());
  }

  /** Asks before something that is in no file is put away. True to go on. */
  kanBytte(): boolean {
    return erTomPlan(this.plan) || !this.ramme.harUlagret || window.confirm('Det du har skrevet her, er ikke lagret. Vil du åpne den andre planen likevel?');
  }

  /** Opens a file. What is open stays as it is when the file can't be used. */
  apneFil(file: ValgtFil): void {
    try {
      const read = lesFil(tekstAvFil(file.bytes()));
      if (!this.kanBytte()) {
        this.ramme.si('Fila ble ikke åpnet. Det du hadde, står som før.');
        return;
      }
      this.bytt(read);
      this.ramme.apnet();
      document.getElementById('pl-apne')?.focus();
      this.ramme.si(`Fila ${file.navn} er åpnet.${read.feil.length > 0 ? ` ${read.feil.length} ting i den ble ikke tatt med. De står under «Åpne og lagre».` : ''}`);
    } catch (error) {
      this.ramme.si(`Fila ble ikke åpnet. ${grunnen(error, 'Den lot seg ikke lese som en plan.')} Det du hadde, står som før.`);
    }
  }

  feilboks(): HTMLElement | null {
    return feilboks('Dette i fila kunne ikke brukes:', this.feil);
  }
}

export const overskrift = (tekst: string): HTMLHeadingElement => lag('h2', { tabindex: -1 }, tekst);
