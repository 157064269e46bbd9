/**
 * What the search knows of Norwegian, as data: words that carry no meaning of their own, spellings that are the same
 * word, and everyday words for what the base calls something else. Terms of the field with their synonyms, nynorsk
 * and old names do not stand here: they are read from the records (data/begreper/).
 */

/** Words that a question is made with, bokmål and nynorsk. «ikke» and «uten» are not here: they turn the meaning. */
export const STOPPORD: ReadonlySet<string> = new Set(
  (
    'alle alt at av bare ble bli blir blitt bør burde både båe da de dei deg dem den denne der dere deira deres det ' +
    'dette dine din ditt du då eg ei ein eit eller en enn er et etter for fordi fortsatt framleis fra frå får få fått ' +
    'gi gir gjør gjer gjøre gjere gjort ha hadde han har hans her hjå ho hos hun hva hvem hver hvilke hvilken hvilket ' +
    'hvis hvor hvordan hvorfor i jeg kan kor korleis kva kvar kven kvifor kunne man me med meg men mer min mine ' +
    'mitt morgen mot mye mykje må måtte noe noen nokon noko nokre nå når og også om opp oss per pr på samt sammen seg sin ' +
    'sine sitt skal skulle slik som står stå så sånn til under ut var vart ved vere vil ville vi være vært vår våre ' +
    'vårt å finnes finst finne vite'
  ).split(' '),
);

/** Words of two or three letters that compounds are made of; shorter parts than four letters are else too often chance. */
export const KORTE_ORD: ReadonlySet<string> = new Set(
  'bo by dag eie fag gå hus lag lov lån mal mål nav rus råd sak tak tid to tre ung år'.split(' '),
);

/**
 * Spellings of one word, also inside compounds: what is found (a pattern without groups) → how the search writes it. Mostly nynorsk → bokmål, with
 * o for ø where people leave it out. Used on texts and questions alike, so it need only be the same, not right.
 */
export const SKRIVEMATER: readonly (readonly [string, string])[] = [
  ['bustad', 'bolig'],
  ['bust[øo]tte', 'bostøtte'],
  ['^bu(?=oppf|tilb|tid|evn|milj|form|ordn|rettl)', 'bo'],
  ['heimlaus', 'hjemløs'],
  ['heim', 'hjem'],
  ['laus', 'løs'],
  ['leige', 'leie'],
  ['leigar', 'leier'],
  ['eigedom', 'eiendom'],
  ['eigar', 'eier'],
  ['^eige', 'eie'],
  ['einsleg', 'enslig'],
  ['ein(?=sl|ka)', 'en'],
  ['leg(?=$|e$|t$|st|a)', 'lig'],
  ['vansklig', 'vanskelig'],
  ['skule', 'skole'],
  ['kjelde', 'kilde'],
  ['verkemid', 'virkemid'],
  ['verk(?=a$|ar$|er$|nad|ing)', 'virk'],
  ['medverknad', 'medvirkning'],
  ['verknad', 'virkning'],
  ['medverk', 'medvirk'],
  ['tenest', 'tjenest'],
  ['rettleiing', 'veiledning'],
  ['rettleiar', 'veileder'],
  ['vegvisar', 'veiviser'],
  ['oversyn', 'oversikt'],
  ['utkasting', 'utkastelse'],
  ['mellombels', 'midlertidig'],
  ['frem', 'fram'],
  ['r[øo]ynsl', 'erfaring'],
  ['st[øo]nad', 'støtte'],
  ['tilskot', 'tilskudd'],
  ['innbyggj?ar', 'innbygger'],
  ['byggj', 'bygg'],
  ['f[øo]retak', 'foretak'],
  ['verksemd', 'virksomhet'],
  ['born', 'barn'],
  ['vaks[ae]n', 'voksen'],
  ['hushald', 'hushold'],
  ['^l[åa]g(?=$|e$|t$|inn)', 'lav'],
  ['^h[øo]g(?=$|e$|t$|d)', 'høy'],
  ['^noreg', 'norge'],
  ['marknad', 'marked'],
  ['naudsyn', 'nødvendig'],
  ['s[øo]kjar', 'søker'],
  ['s[øo]kje', 'søke'],
  ['ikkje', 'ikke'],
  ['utan', 'uten'],
  ['m[øo]blar', 'møbler'],
];

/** Names of places that look like another word with an ending: «Volda» is not «vold», nor «Rana» «ran». */
export const STEDSNAVN: ReadonlySet<string> = new Set(['alta', 'hamar', 'rana', 'sola', 'volda']);

/** Stems of words that tell how one asks, or for whom, not what about. They count, but little. */
export const SVAKE_ORD: ReadonlySet<string> = new Set(
  (
    'kommun info informasjon slag type ting egen annen andr ny nytt lag bruk trenger treng betyr side nett lengst lengr leng ' +
    'mor mamm far papp bror søst datt dott son sønn mann kon samboer venn'
  ).split(' '),
);

/** Stems of words that ask for a figure. */
export const SPOR_OM_TALL: ReadonlySet<string> = new Set(['antall', 'antal', 'mang']);

/** Everyday words, and what the base says instead. Any of a line finds all of it. */
export const DAGLIGTALE: readonly string[] = [
  'boligsosialloven|boligsosial lov|bsl|boligsosiallova',
  'plan- og bygningsloven|pbl|plbl',
  'forvaltningsloven|fvl',
  'sosialtjenesteloven|stjl|sotjl|lov om sosiale tjenester',
  'helse- og omsorgstjenesteloven|hotjl|helse og omsorgsloven',
  'krisesenterlova|krisesenterloven|krisesl',
  'husleieloven|husll',
  'lysark|lysbilder|presentasjon|powerpoint|slides|pptx',
  'seminar|kurs|fagdag|opplæring|workshop|verksted|foredrag',
  'program|dagsplan|timeplan',
  'utdelingsark|handout|arbeidsark|deltakerark',
  'oppgave|øvelse|case|kasus|rollespill|øve|øving|trene',
  'gruppeoppgave|gruppearbeid|gruppeøvelse|oppgave kurs',
  'kursholder|foredragsholder|instruktør',
  'deltaker|kursdeltaker',
  'ny i jobben|nyansatt|nytilsatt|fersk',
  'uten nett|offline|frakoblet|fra disk',
  'virket ikke|ikke virket|mislyktes|mislykket|gikk galt|gikk ikke|feilet',
  'pull request|pull-forespørsel|endringsforslag',
  'sende inn|levere|bidra|foreslå',
  'melde fra|si fra|melde feil|rette feil',
  'personvern|anonym|anonymisere|gdpr',
  'skriveregler|klarspråk|språkråd|skrivemåte',
  'lisens|opphavsrett|cc by|gjenbruk',
  'kvalitetssikring|kvalitetssikre|kontrollert|redaksjon',
  'obligatorisk|påkrevd',
  'politiker|folkevalgt',
  'innbyggere|innb|folketall|innbyggertall',
  'kostnad|kostet|pris|penger|utgift|kroner|regnskap',
  'antall|mange|tall|statistikk',
  'mal|skjema|skjemamal',
  'sjekkliste|huskeliste',
  'saksframlegg|saksfremlegg|politisk sak',
  'utkastelse|fravikelse|kastet ut|kastes ut',
  'tvangssalg|tvangssolgt|tvangsselge|tvangsselges',
  'miste boligen|mister boligen|miste huset|mister huset',
  'går ut|utløper|utløp|gått ut',
  'fengsel|innsatt|løslatelse|soning',
  'rus|rusproblemer|rusmiddel|rusavhengig|rusmisbruk|ruslidelse|narkotika|narkoman',
  'midlertidig botilbud|overnatting|akuttovernatting|natthjem|et sted å sove|sove ute',
  'vold i nære relasjoner|voldsutsatt|familievold|partnervold|vold i hjemmet|mishandling',
  'eldre|demens|dement|pensjonist',
  'forsvarlig|kvalitet',
  'ødelegger|ødelagt|skade|skadeverk|hærverk',
  'psykiatri|psykisk helse|psykisk lidelse|psykiske lidelser',
  'funksjonshemmet|nedsatt funksjonsevne|funksjonsnedsettelse',
  'leilighet|bolig|botilbud|husvære',
  'veileder|veiledning|rettleiar',
  'nabo|naboer|bomiljø|nabolag',
  'liten kommune|små kommuner|mindre kommune',
  'minutt|min',
];

/** Statutes by abbreviation: a number after one of them is a section. */
export const LOVFORKORTELSER: ReadonlySet<string> = new Set(
  'bsl pbl plbl fvl stjl sotjl husll kmnl hol hotjl krisesl'.split(' '),
);
