/** A question → what it asks for: one concept a word, each with the ways the base may say it. */
import { kanVaereDel, type Indeks, type Navn } from './indeks';
import { ET_TALL } from './opptelling';
import { LOVFORKORTELSER, SPOR_OM_TALL, STOPPORD, SVAKE_ORD } from './ord';
import { ordene, uten } from './tekst';

/** One way of saying a word: these stems together, worth so much beside the word itself. */
interface Mate {
  stems: readonly string[];
  vekt: number;
  /** Another name in several words, which mean something else one by one. */
  navn?: boolean;
}

/** One word of the question, and the ways to say it. Empty `mater`: the base has nothing like it. */
export interface Begrepet {
  ord: string;
  mater: Mate[];
  /** What the word weighs beside the others; little for one that says how one asks, not what about. */
  vekt: number;
}

export interface Sporring {
  begreper: Begrepet[];
  /** The words as they were asked, small ones too; '' where there are too few to be a heading of their own. */
  ordrett: string;
  /** Hits whose name is a part of the question, and how large a part: 1 is all of it. */
  navngitt: Map<number, number>;
}

const MOST_COMPOUNDS = 30;
const MOST_BEGINNINGS = 30;
const MOST_LOOKED_AT = 400;
const LONGEST_NAME = 6;
const LONGEST_AMBIGUOUS = 6;
const FEWEST_LETTERS = 3;
const FEWEST_OF_A_HEADING = 3;
const LONG_ENOUGH = 5;
const WEAK = 0.3;
const HALF = 0.5;
/** Who names one municipality wants that one. */
const PLACE = 1.6;

/** Read a question. `skriver`: the last word may be unfinished. */
export function les(tekst: string, indeks: Indeks, skriver: boolean): Sporring {
  const words = meaning(tekst);
  const last = skriver ? unfinished(tekst) : '';
  const begreper = words.map((ord) => conceptOf(ord, indeks, ord === last));
  const stems = words.map((ord) => indeks.stem(ord));
  addJoined(words, begreper, indeks);
  const navngitt = addNames(stems, begreper, indeks);
  weighOnce(stems, begreper);
  const [place, ...others] = begreper.filter(({ ord }) => indeks.erKommune(ord));
  if (place && others.length === 0) place.vekt *= PLACE;
  return { begreper, ordrett: wordForWord(tekst), navngitt };
}

/** The word that is being typed, as far as it has come; '' where a space or a mark has ended it. */
function unfinished(tekst: string): string {
  const words = ordene(tekst);
  const last = words[words.length - 1];
  return last && last.til === tekst.length ? last.ord : '';
}

/** The words of a question or a heading with one space between; '' where they are fewer than make a heading of its own. */
export function wordForWord(tekst: string): string {
  const words = ordene(tekst).map(({ ord }) => ord);
  return words.length < FEWEST_OF_A_HEADING ? '' : words.join(' ');
}

/** Of two words of a question that mean the same («case», «oppgave») the later one asks for little more. */
function weighOnce(stems: readonly string[], begreper: readonly Begrepet[]): void {
  begreper.forEach((concept, i) => {
    const said = stems.slice(0, i);
    if (concept.mater.some(({ stems: way, vekt }) => way.length === 1 && vekt >= 0.7 && said.includes(way[0] as string))) {
      concept.vekt *= WEAK;
    }
  });
}

function conceptOf(ord: string, indeks: Indeks, skriver: boolean): Begrepet {
  const mater = waysOf(ord, indeks, skriver);
  // «antall», «mange»: a figure says it, whatever the words around it.
  if (SPOR_OM_TALL.has(indeks.stem(ord))) return { ord, mater: [...mater, { stems: [ET_TALL], vekt: 0.9, navn: true }], vekt: HALF };
  return { ord, mater, vekt: SVAKE_ORD.has(indeks.stem(ord)) ? WEAK : 1 };
}

/** The words that mean something, with «bsl 7» and «paragraf 5» read as sections. */
export function meaning(tekst: string): string[] {
  const places = ordene(withSections(tekst.slice(0, 300)));
  // Of «2011:15» and «bo-oppfølging» the whole counts; their parts are ways of saying it.
  const all = places.filter(({ fra }, i) => places[i - 1]?.fra !== fra).map(({ ord }) => ord);
  const said: string[] = [];
  all.slice(0, 40).forEach((ord) => {
    const before = said[said.length - 1] ?? '';
    if (/^\d{1,2}$/.test(ord) && before === 'paragraf') said[said.length - 1] = `§${ord}`;
    else if (/^\d{1,2}$/.test(ord) && isStatute(before)) said.push(`§${ord}`);
    else said.push(ord);
  });
  const kept = said.filter((ord) => !STOPPORD.has(ord) && !/^[a-zæøå]$/.test(ord));
  return [...new Set(kept.length > 0 ? kept : said)].slice(0, 16);
}

/** «pbl 10-1» and «paragraf 3-7» with the sign that tells that the two numbers are one section. */
function withSections(tekst: string): string {
  return tekst.replace(/([a-zæøå]+)[. ]+(\d{1,2}-\d{1,2})(?![\d-])/gi, (whole, before: string, section: string) => {
    const word = before.toLowerCase();
    if (word === 'paragraf') return `§ ${section}`;
    return isStatute(word) ? `${before} § ${section}` : whole;
  });
}

function isStatute(ord: string): boolean {
  return /lov(a|en|i)?$/.test(ord) || LOVFORKORTELSER.has(ord);
}

function waysOf(ord: string, indeks: Indeks, skriver: boolean): Mate[] {
  const stem = indeks.stem(ord);
  const mater: Mate[] = [];
  const known = indeks.har(stem);
  const add = (stems: readonly string[], vekt: number): void => {
    mater.push({ stems, vekt });
  };
  if (known) add([stem], 1);
  const alike = (indeks.like.get(uten(stem)) ?? []).filter((other) => other !== stem);
  // «mal» is a word, and so is «mål»; but «startlan» is «startlån», even where somebody has written it.
  for (const other of alike) add([other], known && stem.length < LONGEST_AMBIGUOUS ? 0.2 : 0.97);
  const sure = known || alike.length > 0;
  const base = known ? stem : (alike[0] ?? stem);
  if (ord.includes(':')) add(ord.split(':'), 0.6);
  if (!/^[a-zæøå]/.test(ord)) return mater;
  for (const other of common(indeks.ender(base), indeks, MOST_COMPOUNDS)) add([other], 0.5);
  for (const other of common(indeks.begynnelser(base), indeks, MOST_COMPOUNDS)) add([other], 0.4);
  for (const other of derived(base, indeks)) add([other], 0.8);
  if (!sure && stem.length >= LONG_ENOUGH) for (const other of endingIn(stem, indeks)) add([other], 0.6);
  const parts = indeks.deler(base);
  if (parts) {
    add(parts, sure ? 0.75 : 0.9);
    // «kommunalboligtildeling»: who says it in three words, need not know that two of them are a word.
    const smallest = parts.flatMap((part) => indeks.deler(part) ?? [part]);
    if (smallest.length > parts.length) add(smallest, sure ? 0.65 : 0.8);
  }
  if ((skriver || !sure) && stem.length >= FEWEST_LETTERS) addBeginnings(stem, skriver, mater, indeks);
  // A word that the search knows for another is not misspelt.
  const meant = indeks.navn.has(uten(stem)) || SVAKE_ORD.has(stem);
  if (!sure && !meant && mater.length === 0 && stem.length > FEWEST_LETTERS) addMisspellings(stem, mater, indeks);
  return mater;
}

/** «medvirke» and «medvirkning», «tildele» and «tildeling», «utviklingshemmet» and «utviklingshemming». */
function derived(stem: string, indeks: Indeks): string[] {
  const root = stem.replace(/(n?ing|else?)$/, '').replace(/([bdfgklmnprst])\1$/, '$1');
  if (root.length < FEWEST_LETTERS) return [];
  const roots = [root, root + (root[root.length - 1] ?? '')];
  const found = roots.flatMap((one) => ['', 'ing', 'ning', 'els', 'else'].map((ending) => one + ending));
  // «rapportering» and «rapport», «registrering» and «register».
  if (/er$/.test(root) && stem.endsWith('ering')) found.push(root.slice(0, -2));
  return found.filter((one) => one !== stem && indeks.har(one));
}

/** Words that end in one that does not stand alone here: «brukermedvirkning» for «medvirkning». */
function endingIn(stem: string, indeks: Indeks): string[] {
  return common(indeks.slutter(uten(stem)).filter((one) => one !== stem), indeks, MOST_COMPOUNDS);
}

function common(stems: readonly string[] | undefined, indeks: Indeks, most: number): string[] {
  if (!stems) return [];
  return stems.length <= most ? [...stems] : [...stems].sort((a, b) => indeks.antall(b) - indeks.antall(a)).slice(0, most);
}

function addBeginnings(stem: string, skriver: boolean, mater: Mate[], indeks: Indeks): void {
  const key = uten(stem);
  for (const other of common(indeks.begynner(key, MOST_LOOKED_AT), indeks, MOST_BEGINNINGS)) {
    if (uten(other) !== key) mater.push({ stems: [other], vekt: (skriver ? 0.5 : 0.3) + 0.4 * (stem.length / other.length) });
  }
}

/** How many letters may be wrong in a word of this length. */
function feilLov(length: number): number {
  return length < 5 ? 1 : length < 12 ? 2 : 3;
}

function addMisspellings(stem: string, mater: Mate[], indeks: Indeks): void {
  const key = uten(stem);
  const found = near(key, feilLov(key.length), indeks);
  const nearest = Math.min(...found.map(([, wrong]) => wrong));
  for (const [other, wrong] of found) {
    // One wrong letter in a short word makes another word: the beginning must be right.
    if (wrong > nearest || (key.length < 6 && uten(other)[0] !== key[0])) continue;
    mater.push({ stems: [other], vekt: 0.9 - 0.15 * wrong });
  }
  if (nearest <= 1 || key.length < 8) return;
  // A compound with a mistake in one of its parts: «husleirestanse».
  for (let cut = 4; cut <= key.length - 4; cut += 1) {
    const pairs = [key.slice(0, cut), key.slice(cut)].map((part) => exact(part, indeks));
    if (!pairs[0] && !pairs[1]) continue;
    const [first, last] = pairs.map((hit, i) => hit ?? near(i === 0 ? key.slice(0, cut) : key.slice(cut), 1, indeks)[0]?.[0]);
    if (first && last && kanVaereDel(first) && kanVaereDel(last)) mater.push({ stems: [first, last], vekt: 0.7 });
  }
}

function exact(part: string, indeks: Indeks): string | undefined {
  return indeks.like.get(part)?.[0] ?? (part.endsWith('s') ? indeks.like.get(part.slice(0, -1))?.[0] : undefined);
}

/** Known stems at most so many letters off, the nearest and most used first. */
export function near(key: string, wrong: number, indeks: Indeks): [stem: string, wrong: number][] {
  return indeks
    .nesten(key, wrong)
    .filter(([stem]) => indeks.antall(stem) > 0)
    .sort((a, b) => a[1] - b[1] || indeks.antall(b[0]) - indeks.antall(a[0]))
    .slice(0, 8);
}

/** «bo oppfølging», «bolig sosial handlings plan»: words that are one word here. */
function addJoined(words: readonly string[], begreper: Begrepet[], indeks: Indeks): void {
  for (let i = 0; i < words.length - 1; i += 1) {
    for (const link of ['', 's']) {
      const found = indeks.like.get(uten(indeks.stem(`${words[i]}${link}${words[i + 1]}`)));
      for (const stem of found ?? []) for (const one of [begreper[i], begreper[i + 1]]) one?.mater.push({ stems: [stem], vekt: 0.97 });
    }
  }
}

/** Other names for what words of the question name: each is a way of saying all of those words. */
function addNames(stems: readonly string[], begreper: readonly Begrepet[], indeks: Indeks): Map<number, number> {
  const navngitt = new Map<number, number>();
  const keys = stems.map(uten);
  for (let from = 0; from < keys.length; from += 1) {
    for (let to = Math.min(keys.length, from + LONGEST_NAME); to > from; to -= 1) {
      const key = keys.slice(from, to).join(' ');
      for (const one of indeks.navn.get(key) ?? []) {
        addWays(one, key, begreper.slice(from, to));
        for (const nr of one.treff) navngitt.set(nr, Math.max(navngitt.get(nr) ?? 0, (to - from) / keys.length));
      }
    }
  }
  return navngitt;
}

function addWays(one: Navn, key: string, begreper: readonly Begrepet[]): void {
  for (const name of one.navn) {
    if (name.map(uten).join(' ') === key) continue;
    for (const concept of begreper) concept.mater.push({ stems: name, vekt: one.treff.length > 0 ? 0.85 : 0.7, navn: name.length > 1 });
  }
}
