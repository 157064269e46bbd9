import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filAv as vurderingsfil, leggSammen, lesFil as lesVurdering, lesRader } from '../sjekkliste/egenvurdering/fil';
import { egenRad } from '../sjekkliste/egenvurdering/rapport';
import { samtale, tallFor, visSnitt } from '../sjekkliste/egenvurdering/tall';
import type { Besvarelse } from '../sjekkliste/egenvurdering/typer';
import { filAv, lesFil } from '../sjekkliste/fil';
import { erDato, Lesefeil, tekstAvFil } from '../felles/lesing';
import { dokumentAv, hullene, sammendrag } from '../sjekkliste/rapport';
import { tomSjekkliste, tomtSvar } from '../sjekkliste/typer';
import type { Krav, Sjekkliste } from '../sjekkliste/typer';
import { advarsler, dagerFor, veien } from '../sjekkliste/vei';

const KRAV: Krav[] = (['skal', 'skal', 'bor'] as const).map((styrke, i) => ({ id: `k-${i}`, paragraf: '5', styrke, styrkenavn: styrke, tittel: `Krav ${i}`, tekst: '', hjemmel: '', hvem: '', vises: '', frist: i === 1 ? '2027-07-01' : '' }));

function filled(): Sjekkliste {
  const liste = tomSjekkliste();
  liste.kommune = 'Diktvik';
  liste.vedtak = '2027-05-20';
  liste.svar.set('k-0', { tittel: 'Krav 0', svar: 'nei', viser: 'a\nb', mangler: '=1+1', hvem: 'Plan', naar: '2027-01-15' });
  liste.svar.set('borte', { ...tomtSvar('Et krav som var'), svar: 'ja' });
  liste.oppgaver.set('oversikt', { naar: '2026-12-01', hvem: 'Nav', ferdig: true });
  return liste;
}

test('a checklist is read back as it was, also what the page no longer asks', () => {
  const { liste, feil } = lesFil(filAv(filled()));
  assert.deepEqual(feil, []);
  assert.deepEqual(liste, filled());
});

test('what is wrong in a file is left out and said, the rest is read', () => {
  const file = { format: 'sjekkliste', versjon: 1, kommune: 7, svar: [null, { krav: 'k-0', svar: 'kanskje', naar: '2027-02-30', viser: 'x' }, { krav: '__proto__', svar: 'ja' }, { krav: 'k-1', svar: 'ja' }], vei: [] };
  const { liste, feil } = lesFil(JSON.stringify(file));
  assert.equal(liste.svar.get('k-0')?.viser, 'x');
  assert.equal(liste.svar.get('k-1')?.svar, 'ja');
  assert.deepEqual([...liste.svar.keys()], ['k-0', 'k-1']);
  assert.equal(feil.length, 6);
});

test('on paper it is seen what nobody has filled in, and what it rests on', () => {
  const paper = JSON.stringify(dokumentAv({ krav: KRAV, liste: filled(), idag: '2026-12-01' }, [['Adresse', 'https://eksempel.no/']]));
  assert.match(paper, /\["Hva viser det","ikke fylt ut"\]/);
  assert.match(paper, /"tekst":"Kilder"/);
  assert.match(paper, /Adresse: https:\/\/eksempel\.no\//);
});

test('a file that is none of ours is refused with a reason', () => {
  for (const text of ['', '[]', '{', '{"format":"egenvurdering","versjon":1}', '{"format":"sjekkliste"}', '{"format":"sjekkliste","versjon":2}']) assert.throws(() => lesFil(text), Lesefeil);
  for (const bytes of [[], [0x50, 0x4b, 3, 4], [0xe6, 0xf8]]) assert.throws(() => tekstAvFil(new Uint8Array(bytes)), Lesefeil);
});

test('a pasted cell stays in its column, whatever is in it', () => {
  const unit = 'Bolig; "nord"\tøst\n=1+1';
  for (const skille of [';', '\t']) {
    const { besvarelser, feil } = lesRader(`Enhet${skille}Strategi${skille}Økonomi\n"${unit.replace(/"/g, '""')}"${skille}3,0${skille}1,0\nconstructor${skille}__proto__${skille}4`);
    assert.deepEqual(besvarelser.map(({ enhet, svar }) => [enhet, svar]), [['Bolig; "nord" øst =1+1', { strategi: 3, okonomi: 1 }], ['constructor', { okonomi: 4 }]]);
    assert.equal(feil.length, 1);
  }
  assert.throws(() => lesRader('a;b\n'.repeat(100_000)), /mer enn 60 000 rader/);
});

test('a day must exist', () => {
  assert.ok(erDato('2028-02-29'));
  for (const text of ['2027-02-29', '2027-13-01', '27-01-01', '', '0001-01-01']) assert.ok(!erDato(text));
});

test('the road is counted backwards from the meeting, and says what does not add up', () => {
  const tasks = veien(filled());
  assert.equal(tasks.find((one) => one.id === 'plan-horing')?.naar, dagerFor('2027-05-20', 72));
  assert.deepEqual(tasks.map((one) => one.naar), tasks.map((one) => one.naar).sort());
  assert.deepEqual(advarsler(veien(tomSjekkliste()), '2026-11-22'), []);
  const late = tomSjekkliste();
  late.vedtak = '2027-09-01';
  late.oppgaver.set('plan-horing-slutt', { naar: '2027-07-01', hvem: '', ferdig: false });
  const said = advarsler(veien(late), '2026-11-22').join(' ');
  assert.match(said, /etter fristen/);
  assert.match(said, /planforslaget må vare minst seks uker/);
});

test('the summary counts duties, deadlines and loose ends', () => {
  const g = { krav: KRAV, liste: filled(), idag: '2026-11-22' };
  assert.equal(sammendrag(g)[0], '0 av 2 plikter (skal) har svaret ja, 0 delvis, 1 nei og 0 vet ikke. 1 er ikke besvart.');
  assert.match(sammendrag(g)[1] ?? '', /krav 1/);
  assert.deepEqual(hullene(g).map((one) => one.krav.id), ['k-0']);
});

const besvarelse = (id: string, samordning: Besvarelse['svar']['samordning']): Besvarelse => ({ id, enhet: '', merknad: '', svar: samordning === undefined ? {} : { samordning } });

test('«vet ikke» is counted, and left out of the mean', () => {
  const [first, second] = tallFor([besvarelse('a', 2), besvarelse('b', 5), besvarelse('c', 'vet_ikke'), besvarelse('d', undefined)]);
  assert.deepEqual([first?.antall, first?.vetIkke, first?.ubesvart, first?.lavest, first?.hoyest], [2, 1, 1, 2, 5]);
  assert.equal(visSnitt(first?.snitt ?? null), '3,5');
  assert.equal(second?.snitt, null);
  assert.equal(visSnitt(3.25), '3,3');
  assert.match(samtale(tallFor([besvarelse('a', 2)]), 1)[0] ?? '', /Bare én/);
});

test('the own mean stands only beside the question the five were asked', () => {
  const own = egenRad({ tittel: '', besvarelser: [besvarelse('a', 4), besvarelse('b', 'vet_ikke')] }, 5);
  assert.deepEqual(own, ['Dere (egenvurderingen)', '–', '–', '2, med 1 «vet ikke»', '4']);
  assert.equal(egenRad({ tittel: '', besvarelser: [{ ...besvarelse('a', undefined), svar: { strategi: 3 } }] }, 5), null);
});

test('the same answer is never counted twice, and a file is read back as it was', () => {
  const one = { tittel: 'D', besvarelser: [{ ...besvarelse('a', 3), enhet: 'Nav', merknad: '<b>' }] };
  assert.deepEqual(lesVurdering(vurderingsfil(one)), { vurdering: one, feil: [] });
  const sum = leggSammen(one, [besvarelse('a', 4), besvarelse('b', 1)]);
  assert.deepEqual([sum.lagtTil, sum.erstattet, sum.vurdering.besvarelser.length], [1, 1, 2]);
});

test('answers pasted from a sheet: columns by their headings, what can not be read is said', () => {
  const { besvarelser, feil } = lesRader('Enhet;Økonomi;Samordning\nNav;3;6 (svært godt)\nHelse;Vet ikke;\nPlan;0;3,5\n');
  assert.deepEqual(besvarelser.map((one) => one.svar), [{ samordning: 6, okonomi: 3 }, { okonomi: 'vet_ikke' }]);
  assert.deepEqual(besvarelser.map((one) => one.enhet), ['Nav', 'Helse']);
  assert.equal(feil.length, 3);
  for (const text of ['', 'Samordning', 'Navn;Alder\nA;3']) assert.throws(() => lesRader(text), Lesefeil);
});
