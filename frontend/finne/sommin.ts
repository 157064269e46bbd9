/**
 * «Kommuner som min»: a municipality, or a size class and a county, against the examples. The choice stands in the address.
 * The data (macros/finne/likhet.py) is loaded here and on no other page.
 */
import { medIndex } from '../felles/disk';
import { avsnitt, felt, knapp, lag, valggruppe, velger } from '../felles/dom';
import { adresseTil } from '../felles/adresse';
import { lastSkript } from '../felles/last';
import { startVerktoy } from '../felles/verktoy';
import { forslag, lesData, lesValg, rangert, skrivValg } from './likhet';
import type { Data, Forslag, Kommune, Treff, Valg } from './likhet';
import { melding } from './melding';

const FIRST_SHOWN = 10;
const lenke = (sti: string): string => medIndex(adresseTil(sti), document.baseURI);

/** The field for a municipality: an ARIA combobox over a list. */
class Kommunefelt {
  readonly input = lag('input', {
    type: 'text', id: 'sm-kommune', role: 'combobox', autocomplete: 'off', spellcheck: 'false',
    'aria-expanded': 'false', 'aria-controls': 'sm-kommuner', 'aria-autocomplete': 'list',
  });
  private readonly list = lag('ul', { id: 'sm-kommuner', klasse: 'sm-forslag', role: 'listbox', 'aria-label': 'Kommuner', hidden: true });
  readonly boks = lag('div', { klasse: 'vk-felt sm-felt' }, lag('label', { for: 'sm-kommune' }, 'Kommune, navn eller nummer'), this.input, this.list);
  private shown: Forslag[] = [];
  private active = -1;

  constructor(private readonly kommuner: readonly Kommune[], private readonly valgt: (k: Kommune | null) => void) {
    this.input.addEventListener('input', () => this.search());
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.input.addEventListener('blur', () => this.close());
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => {
      const row = event.target instanceof Element ? event.target.closest('li') : null;
      if (row) this.choose([...this.list.children].indexOf(row));
    });
  }

  private search(): void {
    this.shown = forslag(this.kommuner, this.input.value);
    this.active = -1;
    this.list.replaceChildren(
      ...this.shown.map(({ kommune, navn }, i) =>
        lag('li', { role: 'option', id: `sm-forslag-${i}`, 'aria-selected': 'false' }, navn ? `${navn}, nå ${kommune.navn}` : kommune.navn, lag('span', {}, ` ${kommune.nummer}`)),
      ),
    );
    this.list.hidden = this.shown.length === 0;
    this.input.setAttribute('aria-expanded', String(!this.list.hidden));
    this.mark();
    if (this.input.value.trim() === '') this.valgt(null);
    else if (this.shown.length === 0) melding('Ingen kommune passer med det du skrev.');
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (this.list.hidden) return this.search();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.active = (this.active + step + this.shown.length) % this.shown.length;
      this.mark();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (!this.list.hidden) this.choose(Math.max(0, this.active));
    } else if (event.key === 'Escape' && !this.list.hidden) {
      event.preventDefault();
      this.close();
    }
  }

  private mark(): void {
    [...this.list.children].forEach((row, i) => row.setAttribute('aria-selected', String(i === this.active)));
    if (this.active < 0) this.input.removeAttribute('aria-activedescendant');
    else this.input.setAttribute('aria-activedescendant', `sm-forslag-${this.active}`);
  }

  private choose(index: number): void {
    const one = this.shown[index];
    if (!one) return;
    this.set(one.kommune);
    this.valgt(one.kommune);
  }

  private close(): void {
    this.list.hidden = true;
    this.active = -1;
    this.input.setAttribute('aria-expanded', 'false');
    this.mark();
  }

  /** Shows a municipality as chosen, without telling of it. */
  set(kommune: Kommune | null): void {
    this.input.value = kommune ? `${kommune.navn} (${kommune.nummer})` : '';
    this.close();
  }
}

class Side {
  private valg: Valg;
  private alle = false;
  private readonly skjema = lag('div', { klasse: 'vk-kolonner' });
  private readonly om = lag('div', { klasse: 'sm-om' });
  private readonly liste = lag('div', { klasse: 'sm-treff' });
  private readonly kommune: Kommunefelt;

  constructor(rot: HTMLElement, private readonly data: Data) {
    this.kommune = new Kommunefelt([...data.kommuner.values()], (k) => this.change({ kommune: k?.nummer ?? '', fylke: k?.fylke ?? -1, storrelse: k?.storrelse ?? -1 }));
    this.valg = lesValg(data, location.search);
    rot.replaceChildren(this.kommune.boks, this.skjema, this.om, this.liste);
    window.addEventListener('popstate', () => {
      this.valg = lesValg(data, location.search);
      this.draw();
    });
    this.draw();
  }

  private change(part: Partial<Valg>): void {
    this.valg = { ...this.valg, ...part };
    this.alle = false;
    history.pushState(null, '', `${location.pathname}${skrivValg(this.data, this.valg)}${location.hash}`);
    const held = document.activeElement?.id;
    this.draw();
    if (held && document.activeElement?.id !== held) document.getElementById(held)?.focus();
  }

  private draw(): void {
    const own = this.data.kommuner.get(this.valg.kommune) ?? null;
    this.kommune.set(own);
    this.skjema.replaceChildren(...this.fields());
    this.om.replaceChildren(...(own ? this.known(own) : []));
    this.results(own);
  }

  private fields(): HTMLElement[] {
    const { fylker, storrelser, malgrupper, temaer } = this.data;
    const sizes = [['-1', '– ikke valgt –'], ...storrelser.map(([, name], i) => [String(i), name])] as [string, string][];
    const counties = [['-1', '– ikke valgt –'], ...fylker.map((name, i) => [String(i), name])] as [string, string][];
    const first = valggruppe('Hva betyr mest?', [['fylke', 'Samme fylke'], ['storrelse', 'Samme størrelse']], this.valg.viktigst, (viktigst) => this.change({ viktigst }));
    first.querySelectorAll('input').forEach((input) => (input.id = `sm-viktigst-${input.value}`));
    first.querySelectorAll('input').forEach((input) => (input.name = 'sm-viktigst'));
    return [
      felt('Størrelse', velger(sizes, String(this.valg.storrelse), (v) => this.change({ storrelse: Number(v) }), { id: 'sm-storrelse' })),
      felt('Fylke', velger(counties, String(this.valg.fylke), (v) => this.change({ fylke: Number(v) }), { id: 'sm-fylke' })),
      felt('Målgruppe', velger([['', 'alle målgrupper'], ...malgrupper], this.valg.malgruppe, (malgruppe) => this.change({ malgruppe }), { id: 'sm-malgruppe' })),
      felt('Tema', velger([['', 'alle temaer'], ...temaer], this.valg.tema, (tema) => this.change({ tema }), { id: 'sm-tema' })),
      first,
    ];
  }

  /** What is known and not known of the chosen municipality. */
  private known(own: Kommune): HTMLElement[] {
    const here = this.data.eksempler.filter((e) => e.kommuner.includes(own.nummer)).length;
    const size = this.data.storrelser[own.storrelse]?.[1];
    return [
      lag('h2', {}, `Dette vet vi om ${own.navn}`),
      lag('ul', {},
        lag('li', {}, `Fylke: ${this.data.fylker[own.fylke]}.`),
        lag('li', {}, size ? `Størrelse: ${size} i ${own.ar}.` : 'Folketallet er ikke ført inn hos oss. Velg størrelsen selv, så blir lista bedre.'),
        lag('li', {}, here > 0 ? `Eksempler herfra: ${here}.` : `Vi har ingen eksempler fra ${own.navn} ennå. `, here > 0 ? null : lag('a', { href: `${lenke('/bidra/skjema/')}?kommune=${own.nummer}` }, 'Har dere et?')),
        lag('li', {}, lag('a', { href: lenke(`/kommuner/#k${own.nummer}`) }, `${own.navn} i lista over kommuner`)),
      ),
    ];
  }

  private results(own: Kommune | null): void {
    const { valg, data } = this;
    const chosen = own !== null || valg.fylke >= 0 || valg.storrelse >= 0;
    const narrowed = valg.malgruppe !== '' || valg.tema !== '';
    if (!chosen && !narrowed) {
      this.liste.replaceChildren();
      return;
    }
    const all = rangert(data, valg);
    const alike = all.filter((t) => t.poeng > 0);
    const rest = all.filter((t) => t.poeng === 0);
    const told = chosen
      ? `${alike.length === 1 ? 'Ett eksempel' : `${alike.length || 'Ingen'} eksempler`} ligner${narrowed ? ' og handler om det du valgte' : ''}.`
      : `${all.length === 1 ? 'Ett eksempel' : `${all.length || 'Ingen'} eksempler`} handler om det du valgte. Velg kommune, fylke eller størrelse for å se hvem som ligner.`;
    melding(told);
    const main = chosen ? alike : all;
    const shown = this.alle ? main : main.slice(0, FIRST_SHOWN);
    this.liste.replaceChildren(
      lag('h2', {}, 'Eksempler'),
      avsnitt(told),
      lag('ol', { klasse: 'sm-liste' }, ...shown.map((t) => this.item(t, chosen))),
    );
    if (main.length > shown.length) {
      this.liste.append(knapp(`Vis ${main.length - shown.length} til`, () => this.more(), { id: 'sm-flere' }));
    }
    if (chosen && narrowed && rest.length > 0) {
      this.liste.append(
        lag('h2', {}, 'Handler om det samme, men ligner ikke'),
        lag('ol', { klasse: 'sm-liste' }, ...rest.map((t) => this.item(t, chosen))),
      );
    } else if (chosen && alike.length === 0) this.liste.append(avsnitt('Prøv et annet fylke eller en annen størrelse.'));
  }

  private more(): void {
    this.alle = true;
    this.draw();
    this.liste.querySelectorAll<HTMLElement>('.sm-liste a')[FIRST_SHOWN]?.focus();
  }

  private item({ eksempel, grunner, ukjent }: Treff, chosen: boolean): HTMLElement {
    const names = eksempel.kommuner.flatMap((n) => this.data.kommuner.get(n)?.navn ?? []).join(', ');
    const why = grunner.length > 0 ? grunner.join('; ') : 'ikke samme fylke eller størrelse';
    return lag('li', {},
      lag('a', { href: lenke(`/eksempler/${eksempel.id}/`) }, eksempel.tittel),
      lag('span', { klasse: 'kb-kilde' }, ` ${names}, ${eksempel.tid}`),
      chosen ? lag('p', { klasse: 'sm-grunn' }, lag('b', {}, 'Hvorfor: '), `${why}.`, ukjent.length > 0 ? ` Det vi ikke vet: ${ukjent.join('; ')}.` : null) : null,
      lag('p', {}, eksempel.ingress),
    );
  }
}

/** Starts it on the page of it. */
export function startSomMin(): void {
  startVerktoy('som-min', (rot) => {
    lastSkript('finne/likhet').then(
      () => new Side(rot, lesData((window as unknown as { kbLikhet: unknown }).kbLikhet)),
      (error: unknown) => {
        console.warn(error);
        rot.append(avsnitt('Valgene lot seg ikke laste. Bruk listene under, eller last siden på nytt.'));
      },
    );
  });
}
