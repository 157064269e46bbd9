/** Reading of files others may have broken: what can't be used is said, never guessed at. Shared by the tools. */

/** The file can't be opened at all. The message is bokmål, for the reader. */
export class Lesefeil extends Error {
  override name = 'Lesefeil';
}

/** What to say of a file that could not be opened. The export module has its own copy of the class: it is known by its name. */
export const grunnen = (error: unknown, ellers: string): string => (error instanceof Error && error.name === 'Lesefeil' ? error.message : ellers);

export type Post = Record<string, unknown>;
export const erPost = (value: unknown): value is Post => typeof value === 'object' && value !== null && !Array.isArray(value);

const MAKS_FIL = 10_000_000;

/** The text of a file. Raises Lesefeil for a file that is empty, too large, or no text. */
export function tekstAvFil(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new Lesefeil('Fila er tom.');
  if (bytes.length > MAKS_FIL) throw new Lesefeil('Fila er for stor til å være lagret herfra.');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw new Lesefeil('Dette er en Word-, Excel- eller zip-fil. Åpne fila som slutter på .json.');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Lesefeil('Fila er ikke en tekstfil. Åpne fila som slutter på .json.');
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
  if (!erPost(read) || read['format'] !== format) throw new Lesefeil(`Dette er ikke en fil fra ${verktoy}.`);
  const version = read['versjon'];
  if (typeof version === 'number' && Number.isInteger(version) && version >= 1 && version <= nyeste) return read;
  if (typeof version === 'number' && version > nyeste) throw new Lesefeil('Fila er lagret i en nyere utgave av verktøyet. Last inn siden på nytt, og prøv igjen.');
  throw new Lesefeil('Fila sier ikke hvilken utgave av formatet den er.');
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
