/** Pure: from the text of a page to slides. No slide has more words than a room can read while someone talks. */

/** The most words on a slide, its title counted in. */
export const MEST_ORD = 40;
/** The most points on a slide. */
const MEST_PUNKTER = 5;
/** The most slides made of one section; the rest is told of, and stands on the page. */
const MEST_PER_DEL = 8;
/** The most slides made of one section with all that stands below its heading. */
const MEST_PER_SEKSJON = 10;
const TITLE_WORDS = 12;
/** The most words of a cell, in tables of one, two and three columns; fewer where the title and the head leave less. */
const CELL_WORDS = [20, 10, 7];
/** A question with answers is its title, and must be read to the end. */
const QUESTION_WORDS = 20;

export type Slags = 'avsnitt' | 'punkt' | 'nummer' | 'svar' | 'kilde' | 'figur' | 'tabell';

/** One block of a page. `tekst`: what it says in full. `node`: what is shown as it stands (figure). */
export interface Blokk {
  slags: Slags;
  tekst: string;
  nr?: number;
  node?: Element;
  rader?: readonly (readonly string[])[];
  hode?: readonly string[];
}

/** A part of a page under one heading. */
export interface Del {
  tittel: string;
  blokker: readonly Blokk[];
  notat: readonly string[];
  /** The minutes of the part of a programme that the section belongs to, for each length; empty outside programmes. */
  minutter?: Readonly<Record<string, number>>;
  /** Whether the section begins a part of a programme. */
  ny?: boolean;
  /** The level of the heading: 2 for a section, 3 and 4 for what stands below it. */
  niva?: number;
  /** A section that was written as a slide: nothing of it is left out. */
  fast?: boolean;
}

/** One slide: what is shown, and the notes with the whole text. */
export interface Lysbilde {
  tittel: string;
  blokker: readonly Blokk[];
  notat: string;
  minutter?: Readonly<Record<string, number>> | undefined;
  ny: boolean;
}

/** The number of words in a text: what stands between spaces and has a letter or a digit. */
export function antallOrd(tekst: string): number {
  return tekst.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** The first sentences of a text that together have at most `mest` words; of a longer first sentence, its beginning. */
export function kortet(tekst: string, mest: number): string {
  if (antallOrd(tekst) <= mest) return tekst.trim();
  const sentences = tekst.trim().split(/(?<=[.!?»])\s+(?=[«"(]?[A-ZÆØÅ0-9])/u);
  let taken = '';
  for (const sentence of sentences) {
    const more = taken ? `${taken} ${sentence}` : sentence;
    if (antallOrd(more) > mest) break;
    taken = more;
  }
  if (taken) return taken;
  return `${tekst.trim().split(/\s+/u).slice(0, mest).join(' ').replace(/[,;:–]$/u, '')} …`;
}

/** The slides of a page: the title first, then each part. `adresse`: what the last slide of a long part points at. */
export function lagLysbilder(tittel: string, ingress: string, deler: readonly Del[]): Lysbilde[] {
  const first: Lysbilde = {
    tittel: kortet(tittel, TITLE_WORDS),
    blokker: ingress ? [{ slags: 'avsnitt', tekst: kortet(ingress, MEST_ORD - TITLE_WORDS) }] : [],
    notat: ingress,
    ny: false,
  };
  return [first, ...sections(deler).flatMap(ofSection)];
}

/** The parts by section: a part with a heading of level 2 and those below it. */
function sections(deler: readonly Del[]): Del[][] {
  const out: Del[][] = [];
  for (const del of deler) {
    const last = out[out.length - 1];
    if (last && !del.fast && (del.niva ?? 2) > 2) last.push(del);
    else out.push([del]);
  }
  return out;
}

/** The slides of a section, no more than a room can take; of a longer one the last slide says how much is left. */
function ofSection(section: readonly Del[]): Lysbilde[] {
  const slides = section.flatMap(ofPart);
  const [head] = section;
  if (!head || head.fast || slides.length <= MEST_PER_SEKSJON) return slides;
  const left = slides.slice(MEST_PER_SEKSJON);
  const told: Blokk = { slags: 'avsnitt', tekst: 'Resten står på siden, og i notatene her.' };
  const tittel = kortet(head.tittel, TITLE_WORDS);
  const notat = left.map((slide) => `${slide.tittel}: ${slide.notat}`).join('\n');
  return [...slides.slice(0, MEST_PER_SEKSJON), { tittel, blokker: [told], notat, ny: false }];
}

function ofPart(del: Del): Lysbilde[] {
  const asks = del.blokker.some(({ slags }) => slags === 'svar');
  const tittel = kortet(del.tittel, asks ? QUESTION_WORDS : TITLE_WORDS);
  const room = MEST_ORD - antallOrd(tittel) - 1; // one for the number of a slide that goes on
  const groups = withoutLoneSource(packed(del.blokker.flatMap((block) => fitted(block, room)), room));
  // One slide that says that one more is left would take the place of that one.
  const kept = del.fast || groups.length === MEST_PER_DEL + 1 ? groups : groups.slice(0, MEST_PER_DEL);
  const rest = groups.slice(kept.length);
  const slides = kept.map((group, at) => ({
    tittel: kept.length > 1 ? `${tittel} (${at + 1})` : tittel,
    blokker: group.map(({ vist }) => vist),
    notat: noteOf(group, at === 0 ? del.notat : []),
    minutter: del.minutter,
    ny: at === 0 && del.ny === true,
  }));
  if (rest.length > 0) {
    const left = rest.flat().reduce((sum, { vist }) => sum + (vist.rader?.length ?? 1), 0);
    const told: Blokk = { slags: 'avsnitt', tekst: `${left} til står på siden.` };
    slides.push({ tittel, blokker: [told], notat: noteOf(rest.flat(), []), minutter: del.minutter, ny: false });
  }
  return slides;
}

/** A source that has no room beside what it is the source of goes to the notes of that: alone on a slide it says nothing. */
function withoutLoneSource(groups: Tilpasset[][]): Tilpasset[][] {
  const last = groups[groups.length - 1];
  if (groups.length < 2 || !last?.every(({ vist }) => vist.slags === 'kilde')) return groups;
  const kept = groups.slice(0, -1);
  const before = kept[kept.length - 1]?.slice(-1)[0];
  if (before) before.hel = [before.hel, ...last.map(({ hel }) => hel)].join('\n');
  return kept;
}

interface Tilpasset {
  vist: Blokk;
  hel: string;
  ord: number;
}

function fitted(block: Blokk, room: number): Tilpasset[] {
  if (block.slags === 'figur') return [{ vist: block, hel: block.tekst, ord: room }];
  if (block.slags === 'tabell') return tables(block, room);
  const tekst = kortet(block.tekst, block.slags === 'avsnitt' ? room : Math.min(room, 24));
  return [{ vist: { ...block, tekst }, hel: block.tekst, ord: antallOrd(tekst) + (block.slags === 'nummer' ? 1 : 0) }];
}

/**
 * A table as slides of a few rows: the first column, and the two with the shortest cells of those that say something in
 * at least half of the rows. A column of sources says nothing here.
 */
function tables(block: Blokk, room: number): Tilpasset[] {
  const head = block.hode ?? [];
  const rows = block.rader ?? [];
  const known = head.map((_, at) => {
    const cells = rows.map((row) => row[at] ?? '').filter(Boolean);
    return { at, filled: cells.length * 2 >= rows.length, length: antallOrd(cells.join(' ')) / cells.length };
  });
  const [first, ...others] = known;
  const short = others.filter(({ filled }) => filled).sort((a, b) => a.length - b.length).slice(0, 2);
  const columns = [...(first ? [first] : []), ...short].map(({ at }) => at).sort((a, b) => a - b);
  const heading = columns.map((at) => kortet(head[at] ?? '', 3));
  const spent = antallOrd(heading.join(' '));
  const most = Math.min(CELL_WORDS[columns.length - 1] ?? 0, Math.floor((room - spent) / columns.length));
  const shown = rows.map((row) => columns.map((at) => kortet(row[at] ?? '', most)));
  const out: Tilpasset[] = [];
  let part: string[][] = [];
  let whole: string[] = [];
  let words = spent;
  const close = (): void => {
    if (part.length > 0) {
      out.push({ vist: { ...block, tekst: '', hode: heading, rader: part }, hel: whole.join('\n'), ord: room });
    }
    part = [];
    whole = [];
    words = spent;
  };
  rows.forEach((row, at) => {
    const cells = shown[at] ?? [];
    const more = antallOrd(cells.join(' '));
    if (words + more > room || part.length >= 8) close();
    part.push(cells);
    whole.push(row.flatMap((cell, column) => (cell ? [`${head[column] ?? ''}: ${cell.replace(/\.$/u, '')}`] : [])).join('. '));
    words += more;
  });
  close();
  return out;
}

function packed(blocks: readonly Tilpasset[], room: number): Tilpasset[][] {
  const groups: Tilpasset[][] = [];
  let words = Infinity;
  for (const block of blocks) {
    const last = groups[groups.length - 1];
    if (last && words + block.ord <= room && last.length < MEST_PUNKTER) {
      last.push(block);
      words += block.ord;
    } else {
      groups.push([block]);
      words = block.ord;
    }
  }
  return groups.length > 0 ? groups : [[]];
}

function noteOf(group: readonly Tilpasset[], extra: readonly string[]): string {
  return [...group.map(({ hel }) => hel), ...extra].filter(Boolean).join('\n');
}
