/** The page «Eget opplegg»: choose, order, minutes; then programme, slides and a sheet. */
import type { Dokument } from '../eksport/typer';
import { felt, knapp, lag, mer, tekstfelt } from '../felles/dom';
import { lastLysbilder } from '../felles/last';
import { filvelger } from '../felles/filer';
import { grunnen, tekstAvFil } from '../felles/lesing';
import { nettstedet } from '../felles/opphav';
import { papirAv, Ramme } from '../felles/ramme';
import { startVerktoy } from '../felles/verktoy';
import type { Blokk, Del } from '../lysbilder/inndeling';
import { pakkUt } from '../lysbilder/stykke';
import { adressedel, egneBlokker, filAv, fraAdresse, lesAdresse, lesFil, MEST, tider, tomtOpplegg, type Oppleggdel } from './fil';
import { hentStykke } from './hent';
import { ark, program, sumAv } from './papir';

/** What a part shows: its slides, or why there are none. */
interface Innhold {
  deler: Del[];
  antall: number;
  feil: string;
}

const EMPTY: Innhold = { deler: [], antall: 0, feil: '' };
const GONE = 'finnes ikke lenger i basen';

class Side {
  private opplegg = tomtOpplegg();
  private readonly klosser = new Map<string, HTMLElement>();
  private readonly innhold = new Map<string, Innhold>();
  private readonly liste = lag('ol', { klasse: 'ol-deler' });
  private readonly lenke = lag('p', { role: 'status' });
  private readonly sum = lag('p', { klasse: 'ol-sum' });
  private readonly tittel = tekstfelt(this.opplegg.tittel, (text) => this.sett('tittel', text));
  private readonly kommune = tekstfelt('', (text) => this.sett('kommune', text));
  private readonly starter = lag('input', { type: 'time', value: '09:00', paa: { change: () => this.sett('starter', this.starter.value || '09:00') } });
  private readonly papir = lag('div', { klasse: 'vk-papir ol-papir' });
  private readonly tegninger = lag('div', { klasse: 'ol-tegninger', 'aria-hidden': 'true', inert: true });
  private readonly ramme = new Ramme({ navn: 'opplegg', fil: () => filAv(this.opplegg), apne: (text) => this.apne(text), straks: true, folg: true }, () => this.program());

  constructor(private readonly rot: HTMLElement) {
    for (const block of document.querySelectorAll<HTMLElement>('#kb-klosser .kb-kloss')) {
      const name = block.dataset['tittel'] ?? '';
      this.klosser.set(block.dataset['id'] ?? '', block);
      block.append(' ', knapp('Legg til', () => this.leggTil(this.delAv(block)), { klasse: 'ol-legg', 'aria-label': `Legg til «${name}»` }));
    }
    this.rot.append(
      lag('div', { klasse: 'ol-felt' }, felt('Navn på seminaret', this.tittel), felt('Kommunens navn', this.kommune), felt('Begynner klokka', this.starter)),
      lag('h2', { id: 'opplegget' }, 'Opplegget'),
      this.liste,
      this.sum,
      this.ramme.status,
      this.egenTekst(),
      this.fraAdresse(),
      lag('h2', { id: 'bruk-opplegget' }, 'Bruk opplegget'),
      lag('div', { klasse: 'vk-knapper' },
        knapp('Vis som lysbilder', () => void this.lysbilder(), { id: 'ol-lysbilder' }),
        knapp('Skriv ut program og ark', () => this.ramme.skrivUt()),
        knapp('Last ned program og ark som Word', () => void this.word()),
        knapp('Lag adresse å dele', () => this.del())),
      this.lenke,
      lag('h2', { id: 'ta-vare-pa-opplegget' }, 'Ta vare på opplegget'),
      lag('div', { klasse: 'vk-knapper' }, knapp('Lagre som fil', () => void this.lagre())),
      filvelger('Åpne en fil du har lagret', 'ol-fil', 'json', ([file]) => file && this.lesTrygt(() => tekstAvFil(file.bytes()), `Fila ${file.navn} er åpnet.`)),
      this.ramme.lagring,
      this.papir,
      this.tegninger,
    );
    window.addEventListener('beforeprint', () => this.papir.replaceChildren(
      lag('section', {}, ...papirAv(this.program())),
      lag('section', { klasse: 'ol-ark' }, ...papirAv(this.arket())),
    ));
    const given = fraAdresse(location.hash);
    if (given) this.lesTrygt(() => given);
    else this.ramme.hentUtkast();
    this.tegn();
  }

  private delAv(block: HTMLElement): Oppleggdel {
    const { id = '', tittel = '', minutter = '10' } = block.dataset;
    return { kloss: id, tittel, minutter: Number(minutter), tekst: '' };
  }

  private egenTekst(): HTMLElement {
    const name = tekstfelt('', () => undefined);
    const own = lag('textarea', { rows: '4' });
    return mer('Legg til egen tekst', felt('Overskrift', name), felt('Tekst', own, 'En linje som begynner med bindestrek, blir et punkt på lysbildet.'), knapp('Legg til teksten', () => {
      if (name.value.trim() === '') return this.si('Skriv en overskrift først.');
      const tittel = name.value.trim();
      name.value = '';
      this.leggTil({ kloss: '', tittel, minutter: 10, tekst: own.value.trim() });
      own.value = '';
    }));
  }

  private fraAdresse(): HTMLElement {
    const address = tekstfelt('', () => undefined);
    const name = tekstfelt('', () => undefined);
    return mer('Legg til fra en adresse', felt('Adresse', address, 'Trykk # ved et avsnitt, en rad eller en påstand på en side. Da blir adressen kopiert. Lim den inn her.'),
      felt('Overskrift i programmet', name), knapp('Legg til fra adressen', () => {
        const kloss = lesAdresse(address.value);
        if (kloss === null) return this.si('Dette er ikke en adresse på dette nettstedet. Den skal se ut som /metoder/dreiebok/.');
        this.leggTil({ kloss, tittel: name.value.trim() || kloss, minutter: 10, tekst: '' });
        address.value = name.value = '';
      }));
  }

  private sett(field: 'tittel' | 'kommune' | 'starter', text: string): void {
    this.opplegg[field] = text.trim();
    this.endret();
  }

  private endret(): void {
    this.tegn();
    this.ramme.endret();
  }

  private leggTil(del: Oppleggdel): void {
    if (this.opplegg.deler.length >= MEST) return this.si(`Opplegget har ${MEST} deler. Ta bort noe først.`);
    this.opplegg.deler.push(del);
    this.endret();
    this.si(`«${del.tittel}» er lagt til nederst i opplegget.`);
  }

  private si(text: string): void {
    this.ramme.si(text);
  }

  private tegn(): void {
    const times = tider(this.opplegg);
    this.liste.replaceChildren(...this.opplegg.deler.map((del, at) => this.rad(del, at, times[at] ?? '')));
    this.sum.textContent = this.opplegg.deler.length === 0 ? 'Opplegget er tomt. Velg noe fra lista lenger nede, eller trykk «Legg i opplegget» på en side.' : `${sumAv(this.opplegg)} minutter til sammen.`;
  }

  private rad(del: Oppleggdel, at: number, time: string): HTMLElement {
    const minutes = lag('input', { type: 'number', min: '1', max: '480', value: String(del.minutter), 'aria-label': `Minutter til «${del.tittel}»`, paa: { change: () => {
      del.minutter = Math.min(480, Math.max(1, Math.round(Number(minutes.value)) || 1));
      this.endret();
    } } });
    const move = (by: number): void => {
      const { deler } = this.opplegg;
      const other = deler[at + by];
      if (!other) return;
      deler[at + by] = del;
      deler[at] = other;
      this.endret();
      this.liste.children[at + by]?.querySelector<HTMLButtonElement>(by < 0 ? '.ol-opp' : '.ol-ned')?.focus();
    };
    const slides = lag('span', { klasse: 'ol-lysbilder' });
    void this.hent(del).then(({ antall, feil }) => (slides.textContent = feil || (antall === 1 ? '1 lysbilde' : `${antall} lysbilder`)));
    return lag('li', {}, lag('span', { klasse: 'ol-tid' }, time), ' ', lag('strong', {}, del.tittel), ' ', minutes, ' min ', slides, ' ',
      knapp('Opp', () => move(-1), { klasse: 'ol-opp', 'aria-label': `Flytt «${del.tittel}» opp` }), ' ',
      knapp('Ned', () => move(1), { klasse: 'ol-ned', 'aria-label': `Flytt «${del.tittel}» ned` }), ' ',
      knapp('Ta bort', () => {
        this.opplegg.deler.splice(at, 1);
        this.endret();
        (this.liste.children[Math.min(at, this.liste.children.length - 1)]?.querySelector<HTMLElement>('.ol-bort') ?? this.tittel).focus();
      }, { klasse: 'ol-bort', 'aria-label': `Ta bort «${del.tittel}»` }));
  }

  /** Where the piece stands: its own address, or that of the block in the list. */
  private stedet(del: Oppleggdel): string {
    if (del.kloss.startsWith('/')) return del.kloss;
    return this.klosser.get(del.kloss)?.dataset['sted'] ?? '';
  }

  /** What the part shows: prepared in the list, or fetched from the page it stands on. */
  private async hent(del: Oppleggdel): Promise<Innhold> {
    if (del.kloss === '') return { ...EMPTY, antall: 1 };
    const known = this.innhold.get(del.kloss);
    if (known) return known;
    const viewer = await lastLysbilder();
    const prepared = this.klosser.get(del.kloss)?.querySelector('.kb-kloss__innhold');
    const place = this.stedet(del);
    let deler: Del[] | null = null;
    if (prepared) deler = viewer.lesDeler(prepared.children);
    else if (place) {
      const piece = await hentStykke(place);
      deler = piece && pakkUt(piece.deler, this.tegninger);
    }
    const found = deler ? { deler, antall: viewer.antallLysbilder(deler) + 1, feil: '' } : { ...EMPTY, feil: GONE };
    this.innhold.set(del.kloss, found);
    return found;
  }

  /** Each part begins with a slide of its own, which carries the minutes; then comes what it shows. */
  private async lysbilder(): Promise<void> {
    const { tittel, kommune, deler } = this.opplegg;
    if (deler.length === 0) return this.si('Opplegget er tomt. Velg noe først.');
    this.si('Henter innholdet …');
    const viewer = await lastLysbilder();
    const all: Del[] = [];
    for (const del of deler) {
      const { deler: shown } = await this.hent(del);
      const minutter = { dag: del.minutter };
      const own: Blokk[] = del.tekst ? egneBlokker(del.tekst) : [{ slags: 'avsnitt', tekst: `${del.minutter} minutter` }];
      all.push({ tittel: del.tittel, blokker: own, notat: [], minutter, ny: true, fast: true }, ...shown.map((one) => ({ ...one, minutter, ny: false })));
    }
    this.si('');
    await viewer.visDeler(tittel, kommune, all, 1, document.getElementById('ol-lysbilder') as HTMLElement);
  }

  private program(): Dokument {
    return program(this.opplegg, this.opplegg.deler.map((del) => {
      const { antall = 0, feil = '' } = this.innhold.get(del.kloss) ?? EMPTY;
      return feil || (antall > 0 ? `${antall} lysbilder` : '');
    }));
  }

  private arket(): Dokument {
    // From disk the site's own address is used where it is known, and else its name: a path alone leads nowhere on paper.
    const here = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? (location.protocol === 'file:' ? '' : location.href);
    const root = here ? (here.split('/seminar/')[0] ?? '') : `${nettstedet()}, siden `;
    return ark(this.opplegg, this.opplegg.deler.flatMap((del) => {
      const place = this.stedet(del);
      return place ? [`${del.tittel}: ${root}${place}`] : [];
    }));
  }

  private async word(): Promise<void> {
    const first = this.program();
    const second = this.arket();
    const blokker = [...first.blokker, { slags: 'sideskift' as const }, { slags: 'overskrift' as const, niva: 1 as const, tekst: second.tittel }, { slags: 'avsnitt' as const, tekst: second.undertittel ?? '' }, ...second.blokker];
    await this.ramme.fil(this.opplegg.tittel, 'docx', (eksport) => eksport.tilWord({ ...first, blokker }));
  }

  private async lagre(): Promise<void> {
    const made = await this.ramme.fil(this.opplegg.tittel, 'json', () => new Blob([filAv(this.opplegg)], { type: 'application/json' }));
    if (made) this.ramme.lagretNaa();
  }

  private lesTrygt(text: () => string, done = ''): void {
    try {
      const given = text();
      if (done) this.si(done);
      this.apne(given);
      this.ramme.apnet();
    } catch (error) {
      this.si(`${grunnen(error, 'Fila lot seg ikke lese.')} Det du hadde, står som før.`);
    }
  }

  private apne(text: string): void {
    const { opplegg, feil } = lesFil(text);
    this.opplegg = opplegg;
    this.tittel.value = opplegg.tittel;
    this.kommune.value = opplegg.kommune;
    this.starter.value = opplegg.starter;
    this.tegn();
    const gone = opplegg.deler.filter(({ kloss }) => kloss && !kloss.startsWith('/') && !this.klosser.has(kloss)).map(({ tittel }) => `«${tittel}» ${GONE}.`);
    if (feil.length + gone.length > 0) this.si([...feil, ...gone].join(' '));
  }

  private del(): void {
    const part = adressedel(this.opplegg);
    if (part === null) return this.si('Opplegget er for stort til en adresse. Lagre det som fil, og send fila.');
    const address = `${location.href.split('#')[0] ?? ''}${part}`;
    this.lenke.replaceChildren('Kopier lenken og send den: ', lag('a', { href: address }, 'Adressen til opplegget'));
  }
}

startVerktoy('eget-opplegg', (rot) => {
  new Side(rot);
});
