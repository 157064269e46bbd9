/** The checklist as Word and Excel. Plain data in, plain data out. */
import type { Ark, Blokk, Bok, Dokument } from '../eksport/typer';
import { dagcelle, norskDag } from '../felles/dag';
import { navnAvSvar, SVAR } from './typer';
import type { Krav, Sjekkliste, Svar, Svarverdi } from './typer';
import { advarsler, veien } from './vei';

export interface Grunnlag {
  krav: readonly Krav[];
  liste: Sjekkliste;
  /** YYYY-MM-DD. */
  idag: string;
}

const STYRKER = [
  ['skal', 'Skal'],
  ['bor', 'Bør'],
  ['kan', 'Kan'],
] as const;

export interface Opptelling {
  navn: string;
  antall: number;
  /** How many have each answer; '' is not answered. */
  svar: Record<Svarverdi | '', number>;
}

/** How many of each strength have each answer. */
export function telling({ krav, liste }: Grunnlag): Opptelling[] {
  return STYRKER.map(([styrke, navn]) => {
    const these = krav.filter((one) => one.styrke === styrke);
    const svar = { ja: 0, delvis: 0, nei: 0, vet_ikke: 0, '': 0 };
    for (const one of these) svar[liste.svar.get(one.id)?.svar ?? ''] += 1;
    return { navn, antall: these.length, svar };
  }).filter((row) => row.antall > 0);
}

interface Hull {
  krav: Krav;
  svar: Svar;
}

/** Demands that are not fully met, or that have something missing written at them; those with a date first, by date. */
export function hullene({ krav, liste }: Grunnlag): Hull[] {
  const found = krav.flatMap((one) => {
    const svar = liste.svar.get(one.id);
    return svar && ((svar.svar !== '' && svar.svar !== 'ja') || svar.mangler) ? [{ krav: one, svar }] : [];
  });
  const key = ({ krav: one, svar }: Hull): string => `${svar.naar || '9999'} ${one.frist || '9999'} ${STYRKER.findIndex(([styrke]) => styrke === one.styrke)}`;
  return found.sort((a, b) => key(a).localeCompare(key(b)));
}

/** Answers to demands that the page no longer has: they are kept, and shown. */
export function eldre({ krav, liste }: Grunnlag): [string, Svar][] {
  const known = new Set(krav.map((one) => one.id));
  return [...liste.svar].filter(([id]) => !known.has(id));
}

const antall = (n: number, en: string, flere: string): string => (n === 1 ? `Ett ${en}` : `${n} ${flere}`);

/** The summary in sentences. */
export function sammendrag(g: Grunnlag): string[] {
  const duties = telling(g).find((row) => row.navn === 'Skal');
  if (!duties) return [];
  const { svar, antall: alle } = duties;
  const said = [`${svar.ja} av ${alle} plikter (skal) har svaret ja, ${svar.delvis} delvis, ${svar.nei} nei og ${svar.vet_ikke} vet ikke. ${svar['']} er ikke besvart.`];
  const urgent = g.krav.filter((one) => one.frist && one.styrke === 'skal' && g.liste.svar.get(one.id)?.svar !== 'ja');
  said.push(urgent.length > 0 ? `Fristen 1. juli 2027 gjelder ${g.krav.filter((one) => one.frist).length} av punktene. Disse har ikke svaret ja: ${urgent.map((one) => one.tittel.toLowerCase()).join(', ')}.` : 'Alle punktene med frist 1. juli 2027 har svaret ja.');
  const proofless = g.krav.filter((one) => g.liste.svar.get(one.id)?.svar === 'ja' && !g.liste.svar.get(one.id)?.viser);
  if (proofless.length > 0) said.push(`${antall(proofless.length, 'punkt', 'punkter')} har svaret ja, men det står ikke hva som viser det.`);
  const loose = hullene(g).filter(({ svar: one }) => !one.hvem || !one.naar);
  if (loose.length > 0) said.push(`${antall(loose.length, 'hull', 'hull')} mangler hvem eller når.`);
  return said;
}

const tittelAv = ({ liste }: Grunnlag): string => `Sjekkliste for boligsosialloven §§ 5–7${liste.kommune ? `: ${liste.kommune}` : ''}`;
const FORBEHOLD = 'Svarene er kommunens egne, og er ikke en juridisk vurdering. Kravene er skrevet med våre ord. Det er loven selv som gjelder.';

const heading = (tekst: string, niva: 1 | 2 = 1): Blokk => ({ slags: 'overskrift', niva, tekst });
const paragraph = (tekst: string): Blokk => ({ slags: 'avsnitt', tekst });

function counts(g: Grunnlag): Blokk {
  const rows = telling(g).map((row) => [row.navn, row.antall, ...SVAR.map(([key]) => row.svar[key]), row.svar['']]);
  return { slags: 'tabell', kolonner: ['Styrke', 'Punkter', ...SVAR.map(([, navn]) => navn), 'Ikke besvart'], rader: rows };
}

function gaps(g: Grunnlag): Blokk[] {
  const rows = hullene(g).map(({ krav, svar }) => [`${krav.tittel} (§ ${krav.paragraf}, ${krav.styrkenavn.toLowerCase()})`, navnAvSvar(svar.svar), svar.mangler || 'ikke beskrevet', svar.hvem || 'ikke fordelt', dagcelle(svar.naar) ?? 'ikke satt']);
  if (rows.length === 0) return [paragraph('Ingen hull er ført.')];
  return [{ slags: 'tabell', kolonner: ['Krav', 'Svar', 'Hva mangler', 'Hvem', 'Når'], rader: rows, bredder: [30, 11, 33, 15, 11] }];
}

function road(g: Grunnlag): Blokk[] {
  const tasks = veien(g.liste);
  const warnings = advarsler(tasks, g.idag);
  return [
    paragraph(g.liste.vedtak ? `Datoene er regnet bakover fra møtet ${norskDag(g.liste.vedtak)}.` : 'Datoene er regnet bakover fra et møte 17. juni 2027. Det er et eksempel. Bytt det ut med deres eget møte.'),
    ...(warnings.length > 0 ? [{ slags: 'liste' as const, punkter: warnings }] : []),
    { slags: 'tabell', kolonner: ['Når', 'Hva', 'Hvem', 'Regel', 'Ferdig'], rader: tasks.map((one) => [dagcelle(one.naar), one.hva, one.hvem, one.regel || 'vårt anslag', one.ferdig ? 'ja' : '']), bredder: [12, 40, 20, 20, 8] },
  ];
}

/** What nobody has filled in is seen to be so on paper too. */
const TOMT = 'ikke fylt ut';

function duty(krav: Krav, svar: Svar | undefined): Blokk[] {
  const rows: [string, string | Date | null][] = [
    ['Kravet', krav.tekst],
    ['Svar', navnAvSvar(svar?.svar ?? '')],
    ['Hva viser det', svar?.viser || TOMT],
    ['Hva mangler', svar?.mangler || TOMT],
    ['Hvem', svar?.hvem || TOMT],
    ['Når', (dagcelle(svar?.naar ?? '') as Date | null) ?? TOMT],
  ];
  return [heading(`${krav.tittel} (${krav.styrkenavn.toLowerCase()})`, 2), paragraph(krav.hjemmel), { slags: 'tabell', kolonner: ['Felt', 'Innhold'], rader: rows, bredder: [20, 80] }];
}

/** What the document rests on, and where it was made. */
function sources(om: readonly (readonly [string, string])[]): Blokk[] {
  return [
    heading('Kilder'),
    {
      slags: 'liste',
      punkter: [
        'Boligsosialloven §§ 5–7 og 10. Loven selv står på lovdata.no.',
        'Plan- og bygningsloven (pbl.) §§ 10-1, 11-13 og 11-14, for tiden til høring og offentlighet.',
        'Svarene, datoene og fordelingen av oppgaver er kommunens egne.',
        ...om.map(([name, value]) => `${name}: ${value}`),
      ],
    },
  ];
}

/** The whole checklist for Word and for paper. `om` says where it was made, as on the sheet «Om fila». */
export function dokumentAv(g: Grunnlag, om: readonly (readonly [string, string])[] = []): Dokument {
  const old = eldre(g);
  return {
    tittel: tittelAv(g),
    undertittel: `${g.liste.kommune ? '' : 'Kommune: ikke fylt ut. '}Laget ${norskDag(g.idag)}.`,
    bunntekst: tittelAv(g),
    innhold: true,
    blokker: [
      paragraph(FORBEHOLD),
      heading('Oppsummering'),
      { slags: 'liste', punkter: sammendrag(g) },
      counts(g),
      heading('Hullene'),
      ...gaps(g),
      heading('Veien til fristen 1. juli 2027'),
      ...road(g),
      ...[...new Set(g.krav.map((one) => one.paragraf))].flatMap((paragraf) => [
        heading(`§ ${paragraf}, punkt for punkt`),
        ...g.krav.filter((one) => one.paragraf === paragraf).flatMap((one) => duty(one, g.liste.svar.get(one.id))),
      ]),
      ...(old.length > 0 ? [heading('Fra en eldre utgave av sjekklista'), { slags: 'tabell' as const, kolonner: ['Krav', 'Svar', 'Hva viser det', 'Hva mangler', 'Hvem', 'Når'], rader: old.map(([id, one]) => [one.tittel || id, navnAvSvar(one.svar), one.viser, one.mangler, one.hvem, dagcelle(one.naar)]) }] : []),
      ...sources(om),
    ],
  };
}

/** The checklist as a workbook: the demands, the road, the summary. */
export function bokAv(g: Grunnlag, om: readonly (readonly [string, string])[]): Bok {
  const demands: Ark = {
    navn: 'Krav',
    kolonner: [{ navn: 'Paragraf' }, { navn: 'Krav', bredde: 28 }, { navn: 'Styrke' }, { navn: 'Hva loven sier', bredde: 45 }, { navn: 'Svar' }, { navn: 'Hva viser det', bredde: 35 }, { navn: 'Hva mangler', bredde: 35 }, { navn: 'Hvem', bredde: 20 }, { navn: 'Når' }, { navn: 'Frist i loven' }, { navn: 'Hjemmel', bredde: 30 }],
    rader: [
      ...g.krav.map((one) => {
        const svar = g.liste.svar.get(one.id);
        return [`§ ${one.paragraf}`, one.tittel, one.styrkenavn, one.tekst, navnAvSvar(svar?.svar ?? ''), svar?.viser ?? '', svar?.mangler ?? '', svar?.hvem ?? '', dagcelle(svar?.naar ?? ''), dagcelle(one.frist), one.hjemmel];
      }),
      ...eldre(g).map(([id, svar]) => ['eldre', svar.tittel || id, '', '', navnAvSvar(svar.svar), svar.viser, svar.mangler, svar.hvem, dagcelle(svar.naar), null, '']),
    ],
  };
  const road_: Ark = {
    navn: 'Veien til fristen',
    kolonner: [{ navn: 'Når' }, { navn: 'Fase', bredde: 26 }, { navn: 'Hva', bredde: 50 }, { navn: 'Hvem', bredde: 24 }, { navn: 'Regel', bredde: 36 }, { navn: 'Ferdig' }],
    rader: veien(g.liste).map((one) => [dagcelle(one.naar), one.fase, one.hva, one.hvem, one.regel || 'vårt anslag', one.ferdig ? 'ja' : 'nei']),
  };
  const sum: Ark = {
    navn: 'Oppsummering',
    kolonner: ['Styrke', 'Punkter', ...SVAR.map(([, navn]) => navn), 'Ikke besvart'].map((navn) => ({ navn })),
    rader: telling(g).map((row) => [row.navn, row.antall, ...SVAR.map(([key]) => row.svar[key]), row.svar['']]),
  };
  return { ark: [demands, road_, sum], om: [['Hva', tittelAv(g)], ['Dato', norskDag(g.idag)], ['Forbehold', FORBEHOLD], ...om] };
}
