/** The search without a browser: words, stems, questions and order. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adresseAv, adressenavn, pakkUt, type Dokument, type Radata } from '../sok/data';
import { Indeks } from '../sok/indeks';
import { merk, utdrag } from '../sok/merk';
import { Sok } from '../sok/motor';
import { Ordtabell } from '../sok/ordtabell';
import { finn } from '../sok/rangering';
import { meaning, near } from '../sok/sporring';
import { ordene, stamme } from '../sok/tekst';

type Rad = [slag: string, adresse: string, tittel: string, tekst: string, navn?: string, kilde?: string, emneord?: string];

/** What is sent of these hits, each on a page of its own. */
function sendt(...rader: Rad[]): Radata {
  const one = (pick: (rad: Rad) => string): string => rader.map(pick).join('\n');
  const runs = (pick: (rad: Rad) => string): (string | number)[] => rader.flatMap((rad) => [pick(rad), 1]);
  const empty = ['', rader.length];
  return {
    format: 3,
    ordbok: '',
    sider: [one(([, adresse]) => adresse.split('#')[0] as string), one(([, , tittel]) => tittel)],
    temaer: [],
    malgrupper: [],
    slag: rader.map(([slag]) => slag).join(''),
    side: rader.flatMap((_, nr) => [nr, 1]),
    anker: one(([, adresse]) => adresse.split('#')[1] ?? ''),
    tittel: one(([, , tittel]) => tittel),
    over: empty,
    tekst: one(([, , , tekst]) => tekst),
    navn: one(([, , , , navn]) => navn ?? ''),
    emneord: runs(([, , , , , , emneord]) => emneord ?? ''),
    omtale: empty,
    tema: empty,
    malgruppe: empty,
    kilde: runs(([, , , , , kilde]) => kilde ?? ''),
    meld: '',
  };
}

function indeksAv(...rader: Rad[]): Indeks {
  return new Indeks(pakkUt(sendt(...rader)));
}

const BASE = indeksAv(
  ['s', '/tildeling/', 'Tildeling av bolig', 'Kommunen tildeler en bolig etter søknad, med kriterier og enkeltvedtak.'],
  ['b', '/ordliste/#startlan', 'startlån', 'Lån fra kommunen til den som ikke får nok lån i banken.', '', 'forskriften, § 5-1'],
  ['b', '/ordliste/#booppfolging', 'booppfølging', 'Hjelp til å mestre det å bo.', 'buoppfølging|oppfølging i bolig'],
  ['b', '/ordliste/#statsforvalteren', 'statsforvalteren', 'Behandler klager på vedtak.', 'fylkesmannen'],
  ['s', '/sosialt/', 'Boligsosialt arbeid', 'Det kommunen gjør for vanskeligstilte på boligmarkedet. Boligsosiale planer hører med.'],
  ['l', '/lov/#s5', 'Oversikt over boligbehov', 'Kommunen skal ha oversikt over behovet.', 'boligsosialloven §\u00a05', 'boligsosialloven, § 5 (gjelder fra 1. juli 2023)'],
  ['l', '/lov/#s7', 'Enkeltvedtak', 'Svaret er et vedtak som kan påklages.', 'boligsosialloven §\u00a07', 'boligsosialloven, § 7 (gjelder fra 1. juli 2023)'],
  ['t', '/eksempel/#t1', '', 'Lage en mal for rapport hvert halvår.'],
  ['s', '/maal/', 'Mål for arbeidet', 'Målene skal kunne måles.'],
  ['o', '/kilder/#nou', 'NOU 2011:15 Rom for alle', 'Utredning. 1 470 300 kroner.'],
);

function first(q: string, indeks = BASE): string {
  const dok = finn(q, indeks).treff[0]?.dok;
  return dok ? adresseAv(dok) : 'ingen treff';
}

test('a word is found in every form it is bent in', () => {
  for (const forms of [
    'bolig boliger boligen boligene boligens boligenes',
    'kommune kommuner kommunen kommunene',
    'bruker brukere brukeren brukerne brukar brukarar',
    'eksempel eksempler eksempelet eksemplene',
    'virkemiddel virkemidler virkemidlene verkemiddel',
    'program programmet programmer',
    'boligsosial boligsosiale boligsosialt bustadsosial bustadsosialt',
    'boligsosialloven boligsosiallova bustadsosiallova',
    'vanskeligstilt vanskeligstilte vanskelegstilt vanskelegstilte',
    'tjeneste tjenester tjenesten tenester tenesta',
  ]) {
    assert.equal(new Set(forms.split(' ').map(stamme)).size, 1, forms);
  }
});

test('words that only look alike stay apart', () => {
  for (const [one, other] of [['bolig', 'bo'], ['mal', 'mål'], ['lov', 'lån'], ['boligsosialloven', 'boligsosial'], ['klage', 'lav']]) {
    assert.notEqual(stamme(one as string), stamme(other as string));
  }
});

test('sections, numbers with spaces and report numbers are words of their own', () => {
  const words = (text: string): string[] => ordene(text).map(({ ord }) => ord);
  assert.deepEqual(words('§ 5 og §\u00a010-1'), ['§5', 'og', '§10-1']);
  assert.deepEqual(words('1 470 300 kroner, 115\u00a0583'), ['1470300', 'kroner', '115583']);
  assert.deepEqual(words('NOU 2011:15'), ['nou', '2011:15', '2011', '15']);
  assert.deepEqual(words('bo-oppfølging'), ['booppfølging', 'bo', 'oppfølging']);
});

test('the fast reading of words gives the same words', () => {
  for (const text of ['§§ 5–7: Bo-oppfølging i Nord-Aurdal, 1.7.2027 (NOU 2011:15), 73,7 %', '', '§', "a-'b' ‑ 1-2", 'ÆØÅ ŠŽ Δ 日本']) {
    const words: string[] = [];
    const table = new Ordtabell((ord) => words.push(ord) - 1);
    const read: string[] = [];
    for (let twice = 0; twice < 2; twice += 1) for (const nr of table.lest.subarray(0, table.les(text))) read.push(words[nr] as string);
    const all = ordene(text).map(({ ord }) => ord);
    assert.deepEqual(read, [...all, ...all], text);
  }
});

test('thousands of words keep their own numbers', () => {
  const words = Array.from({ length: 20_000 }, (_, i) => [...String(i)].map((digit) => 'abcdefghij'[Number(digit)]).join(''));
  let made = 0;
  const table = new Ordtabell(() => (made += 1));
  const count = table.les(words.join(' '));
  const once = [...table.lest.subarray(0, count)];
  assert.deepEqual(once, words.map((_, i) => i + 1));
  assert.deepEqual(words.map((word) => table.tall(word)), once);
});

test('a place is not the word it looks like', () => {
  assert.notEqual(stamme('Volda'.toLowerCase()), stamme('vold'));
  assert.equal(stamme('voldas'), stamme('volda'));
});

test('the work of an -ering is what it makes, too: «rapportering» finds the report', () => {
  const base = indeksAv(['s', '/a/', 'Årsrapport', 'Skrives hvert år.'], ['s', '/b/', 'Noe annet', 'Med årsrapportering nevnt.'], ['s', '/c/', 'Mer', '']);
  assert.deepEqual(finn('årsrapportering', base).treff.map(({ dok }) => adresseAv(dok)).sort(), ['/a/', '/b/']);
});

test('who names a municipality gets its example before the guide', () => {
  const base = indeksAv(
    ['s', '/metode/', 'Boligkontor', 'Et boligkontor samler oppgaver om bolig.'],
    ['e', '/eksempel/', 'Fem kommuner', 'Nærøy fikk boligkontor.', '', '', 'Nærøy'],
    ['k', '/kommuner/#k1', 'Nærøy', 'Trøndelag'],
    ['b', '/ordliste/#boligkontor', 'boligkontor', 'Ett sted for bolig.'],
  );
  assert.equal(first('nærøy boligkontor', base), '/eksempel/');
});

test('a compound finds the same said in several words', () => assert.equal(first('boligtildeling'), '/tildeling/'));

test('a compound of three finds what is said in three words', () => {
  const three = indeksAv(['s', '/tre/', 'Kommunal bolig', 'Tildeling av kommunal bolig.'], ['s', '/to/', 'Boligtildeling', 'Noe annet.']);
  assert.equal(first('kommunalboligtildeling', three), '/tre/');
});

test('several words find the same said as a compound', () => {
  assert.equal(first('bo oppfølging'), '/ordliste/#booppfolging');
  assert.equal(first('bolig sosialt arbeid'), '/sosialt/');
});

test('letters one does not have on the keyboard may be left out', () => {
  assert.equal(first('startlan'), '/ordliste/#startlan');
  assert.equal(first('bo oppfoelging'), '/ordliste/#booppfolging');
});

test('«mal» is not «mål»', () => {
  assert.equal(first('mal'), '/eksempel/#t1');
  assert.equal(first('mål'), '/maal/');
});

test('a slip of the finger is forgiven', () => {
  assert.equal(first('boopfølging'), '/ordliste/#booppfolging');
  assert.equal(first('vanskligstilte'), '/sosialt/');
  assert.equal(first('enkelvedtak'), '/lov/#s7');
});

test('nynorsk, old names and everyday words find what the base calls something else', () => {
  assert.equal(first('bustadsosialt'), '/sosialt/');
  assert.equal(first('buoppfølging'), '/ordliste/#booppfolging');
  assert.equal(first('fylkesmannen'), '/ordliste/#statsforvalteren');
});

test('a section of a law is asked for in many ways', () => {
  for (const q of ['§ 5', '§5', 'paragraf 5', 'bsl 5', 'boligsosialloven 5', 'boligsosialloven § 5']) {
    assert.equal(first(q), '/lov/#s5', q);
    const dok = finn(q, BASE).svar?.dok;
    assert.equal(dok && adresseAv(dok), '/lov/#s5', q);
  }
});

test('two numbers after a statute are one section, also without the sign', () => {
  assert.deepEqual(meaning('pbl 10-1'), ['pbl', '§10-1']);
  assert.deepEqual(meaning('paragraf 3-7'), ['§3-7']);
  assert.deepEqual(meaning('omsorgstjenesteloven 3-7'), ['omsorgstjenesteloven', '§3-7']);
  assert.deepEqual(meaning('perioden 1-2'), ['perioden', '1', '2']);
});

test('a word is taken for half a word only while it is being typed', () => {
  const indeks = indeksAv(['s', '/saker/', 'Saksgang', 'Saksgangen er lang.'], ['s', '/annet/', 'Noe annet', 'Annet innhold.']);
  assert.equal(finn('saksg', indeks, {}, true).treff.length, 1);
  assert.deepEqual(finn('saks ', indeks, {}, true).treff, finn('saks', indeks).treff);
});

test('a page that lists records is not about each of them', () => {
  const sources = Array.from({ length: 3 }, (_, nr): Rad => ['o', `/kilder/#k${nr}`, `Rapport ${nr} om hybelhus`, 'Utgiver.']);
  const onOnePage = { ...sendt(['s', '/kilder/', 'Kilder', 'Hver kilde.'], ...sources), side: [0, 4] };
  const { treff } = finn('hybelhus', new Indeks(pakkUt(onOnePage)));
  assert.deepEqual(treff.map(({ dok }) => dok.slag), ['o', 'o', 'o']);
});

test('a term or a section is answered at once, with source and date', () => {
  assert.equal(finn('hva er startlån', BASE).svar?.kilde, 'forskriften, § 5-1');
  assert.equal(finn('§ 7', BASE).svar?.kilde, 'boligsosialloven, § 7 (gjelder fra 1. juli 2023)');
  assert.equal(finn('kommunen', BASE).svar, null);
});

test('the words of a question that mean nothing do not count', () => {
  assert.deepEqual(meaning('hva må stå i planstrategien'), ['planstrategien']);
  assert.deepEqual(meaning('kva er det'), ['kva', 'er', 'det'], 'but a question of nothing else is still a question');
});

test('what says it once in few words is not beaten by what says it often in many', () => {
  const long = `${'Kommunen samler planer og møter. '.repeat(40)}Tildeling nevnes, og tildeling av midler.`;
  const indeks = indeksAv(['s', '/langt/', 'Om alt', long], ['t', '/kort/#t', '', 'Nye regler for tildeling.']);
  assert.equal(first('tildeling', indeks), '/kort/#t');
});

test('who asks how many, finds where there is a figure', () => {
  const indeks = indeksAv(['t', '/a/#t', '', 'Antallet boliger er ikke kjent.'], ['t', '/b/#t', '', 'Kommunen kjøpte 63 boliger.']);
  assert.equal(first('hvor mange boliger kjøpte kommunen', indeks), '/b/#t');
});

test('filters keep what they say and the count of each kind', () => {
  const svar = finn('enkeltvedtak', BASE, { slag: 'l' });
  assert.deepEqual(svar.treff.map(({ dok }) => adresseAv(dok)), ['/lov/#s7']);
  assert.equal(svar.antall.get('s'), 1);
});

test('matched words are marked, in whatever form they stand', () => {
  const svar = finn('boligtildeling', BASE);
  const bits = merk('Kommunen har regler for tildeling av boliger.', svar.merkes, BASE);
  assert.deepEqual(bits.filter(({ treff }) => treff).map(({ tekst }) => tekst), ['tildeling', 'boliger']);
  assert.equal(bits.map(({ tekst }) => tekst).join(''), 'Kommunen har regler for tildeling av boliger.');
});

test('the piece of a long text that is shown is where the words stand', () => {
  const text = `${'Noe annet først. '.repeat(30)}Her tildeles en bolig. ${'Noe annet sist. '.repeat(30)}`;
  const piece = utdrag(text, finn('tildeling bolig', BASE).merkes, BASE, 120);
  assert.match(piece, /tildeles en bolig|bolig/);
  assert.ok(piece.length <= 130, piece);
});

test('a long text is shown from its beginning when what was asked stands there: that is where the date is', () => {
  const text = `Dato: Gjelder fra 1. januar 2020. Uten endring i teksten. Kommunen tildeler en bolig. ${'Noe annet sist. '.repeat(30)}`;
  assert.match(utdrag(text, finn('tildeling bolig', BASE).merkes, BASE, 120), /^Dato: /);
});

test('a question that is a heading, small words and all, is answered by what stands under it', () => {
  const base = indeksAv(
    ['b', '/ordliste/#planstrategi', 'planstrategi', 'Hvilke planer kommunen skal lage.'],
    ['s', '/maler/planstrategi/', 'Tekst til planstrategien', 'Planstrategi som kan tilpasses. Planstrategien sier det.'],
    ['l', '/svar/#hva', 'Hva må stå i planstrategien?', 'Oversikten hører med.'],
  );
  const svar = finn('hva må stå i planstrategien', base).svar?.dok;
  assert.equal(svar && adresseAv(svar), '/svar/#hva');
  assert.equal(first('hva må stå i planstrategien', base), '/svar/#hva');
});

test('a part of a page is shown with the name of what it is a part of', () => {
  const data = { ...sendt(['s', '/startlan/#regelen', 'Regelen', 'Startlån kan refinansiere dyre lån.']), sider: ['/startlan/', 'Startlån'] };
  const sok = new Sok(data as Radata);
  const svar = sok.finn('refinansiere');
  const shown = sok.vis(svar.treff[0]?.dok as Dokument, svar);
  assert.equal(shown.tittel.map(({ tekst }) => tekst).join(''), 'Regelen – Startlån');
  assert.equal(shown.sted, '');
});

test('a word that is nowhere gives no hits, and the nearest words', () => {
  assert.equal(finn('qxzqwk', BASE).treff.length, 0);
  assert.equal(near('enkeltvetak', 3, BASE)[0]?.[0], stamme('enkeltvedtak'));
});

test('whatever is typed, the search stands', () => {
  for (const q of ['', ' ', '§', '"', '<script>alert(1)</script>', '{{ x }}', '\u0000', '__proto__', 'constructor', 'a'.repeat(5000), '🏠', '-'.repeat(300), '\\', '%', '§'.repeat(99)]) {
    assert.doesNotThrow(() => finn(q, BASE, {}, true), q.slice(0, 20));
  }
});

test('an anchor that is made of the title is made as the site makes it', () => {
  const made = ['Møre og Romsdal', 'Økonomi', 'Lødingen – Lodegge', '§ 5 Planer', 'Læring (2.0)'].map(adressenavn);
  assert.deepEqual(made, ['more-og-romsdal', 'okonomi', 'lodingen-lodegge', '5-planer', 'laering-2-0']);
});

test('a sign in a text stands for its word, and for itself where the text used it', () => {
  const signs = { ...sendt(['s', '/x/', '', '']), tittel: 'Om\u0100', tekst: '\u0101 og\u0100', ordbok: ' bolig\n\u0101' };
  assert.deepEqual(pakkUt(signs).map(({ tittel, tekst }) => [tittel, tekst]), [['Om bolig', '\u0101 og bolig']]);
});

test('an index of another format is refused, not read wrongly', () => {
  assert.throws(() => pakkUt({ format: 0 } as Radata), /format/);
});
