/** Rows of cells → persons and contacts. What can't be used is listed with line and reason; the rest is kept. */
import { enLinje, tabellAv } from '../../felles/celler';
import type { Rad } from '../../felles/celler';
import { asciiAv, finnFunksjon, funksjonsId } from '../funksjoner';
import { nyKode, sammenlignbar } from '../koder';
import type { Kodenokkel } from '../koder';
import { MAKS_FUNKSJONER, MAKS_KONTAKTER, MAKS_PERSONER, vektAv } from '../typer';
import type { Feil, Funksjon, Kontakt, Person, Prosjekt, Slag } from '../typer';
import { jaNei, ofteAv, rolleAv, slagAv } from './ord';

interface LestePersoner {
  personer: Person[];
  /** Functions that were named and are new. */
  funksjoner: Funksjon[];
  /** Name → code of those read, where codes were made. */
  nokkel: Kodenokkel;
  svart: string[];
  feil: Feil[];
}

export interface LesteKontakter extends LestePersoner {
  kontakter: Kontakt[];
  /** How the rows were understood: one contact a row, or one person who answers a row. */
  oppsett: 'liste' | 'rutenett' | null;
}

const COLUMNS = {
  person: ['navn', 'namn', 'person', 'kode', 'koder', 'deltaker', 'hvem', 'svarer', 'minkode', 'dinkode'],
  funksjon: ['funksjon', 'funksjoner', 'funksjonar', 'oppgave', 'oppgaver'],
  enhet: ['enhet', 'eining', 'avdeling', 'tjeneste', 'kontor', 'organ'],
  rolle: ['rolle', 'stilling'],
  svart: ['svart', 'harsvart', 'svar'],
  fra: ['fra', 'fraa', 'svarer', 'minkode', 'hvemsvarer', 'kilde', 'source'],
  til: ['til', 'kontakt', 'kontaktmed', 'medhvem', 'mottaker', 'target'],
  ofte: ['ofte', 'hvorofte', 'hyppighet', 'frekvens', 'korofte'],
  slag: ['slag', 'slagkontakt', 'type', 'typekontakt', 'slags', 'slagkontaktmedpolitikere', 'slagkontaktmedfolkevalgte', 'hvaslagskontakthardumeddefolkevalgte'],
} as const;
type Kolonne = keyof typeof COLUMNS;

/** Place of each wanted column in a header row; -1 where it is not. */
function placesOf<K extends Kolonne>(header: readonly string[], wanted: readonly K[]): Record<K, number> {
  const words = header.map((cell) => asciiAv(cell));
  const found = {} as Record<K, number>;
  const used = new Set<number>();
  for (const column of wanted) {
    const place = words.findIndex((word, i) => !used.has(i) && (COLUMNS[column] as readonly string[]).includes(word));
    found[column] = place;
    if (place >= 0) used.add(place);
  }
  return found;
}

/** Splits what a cell lists: functions, kinds. */
const listOf = (cell: string): string[] => cell.split(/[,;+|]/).map((one) => one.trim()).filter((one) => one !== '');

/** For so many unknown names a near one is looked for; a file with more of them has another fault. */
const MOST_SEARCHES = 200;

/** A person by code or by name in the key; with the nearest name when there is one letter wrong. */
class Personregister {
  readonly personer: Person[];
  readonly nye: Person[] = [];
  private readonly byKey = new Map<string, string>();
  private searches = 0;

  constructor(personer: readonly Person[], readonly nokkel: Kodenokkel, private readonly koder: boolean) {
    this.personer = [...personer];
    for (const person of personer) this.byKey.set(sammenlignbar(person.id), person.id);
    for (const [name, code] of nokkel) this.byKey.set(sammenlignbar(name), code);
  }

  finn(text: string): string | undefined {
    return this.byKey.get(sammenlignbar(text));
  }

  /** Adds one; a text that looks like a code (TIL1) stays as it is. */
  leggTil(text: string, rest: Omit<Person, 'id'>): string {
    const isCode = /^\p{L}{1,4}[- ]?\d{1,4}$/u.test(text);
    const id = this.koder && !isCode ? nyKode(rest.funksjoner[0], this.byKey) : text;
    const person = { id, ...rest };
    this.personer.push(person);
    this.nye.push(person);
    this.byKey.set(sammenlignbar(id), id);
    if (id !== text) {
      this.nokkel.set(text, id);
      this.byKey.set(sammenlignbar(text), id);
    }
    return id;
  }

  /** « Mente du «TIL1»?» when exactly one is a letter away, else "". */
  forslag(text: string): string {
    this.searches += 1;
    if (this.searches > MOST_SEARCHES) return '';
    const wanted = sammenlignbar(text);
    const near = [...this.byKey.keys()].filter((key) => nearby(key, wanted));
    return near.length === 1 ? ` Mente du «${this.byKey.get(near[0] as string)}»?` : '';
  }

  /** The one person a heading names, by code or by name in the key: «Hvor ofte … TIL1 – Tildeling». */
  iOverskrift(heading: string): string | undefined {
    const exact = this.finn(heading);
    if (exact) return exact;
    const words = ` ${heading.normalize('NFC').toLowerCase().split(/[^\p{L}\p{N}-]+/u).filter((word) => word !== '').join(' ')} `;
    const named = [...this.byKey.keys()].filter((key) => words.includes(` ${key} `)).sort((a, b) => b.length - a.length);
    // «Anne Li» stands in «Anne Li Berg» too: the longest counts, and those inside it do not.
    const outer = named.filter((key, i) => !named.slice(0, i).some((longer) => ` ${longer} `.includes(` ${key} `)));
    const ids = [...new Set(outer.map((key) => this.byKey.get(key)))];
    return ids.length === 1 ? ids[0] : undefined;
  }
}

/** True if one letter put in, taken out or changed makes the texts equal. */
function nearby(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let i = 0;
  while (i < Math.min(a.length, b.length) && a[i] === b[i]) i += 1;
  const [restA, restB] = [a.slice(i), b.slice(i)];
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}

/**
 * Reads a list of persons: navn or kode; funksjon(er); enhet; rolle; svart. With a header row in any order, without one in
 * this order.
 *
 * koder: make codes of names. nokkel: name → code so far; not changed.
 */
export function lesPersoner(text: string, project: Prosjekt, nokkel: Kodenokkel, koder: boolean): LestePersoner {
  const table = tabellAv(text);
  const feil = [...table.feil];
  const key: Kodenokkel = new Map(nokkel);
  const register = new Personregister(project.personer, key, koder);
  const funksjoner: Funksjon[] = [];
  const svart: string[] = [];
  let rows = table.rader;
  const header = rows[0]?.celler ?? [];
  let place = placesOf(header, ['person', 'funksjon', 'enhet', 'rolle', 'svart'] as const);
  if (place.person >= 0) rows = rows.slice(1);
  else if (place.funksjon >= 0 || place.enhet >= 0) {
    return { personer: [], funksjoner, nokkel: key, svart, feil: [...feil, { linje: rows[0]?.linje ?? 1, grunn: 'Fant ingen kolonne som heter Navn eller Kode. Skriv det over den første kolonnen.' }] };
  } else place = { person: 0, funksjon: 1, enhet: 2, rolle: 3, svart: 4 };
  if (table.rader.length === 0 && feil.length === 0) feil.push({ linje: 0, grunn: 'Her er ingen rader. Lim inn én person på hver linje.' });
  const cell = (row: Rad, column: keyof typeof place): string => row.celler[place[column]] ?? '';
  for (const row of rows) {
    const name = cell(row, 'person');
    if (name === '') {
      feil.push({ linje: row.linje, grunn: 'Raden har verken navn eller kode.' });
      continue;
    }
    if (name.length > 60) {
      feil.push({ linje: row.linje, grunn: 'Navnet er lengre enn 60 tegn. Er kolonnene i riktig rekkefølge?' });
      continue;
    }
    const known = register.finn(name);
    if (known !== undefined) {
      feil.push({ linje: row.linje, grunn: `«${name}» er med fra før${known === name ? '' : ` som ${known}`}. Raden er ikke tatt med to ganger.` });
      continue;
    }
    if (register.personer.length >= MAKS_PERSONER) {
      feil.push({ linje: row.linje, grunn: `Verktøyet tar høyst ${MAKS_PERSONER} personer. Resten er ikke tatt med.` });
      break;
    }
    const ids = listOf(cell(row, 'funksjon')).slice(0, MAKS_FUNKSJONER).flatMap((one) => {
      const all = [...project.funksjoner, ...funksjoner];
      const found = finnFunksjon(one, all);
      if (found) return [found.id];
      if (all.length >= MAKS_FUNKSJONER) {
        feil.push({ linje: row.linje, grunn: `Verktøyet tar høyst ${MAKS_FUNKSJONER} funksjoner. Resten er ikke tatt med. Er kolonnene i riktig rekkefølge?` });
        return [];
      }
      const made: Funksjon = { id: funksjonsId(one, new Set(all.map((f) => f.id))), navn: enLinje(one, 60) };
      funksjoner.push(made);
      return [made.id];
    });
    const role = rolleAv(cell(row, 'rolle'));
    if (role === undefined && cell(row, 'rolle') !== '') {
      feil.push({ linje: row.linje, grunn: `Rollen «${cell(row, 'rolle')}» er ikke kjent, og er utelatt. Bruk leder, saksbehandler, folkevalgt eller annen.` });
    }
    const unit = enLinje(cell(row, 'enhet'), 60);
    const id = register.leggTil(name, { funksjoner: [...new Set(ids)], ...(unit ? { enhet: unit } : {}), ...(role ? { rolle: role } : {}) });
    if (jaNei(cell(row, 'svart'))) svart.push(id);
  }
  return { personer: register.nye, funksjoner, nokkel: key, svart, feil };
}

/** More faults than this are counted, not told. */
const MAKS_FEIL = 5_000;

/** What the contacts of one paste are gathered in: each pair once in each direction, the most often said. */
class Samling {
  readonly kontakter = new Map<string, Kontakt>();
  readonly feil: Feil[] = [];
  private flere = 0;
  private readonly lines = new Map<string, number>();

  meld(linje: number, grunn: string): void {
    if (this.feil.length < MAKS_FEIL) this.feil.push({ linje, grunn });
    else this.flere += 1;
  }

  /** The faults by line. */
  alleFeil(): Feil[] {
    if (this.flere > 0) this.feil.push({ linje: 0, grunn: `Tabellen har ${this.flere} feil til. Er kolonnene i riktig rekkefølge?` });
    return this.feil.sort((a, b) => a.linje - b.linje);
  }

  legg(linje: number, kontakt: Kontakt): void {
    if (kontakt.fra === kontakt.til) {
      this.meld(linje, `${kontakt.fra} er ført opp med kontakt med seg selv.`);
      return;
    }
    const key = `${kontakt.fra}\u0000${kontakt.til}`;
    const before = this.kontakter.get(key);
    if (before) {
      this.meld(linje, `${kontakt.fra} og ${kontakt.til} står også på linje ${this.lines.get(key)}. Det som er oftest, er brukt.`);
      const more = vektAv(kontakt.ofte) > vektAv(before.ofte) ? kontakt : before;
      const slag = [...new Set([...(before.slag ?? []), ...(kontakt.slag ?? [])])];
      this.kontakter.set(key, { ...more, ...(slag.length > 0 ? { slag } : {}) });
      return;
    }
    this.kontakter.set(key, kontakt);
    this.lines.set(key, linje);
  }
}

const NO_SHAPE =
  'Fant ikke ut hvordan tabellen er satt opp. Første rad skal ha overskriftene Fra, Til og Hvor ofte, eller kodene til dem det er spurt om.';

/**
 * Reads contacts, in one of two shapes: a list (fra; til; hvor ofte; slag), or what a form tool gives: one row for each who
 * answers, one column for each who is asked about.
 *
 * nye: whether persons who are not in the project are added; else their rows are faults.
 */
export function lesKontakter(text: string, project: Prosjekt, nokkel: Kodenokkel, valg: { koder: boolean; nye: boolean }): LesteKontakter {
  const table = tabellAv(text);
  const key: Kodenokkel = new Map(nokkel);
  const register = new Personregister(project.personer, key, valg.koder);
  const box = new Samling();
  box.feil.push(...table.feil);
  const svart = new Set<string>();
  const result = (oppsett: LesteKontakter['oppsett']): LesteKontakter => {
    const all = [...box.kontakter.values()];
    if (all.length > MAKS_KONTAKTER) {
      box.meld(0, `Verktøyet tar høyst ${MAKS_KONTAKTER} kontakter. Resten, ${all.length - MAKS_KONTAKTER}, er ikke tatt med.`);
    }
    return { kontakter: all.slice(0, MAKS_KONTAKTER), personer: register.nye, funksjoner: [], nokkel: key, svart: [...svart], feil: box.alleFeil(), oppsett };
  };
  const [first, ...rest] = table.rader;
  if (!first) {
    if (box.feil.length === 0) box.meld(0, 'Her er ingen rader. Lim inn tabellen med svarene.');
    return result(null);
  }
  /** The person a cell means, or null with a fault. */
  const personOf = (cell: string, linje: number, what: string): string | null => {
    if (cell === '') box.meld(linje, `Det mangler ${what} på raden.`);
    else {
      const id = register.finn(cell);
      if (id !== undefined) return id;
      if (cell.length > 60) box.meld(linje, `Teksten der det skulle stått ${what}, er lengre enn 60 tegn.`);
      else if (valg.nye && register.personer.length < MAKS_PERSONER) return register.leggTil(cell, { funksjoner: [] });
      else if (valg.nye) box.meld(linje, `Verktøyet tar høyst ${MAKS_PERSONER} personer.`);
      else box.meld(linje, `«${cell}» står ikke i lista over hvem som er med.${register.forslag(cell)}`);
    }
    return null;
  };
  const place = placesOf(first.celler, ['fra', 'til', 'ofte', 'slag'] as const);
  const headed = place.fra >= 0 && place.til >= 0;
  const bare = !headed && first.celler.length >= 3 && typeof ofteAv(first.celler[2] ?? '') === 'string';
  if (headed || bare) {
    const at = headed ? place : { fra: 0, til: 1, ofte: 2, slag: 3 };
    if (at.ofte < 0) {
      box.meld(first.linje, 'Fant ingen kolonne for hvor ofte. Skriv «Hvor ofte» over den.');
      return result('liste');
    }
    for (const row of headed ? rest : table.rader) readListRow(row, at, box, svart, personOf);
    return result('liste');
  }
  const columns = first.celler.map((heading) => register.iOverskrift(heading));
  if (columns.filter((id) => id !== undefined).length < 2) {
    box.meld(first.linje, NO_SHAPE);
    return result(null);
  }
  readGrid(first, rest, columns, project, box, svart, personOf, (cell) => register.finn(cell));
  return result('rutenett');
}

type PersonOf = (cell: string, linje: number, what: string) => string | null;

function readListRow(row: Rad, at: Record<'fra' | 'til' | 'ofte' | 'slag', number>, box: Samling, svart: Set<string>, personOf: PersonOf): void {
  const ofteText = row.celler[at.ofte] ?? '';
  const ofte = ofteAv(ofteText);
  if (ofte === undefined || (ofte === null && ofteText === '')) {
    const said = ofteText === '' ? 'Det står ikke hvor ofte.' : `«${ofteText}» sier ikke hvor ofte.`;
    box.meld(row.linje, `${said} Skriv daglig, ukentlig, månedlig eller sjelden.`);
    return;
  }
  const fra = personOf(row.celler[at.fra] ?? '', row.linje, 'hvem som svarer');
  const til = personOf(row.celler[at.til] ?? '', row.linje, 'hvem kontakten er med');
  if (fra !== null) svart.add(fra);
  if (fra === null || til === null || ofte === null) return;
  const kinds = slagAv(at.slag >= 0 ? (row.celler[at.slag] ?? '') : '');
  for (const word of kinds.ukjent) box.meld(row.linje, unknownKind(word));
  box.legg(row.linje, { fra, til, ofte, ...(kinds.slag.length > 0 ? { slag: kinds.slag } : {}) });
}

const unknownKind = (word: string): string =>
  `Slaget «${word}» er ikke kjent, og er utelatt. Bruk får informasjon, gir informasjon, politisk eller faglig.`;

/** Where the one who answers stands: the column that names most of those who are in the network, else one that is called so. */
function whoColumn(rows: readonly Rad[], words: readonly string[], columns: readonly (string | undefined)[], finn: Personregister['finn']): number {
  const some = rows.slice(0, MAKS_PERSONER);
  const hits = words.map((_, i) => (columns[i] === undefined ? some.filter((row) => finn(row.celler[i] ?? '') !== undefined).length : 0));
  const most = Math.max(...hits);
  if (most > 0) return hits.indexOf(most);
  return Math.max(0, words.findIndex((word) => (COLUMNS.person as readonly string[]).includes(word) || word.includes('kode')));
}

/** One row for each who answers. A column «slag» tells of the contact with the elected. */
function readGrid(header: Rad, rows: readonly Rad[], columns: readonly (string | undefined)[], project: Prosjekt, box: Samling, svart: Set<string>, personOf: PersonOf, finn: Personregister['finn']): void {
  const words = header.celler.map((cell) => asciiAv(cell));
  const kindAt = words.findIndex((word) => (COLUMNS.slag as readonly string[]).includes(word) || word.includes('slagskontakt') || word.includes('slagkontakt'));
  const who = whoColumn(rows, words, columns, finn);
  const political = new Set(project.funksjoner.filter((one) => one.politisk).map((one) => one.id));
  const elected = new Set(project.personer.filter((person) => person.funksjoner.some((id) => political.has(id))).map((person) => person.id));
  for (const row of rows) {
    const fra = personOf(row.celler[who] ?? '', row.linje, 'koden til den som svarer');
    if (fra === null) continue;
    if (svart.has(fra)) box.meld(row.linje, `${fra} har svart på en tidligere rad også. Svarene er slått sammen.`);
    svart.add(fra);
    const kinds: { slag: Slag[]; ukjent: string[] } = slagAv(kindAt >= 0 ? (row.celler[kindAt] ?? '') : '');
    for (const word of kinds.ukjent) box.meld(row.linje, unknownKind(word));
    columns.forEach((til, i) => {
      if (til === undefined || i === who || i === kindAt) return;
      const text = row.celler[i] ?? '';
      if (text === '') return;
      const ofte = ofteAv(text);
      if (ofte === undefined) {
        box.meld(row.linje, `«${text}» under ${til} sier ikke hvor ofte. Skriv daglig, ukentlig, månedlig eller sjelden.`);
      } else if (ofte !== null && til !== fra) {
        box.legg(row.linje, { fra, til, ofte, ...(elected.has(til) && kinds.slag.length > 0 ? { slag: kinds.slag } : {}) });
      }
    });
  }
}
