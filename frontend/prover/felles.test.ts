import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ankerI } from '../felles/anker';
import { dagerMellom, idagIso } from '../felles/dag';
import { fristTekst, gjelderIdag, gjennomgangTekst, overFristen } from '../side/dato';
import { medIndex } from '../felles/disk';
import { fargeskjema } from '../felles/farger';
import { lesFiler } from '../felles/filer';
import { tekstAvFil } from '../felles/lesing';
import { les, lagre, lagret, slett } from '../felles/lager';
import { passert } from '../side/sidestotte';
import { erSnarvei } from '../side/snarveier';
import { lagretTekst } from '../side/innstillinger';

const fil = (size: number, arrayBuffer: () => Promise<ArrayBuffer> = async () => new ArrayBuffer(size)): File => ({ name: 'x', size, arrayBuffer }) as unknown as File;

test('a file is refused by its size before it is read, also when several are too large together', async () => {
  const [large] = await lesFiler([fil(10_000_001, () => assert.fail('lest'))]);
  assert.throws(() => large?.bytes(), /på 11 megabyte. Verktøyet tar filer på inntil 10 megabyte. Velg en mindre fil/);
  const several = await lesFiler([fil(6_000_000), fil(6_000_000, () => assert.fail('lest')), fil(4_000_000)]);
  assert.deepEqual([several[0]?.bytes().length, several[2]?.bytes().length], [6_000_000, 4_000_000]);
  assert.throws(() => several[1]?.bytes(), /til sammen på mer enn 10 megabyte. Åpne noen få om gangen/);
  const [gone] = await lesFiler([fil(1, () => Promise.reject(new DOMException('x', 'NotReadableError')))]);
  assert.throws(() => gone?.bytes(), /lot seg ikke lese. Lukk den i andre programmer/);
});

test('a file that is no text says what it is and which to open', () => {
  const cases: [number[] | string, RegExp][] = [
    [[], /Fila er tom/], ['PK\x03\x04', /en Excel-, Word- eller zip-fil/], ['%PDF-1.7', /en PDF-fil/], [[0x89, 0x50, 0x4e, 0x47], /et bilde/],
    [[0xff, 0xfe, 0x7b, 0x00], /tegnsett enn UTF-8.*slutter på \.json/], [[0x7b, 0xe6, 0x7d], /tegnsett enn UTF-8/],
  ];
  for (const [content, message] of cases) assert.throws(() => tekstAvFil(typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)), message);
});

test('links to folders get index.html on disk only, with query and anchor kept', () => {
  const disk = 'file:///C:/side/eksempler/index.html';
  const cases: [string, string, string][] = [
    ['../lov/', disk, 'file:///C:/side/lov/index.html'],
    ['../lov/?q=1#p5', disk, 'file:///C:/side/lov/index.html?q=1#p5'],
    ['.', disk, 'file:///C:/side/eksempler/index.html'],
    ['#komp-5', disk, '#komp-5'],
    ['../plan.pdf', disk, '../plan.pdf'],
    ['https://lovdata.no/', disk, 'https://lovdata.no/'],
    ['mailto:a@b.no', disk, 'mailto:a@b.no'],
    ['../lov/', 'https://x.no/eksempler/', '../lov/'],
  ];
  for (const [href, base, expected] of cases) assert.equal(medIndex(href, base), expected);
});

test('days to a deadline, in words', () => {
  assert.equal(dagerMellom('2026-11-22', '2027-07-01'), 221);
  const cases: [number, string][] = [
    [0, 'i dag'], [1, 'i morgen'], [59, 'om 59 dager'], [221, 'om 7 måneder'],
    [-1, 'gikk ut for 1 dag siden'], [-40, 'gikk ut for 40 dager siden'], [-800, 'gikk ut for 2 år siden'],
  ];
  for (const [days, text] of cases) assert.equal(fristTekst(days), text);
  assert.equal(gjennomgangTekst(3), '');
  assert.equal(gjennomgangTekst(-3), 'skulle vært gjennomgått for 3 dager siden');
});

test('dates that have passed are counted, the day itself not among them', () => {
  const dates = '2027-02-01*9 2027-08-01*225 2028-01-01';
  assert.equal(overFristen('2027-02-01', dates), 0);
  assert.equal(overFristen('2027-02-02', dates), 9);
  assert.equal(overFristen('2099-01-01', dates), 235);
  assert.equal(overFristen('2099-01-01', ''), 0);
});

test('spans of dates include both ends', () => {
  assert.equal(gjelderIdag('2027-07-01', null, '2027-07-01'), true);
  assert.equal(gjelderIdag('2027-07-02', null, '2027-07-01'), false);
  assert.equal(gjelderIdag('2027-07-02', '2027-07-02', null), true);
  assert.equal(idagIso(new Date(2026, 10, 2, 23, 59)), '2026-11-02');
});

test('a shortcut is one printable character without a modifier; space is none', () => {
  const key = (name: string, modifier = false) => ({ key: name, ctrlKey: modifier, metaKey: false, altKey: false });
  for (const name of ['f', 's', '/', 'p', 'n', ',', '.', '?', 'å']) assert.equal(erSnarvei(key(name)), true, name);
  for (const name of [' ', 'Enter', 'Tab', 'Escape', 'ArrowDown']) assert.equal(erSnarvei(key(name)), false, name);
  assert.equal(erSnarvei(key('f', true)), false);
});

test('colours follow the choice, else the machine', () => {
  assert.equal(fargeskjema('maskin', true), 'slate');
  assert.equal(fargeskjema('maskin', false), 'default');
  assert.equal(fargeskjema('lys', true), 'default');
  assert.equal(fargeskjema('mork', false), 'slate');
});

/** As little of Storage as our code uses; keys are own properties, as in browsers. */
function fakeStorage(): Record<string, unknown> {
  const storage: Record<string, unknown> = {};
  const hidden = (name: string, value: unknown) => Object.defineProperty(storage, name, { value, enumerable: false });
  hidden('getItem', (key: string) => storage[key] ?? null);
  hidden('setItem', (key: string, value: string) => void (storage[key] = value));
  hidden('removeItem', (key: string) => void delete storage[key]);
  return storage;
}

test('storage: only our own keys are listed and deleted', () => {
  const storage = fakeStorage();
  storage['andres'] = 'x';
  (globalThis as Record<string, unknown>)['window'] = { localStorage: storage };
  assert.equal(les('farger'), null);
  assert.equal(lagre('farger', 'mork'), true);
  assert.equal(les('farger'), 'mork');
  assert.deepEqual(lagret(), ['farger']);
  slett();
  assert.deepEqual(lagret(), []);
  assert.equal(storage['andres'], 'x');
});

test('storage that throws is storage that is empty', () => {
  (globalThis as Record<string, unknown>)['window'] = {
    get localStorage(): Storage {
      throw new Error('denied');
    },
  };
  assert.equal(les('farger'), null);
  assert.equal(lagre('farger', 'lys'), false);
  assert.deepEqual(lagret(), []);
  slett();
});

test('the panel says what is stored in words', () => {
  assert.equal(lagretTekst([]), 'Ingenting er lagret i denne nettleseren.');
  assert.equal(lagretTekst(['farger', 'ny']), 'Lagret i denne nettleseren: valg av farger, ny.');
});

test('the heading being read is the last above the line; at the end of the page all are passed', () => {
  assert.equal(passert([200, 500, 900], 80, false), 0);
  assert.equal(passert([-300, 80, 400], 80, false), 2);
  assert.equal(passert([-900, -300, -10], 80, false), 3);
  assert.equal(passert([-300, 80, 400], 80, true), 3);
  assert.equal(passert([], 80, false), 0);
});

test('an anchor that can not be decoded is no anchor', () => {
  assert.equal(ankerI('#%E0%A4%A'), '');
  assert.equal(ankerI('#r-%C3%A6'), 'r-æ');
  assert.equal(ankerI(''), '');
});
