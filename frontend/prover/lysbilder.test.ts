import assert from 'node:assert/strict';
import { test } from 'node:test';
import { antallOrd, kortet, lagLysbilder, MEST_ORD, type Blokk } from '../lysbilder/inndeling';

const words = (slides: ReturnType<typeof lagLysbilder>): number[] =>
  slides.map(({ tittel, blokker }) =>
    antallOrd([tittel, ...blokker.flatMap((b) => [b.tekst, ...(b.hode ?? []), ...(b.rader ?? []).flat()])].join(' ')) +
    blokker.filter(({ slags }) => slags === 'nummer').length,
  );
const long = 'Kommunen skal sørge for at sektorene samarbeider om arbeidet. '.repeat(9);

test('whole sentences are kept, as many as there is room for', () => {
  assert.equal(kortet('Én setning her. Og én til.', 4), 'Én setning her.');
  assert.equal(kortet('Kort nok.', 4), 'Kort nok.');
  assert.equal(kortet('En altfor lang setning uten noe å stanse ved.', 4), 'En altfor lang setning …');
});

test('no slide is over the limit, whatever the page holds', () => {
  const blocks: Blokk[] = [
    { slags: 'avsnitt', tekst: long },
    ...Array.from({ length: 9 }, (_, i): Blokk => ({ slags: 'nummer', tekst: long, nr: i + 1 })),
    { slags: 'tabell', tekst: 'Tabell', hode: ['Kommune', 'En lang overskrift på en kolonne', 'C', 'D'], rader: [[long, long, long, long], ['a', 'b', 'c', 'd']] },
    ...[1, 2, 3].map((antall): Blokk => ({ slags: 'tabell', tekst: '', hode: Array.from({ length: antall }, () => long), rader: [Array.from({ length: antall }, () => long)] })),
  ];
  for (const tittel of [long, 'ord '.repeat(30)]) {
    const slides = lagLysbilder(tittel, long, [{ tittel, blokker: blocks, notat: [], fast: true }]);
    assert.ok(Math.max(...words(slides)) <= MEST_ORD, String(words(slides)));
  }
});

test('what does not fit on the slide stands in the notes', () => {
  const slides = lagLysbilder('Side', '', [{ tittel: 'Del', blokker: [{ slags: 'avsnitt', tekst: long }], notat: ['Kilde'] }]);
  assert.ok(slides[1]?.notat.includes(long.trim()));
  assert.ok(slides[1]?.notat.includes('Kilde'));
});

test('a long part says how much stands on the page; one that was written as a slide is whole', () => {
  const blokker = Array.from({ length: 30 }, (): Blokk => ({ slags: 'avsnitt', tekst: long }));
  const slides = lagLysbilder('Side', '', [{ tittel: 'Del', blokker, notat: [] }]);
  assert.equal(slides.length, 10);
  assert.match(slides[9]?.blokker[0]?.tekst ?? '', /^22 til står på siden\.$/);
  assert.equal(lagLysbilder('Side', '', [{ tittel: 'Del', blokker, notat: [], fast: true }]).length, 31);
});

test('of a long table the rows that are left are counted, not the slides they would have filled', () => {
  const table = (antall: number): Blokk => ({ slags: 'tabell', tekst: '', hode: ['Krav', 'Hvem'], rader: Array.from({ length: antall }, () => ['Ansvar for alle', 'Kommunen']) });
  const shown = (antall: number): ReturnType<typeof lagLysbilder> => lagLysbilder('Side', '', [{ tittel: 'Del', blokker: [table(antall)], notat: [] }]).slice(1);
  const rows = (slides: ReturnType<typeof lagLysbilder>): number => slides.flatMap(({ blokker }) => blokker).reduce((sum, { rader }) => sum + (rader?.length ?? 0), 0);
  const long = shown(100);
  assert.equal(long[long.length - 1]?.blokker[0]?.tekst, `${100 - rows(long)} til står på siden.`);
  assert.equal(rows(shown(rows(long) + 1)), rows(long) + 1, 'én rad til får plass på et lysbilde til');
});

test('a column that is mostly empty gives its place to one that says something, and few columns have longer cells', () => {
  const grunn = 'Søkeren får nok lån i en vanlig bank til å kjøpe en nøktern bolig';
  const one: Blokk = { slags: 'tabell', tekst: '', hode: ['Grunn', 'Hvor det står'], rader: [[grunn, ''], [grunn, '']] };
  const three: Blokk = { slags: 'tabell', tekst: '', hode: ['Tiltak', 'Frist', 'Kommune', 'Beskrivelse'], rader: [[grunn, '', 'Asker', grunn], [grunn, '2012', 'Bodø', grunn], ['a', '', 'Alta', '']] };
  const tables = (blokk: Blokk): Blokk[] => lagLysbilder('Side', '', [{ tittel: 'Del', blokker: [blokk], notat: [] }]).slice(1).flatMap(({ blokker }) => blokker);
  assert.deepEqual(tables(one)[0]?.hode, ['Grunn']);
  assert.deepEqual(tables(one).flatMap(({ rader }) => rader ?? []), [[grunn], [grunn]]);
  assert.deepEqual(tables(three)[0]?.hode, ['Tiltak', 'Kommune', 'Beskrivelse']);
});

test('a question is read to its end, and a source never stands alone', () => {
  const question = 'Gjengs leie nådde 200 boliger der folk hadde bodd lenge. Hvor mange fikk høyere leie?';
  const asked = lagLysbilder('Side', '', [{ tittel: question, blokker: [{ slags: 'svar', tekst: '180', nr: 1 }], notat: [], fast: true }]);
  assert.equal(asked[1]?.tittel, question);
  const full = 'ord '.repeat(35).trim();
  const [, only, none] = lagLysbilder('Side', '', [{ tittel: 'Del', blokker: [{ slags: 'avsnitt', tekst: full }, { slags: 'kilde', tekst: 'Kilden til det, s. 12' }], notat: [], fast: true }]);
  assert.equal(none, undefined);
  assert.match(only?.notat ?? '', /Kilden til det/);
});
