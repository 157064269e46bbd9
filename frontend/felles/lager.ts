/**
 * The browser's storage. No other module touches localStorage.
 *
 * Nothing is written before the reader has asked for it, everything is listed in «Innstillinger», and everything can be
 * deleted there. Keys are prefixed, since other sites may share the address (and every page opened from disk does).
 * Storage may be switched off or full: reading then gives null, writing gives false.
 */
const PREFIX = 'kb.';

/** What may be stored, and how it is named for the reader. A tool that stores something adds its line here. */
export const LAGRES: Readonly<Record<string, string>> = {
  farger: 'valg av farger',
  snarveier: 'valg av hurtigtaster',
  nettverk: 'et nettverk fra nettverksverkstedet',
  sjekkliste: 'et utkast av sjekklista',
  bidrag: 'et utkast av et bidrag',
  egenvurdering: 'et utkast av egenvurderingen',
  plan: 'et utkast av en boligsosial plan',
  opplegg: 'et opplegg til et eget seminar',
  storskrift: 'stor skrift i seminarene',
};

function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** The stored value of `navn`, or null. */
export function les(navn: string): string | null {
  try {
    return storage()?.getItem(PREFIX + navn) ?? null;
  } catch {
    return null;
  }
}

/** Stores `verdi` under `navn`. Call it only as an answer to something the reader did. False if it could not be stored. */
export function lagre(navn: string, verdi: string): boolean {
  try {
    const target = storage();
    target?.setItem(PREFIX + navn, verdi);
    return target !== null;
  } catch {
    return false;
  }
}

/** The names of everything this site has stored in this browser, sorted. */
export function lagret(): string[] {
  try {
    return Object.keys(storage() ?? {})
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length))
      .sort();
  } catch {
    return [];
  }
}

/** Deletes one value, or, without a name, everything this site has stored. */
export function slett(navn?: string): void {
  for (const name of navn === undefined ? lagret() : [navn]) {
    try {
      storage()?.removeItem(PREFIX + name);
    } catch {
      // Storage that cannot be written holds nothing of ours.
    }
  }
}
