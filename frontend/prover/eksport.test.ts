import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { tilCsv } from '../eksport/csv';
import { arknavn, tilExcel } from '../eksport/excel';
import { filnavnAv, kanVaereFormel, kuttTilCelle, MAKS_CELLETEKST, norskTall, rensTekst, visVerdi } from '../eksport/tekst';
import type { Dokument } from '../eksport/typer';
import { tilWord } from '../eksport/word';

const DANGEROUS = ['=1+1', '+1', '-1', '@SUM(A1)', ' =1+1', '\t=1+1', '＝1+1'];

async function unpack(blob: Blob): Promise<Record<string, string>> {
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

test('text that could be a formula is found, ordinary text is not', () => {
  for (const text of DANGEROUS) assert.equal(kanVaereFormel(text), true, text);
  for (const text of ['', 'Boliger', '2011–2015', '16 av 80', 'a=b', '«=»']) assert.equal(kanVaereFormel(text), false, text);
});

test('control characters and lone surrogates are taken out, letters and emoji stay', () => {
  assert.equal(rensTekst('a\u0000\u0007b\r\nc\td\uD800e 🏠 æøå č'), 'ab\nc\tde 🏠 æøå č');
});

test('a text that is too long for a cell is cut, and says so', () => {
  const cut = kuttTilCelle('x'.repeat(40_000));
  assert.equal(cut.length, MAKS_CELLETEKST);
  assert.match(cut, /teksten er kuttet/);
  assert.equal(kuttTilCelle('kort'), 'kort');
});

test('values are shown as Norwegians write them', () => {
  assert.equal(visVerdi(1234567.5), '1\u00A0234\u00A0567,5');
  assert.equal(visVerdi(2011), '2011');
  assert.equal(visVerdi(new Date('2027-07-01T00:00:00Z')), '1.7.2027');
  assert.equal(norskTall(-0.25), '-0,25');
});

test('file names are ASCII', () => {
  assert.equal(filnavnAv('Tiltak i Lørenskog (2011–2012)'), 'tiltak-i-lorenskog-2011-2012');
  assert.equal(filnavnAv('Čájet'), 'cajet');
  assert.equal(filnavnAv('***'), 'fil');
});

test('CSV: byte order mark, semicolon, quotes, decimal comma, no formulas', async () => {
  const bytes = new Uint8Array(await tilCsv([['Tiltak', 'Sum'], ['a;"b"', 1.5], ['=1+1', -3], ['-1', null]]).arrayBuffer());
  assert.deepEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf]);
  assert.equal(strFromU8(bytes.slice(3)), 'Tiltak;Sum\r\n"a;""b""";1,5\r\n\'=1+1;-3\r\n\'-1;\r\n');
});

test('Excel: text is text, numbers and dates are numbers', async () => {
  const blob = await tilExcel({
    ark: [{ navn: 'Tiltak', kolonner: [{ navn: 'Tekst' }, { navn: 'Tall' }], rader: [...DANGEROUS.map((text) => [text, 1]), ['_x0041_', new Date('2027-07-01T00:00:00Z')]] }],
    om: [['Lisens', 'CC BY 4.0']],
  });
  const files = await unpack(blob);
  const sheet = files['xl/worksheets/sheet1.xml'] ?? '';
  assert.doesNotMatch(sheet, /<f[ >]/);
  assert.match(sheet, /<c r="B2"[^>]*><v>1<\/v>/);
  assert.match(sheet, /<v>46569<\/v>/);
  assert.match(files['xl/sharedStrings.xml'] ?? '', /_x005F_x0041_/);
  assert.match(files['xl/workbook.xml'] ?? '', /name="Om fila"/);
});

test('Excel: names of sheets are made legal and different', () => {
  assert.deepEqual(arknavn(['A/B', 'a b', '', 'x'.repeat(40), 'x'.repeat(41)]), [
    'A B', 'a b (2)', 'Ark', 'x'.repeat(31), `${'x'.repeat(27)} (2)`,
  ]);
});

const DOCUMENT: Dokument = {
  tittel: 'Møtenotat',
  innhold: true,
  bunntekst: 'Kunnskapsbasen',
  blokker: [
    { slags: 'overskrift', niva: 1, tekst: 'Første <del> & resten' },
    { slags: 'avsnitt', tekst: ['Se ', { tekst: 'loven', lenke: 'https://lovdata.no/æ ø' }, { tekst: ' eller ', fet: true }, { tekst: 'x', lenke: 'javascript:alert(1)' }] },
    { slags: 'liste', punkter: ['én', 'to'], nummerert: true },
    { slags: 'tabell', kolonner: ['A', 'B'], rader: [['=1+1\u0007', 12000], [null, true]] },
  ],
};

test('Word: header rows repeat, bokmål, safe links, no dirty fields', async () => {
  const files = await unpack(await tilWord(DOCUMENT));
  const body = files['word/document.xml'] ?? '';
  assert.match(body, /<w:tblHeader\/>/);
  assert.match(files['word/styles.xml'] ?? '', /w:lang [^>]*w:val="nb-NO"/);
  assert.match(body, /Første &lt;del&gt; &amp; resten/);
  assert.doesNotMatch(body, /w:dirty="true"|\u0007/);
  assert.match(body, /=1\+1/);
  assert.doesNotMatch(files['word/_rels/document.xml.rels'] ?? '', /javascript/);
});

test('Word: a short table stands whole with the line that introduces it, a long one may be parted', async () => {
  const table = (rows: number): Dokument['blokker'][number] => ({ slags: 'tabell', kolonner: ['A'], rader: Array.from({ length: rows }, (_, i) => [`rad ${i}`]) });
  const kept = async (rows: number): Promise<number> => {
    const files = await unpack(await tilWord({ tittel: 'T', blokker: [{ slags: 'avsnitt', tekst: 'Innleder' }, table(rows)] }));
    return (files['word/document.xml'] ?? '').match(/<w:keepNext\/>/g)?.length ?? 0;
  };
  assert.equal(await kept(3), 4, 'linja, hodet og to av tre rader');
  assert.equal(await kept(30), 2, 'linja og hodet');
});

test('the same content gives the same bytes, whatever the clock says', async (t) => {
  const bytes = async (blob: Promise<Blob>): Promise<string> =>
    createHash('sha256').update(new Uint8Array(await (await blob).arrayBuffer())).digest('hex');
  const book = { ark: [{ navn: 'A', kolonner: [{ navn: 'K' }], rader: [['x']] }] };
  const first = [await bytes(tilExcel(book)), await bytes(tilWord(DOCUMENT))];
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 86_400_000 });
  assert.deepEqual([await bytes(tilExcel(book)), await bytes(tilWord(DOCUMENT))], first);
});
