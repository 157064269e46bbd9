/** The words people write for how often, what kind, role and yes and no. Numbers are not guessed at. */
import { asciiAv } from '../funksjoner';
import type { Ofte, Rolle, Slag } from '../typer';

const OFTEN: Readonly<Record<string, Ofte>> = {
  daglig: 'daglig', hverdag: 'daglig', dag: 'daglig', d: 'daglig', dagleg: 'daglig',
  ukentlig: 'ukentlig', hveruke: 'ukentlig', uke: 'ukentlig', u: 'ukentlig', vekentleg: 'ukentlig', ukentleg: 'ukentlig', kvarveke: 'ukentlig',
  manedlig: 'manedlig', hvermaned: 'manedlig', maned: 'manedlig', m: 'manedlig', manadleg: 'manedlig', manadlig: 'manedlig',
  sjelden: 'sjelden', sjeldnere: 'sjelden', sjeldan: 'sjelden', s: 'sjelden', sjeldnereennmanedlig: 'sjelden',
};
const NEVER = new Set(['', 'aldri', 'ingen', 'ingenkontakt', 'nei', '0', 'ikke', 'ikkje']);
const KINDS: Readonly<Record<string, Slag>> = {
  farinformasjon: 'far_info', farinfo: 'far_info', far: 'far_info', mottarinformasjon: 'far_info',
  girinformasjon: 'gir_info', girinfo: 'gir_info', gir: 'gir_info',
  politiskdiskusjon: 'politisk', politisk: 'politisk',
  fagligdiskusjon: 'faglig', faglig: 'faglig', fagleg: 'faglig', fagligdrofting: 'faglig', politiskdrofting: 'politisk',
};
const ROLES: Readonly<Record<string, Rolle>> = {
  leder: 'leder', leiar: 'leder', enhetsleder: 'leder', avdelingsleder: 'leder', saksbehandler: 'saksbehandler', sakshandsamar: 'saksbehandler',
  folkevalgt: 'folkevalgt', folkevald: 'folkevalgt', politiker: 'folkevalgt', annen: 'annen', annet: 'annen', andre: 'annen',
};

/** What a word means; a word that every object knows («constructor») means nothing. */
const meaning = <T>(words: Readonly<Record<string, T>>, word: string): T | undefined => (Object.prototype.hasOwnProperty.call(words, word) ? words[word] : undefined);

/** How often a cell says; null for no contact, undefined for a word that is not known. */
export function ofteAv(text: string): Ofte | null | undefined {
  const word = asciiAv(text);
  if (word === '' && text.replace(/[-–—.\s]/g, '') === '') return null;
  if (NEVER.has(word) && word !== '') return null;
  return meaning(OFTEN, word);
}

/** The kinds a cell names, and the words in it that are not known. */
export function slagAv(text: string): { slag: Slag[]; ukjent: string[] } {
  const slag = new Set<Slag>();
  const ukjent: string[] = [];
  for (const piece of text.split(/[,;/+|&]|\bog\b/)) {
    const word = asciiAv(piece);
    if (word === '') continue;
    const kind = meaning(KINDS, word);
    if (kind) slag.add(kind);
    else ukjent.push(piece.trim());
  }
  return { slag: [...slag], ukjent };
}

export const rolleAv = (text: string): Rolle | undefined => meaning(ROLES, asciiAv(text));

/** Yes, no, or undefined for neither. */
export function jaNei(text: string): boolean | undefined {
  const word = asciiAv(text);
  if (['ja', 'j', 'x', '1', 'svart', 'true', 'sann'].includes(word)) return true;
  if (['nei', 'n', '0', 'ikkesvart', 'false', 'usann'].includes(word)) return false;
  return undefined;
}
