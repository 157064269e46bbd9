/** What the tools share on the page: messages, files to the reader, the draft in the browser, and the paper. */
import type { Blokk, Dokument, Tekst, Verdi } from '../eksport/typer';
import { norskDag } from './dag';
import { avkryssing, avsnitt, knapp, lag } from './dom';
import { lagre, les, slett } from './lager';
import { lastEksport } from './last';

type Eksport = Awaited<ReturnType<typeof lastEksport>>;

export interface Utkast {
  /** Its name in LAGRES of felles/lager.ts. */
  navn: string;
  /** The file that is to be kept. */
  fil: () => string;
  /** Opens what was kept. Raises Lesefeil when it can't be read. */
  apne: (tekst: string) => void;
  /** True to write the draft at each change, not when the reader has stopped for a moment. */
  straks?: boolean;
  /** True where other pages add to what is kept, too: what comes from them is taken in. */
  folg?: boolean;
}

export class Ramme {
  /** For screen readers; what is seen stands by what was pressed, so that it never lies over something else. */
  readonly status = lag('p', { klasse: 'kb-bare-skjerm', role: 'status' });
  private readonly melding = lag('p', { klasse: 'vk-melding', 'aria-hidden': 'true' });
  readonly papir = lag('div', { klasse: 'vk-papir' });
  /** Changes that neither a file nor the draft has. */
  private dirty = false;
  /** Changes that no file has. */
  private utenFil = false;
  private keeps = false;
  private wait = 0;
  private readonly keep: HTMLInputElement;
  private readonly remove: HTMLButtonElement;
  readonly lagring: HTMLElement;

  constructor(private readonly utkast: Utkast, private readonly dokument: () => Dokument) {
    const label = avkryssing('Ta vare på et utkast i denne nettleseren', false, (on) => this.behold(on), { id: `vk-behold-${utkast.navn}` });
    this.keep = label.querySelector('input') as HTMLInputElement;
    this.remove = knapp('Slett utkastet', () => this.slettUtkast(), { id: `vk-slett-${utkast.navn}` });
    this.remove.hidden = les(utkast.navn) === null;
    this.lagring = lag('div', { klasse: 'vk-lagring' }, label, this.remove, avsnitt('Da er det her neste gang du åpner siden på denne maskinen. Bruk det ikke på en maskin du deler med andre.', 'vk-hjelp'));
    window.addEventListener('beforeunload', (event) => {
      this.skrivUtkast();
      if (this.dirty) event.preventDefault();
    });
    // A page that is put away on a phone may never come back.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.skrivUtkast();
    });
    window.addEventListener('beforeprint', () => this.papir.replaceChildren(...papirAv(this.dokument())));
    window.addEventListener('storage', (event) => {
      if (event.key !== `kb.${utkast.navn}`) return;
      if (utkast.folg && event.newValue !== null && (this.keeps || !this.utenFil)) return void this.hentUtkast();
      if (!this.keeps) return;
      this.stopp();
      this.si('Utkastet er endret i et annet vindu. Det du skriver her, tas ikke vare på før du krysser av på nytt.');
    });
  }

  /** Opens the draft the reader once asked for. True if there was one that could be read. */
  hentUtkast(): boolean {
    const text = les(this.utkast.navn);
    if (text === null) return false;
    try {
      this.utkast.apne(text);
    } catch {
      this.si('Utkastet i nettleseren lot seg ikke lese. Det er ikke rørt. Slett det, eller åpne en fil.');
      return false;
    }
    this.keeps = true;
    this.keep.checked = true;
    this.dirty = false;
    this.utenFil = true;
    this.si('Utkastet du tok vare på i denne nettleseren, er hentet fram.');
    return true;
  }

  /** Something has been changed by the reader. */
  endret(): void {
    this.dirty = true;
    this.utenFil = true;
    if (!this.keeps) return;
    if (this.utkast.straks) {
      this.skrivUtkast();
      return;
    }
    clearTimeout(this.wait);
    this.wait = window.setTimeout(() => this.skrivUtkast(), 300);
  }

  /** A file has all of it. */
  lagretNaa(): void {
    this.skrivUtkast();
    this.dirty = false;
    this.utenFil = false;
  }

  /** A file has been opened: the draft follows it, and nothing is unsaved. */
  apnet(): void {
    this.dirty = true;
    this.lagretNaa();
  }

  /** True if something written here is in no file. */
  get harUlagret(): boolean {
    return this.utenFil;
  }

  private behold(on: boolean): void {
    if (!on) {
      this.stopp();
      this.si('Nye endringer tas ikke vare på. Utkastet som er lagret, ligger der til du sletter det.');
      return;
    }
    this.keeps = true;
    this.dirty = true;
    if (this.skrivUtkast()) this.si('Utkastet er lagret i denne nettleseren, og følger med når du skriver.');
  }

  private stopp(): void {
    clearTimeout(this.wait);
    this.keeps = false;
    this.keep.checked = false;
  }

  private skrivUtkast(): boolean {
    clearTimeout(this.wait);
    if (!this.keeps || !this.dirty) return true;
    if (lagre(this.utkast.navn, this.utkast.fil())) {
      this.dirty = false;
      this.remove.hidden = false;
      return true;
    }
    this.stopp();
    this.si('Nettleseren lar oss ikke lagre. Last ned fila i stedet.');
    return false;
  }

  private slettUtkast(): void {
    this.stopp();
    slett(this.utkast.navn);
    this.keep.focus();
    this.remove.hidden = true;
    this.dirty = true;
    this.si('Utkastet er slettet fra nettleseren. Det som står på siden nå, er ikke rørt.');
  }

  /** Says something to the reader, also to a screen reader, next to where the reader is. */
  si(text: string): void {
    this.status.textContent = text;
    this.melding.textContent = text;
    const near = document.activeElement?.closest('.vk-ramme :is(.vk-knapper, .vk-lagring, .vk-felt, li:not(.vk-steg > li))');
    if (near?.matches('li')) near.append(this.melding);
    else (near ?? this.status).after(this.melding);
  }

  /** Gives the reader a file made by the export module, which is loaded the first time. True if it was made. */
  async fil(navn: string, ending: string, make: (eksport: Eksport) => Promise<Blob> | Blob): Promise<boolean> {
    this.si('Lager fila …');
    try {
      const eksport = await lastEksport();
      const name = `${eksport.filnavnAv(navn)}.${ending}`;
      eksport.lastNed(await make(eksport), name);
      this.si(`Fila ${name} er laget. Du finner den der nettleseren legger nedlastinger.`);
      return true;
    } catch (error) {
      console.warn(error);
      this.si('Fila ble ikke laget. Last inn siden på nytt, og prøv en gang til.');
      return false;
    }
  }

  skrivUt(): void {
    window.print();
  }
}

/** A list of faults; nothing when there are none. */
export function feilboks(tittel: string, feil: readonly string[]): HTMLElement | null {
  if (feil.length === 0) return null;
  const shown = feil.slice(0, 50).map((text) => lag('li', {}, text));
  if (feil.length > shown.length) shown.push(lag('li', {}, `… og ${feil.length - shown.length} til.`));
  return lag('div', { klasse: 'vk-feil' }, lag('p', { klasse: 'vk-feil__tittel' }, tittel), lag('ul', {}, ...shown));
}

/** What stands in Word, as a page to print: the same text in the same order. */
export function papirAv(dokument: Dokument): HTMLElement[] {
  const first = lag('h2', {}, dokument.tittel);
  return [first, ...(dokument.undertittel ? [avsnitt(dokument.undertittel)] : []), ...dokument.blokker.flatMap(elementAv)];
}

const flat = (tekst: Tekst): string => (typeof tekst === 'string' ? tekst : tekst.map((bit) => (typeof bit === 'string' ? bit : bit.tekst)).join(''));
const vis = (verdi: Verdi): string => (verdi instanceof Date ? norskDag(verdi.toISOString().slice(0, 10)) : typeof verdi === 'number' ? String(verdi).replace('.', ',') : verdi === null ? '' : String(verdi));

function elementAv(blokk: Blokk): HTMLElement[] {
  switch (blokk.slags) {
    case 'overskrift':
      return [lag(blokk.niva === 1 ? 'h3' : 'h4', {}, blokk.tekst)];
    case 'avsnitt':
      return [avsnitt(flat(blokk.tekst))];
    case 'liste':
      return [lag(blokk.nummerert ? 'ol' : 'ul', {}, ...blokk.punkter.map((one) => lag('li', {}, flat(one))))];
    case 'tabell':
      return [
        lag('table', {}, lag('thead', {}, lag('tr', {}, ...blokk.kolonner.map((one) => lag('th', { scope: 'col' }, one)))),
          lag('tbody', {}, ...blokk.rader.map((row) => lag('tr', {}, ...row.map((one) => lag('td', { klasse: one instanceof Date ? 'vk-dag' : undefined }, vis(one))))))),
      ];
    default:
      return [];
  }
}
