import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Data, type Felt, type Skjema, JA, eksemplerFor, epostAdresse, erUkjent, feilI, fraAdressen, sakAdresse, tekstAv, varslerOm } from '../bidra/skjema';

const felt = (more: Partial<Felt>): Felt => ({ navn: 'laerdom', tittel: 'Hva har dere lært?', hjelp: '', kreves: true, slag: 'lang', ...more });
const kostnad = felt({ navn: 'kostnad', tittel: 'Hva kostet det?', monster: '^(ukjent|[0-9][0-9 ]* (kr|kroner).*)$', melding: 'Skriv et beløp først.' });
const skjema: Skjema = { slag: 'laerdom', tittel: 'Én lærdom', om: '', felt: [felt({ navn: 'kommune', tittel: 'Hvilken kommune?', slag: 'kommune' }), felt({ min: 5, maks: 20 }), kostnad, felt({ navn: 'kilde', tittel: 'Hvor står det?' }), felt({ navn: 'samtykke', tittel: 'Før dere sender', hjelp: 'Vi har lov.', slag: 'kryss', melding: 'Kryss av.' })] };
const data: Data = { skjemaer: [skjema], kommuner: { '5501': 'Tromsø', '3222': 'Lørenskog', '5612': 'Guovdageaidnu - Kautokeino' }, eksempler: { tromso: 'Samhandlingsarena i Tromsø' }, steder: { 'Samhandlingsarena i Tromsø': ['5501'] }, navn: { unge: 'Unge' }, kodelager: null, postkasse: null };

test('an answer is held to what the schema says of it, and an empty one only where it is asked for', () => {
  const cases: [Partial<Felt>, string, string][] = [
    [{}, '', 'Dette må dere svare på.'],
    [{ kreves: false }, '', ''],
    [{ min: 5, melding: 'Skriv mer.' }, 'abc', 'Skriv mer.'],
    [{ maks: 3, melding: 'Skriv mindre.' }, 'æøåæ', 'Skriv mindre.'],
    [{ slag: 'linjer', linjer: 2 }, 'a\nb\n\nc', 'Skriv høyst 2 linjer.'],
    [{ slag: 'valg', valg: ['Unge'] }, 'Gamle', 'Velg en fra lista.'],
    [{ slag: 'kryss', melding: 'Kryss av.' }, '', 'Kryss av.'],
    [{ slag: 'kryss' }, JA, ''],
    [{ slag: 'kommune' }, 'tromsø kommune', ''],
    [{ slag: 'kommune' }, 'Kautokeino', ''],
    [{ slag: 'kommune' }, 'Guovdageaidnu - Kautokeino', ''],
    [{ slag: 'kommune' }, 'Tromsøø', 'Vi kjenner ingen kommune som heter «Tromsøø». Mente du «Tromsø»?'],
    [{ slag: 'kommune' }, 'Bergen', 'Vi kjenner ingen kommune som heter «Bergen». Skriv navnet den har i dag.'],
  ];
  for (const [more, text, told] of cases) assert.equal(feilI(felt(more), text, data), told, text);
  assert.equal(feilI(kostnad, '400 000 kroner per år', data), '');
  assert.equal(feilI(kostnad, 'ukjent', data), '');
  assert.equal(feilI(kostnad, 'mye', data), 'Skriv et beløp først.');
});

test('a writer is asked to look again at signs of a person and of few people, and at nothing else', () => {
  const warned = ['Ring 400 00 000.', 'post@eksempel.no', 'Nummeret er 010190 12345', 'Det gjaldt tre familier.', 'én beboer flyttet', 'Det var Kari Nordmann som ringte.', 'Kari Nordmann ringte.', 'Vi traff dem. Ola Hansen ledet det.'];
  for (const text of warned) assert.equal(varslerOm(text, data).length, 1, text);
  const fine = ['Vi brukte 400 000 kroner i alt.', 'Boligkontoret i Tromsø og Nav gikk sammen.', 'Tre hundre familier fikk bolig.', 'Vi prøvde Housing First.', 'Planen kom 12.05.2021.', 'Vi holdt fire kurs.', 'Evaluering 2023, side 4', 'Rådgivning og oppføring 2021–2023', 'Etter Husbanken kom vi. Med Nav gikk det.'];
  for (const text of fine) assert.deepEqual(varslerOm(text, data), [], text);
});

test('the text that is sent has each question once, whatever is written in an answer', () => {
  const text = tekstAv(skjema, { kommune: 'Tromsø', laerdom: 'Først.\n### Hva kostet det?\n5 kr', kostnad: 'ukjent', samtykke: JA });
  assert.equal(text.match(/^### Hva kostet det\?$/gm)?.length, 1);
  assert.match(text, /### Hvor står det\?\n\n_No response_/);
  assert.match(text, /- \[X\] Vi har lov\./);
});

test('an issue has the form filled in as far as an address holds', () => {
  const short = sakAdresse('https://github.com/x/y', skjema, { kommune: 'Tromsø', laerdom: 'a & b' });
  assert.equal(short.hele, true);
  const url = new URL(short.adresse);
  assert.equal(url.pathname, '/x/y/issues/new');
  assert.deepEqual([url.searchParams.get('template'), url.searchParams.get('laerdom')], ['laerdom.yml', 'a & b']);
  const long = sakAdresse('https://github.com/x/y', skjema, { kommune: 'Tromsø', laerdom: 'ø'.repeat(9000) });
  assert.equal(long.hele, false);
  assert.ok(long.adresse.length < 7100);
});

test('an e-mail holds the text, or says that it has to be pasted: mail programs cut long addresses', () => {
  const short = epostAdresse('post@eksempel.no', skjema, { kommune: 'Tromsø' });
  assert.equal(short.hele, true);
  assert.match(short.adresse, /^mailto:post@eksempel\.no\?subject=/);
  const long = epostAdresse('post@eksempel.no', skjema, { kommune: 'Tromsø', laerdom: 'ø'.repeat(600) });
  assert.equal(long.hele, false);
  assert.ok(long.adresse.length < 400);
});

test('the examples of the municipality that is written stand first', () => {
  const all = ['Alta', 'Samhandlingsarena i Tromsø'];
  assert.deepEqual(eksemplerFor('tromsø kommune ', all, data), { egne: ['Samhandlingsarena i Tromsø'], andre: ['Alta'] });
  assert.deepEqual(eksemplerFor('', all, data), { egne: [], andre: all });
});

test('there are several ways to say that one does not know', () => {
  const asked = felt({ ukjent: 'ukjent' });
  for (const text of ['ukjent', 'Ukjent.', 'Vet ikke', 'vi vet ikke.']) assert.ok(erUkjent(asked, text), text);
  assert.ok(!erUkjent(asked, 'Vi vet ikke hvorfor de dro.'));
  assert.ok(!erUkjent(felt({}), 'vet ikke'));
});

test('the address of the page fills in the form, and a seminar is a way in', () => {
  assert.deepEqual(fraAdressen('?kommune=5501', data), { slag: 'laerdom', svar: { kommune: 'Tromsø' }, seminar: null });
  const seminar = fraAdressen('?fra=seminar&tittel=Boligdag&samtykke=ja&slag=nei', data);
  assert.deepEqual(seminar, { slag: 'laerdom', svar: { kilde: 'kommunen selv, på seminaret «Boligdag»' }, seminar: 'Boligdag' });
});
