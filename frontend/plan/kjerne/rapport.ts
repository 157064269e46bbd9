/**
 * The half-year and the annual report, made of the plan. The headings follow the form of the housing programme that Lørenskog
 * filled in (lorenskog-2011, pages 2–15): the programme, the plan, the activities with deviation and reason, good examples,
 * economy by activity and by who pays. «Måloppnåelse» and «Veien videre» are those of Tromsø's final report (tromso-2011,
 * page 2). The words are ours.
 */
import type { Blokk, Dokument, Verdi } from '../../eksport/typer';
import { avsnitt, avsnittene, overskrift, tabell, tittelAv, undertittel } from './dokument';
import { kjeden } from './kjede';
import type { Lister } from './kjede';
import { aarene, avvikendeSummer, etterKilde, hullIOkonomien, kildenavn, summer } from './okonomi';
import type { Sum } from './okonomi';
import { endringssetninger, ledersyn, statussetning, statustabell } from './status';
import { visFrist, visOre } from './tall';
import { navnAv, PENGEKILDE, PLANSTATUS, RAPPORTSLAG } from './typer';
import type { Plan, Post } from './typer';

const IKKE_FORT = 'Ikke ført.';
const del = (tittel: string, tekst: string): Blokk[] => [overskrift(tittel, 2), ...(tekst.trim() ? avsnittene(tekst) : [avsnitt(IKKE_FORT)])];

const rapporttittel = (plan: Plan): string => `${navnAv(RAPPORTSLAG, plan.rapport.slag) || 'Rapport'}${plan.rapport.aar ? ` ${plan.rapport.aar}` : ''}: ${tittelAv(plan)}`;

export function rapportAv(plan: Plan, forrige: Plan | null, lister: Lister, idag: string, bunntekst: string): Dokument {
  const { rapport } = plan;
  const adopted = plan.plan.status === 'vedtatt';
  return {
    tittel: rapporttittel(plan),
    undertittel: undertittel(plan),
    bunntekst,
    innhold: true,
    blokker: [
      overskrift('Sammendrag'),
      // Lørenskog said it in front of its tables: the plan reported on was not adopted (page 7).
      ...(adopted ? [] : [avsnitt(`Planen det rapporteres på, er ikke vedtatt.${plan.plan.status ? ` Status: ${navnAv(PLANSTATUS, plan.plan.status).toLowerCase()}.` : ''}`)]),
      ...avsnittene(rapport.sammendrag),
      avsnitt(statussetning(plan)),
      ...avgjores(plan, idag),
      overskrift('1 Om planen'),
      tabell(['Hva', 'Opplysning'], [['Kommune', plan.plan.kommune], ['Plan', tittelAv(plan)], ['Vedtatt', adopted ? [plan.plan.vedtatt_av, visFrist(plan.plan.vedtatt_dato)].filter((one) => one !== '').join(', ') : 'nei'], ['Rapporteringsår', rapport.aar === null ? '' : String(rapport.aar)], ['Dato', visFrist(rapport.dato)], ['Utfylt av', rapport.utfylt_av]], [30, 70]),
      overskrift('2 Status for planen'),
      ...del('Organisering', rapport.organisering),
      ...del('Forankring i andre planer', rapport.forankring),
      ...del('Politisk behandling', rapport.behandling),
      overskrift('3 Status for tiltakene'),
      ...tiltakene(plan),
      ...(forrige ? endringene(forrige, plan, lister) : []),
      ...(rapport.slag === 'ar' || rapport.maaloppnaelse.trim() ? del('Nærmer målene seg?', rapport.maaloppnaelse) : []),
      ...del('Erfaringer og gode eksempler', rapport.eksempler),
      overskrift('4 Økonomi'),
      ...okonomien(plan),
      overskrift('5 Veien videre'),
      ...(rapport.videre.trim() ? avsnittene(rapport.videre) : [avsnitt(IKKE_FORT)]),
    ],
  };
}

function avgjores(plan: Plan, idag: string): Blokk[] {
  const rows = ledersyn(plan, idag).avgjores;
  return rows.length > 0 ? [avsnitt('Dette må avgjøres:'), { slags: 'liste', punkter: rows.map(({ tiltak, nr }) => `${nr} ${tiltak.tekst}: ${tiltak.avgjores}`) }] : [];
}

function tiltakene(plan: Plan): Blokk[] {
  const kjede = kjeden(plan);
  const goals = kjede.maal.flatMap(({ maal, nr, strategier }) => {
    const rows = strategier.flatMap((one) => one.tiltak);
    return [overskrift(maal ? `Mål ${nr}: ${maal.tekst}` : 'Strategier uten mål', 2), rows.length > 0 ? statustabell(rows) : avsnitt('Ingen tiltak.')];
  });
  const loose = kjede.lose.length > 0 ? [overskrift('Tiltak uten strategi', 2), statustabell(kjede.lose)] : [];
  return goals.length + loose.length > 0 ? [...goals, ...loose] : [avsnitt('Planen har ingen tiltak.')];
}

function endringene(forrige: Plan, plan: Plan, lister: Lister): Blokk[] {
  const said = endringssetninger(forrige, plan, lister);
  return [overskrift('Endret siden forrige rapport', 2), said.length > 0 ? { slags: 'liste', punkter: said } : avsnitt('Ingenting er endret.')];
}

/** An amount in a table of the report: kroner, with øre where there are. */
const kr = (ore: number): string => visOre(ore);
const sumrad = (sum: Sum): Verdi[] => [sum.navn, kr(sum.budsjett), kr(sum.regnskap), kr(sum.avvik)];
const SUMKOLONNER = ['Budsjett, kroner', 'Regnskap, kroner', 'Avvik, kroner'] as const;
const ENDRING = 'Avviket er regnskap minus budsjett. Et beløp over null er mer brukt enn budsjettert.';

/** The economy: by who pays, by activity and by year; then what does not add up. */
export function okonomien(plan: Plan): Blokk[] {
  if (plan.okonomi.length === 0) return [avsnitt(`${IKKE_FORT} Skriv hvorfor, hvis tallene ikke finnes ennå.`)];
  const year = plan.rapport.aar;
  const rows = year === null ? plan.okonomi : plan.okonomi.filter((row) => row.aar === year);
  const wrong = [...avvikendeSummer(plan), ...hullIOkonomien(plan)];
  return [
    avsnitt(`${year === null ? 'Tallene gjelder alle år som er ført.' : `Tallene gjelder ${year}.`} ${ENDRING}`),
    overskrift('Etter hvem som betaler', 2),
    tabell(['Hvem betaler', ...SUMKOLONNER], etterKilde(rows).map(sumrad), [34, 22, 22, 22]),
    overskrift('Etter aktivitet', 2),
    aktivitetene(plan, rows),
    ...(aarene(plan.okonomi).length > 1 ? [overskrift('År for år', 2), aarstabell(plan)] : []),
    ...(wrong.length > 0 ? [overskrift('Dette stemmer ikke ennå', 2), { slags: 'liste' as const, punkter: wrong }] : []),
  ];
}

type Rad = Post<'okonomi'>;

/** One line for each activity and who pays for it; then the sum, which is that of the table above. */
function aktivitetene(plan: Plan, rows: readonly Rad[]): Blokk {
  const { nr } = kjeden(plan);
  const name = (row: Rad): string => [nr.get(row.tiltak), row.post || plan.tiltak.find((one) => one.id === row.tiltak)?.tekst || 'Ikke ført hva'].filter((one) => one).join(' ');
  const groups = new Map<string, { navn: string; kilde: string; rader: Rad[] }>();
  for (const row of rows) {
    const key = `${row.tiltak}|${name(row)}|${row.pengekilde}`;
    const group = groups.get(key) ?? { navn: name(row), kilde: kildenavn(row.pengekilde), rader: [] };
    group.rader.push(row);
    groups.set(key, group);
  }
  const lines = [...groups.values()].map(({ navn, kilde, rader }) => {
    const [, ...sums] = sumrad(summer('', rader));
    return [navn, kilde, ...sums];
  });
  const [, ...total] = sumrad(summer('', rows));
  return tabell(['Aktivitet', 'Hvem betaler', ...SUMKOLONNER], [...lines, ['I alt', '', ...total]], [30, 19, 17, 17, 17]);
}

/** The accounts by year and who pays, over the whole period. */
function aarstabell(plan: Plan): Blokk {
  const codes = [...PENGEKILDE.map(([kode]) => kode as string), ''].filter((kode) => plan.okonomi.some((row) => row.pengekilde === kode));
  const sum = (rows: readonly Rad[]): string => kr(summer('', rows).regnskap);
  const years = [...aarene(plan.okonomi), ...(plan.okonomi.some((row) => row.aar === null) ? [null] : [])];
  const line = (navn: string, rows: readonly Rad[]): Verdi[] => [navn, ...codes.map((kode) => sum(rows.filter((row) => row.pengekilde === kode))), sum(rows)];
  return tabell(['Regnskap', ...codes.map(kildenavn), 'I alt'], [...years.map((year) => line(year === null ? 'Uten år' : String(year), plan.okonomi.filter((row) => row.aar === year))), line('I alt', plan.okonomi)], [16, ...codes.map(() => 20), 20]);
}
