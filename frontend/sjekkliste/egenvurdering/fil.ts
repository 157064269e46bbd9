/** The answers as a file, and back; and answers pasted from a sheet. docs/verktoy/egenvurdering.schema.json says the same. */
import { enLinje, tabellAv } from '../../felles/celler';
import { Leser, Lesefeil, erPost, postAv, utenTomme } from '../../felles/lesing';
import { MAKS_LINJE, MAKS_TEKST } from '../typer';
import { FAKTORER, FORMAT, MAKS_SVAR, SKALA } from './typer';
import type { Besvarelse, Faktor, Verdi, Vurdering } from './typer';

export function filAv(vurdering: Vurdering): string {
  const besvarelser = vurdering.besvarelser.map((one) => ({ ...utenTomme({ id: one.id, enhet: one.enhet, merknad: one.merknad }), svar: one.svar }));
  return `${JSON.stringify({ format: FORMAT, versjon: 1, ...(vurdering.tittel ? { tittel: vurdering.tittel } : {}), besvarelser }, null, 2)}\n`;
}

/** An id no other answer has, as far as chance goes. */
export const nyId = (): string => [...crypto.getRandomValues(new Uint32Array(3))].map((one) => one.toString(36)).join('').slice(0, 18);

/** The answers in a file, and what of it could not be used. Raises Lesefeil when it is no such file. */
export function lesFil(tekst: string): { vurdering: Vurdering; feil: string[] } {
  const post = postAv(tekst, FORMAT, 'egenvurderingen');
  const leser = new Leser();
  const tittel = leser.tekst(post, 'tittel', '', MAKS_LINJE);
  const besvarelser = leser.liste(post, 'besvarelser', MAKS_SVAR).flatMap(({ post: one, sted }): Besvarelse[] => {
    const id = leser.id(one, 'id', `${sted}.`);
    if (!id) return [];
    return [{ id, enhet: leser.tekst(one, 'enhet', `${sted}.`, MAKS_LINJE), svar: svarAv(one['svar'], sted, leser), merknad: leser.tekst(one, 'merknad', `${sted}.`, MAKS_TEKST) }];
  });
  return { vurdering: { tittel, besvarelser }, feil: leser.feil };
}

function svarAv(value: unknown, sted: string, leser: Leser): Besvarelse['svar'] {
  const svar: Besvarelse['svar'] = {};
  if (!erPost(value)) {
    leser.feil.push(`${sted}.svar skal være et objekt.`);
    return svar;
  }
  for (const { id } of FAKTORER) {
    const one = value[id];
    if (one === undefined) continue;
    if (one === 'vet_ikke' || SKALA.some((step) => step === one)) svar[id] = one as Verdi;
    else leser.feil.push(`${sted}.svar.${id} skal være et helt tall fra 1 til 6, eller vet_ikke.`);
  }
  return svar;
}

/** Puts answers together. One that is there already (same id) is replaced, never counted twice. */
export function leggSammen(har: Vurdering, nye: readonly Besvarelse[]): { vurdering: Vurdering; lagtTil: number; erstattet: number; forMange: number } {
  const all = new Map(har.besvarelser.map((one) => [one.id, one]));
  let [lagtTil, erstattet, forMange] = [0, 0, 0];
  for (const one of nye) {
    if (all.has(one.id)) erstattet += 1;
    else if (all.size >= MAKS_SVAR) {
      forMange += 1;
      continue;
    } else lagtTil += 1;
    all.set(one.id, one);
  }
  return { vurdering: { ...har, besvarelser: [...all.values()] }, lagtTil, erstattet, forMange };
}

/** What a cell of a pasted sheet says: an answer, nothing, or null when it can't be read. */
function celle(tekst: string): Verdi | undefined | null {
  const clean = tekst.trim().toLowerCase();
  if (clean === '' || clean === '-' || clean === '–') return undefined;
  if (/^(vet ikke|vet_ikke|veit ikkje|\?)$/.test(clean)) return 'vet_ikke';
  const found = SKALA.find((step) => clean === String(step) || new RegExp(`^${step}(,0+|\\.0+)?( ?[-–(=].*)?$`).test(clean));
  return found ?? null;
}

const KOLONNEORD: readonly (readonly [Faktor, RegExp])[] = [
  ['samordning', /samordn|organiser/],
  ['forankring', /forank|eierskap|ledere og politikere/],
  ['strategi', /strategi/],
  ['kompetanse', /kompetanse|kunnskap/],
  ['okonomi', /økonom|okonom|ressurs|pengene/],
  ['medvirkning', /medvirk|de det gjelder/],
];

/**
 * Answers pasted from a sheet: a row with headings, then one row a person. Columns are known by their headings; a column
 * «Enhet» is the unit. Raises Lesefeil when there are no such headings or no rows.
 */
export function lesRader(tekst: string): { besvarelser: Besvarelse[]; feil: string[] } {
  // Commas are decimals here, never between cells.
  const table = tabellAv(tekst, /^[^\n]*\t/.test(tekst.trimStart()) ? '\t' : ';');
  const [first, ...rest] = table.rader;
  if (!first || rest.length === 0) throw new Lesefeil(table.feil[0]?.grunn ?? 'Lim inn en rad med overskrifter og minst én rad med svar.');
  const heads = first.celler.map((head) => head.toLowerCase());
  const columns = KOLONNEORD.map(([id, word]) => [id, heads.findIndex((head) => word.test(head))] as const).filter(([, at]) => at >= 0);
  if (columns.length === 0) throw new Lesefeil('Fant ingen av de seks faktorene i overskriftene. Skriv for eksempel «Samordning» og «Forankring» øverst i kolonnene.');
  const unit = heads.findIndex((head) => /^(enhet|avdeling)/.test(head));
  const feil = table.feil.map(({ linje, grunn }) => `Rad ${linje}: ${grunn}`);
  const besvarelser = rest.slice(0, MAKS_SVAR).flatMap(({ linje, celler: row }): Besvarelse[] => {
    const svar: Besvarelse['svar'] = {};
    for (const [id, at] of columns) {
      const value = celle(row[at] ?? '');
      if (value === null) feil.push(`Rad ${linje}: «${(row[at] ?? '').slice(0, 40)}» er ikke et tall fra 1 til 6 eller «vet ikke».`);
      else if (value !== undefined) svar[id] = value;
    }
    if (Object.keys(svar).length === 0) {
      feil.push(`Rad ${linje} har ingen svar, og er ikke tatt med.`);
      return [];
    }
    const enhet = row[unit] ?? '';
    if (enhet.length > MAKS_LINJE) feil.push(`Rad ${linje}: navnet på enheten er lengre enn ${MAKS_LINJE} tegn. Resten er ikke tatt med.`);
    return [{ id: nyId(), enhet: enLinje(enhet, MAKS_LINJE), svar, merknad: '' }];
  });
  if (rest.length > MAKS_SVAR) feil.push(`Verktøyet tar ${MAKS_SVAR} rader. Resten er ikke tatt med.`);
  return { besvarelser, feil };
}
