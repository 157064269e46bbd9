/** The plan as a document, for Word, Markdown and paper: drafted from the chain, with the reader's own words where they stand. */
import type { Blokk, Dokument, Verdi } from '../../eksport/typer';
import { kjeden, navnPaa, sumAv } from './kjede';
import type { Kjede, Lister, Strategigren } from './kjede';
import { anslattSider } from './sider';
import { visFrist, visKroner } from './tall';
import { BEHANDLING, BELOPSSLAG, navnAv, PLANSTATUS } from './typer';
import type { Plan, Tiltak } from './typer';

export const overskrift = (tekst: string, niva: 1 | 2 | 3 = 1): Blokk => ({ slags: 'overskrift', niva, tekst });
export const avsnitt = (tekst: string): Blokk => ({ slags: 'avsnitt', tekst });
/** One paragraph for each that the reader has parted with an empty line. */
export const avsnittene = (tekst: string): Blokk[] => tekst.split(/\n\s*\n/).filter((one) => one.trim() !== '').map((one) => avsnitt(one.trim()));
export const tabell = (kolonner: readonly string[], rader: readonly (readonly Verdi[])[], bredder: readonly number[]): Blokk => ({ slags: 'tabell', kolonner, rader, bredder });
const del = (tittel: string, tekst: string): Blokk[] => (tekst.trim() === '' ? [] : [overskrift(tittel), ...avsnittene(tekst)]);

export const tittelAv = (plan: Plan): string => plan.plan.tittel.trim() || `Boligsosial plan${plan.plan.kommune ? ` for ${plan.plan.kommune}` : ''}`;
export const periode = (fra: number | null, til: number | null): string => (fra !== null && til !== null && fra !== til ? `${fra}–${til}` : String(fra ?? til ?? ''));

export function undertittel(plan: Plan): string {
  const { kommune, fra, til, status, vedtatt_dato, vedtatt_av } = plan.plan;
  const adopted = status === 'vedtatt' ? `Vedtatt${vedtatt_av ? ` av ${vedtatt_av}` : ''}${vedtatt_dato ? ` ${visFrist(vedtatt_dato)}` : ''}` : navnAv(PLANSTATUS, status);
  return [kommune, periode(fra, til), adopted].filter((one) => one !== '').join(' · ');
}

/** What a measure costs, in words. */
export function kostnadstekst(tiltak: Tiltak): string {
  if (tiltak.kostnad === 'ukjent') return 'ikke kjent';
  if (tiltak.kostnad === 'ingen') return 'ingen ekstra';
  if (tiltak.kroner === null) return '';
  const years = periode(tiltak.kostnad_fra, tiltak.kostnad_til);
  const slag = navnAv(BELOPSSLAG, tiltak.belopsslag).toLowerCase();
  return `${visKroner(tiltak.kroner)} kr${tiltak.per === 'ar' ? ' hvert år' : ''}${years ? `, ${years}` : ''}${slag ? ` (${slag})` : ''}`;
}

const antall = (n: number, en: string, flere: string): string => `${n} ${n === 1 ? en : flere}`;

/** How large the plan is, in one sentence or two. */
export function omfang(plan: Plan): string {
  const political = plan.strategier.filter((one) => one.behandling === 'politisk').length;
  const admin = plan.strategier.filter((one) => one.behandling === 'administrativ').length;
  const size = `Planen har ${antall(plan.maal.length, 'mål', 'mål')}, ${antall(plan.strategier.length, 'strategi', 'strategier')} og ${plan.tiltak.length} tiltak.`;
  return political + admin > 0 ? `${size} ${political} av strategiene behandles politisk, og ${admin} administrativt.` : size;
}

const tiltakstabell = (rows: readonly { tiltak: Tiltak; nr: string }[]): Blokk =>
  tabell(['Nr', 'Tiltak', 'Ansvarlig', 'Frist', 'Kostnad'], rows.map(({ tiltak, nr }) => [nr, tiltak.tekst, ...[tiltak.ansvarlig, visFrist(tiltak.frist), kostnadstekst(tiltak)].map((said) => said || 'ikke avklart')]), [8, 42, 19, 11, 20]);

function strategi({ strategi: one, nr, tiltak }: Strategigren, lister: Lister): Blokk[] {
  const short = one.tekst.length <= 110 && !one.tekst.includes('\n');
  const facts = [
    navnAv(BEHANDLING, one.behandling) ? `${navnAv(BEHANDLING, one.behandling)} behandling` : '',
    one.prioritet ? `prioritet ${one.prioritet}` : '',
    periode(one.fra, one.til),
    one.malgrupper.length > 0 ? `for ${one.malgrupper.map((id) => navnPaa(lister, 'malgrupper', id).toLowerCase()).join(', ')}` : '',
    one.plikter.length > 0 ? `svarer på ${one.plikter.map((id) => navnPaa(lister, 'plikter', id)).join(', ')}` : '',
  ].filter((fact) => fact !== '');
  return [
    overskrift(short && one.tekst ? `Strategi ${nr}: ${one.tekst}` : `Strategi ${nr}`, 3),
    ...(short ? [] : avsnittene(one.tekst)),
    ...(facts.length > 0 ? [avsnitt(`${facts.join(' · ')}.`)] : []),
    tiltak.length > 0 ? tiltakstabell(tiltak) : avsnitt('Strategien har ingen tiltak ennå.'),
  ];
}

function maalene(plan: Plan, kjede: Kjede, lister: Lister): Blokk[] {
  if (kjede.maal.length === 0 && kjede.lose.length === 0) return [];
  const challenge = (id: string): string => plan.utfordringer.find((one) => one.id === id)?.tekst ?? '';
  return [
    overskrift('Mål, strategier og tiltak'),
    ...kjede.maal.flatMap(({ maal, nr, strategier }) => [
      overskrift(maal ? `Mål ${nr}: ${maal.tekst}` : 'Strategier uten mål', 2),
      ...(maal && challenge(maal.utfordring) ? [avsnitt(`Utfordringen: ${challenge(maal.utfordring)}`)] : []),
      ...(maal?.maaling ? [avsnitt(`Slik vet vi at målet er nådd: ${maal.maaling}`)] : []),
      ...strategier.flatMap((gren) => strategi(gren, lister)),
    ]),
    ...(kjede.lose.length > 0 ? [overskrift('Tiltak uten strategi', 2), tiltakstabell(kjede.lose)] : []),
  ];
}

function kostnader(plan: Plan, kjede: Kjede): Blokk[] {
  if (!plan.tiltak.some((one) => one.kostnad !== '')) return [];
  const line = (navn: string, tiltak: readonly Tiltak[]): Verdi[] => {
    const sum = sumAv(tiltak);
    return [navn, sum.kjent > 0 ? visKroner(sum.kroner) : '', sum.ukjent];
  };
  const rows = kjede.maal.flatMap((goal) => goal.strategier).map((gren) => line(`${gren.nr} ${gren.strategi.tekst}`, gren.tiltak.map((one) => one.tiltak)));
  const loose = kjede.lose.length > 0 ? [line('Tiltak uten strategi', kjede.lose.map((one) => one.tiltak))] : [];
  return [
    overskrift('Kostnader'),
    avsnitt('Beløp som gjelder hvert år, er ganget med årene. Summen tar bare med tiltak der beløpet er kjent.'),
    tabell(['Strategi', 'Kjent kostnad, kroner', 'Tiltak uten kjent kostnad'], [...rows, ...loose, line('I alt', plan.tiltak)], [60, 20, 20]),
  ];
}

function dekning(plan: Plan, kjede: Kjede, lister: Lister): Blokk[] {
  const answer = (felt: 'malgrupper' | 'plikter', id: string): string => {
    const numbers = [...plan.strategier.filter((one) => one[felt].includes(id)), ...plan.tiltak.filter((one) => one[felt].includes(id))].map((one) => kjede.nr.get(one.id) ?? '');
    const reason = plan.unntak.find((one) => one.gjelder === id)?.grunn ?? '';
    return numbers.length > 0 ? numbers.join(', ') : reason ? `Ikke med: ${reason}` : '';
  };
  const known = new Set([...lister.malgrupper, ...lister.plikter].map((one) => one.id));
  const own = (felt: 'malgrupper' | 'plikter'): string[] => [...new Set([...plan.strategier, ...plan.tiltak].flatMap((one) => one[felt]))].filter((id) => !known.has(id));
  // What the plan answers stands in a table, the rest in one sentence: a plan to be adopted is no list of what it lacks.
  const part = (felt: 'malgrupper' | 'plikter', kolonne: string, ids: readonly string[], resten: string): Blokk[] => {
    const rows = ids.map((id) => [navnPaa(lister, felt, id), answer(felt, id)] as const);
    const [there, missing] = [rows.filter(([, said]) => said !== ''), rows.filter(([, said]) => said === '')];
    return [
      ...(there.length > 0 ? [tabell([kolonne, 'Strategier og tiltak'], there, [55, 45])] : []),
      ...(missing.length > 0 ? [avsnitt(`${resten}: ${missing.map(([name]) => name).join(', ')}.`)] : []),
    ];
  };
  const duties = [...lister.plikter.filter((one) => one.styrke !== 'kan').map((one) => one.id), ...own('plikter')];
  const groups = [...lister.malgrupper.map((one) => one.id), ...own('malgrupper')];
  if (duties.length + groups.length === 0) return [];
  return [
    overskrift('Plikter og grupper'),
    avsnitt('Her står pliktene i boligsosialloven §§ 5–7 og gruppene, med numrene på strategiene og tiltakene som gjelder dem. Det sier ikke om kommunen oppfyller loven. Pliktene er gjengitt kort, og det er loven som gjelder.'),
    ...part('plikter', 'Plikt', duties, 'Planen har ingen egen strategi for disse pliktene'),
    ...part('malgrupper', 'Gruppe', groups, 'Planen har ingen egen strategi for disse gruppene'),
  ];
}

function hentet(plan: Plan, kjede: Kjede): Blokk[] {
  const from = [...plan.strategier, ...plan.tiltak].filter((one) => one.hentet_fra !== '' || one.hentet_kilde !== '');
  const lessons = plan.erfaringer.map((one) => `${one.tekst}${one.hentet_fra || one.hentet_kilde ? ` (${[one.hentet_fra, one.hentet_kilde].filter((part) => part !== '').join(', ')})` : ''}`);
  return [
    ...(lessons.length > 0 ? [overskrift('Erfaringer planen bygger på'), { slags: 'liste' as const, punkter: lessons }] : []),
    ...(from.length > 0 ? [overskrift('Hentet fra andre'), tabell(['Nr', 'Fra', 'Kilde'], from.map((one) => [kjede.nr.get(one.id) ?? '', one.hentet_fra, one.hentet_kilde]), [10, 35, 55])] : []),
  ];
}

/** So short a plan is read without a contents list: its page numbers are empty until Word is asked to fill them in. */
const UTEN_INNHOLD = 4;

/** The whole plan. `opphav` is the name of the site it was made on, said once at the end; at the foot stands the plan's own name. */
export function dokumentAv(plan: Plan, lister: Lister, opphav: string): Dokument {
  const kjede = kjeden(plan);
  const challenges = plan.utfordringer.map((one, i) => [i + 1, one.tekst, one.tall || 'ikke ført', one.kilde || 'ikke ført']);
  const dokument = {
    tittel: tittelAv(plan),
    undertittel: undertittel(plan),
    bunntekst: tittelAv(plan),
    blokker: [
      overskrift('Kort om planen'),
      ...avsnittene(plan.plan.innledning),
      avsnitt(omfang(plan)),
      ...(challenges.length > 0 ? [overskrift('Utfordringer'), tabell(['Nr', 'Utfordring', 'Tall', 'Kilde'], challenges, [8, 46, 20, 26])] : []),
      ...maalene(plan, kjede, lister),
      ...kostnader(plan, kjede),
      ...del('Slik er planen laget', plan.plan.arbeidet),
      ...del('Slik følges planen opp', plan.plan.oppfolging),
      ...dekning(plan, kjede, lister),
      ...hentet(plan, kjede),
      ...(opphav ? [avsnitt(`Dokumentet er laget med Planverkstedet i ${opphav}. Innholdet er kommunens eget.`)] : []),
    ],
  };
  return { ...dokument, innhold: anslattSider(dokument) > UTEN_INNHOLD };
}

