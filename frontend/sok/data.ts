/** The index as it is sent (written by macros/sok/index.py), unpacked to one object a hit. */

/** What macros/sok/index.py writes. Lists marked «runs» are pairs of a value and how many times in a row. */
export interface Radata {
  format: number;
  /** Words that stand in `tittel`, `tekst` and `navn` as one sign each, by sign. */
  ordbok: string;
  sider: [string, string];
  temaer: Emne[];
  malgrupper: Emne[];
  slag: string;
  side: number[];
  anker: string;
  tittel: string;
  over: (string | number)[];
  tekst: string;
  navn: string;
  emneord: (string | number)[];
  omtale: (string | number)[];
  tema: (string | number)[];
  malgruppe: (string | number)[];
  kilde: (string | number)[];
  meld: string;
}

/** Id, name and explanation. */
export type Emne = [string, string, string];

/** One thing that can be found. `slag`: a letter, see slag.ts. `side`: number of its page. Names as in macros/sok/document.py. */
export interface Dokument {
  nr: number;
  slag: string;
  side: number;
  sideadresse: string;
  /** The place on the page: "" for the page as a whole, «=» where it is made of the title. */
  anker: string;
  sidetittel: string;
  tittel: string;
  tekst: string;
  over: string;
  navn: readonly string[];
  emneord: string;
  omtale: string;
  temaer: readonly number[];
  malgrupper: readonly number[];
  kilde: string;
}

const FORMAT = 3;
const NONE: readonly never[] = [];
// As in macros/sok/ordbok.py.
const [FIRST_SIGN, AFTER_SIGNS] = [0x100, 0x590];

function unpacked<T>(runs: readonly (T | number)[]): T[] {
  const out: T[] = [];
  for (let i = 0; i < runs.length; i += 2) for (let times = runs[i + 1] as number; times > 0; times -= 1) out.push(runs[i] as T);
  return out;
}

function numbers(text: string): readonly number[] {
  return text === '' ? NONE : text.split(' ').map(Number);
}

const LETTERS: Record<string, string> = { ø: 'o', æ: 'ae', đ: 'd', ŋ: 'n', ŧ: 't' };

/** The text as an anchor, as macros/rendering/tekst.py makes it of a heading: «Økonomi» → «okonomi». */
export function adressenavn(tekst: string): string {
  const plain = tekst.toLowerCase().replace(/[øæđŋŧ]/g, (letter) => LETTERS[letter] ?? '');
  const letters = [...plain.normalize('NFKD')].filter((letter) => letter <= '\x7f').join('');
  return letters.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
}

/** Writes texts in full: words for signs. Letter by letter into one array, which is twice as fast as in strings. */
function utskriver(ordbok: string): (tekst: string) => string {
  const letters = Uint16Array.from(ordbok, (letter) => letter.charCodeAt(0));
  // Where the word of each sign begins and ends; a sign without a word stands for itself.
  const fra = new Int32Array(AFTER_SIGNS);
  const til = new Int32Array(AFTER_SIGNS);
  let start = 0;
  ordbok.split('\n').forEach((word, i) => {
    fra[FIRST_SIGN + i] = start;
    til[FIRST_SIGN + i] = start + word.length;
    start += word.length + 1;
  });
  const lengthOf = (code: number): number => (code < AFTER_SIGNS ? (til[code] as number) - (fra[code] as number) : 0);
  return (tekst) => {
    let length = 0;
    for (let i = 0; i < tekst.length; i += 1) length += lengthOf(tekst.charCodeAt(i)) || 1;
    const out = new Uint16Array(length);
    for (let i = 0, at = 0; i < tekst.length; i += 1) {
      const code = tekst.charCodeAt(i);
      if (lengthOf(code) === 0) out[at++] = code;
      else for (let k = fra[code] as number; k < (til[code] as number); k += 1) out[at++] = letters[k] as number;
    }
    return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(out);
  };
}

/** Where a hit leads. */
export function adresseAv({ sideadresse, anker, tittel }: Dokument): string {
  return `${sideadresse}${anker && `#${anker === '=' ? adressenavn(tittel) : anker}`}`;
}

/** The hits, in the order they were sent. Throws if the index is of another format than this script. */
export function pakkUt(data: Radata): Dokument[] {
  if (data.format !== FORMAT) throw new Error(`Søkeindeksen har format ${data.format}, ikke ${FORMAT}.`);
  const addresses = data.sider[0].split('\n');
  const pages = data.sider[1].split('\n');
  const side = unpacked<number>(data.side);
  const inFull = utskriver(data.ordbok);
  const texts = inFull(data.tekst).split('\n');
  // «=»: the title is the page's own.
  const titles = inFull(data.tittel).split('\n').map((tittel, nr) => (tittel === '=' ? (pages[side[nr] ?? 0] ?? '') : tittel));
  const anchors = data.anker.split('\n');
  const names = inFull(data.navn).split('\n');
  const over = unpacked<string>(data.over);
  const topics = unpacked<string>(data.emneord);
  const told = unpacked<string>(data.omtale);
  const themes = unpacked<string>(data.tema);
  const groups = unpacked<string>(data.malgruppe);
  const sources = unpacked<string>(data.kilde);
  return titles.map((tittel, nr) => {
    const page = side[nr] ?? 0;
    return {
      nr,
      slag: data.slag[nr] ?? 's',
      side: page,
      sideadresse: addresses[page] ?? '/',
      anker: anchors[nr] ?? '',
      sidetittel: pages[page] ?? '',
      tittel,
      tekst: texts[nr] ?? '',
      over: over[nr] ?? '',
      navn: names[nr] ? (names[nr] as string).split('|') : NONE,
      emneord: topics[nr] ?? '',
      omtale: told[nr] ?? '',
      temaer: numbers(themes[nr] ?? ''),
      malgrupper: numbers(groups[nr] ?? ''),
      kilde: sources[nr] ?? '',
    };
  });
}
