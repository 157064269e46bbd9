import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { zipSync } from 'fflate';
import { tilExcel } from '../eksport/excel';
import { lesExcel } from '../eksport/lesExcel';
import { tilMarkdown } from '../eksport/markdown';
import { Lesefeil } from '../felles/lesing';
import { eksempelplan } from '../plan/eksempel';
import { bokAv, planAvArk } from '../plan/kjerne/ark';
import { innslagene, sok } from '../plan/kjerne/basen';
import { dokumentAv, kostnadstekst } from '../plan/kjerne/dokument';
import { filAv, lesFil } from '../plan/kjerne/fil';
import { iAlt, kjeden, sumAv } from '../plan/kjerne/kjede';
import type { Lister } from '../plan/kjerne/kjede';
import { angre, gjenta, gjor, nyHistorie, utfor } from '../plan/kjerne/kommando';
import type { Historie, Kommando } from '../plan/kjerne/kommando';
import { avvikendeSummer, etterKilde } from '../plan/kjerne/okonomi';
import { okonomien, rapportAv } from '../plan/kjerne/rapport';
import { sammenlign } from '../plan/kjerne/sammenlign';
import { anslattSider } from '../plan/kjerne/sider';
import { sjekk } from '../plan/kjerne/sjekk';
import { endringssetninger, erForsinket, ledersyn, lederside, statussetning } from '../plan/kjerne/status';
import { fristAv, kronerAv, oreAv, visOre } from '../plan/kjerne/tall';
import { DELER, DELNAVNENE, HODER, tomPlan, verdiAv } from '../plan/kjerne/typer';
import type { Del, Felt, Plan, Verdi } from '../plan/kjerne/typer';

const LISTER: Lister = {
  malgrupper: [{ id: 'unge', navn: 'Unge' }, { id: 'rus-og-psykisk-helse', navn: 'Personer med rusproblemer og psykiske lidelser samtidig' }],
  plikter: [{ id: 'bsl-oversikt', paragraf: '5', tittel: 'Oversikt over boligbehovet', styrke: 'skal' }, { id: 'bsl-rad', paragraf: '6', tittel: 'Råd', styrke: 'kan' }],
};
const FIENDTLIG = '=HYPERLINK("http://x";"y")<img src=x onerror=alert(1)>\n+SUM(A1) {{ 1 }} | «æøå» ‮ 👍 _x0041_ \t&amp; @';

/** A value that is not empty, and that a careless file would spoil. */
function fullVerdi(felt: Felt, i: number): Verdi {
  switch (felt.slag) {
    case 'linje':
      return `${FIENDTLIG.replace(/\n/g, ' ')} ${i}`;
    case 'tekst':
      return `${FIENDTLIG}\n\n ${i} `;
    case 'dato':
      return '2027-02-28';
    case 'frist':
      return i % 2 ? '2028' : '2028-06-01';
    case 'valg':
      return felt.valg?.[i % (felt.valg.length || 1)]?.[0] ?? '';
    case 'aar':
      return 2027 + (i % 4);
    case 'tall':
      return Math.min(felt.spenn?.[1] ?? 30, i);
    case 'kroner':
      return 1_000_001 * i;
    case 'ore':
      return i % 2 ? -15_050 : 100_000_001 + i;
    case 'liste':
      return felt.til === 'malgrupper' ? ['unge', 'rus-og-psykisk-helse'] : ['bsl-oversikt', 'et-krav-som-var'];
    default:
      return '';
  }
}

/** A plan made the way the page makes it, with something in every field: 3 goals, 29 strategies, 80 measures. */
export function stor(): Plan {
  let plan = tomPlan('prove1');
  const run = (k: Kommando): void => {
    plan = utfor(plan, k);
  };
  const counts: Record<Del, number> = { utfordringer: 4, maal: 3, strategier: 29, tiltak: 80, erfaringer: 5, unntak: 2, okonomi: 12, kontroll: 2 };
  for (const [hode, felter] of Object.entries(HODER)) for (const felt of felter as readonly Felt[]) run({ slags: 'hode', hode: hode as 'plan', felt: felt.navn, verdi: fullVerdi(felt, 2) });
  for (const del of DELNAVNENE) {
    for (let i = 0; i < counts[del]; i += 1) {
      const verdier = Object.fromEntries((DELER[del] as readonly Felt[]).map((felt) => {
        const over = felt.slag === 'ref' ? (plan[felt.til as Del] as readonly { id: string }[]) : [];
        return [felt.navn, felt.slag === 'ref' ? over[i % over.length]?.id ?? '' : fullVerdi(felt, i)];
      }));
      run({ slags: 'ny', del, verdier });
    }
  }
  return plan;
}

test('29 strategies and 80 measures are saved and read back with nothing lost', () => {
  const plan = stor();
  assert.equal(plan.strategier.length, 29);
  assert.equal(plan.tiltak.length, 80);
  const read = lesFil(filAv(plan));
  assert.deepEqual(read.feil, []);
  assert.deepEqual(read.plan, plan);
});

test('the same plan is exported to Excel and read back with nothing lost', async () => {
  const plan = stor();
  const bytes = new Uint8Array(await (await tilExcel(bokAv(plan, LISTER, []))).arrayBuffer());
  const { plan: read, feil } = planAvArk(lesExcel(bytes), LISTER, 'annen');
  assert.deepEqual(feil, []);
  assert.deepEqual(read, plan);
});

test('what can not be read of a workbook is said by sheet and row, with what stood there; the rest is read', async () => {
  const book = bokAv(eksempelplan('eks'), LISTER, []);
  const sheets = lesExcel(new Uint8Array(await (await tilExcel(book)).arrayBuffer()));
  const measures = sheets.find((one) => one.navn === 'Tiltak');
  const put = (row: number, title: string, value: string | number | null): void => {
    const at = measures?.rader[0]?.celler.indexOf(title) ?? -1;
    const cells = measures?.rader[row]?.celler;
    if (cells) cells[at] = value;
  };
  put(1, 'Frist', 'snart');
  put(2, 'Kostnad', 'dyrt');
  put(3, 'Målgrupper', 'Unge; Marsboere');
  put(4, 'Id', null);
  put(5, 'Hele kroner', 'ca. 100');
  put(5, 'Frist', 46_905);
  measures?.rader.push({ nr: 40, celler: ['', 'Et nytt tiltak'] });
  const { plan, feil } = planAvArk(sheets, LISTER, 'ny');
  assert.match(feil.join('\n'), /Tiltak, rad 2: «Frist» skal være et år eller en dato, men er «snart»/);
  assert.match(feil.join('\n'), /Tiltak, rad 3: «Kostnad».*«dyrt»/);
  assert.match(feil.join('\n'), /Tiltak, rad 4: «Målgrupper» har «Marsboere»/);
  assert.match(feil.join('\n'), /Tiltak, rad 6: «Hele kroner».*«ca. 100»/);
  assert.equal(plan.tiltak.length, 6);
  assert.deepEqual(plan.tiltak[2]?.malgrupper, ['unge']);
  assert.equal(plan.tiltak[4]?.frist, '2028-06-01');
  assert.equal(new Set(plan.tiltak.map((one) => one.id)).size, 6);
  assert.equal(plan.tiltak[5]?.tekst, 'Et nytt tiltak');
});

test('a file that is no plan is refused with a reason', () => {
  for (const text of ['', '[]', '{', '{"format":"sjekkliste","versjon":1}', '{"format":"boligsosial-plan"}', '{"format":"boligsosial-plan","versjon":99}']) assert.throws(() => lesFil(text), Lesefeil);
  for (const bytes of [[], [1, 2, 3], [0x50, 0x4b, 3, 4, 9, 9], [0xd0, 0xcf, 0x11, 0xe0]]) assert.throws(() => lesExcel(new Uint8Array(bytes)), Lesefeil);
  assert.throws(() => planAvArk([{ navn: 'Ark1', rader: [] }], LISTER, 'x'), Lesefeil);
});

const ARK = '<workbook><sheets><sheet name="Tiltak" r:id="a"/></sheets></workbook>';
const RELS = '<Relationships><Relationship Id="a" Target="ark.xml"/></Relationships>';
/** A workbook with this sheet; `rest` are more parts, or others. */
function bok(ark: string, rest: Record<string, string> = {}): Uint8Array {
  const parts = { 'xl/workbook.xml': ARK, 'xl/_rels/workbook.xml.rels': RELS, 'xl/ark.xml': ark, ...rest };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, new TextEncoder().encode(text)])), { level: 9 });
}
/** The zip file with the size of its parts, as the list at the end says it, set to `size`. */
function loyet(zip: Uint8Array, size: number): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  for (let at = 0; at < zip.length - 46; at += 1) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  return zip;
}

test('a workbook that would fill the machine is refused with a reason, whatever it says of itself', () => {
  const row = '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>';
  assert.deepEqual(lesExcel(bok(`<sheetData>${row}</sheetData>`))[0]?.rader, [{ nr: 1, celler: ['x'] }]);
  const cases: [Uint8Array, RegExp][] = [
    [bok(' '.repeat(61_000_000)), /mer enn 60 megabyte når den er pakket ut. Ta bort ark/],
    [loyet(bok(' '.repeat(20_000_000)), 10), /større enn den sier.*lagre den på nytt/],
    [loyet(bok(' '.repeat(1000)), 59_000_000), /skadet/],
    [bok(`<sheetData>${'<row/>'.repeat(1_000_000)}</sheetData>`), /mer enn 20 000 rader/],
    [bok(`<sheetData>${'<row>'.repeat(1_000_000)}</sheetData>`), /slutter midt i/],
    [bok(`<sheetData>${'<row '.repeat(1_000_000)}`), /slutter midt i/],
    [bok('<sheetData/>', { 'xl/sharedStrings.xml': `<si>${'<rPh>'.repeat(500_000)}</si>` }), /slutter midt i/],
    [bok('<sheetData/>', { 'xl/workbook.xml': ARK.replace('<sheet ', '<sheet name="x" r:id="a"/>'.repeat(101) + '<sheet ') }), /mer enn 100 ark/],
    [new Uint8Array(10_000_001).fill(0x50), /på 11 megabyte/],
    [new Uint8Array([0x89, 0x50, 0x4e, 0x47]), /Dette er et bilde. Velg et regneark som slutter på \.xlsx/],
  ];
  for (const [bytes, message] of cases) assert.throws(() => lesExcel(bytes), (error: unknown) => error instanceof Lesefeil && message.test(error.message), String(message));
});

test('a workbook cut anywhere is read or refused with a reason', async () => {
  const bytes = new Uint8Array(await (await tilExcel(bokAv(eksempelplan('eks'), LISTER, []))).arrayBuffer());
  for (let end = 0; end < bytes.length; end += 97) assert.throws(() => lesExcel(bytes.subarray(0, end)), Lesefeil);
  const strange = lesExcel(bok('<sheetData><row><c t="inlineStr"><is><t>&constructor; &amp; &#0;</t></is></c><c r="__proto__" t="s"><v>length</v></c></row></sheetData>'));
  assert.deepEqual(strange[0]?.rader[0]?.celler, ['&constructor; & ', null]);
});

test('what is wrong in a file is left out and said, the rest is read', () => {
  const file = { format: 'boligsosial-plan', versjon: 1, id: 'a', neste: 1, plan: { tittel: 7, fra: 2027 }, strategier: [null, { id: 's4', tekst: 'En', maal: 'm9', fremmed: 1 }, { id: 's4', tekst: 'To' }], tiltak: [{ id: '__proto__' }, { id: 't5', strategi: 's4', kroner: 1.5, framdrift: 101, malgrupper: ['<b>'], frist: '2028-02-30' }] };
  const { plan, feil } = lesFil(JSON.stringify(file));
  assert.equal(plan.plan.fra, 2027);
  assert.deepEqual(plan.strategier.map((one) => [one.id, one.maal]), [['s4', '']]);
  assert.equal(plan.tiltak[0]?.strategi, 's4');
  assert.equal(plan.neste, 6);
  assert.equal(feil.length, 10, feil.join('\n'));
});

test('undo goes back to each state and forth again; what is typed in one go is one step', () => {
  let h: Historie = nyHistorie(tomPlan('a'));
  const states = [h.naa];
  const run = (k: Kommando, tid: number): void => {
    h = gjor(h, k, tid);
  };
  run({ slags: 'ny', del: 'strategier' }, 0);
  states.push(h.naa);
  for (const [i, text] of ['B', 'Bo', 'Bol'].entries()) run({ slags: 'endre', del: 'strategier', id: 's1', felt: 'tekst', verdi: text }, i * 100);
  states.push(h.naa);
  run({ slags: 'endre', del: 'strategier', id: 's1', felt: 'tekst', verdi: 'Bolig' }, 10_000);
  states.push(h.naa);
  run({ slags: 'ny', del: 'tiltak', verdier: { strategi: 's1', tekst: 'T' } }, 10_001);
  states.push(h.naa);
  run({ slags: 'slett', del: 'strategier', id: 's1' }, 10_002);
  assert.deepEqual(h.naa.tiltak.map((one) => [one.tekst, one.strategi]), [['T', '']], 'tiltaket blir stående uten strategi');
  for (const state of [...states].reverse()) {
    h = angre(h);
    assert.deepEqual(h.naa, state);
  }
  assert.equal(angre(h), h);
  for (let i = 0; i < 5; i += 1) h = gjenta(h);
  assert.equal(h.naa.strategier.length, 0);
});

test('a measure is moved among those of its own strategy', () => {
  let plan = tomPlan('a');
  for (const strategi of ['s1', 's2', 's1']) plan = utfor(plan, { slags: 'ny', del: 'tiltak', verdier: { strategi } });
  assert.deepEqual(utfor(plan, { slags: 'flytt', del: 'tiltak', id: 't3', steg: -1 }).tiltak.map((one) => one.id), ['t3', 't2', 't1']);
  assert.equal(utfor(plan, { slags: 'flytt', del: 'tiltak', id: 't2', steg: 1 }), plan);
});

test('the plan says what it lacks', () => {
  let plan = tomPlan('a');
  const all = (): string => sjekk(plan, LISTER, dokumentAv(plan, LISTER, '')).map((one) => `${one.gruppe}: ${one.tekst}`).join('\n');
  assert.match(all(), /Grupper uten strategi: Unge/);
  assert.match(all(), /Plikter uten strategi: § 5 Oversikt over boligbehovet \(skal\)/);
  assert.doesNotMatch(all(), /Råd/, 'det kommunen kan gjøre, er ingen plikt');
  plan = utfor(plan, { slags: 'ny', del: 'strategier', verdier: { tekst: 'Bygge', malgrupper: ['unge'] } });
  plan = utfor(plan, { slags: 'ny', del: 'tiltak', verdier: { tekst: 'Løst', plikter: ['bsl-oversikt'], frist: '2040', kostnad: 'kjent', kroner: 5, per: 'ar' } });
  plan = utfor(utfor(plan, { slags: 'hode', hode: 'plan', felt: 'til', verdi: 2030 }), { slags: 'ny', del: 'unntak', verdier: { gjelder: 'rus-og-psykisk-helse', grunn: 'Egen plan' } });
  assert.doesNotMatch(all(), /Unge|rusproblemer/);
  assert.match(all(), /Oversikt over boligbehovet/, 'et tiltak uten strategi svarer ikke på plikten');
  assert.match(all(), /1 «Bygge» mangler mål, tiltak, politisk eller administrativ behandling og år/);
  assert.match(all(), /0\.1 «Løst» mangler strategi og ansvarlig rolle/);
  assert.match(all(), /frist utenfor planens år/);
  assert.match(all(), /ikke kan regnes sammen/);
  plan = utfor(plan, { slags: 'hode', hode: 'plan', felt: 'arbeidet', verdi: 'Ord. '.repeat(30_000) });
  assert.match(all(), /Lengden: Planen blir om lag \d+ sider/);
});

test('a plan on paper has what it answers in a table and the rest in a sentence, and its own name at the foot', () => {
  const plan = utfor(tomPlan('a'), { slags: 'ny', del: 'strategier', verdier: { tekst: 'Bygge', malgrupper: ['unge'] } });
  const paper = dokumentAv(plan, LISTER, 'Basen');
  assert.equal(paper.bunntekst, 'Boligsosial plan');
  const groups = paper.blokker.find((one) => one.slags === 'tabell' && one.kolonner[0] === 'Gruppe');
  assert.deepEqual(groups && 'rader' in groups ? groups.rader : null, [['Unge', '1']]);
  const text = JSON.stringify(paper.blokker);
  assert.match(text, /ingen egen strategi for disse pliktene: § 5 Oversikt over boligbehovet/);
  assert.match(text, /Planverkstedet i Basen/);
});

test('pages are estimated, and grow with the text', () => {
  const small = anslattSider(dokumentAv(tomPlan('a'), LISTER, ''));
  assert.equal(small, 1);
  assert.ok(anslattSider(dokumentAv(stor(), LISTER, '')) > 10);
});

test('amounts are read as people write them, and are whole øre', () => {
  const cases: [string, number | null | undefined][] = [['', null], ['1 200 000', 120_000_000], ['1.200.000', 120_000_000], ['kr 900,-', 90_000], ['150,5', 15_050], ['−3', -300], ['1.5', 150], ['1.500', 150_000], ['=1+1', undefined], ['12,345', undefined], ['1e9', undefined], ['9'.repeat(20), undefined]];
  for (const [text, ore] of cases) assert.equal(oreAv(text), ore, text);
  assert.equal(kronerAv('150,50'), undefined);
  assert.equal(visOre(123_456_705), '1\u00a0234\u00a0567,05');
  assert.equal(fristAv('1.6.2028'), '2028-06-01');
  for (const text of ['31.2.2028', '28', 'vår 2028', '=2028']) assert.equal(fristAv(text), undefined);
});

test('sums by who pays add up to the øre, and differ aloud from the sums of the accounts', () => {
  let plan = tomPlan('a');
  for (let i = 0; i < 1000; i += 1) plan = utfor(plan, { slags: 'ny', del: 'okonomi', verdier: { aar: 2027, pengekilde: i % 2 ? 'kommunen' : 'husbanken', budsjett: 10, regnskap: 30 } });
  const lines = etterKilde(plan.okonomi);
  const total = lines[lines.length - 1];
  assert.deepEqual([total?.budsjett, total?.regnskap, total?.avvik], [10_000, 30_000, 20_000]);
  assert.equal(lines.slice(0, -1).reduce((sum, one) => sum + one.regnskap, 0), total?.regnskap);
  plan = utfor(plan, { slags: 'ny', del: 'kontroll', verdier: { aar: 2027, budsjett: 10_000, regnskap: 30_001, kilde: 'årsregnskapet' } });
  assert.deepEqual(avvikendeSummer(plan), ['Regnskapet for 2027 er 300,01 kroner (årsregnskapet), men radene blir 300. Det mangler 0,01.']);
});

test('what a measure costs in all counts each year; the unknown is not counted as nothing', () => {
  const plan = eksempelplan('a');
  const [buy, ask, , advice] = plan.tiltak;
  assert.equal(iAlt(buy as never), 16_000_000);
  assert.equal(iAlt(ask as never), null);
  assert.equal(iAlt(advice as never), 1_800_000);
  assert.deepEqual(sumAv(plan.tiltak), { kroner: 17_800_000, kjent: 4, ukjent: 1 });
  assert.equal(kostnadstekst(advice as never), '450\u00a0000 kr hvert år, 2027–2030 (drift)');
});

test('strategies are numbered through, measures under theirs', () => {
  const { maal } = kjeden(eksempelplan('a'));
  assert.deepEqual(maal.flatMap((goal) => goal.strategier.map((one) => [one.nr, ...one.tiltak.map((t) => t.nr)])), [['1', '1.1', '1.2'], ['2', '2.1', '2.2'], ['3', '3.1']]);
});

test('two versions of a plan are compared post by post, by what people read', () => {
  const before = eksempelplan('a');
  let after = utfor(before, { slags: 'endre', del: 'tiltak', id: 't8', felt: 'tilstand', verdi: 'gjennomfort' });
  after = utfor(utfor(after, { slags: 'slett', del: 'tiltak', id: 't9' }), { slags: 'ny', del: 'tiltak', verdier: { tekst: 'Nytt', strategi: 's5' } });
  const found = sammenlign(before, after, LISTER);
  assert.deepEqual(found.map((one) => [one.slags, one.del, one.felter.map((felt) => [felt.tittel, felt.for, felt.etter])]), [
    ['endret', 'tiltak', [['Tilstand', 'Pågår', 'Gjennomført']]],
    ['ny', 'tiltak', []],
    ['borte', 'tiltak', []],
  ]);
  assert.deepEqual(sammenlign(before, before, LISTER), []);
  assert.deepEqual(sammenlign({ ...before, id: 'b' }, before, LISTER), [], 'samme tekst i to planer er det samme');
});

test('Markdown holds what is typed as text', async () => {
  const doc = { tittel: '# <b>', blokker: [{ slags: 'avsnitt' as const, tekst: '1. [x](javascript:alert(1))' }, { slags: 'tabell' as const, kolonner: ['A|B'], rader: [['`c`\nd | e']] }] };
  const text = await tilMarkdown(doc).text();
  assert.equal(text, '# \\# \\<b\\>\n\n1\\. \\[x\\](javascript:alert(1))\n\n| A\\|B |\n| --- |\n| \\`c\\`<br>d \\| e |\n');
});

test('the schema that is published has the fields of the tables, and no others', () => {
  const schema = JSON.parse(readFileSync('../docs/verktoy/plan.schema.json', 'utf8')) as { properties: Record<string, { properties?: object; items?: { properties: object } }> };
  for (const [hode, felter] of Object.entries(HODER)) assert.deepEqual(Object.keys(schema.properties[hode]?.properties ?? {}), felter.map((felt) => felt.navn));
  for (const del of DELNAVNENE) assert.deepEqual(Object.keys(schema.properties[del]?.items?.properties ?? {}), ['id', ...DELER[del].map((felt) => felt.navn)]);
});

test('the base is searched by every word, in parts of words too', () => {
  const base = innslagene({ innslag: [['tiltak', 'Lage boligskole for unge', 'Lørenskog', 'k', '/a/#b', 'Pågår', 'unge', ''], ['erfaring', 'Skole tok tid', 'Rissa', 'k', '/b/', 'Vurdert', '', 'x']] });
  assert.deepEqual(sok(base, 'skole', '', '').map((one) => one.hvor), ['Rissa', 'Lørenskog']);
  assert.deepEqual(sok(base, 'skole unge', '', '').map((one) => one.hvor), ['Lørenskog']);
  assert.deepEqual(sok(base, '', 'erfaring', 'unge'), []);
  assert.deepEqual(innslagene(undefined), []);
});

test('every field of a post is its own column, so that a sheet can be read by its headings', () => {
  for (const del of DELNAVNENE) {
    const titles = (DELER[del] as readonly Felt[]).map((felt) => felt.tittel.toLowerCase());
    assert.equal(new Set(titles).size, titles.length, del);
  }
  assert.equal(verdiAv({ id: 'x' }, 'tekst'), '');
});

test('a year is past when it is over, a day the day after; what is done is never late', () => {
  const measure = (frist: string, tilstand = 'pagar') => ({ ...eksempelplan('a').tiltak[0], frist, tilstand }) as never;
  assert.deepEqual([['2027', '2027-12-31'], ['2027', '2028-01-01'], ['2027-06-01', '2027-06-01'], ['2027-06-01', '2027-06-02'], ['', '2030-01-01']].map(([frist, idag]) => erForsinket(measure(frist as string), idag as string)), [false, true, false, true, false]);
  assert.equal(erForsinket(measure('2020', 'gjennomfort'), '2027-01-01'), false);
});

test('the leaders get one page, whatever the plan is', () => {
  let plan = stor();
  for (const one of plan.tiltak) for (const [felt, verdi] of [['avvik', 'Langt avvik. '.repeat(30)], ['avgjores', 'Kommunestyret. '.repeat(30)], ['frist', '2026']] as const) plan = utfor(plan, { slags: 'endre', del: 'tiltak', id: one.id, felt, verdi });
  assert.equal(anslattSider(lederside(plan, eksempelplan('a'), LISTER, '2030-07-01', '')), 1);
  const small = lederside(eksempelplan('a'), null, LISTER, '2027-07-01', '');
  assert.match(JSON.stringify(small), /garantere for husleia/);
  assert.deepEqual(ledersyn(eksempelplan('a'), '2030-01-01').gamle.map((one) => one.nr), ['1.1', '1.2', '2.2', '3.1']);
  assert.equal(statussetning(eksempelplan('a')), 'Planen har 5 tiltak: 1 ikke startet, 3 pågår, 1 gjennomført.');
});

test('what has changed since last time is said in sentences', () => {
  const before = eksempelplan('a');
  const after = utfor(utfor(before, { slags: 'endre', del: 'tiltak', id: 't9', felt: 'tilstand', verdi: 'pagar' }), { slags: 'slett', del: 'tiltak', id: 't12' });
  assert.deepEqual(endringssetninger(before, after, LISTER), [
    'Tiltak 1.2 «Spørre private utleiere om avtaler for fem år»: tilstand fra «Ikke startet» til «Pågår».',
    'Tiltaket «Ett møte hver uke der boligsaker på tvers blir avgjort» er tatt ut.',
  ]);
});

test('the report has its headings, says that the plan is not adopted, and what was not filled in', () => {
  const doc = rapportAv(eksempelplan('a'), null, LISTER, '2027-07-01', '');
  const headings = doc.blokker.flatMap((one) => (one.slags === 'overskrift' && one.niva === 1 ? [one.tekst] : []));
  assert.deepEqual(headings, ['Sammendrag', '1 Om planen', '2 Status for planen', '3 Status for tiltakene', '4 Økonomi', '5 Veien videre']);
  const all = JSON.stringify(doc);
  assert.match(all, /er ikke vedtatt/);
  assert.match(all, /Ikke ført\./);
});

test('the sum by who pays is the sum by activity, and both are the sum of the rows', () => {
  const tables = okonomien(eksempelplan('a')).flatMap((one) => (one.slags === 'tabell' ? [one.rader] : []));
  const last = tables.map((rows) => rows[rows.length - 1]?.slice(-3));
  assert.deepEqual(last, [['4\u00a0450\u00a0000', '3\u00a0915\u00a0001', '−534\u00a0999'], ['4\u00a0450\u00a0000', '3\u00a0915\u00a0001', '−534\u00a0999']]);
});
