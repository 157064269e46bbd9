/** The explorers without a browser: what is found, counted, ordered, and told of in the address. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fraAdresse, tilAdresse, tomTilstand } from '../utforsker/adresse';
import { filtrer, iOrden, lesVerdier, ordnet, type Datasett, type Fasett } from '../utforsker/motor';
import { Tekstfilter } from '../utforsker/tekst';

const FASETTER: Fasett[] = [
  { navn: 'tema', tittel: 'Tema', kolonne: true, verdier: [['bytte', 'Bytte'], ['strek', 'Strek'], ['tildeling', 'Tildeling']] },
  { navn: 'fylke', tittel: 'Fylke', kolonne: true, verdier: [['agder', 'Agder'], ['oslo', 'Oslo']] },
];

function data(...rader: string[]): Datasett {
  return { antall: rader.length, fasetter: FASETTER, verdier: lesVerdier(rader, FASETTER.length) };
}

// tema;fylke
const FIRE = data('0,1;0', '1;0', '2;1', ';1');
const velg = (valg: Record<string, string[]>, tekst: number[] | null = null) =>
  filtrer(FIRE, new Map(Object.entries(valg)), tekst && Uint8Array.from(tekst));

test('within a filter one of the values is enough, and all filters must fit', () => {
  assert.deepEqual(velg({}).treff, [0, 1, 2, 3]);
  assert.deepEqual(velg({ tema: ['bytte', 'tildeling'] }).treff, [0, 2]);
  assert.deepEqual(velg({ tema: ['strek', 'tildeling'], fylke: ['oslo'] }).treff, [2]);
  assert.deepEqual(velg({ fylke: ['oslo'] }, [1, 1, 0, 1]).treff, [3]);
});

test('a count says how many there would be with that value chosen, all else as it is', () => {
  const { antall } = velg({ tema: ['tildeling'] });
  assert.deepEqual([...(antall[0] ?? [])], [1, 2, 1], 'the filter itself does not lower its own counts');
  assert.deepEqual([...(antall[1] ?? [])], [0, 1]);
  assert.deepEqual([...(velg({ fylke: ['agder'] }, [0, 1, 1, 1]).antall[0] ?? [])], [0, 1, 0]);
});

test('with no hits it is told which filter to loosen, and what that would give', () => {
  const none = velg({ tema: ['bytte'], fylke: ['oslo'] });
  assert.deepEqual(none.treff, []);
  assert.deepEqual(none.losninger, [{ fasett: 'fylke', antall: 1 }, { fasett: 'tema', antall: 2 }].sort((a, b) => b.antall - a.antall));
  assert.deepEqual(velg({ fylke: ['agder'] }, [0, 0, 1, 0]).losninger, [{ fasett: '', antall: 2 }, { fasett: 'fylke', antall: 1 }]);
});

test('order is Norwegian, numbers by size, and what is not known comes last both ways', () => {
  const tekster = ['Ås', '', 'Asker', 'Øvre', 'Ærlig', 'del 10', 'del 9'];
  const orden = ordnet(tekster);
  assert.deepEqual([...orden].map((row) => tekster[row]), ['Asker', 'del 9', 'del 10', 'Ærlig', 'Øvre', 'Ås', '']);
  const alle = tekster.map((_, row) => row);
  const snudd = iOrden(alle, orden, true, (row) => tekster[row] === '');
  assert.deepEqual(snudd.map((row) => tekster[row]), ['Ås', 'Øvre', 'Ærlig', 'del 10', 'del 9', 'Asker', '']);
  assert.deepEqual(iOrden([0, 2], orden, false, () => false), [2, 0]);
});

test('the address tells of all that is chosen, and gives it back', () => {
  const state = { ...tomTilstand(), q: 'bo & leie', valg: new Map([['tema', ['bytte', 'tildeling']]]), sorter: 'frist', ned: true, kolonner: ['tekst', 'fylke'] };
  const query = tilAdresse(state, FASETTER);
  assert.equal(query, '?q=bo+%26+leie&tema=bytte,tildeling&sorter=-frist&kolonner=tekst,fylke');
  assert.deepEqual(fraAdresse(query, FASETTER, ['tekst', 'frist', 'fylke']), state);
  assert.equal(tilAdresse(tomTilstand(), FASETTER), '');
});

test('what an address names that is not there is left alone', () => {
  assert.deepEqual(fraAdresse('?tema=finnes-ikke,strek&sorter=tull&kolonner=tull&annet=1', FASETTER, ['tekst']), {
    ...tomTilstand(),
    valg: new Map([['tema', ['strek']]]),
  });
});

test('words are matched as in the search: inflections, compounds, spellings, typing errors, unfinished words', () => {
  const rader = ['Tildeling av kommunale boliger', 'Booppfølging i egen leilighet', 'Startlån til barnefamilier', 'Samarbeid med Nav'];
  const filter = new Tekstfilter(rader);
  const finn = (q: string, skriver = false): number[] => [...(filter.finn(q, skriver) ?? [])].flatMap((hit, row) => (hit ? [row] : []));
  const asked: [string, number[]][] = [
    ['kommunal bolig', [0]], ['leilighet', [0, 1]], ['boligtildeling', [0]], ['startlan', [2]], ['boopfølging', [1]], ['barnefamilie startlån', [2]],
    ['kommunal startlån', []], ['xyzzy', []],
  ];
  for (const [q, rows] of asked) assert.deepEqual(finn(q), rows, q);
  assert.deepEqual(finn('samarb', true), [3]);
  assert.equal(filter.finn('  ', false), null);
});
