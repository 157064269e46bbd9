import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adressedel, egneBlokker, filAv, fraAdresse, lesAdresse, lesFil, tider, tomtOpplegg } from '../opplegg/fil';
import { ark, program } from '../opplegg/papir';

const opplegg = { ...tomtOpplegg(), kommune: 'Prikkeby', deler: [
  { kloss: 'krav--dl-1', tittel: 'Plikten', minutter: 15, tekst: '' },
  { kloss: '', tittel: 'Vårt eget', minutter: 30, tekst: 'Æ, ø og å.' },
] };

test('a seminar that is saved and opened is the same', () => {
  assert.deepEqual(lesFil(filAv(opplegg)), { opplegg, feil: [] });
});

test('a small one fits in an address, a large one does not', () => {
  assert.deepEqual(lesFil(fraAdresse(adressedel(opplegg) ?? '') ?? '').opplegg, opplegg);
  const large = { ...opplegg, deler: Array.from({ length: 60 }, () => opplegg.deler[1] as (typeof opplegg.deler)[number]) };
  assert.equal(adressedel(large), null);
  assert.equal(fraAdresse('#opplegg=%'), null);
  assert.equal(fraAdresse('#noe'), null);
});

test('each part begins where the one before ended', () => {
  assert.deepEqual(tider(opplegg), ['09:00–09:15', '09:15–09:45']);
});

test('what is broken in a file is told of, and the rest is read', () => {
  const broken = { format: 'seminaropplegg', versjon: 1, tittel: 3, starter: '99:99', deler: [{ tittel: 'A', minutter: 'mange' }, 7] };
  const { opplegg: read, feil } = lesFil(JSON.stringify(broken));
  assert.equal(read.starter, '09:00');
  assert.deepEqual(read.deler.map(({ minutter }) => minutter), [10]);
  assert.equal(feil.length > 0, true);
  assert.throws(() => lesFil('{"format": "annet"}'), /ikke en fil fra/);
});

test('a pasted address of this site becomes the place on it, whatever it lies under', () => {
  assert.equal(lesAdresse('https://noe.no/base/metoder/dreiebok/#fase-1'), '/metoder/dreiebok/#fase-1');
  assert.equal(lesAdresse('file:///C:/base/nettsted/lov/klage/index.html?x=1#a-den'), '/lov/klage/#a-den');
  assert.equal(lesAdresse('https://noe.no/annet/'), null);
});

test('a line with a dash is a point on the slide', () => {
  assert.deepEqual(egneBlokker('Slik er det:\n- én\n\n– to').map(({ slags, tekst }) => `${slags} ${tekst}`), ['avsnitt Slik er det:', 'punkt én', 'punkt to']);
});

test('the programme has a row for each part, and the sheet stays on one page', () => {
  const [table] = program(opplegg, ['5 lysbilder', '']).blokker;
  assert.deepEqual(table?.slags === 'tabell' && table.rader.map((row) => row[3]), ['5 lysbilder', 'Æ, ø og å.']);
  const many = { ...opplegg, deler: Array.from({ length: 30 }, (_, i) => ({ kloss: '', tittel: `Del ${i}`, minutter: 5, tekst: '' })) };
  const list = ark(many, many.deler.map(({ tittel }) => tittel)).blokker.filter(({ slags }) => slags === 'liste');
  assert.deepEqual(list.map((one) => one.slags === 'liste' && one.punkter.length), [13, 6]);
});
