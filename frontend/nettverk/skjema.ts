/**
 * The survey form: first tick whom you know, then answer for those only. As paper (Word), as a sheet (Excel), and as text to
 * paste into the municipality's own form tool.
 *
 * The researchers' form was too long where many were in the network (moreforsking-2015, page 23); here the number of clicks
 * is worked out and held below a limit.
 */
import type { Bok, Blokk, Dokument } from '../eksport/typer';
import { sammenlignKoder } from './koder';
import { antall, liten } from './ordlyd';
import { OFTE, SLAG } from './typer';
import type { Person, Prosjekt } from './typer';

export const MAKS_KLIKK = 60;
/** Own code, and sending in. */
const ALWAYS = 2;

export interface Skjemavalg {
  /** What the municipality is called, the role that answers questions, last day to answer, and when the answers are deleted. */
  kommune: string;
  kontakt: string;
  frist: string;
  slettes: string;
  /** The most one may tick; null for no limit. */
  grense: number | null;
}

const politicalIds = (project: Prosjekt): Set<string> => new Set(project.funksjoner.filter((one) => one.politisk).map((one) => one.id));
const isElected = (person: Person, political: ReadonlySet<string>): boolean => person.funksjoner.some((id) => political.has(id));

/** True if there is anyone to ask the question on politicians about. */
export function sporOmPolitikk(project: Prosjekt): boolean {
  const political = politicalIds(project);
  return project.personer.some((person) => isElected(person, political));
}

/** The most clicks the form can take for one who answers: code, ticks, how often for each, kinds, sending. */
export function klikk(personer: number, grense: number | null, politikk: boolean): number {
  const others = Math.max(0, personer - 1);
  return ALWAYS + 2 * Math.min(others, grense ?? others) + (politikk ? SLAG.length : 0);
}

/** The most one may tick if the form is to take at most sixty clicks; null when no limit is needed. */
export function anbefaltGrense(personer: number, politikk: boolean): number | null {
  if (klikk(personer, null, politikk) <= MAKS_KLIKK) return null;
  return Math.floor((MAKS_KLIKK - ALWAYS - (politikk ? SLAG.length : 0)) / 2);
}

/** What those who answer must know first. Blanks are shown as dots to fill in. */
export function informasjon(choice: Skjemavalg): string[] {
  const or = (text: string, blank: string): string => text.trim() || `[${blank}]`;
  return [
    `${or(choice.kommune, 'Kommunen')} vil se hvordan vi som arbeider med bolig og tjenester, har kontakt med hverandre. Svarene skal brukes til å snakke om hvordan vi samarbeider.`,
    'Det er frivillig å svare. Det får ingen følger for deg om du lar være.',
    'Du svarer med en kode. Den som har kodelista, kan se hvem du er. Svarene er derfor personopplysninger også med kode.',
    'Andre vil oppgi kontakt med deg, også om du ikke svarer selv. Vil du ikke være med i bildet, sier du fra.',
    'Resultatet vises som et bilde med koder. I en liten gruppe kan noen likevel gjette hvem som er hvem.',
    `Svarene slettes ${or(choice.slettes, 'dato')}. Til da kan du få se, rette og slette det som gjelder deg.`,
    `Svar innen ${or(choice.frist, 'dato')}. Spørsmål? Spør ${or(choice.kontakt, 'rolle og enhet')}.`,
  ];
}

/** What must be judged before anyone is asked. Questions, not answers: the municipality's own privacy officer knows the rest. */
export const PERSONVERN: readonly string[] = [
  'Hva skal dere bruke svarene til? Skriv det i én setning, og bruk dem ikke til noe annet.',
  'Hva er grunnlaget for å behandle opplysningene? Et svar fra en ansatt til arbeidsgiveren er ikke alltid fritt.',
  'Har personvernombudet sagt sin mening, og står undersøkelsen i kommunens oversikt over behandlinger?',
  'Må dere vurdere personvernkonsekvenser først? Spør personvernombudet.',
  'Trenger dere alt dere spør om? Spør bare om det dere vil snakke om etterpå.',
  'Hvem har kodelista, og hvor ligger den? Den skal ligge for seg, og ikke sammen med svarene.',
  'Hvem får se bildet? Koder er ikke anonymt i en liten gruppe, og en funksjon med én person er et navn.',
  'Kan noen lese bildet som en karakter på en ansatt? Bli enige om at det ikke skal brukes slik.',
  'Hvor lagrer skjemaverktøyet svarene? Har kommunen avtale med leverandøren?',
  'Når slettes svar, kodeliste og bilder? Hvem gjør det?',
  'Får de spurte vite alt dette før de svarer? Informasjonen ligger først i skjemaet.',
];

interface Sporsmal {
  tittel: string;
  hjelp: string;
  /** Alternatives; empty for a free answer. */
  svar: readonly string[];
}

/** A person as the form names it: the code, and the functions so that one knows who it may be. */
function omPerson(person: Person, project: Prosjekt): string {
  const functions = person.funksjoner.map((id) => liten(project.funksjoner.find((one) => one.id === id)?.navn ?? id));
  const what = [functions.join(' og '), person.enhet].filter((text) => text).join(', ');
  return what ? `${person.id} – ${what}` : person.id;
}

const sorted = (project: Prosjekt): Person[] => [...project.personer].sort((a, b) => sammenlignKoder(a.id, b.id));

/** The questions in order. */
export function sporsmal(project: Prosjekt, choice: Skjemavalg): Sporsmal[] {
  const people = sorted(project).map((person) => omPerson(person, project));
  const limit = choice.grense === null ? 'Hopp over de andre.' : `Velg dem du har mest kontakt med, høyst ${choice.grense}. Hopp over de andre.`;
  const asked: Sporsmal[] = [
    { tittel: 'Hva er koden din?', hjelp: 'Koden står i invitasjonen.', svar: [] },
    { tittel: 'Hvem har du kontakt med om boligsosialt arbeid?', hjelp: `Boligsosialt arbeid er å hjelpe folk som ikke klarer seg selv på boligmarkedet. Kryss av. ${limit}`, svar: people },
    { tittel: 'Hvor ofte har dere kontakt?', hjelp: 'Svar bare for dem du krysset av.', svar: OFTE.map((one) => one.navn) },
  ];
  if (sporOmPolitikk(project)) asked.push({ tittel: 'Hva slags kontakt har du med de folkevalgte du krysset av?', hjelp: 'Du kan krysse av for flere.', svar: SLAG.map((one) => one.navn) });
  return asked;
}

/** Text for the form tool: the questions one by one, with an alternative on each line. */
export function skjemaTekst(project: Prosjekt, choice: Skjemavalg): string {
  const lines = ['TIL DEG SOM SVARER', '', ...informasjon(choice), ''];
  sporsmal(project, choice).forEach((question, i) => {
    lines.push('', `SPØRSMÅL ${i + 1}: ${question.tittel}`, question.hjelp);
    if (i === 2) {
      lines.push('[I skjemaverktøyet: lag ett spørsmål for hver kode, og vis det bare når koden er krysset av i spørsmål 2.]');
      lines.push('[Skriv koden først i spørsmålet. Da kjenner verktøyet igjen kolonnen når du limer inn svarene.]');
    }
    lines.push(...question.svar.map((one) => `( ) ${one}`));
  });
  return `${lines.join('\r\n')}\r\n`;
}

/** The form on paper: information first, then the code, then the people with boxes. */
export function skjemaDokument(project: Prosjekt, choice: Skjemavalg): Dokument {
  const [code, who, often, politics] = sporsmal(project, choice);
  const rows = sorted(project).map((person) => [omPerson(person, project), '☐', ...OFTE.map(() => '☐')]);
  const blokker: Blokk[] = [
    { slags: 'overskrift', niva: 1, tekst: 'Til deg som svarer' },
    { slags: 'liste', punkter: informasjon(choice) },
    { slags: 'overskrift', niva: 1, tekst: 'Spørsmålene' },
    { slags: 'avsnitt', tekst: [{ tekst: `1. ${code?.tittel ?? ''} `, fet: true }, '________________'] },
    { slags: 'avsnitt', tekst: [{ tekst: `2. ${who?.tittel ?? ''} `, fet: true }, who?.hjelp ?? ''] },
    { slags: 'avsnitt', tekst: [{ tekst: `3. ${often?.tittel ?? ''} `, fet: true }, often?.hjelp ?? ''] },
    { slags: 'tabell', kolonner: ['Person', 'Kontakt', ...OFTE.map((one) => one.navn)], rader: rows, bredder: [48, 12, 10, 10, 10, 10] },
  ];
  if (politics) {
    blokker.push({ slags: 'avsnitt', tekst: [{ tekst: `4. ${politics.tittel} `, fet: true }, politics.hjelp] });
    blokker.push({ slags: 'liste', punkter: politics.svar.map((one) => `☐ ${one}`) });
  }
  blokker.push({ slags: 'sideskift' });
  blokker.push({ slags: 'overskrift', niva: 1, tekst: 'For den som sender ut skjemaet' });
  blokker.push({ slags: 'avsnitt', tekst: 'Ta bort denne siden før du sender ut. Dere skal ha svart på dette først:' });
  blokker.push({ slags: 'liste', punkter: PERSONVERN, nummerert: true });
  return {
    tittel: 'Hvem har du kontakt med om boligsosialt arbeid?',
    undertittel: `${project.tittel}. ${antall(project.personer.length, 'person', 'personer')}. Høyst ${klikk(project.personer.length, choice.grense, politics !== undefined)} kryss og svar.`,
    blokker,
    bunntekst: 'Laget i nettverksverkstedet',
  };
}

/** The form as a workbook: one sheet to answer on, one to gather all answers on, and the information. */
export function skjemaBok(project: Prosjekt, choice: Skjemavalg): Bok {
  const people = sorted(project);
  const kinds = sporOmPolitikk(project) ? [{ navn: 'Slag kontakt med folkevalgte', bredde: 28 }] : [];
  return {
    ark: [
      {
        navn: 'Skjema',
        kolonner: [{ navn: 'Kode', bredde: 10 }, { navn: 'Hvem det er', bredde: 48 }, { navn: 'Kontakt (x)', bredde: 12 }, { navn: 'Hvor ofte (daglig, ukentlig, månedlig, sjelden)', bredde: 44 }],
        rader: people.map((person) => [person.id, omPerson(person, project), null, null]),
      },
      {
        navn: 'Svarark',
        kolonner: [{ navn: 'Min kode', bredde: 12 }, ...people.map((person) => ({ navn: person.id, bredde: 10 })), ...kinds],
        rader: people.map((person) => [person.id, ...people.map(() => null), ...kinds.map(() => null)]),
      },
      { navn: 'Til deg som svarer', kolonner: [{ navn: 'Informasjon', bredde: 110 }], rader: informasjon(choice).map((text) => [text]) },
      { navn: 'Før dere sender ut', kolonner: [{ navn: 'Svar på dette først', bredde: 110 }], rader: PERSONVERN.map((text) => [text]) },
    ],
    om: [
      ['Verktøy', 'Nettverksverkstedet'],
      ['Slik bruker du det', 'Før svarene inn i arket «Svarark», én rad for hver som svarer. Slett raden til den som ikke har svart. Kopier hele arket, og lim det inn i steget «Svar inn».'],
    ],
  };
}
