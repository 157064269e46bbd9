/** The page of the egenvurdering: answer oneself, put the answers of several together, see what they say. */
import { idagIso } from '../../felles/dag';
import { avsnitt, felt, knapp, lag } from '../../felles/dom';
import { filvelger } from '../../felles/filer';
import type { ValgtFil } from '../../felles/filer';
import { grunnen, tekstAvFil } from '../../felles/lesing';
import { feilboks, Ramme } from '../../felles/ramme';
import { nettstedet, opphav } from '../../felles/opphav';
import { MAKS_LINJE, MAKS_TEKST } from '../typer';
import { filAv, leggSammen, lesFil, lesRader, nyId } from './fil';
import { bokAv, dokumentAv, egenRad, OM_FEM } from './rapport';
import type { Kommunetabell } from './rapport';
import { samtale, tallFor, visSnitt, visSpenn } from './tall';
import type { Faktortall } from './tall';
import { FAKTORER, SKALA, SKALATEKST } from './typer';
import type { Besvarelse, Verdi, Vurdering } from './typer';

const tomBesvarelse = (): Besvarelse => ({ id: nyId(), enhet: '', svar: {}, merknad: '' });
const harSvar = (one: Besvarelse): boolean => Object.keys(one.svar).length > 0 || one.merknad !== '';

/** The table of the five municipalities that stands on the page; null on a page without it. */
function femKommuner(): Kommunetabell | null {
  const table = document.querySelector<HTMLTableElement>('.kb-tabell[data-navn="nettverkene"] table');
  if (!table) return null;
  const text = (cell: Element): string => (cell.textContent ?? '').replace(/\s+/g, ' ').trim();
  return { kolonner: [...(table.tHead?.rows[0]?.cells ?? [])].map(text), rader: [...table.tBodies].flatMap((body) => [...body.rows]).map((row) => [...row.cells].map(text)) };
}

class Egenvurderingen {
  private vurdering: Vurdering = { tittel: '', besvarelser: [] };
  private mitt: Besvarelse = tomBesvarelse();
  private readonly fem = femKommuner();
  private readonly ramme: Ramme;
  private readonly skjema = lag('section', { klasse: 'sj-del', 'aria-labelledby': 'ev-svar' });
  private readonly samle = lag('section', { klasse: 'sj-del', 'aria-labelledby': 'ev-samle' });
  private readonly resultat = lag('section', { klasse: 'sj-del', 'aria-labelledby': 'ev-resultat' });

  constructor(rot: HTMLElement) {
    const all = (): Vurdering => this.medMitt();
    this.ramme = new Ramme(
      { navn: 'egenvurdering', fil: () => filAv(all()), apne: (tekst) => this.bytt(lesFil(tekst).vurdering) },
      () => dokumentAv(all(), this.fem, idagIso(), nettstedet()),
    );
    rot.classList.add('vk-ramme');
    rot.replaceChildren(this.ramme.status, this.ramme.lagring, this.skjema, this.samle, this.resultat, this.ramme.papir);
    this.tegn([]);
    this.ramme.hentUtkast();
  }

  /** What has been put together, and what is being filled in now. */
  private medMitt(): Vurdering {
    return harSvar(this.mitt) ? leggSammen(this.vurdering, [this.mitt]).vurdering : this.vurdering;
  }

  private bytt(vurdering: Vurdering): void {
    this.vurdering = vurdering;
    this.mitt = tomBesvarelse();
    this.tegn([]);
  }

  private tegn(feil: readonly string[]): void {
    this.tegnSkjema();
    this.tegnSamle(feil);
    this.tegnResultat();
  }

  private tegnSkjema(): void {
    const one = (faktor: (typeof FAKTORER)[number], number: number): HTMLElement => {
      const choices: (readonly [Verdi, string])[] = [...SKALA.map((step) => [step, String(step)] as const), ['vet_ikke', 'Vet ikke']];
      const radios = choices.map(([value, text]) => {
        const radio = lag('input', { type: 'radio', name: `ev-${faktor.id}`, value: String(value), paa: { change: () => {
          this.mitt.svar[faktor.id] = value;
          this.ramme.endret();
          this.tegnResultat();
        } } });
        radio.checked = this.mitt.svar[faktor.id] === value;
        return lag('label', { klasse: 'sj-valg' }, radio, ` ${text}`);
      });
      return lag('fieldset', { klasse: 'sj-svar', 'data-faktor': faktor.id }, lag('legend', {}, `${number}. ${faktor.sporsmal}`), lag('p', { klasse: 'vk-hjelp' }, faktor.navn), lag('div', { klasse: 'sj-skala' }, ...radios));
    };
    const unit = lag('input', { type: 'text', id: 'ev-enhet', autocomplete: 'off', maxlength: MAKS_LINJE, paa: { input: () => {
      this.mitt.enhet = unit.value.trim();
      this.ramme.endret();
    } } });
    unit.value = this.mitt.enhet;
    const note = lag('textarea', { id: 'ev-merknad', rows: 2, maxlength: MAKS_TEKST, paa: { input: () => {
      this.mitt.merknad = note.value;
      this.ramme.endret();
    } } });
    note.value = this.mitt.merknad;
    this.skjema.replaceChildren(
      lag('h2', { id: 'ev-svar' }, 'Svar selv'),
      avsnitt(`${SKALATEKST} Svar «vet ikke» heller enn å gjette.`),
      ...FAKTORER.map((faktor, i) => one(faktor, i + 1)),
      lag('div', { klasse: 'vk-to' }, felt('Enhet (kan stå tomt)', unit), felt('Merknad (kan stå tom)', note, 'Skriv ikke om enkeltpersoner.')),
      lag('div', { klasse: 'vk-knapper' },
        knapp('Last ned mitt svar (.json)', () => this.lastNedMitt(), { klasse: 'knapp', id: 'ev-mitt' }),
        knapp('Legg til svaret, og ta imot neste', () => this.neste(), { id: 'ev-neste' })),
    );
  }

  private lastNedMitt(): void {
    if (!harSvar(this.mitt)) {
      this.ramme.si('Svar på minst ett spørsmål først.');
      return;
    }
    const title = this.vurdering.tittel;
    void this.ramme.fil(`egenvurdering ett svar ${this.mitt.enhet}`, 'json', () => new Blob([filAv({ tittel: title, besvarelser: [this.mitt] })], { type: 'application/json' })).then((made) => {
      if (made && this.vurdering.besvarelser.length === 0) this.ramme.lagretNaa();
    });
  }

  private neste(): void {
    if (!harSvar(this.mitt)) {
      this.ramme.si('Svar på minst ett spørsmål først.');
      return;
    }
    this.vurdering = this.medMitt();
    this.mitt = tomBesvarelse();
    this.ramme.endret();
    this.tegn([]);
    this.skjema.querySelector<HTMLElement>('input')?.focus();
    this.ramme.si(`Svaret er lagt til. ${this.vurdering.besvarelser.length} har svart.`);
  }

  private tegnSamle(feil: readonly string[]): void {
    const title = lag('input', { type: 'text', id: 'ev-tittel', autocomplete: 'off', maxlength: MAKS_LINJE, paa: { input: () => {
      this.vurdering.tittel = title.value.trim();
      this.ramme.endret();
    } } });
    title.value = this.vurdering.tittel;
    const paste = lag('textarea', { id: 'ev-lim', rows: 4 });
    this.samle.replaceChildren(
      lag('h2', { id: 'ev-samle' }, 'Legg sammen svar fra flere'),
      felt('Hvem vurderingen gjelder', title),
      filvelger('Åpne én eller flere filer med svar (.json)', 'ev-apne', 'json', (files) => this.apne(files), true),
      felt('Eller lim inn svar fra et regneark', paste, 'Første rad er overskrifter: Enhet, Samordning, Forankring, Strategi, Kompetanse, Økonomi, Medvirkning. Så én rad for hver som har svart.'),
      lag('div', { klasse: 'vk-knapper' }, knapp('Les inn det limte', () => this.lim(paste), { id: 'ev-les-inn' }), knapp('Begynn på nytt', () => this.tom(), { id: 'ev-tom' })),
      feilboks('Dette ble ikke tatt med:', feil) ?? '',
    );
  }

  private apne(files: readonly ValgtFil[]): void {
    const faults: string[] = [];
    const refused: string[] = [];
    let [read, added, replaced] = [0, 0, 0];
    for (const { navn, bytes } of files) {
      try {
        const { vurdering, feil } = lesFil(tekstAvFil(bytes()));
        faults.push(...feil.map((one) => `${navn}: ${one}`));
        const sum = leggSammen(this.vurdering, vurdering.besvarelser);
        this.vurdering = { ...sum.vurdering, tittel: this.vurdering.tittel || vurdering.tittel };
        if (sum.forMange > 0) faults.push(`${navn}: ${sum.forMange} svar fikk ikke plass.`);
        read += 1;
        added += sum.lagtTil;
        replaced += sum.erstattet;
      } catch (error) {
        refused.push(`${navn}: ${grunnen(error, 'Fila lot seg ikke lese.')}`);
      }
    }
    if (read > 0) this.ramme.endret();
    this.tegn([...refused, ...faults]);
    document.getElementById('ev-apne')?.focus();
    this.ramme.si(`${read} av ${files.length} filer er lest. ${added} svar er lagt til${replaced > 0 ? `, ${replaced} var der fra før og er ikke talt to ganger` : ''}.${faults.length > 0 ? ` ${faults.length} ting i filene ble ikke tatt med.` : ''}${refused.length > 0 ? ` ${refused[0]} Det du hadde fra før, står som det sto.` : ''}`);
  }

  private lim(paste: HTMLTextAreaElement): void {
    try {
      const { besvarelser, feil } = lesRader(paste.value);
      const sum = leggSammen(this.vurdering, besvarelser);
      this.vurdering = sum.vurdering;
      if (sum.lagtTil > 0) this.ramme.endret();
      this.tegn(feil);
      document.getElementById('ev-les-inn')?.focus();
      this.ramme.si(`${sum.lagtTil} svar er lest inn.${feil.length > 0 ? ` ${feil.length} ting ble ikke tatt med.` : ''}`);
    } catch (error) {
      this.ramme.si(`${grunnen(error, 'Det limte lot seg ikke lese.')} Det du hadde fra før, står som det sto.`);
    }
  }

  private tom(): void {
    if (this.ramme.harUlagret && !window.confirm('Svarene som står her, er ikke lagret i en fil. Vil du ta dem bort?')) return;
    this.bytt({ tittel: '', besvarelser: [] });
    this.ramme.apnet();
    document.getElementById('ev-tom')?.focus();
    this.ramme.si('Alle svar er tatt bort.');
  }

  private tegnResultat(): void {
    const all = this.medMitt();
    const tall = tallFor(all.besvarelser);
    const most = Math.max(1, ...tall.flatMap((one) => [...one.fordeling, one.vetIkke]));
    const name = (): string => `egenvurdering ${all.tittel}`;
    const answered = all.besvarelser.length;
    this.resultat.replaceChildren(
      lag('h2', { id: 'ev-resultat' }, 'Dette sier svarene'),
      avsnitt(answered === 0 ? 'Ingen har svart ennå.' : `${answered} har svart. «Vet ikke» er vist, men holdt utenfor snittet.`),
      ...(answered > 0 ? [this.tabell(tall, most), lag('ul', { id: 'ev-samtale' }, ...samtale(tall, answered).map((text) => lag('li', {}, text))), this.ved(all) ?? '', this.enheter(all)] : []),
      lag('div', { klasse: 'vk-knapper' },
        knapp('Lagre alle svarene (.json)', () => void this.ramme.fil(name(), 'json', () => new Blob([filAv(this.medMitt())], { type: 'application/json' })).then((made) => made && this.ramme.lagretNaa()), { klasse: 'knapp', id: 'ev-lagre' }),
        knapp('Word', () => void this.ramme.fil(name(), 'docx', (e) => e.tilWord(dokumentAv(this.medMitt(), this.fem, idagIso(), nettstedet()))), { id: 'ev-word' }),
        knapp('Excel', () => void this.ramme.fil(name(), 'xlsx', (e) => e.tilExcel(bokAv(this.medMitt(), this.fem, idagIso(), opphav()))), { id: 'ev-excel' }),
        knapp('Skriv ut', () => this.ramme.skrivUt(), { id: 'ev-skriv-ut' })),
      avsnitt('Filen med alle svarene viser hva hver enhet har svart. Del den bare med dem som skal se det.', 'vk-hjelp'),
    );
  }

  private tabell(tall: readonly Faktortall[], most: number): HTMLElement {
    const heads = ['Faktor', 'Snitt', 'Laveste–høyeste', ...SKALA.map(String), 'Vet ikke', 'Ubesvart'];
    const count = (number: number): HTMLElement => {
      const bar = lag('span', { klasse: 'sj-soyle', 'aria-hidden': 'true' });
      bar.style.height = `${(number / most) * 1.6}rem`;
      return lag('td', { klasse: 'sj-antall' }, bar, String(number));
    };
    const rows = tall.map((one) => lag('tr', { 'data-faktor': one.id }, lag('th', { scope: 'row' }, one.navn), lag('td', { klasse: 'tall' }, visSnitt(one.snitt)), lag('td', {}, visSpenn(one)), ...one.fordeling.map(count), count(one.vetIkke), lag('td', { klasse: 'tall' }, String(one.ubesvart))));
    return lag('div', { klasse: 'vk-tabell', tabindex: 0, role: 'region', 'aria-label': 'Svarene på hver faktor' },
      lag('table', { id: 'ev-tabell' }, lag('thead', {}, lag('tr', {}, ...heads.map((one) => lag('th', { scope: 'col' }, one)))), lag('tbody', {}, ...rows)));
  }

  /** The own mean beside the five, for the one question they were asked. */
  private ved(all: Vurdering): HTMLElement | null {
    if (!this.fem) return null;
    const own = egenRad(all, this.fem.kolonner.length);
    if (!own) return null;
    const row = (cells: readonly string[], klasse?: string): HTMLElement => lag('tr', { klasse }, ...cells.map((text, i) => (i === 0 ? lag('th', { scope: 'row' }, text) : lag('td', {}, text))));
    return lag('div', {},
      lag('h3', {}, 'Samordning: fem kommuner i 2015, og dere'),
      lag('div', { klasse: 'vk-tabell', tabindex: 0, role: 'region', 'aria-label': 'Samordning: fem kommuner i 2015, og dere' },
        lag('table', { id: 'ev-fem' }, lag('thead', {}, lag('tr', {}, ...this.fem.kolonner.map((one) => lag('th', { scope: 'col' }, one)))), lag('tbody', {}, ...this.fem.rader.map((cells) => row(cells)), row(own, 'sj-din-rad')))),
      avsnitt(OM_FEM, 'vk-hjelp'));
  }

  private enheter(all: Vurdering): HTMLElement {
    const items = all.besvarelser.map((one, i) => {
      const name = one.enhet || `Svar ${i + 1}, uten enhet`;
      const mine = one.id === this.mitt.id;
      return lag('li', {}, `${name}${mine ? ' (det du fyller ut nå)' : ''} `, mine ? null : knapp('Ta bort', () => {
        this.vurdering.besvarelser = this.vurdering.besvarelser.filter((other) => other.id !== one.id);
        this.ramme.endret();
        this.tegnResultat();
        document.getElementById('ev-lagre')?.focus();
        this.ramme.si(`Svaret fra ${name} er tatt bort.`);
      }, { klasse: 'kb-lenkeknapp', 'aria-label': `Ta bort svaret: ${name}` }));
    });
    return lag('details', { klasse: 'kb-mer' }, lag('summary', {}, `Hvem som har svart (${items.length})`), lag('ul', {}, ...items));
  }
}

export function startEgenvurdering(rot: HTMLElement): void {
  new Egenvurderingen(rot);
}
