/** Step «Hva om»: take someone out, let two groups meet, and see what changes. */
import { medEndring, mistetKontakt } from '../hvaom';
import type { Endring } from '../hvaom';
import { lagPust } from '../pust';
import { sammenlign, visEndring, visMaal } from '../sammenlign';
import { sporsmalAv } from '../sporsmal';
import { bildeAv } from '../tegning/bilde';
import { tegn } from '../tegning/svg';
import { liste, liten } from '../ordlyd';
import { navnAvOfte, OFTE } from '../typer';
import type { Ofte, Prosjekt } from '../typer';
import { sammenlignKoder } from '../koder';
import type { App } from './app';
import { avsnitt, felt, knapp, lag, punkter, velger } from '../../felles/dom';
import { glider } from './bilde';
import { mangler, overskrift, rundevelger, tabell } from './deler';

const functionName = (project: Prosjekt, id: string): string => project.funksjoner.find((one) => one.id === id)?.navn ?? id;

/** The change in words. */
function endringstekst(change: Endring, project: Prosjekt): string {
  if (change.slags === 'ut') return `${change.person} går ut av nettverket`;
  if (change.slags === 'tom') return `alle med ${liten(functionName(project, change.funksjon))} går ut`;
  const name = (id: string): string => (change.gruppe === 'funksjon' ? liten(functionName(project, id)) : id);
  return `${name(change.a)} og ${name(change.b)} møtes ${navnAvOfte(change.ofte)}, ${change.hvem === 'alle' ? 'alle' : 'én fra hver'}`;
}

/** What is chosen in the form for a meeting, kept between drawings. */
const meeting: { gruppe: 'funksjon' | 'enhet'; a: string; b: string; ofte: Ofte; hvem: 'alle' | 'en' } = { gruppe: 'funksjon', a: '', b: '', ofte: 'manedlig', hvem: 'en' };

function groups(app: App): [string, string][] {
  const { personer, funksjoner } = app.t.prosjekt;
  if (meeting.gruppe === 'funksjon') return funksjoner.filter((one) => personer.some((person) => person.funksjoner.includes(one.id))).map((one) => [one.id, one.navn]);
  return [...new Set(personer.map((person) => person.enhet ?? 'uten enhet'))].sort(sammenlignKoder).map((one) => [one, one]);
}

function forms(app: App): HTMLElement {
  const { prosjekt } = app.t;
  const add = (change: Endring): void => {
    app.t.endringer.push(change);
    app.tegn();
    app.si(`Lagt til: ${endringstekst(change, prosjekt)}.`);
  };
  const people = [...prosjekt.personer].sort((a, b) => sammenlignKoder(a.id, b.id)).map((one) => [one.id, one.id] as const);
  const person = velger(people, people[0]?.[0] ?? '', () => undefined, { id: 'nv-ut-person' });
  const used = prosjekt.funksjoner.filter((one) => prosjekt.personer.some((p) => p.funksjoner.includes(one.id))).map((one) => [one.id, one.navn] as const);
  const role = velger(used, used[0]?.[0] ?? '', () => undefined, { id: 'nv-ut-funksjon' });
  const options = groups(app);
  if (!options.some(([id]) => id === meeting.a)) meeting.a = options[0]?.[0] ?? '';
  if (!options.some(([id]) => id === meeting.b)) meeting.b = options[1]?.[0] ?? '';
  const kind = velger([['funksjon', 'funksjoner'], ['enhet', 'enheter']] as const, meeting.gruppe, (value) => {
    meeting.gruppe = value;
    app.tegn();
  }, { id: 'nv-mote-gruppe' });
  return lag('div', { klasse: 'vk-kolonner' },
    lag('div', { klasse: 'vk-boks' }, lag('h3', {}, 'Noen går ut'),
      felt('Person', person), knapp('Ta ut personen', () => add({ slags: 'ut', person: person.value }), { id: 'nv-ta-ut' }),
      used.length > 0 ? felt('Funksjon', role) : null, used.length > 0 ? knapp('Ta ut alle med funksjonen', () => add({ slags: 'tom', funksjon: role.value }), { id: 'nv-ta-ut-funksjon' }) : null),
    lag('div', { klasse: 'vk-boks' }, lag('h3', {}, 'Nytt møte mellom to grupper'),
      felt('Gruppene er', kind),
      felt('Den ene', velger(options, meeting.a, (value) => (meeting.a = value), { id: 'nv-mote-a' })),
      felt('Den andre', velger(options, meeting.b, (value) => (meeting.b = value), { id: 'nv-mote-b' })),
      felt('Hvor ofte', velger(OFTE.map((one) => [one.kode, one.navn] as const), meeting.ofte, (value) => (meeting.ofte = value), { id: 'nv-mote-ofte' })),
      felt('Hvem kommer', velger([['en', 'én fra hver, den med flest kontakter'], ['alle', 'alle']] as const, meeting.hvem, (value) => (meeting.hvem = value), { id: 'nv-mote-hvem' })),
      knapp('Legg til møtet', () => {
        if (!meeting.a || !meeting.b || meeting.a === meeting.b) return app.si('Velg to ulike grupper.');
        add({ slags: 'mote', ...meeting });
      }, { id: 'nv-legg-til-mote' })));
}

export function tegnHvaom(app: App): (HTMLElement | null)[] {
  const lack = mangler(app);
  if (lack) return [overskrift('Hva om'), ...lack];
  const { endringer, prosjekt } = app.t;
  const result = lag('div', { id: 'nv-hvaom-svar' });
  const valg = { ...app.t.valg, vis: 'person' as const };
  const work = async (): Promise<void> => {
    if (endringer.length === 0) {
      result.replaceChildren(avsnitt('Legg til en endring, så viser vi hva som blir annerledes. Svarene dine røres ikke.'));
      return;
    }
    const before = await app.tall(valg);
    const changed = medEndring(prosjekt, app.runde, endringer, before);
    const after = await app.tall(valg, changed.runde, changed.prosjekt);
    const lost = mistetKontakt(before, after);
    const rows = sammenlign(before, after);
    const picture = await bildeAv(after, changed.prosjekt, app.t.storrelse, lagPust());
    const scene = lag('div', { klasse: 'nv-scene', tabindex: 0, role: 'region', 'aria-label': 'Bilde etter endringen' }, tegn(picture, { tittel: 'Nettverket etter endringen', beskrivelse: `Bildet viser nettverket når ${liste(endringer.map((one) => endringstekst(one, prosjekt)))}. Tallene står i tabellen.`, prosjekt: changed.prosjekt, grupper: false, framhevet: null }));
    const fewer = after.deler.antall > before.deler.antall ? [`Nettverket faller i flere deler: ${after.deler.antall} mot ${before.deler.antall}.`] : [];
    const newer = after.noder.filter((node) => node.brobygger && !before.noder.some((one) => one.id === node.id && one.brobygger)).map((node) => node.id);
    result.replaceChildren(
      lag('h3', {}, 'Dette endrer seg'),
      punkter([
        ...fewer,
        ...(lost.length > 0 ? [`${liste(lost, 8)} står igjen uten kontakt så ofte.`] : ['Ingen av dem som er igjen, blir stående uten kontakt.']),
        ...(newer.length > 0 ? [`Nye brobyggere: ${liste(newer)}.`] : []),
        'Regnestykket sier hva som skjer om alt annet er likt. Folk finner ofte nye veier.',
      ]),
      tabell(app, { navn: 'Før og etter endringen', kolonner: [{ navn: 'Mål' }, { navn: 'Nå', tall: true }, { navn: 'Etter', tall: true }, { navn: 'Endring', tall: true }], rader: rows.map((row) => [row.navn, { verdi: row.for, vis: visMaal(row.for, row.desimaler) }, { verdi: row.etter, vis: visMaal(row.etter, row.desimaler) }, visEndring(row)]) }),
      scene,
      lag('h3', {}, 'Til samtalen'),
      punkter([
        ...endringer.map((one) => (one.slags === 'mote' ? `Hva skulle ${endringstekst(one, prosjekt)} om, og hva kan dere slutte med for å få tid?` : `Hvem tar over når ${endringstekst(one, prosjekt)}? Er det skrevet ned noe sted?`)),
        ...sporsmalAv(after, changed.prosjekt).slice(0, 3),
      ], true));
  };
  void app.gjor(work, 'Endringen lot seg ikke regne ut.');
  const changes = endringer.map((one, i) => lag('li', { klasse: 'nv-rad' }, endringstekst(one, prosjekt), ' ', knapp('Fjern', () => {
    endringer.splice(i, 1);
    app.tegn();
  }, { klasse: 'kb-lenkeknapp', 'aria-label': `Fjern endringen: ${endringstekst(one, prosjekt)}` })));
  return [
    overskrift('Hva om'),
    avsnitt('Hva skjer hvis noen slutter, eller hvis to grupper begynner å møtes?'),
    rundevelger(app, () => app.tegn()),
    glider(app.t.valg.minst, (ofte) => {
      app.t.valg.minst = ofte;
      void app.gjor(work, 'Endringen lot seg ikke regne ut.');
    }),
    forms(app),
    endringer.length > 0 ? lag('h3', {}, 'Endringene') : null,
    endringer.length > 0 ? lag('ul', { klasse: 'nv-rader' }, ...changes) : null,
    result,
  ];
}
