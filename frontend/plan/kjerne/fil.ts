/** The plan as a file, and back. docs/verktoy/plan.schema.json says the same for others. */
import { erDato, erPost, Leser, postAv } from '../../felles/lesing';
import type { Post as Lest } from '../../felles/lesing';
import { fristAv } from './tall';
import { DELNAVN, DELNAVNENE, erTom, felterI, FORMAT, HODER, hodefelter, MAKS_LINJE, MAKS_POSTER, MAKS_TEKST, nyPlanId, tomPlan, tomPost, tomVerdi, VERSJON } from './typer';
import type { Del, Felt, Hode, Plan, Verdi } from './typer';

const utenTomme = (post: object): object => Object.fromEntries(Object.entries(post).filter(([, value]) => !erTom(value as Verdi)));

/** The file, with two spaces of indent so that people can read it too. Nothing empty stands in it. */
export function filAv(plan: Plan): string {
  const heads = (Object.keys(HODER) as Hode[]).map((hode) => [hode, utenTomme(plan[hode])] as const).filter(([, values]) => Object.keys(values).length > 0);
  const parts = DELNAVNENE.map((del) => [del, plan[del].map(utenTomme)] as const).filter(([, posts]) => posts.length > 0);
  return `${JSON.stringify({ format: FORMAT, versjon: VERSJON, id: plan.id, neste: plan.neste, ...Object.fromEntries([...heads, ...parts]) }, null, 2)}\n`;
}

/** How a file of an older version becomes one of the next: the key is the version it comes from. None is needed yet. */
const OPPGRADERINGER: Readonly<Record<number, (post: Lest) => Lest>> = {};

interface LestPlan {
  plan: Plan;
  feil: string[];
}

/**
 * The plan in a file, and what of it could not be used.
 *
 * Raises Lesefeil when it is no plan at all, or is saved by a newer version.
 */
export function lesFil(tekst: string): LestPlan {
  let post = postAv(tekst, FORMAT, 'planverkstedet eller dreieboka', VERSJON);
  for (let from = Number(post['versjon']); from < VERSJON; from += 1) post = OPPGRADERINGER[from]?.(post) ?? post;
  const leser = new Leser();
  const plan: Record<string, unknown> = { ...tomPlan(typeof post['id'] === 'string' && /^[a-z0-9]{1,40}$/.test(post['id']) ? post['id'] : nyPlanId()) };
  for (const hode of Object.keys(HODER) as Hode[]) {
    const given = post[hode];
    if (given === undefined) continue;
    if (!erPost(given)) leser.feil.push(`${hode} skal være et objekt.`);
    else plan[hode] = { ...(plan[hode] as object), ...verdierI(given, hodefelter(hode), `${hode}.`, leser) };
  }
  for (const del of DELNAVNENE) plan[del] = posterI(post, del, leser);
  ukjente(post, ['format', 'versjon', 'id', 'neste', ...Object.keys(HODER), ...DELNAVNENE], '', leser);
  const read = rettet(plan as unknown as Plan, leser.feil);
  const neste = Number.isSafeInteger(post['neste']) ? (post['neste'] as number) : 1;
  return { plan: { ...read, neste: Math.max(neste, storsteNummer(read) + 1) }, feil: leser.feil };
}

function posterI(post: Lest, del: Del, leser: Leser): { id: string }[] {
  const seen = new Set<string>();
  return leser.liste(post, del, MAKS_POSTER).flatMap(({ post: one, sted }) => {
    const id = leser.id(one, 'id', `${sted}.`);
    if (!id) return [];
    if (seen.has(id)) {
      leser.feil.push(`${sted}: id-en «${id}» står to ganger. Det første gjelder.`);
      return [];
    }
    seen.add(id);
    ukjente(one, ['id', ...felterI(del).map((felt) => felt.navn)], `${sted}.`, leser);
    return [{ ...tomPost(del, id), ...verdierI(one, felterI(del), `${sted}.`, leser) }];
  });
}

function ukjente(post: Lest, kjente: readonly string[], sted: string, leser: Leser): void {
  for (const felt of Object.keys(post)) if (!kjente.includes(felt)) leser.feil.push(`${sted}${felt} er ikke et felt vi kjenner.`);
}

function verdierI(post: Lest, felter: readonly Felt[], sted: string, leser: Leser): Record<string, Verdi> {
  return Object.fromEntries(felter.filter((felt) => post[felt.navn] !== undefined).map((felt) => [felt.navn, verdiI(post, felt, sted, leser)]));
}

function verdiI(post: Lest, felt: Felt, sted: string, leser: Leser): Verdi {
  const value = post[felt.navn];
  const bad = (skal: string): Verdi => {
    leser.feil.push(`${sted}${felt.navn} skal være ${skal}.`);
    return tomVerdi(felt.slag);
  };
  switch (felt.slag) {
    case 'linje':
    case 'tekst':
      return rens(leser.tekst(post, felt.navn, sted, felt.slag === 'linje' ? MAKS_LINJE : MAKS_TEKST));
    case 'ref':
      return typeof value === 'string' ? value : bad('en id');
    case 'dato':
      return typeof value === 'string' && erDato(value) ? value : bad('en dato, som 2027-06-17');
    case 'frist':
      return typeof value === 'string' ? fristAv(value) ?? bad('et år eller en dato') : bad('et år eller en dato');
    case 'valg':
      return typeof value === 'string' && felt.valg?.some(([kode]) => kode === value) ? value : bad(felt.valg?.map(([kode]) => kode).join(', ') ?? 'et valg');
    case 'liste':
      return Array.isArray(value) && value.length <= 100 && value.every((one): one is string => typeof one === 'string' && erKode(one)) ? [...new Set(value)] : bad('en liste med id-er');
    case 'aar':
      return erHel(value, 1900, 2199) ? value : bad('et år');
    case 'tall':
      return erHel(value, ...(felt.spenn ?? [0, 1e9])) ? value : bad(`et helt tall fra ${felt.spenn?.[0]} til ${felt.spenn?.[1]}`);
    case 'kroner':
      return erHel(value, 0, 1e11) ? value : bad('hele kroner');
    case 'ore':
      return erHel(value, -1e13, 1e13) ? value : bad('hele øre');
  }
}

/** The id of a group or a duty. */
export const erKode = (tekst: string): boolean => /^[a-z0-9][a-z0-9_-]{0,79}$/.test(tekst);
const erHel = (value: unknown, fra: number, til: number): value is number => typeof value === 'number' && Number.isInteger(value) && value >= fra && value <= til;

// Signs that no one can type, and that Word and Excel can't hold.
// eslint-disable-next-line no-control-regex
const NOT_TEXT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const rens = (tekst: string): string => tekst.replace(NOT_TEXT, '');

/** Pointers to posts that aren't there are taken out, and said. */
export function rettet(plan: Plan, feil: string[]): Plan {
  const ids = Object.fromEntries(DELNAVNENE.map((del) => [del, new Set(plan[del].map((post) => post.id))]));
  const fixed = DELNAVNENE.map((del) => {
    const refs = felterI(del).filter((felt) => felt.slag === 'ref');
    const posts = (plan[del] as readonly { id: string }[]).map((post) => {
      const record = post as unknown as Record<string, Verdi>;
      const wrong = refs.filter((felt) => record[felt.navn] !== '' && !ids[felt.til ?? '']?.has(String(record[felt.navn])));
      for (const felt of wrong) feil.push(`${DELNAVN[del][0]} ${post.id}: ${felt.navn} peker på «${String(record[felt.navn])}», som ikke finnes.`);
      return wrong.length === 0 ? post : { ...post, ...Object.fromEntries(wrong.map((felt) => [felt.navn, ''])) };
    });
    return [del, posts] as const;
  });
  return { ...plan, ...Object.fromEntries(fixed) };
}

/** The largest number any id ends in. */
export function storsteNummer(plan: Plan): number {
  const numbers = DELNAVNENE.flatMap((del) => (plan[del] as readonly { id: string }[]).map((post) => Number(/\d{1,9}$/.exec(post.id)?.[0] ?? 0)));
  return numbers.reduce((most, one) => Math.max(most, one), 0);
}
