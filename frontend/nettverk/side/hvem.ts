/** Step «Hvem er med»: functions and persons. */
import { enLinje } from '../../felles/celler';
import { filvelger } from '../../felles/filer';
import { grunnen } from '../../felles/lesing';
import { tekstAv } from '../../felles/tegnsett';
import { funksjonsId } from '../funksjoner';
import { nyKode, sammenlignbar, sammenlignKoder } from '../koder';
import { lesPersoner } from '../lesing/rader';
import { antall } from '../ordlyd';
import { MAKS_FUNKSJONER, ROLLER } from '../typer';
import type { Feil, Person, Rolle, Runde } from '../typer';
import type { App } from './app';
import { avkryssing, avsnitt, felt, knapp, lag, mer, tekstfelt, velger } from '../../felles/dom';
import { feilliste, overskrift } from './deler';

let faults: Feil[] = [];

function functionRows(app: App): HTMLElement {
  const { prosjekt } = app.t;
  const changed = (): void => {
    app.endret();
    app.tegn();
  };
  const rows = prosjekt.funksjoner.map((one, i) =>
    lag(
      'li',
      { klasse: 'nv-rad' },
      tekstfelt(one.navn, (value) => {
        one.navn = enLinje(value, 60) || one.navn;
        changed();
      }, { 'aria-label': `Navn på funksjon ${i + 1}`, id: `nv-fun-${one.id}`, maxlength: 60 }),
      avkryssing('folkevalgte', one.politisk ?? false, (on) => {
        if (on) one.politisk = true;
        else delete one.politisk;
        changed();
      }, { 'aria-label': `${one.navn}: er folkevalgte`, id: `nv-pol-${one.id}` }),
      knapp('Fjern', () => {
        prosjekt.funksjoner.splice(i, 1);
        for (const person of prosjekt.personer) person.funksjoner = person.funksjoner.filter((id) => id !== one.id);
        changed();
      }, { 'aria-label': `Fjern funksjonen ${one.navn}`, klasse: 'kb-lenkeknapp' }),
    ),
  );
  const name = tekstfelt('', () => undefined, { maxlength: 60, id: 'nv-ny-funksjon' });
  const add = knapp('Legg til funksjon', () => {
    const text = enLinje(name.value, 60);
    if (!text) return app.si('Skriv hva funksjonen heter først.');
    if (prosjekt.funksjoner.length >= MAKS_FUNKSJONER) return app.si(`Verktøyet tar høyst ${MAKS_FUNKSJONER} funksjoner. Fjern en først.`);
    prosjekt.funksjoner.push({ id: funksjonsId(text, new Set(prosjekt.funksjoner.map((one) => one.id))), navn: text });
    changed();
    app.si(`Funksjonen «${text}» er lagt til.`);
  });
  return mer(
    `Funksjoner (${prosjekt.funksjoner.length})`,
    avsnitt('Lista er den fem kommuner fikk i 2015. Endre den til dere kjenner igjen egen kommune.'),
    lag('ul', { klasse: 'nv-rader' }, ...rows),
    lag('div', { klasse: 'vk-linjefelt' }, felt('Ny funksjon', name), add),
  );
}

/** Every round takes the new one in as asked. */
function addToRounds(rounds: readonly Runde[], ids: readonly string[]): void {
  for (const round of rounds) round.spurt.push(...ids.filter((id) => !round.spurt.includes(id)));
}

function leggTilPersoner(app: App, text: string): void {
  const { t } = app;
  const read = lesPersoner(text, t.prosjekt, t.nokkel, t.koder);
  t.prosjekt.funksjoner.push(...read.funksjoner);
  t.prosjekt.personer.push(...read.personer);
  if (!t.koder && read.personer.length > 0) t.prosjekt.navn = true;
  addToRounds(t.prosjekt.runder, read.personer.map((person) => person.id));
  app.runde.svart.push(...read.svart);
  t.nokkel = read.nokkel;
  faults = read.feil;
  app.endret();
  app.tegn();
  const extra = read.funksjoner.length > 0 ? ` ${antall(read.funksjoner.length, 'ny funksjon', 'nye funksjoner')} er laget: ${read.funksjoner.map((one) => one.navn).join(', ')}.` : '';
  app.si(`${antall(read.personer.length, 'person', 'personer')} er lagt til.${extra}${read.feil.length > 0 ? ` ${antall(read.feil.length, 'linje', 'linjer')} har en merknad.` : ''}`);
}

function paste(app: App): HTMLElement {
  const area = lag('textarea', { rows: 5, id: 'nv-lim-personer', spellcheck: 'false' });
  const example = 'Kari Nordmann; Tildeling av bolig, Husleiekontrakter; Boligkontoret; saksbehandler';
  const codes = avkryssing('Lag koder av navnene (anbefalt)', app.t.koder, (on) => {
    app.t.koder = on;
    app.si(on ? 'Navn blir til koder.' : 'Navnene blir stående i bildet, fila og rapporten. Det bør dere ha en god grunn til.');
  }, { id: 'nv-koder' });
  return lag(
    'div',
    { klasse: 'vk-boks' },
    felt('Lim inn personer, én på hver linje', area, `Navn eller kode; funksjoner; enhet; rolle. Du kan lime rett fra Excel. Eksempel: ${example}`),
    codes,
    lag('div', { klasse: 'vk-knapper' }, knapp('Legg til', () => leggTilPersoner(app, area.value), { klasse: 'knapp', id: 'nv-legg-til-personer' })),
    filvelger('Eller velg en CSV-fil med personer', 'nv-fil-personer', 'tabell', ([file]) => {
      try {
        if (file) leggTilPersoner(app, tekstAv(file.bytes()));
      } catch (error) {
        const grunn = grunnen(error, 'Fila lot seg ikke lese.');
        faults = [{ linje: 0, grunn }];
        app.tegn();
        app.si(`Fila ble ikke lest inn. ${grunn} Det du hadde, står som før.`);
      }
    }),
    feilliste(faults, 'Merknader til linjene du limte inn:'),
  );
}

function keyBox(app: App): HTMLElement | null {
  const { nokkel } = app.t;
  if (nokkel.size === 0) return null;
  return lag(
    'div',
    { klasse: 'vk-varsel' },
    avsnitt(`Kodelista med ${antall(nokkel.size, 'navn', 'navn')} finnes bare i dette vinduet. Last den ned nå, og legg den et annet sted enn svarene.`),
    lag(
      'div',
      { klasse: 'vk-knapper' },
      knapp('Last ned kodelista (Excel)', () => {
        const rader = [...nokkel].sort((a, b) => sammenlignKoder(a[1], b[1])).map(([name, code]) => [code, name]);
        void app.fil(`Kodeliste ${app.t.prosjekt.tittel}`, 'xlsx', (e) => e.tilExcel({ ark: [{ navn: 'Kodeliste', kolonner: [{ navn: 'Kode' }, { navn: 'Navn' }], rader }] }));
      }, { id: 'nv-kodeliste' }),
      knapp('Glem kodelista', () => {
        app.t.nokkel = new Map();
        app.tegn();
        app.si('Kodelista er glemt i dette vinduet.');
      }),
    ),
  );
}

/** Gives a person another code, everywhere it stands. */
function rename(app: App, person: Person, wanted: string): void {
  const text = enLinje(wanted, 60);
  const taken = app.t.prosjekt.personer.some((one) => one !== person && sammenlignbar(one.id) === sammenlignbar(text));
  if (!text || text === person.id) return;
  if (taken) {
    app.tegn();
    return app.si(`Koden ${text} er i bruk.`);
  }
  const old = person.id;
  const swap = (id: string): string => (id === old ? text : id);
  for (const round of app.t.prosjekt.runder) {
    round.spurt = round.spurt.map(swap);
    round.svart = round.svart.map(swap);
    if (round.utenfor) round.utenfor = round.utenfor.map(swap);
    for (const one of round.kontakter) Object.assign(one, { fra: swap(one.fra), til: swap(one.til) });
  }
  for (const [name, code] of app.t.nokkel) if (code === old) app.t.nokkel.set(name, text);
  person.id = text;
}

function remove(app: App, person: Person): void {
  const { prosjekt } = app.t;
  prosjekt.personer = prosjekt.personer.filter((one) => one !== person);
  for (const round of prosjekt.runder) {
    round.spurt = round.spurt.filter((id) => id !== person.id);
    round.svart = round.svart.filter((id) => id !== person.id);
    if (round.utenfor) round.utenfor = round.utenfor.filter((id) => id !== person.id);
    round.kontakter = round.kontakter.filter((one) => one.fra !== person.id && one.til !== person.id);
  }
}

function personRow(app: App, person: Person): HTMLElement {
  const { prosjekt } = app.t;
  const names = person.funksjoner.map((id) => prosjekt.funksjoner.find((one) => one.id === id)?.navn ?? id);
  const shown = lag('span', {}, names.join(', ') || 'velg');
  const summary = lag('summary', {}, lag('span', { klasse: 'kb-bare-skjerm' }, `Funksjonene til ${person.id}: `), shown);
  const boxes = prosjekt.funksjoner.map((one) =>
    avkryssing(one.navn, person.funksjoner.includes(one.id), (on) => {
      person.funksjoner = on ? [...person.funksjoner, one.id] : person.funksjoner.filter((id) => id !== one.id);
      shown.textContent = person.funksjoner.map((id) => prosjekt.funksjoner.find((f) => f.id === id)?.navn ?? id).join(', ') || 'velg';
      app.endret();
    }),
  );
  const roles: [Rolle | '', string][] = [['', 'ikke oppgitt'], ...ROLLER.map((one) => [one.kode, one.navn] as [Rolle, string])];
  return lag(
    'tr',
    {},
    lag('th', { scope: 'row' }, tekstfelt(person.id, (value) => {
      rename(app, person, value);
      app.endret();
      app.tegn();
    }, { 'aria-label': `Kode for ${person.id}`, klasse: 'nv-kort', maxlength: 60, id: `nv-kode-${person.id}` })),
    lag('td', {}, lag('details', { klasse: 'nv-funksjonsvalg' }, summary, ...boxes)),
    lag('td', {}, tekstfelt(person.enhet ?? '', (value) => {
      const unit = enLinje(value, 60);
      if (unit) person.enhet = unit;
      else delete person.enhet;
      app.endret();
    }, { 'aria-label': `Enheten til ${person.id}`, maxlength: 60 })),
    lag('td', {}, velger(roles, person.rolle ?? '', (value) => {
      if (value) person.rolle = value;
      else delete person.rolle;
      app.endret();
    }, { 'aria-label': `Rollen til ${person.id}` })),
    lag('td', {}, knapp('Fjern', () => {
      remove(app, person);
      app.endret();
      app.tegn();
      app.si(`${person.id} er fjernet.`);
    }, { klasse: 'kb-lenkeknapp', 'aria-label': `Fjern ${person.id}` })),
  );
}

export function tegnHvem(app: App): (HTMLElement | null)[] {
  const { prosjekt } = app.t;
  const people = [...prosjekt.personer].sort((a, b) => sammenlignKoder(a.id, b.id));
  const head = ['Kode', 'Funksjoner, den viktigste først', 'Enhet', 'Rolle', ''].map((text) => lag('th', { scope: 'col' }, text || lag('span', { klasse: 'kb-bare-skjerm' }, 'Handling')));
  const table = people.length > 0
    ? lag('div', { klasse: 'kb-tabell nv-tabell nv-redigering' }, lag('div', { klasse: 'kb-tabell__flate', tabindex: 0, role: 'region', 'aria-label': 'Personer i nettverket – kan rulles' },
        lag('table', { klasse: 'kb-tabell__tabell' }, lag('caption', {}, `Personer i nettverket (${people.length})`), lag('thead', {}, lag('tr', {}, ...head)), lag('tbody', {}, ...people.map((person) => personRow(app, person))))))
    : null;
  return [
    overskrift('Hvem er med'),
    avsnitt('Hvem hører til i det boligsosiale nettverket? Ta den samtalen først: den er like mye verdt som svarene. Én person kan ha flere funksjoner.'),
    felt('Hva skal nettverket hete?', tekstfelt(prosjekt.tittel, (value) => {
      prosjekt.tittel = enLinje(value, 80) || prosjekt.tittel;
      app.endret();
    }, { id: 'nv-tittel', maxlength: 80 })),
    functionRows(app),
    paste(app),
    keyBox(app),
    table,
    lag('div', { klasse: 'vk-knapper' },
      knapp('Legg til én person', () => {
        const person = { id: nyKode(undefined, new Set(prosjekt.personer.map((one) => sammenlignbar(one.id)))), funksjoner: [] };
        prosjekt.personer.push(person);
        addToRounds(prosjekt.runder, [person.id]);
        app.endret();
        app.tegn();
        document.getElementById(`nv-kode-${person.id}`)?.focus();
      }),
      people.length > 0 ? knapp('Videre til skjemaet', () => app.ga('skjema'), { klasse: 'knapp' }) : null,
    ),
  ];
}
