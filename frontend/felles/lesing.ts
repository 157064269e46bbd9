/** Reading of files others may have broken: what can't be used is said, never guessed at. Shared by the tools. */

/** The file can't be opened at all. The message is bokmål, for the reader. */
export class Lesefeil extends Error {
  override name = 'Lesefeil';
}

/** What to say of a file that could not be opened. The export module has its own copy of the class: it is known by its name. */
export const grunnen = (error: unknown, ellers: string): string => (error instanceof Error && error.name === 'Lesefeil' ? error.message : ellers);

export type Post = Record<string, unknown>;
export const erPost = (value: unknown): value is Post => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The most a tool takes of a file, and of a text that is pasted: ten megabytes, far above anything a municipality fills in. */
export const MAKS_FIL = 10_000_000;

/** The message of a file with so many bytes. */
export const forStor = (bytes: number): Lesefeil =>
  new Lesefeil(`Fila er på ${Math.ceil(bytes / 1_000_000)} megabyte. Verktøyet tar filer på inntil ${MAKS_FIL / 1_000_000} megabyte. Velg en mindre fil, eller del den opp.`);

const FREMMEDE: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'en Excel-, Word- eller zip-fil'],
  [[0x50, 0x4b, 0x05, 0x06], 'en tom zip-fil'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'en eldre Excel- eller Word-fil, eller en fil med passord'],
  [[0x25, 0x50, 0x44, 0x46], 'en PDF-fil'],
  [[0x89, 0x50, 0x4e, 0x47], 'et bilde'],
  [[0xff, 0xd8, 0xff], 'et bilde'],
  [[0x47, 0x49, 0x46, 0x38], 'et bilde'],
];

/** What a file that is no text is, by its first bytes; undefined where they are none of those we know. */
export const fremmedFil = (bytes: Uint8Array): string | undefined => FREMMEDE.find(([start]) => start.every((byte, i) => bytes[i] === byte))?.[1];

/** Raises Lesefeil for a file that is empty or too large. */
export function krevStorrelse(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new Lesefeil('Fila er tom. Velg en annen fil.');
  if (bytes.length > MAKS_FIL) throw forStor(bytes.length);
}

/** The text of a file a tool has saved. Raises Lesefeil for a file that is empty, too large, or no text in UTF-8. */
export function tekstAvFil(bytes: Uint8Array): string {
  krevStorrelse(bytes);
  const kind = fremmedFil(bytes);
  if (kind) throw new Lesefeil(`Dette er ${kind}. Åpne fila som slutter på .json.`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Lesefeil('Fila er ikke en tekstfil, eller er lagret med et annet tegnsett enn UTF-8. Åpne fila slik den ble lagret herfra. Navnet slutter på .json.');
  }
}

/** The object in a JSON file of the given format, of a version up to `nyeste`. Raises Lesefeil for anything else. */
export function postAv(tekst: string, format: string, verktoy: string, nyeste = 1): Post {
  let read: unknown;
  try {
    read = JSON.parse(tekst);
  } catch {
    throw new Lesefeil('Fila er ikke gyldig JSON. Den kan være skadet eller lagret i et annet program. Åpne en tidligere utgave.');
  }
  if (!erPost(read) || read['format'] !== format) throw new Lesefeil(`Dette er ikke en fil fra ${verktoy}. Åpne en fil du har lagret der.`);
  const version = read['versjon'];
  if (typeof version === 'number' && Number.isInteger(version) && version >= 1 && version <= nyeste) return read;
  if (typeof version === 'number' && version > nyeste) throw new Lesefeil('Fila er lagret i en nyere utgave av verktøyet. Last inn siden på nytt, og prøv igjen.');
  throw new Lesefeil('Fila sier ikke hvilken utgave av formatet den er. Åpne en fil som er lagret fra verktøyet.');
}

/** Reads fields and keeps a list of what could not be used. */
export class Leser {
  readonly feil: string[] = [];

  liste(post: Post, felt: string, mest: number): { post: Post; sted: string }[] {
    const value = post[felt];
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.feil.push(`${felt} skal være en liste.`);
      return [];
    }
    if (value.length > mest) this.feil.push(`${felt} har ${value.length} innslag. Verktøyet tar ${mest}, og resten er ikke tatt med.`);
    return value.slice(0, mest).flatMap((item: unknown, i) => {
      const sted = `${felt}[${i}]`;
      if (erPost(item)) return [{ post: item, sted }];
      this.feil.push(`${sted} skal være et objekt.`);
      return [];
    });
  }

  /** A text of at most `mest` characters; "" when it isn't there. A longer one is cut, and that is said. */
  tekst(post: Post, felt: string, sted: string, mest: number): string {
    const value = post[felt];
    if (value === undefined) return '';
    if (typeof value !== 'string') {
      this.feil.push(`${sted}${felt} skal være tekst.`);
      return '';
    }
    const clean = value.replace(/\r\n?/g, '\n');
    if (clean.length > mest) this.feil.push(`${sted}${felt} er lengre enn ${mest} tegn. Resten er ikke tatt med.`);
    return clean.slice(0, mest);
  }

  dato(post: Post, felt: string, sted: string): string {
    const value = post[felt];
    if (value === undefined) return '';
    if (typeof value === 'string' && erDato(value)) return value;
    this.feil.push(`${sted}${felt} skal være en dato, som 2027-06-17.`);
    return '';
  }

  id(post: Post, felt: string, sted: string): string {
    const value = post[felt];
    if (typeof value === 'string' && /^[a-z0-9-]{1,80}$/.test(value)) return value;
    this.feil.push(`${sted}${felt} mangler eller er ikke en id.`);
    return '';
  }
}

/** True for a day that exists, written YYYY-MM-DD, in a year a plan can be about. */
export function erDato(tekst: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(tekst)) return false;
  const day = new Date(`${tekst}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === tekst;
}

/** The fields that have something in them, so that a file holds nothing empty. */
export function utenTomme<T extends object>(post: T): Partial<T> {
  return Object.fromEntries(Object.entries(post).filter(([, value]) => value !== '' && value !== undefined && value !== false)) as Partial<T>;
}
