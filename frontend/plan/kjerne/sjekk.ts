/** The plan checks itself: what is missing, and where. */
import type { Dokument } from '../../eksport/typer';
import { iAlt, kjeden } from './kjede';
import type { Lister } from './kjede';
import { anslattSider } from './sider';
import { fristaar } from './tall';
import type { Del, Plan } from './typer';

export interface Funn {
  gruppe: string;
  tekst: string;
  del?: Del;
  id?: string;
  /** For a group or a duty: its id, so that the reader can say why it is left out. */
  utelat?: string;
}

const SIDEGRENSE = 30;
const kort = (tekst: string): string => (tekst.length > 70 ? `${tekst.slice(0, 67)}…` : tekst || 'uten tekst');

/** All findings, in the order they are best mended. `dokument` is the plan as it will be printed. */
export function sjekk(plan: Plan, lister: Lister, dokument: Dokument): Funn[] {
  return [...gruppene(plan, lister), ...pliktene(plan, lister), ...maalene(plan), ...strategiene(plan), ...tiltakene(plan), ...lengden(plan, dokument)];
}

const unntatt = (plan: Plan): Set<string> => new Set(plan.unntak.filter((one) => one.grunn.trim() !== '').map((one) => one.gjelder));

/** The groups or duties that a strategy, or a measure under one, answers. */
function dekket(plan: Plan, felt: 'malgrupper' | 'plikter'): Set<string> {
  return new Set([...plan.strategier.flatMap((one) => one[felt]), ...plan.tiltak.filter((one) => one.strategi !== '').flatMap((one) => one[felt])]);
}

function gruppene(plan: Plan, lister: Lister): Funn[] {
  const done = new Set([...dekket(plan, 'malgrupper'), ...unntatt(plan)]);
  // A strategy for everyone is no strategy for each.
  return lister.malgrupper.filter((one) => !done.has(one.id)).map((one) => ({ gruppe: 'Grupper uten strategi', tekst: one.navn, utelat: one.id }));
}

function pliktene(plan: Plan, lister: Lister): Funn[] {
  const done = new Set([...dekket(plan, 'plikter'), ...unntatt(plan)]);
  return lister.plikter.filter((one) => one.styrke !== 'kan' && !done.has(one.id)).map((one) => ({ gruppe: 'Plikter uten strategi', tekst: `§ ${one.paragraf} ${one.tittel} (${one.styrke === 'bor' ? 'bør' : one.styrke})`, utelat: one.id }));
}

function maalene(plan: Plan): Funn[] {
  const found: Funn[] = [];
  const answered = new Set(plan.maal.map((one) => one.utfordring));
  for (const one of plan.utfordringer) if (!answered.has(one.id)) found.push({ gruppe: 'Utfordringer og mål', tekst: `Utfordringen «${kort(one.tekst)}» har ikke noe mål.`, del: 'utfordringer', id: one.id });
  const goals = new Set(plan.strategier.map((one) => one.maal));
  for (const one of plan.maal) if (!goals.has(one.id)) found.push({ gruppe: 'Utfordringer og mål', tekst: `Målet «${kort(one.tekst)}» har ingen strategi.`, del: 'maal', id: one.id });
  return found;
}

function strategiene(plan: Plan): Funn[] {
  const { nr } = kjeden(plan);
  const used = new Set(plan.tiltak.map((one) => one.strategi));
  return plan.strategier.flatMap((one) => {
    const missing = [
      ...(one.tekst.trim() === '' ? ['tekst'] : []),
      ...(one.maal === '' ? ['mål'] : []),
      ...(used.has(one.id) ? [] : ['tiltak']),
      ...(one.behandling === '' ? ['politisk eller administrativ behandling'] : []),
      ...(one.fra === null || one.til === null ? ['år'] : []),
    ];
    const where = { gruppe: 'Strategier som mangler noe', del: 'strategier', id: one.id } as const;
    return [
      ...(missing.length > 0 ? [{ ...where, tekst: `${nr.get(one.id)} «${kort(one.tekst)}» mangler ${ramse(missing)}.` }] : []),
      ...(one.fra !== null && one.til !== null && one.til < one.fra ? [{ ...where, tekst: `${nr.get(one.id)} «${kort(one.tekst)}» slutter før den begynner.` }] : []),
    ];
  });
}

function tiltakene(plan: Plan): Funn[] {
  const { nr } = kjeden(plan);
  return plan.tiltak.flatMap((one) => {
    const missing = [
      ...(one.tekst.trim() === '' ? ['tekst'] : []),
      ...(one.strategi === '' ? ['strategi'] : []),
      ...(one.ansvarlig.trim() === '' ? ['ansvarlig rolle'] : []),
      ...(one.frist === '' ? ['år'] : []),
      ...(one.kostnad === '' ? ['kostnad, eller at den ikke er kjent'] : []),
    ];
    const where = { gruppe: 'Tiltak som mangler noe', del: 'tiltak', id: one.id } as const;
    const year = fristaar(one.frist);
    const outside = year !== null && ((plan.plan.fra !== null && year < plan.plan.fra) || (plan.plan.til !== null && year > plan.plan.til));
    return [
      ...(missing.length > 0 ? [{ ...where, tekst: `${nr.get(one.id)} «${kort(one.tekst)}» mangler ${ramse(missing)}.` }] : []),
      ...(one.kostnad === 'kjent' && iAlt(one) === null ? [{ ...where, tekst: `${nr.get(one.id)} «${kort(one.tekst)}» har en kostnad som ikke kan regnes sammen. Skriv beløp, og fra og til år hvis det gjelder hvert år.` }] : []),
      ...(outside ? [{ ...where, tekst: `${nr.get(one.id)} «${kort(one.tekst)}» har en frist utenfor planens år.` }] : []),
    ];
  });
}

function lengden(plan: Plan, dokument: Dokument): Funn[] {
  const most = plan.plan.sidegrense ?? SIDEGRENSE;
  const pages = anslattSider(dokument);
  return pages > most ? [{ gruppe: 'Lengden', tekst: `Planen blir om lag ${pages} sider i Word. Grensen er ${most}. Flytt tiltakene til et vedlegg, eller stryk.` }] : [];
}

const ramse = (deler: readonly string[]): string => (deler.length < 2 ? deler.join('') : `${deler.slice(0, -1).join(', ')} og ${deler[deler.length - 1]}`);
