/** Text → words → stems. Pure; the same for what is searched in and what is asked. */
import { SKRIVEMATER, STEDSNAVN } from './ord';

/** A word as it is looked up, and where it stands in the text. One place may give several (parts of «bo-oppfølging»). */
export interface Ord {
  ord: string;
  fra: number;
  til: number;
}

const LETTERS = 'a-zæøåäöüéèêëóòôáàâíìúùçñčđŋšŧž';
const TOKEN = new RegExp(
  [
    '§+\\s*(\\d+(?:-\\d+)?)', // § 5, § 10-1
    '\\d{1,3}(?:[ \\u00a0\\u202f.]\\d{3})+(?!\\d)', // 1 470 300
    '\\d+(?:[:,.]\\d+)*', // 2011:15, 73,7
    `[${LETTERS}]+(?:[-‐‑'’][${LETTERS}]+)*`,
  ].join('|'),
  'g',
);

/** The words of a text, in order. */
export function ordene(tekst: string): Ord[] {
  const out: Ord[] = [];
  // Lower case keeps the places as long as it keeps the length; the few letters that do not are left as they are.
  const lower = tekst.toLowerCase();
  const source = lower.length === tekst.length ? lower : tekst;
  for (const match of source.matchAll(TOKEN)) {
    const whole = match[0];
    const fra = match.index ?? 0;
    const til = fra + whole.length;
    const add = (ord: string): void => {
      out.push({ ord, fra, til });
    };
    const first = whole.charCodeAt(0);
    if (match[1] !== undefined) add(`§${match[1]}`);
    else if (first >= 48 && first <= 57) {
      const plain = whole.replace(/[ \u00a0\u202f]/g, '').replace(/\.(?=\d{3}(?!\d))/g, '');
      add(plain);
      if (plain.includes(':')) for (const part of plain.split(':')) add(part);
    } else if (/[-‐‑'’]/.test(whole)) {
      const parts = whole.split(/[-‐‑'’]/);
      add(parts.join(''));
      for (const part of parts) if (part.length > 1) add(part);
    } else add(whole);
  }
  return out;
}

// All spellings at once: one pass over each word, not sixty.
const SPELLINGS = new RegExp(SKRIVEMATER.map(([from]) => `(${from})`).join('|'), 'g');
const FOREIGN = /[^a-zæøå]/;

/** Kinds of characters: what parts words, letters, digits, and what joins the parts of a word. */
export const SKILLE = 0;
export const BOKSTAV = 1;
export const TALLTEGN = 2;
const PARAGRAF = 3;
export const BINDETEGN = 4;
// By code, for all codes there are: a look-up outside a table is slow.
const KIND = new Uint8Array(0x10000);
for (const letter of `abcdefghijklmnopqrstuvwxyz${LETTERS.slice(3)}`) KIND[letter.charCodeAt(0)] = BOKSTAV;
for (const digit of '0123456789') KIND[digit.charCodeAt(0)] = TALLTEGN;
for (const joint of "-‐‑'’") KIND[joint.charCodeAt(0)] = BINDETEGN;
KIND['§'.charCodeAt(0)] = PARAGRAF;
const TOKEN_HERE = new RegExp(TOKEN.source, 'y');

/** The kind of a character, in lower case. */
export function slagTegn(kode: number): number {
  return KIND[kode] as number;
}

/** Calls `til` with the words of what stands at a place that is no plain run of letters or digits; where it ends. */
export function annetOrd(text: string, at: number, til: (ord: string) => void): number {
  TOKEN_HERE.lastIndex = at;
  const match = TOKEN_HERE.exec(text);
  if (!match) return at + 1;
  for (const { ord } of ordene(match[0])) til(ord);
  return at + match[0].length;
}

/** The word in the one spelling that the search uses. */
function spelled(ord: string): string {
  const plain = FOREIGN.test(ord)
    ? ord.replace(/[áàâ]/g, 'a').replace(/[éèêë]/g, 'e').replace(/[óòô]/g, 'o').replace(/ä/g, 'æ').replace(/ö/g, 'ø')
    : ord;
  if (plain.search(SPELLINGS) < 0) return plain;
  return plain.replace(SPELLINGS, (...parts) => SKRIVEMATER[parts.slice(1).findIndex((part) => part !== undefined)]?.[1] ?? '');
}

// Endings of nouns, adjectives and verbs, bokmål and nynorsk; longest first. After Snowball's Norwegian stemmer, with
// agent nouns (brukerne, deltakere) added, and without the endings -lov and -lig, which are words in this field.
const ENDINGS = (
  'hetenes hetene hetens arane arar ernes erens erne eren erens eres ere anes enes endes andes edes hetens ' +
  'heten heter ende ande enda anda ast ane ene ede ert erte ers ens ets het ar er as es en et a e'
)
  .split(' ')
  .sort((a, b) => b.length - a.length);
const ENDINGS_BY_LETTER = new Map([...'aenrst'].map((last) => [last, ENDINGS.filter((ending) => ending.endsWith(last))]));
const VOWEL = /[aeiouyæøå]/;
const S_MAY_GO = /[bcdfghjlmnoprtvyzk]s$/;

// «eksempel» and «eksempler», «virkemiddel» and «virkemidler», «program» and «programmer» are one word each.
const CONTRACTED = /(mp|g|d|t|k|p|b)\1?el$/;

/** The stem of a word: what «boliger», «boligene» and «boligens» have in common. Numbers and sections keep themselves. */
export function stamme(ord: string): string {
  const name = ord.endsWith('s') ? ord.slice(0, -1) : ord;
  if (STEDSNAVN.has(name)) return name;
  const word = spelled(ord);
  if (word.length < 4 || !/[a-zæøå]$/.test(word)) return word;
  const stem = withoutEnding(word);
  return stem.length > 4 ? stem.replace(CONTRACTED, '$1l').replace(/mm$/, 'm') : stem;
}

function withoutEnding(word: string): string {
  for (const ending of ENDINGS_BY_LETTER.get(word[word.length - 1] as string) ?? []) {
    if (!word.endsWith(ending)) continue;
    const rest = word.slice(0, -ending.length);
    if (rest.length < 3 || !VOWEL.test(rest)) continue;
    return ending === 'ert' || ending === 'erte' ? `${rest}er` : rest;
  }
  if (word.length > 4 && S_MAY_GO.test(word) && !word.endsWith('ss')) return word.slice(0, -1);
  if (word.length > 5 && /alt$|igt$/.test(word)) return word.slice(0, -1);
  return word;
}

/** The stem as one types it without æ, ø and å. */
export function uten(stem: string): string {
  if (!/[æøå]|[ao]e|aa/.test(stem)) return stem;
  return stem.replace(/æ|ae/g, 'a').replace(/ø|oe/g, 'o').replace(/å|aa/g, 'a');
}
