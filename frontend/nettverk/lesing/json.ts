/** The tool's own file. What is broken is left out and listed with its place; what is not a project at all is refused. */
import { enLinje } from '../../felles/celler';
import { Lesefeil } from '../../felles/lesing';
import { sammenlignbar } from '../koder';
import { FORMAT, MAKS_FUNKSJONER, MAKS_KONTAKTER, MAKS_PERSONER, OFTE, ROLLER, SLAG, VERSJON } from '../typer';
import type { Feil, Funksjon, Kontakt, Ofte, Person, Prosjekt, Rolle, Runde, Slag } from '../typer';

type Post = Record<string, unknown>;

const isPost = (value: unknown): value is Post => typeof value === 'object' && value !== null && !Array.isArray(value);
/** A text as it may stand in the project: one line, not endless. */
const textOf = (value: unknown, most = 60): string => (typeof value === 'string' ? enLinje(value, most) : '');
const codeIn = <K extends string>(list: readonly { kode: K }[], value: unknown): K | undefined => list.find((one) => one.kode === value)?.kode;

class Leser {
  readonly feil: Feil[] = [];

  /** The items of a list that `made` could use; the others are faults. */
  list<T>(value: unknown, place: string, most: number, made: (item: Post, at: string) => T | string): T[] {
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.meld(`${place} skal være en liste.`);
      return [];
    }
    if (value.length > most) this.meld(`${place} har ${value.length} innslag. Verktøyet tar ${most}, og resten er ikke tatt med.`);
    return value.slice(0, most).flatMap((item: unknown, i) => {
      const at = `${place}[${i}]`;
      const one = isPost(item) ? made(item, at) : 'skal være et objekt.';
      if (typeof one === 'string') this.meld(`${at}: ${one}`);
      return typeof one === 'string' ? [] : [one];
    });
  }

  meld(grunn: string): void {
    this.feil.push({ linje: 0, grunn });
  }
}

function parse(text: string): Post {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (error) {
    const at = /position (\d+)/.exec(String(error));
    const line = at ? ` Feilen er på linje ${text.slice(0, Number(at[1])).split('\n').length}.` : '';
    throw new Lesefeil(`Fila er ikke gyldig JSON.${line} Den kan være skadet eller lagret i et annet program. Åpne en tidligere utgave.`);
  }
  if (!isPost(read) || read['format'] !== FORMAT) {
    throw new Lesefeil('Dette er ikke en fil fra nettverksverkstedet. Åpne en fil du har lagret der. Svar i CSV åpner du i steget «Svar inn».');
  }
  if (typeof read['versjon'] !== 'number' || read['versjon'] > VERSJON || read['versjon'] < 1) {
    throw new Lesefeil('Fila er lagret i en nyere utgave av verktøyet. Last inn siden på nytt, og prøv igjen.');
  }
  return read;
}

function functionOf(item: Post, taken: Set<string>): Funksjon | string {
  const [id, navn] = [textOf(item['id'], 20), textOf(item['navn'])];
  if (!/^[a-z0-9]+$/.test(id)) return 'id skal ha bare små bokstaver a–z og tall.';
  if (!navn) return 'mangler navn.';
  if (taken.has(id)) return `id «${id}» er brukt før.`;
  taken.add(id);
  return { id, navn, ...(item['politisk'] === true ? { politisk: true } : {}) };
}

function personOf(item: Post, functions: ReadonlySet<string>, taken: Set<string>): Person | string {
  const id = textOf(item['id']);
  if (!id) return 'mangler id.';
  if (taken.has(sammenlignbar(id))) return `«${id}» står to ganger.`;
  const named: unknown[] = Array.isArray(item['funksjoner']) ? item['funksjoner'] : [];
  const unknown = named.find((one) => typeof one !== 'string' || !functions.has(one));
  if (unknown !== undefined) return `funksjonen «${textOf(String(unknown), 30)}» finnes ikke i fila.`;
  taken.add(sammenlignbar(id));
  const enhet = textOf(item['enhet']);
  const rolle: Rolle | undefined = codeIn(ROLLER, item['rolle']);
  return { id, funksjoner: [...new Set(named as string[])], ...(enhet ? { enhet } : {}), ...(rolle ? { rolle } : {}) };
}

function contactOf(item: Post, known: ReadonlySet<string>): Kontakt | string {
  const [fra, til] = [textOf(item['fra']), textOf(item['til'])];
  if (!known.has(fra)) return `«${fra}» er ikke blant personene.`;
  if (!known.has(til)) return `«${til}» er ikke blant personene.`;
  if (fra === til) return `${fra} har kontakt med seg selv.`;
  const ofte: Ofte | undefined = codeIn(OFTE, item['ofte']);
  if (!ofte) return 'ofte skal være daglig, ukentlig, manedlig eller sjelden.';
  const slag = (Array.isArray(item['slag']) ? item['slag'] : []).map((one) => codeIn<Slag>(SLAG, one)).filter((one) => one !== undefined);
  return { fra, til, ofte, ...(slag.length > 0 ? { slag: [...new Set(slag)] } : {}) };
}

function roundOf(item: Post, at: string, known: ReadonlySet<string>, reader: Leser, taken: Set<string>): Runde | string {
  const id = textOf(item['id'], 40);
  if (!id) return 'mangler id.';
  if (taken.has(id)) return `id «${id}» er brukt før.`;
  taken.add(id);
  const people = (field: 'spurt' | 'svart' | 'utenfor'): string[] => {
    const value = item[field];
    if (!Array.isArray(value)) return [];
    const strange = value.filter((one) => typeof one !== 'string' || !known.has(one));
    if (strange.length > 0) reader.meld(`${at}.${field}: ${strange.length} av kodene er ikke blant personene, og er utelatt.`);
    return [...new Set(value.filter((one): one is string => typeof one === 'string' && known.has(one)))];
  };
  const seen = new Set<string>();
  const kontakter = reader.list(item['kontakter'], `${at}.kontakter`, MAKS_KONTAKTER, (one) => {
    const made = contactOf(one, known);
    if (typeof made === 'string') return made;
    const key = `${made.fra}\u0000${made.til}`;
    if (seen.has(key)) return `${made.fra} og ${made.til} står to ganger. Den første er brukt.`;
    seen.add(key);
    return made;
  });
  const dato = textOf(item['dato'], 10);
  const utenfor = people('utenfor');
  return {
    id,
    navn: textOf(item['navn']) || id,
    ...(dato ? { dato } : {}),
    spurt: people('spurt'),
    svart: people('svart'),
    ...(utenfor.length > 0 ? { utenfor } : {}),
    kontakter,
  };
}

/** Reads the text of a project file. Raises Lesefeil when nothing in it can be used. */
export function lesProsjekt(text: string): { prosjekt: Prosjekt; feil: Feil[] } {
  const post = parse(text);
  const reader = new Leser();
  const functionIds = new Set<string>();
  const funksjoner = reader.list(post['funksjoner'], 'funksjoner', MAKS_FUNKSJONER, (item) => functionOf(item, functionIds));
  const taken = new Set<string>();
  const personer = reader.list(post['personer'], 'personer', MAKS_PERSONER, (item) => personOf(item, functionIds, taken));
  const known = new Set(personer.map((person) => person.id));
  const roundIds = new Set<string>();
  const runder = reader.list(post['runder'], 'runder', 20, (item, at) => roundOf(item, at, known, reader, roundIds));
  if (runder.length === 0) runder.push({ id: 'runde-1', navn: 'Første runde', spurt: [...known], svart: [], kontakter: [] });
  const prosjekt: Prosjekt = {
    format: FORMAT,
    versjon: VERSJON,
    tittel: textOf(post['tittel'], 80) || 'Uten navn',
    ...(post['oppdiktet'] === true ? { oppdiktet: true } : {}),
    ...(post['navn'] === true ? { navn: true } : {}),
    funksjoner,
    personer,
    runder,
  };
  return { prosjekt, feil: reader.feil };
}

/** The file to save: the project as JSON with two spaces, the same bytes for the same project. */
export const prosjektfil = (prosjekt: Prosjekt): string => `${JSON.stringify(prosjekt, null, 2)}\n`;
