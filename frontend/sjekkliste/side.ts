/** The page of the checklist. The demands are read from the list that stands in the page for those without scripts. */
import { idagIso, norskDag } from '../felles/dag';
import { avkryssing, avsnitt, felt, knapp, lag, tekstfelt } from '../felles/dom';
import { filvelger } from '../felles/filer';
import type { ValgtFil } from '../felles/filer';
import { erDato, grunnen, tekstAvFil } from '../felles/lesing';
import { opphav } from '../felles/opphav';
import { feilboks, Ramme } from '../felles/ramme';
import { filAv, lesFil } from './fil';
import { bokAv, dokumentAv, eldre, hullene, sammendrag, telling } from './rapport';
import type { Grunnlag } from './rapport';
import { MAKS_LINJE, MAKS_TEKST, navnAvSvar, SVAR, tomSjekkliste, tomtSvar } from './typer';
import type { Krav, Sjekkliste, Svar, Svarverdi } from './typer';
import { advarsler, EKSEMPELMOTE, FRIST, veien } from './vei';

const tekstAv = (root: Element, selector: string): string => (root.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The demands as the page states them. */
function kravI(rot: HTMLElement): Krav[] {
  return [...rot.querySelectorAll<HTMLElement>('.sj-punkt')].map((item) => ({
    id: item.dataset['id'] ?? '',
    paragraf: item.dataset['paragraf'] ?? '',
    styrke: (item.dataset['styrke'] ?? 'skal') as Krav['styrke'],
    styrkenavn: tekstAv(item, '.kb-merke'),
    tittel: tekstAv(item, '.sj-punkt__tittel'),
    tekst: tekstAv(item, '.sj-punkt__tekst'),
    hjemmel: tekstAv(item, '.sj-punkt__hjemmel'),
    hvem: tekstAv(item, '.sj-punkt__hvem'),
    vises: tekstAv(item, '.sj-punkt__vises span'),
    frist: item.dataset['innen'] ?? '',
  }));
}

class Sjekklistesiden {
  private liste: Sjekkliste = tomSjekkliste();
  private feil: string[] = [];
  private readonly krav: Krav[];
  private readonly ramme: Ramme;
  private readonly topp = lag('div', { klasse: 'sj-topp' });
  private readonly plikter = lag('div', { klasse: 'sj-plikter' });
  private readonly oppsummering = lag('section', { klasse: 'sj-del', 'aria-labelledby': 'sj-oppsummering' });
  private readonly vei = lag('section', { klasse: 'sj-del', 'aria-labelledby': 'sj-vei' });

  constructor(rot: HTMLElement) {
    this.krav = kravI(rot);
    this.ramme = new Ramme({ navn: 'sjekkliste', fil: () => filAv(this.liste), apne: (tekst) => this.bytt(lesFil(tekst)) }, () => dokumentAv(this.grunnlag, opphav()));
    const static_ = new Map([...rot.querySelectorAll<HTMLElement>('.sj-punkt')].map((item) => [item.dataset['id'] ?? '', item]));
    const sections = [...rot.querySelectorAll<HTMLElement>('.sj-gruppe')];
    for (const item of static_.values()) item.querySelectorAll('.sj-punkt__svar, .sj-punkt__linjer').forEach((one) => one.remove());
    this.plikter.append(...sections);
    rot.classList.add('vk-rot', 'vk-ramme');
    rot.replaceChildren(this.ramme.status, this.topp, this.plikter, this.oppsummering, this.vei, this.taMed(), this.ramme.papir);
    for (const one of this.krav) static_.get(one.id)?.append(lag('div', { klasse: 'sj-skjema', 'data-krav': one.id }));
    this.tegn();
    this.ramme.hentUtkast();
  }

  private get grunnlag(): Grunnlag {
    return { krav: this.krav, liste: this.liste, idag: idagIso() };
  }

  private bytt({ liste, feil }: { liste: Sjekkliste; feil: string[] }): void {
    this.liste = liste;
    this.feil = feil;
    this.tegn();
  }

  private tegn(): void {
    this.tegnTopp();
    for (const one of this.krav) this.tegnKrav(one);
    this.tegnResultat();
    this.tegnVei();
  }

  private tegnTopp(): void {
    const name = tekstfelt(this.liste.kommune, (value) => {
      this.liste.kommune = value.trim();
      this.ramme.endret();
    }, { id: 'sj-kommune', maxlength: MAKS_LINJE });
    this.topp.replaceChildren(
      lag('h2', {}, 'Start'),
      lag('div', { klasse: 'vk-to' },
        felt('Kommune', name),
        filvelger('Åpne en sjekkliste du har lagret (.json)', 'sj-apne', 'json', ([file]) => file && this.apne(file))),
      feilboks('Dette i fila kunne ikke brukes:', this.feil) ?? '',
      this.ramme.lagring,
    );
  }

  private apne(file: ValgtFil): void {
    document.getElementById('sj-apne')?.focus();
    try {
      const read = lesFil(tekstAvFil(file.bytes()));
      if (this.ramme.harUlagret && !window.confirm('Det du har skrevet her, er ikke lagret. Vil du åpne fila likevel?')) {
        this.ramme.si('Fila ble ikke åpnet. Det du hadde, står som før.');
        return;
      }
      this.bytt(read);
      this.ramme.apnet();
      document.getElementById('sj-apne')?.focus();
      const old = eldre(this.grunnlag).length;
      this.ramme.si(`Fila ${file.navn} er åpnet.${read.feil.length > 0 ? ` ${read.feil.length} ting i den ble ikke tatt med. De står under «Start».` : ''}${old > 0 ? ` ${old} svar gjelder punkter som ikke lenger er med. De følger med når du lagrer.` : ''}`);
    } catch (error) {
      this.ramme.si(`Fila ble ikke åpnet. ${grunnen(error, 'Den lot seg ikke lese som en sjekkliste.')} Det du hadde, står som før.`);
    }
  }

  private svarAv(krav: Krav): Svar {
    const known = this.liste.svar.get(krav.id);
    if (known) return known;
    const made = tomtSvar(krav.tittel);
    this.liste.svar.set(krav.id, made);
    return made;
  }

  private endre(krav: Krav, change: Partial<Svar>): void {
    Object.assign(this.svarAv(krav), change, { tittel: krav.tittel });
    this.ramme.endret();
    this.tegnResultat();
  }

  private tegnKrav(krav: Krav): void {
    const place = this.plikter.querySelector<HTMLElement>(`[data-krav="${CSS.escape(krav.id)}"]`);
    if (!place) return;
    const svar = this.liste.svar.get(krav.id) ?? tomtSvar(krav.tittel);
    const item = place.closest<HTMLElement>('.sj-punkt');
    const mark = (value: string): void => {
      if (item) item.dataset['svar'] = value;
    };
    const radios = SVAR.map(([key, text]) => {
      const radio = lag('input', { type: 'radio', name: `sj-${krav.id}`, value: key, paa: { change: () => {
        mark(key);
        this.endre(krav, { svar: key as Svarverdi });
      } } });
      radio.checked = svar.svar === key;
      return lag('label', { klasse: `sj-valg sj-valg--${key}` }, radio, ` ${text}`);
    });
    mark(svar.svar);
    const area = (value: string, set: (value: string) => void): HTMLTextAreaElement => {
      const one = lag('textarea', { rows: 2, maxlength: MAKS_TEKST, paa: { input: () => set(one.value) } });
      one.value = value;
      return one;
    };
    const who = lag('input', { type: 'text', autocomplete: 'off', maxlength: MAKS_LINJE, paa: { input: () => this.endre(krav, { hvem: who.value }) } });
    who.value = svar.hvem;
    const when = lag('input', { type: 'date', min: '2000-01-01', max: '2099-12-31', paa: { change: () => this.endre(krav, { naar: erDato(when.value) ? when.value : '' }) } });
    when.value = svar.naar;
    place.replaceChildren(
      lag('fieldset', { klasse: 'sj-svar' }, lag('legend', {}, 'Gjør kommunen dette?', lag('span', { klasse: 'kb-bare-skjerm' }, ` ${krav.tittel}`)), ...radios),
      lag('div', { klasse: 'vk-to' },
        felt('Hva viser det?', area(svar.viser, (viser) => this.endre(krav, { viser }))),
        felt('Hva mangler?', area(svar.mangler, (mangler) => this.endre(krav, { mangler }))),
        felt('Hvem tar det? (rolle eller enhet)', who),
        felt('Når?', when)),
    );
    // The same words stand at every demand: a screen reader gets its name too.
    place.querySelectorAll<HTMLElement>('.vk-felt').forEach((one) => {
      one.querySelector('label')?.append(lag('span', { klasse: 'kb-bare-skjerm' }, ` – ${krav.tittel}`));
    });
  }

  private tegnResultat(): void {
    const g = this.grunnlag;
    const cells = (row: ReturnType<typeof telling>[number]): HTMLElement[] => [
      lag('th', { scope: 'row' }, row.navn),
      ...[row.antall, ...SVAR.map(([key]) => row.svar[key]), row.svar['']].map((count) => lag('td', { klasse: 'tall' }, String(count))),
    ];
    const head = ['Styrke', 'Punkter', ...SVAR.map(([, navn]) => navn), 'Ikke besvart'];
    const table = lag('div', { klasse: 'vk-tabell', tabindex: 0, role: 'region', 'aria-label': 'Svar etter styrke' },
      lag('table', {}, lag('thead', {}, lag('tr', {}, ...head.map((one) => lag('th', { scope: 'col' }, one)))), lag('tbody', {}, ...telling(g).map((row) => lag('tr', {}, ...cells(row))))));
    const gaps = hullene(g).map(({ krav, svar }) =>
      lag('li', {}, lag('strong', {}, krav.tittel), ` (${krav.styrkenavn.toLowerCase()}, ${navnAvSvar(svar.svar).toLowerCase()})`,
        svar.mangler ? `: ${svar.mangler}` : '', ' ', lag('span', { klasse: 'kb-kilde' }, [svar.hvem || 'ingen har fått oppgaven', svar.naar ? norskDag(svar.naar) : 'uten dato'].join(' · '))));
    const old = eldre(g);
    this.oppsummering.replaceChildren(
      lag('h2', { id: 'sj-oppsummering' }, 'Oppsummering'),
      lag('ul', { id: 'sj-sammendrag' }, ...sammendrag(g).map((text) => lag('li', {}, text))),
      table,
      lag('h3', {}, 'Hullene'),
      gaps.length > 0 ? lag('ol', { klasse: 'sj-hull' }, ...gaps) : avsnitt('Ingen hull er ført ennå.'),
      ...(old.length > 0 ? [lag('h3', {}, 'Fra en eldre utgave av sjekklista'), lag('ul', {}, ...old.map(([id, one]) => lag('li', {}, `${one.tittel || id}: ${navnAvSvar(one.svar).toLowerCase()}. ${one.viser} ${one.mangler}`.trim())))] : []),
    );
  }

  private tegnVei(): void {
    const meeting = lag('input', { type: 'date', id: 'sj-vedtak', min: '2026-01-01', max: '2030-12-31', paa: { change: () => {
      this.liste.vedtak = erDato(meeting.value) ? meeting.value : '';
      this.ramme.endret();
      this.tegnVei();
      document.getElementById('sj-vedtak')?.focus();
      this.ramme.si('Datoene er regnet ut på nytt.');
    } } });
    meeting.value = this.liste.vedtak;
    const list = lag('ol', { klasse: 'sj-vei' });
    const warnings = lag('div', { 'aria-live': 'polite' });
    const draw = (focus?: string): void => {
      list.replaceChildren(...veien(this.liste).map((task) => this.oppgave(task, draw)));
      warnings.replaceChildren(feilboks('Se på datoene:', advarsler(veien(this.liste), idagIso())) ?? '');
      if (focus) document.getElementById(focus)?.focus();
    };
    this.vei.replaceChildren(
      lag('h2', { id: 'sj-vei' }, 'Veien til fristen 1. juli 2027'),
      avsnitt('Skriv datoen for møtet der kommunestyret skal vedta planen. Verktøyet regner de andre datoene bakover. Du kan endre hver av dem.'),
      felt('Møtet der planen vedtas', meeting, `Uten dato brukes eksempelet ${norskDag(EKSEMPELMOTE)}. Møtet må være før ${norskDag(FRIST)}.`),
      warnings,
      list,
    );
    draw();
  }

  private oppgave(task: ReturnType<typeof veien>[number], draw: (focus?: string) => void): HTMLElement {
    const set = (change: Partial<{ naar: string; hvem: string; ferdig: boolean }>, focus?: string): void => {
      const own = this.liste.oppgaver.get(task.id) ?? { naar: '', hvem: '', ferdig: false };
      this.liste.oppgaver.set(task.id, { ...own, ...change });
      this.ramme.endret();
      if (focus) draw(focus);
    };
    const hidden = (): HTMLElement => lag('span', { klasse: 'kb-bare-skjerm' }, ` – ${task.hva}`);
    const when = lag('input', { type: 'date', id: `sj-naar-${task.id}`, min: '2026-01-01', max: '2030-12-31', paa: { change: () => set({ naar: erDato(when.value) ? when.value : '' }, when.id) } });
    when.value = task.naar;
    const who = lag('input', { type: 'text', id: `sj-hvem-${task.id}`, autocomplete: 'off', maxlength: MAKS_LINJE, paa: { input: () => set({ hvem: who.value.trim() === '' ? '' : who.value }) } });
    who.value = task.hvem;
    const done = avkryssing('Ferdig', task.ferdig, (ferdig) => set({ ferdig }, `sj-ferdig-${task.id}`), { id: `sj-ferdig-${task.id}` });
    done.append(hidden());
    const date = task.id === 'vedtak'
      ? avsnitt(`${norskDag(task.naar)}, som over`, 'sj-fast')
      : lag('div', { klasse: 'vk-felt' }, lag('label', { for: when.id }, 'Dato', hidden()), when);
    return lag('li', { klasse: task.ferdig ? 'sj-ferdig' : undefined, 'data-oppgave': task.id, 'data-naar': task.naar },
      lag('p', {}, lag('strong', {}, task.hva), lag('span', { klasse: 'kb-kilde' }, ` Fase ${task.fase}. ${task.regel || (task.egenDato ? 'Egen dato' : 'Tiden er vårt anslag')}.`)),
      lag('div', { klasse: 'sj-rad' }, date, lag('div', { klasse: 'vk-felt' }, lag('label', { for: who.id }, 'Hvem', hidden()), who), done));
  }

  private taMed(): HTMLElement {
    const name = (): string => `sjekkliste ${this.liste.kommune}`;
    return lag('section', { klasse: 'sj-del vk-boks', 'aria-labelledby': 'sj-tamed' },
      lag('h2', { id: 'sj-tamed' }, 'Ta med'),
      avsnitt('Lagre fila hvis du vil fortsette senere eller sende den til en kollega. Word, Excel og utskrift har alt du har fylt ut, oppsummeringen og datoene.'),
      lag('div', { klasse: 'vk-knapper' },
        knapp('Lagre fila (.json)', () => void this.ramme.fil(name(), 'json', () => new Blob([filAv(this.liste)], { type: 'application/json' })).then((made) => made && this.ramme.lagretNaa()), { klasse: 'knapp', id: 'sj-lagre' }),
        knapp('Word', () => void this.ramme.fil(name(), 'docx', (e) => e.tilWord(dokumentAv(this.grunnlag, opphav()))), { id: 'sj-word' }),
        knapp('Excel', () => void this.ramme.fil(name(), 'xlsx', (e) => e.tilExcel(bokAv(this.grunnlag, opphav()))), { id: 'sj-excel' }),
        knapp('Skriv ut', () => this.ramme.skrivUt(), { id: 'sj-skriv-ut' })),
      avsnitt('Ingenting sendes noe sted. Fila havner der nettleseren legger nedlastinger.', 'vk-hjelp'));
  }
}

export function startSjekkliste(rot: HTMLElement): void {
  new Sjekklistesiden(rot);
}
