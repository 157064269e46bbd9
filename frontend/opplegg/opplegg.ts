/** The page «Eget opplegg»: choose, order, minutes; then programme, slides and a sheet. Nothing is stored in the browser. */
import { felt, knapp, lag, tekstfelt } from '../felles/dom';
import { lastEksport, lastLysbilder } from '../felles/last';
import { grunnen, tekstAvFil } from '../felles/lesing';
import { startVerktoy } from '../felles/verktoy';
import { adressedel, filAv, fraAdresse, lesFil, tider, tomtOpplegg, type Oppleggdel } from './fil';

class Side {
  private opplegg = tomtOpplegg();
  private readonly klosser = new Map<string, HTMLElement>();
  private readonly liste = lag('ol', { klasse: 'ol-deler' });
  private readonly melding = lag('p', { role: 'status', klasse: 'ol-melding' });
  private readonly tittel = tekstfelt(this.opplegg.tittel, (text) => this.sett('tittel', text));
  private readonly kommune = tekstfelt('', (text) => this.sett('kommune', text));
  private readonly starter = lag('input', { type: 'time', value: '09:00', paa: { change: () => this.sett('starter', this.starter.value || '09:00') } });
  private readonly papir = lag('div', { klasse: 'ol-papir' });

  constructor(private readonly rot: HTMLElement) {
    for (const block of document.querySelectorAll<HTMLElement>('#kb-klosser .kb-kloss')) {
      this.klosser.set(block.dataset['id'] ?? '', block);
      block.append(' ', knapp('Legg til', () => this.leggTil(block), { klasse: 'ol-legg', 'aria-label': `Legg til «${block.dataset['tittel'] ?? ''}»` }));
    }
    const own = lag('textarea', { rows: '3' });
    const name = lag('input', { type: 'text' });
    this.rot.append(
      lag('div', { klasse: 'ol-felt' }, felt('Navn på seminaret', this.tittel), felt('Kommunens navn', this.kommune), felt('Begynner klokka', this.starter)),
      lag('h2', { id: 'opplegget' }, 'Opplegget'),
      this.liste,
      this.melding,
      lag('details', { klasse: 'kb-mer' }, lag('summary', {}, 'Legg til egen tekst'), felt('Overskrift', name), felt('Tekst', own), knapp('Legg til teksten', () => {
        if (name.value.trim() === '') return this.si('Skriv en overskrift først.');
        this.opplegg.deler.push({ kloss: '', tittel: name.value.trim(), minutter: 10, tekst: own.value.trim() });
        name.value = own.value = '';
        this.tegn();
      })),
      lag('h2', { id: 'bruk-opplegget' }, 'Bruk opplegget'),
      lag('p', { klasse: 'ol-knapper' },
        knapp('Vis som lysbilder', () => void this.lysbilder(), { id: 'ol-lysbilder' }), ' ',
        knapp('Skriv ut program og ark', () => window.print()), ' ',
        knapp('Lagre som fil', () => void this.lagre()), ' ',
        this.apner(), ' ',
        knapp('Lag adresse å dele', () => this.del())),
      this.papir,
    );
    this.papir.className = 'ol-papir';
    const given = fraAdresse(location.hash);
    if (given) this.les(given);
    this.tegn();
  }

  private sett(field: 'tittel' | 'kommune' | 'starter', text: string): void {
    this.opplegg[field] = text.trim();
    this.tegn();
  }

  private leggTil(block: HTMLElement): void {
    const { id = '', tittel = '', minutter = '10' } = block.dataset;
    this.opplegg.deler.push({ kloss: id, tittel, minutter: Number(minutter), tekst: '' });
    this.tegn();
    this.si(`«${tittel}» er lagt til nederst i opplegget.`);
  }

  private si(text: string): void {
    this.melding.textContent = text;
  }

  private tegn(): void {
    const times = tider(this.opplegg);
    const sum = this.opplegg.deler.reduce((all, del) => all + del.minutter, 0);
    this.liste.replaceChildren(...this.opplegg.deler.map((del, at) => this.rad(del, at, times[at] ?? '')));
    this.si(this.opplegg.deler.length === 0 ? 'Opplegget er tomt. Velg noe fra lista lenger nede.' : `${sum} minutter til sammen.`);
    this.papir.replaceChildren(
      lag('h2', {}, this.opplegg.tittel),
      lag('p', {}, [this.opplegg.kommune, `${sum} minutter`].filter(Boolean).join(' · ')),
      lag('ol', {}, ...this.opplegg.deler.map((del, at) => lag('li', {}, `${times[at] ?? ''} ${del.tittel}${del.tekst ? `: ${del.tekst}` : ''}`))),
      lag('h3', {}, 'Mitt neste steg'),
      ...['Hva gjør vi først?', 'Hvilken rolle gjør det?', 'Når er det gjort?'].flatMap((text) => [lag('p', {}, text), lag('p', { klasse: 'kb-skrivelinje' })]),
    );
  }

  private rad(del: Oppleggdel, at: number, time: string): HTMLElement {
    const minutes = lag('input', { type: 'number', min: '1', max: '480', value: String(del.minutter), 'aria-label': `Minutter til «${del.tittel}»`, paa: { change: () => {
      del.minutter = Math.min(480, Math.max(1, Math.round(Number(minutes.value)) || 1));
      this.tegn();
    } } });
    const move = (by: number): void => {
      const { deler } = this.opplegg;
      const other = deler[at + by];
      if (!other) return;
      deler[at + by] = del;
      deler[at] = other;
      this.tegn();
      this.liste.children[at + by]?.querySelector<HTMLButtonElement>(by < 0 ? '.ol-opp' : '.ol-ned')?.focus();
    };
    return lag('li', {}, lag('span', { klasse: 'ol-tid' }, time), ' ', lag('strong', {}, del.tittel), ' ', minutes, ' min ',
      knapp('Opp', () => move(-1), { klasse: 'ol-opp', 'aria-label': `Flytt «${del.tittel}» opp` }), ' ',
      knapp('Ned', () => move(1), { klasse: 'ol-ned', 'aria-label': `Flytt «${del.tittel}» ned` }), ' ',
      knapp('Ta bort', () => {
        this.opplegg.deler.splice(at, 1);
        this.tegn();
      }, { klasse: 'ol-bort', 'aria-label': `Ta bort «${del.tittel}»` }));
  }

  /** The chosen blocks as the sections that the viewer reads; each first one carries the minutes. */
  private async lysbilder(): Promise<void> {
    const article = lag('article', {}, lag('h1', {}, this.opplegg.tittel), lag('p', {}, this.opplegg.kommune));
    for (const del of this.opplegg.deler) {
      const start = lag('section', { klasse: 'kb-lysbilde', 'data-minutter': String(del.minutter) }, lag('h2', {}, del.tittel), lag('p', {}, del.tekst || `${del.minutter} minutter`));
      const inside = this.klosser.get(del.kloss)?.querySelector('.kb-kloss__innhold');
      article.append(start, ...(inside ? [...inside.children].map((one) => one.cloneNode(true)) : []));
    }
    const viewer = await lastLysbilder();
    await viewer.visLysbilder(article, 1, document.getElementById('ol-lysbilder') as HTMLElement);
  }

  private async lagre(): Promise<void> {
    const eksport = await lastEksport();
    eksport.lastNed(new Blob([filAv(this.opplegg)], { type: 'application/json' }), `${eksport.filnavnAv(this.opplegg.tittel)}.json`);
    this.si('Fila er lagret. Åpne den her igjen når du vil endre noe.');
  }

  private apner(): HTMLElement {
    const input = lag('input', { type: 'file', accept: '.json,application/json', paa: { change: () => {
      const file = input.files?.[0];
      input.value = '';
      if (file) void file.arrayBuffer().then((bytes) => this.lesTrygt(() => tekstAvFil(new Uint8Array(bytes))));
    } } });
    return lag('label', { klasse: 'ol-apne' }, 'Åpne fil: ', input);
  }

  private lesTrygt(text: () => string): void {
    try {
      this.les(text());
    } catch (error) {
      this.si(grunnen(error, 'Fila lot seg ikke lese.'));
    }
  }

  private les(text: string): void {
    try {
      const { opplegg, feil } = lesFil(text);
      this.opplegg = opplegg;
      this.tittel.value = opplegg.tittel;
      this.kommune.value = opplegg.kommune;
      this.starter.value = opplegg.starter;
      this.tegn();
      const gone = opplegg.deler.filter(({ kloss }) => kloss && !this.klosser.has(kloss)).map(({ tittel }) => `«${tittel}» finnes ikke lenger i basen.`);
      if (feil.length + gone.length > 0) this.si([...feil, ...gone].join(' '));
    } catch (error) {
      this.si(grunnen(error, 'Fila lot seg ikke lese.'));
    }
  }

  private del(): void {
    const part = adressedel(this.opplegg);
    if (part === null) return this.si('Opplegget er for stort til en adresse. Lagre det som fil, og send fila.');
    const address = `${location.href.split('#')[0] ?? ''}${part}`;
    const link = lag('a', { href: address }, 'Adressen til opplegget');
    this.melding.replaceChildren('Kopier lenken og send den: ', link);
  }
}

startVerktoy('eget-opplegg', (rot) => {
  new Side(rot);
});
