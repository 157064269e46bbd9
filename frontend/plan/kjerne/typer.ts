/**
 * What a plan holds. The tables of fields are the one definition: the types, the file, the sheets of Excel, the comparison
 * and the forms are made of them. docs/verktoy/plan.schema.json says the same for others; a test holds them together.
 */

export const FORMAT = 'boligsosial-plan';
export const VERSJON = 1;
export const MAKS_LINJE = 300;
export const MAKS_TEKST = 5000;
/** The most posts of one kind a file may have. */
export const MAKS_POSTER = 2000;

/** What a field holds. `ore` is whole øre, shown as kroner; `kroner` is whole kroner; `frist` a year or a day. */
interface Slagtyper {
  linje: string;
  tekst: string;
  dato: string;
  frist: string;
  valg: string;
  ref: string;
  aar: number | null;
  tall: number | null;
  kroner: number | null;
  ore: number | null;
  liste: readonly string[];
}
type Feltslag = keyof Slagtyper;
export type Verdi = string | number | null | readonly string[];

export interface Felt {
  readonly navn: string;
  readonly tittel: string;
  readonly slag: Feltslag;
  readonly hjelp?: string;
  /** For valg: code and name. */
  readonly valg?: readonly (readonly [kode: string, navn: string])[];
  /** For ref: the part it points into. For liste: what it is a list of. */
  readonly til?: string;
  /** For tall: from and to. */
  readonly spenn?: readonly [number, number];
}

export const BEHANDLING = [['politisk', 'Politisk'], ['administrativ', 'Administrativ']] as const;
const PRIORITET = [['1', '1 – først'], ['2', '2 – deretter'], ['3', '3 – når det er rom']] as const;
const KOSTNAD = [['kjent', 'Beløpet er kjent'], ['ingen', 'Koster ikke noe ekstra'], ['ukjent', 'Ikke kjent ennå']] as const;
const PER = [['totalt', 'i alt'], ['ar', 'hvert år']] as const;
export const BELOPSSLAG = [['drift', 'Drift'], ['investering', 'Investering'], ['tilskudd', 'Tilskudd']] as const;
export const OPPHAV = [['ny', 'Nytt'], ['viderefort', 'Videreført']] as const;
/** The codes of the list «tilstand» in data/kodelister.yml. */
export const TILSTAND = [['ikke_startet', 'Ikke startet'], ['pagar', 'Pågår'], ['gjennomfort', 'Gjennomført'], ['avviklet', 'Avviklet'], ['ukjent', 'Ikke kjent']] as const;
export const PENGEKILDE = [['kommunen', 'Kommunen selv'], ['husbanken', 'Husbanken'], ['staten', 'Andre i staten'], ['andre', 'Andre']] as const;
export const PLANSTATUS = [['utkast', 'Utkast'], ['horing', 'På høring'], ['vedtatt', 'Vedtatt']] as const;
export const RAPPORTSLAG = [['halvar', 'Halvårsrapport'], ['ar', 'Årsrapport']] as const;

const HENTET = [
  { navn: 'hentet_fra', tittel: 'Hentet fra', slag: 'linje' },
  { navn: 'hentet_kilde', tittel: 'Kilde', slag: 'linje' },
  { navn: 'hentet_adresse', tittel: 'Adresse', slag: 'linje' },
] as const;

export const HODER = {
  plan: [
    { navn: 'tittel', tittel: 'Tittel', slag: 'linje' },
    { navn: 'kommune', tittel: 'Kommune', slag: 'linje' },
    { navn: 'fra', tittel: 'Første år', slag: 'aar' },
    { navn: 'til', tittel: 'Siste år', slag: 'aar' },
    { navn: 'status', tittel: 'Status', slag: 'valg', valg: PLANSTATUS },
    { navn: 'vedtatt_dato', tittel: 'Vedtatt dato', slag: 'dato' },
    { navn: 'vedtatt_av', tittel: 'Vedtatt av', slag: 'linje' },
    { navn: 'innledning', tittel: 'Hva planen skal svare på', slag: 'tekst', hjelp: 'Kort. Tall hører til utfordringene.' },
    { navn: 'arbeidet', tittel: 'Slik er planen laget', slag: 'tekst', hjelp: 'Hvem var med, og hva sa brukerne?' },
    { navn: 'oppfolging', tittel: 'Slik følges planen opp', slag: 'tekst', hjelp: 'Hvem legger fram status, for hvem, og hvor ofte?' },
    { navn: 'sidegrense', tittel: 'Høyst så mange sider', slag: 'tall', spenn: [1, 300], hjelp: 'Tromsø satte grensen til 30.' },
  ],
  rapport: [
    { navn: 'slag', tittel: 'Rapport', slag: 'valg', valg: RAPPORTSLAG },
    { navn: 'aar', tittel: 'År', slag: 'aar' },
    { navn: 'dato', tittel: 'Rapportert dato', slag: 'dato' },
    { navn: 'utfylt_av', tittel: 'Utfylt av (rolle)', slag: 'linje' },
    { navn: 'sammendrag', tittel: 'Sammendrag', slag: 'tekst', hjelp: 'Tre ting som er nådd, tre som står. Skriv det sist.' },
    { navn: 'organisering', tittel: 'Organisering, og hva som er endret', slag: 'tekst' },
    { navn: 'forankring', tittel: 'Forankring i andre planer', slag: 'tekst' },
    { navn: 'behandling', tittel: 'Politisk behandling', slag: 'tekst' },
    { navn: 'maaloppnaelse', tittel: 'Nærmer målene seg?', slag: 'tekst' },
    { navn: 'eksempler', tittel: 'Erfaringer og gode eksempler', slag: 'tekst' },
    { navn: 'videre', tittel: 'Veien videre', slag: 'tekst' },
  ],
} as const satisfies Record<string, readonly Felt[]>;

export const DELER = {
  utfordringer: [
    { navn: 'tekst', tittel: 'Utfordring', slag: 'tekst', hjelp: 'Én setning.' },
    { navn: 'tall', tittel: 'Tallet som viser den', slag: 'linje' },
    { navn: 'kilde', tittel: 'Kilde til tallet', slag: 'linje' },
  ],
  maal: [
    { navn: 'tekst', tittel: 'Mål', slag: 'tekst', hjelp: 'Hva skal være annerledes, og når?' },
    { navn: 'utfordring', tittel: 'Svarer på utfordringen', slag: 'ref', til: 'utfordringer' },
    { navn: 'maaling', tittel: 'Slik vet vi at det er nådd', slag: 'linje' },
  ],
  strategier: [
    { navn: 'tekst', tittel: 'Strategi', slag: 'tekst', hjelp: 'Veien fram til målet.' },
    { navn: 'maal', tittel: 'Hører til målet', slag: 'ref', til: 'maal' },
    { navn: 'behandling', tittel: 'Behandling', slag: 'valg', valg: BEHANDLING },
    { navn: 'prioritet', tittel: 'Prioritet', slag: 'valg', valg: PRIORITET },
    { navn: 'fra', tittel: 'Fra år', slag: 'aar' },
    { navn: 'til', tittel: 'Til år', slag: 'aar' },
    { navn: 'malgrupper', tittel: 'Målgrupper', slag: 'liste', til: 'malgrupper' },
    { navn: 'plikter', tittel: 'Plikter den svarer på', slag: 'liste', til: 'plikter' },
    ...HENTET,
  ],
  tiltak: [
    { navn: 'tekst', tittel: 'Tiltak', slag: 'tekst', hjelp: 'Noe noen gjør, i én setning.' },
    { navn: 'strategi', tittel: 'Hører til strategien', slag: 'ref', til: 'strategier' },
    { navn: 'ansvarlig', tittel: 'Ansvarlig rolle', slag: 'linje', hjelp: 'Én rolle. Ikke et navn.' },
    { navn: 'frist', tittel: 'Frist', slag: 'frist', hjelp: 'Et år, eller en dato som 1.6.2028.' },
    { navn: 'kostnad', tittel: 'Kostnad', slag: 'valg', valg: KOSTNAD },
    { navn: 'kroner', tittel: 'Hele kroner', slag: 'kroner' },
    { navn: 'per', tittel: 'Beløpet gjelder', slag: 'valg', valg: PER },
    { navn: 'kostnad_fra', tittel: 'Kostnad fra år', slag: 'aar' },
    { navn: 'kostnad_til', tittel: 'Kostnad til år', slag: 'aar' },
    { navn: 'belopsslag', tittel: 'Slags kostnad', slag: 'valg', valg: BELOPSSLAG },
    { navn: 'malgrupper', tittel: 'Målgrupper', slag: 'liste', til: 'malgrupper' },
    { navn: 'plikter', tittel: 'Plikter det svarer på', slag: 'liste', til: 'plikter' },
    { navn: 'opphav', tittel: 'Opphav', slag: 'valg', valg: OPPHAV },
    { navn: 'tilstand', tittel: 'Tilstand', slag: 'valg', valg: TILSTAND },
    { navn: 'framdrift', tittel: 'Framdrift i prosent', slag: 'tall', spenn: [0, 100] },
    { navn: 'framdrift_av', tittel: 'Prosent av hva', slag: 'linje', hjelp: 'For eksempel: 2 av 8 boliger.' },
    { navn: 'avvik', tittel: 'Avvik', slag: 'tekst', hjelp: 'Hva gikk ikke som planlagt?' },
    { navn: 'grunn', tittel: 'Grunn til avviket', slag: 'tekst' },
    { navn: 'neste', tittel: 'Neste steg', slag: 'tekst' },
    { navn: 'hvem', tittel: 'Hvem gjør neste steg', slag: 'linje', hjelp: 'Rolle, ikke navn.' },
    { navn: 'avgjores', tittel: 'Må avgjøres, og av hvem', slag: 'tekst' },
    { navn: 'oppdatert', tittel: 'Ført dato', slag: 'dato' },
    ...HENTET,
  ],
  erfaringer: [
    { navn: 'tekst', tittel: 'Erfaring', slag: 'tekst' },
    { navn: 'strategi', tittel: 'Gjelder strategien', slag: 'ref', til: 'strategier' },
    ...HENTET,
  ],
  unntak: [
    { navn: 'gjelder', tittel: 'Gruppe eller plikt', slag: 'linje' },
    { navn: 'grunn', tittel: 'Hvorfor den ikke er med', slag: 'linje' },
  ],
  okonomi: [
    { navn: 'tiltak', tittel: 'Tiltak', slag: 'ref', til: 'tiltak' },
    { navn: 'post', tittel: 'Hva pengene går til', slag: 'linje' },
    { navn: 'aar', tittel: 'År', slag: 'aar' },
    { navn: 'pengekilde', tittel: 'Hvem betaler', slag: 'valg', valg: PENGEKILDE },
    { navn: 'budsjett', tittel: 'Budsjett', slag: 'ore' },
    { navn: 'regnskap', tittel: 'Regnskap', slag: 'ore' },
    { navn: 'merknad', tittel: 'Merknad', slag: 'linje' },
  ],
  kontroll: [
    { navn: 'aar', tittel: 'År', slag: 'aar' },
    { navn: 'budsjett', tittel: 'Budsjett i alt', slag: 'ore' },
    { navn: 'regnskap', tittel: 'Regnskap i alt', slag: 'ore' },
    { navn: 'kilde', tittel: 'Hvor summen står', slag: 'linje' },
  ],
} as const satisfies Record<string, readonly Felt[]>;

export type Del = keyof typeof DELER;
export type Hode = keyof typeof HODER;
type Feltverdier<F extends readonly Felt[]> = { readonly [One in F[number] as One['navn']]: Slagtyper[One['slag']] };
export type Post<D extends Del> = { readonly id: string } & Feltverdier<(typeof DELER)[D]>;
export type Strategi = Post<'strategier'>;
export type Tiltak = Post<'tiltak'>;

export type Plan = {
  /** Made once, so that two files can be known as two versions of one plan. */
  readonly id: string;
  /** The number of the next post. An id is never used again. */
  readonly neste: number;
} & { readonly [H in Hode]: Feltverdier<(typeof HODER)[H]> } & { readonly [D in Del]: readonly Post<D>[] };

export const DELNAVN: Readonly<Record<Del, readonly [en: string, flere: string, bokstav: string]>> = {
  utfordringer: ['utfordring', 'utfordringer', 'u'],
  maal: ['mål', 'mål', 'm'],
  strategier: ['strategi', 'strategier', 's'],
  tiltak: ['tiltak', 'tiltak', 't'],
  erfaringer: ['erfaring', 'erfaringer', 'e'],
  unntak: ['unntak', 'unntak', 'x'],
  okonomi: ['økonomirad', 'økonomirader', 'o'],
  kontroll: ['kontrollsum', 'kontrollsummer', 'k'],
};
export const DELNAVNENE = Object.keys(DELER) as Del[];

export const felterI = (del: Del): readonly Felt[] => DELER[del];
export const hodefelter = (hode: Hode): readonly Felt[] => HODER[hode];

/** What a field of the kind holds before anything is written. */
export const tomVerdi = (slag: Feltslag): Verdi => (slag === 'liste' ? [] : slag === 'aar' || slag === 'tall' || slag === 'kroner' || slag === 'ore' ? null : '');
const tomme = (felter: readonly Felt[]): Record<string, Verdi> => Object.fromEntries(felter.map((felt) => [felt.navn, tomVerdi(felt.slag)]));

export const tomPost = <D extends Del>(del: D, id: string): Post<D> => ({ id, ...tomme(DELER[del]) }) as unknown as Post<D>;

/** An empty plan. `id` is a parameter for the tests' sake. */
export function tomPlan(id: string): Plan {
  const heads = Object.fromEntries((Object.keys(HODER) as Hode[]).map((hode) => [hode, tomme(HODER[hode])]));
  const parts = Object.fromEntries(DELNAVNENE.map((del) => [del, []]));
  return { id, neste: 1, ...heads, ...parts } as unknown as Plan;
}

/** An id no other plan has. */
export function nyPlanId(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The value of a field found by its name. */
export const verdiAv = (post: object, felt: string): Verdi => (post as Record<string, Verdi>)[felt] ?? '';
export const navnAv = (valg: Felt['valg'], kode: string): string => valg?.find(([key]) => key === kode)?.[1] ?? '';
export const erTom = (verdi: Verdi): boolean => verdi === '' || verdi === null || (Array.isArray(verdi) && verdi.length === 0);
/** True if nothing is written in the plan. */
export const erTomPlan = (plan: Plan): boolean =>
  DELNAVNENE.every((del) => plan[del].length === 0) && (Object.keys(HODER) as Hode[]).every((hode) => Object.values(plan[hode]).every((verdi) => erTom(verdi as Verdi)));
