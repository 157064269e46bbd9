/** The questions of the form, what is wrong with an answer, and the text that is sent: pure. The build writes the questions. */

export interface Felt {
  navn: string;
  tittel: string;
  hjelp: string;
  kreves: boolean;
  slag: 'kort' | 'lang' | 'linjer' | 'valg' | 'flervalg' | 'kommune' | 'kryss';
  valg?: string[];
  min?: number;
  maks?: number;
  linjer?: number;
  monster?: string;
  melding?: string;
  eksempel?: string;
  ukjent?: string;
}
export interface Skjema {
  slag: string;
  tittel: string;
  om: string;
  felt: Felt[];
}
export interface Data {
  skjemaer: Skjema[];
  kommuner: Record<string, string>;
  eksempler: Record<string, string>;
  /** Numbers of the municipalities of each example, by its title. */
  steder: Record<string, string[]>;
  /** Names of themes and target groups by id. */
  navn: Record<string, string>;
  kodelager: string | null;
  postkasse: string | null;
}
/** The answers as they were written, by the name of the field. Several are one a line. */
export type Svar = Record<string, string>;

export const JA = 'ja';
const rad = (text: string): string => text.trim().replace(/\s+/g, ' ');
export const linjerI = (text: string): string[] => text.split('\n').map(rad).filter((line) => line !== '');

/** What is wrong with an answer, in words; «» when it can be sent. An empty answer is only wrong where one is asked for. */
export function feilI(felt: Felt, verdi: string, data: Data): string {
  const text = felt.slag === 'linjer' || felt.slag === 'flervalg' ? verdi.trim() : rad(verdi);
  if (felt.slag === 'kryss') return verdi === JA ? '' : (felt.melding ?? '');
  if (text === '') return felt.kreves ? 'Dette må dere svare på.' : '';
  if (felt.slag === 'kommune') return kommunefeil(text, data);
  if (felt.slag === 'valg') return felt.valg?.includes(text) ? '' : 'Velg en fra lista.';
  if (felt.slag === 'flervalg') return '';
  if (felt.slag === 'linjer') {
    const lines = linjerI(text);
    if (felt.linjer !== undefined && lines.length > felt.linjer) return `Skriv høyst ${felt.linjer} linjer.`;
    return lines.some((line) => ikkeInnenfor(felt, line)) ? (felt.melding ?? '') : '';
  }
  const wrong = ikkeInnenfor(felt, text) || (felt.monster !== undefined && !new RegExp(felt.monster, 'u').test(text));
  return wrong ? (felt.melding ?? 'Dette kan ikke leses.') : '';
}

const ikkeInnenfor = (felt: Felt, text: string): boolean => {
  const length = [...text].length;
  return length < (felt.min ?? 0) || length > (felt.maks ?? Infinity);
};

const enkel = (text: string): string => text.toLowerCase().replace(/ kommune$/, '').trim();

/** A municipality with two names is known by either: «Kautokeino» for «Guovdageaidnu - Kautokeino». */
const navneneI = (name: string): string[] => [enkel(name), ...name.split(' - ').map(enkel)];

function kommunefeil(text: string, data: Data): string {
  const names = Object.values(data.kommuner);
  const wanted = enkel(text);
  if (nummerFor(text, data) !== null) return '';
  const near = names.filter((name) => navneneI(name).some((one) => one.startsWith(wanted.slice(0, 4)))).slice(0, 3);
  return `Vi kjenner ingen kommune som heter «${text}».${near.length > 0 ? ` Mente du ${near.map((name) => `«${name}»`).join(' eller ')}?` : ' Skriv navnet den har i dag.'}`;
}

const VARSLER: readonly (readonly [RegExp, string])[] = [
  [/[^\s@]+\s?@\s?[^\s@]+\.[a-z]{2,}/iu, 'Dette ser ut som en e-postadresse. Slett den.'],
  [/(?:^|\D)(?:\d{6}[ .-]?\d{5})(?!\d)/u, 'Dette ser ut som et fødselsnummer eller kontonummer. Slett det.'],
  [/(?:\+47|(?<!\p{L})(?:tlf|telefon(?:nummer)?|mobil(?:nummer)?|ring)(?!\p{L})\D{0,12})(?:\s?\d){5}|(?:^|[^\d.,])(?:[49]\d{2} \d{2} \d{3}|[2-79]\d(?: \d{2}){3}|[49]\d{7})(?![\d]| ?(?:kr|kroner))/iu, 'Dette ser ut som et telefonnummer. Slett det.'],
  [/(?:^|[^\p{L}\d])(?:[1-4]|én|ei|to|tre|fire) (?!hundre|tusen)(?:[\p{Ll}]+ )?(?:person|familie|barn|bruker|beboer|flyktning|ungdom|kvinne|mann|menn|husstand|leietaker|søker|deltaker|gutt|jente|mor|mødre|far|fedre|pasient|klient)/iu, 'Dette er få mennesker. I en liten kommune kan noen kjenne dem igjen. Skriv «noen få», eller la tallet være borte.'],
  [/(?:^|[^\p{L}])(?:født|fødselsdato|diagnose|straffedømt|dømt|statsborger)/iu, 'Dette kan si noe om én person. La det være borte om det kan røpe hvem det er.'],
];
const IKKE_NAVN = /^(?:Housing|Nav|Den|Det|De|Vi|Et|En|I|På|Da|Når|Hos|Fra|Til|For|Med|Ved|Om|Som|Av|Og|Men|At|Hvis|Etter|Før|Mange|Noen|Alle|Ingen|Bare|Også|Der|Her|Både|Mellom|Uten|Husbanken|Statsforvalteren|Leie|Bydel|Kirkens|Boligsosial\p{Ll}*) | (?:Nav|Husbanken|Statsforvalteren|First|Boligskole|Kommune)$/u;

/** What a writer should look at again: signs of personal data and of few people. Never a reason to stop. */
export function varslerOm(text: string, data: Data): string[] {
  const found = VARSLER.filter(([pattern]) => pattern.test(text)).map(([, told]) => told);
  const places = new Set(Object.values(data.kommuner).flatMap((name) => name.split(/[ -]/)));
  for (const [name] of text.matchAll(/(?<!\p{L})\p{Lu}\p{Ll}{2,} \p{Lu}\p{Ll}{2,}/gu)) {
    if (!IKKE_NAVN.test(name) && !name.split(' ').some((word) => places.has(word))) found.push(`«${name}» kan være et navn. Skriv rollen i stedet.`);
  }
  return found;
}

/** The text that is copied, saved or sent: each question as a heading, as GitHub writes an issue form. */
export function tekstAv(skjema: Skjema, svar: Svar): string {
  return `${skjema.felt.map((felt) => `### ${felt.tittel}\n\n${skrevet(felt, svar[felt.navn] ?? '')}`).join('\n\n')}\n`;
}

function skrevet(felt: Felt, verdi: string): string {
  if (felt.slag === 'kryss') return `- [${verdi === JA ? 'X' : ' '}] ${felt.hjelp}`;
  if (verdi.trim() === '') return '_No response_';
  // A line that looks like a heading would be read as the next question.
  const text = felt.slag === 'linjer' ? linjerI(verdi).join('\n') : felt.slag === 'flervalg' ? linjerI(verdi).join(', ') : rad(verdi);
  return text.replace(/^#+ */gm, '');
}

const LENGST = 7000;

/** The address of a new issue with the form filled in as far as an address holds; `hele` says if it held all. */
export function sakAdresse(kodelager: string, skjema: Skjema, svar: Svar): { adresse: string; hele: boolean } {
  const url = new URL(`${kodelager}/issues/new`);
  url.searchParams.set('template', `${skjema.slag}.yml`);
  url.searchParams.set('title', `${skjema.tittel}: ${rad(svar.kommune ?? '')}`);
  let all = true;
  for (const felt of skjema.felt) {
    const value = svar[felt.navn]?.trim();
    if (!value || felt.slag === 'kryss') continue;
    const before = url.href;
    url.searchParams.set(felt.navn, felt.slag === 'flervalg' ? linjerI(value).join(',') : value);
    if (url.href.length > LENGST) {
      url.href = before;
      all = false;
    }
  }
  return { adresse: url.href, hele: all };
}

/** E-mail programs cut longer addresses without a word. */
const LENGST_EPOST = 1900;

/** The address that opens the reader's own e-mail program; `hele` says if the text is in it, or has to be pasted. */
export function epostAdresse(postkasse: string, skjema: Skjema, svar: Svar): { adresse: string; hele: boolean } {
  const start = `mailto:${encodeURIComponent(postkasse).replace('%40', '@')}?subject=${encodeURIComponent(`${skjema.tittel}: ${rad(svar.kommune ?? '')}`)}&body=`;
  const full = start + encodeURIComponent(tekstAv(skjema, svar));
  if (full.length <= LENGST_EPOST) return { adresse: full, hele: true };
  return { adresse: start + encodeURIComponent('Teksten er kopiert fra skjemaet. Lim den inn her.'), hele: false };
}

/** What the address of the page fills in: the kind, where the reader comes from, and fields by their names. */
export function fraAdressen(search: string, data: Data): { slag: string; svar: Svar; seminar: string | null } {
  const given = new URLSearchParams(search);
  const seminar = given.get('fra') === 'seminar' ? rad(given.get('tittel') ?? '').slice(0, 120) : null;
  const slag = data.skjemaer.find((one) => one.slag === given.get('slag'))?.slag ?? 'laerdom';
  // Also those of the other sizes: the answers follow when another size is chosen.
  const fields = data.skjemaer.flatMap((one) => one.felt);
  const svar: Svar = {};
  for (const felt of fields) {
    const value = given.get(felt.navn);
    if (value && felt.slag !== 'kryss' && svar[felt.navn] === undefined && !(seminar !== null && felt.navn === 'tittel')) svar[felt.navn] = navnFor(felt, value.slice(0, 2000), data);
  }
  if (seminar !== null && svar.kilde === undefined) svar.kilde = seminar ? `kommunen selv, på seminaret «${seminar}»` : 'kommunen selv, på et seminar';
  return { slag, svar, seminar };
}

/** The name of a municipality that is given by its number, or of an example, theme or target group by its id; all else as it is. */
function navnFor(felt: Felt, value: string, data: Data): string {
  if (felt.slag === 'kommune') return data.kommuner[value] ?? value;
  if (felt.navn === 'eksempel') return data.eksempler[value] ?? value;
  return felt.slag === 'valg' || felt.slag === 'flervalg' ? (data.navn[value] ?? value) : value;
}

/** The number of the municipality that is written, by name or with «kommune» after it; null where there is none. */
function nummerFor(text: string, data: Data): string | null {
  const wanted = enkel(rad(text));
  return Object.entries(data.kommuner).find(([, name]) => navneneI(name).includes(wanted))?.[0] ?? null;
}

/** The examples to choose among: those of the municipality first, then the rest. */
export function eksemplerFor(kommune: string, alle: readonly string[], data: Data): { egne: string[]; andre: string[] } {
  const number = nummerFor(kommune, data);
  const own = alle.filter((title) => number !== null && data.steder[title]?.includes(number));
  return { egne: own, andre: alle.filter((title) => !own.includes(title)) };
}

const VET_IKKE = ['vet ikke', 'vi vet ikke', 'usikkert'];

/** True when an answer says that the municipality doesn't know. */
export function erUkjent(felt: Felt, text: string): boolean {
  const plain = text.trim().toLowerCase().replace(/\.$/, '');
  return felt.ukjent !== undefined && (plain === felt.ukjent || VET_IKKE.includes(plain));
}
