/**
 * Two to four examples side by side, all fields in rows. The choice stands in the address (?e=lorenskog,tromso), and the
 * content of each example is a script of its own (macros/finne/sammenlign.py), loaded when it is chosen.
 */
import { medIndex } from '../felles/disk';
import { avsnitt, felt, knapp, lag, velger } from '../felles/dom';
import { adresseTil } from '../felles/adresse';
import { lastSkript } from '../felles/last';
import { kleTabell } from '../felles/tabell';
import { startVerktoy } from '../felles/verktoy';
import { melding } from './melding';
import { MEST, lesValgte, skrivValgte } from './valgte';

/** Text, label, address on the site, source, and 1 where it is a gap. */
type Bit = [string, string, string, string, number];

interface Eksempel {
  tittel: string;
  sted: string;
  adresse: string;
  felter: [string, string, Bit[]][];
}

const lenke = (sti: string): string => medIndex(adresseTil(sti), document.baseURI);
const SHORT = 60;

function firstWords(text: string): string {
  return text.length <= SHORT ? text : `${text.slice(0, text.lastIndexOf(' ', SHORT))} …`;
}

async function hent(id: string): Promise<Eksempel> {
  await lastSkript(`finne/eksempel-${id}`);
  const found = (window as unknown as { kbEksempler?: Record<string, Eksempel> }).kbEksempler?.[id];
  if (!found) throw new Error(`Eksempelet «${id}» lot seg ikke laste.`);
  return found;
}

/** One thing in a cell, with its label, its source, and the way to where it stands. */
function bit([text, merke, adresse, kilde, mangler]: Bit): (Node | string)[] {
  const isClaim = adresse.startsWith('/eksempler/');
  const way = isClaim
    ? lag('a', { href: lenke(adresse), klasse: 'kb-ikke-utskrift kb-ikke-i-fil', 'aria-label': `Til påstanden: ${firstWords(text)}` }, 'til påstanden')
    : null;
  const out: (Node | string)[] = [];
  if (merke) out.push(lag('span', { klasse: mangler ? 'kb-mangel' : 'kb-merke' }, merke), ' ');
  out.push(adresse && !isClaim ? lag('a', { href: lenke(adresse) }, text) : text);
  if (kilde) out.push(lag('span', { klasse: 'kb-kilde' }, ` ${kilde}`, way ? ' · ' : null, way));
  return out;
}

function cell(name: string, biter: readonly Bit[]): HTMLTableCellElement {
  const content = biter.length === 1 && biter[0] ? bit(biter[0]) : [lag('ul', {}, ...biter.map((one) => lag('li', {}, ...bit(one))))];
  return lag('td', { 'data-label': name }, ...content);
}

/** The whole table. All examples have the same fields in the same order. */
function table(examples: readonly Eksempel[]): HTMLElement {
  const first = examples[0] as Eksempel;
  const names = examples.map((e) => (examples.filter((other) => other.sted === e.sted).length > 1 ? e.tittel : e.sted));
  const head = lag('tr', {}, lag('th', { scope: 'col' }, 'Felt'), ...examples.map((e) => lag('th', { scope: 'col' }, lag('a', { href: lenke(e.adresse) }, `${e.sted}: ${e.tittel}`))));
  const rows = first.felter.map(([code, title], i) =>
    lag('tr', { id: `felt-${code}` }, lag('th', { scope: 'row' }, title), ...examples.map((e, n) => cell(names[n] ?? '', e.felter[i]?.[2] ?? []))),
  );
  const wrapper = lag('div', { klasse: `kb-tabell sl-tabell sl-tabell--${examples.length}`, 'data-navn': 'sammenligning' },
    lag('div', { klasse: 'kb-tabell__flate' },
      lag('table', { klasse: 'kb-tabell__tabell' }, lag('caption', {}, `Sammenligning: ${names.join(', ')}`), lag('thead', {}, head), lag('tbody', {}, ...rows))),
  );
  kleTabell(wrapper);
  return wrapper;
}

class Side {
  private valgte: string[] = [];
  private readonly skjema = lag('div', { klasse: 'vk-kolonner kb-ikke-utskrift' });
  private readonly knapper = lag('div', { klasse: 'vk-knapper kb-ikke-utskrift' });
  private readonly svar = lag('div', {});
  private turn = 0;

  constructor(rot: HTMLElement, private readonly eksempler: ReadonlyMap<string, string>) {
    rot.replaceChildren(this.skjema, this.knapper, this.svar);
    window.addEventListener('popstate', () => this.read());
    this.read();
  }

  private read(): void {
    const { valgte, ukjente } = lesValgte(location.search, (id) => this.eksempler.has(id));
    this.valgte = valgte;
    void this.draw(ukjente);
  }

  private choose(place: number, id: string): void {
    const next = [...this.valgte];
    if (id === '') next.splice(place, 1);
    else next[place] = id;
    this.valgte = [...new Set(next.filter((one) => one))];
    history.pushState(null, '', `${location.pathname}${skrivValgte(this.valgte)}`);
    const held = document.activeElement?.id;
    void this.draw([]);
    if (held) document.getElementById(held)?.focus();
  }

  private fields(): HTMLElement[] {
    const places = Math.min(MEST, Math.max(2, this.valgte.length + 1));
    return Array.from({ length: places }, (_, i) => {
      const taken = this.valgte.filter((_, n) => n !== i);
      const options = [...this.eksempler].filter(([id]) => !taken.includes(id));
      const none = i < this.valgte.length ? 'ta bort' : i < 2 ? 'velg et eksempel' : 'ett til, om du vil';
      return felt(`Eksempel ${i + 1}`, velger([['', `– ${none} –`], ...options], this.valgte[i] ?? '', (id) => this.choose(i, id), { id: `sl-valg-${i + 1}` }));
    });
  }

  private async draw(ukjente: readonly string[]): Promise<void> {
    const turn = (this.turn += 1);
    this.skjema.replaceChildren(...this.fields());
    this.knapper.replaceChildren(...(this.valgte.length > 1 ? [knapp('Skriv ut', () => window.print())] : []));
    const gone = ukjente.length > 0 ? [avsnitt(`Eksempelet ${ukjente.map((id) => `«${id}»`).join(' og ')} finnes ikke lenger.`, 'vk-varsel')] : [];
    try {
      const found = await Promise.all(this.valgte.map(hent));
      if (turn !== this.turn) return;
      this.svar.replaceChildren(...gone, ...this.content(found));
    } catch (error) {
      console.warn(error);
      if (turn === this.turn) this.svar.replaceChildren(...gone, avsnitt('Innholdet lot seg ikke laste. Last siden på nytt, eller åpne eksemplene fra lista.', 'vk-varsel'));
    }
  }

  private content(found: readonly Eksempel[]): HTMLElement[] {
    if (found.length === 0) return [];
    if (found.length === 1) {
      melding('Velg ett eksempel til.');
      return [avsnitt(`Valgt: ${found[0]?.tittel}. Velg ett til, så kommer de side om side.`)];
    }
    melding(`${found.length} eksempler står side om side.`);
    const jumps = (found[0] as Eksempel).felter.filter(([code]) => !code.startsWith('dok-') || code === 'dok-malgruppe');
    return [
      lag('p', { klasse: 'sl-hopp kb-ikke-utskrift' }, 'Gå til: ',
        ...jumps.flatMap(([code, name], i) => [i > 0 ? ' · ' : '', lag('a', { href: `#felt-${code}` }, code === 'dok-malgruppe' ? 'Dokumentert' : name)])),
      table(found),
    ];
  }
}

/** Starts it on the page of it. The examples are those of the list that stands there. */
export function startSammenlign(): void {
  startVerktoy('sammenlign', (rot) => {
    const items = [...document.querySelectorAll<HTMLElement>('.sl-alle li[data-id]')];
    const names = items.map((item): [string, string] => [item.dataset.id ?? '', (item.textContent ?? '').replace(/\s+/g, ' ').trim()]);
    new Side(rot, new Map(names));
  });
}
