/**
 * How alike municipalities are, with the reason in words. Pure.
 *
 * The rule is that of lignende_kommuner in macros/queries/kommuner.py: the same county counts for more than the same size
 * class, both count most; here the reader may turn the first two round. What lies nearest comes first among equals.
 */
export interface Kommune {
  nummer: string;
  navn: string;
  /** Other names it goes under: in another language, or before a merger. */
  andre: string[];
  fylke: number;
  /** Number of the size class, or -1 where nobody has been counted. */
  storrelse: number;
  ar: string;
  punkt: [number, number];
}

export interface Eksempel {
  id: string;
  tittel: string;
  ingress: string;
  tid: string;
  kommuner: string[];
  malgrupper: string[];
  temaer: string[];
}

export interface Data {
  fylker: string[];
  storrelser: [string, string][];
  kommuner: Map<string, Kommune>;
  malgrupper: [string, string][];
  temaer: [string, string][];
  eksempler: Eksempel[];
}

export interface Valg {
  kommune: string;
  /** Numbers in the lists; -1 where nothing is chosen. */
  fylke: number;
  storrelse: number;
  malgruppe: string;
  tema: string;
  viktigst: 'fylke' | 'storrelse';
}

export interface Treff {
  eksempel: Eksempel;
  poeng: number;
  avstand: number;
  grunner: string[];
  ukjent: string[];
}

type Raa = {
  fylker: string[];
  storrelser: [string, string][];
  kommuner: [string, string, string[], number, number, string, [number, number]][];
  malgrupper: [string, string][];
  temaer: [string, string][];
  eksempler: [string, string, string, string, string[], string[], string[]][];
};

/** What the build wrote (macros/finne/likhet.py), as objects. */
export function lesData(raa: unknown): Data {
  const read = raa as Raa;
  return {
    ...read,
    kommuner: new Map(
      read.kommuner.map(([nummer, navn, andre, fylke, storrelse, ar, punkt]) => [nummer, { nummer, navn, andre, fylke, storrelse, ar, punkt }]),
    ),
    eksempler: read.eksempler.map(([id, tittel, ingress, tid, kommuner, malgrupper, temaer]) => ({ id, tittel, ingress, tid, kommuner, malgrupper, temaer })),
  };
}

const OWN = 100;
const FIRST = 2;
const SECOND = 1;
const NEARLY = 0.25;
const NEAR_KM = 100;

/** Kilometres as the crow flies between two points in degrees. */
export function luftlinje(a: [number, number], b: [number, number]): number {
  const rad = Math.PI / 180;
  const [lat1, lat2] = [a[0] * rad, b[0] * rad];
  const h = Math.sin((lat2 - lat1) / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin(((b[1] - a[1]) * rad) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(h));
}

function distanceText(km: number): string {
  return km < 10 ? 'under 10 km unna i luftlinje' : `om lag ${Math.round(km / 10) * 10} km unna i luftlinje`;
}

/** One municipality of an example against what is chosen. `navn`: put before the reasons where an example has several. */
function against(data: Data, valg: Valg, k: Kommune, navn: string): Omit<Treff, 'eksempel'> {
  const [county, size] = valg.viktigst === 'fylke' ? [FIRST, SECOND] : [SECOND, FIRST];
  const own = data.kommuner.get(valg.kommune);
  const avstand = own ? luftlinje(own.punkt, k.punkt) : 0;
  const what: string[] = [];
  const ukjent: string[] = [];
  let poeng = 0;
  if (k.nummer === valg.kommune) return { poeng: OWN, avstand: 0, grunner: [`fra ${k.navn} selv`], ukjent };
  if (valg.fylke >= 0 && k.fylke === valg.fylke) {
    poeng += county;
    what.push(`samme fylke: ${data.fylker[k.fylke]}`);
  }
  const named = data.storrelser[k.storrelse]?.[1] ?? '';
  if (valg.storrelse >= 0 && k.storrelse < 0) ukjent.push(`folketallet i ${k.navn} er ikke ført inn`);
  else if (valg.storrelse >= 0 && k.storrelse === valg.storrelse) {
    poeng += size;
    what.push(`samme størrelse: ${named} i ${k.ar}`);
  } else if (valg.storrelse >= 0 && Math.abs(k.storrelse - valg.storrelse) === 1) {
    poeng += size * NEARLY;
    what.push(`nesten samme størrelse: ${named} i ${k.ar}`);
  }
  if (own && avstand <= NEAR_KM) {
    poeng += poeng > 0 ? 0 : NEARLY / 2;
    what.push(distanceText(avstand));
  }
  return { poeng, avstand, grunner: what.map((reason) => (navn ? `${navn}: ${reason}` : reason)), ukjent };
}

function better(a: Omit<Treff, 'eksempel'>, b: Omit<Treff, 'eksempel'>): number {
  return b.poeng - a.poeng || a.avstand - b.avstand;
}

/** The examples that fit target group and theme, most alike first. Points are 0 where nothing is alike. */
export function rangert(data: Data, valg: Valg): Treff[] {
  return data.eksempler
    .filter((e) => (valg.malgruppe === '' || e.malgrupper.includes(valg.malgruppe)) && (valg.tema === '' || e.temaer.includes(valg.tema)))
    .map((eksempel) => {
      const known = eksempel.kommuner.flatMap((nummer) => data.kommuner.get(nummer) ?? []);
      const all = known.map((k) => against(data, valg, k, known.length > 1 ? k.navn : '')).sort(better);
      return { eksempel, ...(all[0] ?? { poeng: 0, avstand: 0, grunner: [], ukjent: [] }) };
    })
    .sort((a, b) => better(a, b) || a.eksempel.tittel.localeCompare(b.eksempel.tittel, 'nb'));
}

/** Text as it is compared: small letters, and æøå as those without them on the keyboard write them. */
export function enkel(tekst: string): string {
  return tekst
    .toLowerCase()
    .replace(/æ|ae/g, 'a')
    .replace(/ø|oe|ö/g, 'o')
    .replace(/å|aa/g, 'a')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

export interface Forslag {
  kommune: Kommune;
  /** The former or other name that was typed, where it was not today's. */
  navn: string;
}

/** Municipalities whose name, other name or number begins with, and then those that contain, what is typed. */
export function forslag(kommuner: Iterable<Kommune>, skrevet: string, mest = 8): Forslag[] {
  const typed = enkel(skrevet);
  if (typed === '') return [];
  const found: [number, Forslag][] = [];
  for (const kommune of kommuner) {
    const names = [kommune.navn, ...kommune.andre];
    const rank = (text: string): number => (enkel(text) === typed ? 0 : enkel(text).startsWith(typed) ? 1 : enkel(text).includes(` ${typed}`) ? 2 : enkel(text).includes(typed) && typed.length > 2 ? 3 : 9);
    const best = Math.min(...names.map(rank), kommune.nummer.startsWith(typed) ? 1 : 9);
    if (best === 9) continue;
    const hit = names.find((name) => rank(name) === best) ?? kommune.navn;
    found.push([best, { kommune, navn: hit === kommune.navn || kommune.navn.includes(hit) ? '' : hit }]);
  }
  return found.sort((a, b) => a[0] - b[0]).slice(0, mest).map(([, one]) => one);
}

/** What the address says, held against what there is: what is not known is left out. */
export function lesValg(data: Data, sok: string): Valg {
  const given = new URLSearchParams(sok);
  const own = data.kommuner.get(given.get('kommune') ?? '');
  const known = (list: readonly [string, string][], name: string): string => (list.some(([id]) => id === given.get(name)) ? (given.get(name) as string) : '');
  const fylke = data.fylker.indexOf(given.get('fylke') ?? '');
  const storrelse = data.storrelser.findIndex(([code]) => code === given.get('storrelse'));
  return {
    kommune: own?.nummer ?? '',
    fylke: fylke >= 0 ? fylke : given.get('fylke') === 'alle' ? -1 : (own?.fylke ?? -1),
    storrelse: storrelse >= 0 ? storrelse : given.get('storrelse') === 'alle' ? -1 : (own?.storrelse ?? -1),
    malgruppe: known(data.malgrupper, 'malgruppe'),
    tema: known(data.temaer, 'tema'),
    viktigst: given.get('viktigst') === 'storrelse' ? 'storrelse' : 'fylke',
  };
}

/** The choice as the query of an address: only what is not given by the municipality itself. */
export function skrivValg(data: Data, valg: Valg): string {
  const own = data.kommuner.get(valg.kommune);
  const out = new URLSearchParams();
  if (own) out.set('kommune', own.nummer);
  if (valg.fylke !== (own?.fylke ?? -1)) out.set('fylke', data.fylker[valg.fylke] ?? 'alle');
  if (valg.storrelse !== (own?.storrelse ?? -1)) out.set('storrelse', data.storrelser[valg.storrelse]?.[0] ?? 'alle');
  if (valg.malgruppe) out.set('malgruppe', valg.malgruppe);
  if (valg.tema) out.set('tema', valg.tema);
  if (valg.viktigst === 'storrelse') out.set('viktigst', 'storrelse');
  const text = out.toString();
  return text ? `?${text}` : '';
}
