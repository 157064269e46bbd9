/** Step «Svar inn»: paste, a file, or clicks. */
import { enLinje } from '../../felles/celler';
import { filvelger } from '../../felles/filer';
import type { ValgtFil } from '../../felles/filer';
import { grunnen } from '../../felles/lesing';
import { tekstAv } from '../../felles/tegnsett';
import { lesKontakter } from '../lesing/rader';
import type { LesteKontakter } from '../lesing/rader';
import { sammenlignKoder } from '../koder';
import { kontakterMedMinst } from '../graf';
import { antall, liste } from '../ordlyd';
import { navnAvOfte, navnAvSlag, OFTE, SLAG } from '../typer';
import type { Feil, Kontakt, Ofte, Runde } from '../typer';
import { apneFil } from './start';
import type { App } from './app';
import { avkryssing, avsnitt, felt, knapp, lag, mer, nyId, tekstfelt, valggruppe, velger } from '../../felles/dom';
import { feilliste, mangler, overskrift, rundevelger, tabell } from './deler';

let faults: Feil[] = [];
let replace = true;
let addNew: boolean | null = null;
let whoAnswers = '';

/** Puts what was read into the round. What was there for the same pair is replaced. */
function settInn(round: Runde, read: LesteKontakter, erstatt: boolean): void {
  const key = (one: Kontakt): string => `${one.fra}\u0000${one.til}`;
  const kept = erstatt ? [] : round.kontakter.filter((one) => !read.kontakter.some((other) => key(other) === key(one)));
  round.kontakter = [...kept, ...read.kontakter];
  round.svart = [...new Set([...(erstatt ? [] : round.svart), ...read.svart])];
  round.spurt = [...new Set([...round.spurt, ...round.svart])];
}

function lesInn(app: App, text: string): void {
  const { t } = app;
  const nye = addNew ?? t.prosjekt.personer.length === 0;
  const read = lesKontakter(text, t.prosjekt, t.nokkel, { koder: t.koder, nye });
  faults = read.feil;
  if (read.kontakter.length > 0 || read.svart.length > 0) {
    t.prosjekt.personer.push(...read.personer);
    for (const round of t.prosjekt.runder) round.spurt.push(...read.personer.map((one) => one.id).filter((id) => !round.spurt.includes(id)));
    t.nokkel = read.nokkel;
    settInn(app.runde, read, replace);
    app.endret();
  }
  app.tegn();
  const news = read.personer.length > 0 ? ` ${antall(read.personer.length, 'ny person', 'nye personer')} er lagt til.` : '';
  const left = read.feil.length > 0 ? ` ${antall(read.feil.length, 'merknad', 'merknader')} står under.` : '';
  app.si(read.kontakter.length === 0 ? `Ingen kontakter ble lest.${left}` : `${antall(read.kontakter.length, 'kontakt', 'kontakter')} fra ${antall(read.svart.length, 'svar', 'svar')} er lest inn.${news}${left}`);
}

function readFile(app: App, file: ValgtFil): void {
  try {
    const text = tekstAv(file.bytes());
    if (/^\s*[{[]/.test(text)) return apneFil(app, () => text);
    lesInn(app, text);
  } catch (error) {
    const grunn = grunnen(error, 'Fila lot seg ikke lese.');
    faults = [{ linje: 0, grunn }];
    app.tegn();
    app.si(`Fila ble ikke lest inn. ${grunn} Det du hadde, står som før.`);
  }
}

function rounds(app: App): HTMLElement {
  const { prosjekt } = app.t;
  const round = app.runde;
  const add = knapp('Ny runde', () => {
    let number = prosjekt.runder.length + 1;
    while (prosjekt.runder.some((one) => one.id === `runde-${number}`)) number += 1;
    prosjekt.runder.push({ id: `runde-${number}`, navn: `Runde ${number}`, spurt: prosjekt.personer.map((one) => one.id), svart: [], kontakter: [] });
    app.t.runde = `runde-${number}`;
    app.endret();
    app.tegn();
    app.si('En ny, tom runde er laget. Gi den et navn.');
  });
  const remove = prosjekt.runder.length > 1
    ? knapp('Slett denne runden', () => {
        prosjekt.runder = prosjekt.runder.filter((one) => one !== round);
        app.t.runde = prosjekt.runder[prosjekt.runder.length - 1]?.id ?? '';
        app.endret();
        app.tegn();
      })
    : null;
  return lag('div', { klasse: 'vk-kolonner' },
    rundevelger(app, () => app.tegn()),
    felt('Navn på runden', tekstfelt(round.navn, (value) => {
      round.navn = enLinje(value, 60) || round.navn;
      app.endret();
      app.tegn();
    }, { id: 'nv-rundenavn', maxlength: 60 })),
    felt('Når', tekstfelt(round.dato ?? '', (value) => {
      const day = enLinje(value, 10);
      if (day) round.dato = day;
      else delete round.dato;
      app.endret();
    }, { id: 'nv-rundedato', maxlength: 10, placeholder: '2026-11' })),
    lag('div', { klasse: 'vk-knapper' }, add, remove));
}

function paste(app: App): HTMLElement {
  const area = lag('textarea', { rows: 7, id: 'nv-lim-svar', spellcheck: 'false' });
  const help = 'Enten én kontakt på hver linje: Fra, Til, Hvor ofte, Slag. Eller det skjemaverktøyet gir: én rad for hver som svarer, én kolonne for hver kode. Ta med overskriftene.';
  return lag('div', { klasse: 'vk-boks' },
    lag('h3', {}, 'Lim inn eller velg fil'),
    felt('Lim inn svarene fra Excel', area, help),
    valggruppe('Det som står i runden fra før', [['erstatt', 'byttes ut'], ['behold', 'beholdes, og det nye legges til']], replace ? 'erstatt' : 'behold', (value) => (replace = value === 'erstatt')),
    avkryssing('Legg til personer som ikke står i lista', addNew ?? app.t.prosjekt.personer.length === 0, (on) => (addNew = on), { id: 'nv-nye' }),
    lag('div', { klasse: 'vk-knapper' }, knapp('Les inn', () => lesInn(app, area.value), { klasse: 'knapp', id: 'nv-les-inn' })),
    filvelger('Eller velg fil: CSV, tekst eller lagret nettverk', 'nv-fil-svar', 'tabellEllerJson', ([file]) => file && readFile(app, file)),
    mer('Slik ser tabellene ut',
      avsnitt('Som liste:'), lag('pre', {}, 'Fra;Til;Hvor ofte;Slag\nTIL1;POL1;månedlig;gir informasjon, faglig\nTIL1;TJE2;daglig;'),
      avsnitt('Som rutenett, slik skjemaverktøy gir det. Arket «Svarark» i Excel-skjemaet er satt opp slik:'), lag('pre', {}, 'Min kode;TIL1;TJE2;POL1;Slag kontakt med folkevalgte\nTIL1;;daglig;månedlig;gir informasjon\nTJE2;ukentlig;;;'),
      avsnitt('Skriv daglig, ukentlig, månedlig eller sjelden. Tom celle betyr ingen kontakt. Skilletegnet kan være komma, semikolon eller tabulator.')),
    feilliste(faults, 'Dette ble ikke tatt med, eller er rettet:'));
}

/** Answers by clicks: choose who answers, then how often for each of the others. */
function clicks(app: App): HTMLElement {
  const { prosjekt } = app.t;
  const round = app.runde;
  const people = [...prosjekt.personer].sort((a, b) => sammenlignKoder(a.id, b.id));
  if (!people.some((one) => one.id === whoAnswers)) whoAnswers = people[0]?.id ?? '';
  const political = new Set(prosjekt.funksjoner.filter((one) => one.politisk).map((one) => one.id));
  const choices: [Ofte | '', string][] = [['', 'ingen kontakt'], ...OFTE.map((one) => [one.kode, one.navn] as [Ofte, string])];
  const find = (til: string): Kontakt | undefined => round.kontakter.find((one) => one.fra === whoAnswers && one.til === til);
  const rows = people.filter((one) => one.id !== whoAnswers).map((one) => {
    const id = nyId('ofte');
    const select = velger(choices, find(one.id)?.ofte ?? '', (value) => {
      const before = find(one.id);
      round.kontakter = round.kontakter.filter((other) => other !== before);
      if (value) round.kontakter.push({ fra: whoAnswers, til: one.id, ofte: value, ...(before?.slag ? { slag: before.slag } : {}) });
      if (!round.svart.includes(whoAnswers)) round.svart.push(whoAnswers);
      app.endret();
    }, { id });
    const kinds = one.funksjoner.some((f) => political.has(f))
      ? lag('span', { klasse: 'nv-slag', role: 'group', 'aria-label': `Slag kontakt med ${one.id}` }, ...SLAG.map((kind) => avkryssing(kind.navn, find(one.id)?.slag?.includes(kind.kode) ?? false, (on) => {
          const contact = find(one.id);
          if (!contact) return app.si(`Velg først hvor ofte ${whoAnswers} har kontakt med ${one.id}.`);
          const now = new Set(contact.slag ?? []);
          if (on) now.add(kind.kode);
          else now.delete(kind.kode);
          contact.slag = [...now];
          app.endret();
        })))
      : null;
    return lag('li', { klasse: 'nv-rad' }, lag('label', { for: id }, one.id), select, kinds);
  });
  return mer('Før inn svar med klikk',
    felt('Hvem svarer?', velger(people.map((one) => [one.id, one.id] as const), whoAnswers, (value) => {
      whoAnswers = value;
      app.tegn();
      const box = document.getElementById('nv-hvem-svarer')?.closest('details');
      if (box) box.open = true;
      document.getElementById('nv-hvem-svarer')?.focus();
    }, { id: 'nv-hvem-svarer' })),
    lag('ul', { klasse: 'nv-rader nv-rader--tett' }, ...rows));
}

type Status = 'svart' | 'mangler' | 'ikke-spurt' | 'utenfor';
const STATUS: [Status, string][] = [['svart', 'har svart'], ['mangler', 'er spurt, har ikke svart'], ['ikke-spurt', 'er med, men ikke spurt'], ['utenfor', 'er ikke med i denne runden']];

function setStatus(round: Runde, id: string, status: Status): void {
  const without = (list: readonly string[]): string[] => list.filter((one) => one !== id);
  round.svart = status === 'svart' ? [...without(round.svart), id] : without(round.svart);
  round.spurt = status === 'svart' || status === 'mangler' ? [...without(round.spurt), id] : without(round.spurt);
  const outside = status === 'utenfor' ? [...without(round.utenfor ?? []), id] : without(round.utenfor ?? []);
  if (outside.length > 0) round.utenfor = outside;
  else delete round.utenfor;
}

function answered(app: App): HTMLElement {
  const round = app.runde;
  const statusOf = (id: string): Status => (round.utenfor?.includes(id) ? 'utenfor' : round.svart.includes(id) ? 'svart' : round.spurt.includes(id) ? 'mangler' : 'ikke-spurt');
  const people = [...app.t.prosjekt.personer].sort((a, b) => sammenlignKoder(a.id, b.id));
  const rows = people.map((one) => {
    const id = nyId('status');
    return lag('li', { klasse: 'nv-rad' }, lag('label', { for: id }, one.id), velger(STATUS, statusOf(one.id), (value) => {
      setStatus(round, one.id, value);
      app.endret();
    }, { id }));
  });
  return mer(`Hvem har svart (${round.svart.length} av ${round.spurt.length} spurte)`, lag('ul', { klasse: 'nv-rader nv-rader--tett' }, ...rows));
}

function contacts(app: App): HTMLElement | null {
  const { kontakter } = app.runde;
  if (kontakter.length === 0) return null;
  const shown = kontakterMedMinst(app.runde, 'sjelden');
  return mer(`Kontaktene i runden (${kontakter.length})`, tabell(app, {
    navn: `Kontakter i ${app.runde.navn}`,
    kolonner: ['Fra', 'Til', 'Hvor ofte', 'Slag'].map((navn) => ({ navn })),
    rader: shown.map((one) => [one.fra, one.til, navnAvOfte(one.ofte), liste((one.slag ?? []).map(navnAvSlag))]),
  }));
}

export function tegnSvar(app: App): (HTMLElement | null)[] {
  const people = app.t.prosjekt.personer.length;
  const round = app.runde;
  return [
    overskrift('Svar inn'),
    people === 0 ? avsnitt('Du kan lime inn svarene med det samme. Da lages personene av dem. Ellers fyller du inn «Hvem er med» først.') : avsnitt(`${antall(people, 'person', 'personer')} er med. Runden har ${antall(round.kontakter.length, 'kontakt', 'kontakter')} fra ${antall(round.svart.length, 'svar', 'svar')}.`),
    rounds(app),
    paste(app),
    people > 1 ? clicks(app) : null,
    people > 0 ? answered(app) : null,
    contacts(app),
    lag('div', { klasse: 'vk-knapper' }, mangler(app) ? null : knapp('Se bildet', () => app.ga('bilde'), { klasse: 'knapp' })),
  ];
}
