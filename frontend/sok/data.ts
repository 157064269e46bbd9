/** The index as it is sent (written by macros/sok/index.py), unpacked to one object a hit. */

/** What macros/sok/index.py writes. Lists marked «runs» are pairs of a value and how many times in a row. */
export interface Radata {
  format: number;
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

const FORMAT = 2;
const NONE: readonly never[] = [];

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
  const texts = data.tekst.split('\n');
  // «=»: the title is the page's own.
  const titles = data.tittel.split('\n').map((tittel, nr) => (tittel === '=' ? (pages[side[nr] ?? 0] ?? '') : tittel));
  const anchors = data.anker.split('\n');
  const names = data.navn.split('\n');
  const over = unpacked<string>(data.over);
  const words = unpacked<string>(data.emneord);
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
      emneord: words[nr] ?? '',
      omtale: told[nr] ?? '',
      temaer: numbers(themes[nr] ?? ''),
      malgrupper: numbers(groups[nr] ?? ''),
      kilde: sources[nr] ?? '',
    };
  });
}
