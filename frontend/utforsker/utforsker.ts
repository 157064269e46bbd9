/**
 * An explorer: a table that stands whole in the page, made filterable.
 *
 *   <div class="kb-utforsker" data-utforsker="tiltak" data-ting="tiltak" data-antall="286" data-fasetter="[…]">
 *     <div class="kb-utforsker__verktoy"></div><div class="kb-tabell">…<tr data-f="0,4;2;" data-k="kilde-id">…</div></div>
 *
 * data-delt: some of the rows stand on other pages; all of them are in utforsker-<navn>.js. What is chosen stands in the
 * address. Written by macros/rendering/utforsker.py and maler/utforsker.html.j2: change them together.
 */
import { ankerI } from '../felles/anker';
import { kopier } from '../felles/kopier';
import { lastNedTabell, type Format } from '../felles/tabell';
import { lastEksport, lastSkript } from '../felles/last';
import { sokeadresse } from '../sok/lag';
import { knapp, lag } from '../felles/dom';
import { fraAdresse, tilAdresse, tomTilstand, type Tilstand } from './adresse';
import { filtrer, iOrden, lesVerdier, ordnet, type Utfall } from './motor';
import { Panel, ramse } from './panel';
import { Rader } from './rader';
import { Tekstfilter } from './tekst';

// What is measured (tests/frontend/maal_utforsker.py).
export { filtrer, lesVerdier, ordnet, Tekstfilter };

const AT_A_TIME = 25;
const AT_A_TIME_ON_A_PHONE = 10;
const NARROW = '(max-width: 37.5em)';
const FILES: readonly (readonly [string, Format])[] = [['Excel', 'xlsx'], ['CSV', 'csv'], ['Word', 'docx']];
const REFERENCES = [['BibTeX', 'bib'], ['RIS', 'ris'], ['Tekst', 'txt']] as const;

class Utforsker {
  private readonly rader: Rader;
  private readonly panel: Panel;
  private readonly ting: string;
  private readonly tittel: string;
  private readonly bit = matchMedia(NARROW).matches ? AT_A_TIME_ON_A_PHONE : AT_A_TIME;
  private grense = this.bit;
  private state: Tilstand;
  private utfall: Utfall | null = null;
  private treff: number[] = [];
  private tekstfilter: Tekstfilter | null = null;
  private readonly ingen = lag('div', { klasse: 'kb-ingen', hidden: true });
  private readonly flere = lag('p', { klasse: 'kb-utforsker__flere kb-ikke-utskrift' });
  private readonly papir = lag('p', { klasse: 'kb-utforsker__papir' });
  private readonly tatt = lag('span', { role: 'status' });

  constructor(private readonly rot: HTMLElement) {
    const table = rot.querySelector('table') as HTMLTableElement;
    this.ting = rot.dataset['ting'] ?? 'rader';
    this.rader = new Rader(rot, table);
    this.tittel = table.caption?.textContent?.replace(/ \(side .*\)$/, '') ?? '';
    this.state = this.lesAdresse();
    this.panel = new Panel(rot.querySelector('.kb-utforsker__verktoy') as HTMLElement, this.ting, this.rader.fasetter, this.rader.kolonner, {
      tekst: (q, ferdig) => this.tekst(q, ferdig),
      velg: (fasett, id, paa) => this.velg(fasett, id, paa),
      fjern: (fasett) => this.fjern(fasett),
      nullstill: () => this.endre({ ...tomTilstand(), sorter: this.state.sorter, ned: this.state.ned, kolonner: this.state.kolonner }, true),
      sorter: (sorter, ned) => this.endre({ ...this.state, sorter, ned: sorter !== '' && ned }, true),
      kolonne: (navn, paa) => this.kolonne(navn, paa),
      forbered: () => void this.hentOgTegn(),
    });
    const area = rot.querySelector('.kb-tabell') as HTMLElement;
    area.before(this.papir);
    area.after(this.ingen, this.flere, this.taMed());
    this.sorteringsknapper(table);
    addEventListener('popstate', () => {
      const state = this.lesAdresse();
      // A link to a place on the page is told of as well, and changes nothing of what is chosen.
      if (tilAdresse(state, this.rader.fasetter) === tilAdresse(this.state, this.rader.fasetter)) return;
      this.state = state;
      this.grense = this.bit;
      void this.hentOgTegn();
    });
    addEventListener('hashchange', () => void this.tilAnker());
    this.paaPapir();
    void this.start();
  }

  /** Whether all rows must be here to show what is asked for. */
  private get spurt(): boolean {
    return this.state.q.trim() !== '' || this.state.valg.size > 0 || this.state.sorter !== '';
  }

  private async start(): Promise<void> {
    if (this.spurt) await this.hentOgTegn();
    else this.tegn();
    this.rot.classList.add('kb-utforsker--klar');
    await this.tilAnker();
  }

  private lesAdresse(): Tilstand {
    return fraAdresse(location.search, this.rader.fasetter, this.rader.kolonner.map(({ navn }) => navn));
  }

  // What the reader does

  private tekst(q: string, ferdig: boolean): void {
    const begun = (this.state.q.trim() === '') !== (q.trim() === '');
    if (q.trim() === this.state.q.trim() && !ferdig) return;
    this.endre({ ...this.state, q }, begun, !ferdig);
  }

  private velg(fasett: string, id: string, paa: boolean): void {
    const ids = (this.state.valg.get(fasett) ?? []).filter((one) => one !== id);
    this.settFasett(fasett, paa ? [...ids, id] : ids);
  }

  private fjern(fasett: string): void {
    if (fasett === '') this.endre({ ...this.state, q: '' }, true);
    else this.settFasett(fasett, []);
  }

  private settFasett(fasett: string, ids: string[]): void {
    const valg = new Map(this.state.valg);
    if (ids.length > 0) valg.set(fasett, ids);
    else valg.delete(fasett);
    this.endre({ ...this.state, valg }, true);
  }

  private kolonne(navn: string, paa: boolean): void {
    const shown = this.kolonner;
    if (paa) shown.add(navn);
    else shown.delete(navn);
    const all = this.rader.kolonner;
    const asGiven = all.every(({ navn: one, standard }) => shown.has(one) === standard);
    this.endre({ ...this.state, kolonner: asGiven ? null : all.flatMap(({ navn: one }) => (shown.has(one) ? [one] : [])) }, true);
  }

  /** A new state. `steg`: one that the back button comes back to. */
  private endre(state: Tilstand, steg: boolean, skriver = false): void {
    this.state = state;
    this.grense = this.bit;
    const address = `${location.pathname}${tilAdresse(state, this.rader.fasetter)}`;
    try {
      if (steg && address !== `${location.pathname}${location.search}`) history.pushState(null, '', address);
      else history.replaceState(null, '', address);
    } catch {
      // A browser that does not let a page from disk change its address: the filter works all the same.
    }
    void this.hentOgTegn(skriver);
  }

  // What is shown

  private async hentOgTegn(skriver = false): Promise<void> {
    try {
      await this.rader.hent();
    } catch (error) {
      console.error(error);
      this.panel.status.textContent = 'Resten av tabellen ble ikke lastet. Last inn siden på nytt.';
      return;
    }
    this.tegn(skriver);
  }

  private get kolonner(): Set<string> {
    const chosen = this.state.kolonner;
    const first = this.rader.kolonner[0]?.navn ?? '';
    return new Set([first, ...(chosen ?? this.rader.kolonner.filter(({ standard }) => standard).map(({ navn }) => navn))]);
  }

  private regnUt(skriver: boolean): void {
    const { rader, state } = this;
    if (!rader.lastet) {
      this.utfall = null;
      this.treff = rader.alle.map((_, row) => row);
      return;
    }
    let text: Uint8Array | null = null;
    if (state.q.trim() !== '') {
      this.tekstfilter ??= new Tekstfilter(rader.tekster());
      text = this.tekstfilter.finn(state.q, skriver);
    }
    this.utfall = filtrer(rader.datasett, state.valg, text);
    this.treff = this.utfall.treff;
    const column = rader.kolonner.find(({ navn }) => navn === state.sorter);
    if (column) {
      const { orden, tom } = rader.orden(column);
      this.treff = iOrden(this.treff, orden, state.ned, tom);
    }
  }

  private tegn(skriver = false): void {
    this.regnUt(skriver);
    const table = this.rader.tabell;
    const area = table.closest('.kb-tabell') as HTMLElement;
    this.rader.vis(this.treff.slice(0, this.grense), this.kolonner);
    area.hidden = this.treff.length === 0;
    for (const head of table.querySelectorAll<HTMLElement>('thead th')) {
      const sorted = head.dataset['felt'] === this.state.sorter && this.state.sorter !== '';
      if (sorted) head.setAttribute('aria-sort', this.state.ned ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    }
    this.panel.vis(this.state, this.kolonner, this.utfall, this.statustekst());
    // With the rows of all pages here it is no longer one of several.
    if (this.rader.lastet && table.caption) table.caption.textContent = this.tittel;
    const pages = this.rot.querySelector<HTMLElement>('.kb-utforsker__sider');
    if (pages) pages.hidden = this.rader.lastet;
    this.visFlere();
    this.visIngen();
  }

  private statustekst(): string {
    const all = Number(this.rot.dataset['antall'] ?? this.rader.alle.length);
    const filtered = this.state.q.trim() !== '' || this.state.valg.size > 0;
    const column = this.rader.kolonner.find(({ navn }) => navn === this.state.sorter);
    const order = column ? ` Sortert etter ${column.tittel.toLowerCase()}${this.state.ned ? ', snudd' : ''}.` : '';
    if (!filtered) return `${all} ${this.ting}.${order}`;
    return this.treff.length === 0 ? `Ingen treff blant ${all} ${this.ting}.` : `${this.treff.length} av ${all} ${this.ting}.${order}`;
  }

  private visFlere(): void {
    const left = this.treff.length - this.grense;
    if (left <= 0) {
      this.flere.replaceChildren();
      return;
    }
    const more = (limit: number): void => {
      const first = this.grense;
      this.grense = limit;
      this.tegn();
      // The reader goes on from the first of the new rows.
      const row = this.rader.alle[this.treff[first] as number];
      row?.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true });
    };
    const next = Math.min(left, this.bit * 2);
    this.flere.replaceChildren(
      knapp(`Vis ${next} til`, () => more(this.grense + next)),
      ...(left > next ? [' ', knapp(`Vis alle ${this.treff.length}`, () => more(this.treff.length))] : []),
    );
  }

  /** Which filter to loosen, with what each would give. */
  private visIngen(): void {
    this.ingen.hidden = this.treff.length > 0;
    if (this.treff.length > 0 || !this.utfall) return;
    const names = (facet: string): string =>
      facet === '' ? `ordene «${this.state.q.trim()}»` : `valget under «${this.rader.fasetter.find(({ navn }) => navn === facet)?.tittel ?? ''}»`;
    const ways = this.utfall.losninger.map(({ fasett, antall }) => lag('li', {}, knapp(`Fjern ${names(fasett)}`, () => this.fjern(fasett)), ` Da får du ${antall} ${this.ting}.`));
    this.ingen.replaceChildren(
      lag('p', {}, ways.length > 0 ? `Ingen ${this.ting} passer til alt du har valgt. Du kan løsne på ett av filtrene:` : `Ingen ${this.ting} passer, heller ikke om du fjerner ett av filtrene.`),
      ...(ways.length > 0 ? [lag('ul', {}, ...ways)] : []),
      lag('p', {}, knapp('Fjern alle filtrene', () => this.fjernAlle()), ...(this.state.q.trim() ? [' ', lag('a', { href: sokeadresse(this.state.q.trim()) }, 'Søk på hele nettstedet')] : [])),
    );
  }

  private fjernAlle(): void {
    this.endre({ ...this.state, q: '', valg: new Map() }, true);
    this.panel.tekst.focus();
  }

  /** The row that the address points at is shown, whatever is chosen. */
  private async tilAnker(): Promise<void> {
    const id = ankerI(location.hash);
    if (id === '') return;
    const outside = document.getElementById(id);
    if (outside && !this.rot.contains(outside)) return;
    if (!outside?.closest('tr') && !this.rader.lastet) {
      if (!outside) return;
      await this.hentOgTegn();
    }
    const row = this.rader.radMed(id);
    if (row < 0) return;
    if (!this.treff.includes(row)) {
      this.state = tomTilstand();
      history.replaceState(null, '', `${location.pathname}#${id}`);
      this.tegn();
    }
    this.grense = Math.max(this.grense, this.treff.indexOf(row) + 1);
    this.tegn();
    const target = document.getElementById(id);
    for (let one = target?.parentElement; one && one !== this.rot; one = one.parentElement) if (one instanceof HTMLDetailsElement) one.open = true;
    if (!target?.matches(':target')) location.replace(`#${id}`);
    target?.scrollIntoView();
  }

  private sorteringsknapper(table: HTMLTableElement): void {
    for (const head of table.querySelectorAll<HTMLElement>('thead th')) {
      const navn = head.dataset['felt'] ?? '';
      const column = this.rader.kolonner.find((one) => one.navn === navn);
      if (!column?.sorteres) continue;
      const button = knapp('', () => this.endre({ ...this.state, sorter: navn, ned: this.state.sorter === navn && !this.state.ned }, true), {
        klasse: 'kb-utforsker__sorter kb-ikke-i-fil kb-ikke-utskrift',
        'aria-label': `Sorter etter ${column.tittel}`,
      });
      head.append(button);
    }
    table.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('.kb-utforsker__mer') : null;
      const open = button?.closest('tr')?.classList.toggle('kb-utforsker__apen');
      button?.setAttribute('aria-expanded', String(open));
      if (button) button.textContent = open ? 'Vis mindre' : 'Vis mer';
    });
  }

  // What can be taken along

  private taMed(): HTMLElement {
    const listed = (label: string, buttons: readonly HTMLElement[]): HTMLElement =>
      lag('p', { klasse: 'kb-lastned' }, `${label}: `, ...buttons.flatMap((button, place) => (place > 0 ? [' · ', button] : [button])));
    const make = (text: string, name: string, run: () => Promise<string>): HTMLElement =>
      knapp(text, () => {
        this.tatt.textContent = 'Lager fila …';
        run().then(
          (said) => (this.tatt.textContent = said),
          (error: unknown) => {
            console.error(error);
            this.tatt.textContent = 'Det gikk ikke. Last inn siden på nytt, og prøv en gang til.';
          },
        );
      }, { klasse: 'kb-lenkeknapp', 'aria-label': name });
    return lag('div', { klasse: 'kb-utforsker__tamed kb-ikke-utskrift' },
      listed('Ta med treffene', FILES.map(([text, kind]) => make(text, `Last ned treffene som ${text}`, () => this.fil(kind)))),
      listed('Kildene til treffene', REFERENCES.map(([text, kind]) => make(text, `Last ned kildene til treffene som ${text}`, () => this.referanser(kind)))),
      listed('Del', [make('Kopier lenken til dette utvalget', 'Kopier lenken til dette utvalget', () => this.kopier())]),
      this.tatt);
  }

  private utvalget(): [string, string][] {
    const rows: [string, string][] = [];
    if (this.state.q.trim()) rows.push(['Ord', this.state.q.trim()]);
    for (const { navn, tittel, verdier } of this.rader.fasetter) {
      const chosen = verdier.filter(([id]) => this.state.valg.get(navn)?.includes(id)).map(([, name]) => name);
      if (chosen.length > 0) rows.push([tittel, chosen.join(' eller ')]);
    }
    return [...rows, ['Utvalg', this.statustekst()]];
  }

  private async fil(kind: Format): Promise<string> {
    await this.rader.hent();
    this.regnUt(false);
    const shown = this.kolonner;
    const columns = this.rader.kolonner.filter(({ navn }) => shown.has(navn));
    const rader = this.treff.map((row) => columns.map((column) => this.rader.celletekst(row, column) || null));
    await lastNedTabell({ navn: this.tittel, kolonner: columns.map(({ tittel }) => tittel), rader }, this.rot.dataset['utforsker'] ?? '', kind, this.utvalget());
    return `Fila med ${rader.length} ${this.ting} er laget.`;
  }

  private async referanser(kind: (typeof REFERENCES)[number][1]): Promise<string> {
    await Promise.all([this.rader.hent(), lastSkript('referanser')]);
    this.regnUt(false);
    const all = (window as unknown as { kbReferanser: Record<string, Record<string, string>> }).kbReferanser;
    const texts = this.rader.kilder(this.treff).flatMap((id) => all[kind]?.[id] ?? []);
    if (texts.length === 0) return 'Ingen av treffene viser til en kilde.';
    const eksport = await lastEksport();
    eksport.lastNed(new Blob([texts.join(kind === 'txt' ? '' : '\n')], { type: 'text/plain;charset=utf-8' }), `kilder-${this.rot.dataset['utforsker']}.${kind}`);
    return `Fila med ${texts.length} kilder er laget.`;
  }

  private async kopier(): Promise<string> {
    const address = location.href.split('#')[0] ?? '';
    return (await kopier({ tekst: address })) ? 'Lenken er kopiert.' : `Kopier lenken her: ${address}`;
  }

  /** On paper all the hits stand, under what they were chosen by. */
  private paaPapir(): void {
    let before = this.grense;
    addEventListener('beforeprint', () => {
      before = this.grense;
      this.grense = this.treff.length;
      this.papir.textContent = ramse(this.utvalget().map(([label, value]) => `${label}: ${value.replace(/\.$/, '')}`));
      this.tegn();
    });
    addEventListener('afterprint', () => {
      this.grense = before;
      this.tegn();
    });
  }
}

for (const rot of document.querySelectorAll<HTMLElement>('.kb-utforsker')) new Utforsker(rot);
