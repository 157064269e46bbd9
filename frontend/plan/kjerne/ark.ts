/** The plan as a workbook, and back: one sheet for each kind of post, one column for each field. Nothing is lost on the way. */
import type { LestArk } from '../../eksport/lesExcel';
import type { Ark, Bok, Kolonne, Verdi as Celleverdi } from '../../eksport/typer';
import { Lesefeil } from '../../felles/lesing';
import { erKode, rettet, storsteNummer } from './fil';
import { navnPaa } from './kjede';
import type { Lister } from './kjede';
import { aarAv, fristAv, kronerAv, oreAv } from './tall';
import { DELNAVN, DELNAVNENE, erTom, felterI, HODER, hodefelter, MAKS_LINJE, MAKS_POSTER, MAKS_TEKST, navnAv, tomPlan, tomPost, tomVerdi, verdiAv } from './typer';
import type { Del, Felt, Hode, Plan, Verdi } from './typer';

const ARKNAVN: Readonly<Record<Del | Hode, string>> = {
  plan: 'Planen', rapport: 'Rapporten', utfordringer: 'Utfordringer', maal: 'Mål', strategier: 'Strategier', tiltak: 'Tiltak',
  erfaringer: 'Erfaringer', unntak: 'Ikke med', okonomi: 'Økonomi', kontroll: 'Kontrollsummer',
};
const HODENE = Object.keys(HODER) as Hode[];
const ID = 'Id';

/** How a value stands in a cell. Groups and duties stand by name, the codes of the base that are gone by code. */
function celle(felt: Felt, verdi: Verdi, lister: Lister): Celleverdi {
  if (erTom(verdi)) return null;
  switch (felt.slag) {
    case 'valg':
      return navnAv(felt.valg, String(verdi));
    case 'liste':
      return (verdi as readonly string[]).map((id) => navnPaa(lister, felt.til, id)).join('; ');
    case 'ore':
      return Number(verdi) / 100;
    case 'dato':
      return new Date(`${String(verdi)}T00:00:00Z`);
    case 'frist':
      return /^\d{4}$/.test(String(verdi)) ? Number(verdi) : new Date(`${String(verdi)}T00:00:00Z`);
    default:
      return verdi as Celleverdi;
  }
}

const BREDDER: Partial<Record<Felt['slag'], number>> = { tekst: 45, linje: 24, liste: 30, dato: 12, frist: 12, ore: 16, kroner: 16 };
const kolonne = (felt: Felt): Kolonne => ({ navn: felt.tittel, ...(BREDDER[felt.slag] ? { bredde: BREDDER[felt.slag] } : {}), ...(felt.slag === 'ore' ? { tallformat: '#,##0.00' } : felt.slag === 'kroner' ? { tallformat: '#,##0' } : {}) });

function arkAv(plan: Plan, del: Del, lister: Lister): Ark {
  const felter = felterI(del);
  return {
    navn: ARKNAVN[del],
    kolonner: [{ navn: ID, bredde: 8 }, ...felter.map(kolonne)],
    rader: (plan[del] as readonly { id: string }[]).map((post) => [post.id, ...felter.map((felt) => celle(felt, verdiAv(post, felt.navn), lister))]),
  };
}

const hodeark = (plan: Plan, hode: Hode, lister: Lister): Ark => ({
  navn: ARKNAVN[hode],
  kolonner: [{ navn: 'Felt', bredde: 32 }, { navn: 'Verdi', bredde: 80 }],
  rader: [...hodefelter(hode).map((felt) => [felt.tittel, celle(felt, verdiAv(plan[hode], felt.navn), lister)]), ...(hode === 'plan' ? [['Planens id', plan.id], ['Neste nummer', plan.neste]] : [])],
});

/** The plan as a workbook that `planAvArk` reads back. */
export function bokAv(plan: Plan, lister: Lister, om: readonly (readonly [string, string])[]): Bok {
  const howto = ['Slik fyller du ut', 'Skriv i arkene, og les fila inn igjen. La overskriftene stå. En ny rad trenger ingen id: la ruta stå tom.'] as const;
  return { ark: [hodeark(plan, 'plan', lister), ...DELNAVNENE.map((del) => arkAv(plan, del, lister)), hodeark(plan, 'rapport', lister)], om: [howto, ...om] };
}

export interface LestBok {
  plan: Plan;
  feil: string[];
}

/** Reads a workbook made by `bokAv`, also after someone has worked in it. Raises Lesefeil when it is no such workbook. */
export function planAvArk(ark: readonly LestArk[], lister: Lister, nyId: string): LestBok {
  const byName = new Map(ark.map((one) => [likt(one.navn), one]));
  if (!byName.has(likt(ARKNAVN.tiltak)) && !byName.has(likt(ARKNAVN.strategier))) throw new Lesefeil('Arbeidsboka har ingen ark som heter «Strategier» eller «Tiltak». Bruk et regneark du har tatt ut herfra.');
  const feil: string[] = [];
  const head = byName.get(likt(ARKNAVN.plan));
  const id = String(head?.rader.find((row) => likt(row.celler[0]) === likt('Planens id'))?.celler[1] ?? '');
  const number = Number(head?.rader.find((row) => likt(row.celler[0]) === likt('Neste nummer'))?.celler[1] ?? 1);
  const plan: Record<string, unknown> = { ...tomPlan(/^[a-z0-9]{1,40}$/.test(id) ? id : nyId) };
  for (const hode of HODENE) plan[hode] = { ...(plan[hode] as object), ...hodeverdier(byName.get(likt(ARKNAVN[hode])), hode, lister, feil) };
  const loose: { id: string }[] = [];
  for (const del of DELNAVNENE) plan[del] = posterI(byName.get(likt(ARKNAVN[del])), del, lister, feil, loose);
  const read = plan as unknown as Plan;
  let neste = Math.max(Number.isSafeInteger(number) && number > 0 && number < 1e9 ? number : 1, storsteNummer(read) + 1);
  // New rows get their ids when all that are there are known. They are the posts of the plan itself.
  for (const post of loose) post.id = `${post.id}${(neste += 1) - 1}`;
  return { plan: { ...rettet(read, feil), neste }, feil };
}

const likt = (verdi: unknown): string => String(verdi ?? '').normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
type Lestverdi = LestArk['rader'][number]['celler'][number];
const blank = (verdi: Lestverdi | undefined): boolean => verdi === null || verdi === undefined || String(verdi).trim() === '';

function hodeverdier(ark: LestArk | undefined, hode: Hode, lister: Lister, feil: string[]): Record<string, Verdi> {
  const out: Record<string, Verdi> = {};
  for (const row of ark?.rader ?? []) {
    const felt = hodefelter(hode).find((one) => likt(one.tittel) === likt(row.celler[0]));
    if (felt && !blank(row.celler[1])) out[felt.navn] = verdiI(felt, row.celler[1] ?? null, lister, `${ARKNAVN[hode]}, rad ${row.nr}`, feil);
  }
  return out;
}

function posterI(ark: LestArk | undefined, del: Del, lister: Lister, feil: string[], loose: { id: string }[]): { id: string }[] {
  const [header, ...rows] = ark?.rader ?? [];
  if (!header) return [];
  const titles = header.celler.map(likt);
  const felter = felterI(del);
  const place = new Map(felter.map((felt) => [felt.navn, titles.indexOf(likt(felt.tittel))]));
  const known = [ID, ...felter.map((felt) => felt.tittel)].map(likt);
  titles.forEach((title, i) => {
    if (title !== '' && !known.includes(title)) feil.push(`${ARKNAVN[del]}: kolonnen «${String(header.celler[i])}» kjenner vi ikke. Den er ikke tatt med.`);
  });
  const missing = felter.filter((felt) => place.get(felt.navn) === -1);
  const filled = rows.filter((row) => row.celler.some((value) => !blank(value)));
  if (filled.length > 0 && missing.length > 0) feil.push(`${ARKNAVN[del]}: fant ikke ${missing.length === 1 ? 'kolonnen' : 'kolonnene'} ${missing.map((felt) => `«${felt.tittel}»`).join(', ')}. Feltene blir tomme.`);
  if (filled.length > MAKS_POSTER) feil.push(`${ARKNAVN[del]} har ${filled.length} rader. Verktøyet tar ${MAKS_POSTER}, og resten er ikke tatt med.`);
  const seen = new Set<string>();
  return filled.slice(0, MAKS_POSTER).map((row) => {
    const where = `${ARKNAVN[del]}, rad ${row.nr}`;
    const given = String(row.celler[titles.indexOf(likt(ID))] ?? '').trim();
    const usable = /^[a-z0-9-]{1,80}$/.test(given) && !seen.has(given);
    if (given !== '' && !usable) feil.push(`${where}: id-en «${given}» ${seen.has(given) ? 'står på to rader' : 'kan ikke brukes'}. Raden er tatt med som ny.`);
    seen.add(given);
    const values = Object.fromEntries(felter.map((felt) => {
      const value = row.celler[place.get(felt.navn) ?? -1] ?? null;
      return [felt.navn, blank(value) ? tomVerdi(felt.slag) : verdiI(felt, value, lister, where, feil)];
    }));
    const post = { ...tomPost(del, usable ? given : DELNAVN[del][2]), ...values };
    if (!usable) loose.push(post);
    return post;
  });
}

const DAG = 24 * 60 * 60 * 1000;
/** A day as Excel counts it, from 1899-12-30. */
const dagAv = (tall: number): string => new Date(Date.UTC(1899, 11, 30) + Math.floor(tall) * DAG).toISOString().slice(0, 10);

/** The value of a cell, or the empty value and a message that says what stood there. */
function verdiI(felt: Felt, value: Lestverdi, lister: Lister, where: string, feil: string[]): Verdi {
  const text = String(value ?? '').replace(/\r\n?/g, '\n');
  const bad = (skal: string): Verdi => {
    feil.push(`${where}: «${felt.tittel}» skal være ${skal}, men er «${text.slice(0, 80)}». Ruta er tom her.`);
    return tomVerdi(felt.slag);
  };
  switch (felt.slag) {
    case 'linje':
    case 'tekst': {
      const most = felt.slag === 'linje' ? MAKS_LINJE : MAKS_TEKST;
      if (text.length > most) feil.push(`${where}: «${felt.tittel}» er lengre enn ${most} tegn. Resten er ikke tatt med.`);
      return text.slice(0, most);
    }
    case 'ref':
      return text.trim();
    case 'dato':
    case 'frist': {
      const day = typeof value === 'number' && value > 10_000 && value < 110_000 ? dagAv(value) : text;
      const read = fristAv(day);
      if (read === undefined || (felt.slag === 'dato' && read.length === 4)) return bad(felt.slag === 'dato' ? 'en dato' : 'et år eller en dato');
      return read;
    }
    case 'valg': {
      const found = felt.valg?.find(([kode, navn]) => likt(kode) === likt(text) || likt(navn) === likt(text));
      return found ? found[0] : bad(`ett av disse: ${felt.valg?.map(([, navn]) => navn).join(', ')}`);
    }
    case 'liste':
      return listeAv(felt, text, lister, (one) => feil.push(`${where}: «${felt.tittel}» har «${one.slice(0, 80)}», som vi ikke kjenner. Det er ikke tatt med.`));
    case 'aar':
      return aarAv(text) ?? bad('et år');
    case 'tall': {
      const [low, high] = felt.spenn ?? [0, 1e9];
      const number = Number(text.replace(',', '.').replace('%', ''));
      return Number.isInteger(number) && number >= low && number <= high ? number : bad(`et helt tall fra ${low} til ${high}`);
    }
    case 'kroner':
      return (typeof value === 'number' ? (Number.isInteger(value) && value >= 0 ? value : undefined) : kronerAv(text)) ?? bad('hele kroner');
    case 'ore':
      return (typeof value === 'number' ? oreAvTall(value) : oreAv(text)) ?? bad('et beløp');
  }
}

/** Kroner as a sheet counts them; undefined when there is more than øre in it. */
function oreAvTall(value: number): number | undefined {
  const ore = Math.round(value * 100);
  return Number.isSafeInteger(ore) && Math.abs(ore) <= 1e13 && Math.abs(value * 100 - ore) < 1e-3 ? ore : undefined;
}

function listeAv(felt: Felt, text: string, lister: Lister, ukjent: (one: string) => void): readonly string[] {
  const all = felt.til === 'malgrupper' ? lister.malgrupper : lister.plikter;
  const ids = text.split(/[;\n]/).map((one) => one.trim()).filter((one) => one !== '').flatMap((one) => {
    const found = all.find((item) => item.id === one || likt(navnPaa(lister, felt.til, item.id)) === likt(one));
    if (found) return [found.id];
    // A code of an older list is kept as it is.
    if (erKode(one)) return [one];
    ukjent(one);
    return [];
  });
  return [...new Set(ids)];
}

