import assert from 'node:assert/strict';
import { test } from 'node:test';
import { delt, naermesteAvsnitt, offentlig, utdragAv } from '../side/deling';
import { enkel, forslag, lesData, lesValg, luftlinje, rangert, skrivValg } from '../finne/likhet';
import type { Valg } from '../finne/likhet';
import { sagtOm, valgtI } from '../finne/praksiskart';
import { lesValgte, skrivValgte } from '../finne/valgte';

const DATA = lesData({
  fylker: ['Nordfylket', 'Sørfylket'],
  storrelser: [['liten', 'under 5 000'], ['mindre', '5 000–9 999'], ['stor', '50 000 og flere']],
  malgrupper: [['unge', 'Unge']],
  temaer: [['boligskole', 'Boligskole']],
  kommuner: [
    ['9901', 'Åmot', ['Aamodt'], 0, 1, '2012', [60, 10]],
    ['9902', 'Bø', ['Gamlevik'], 0, 2, '2012', [60.2, 10]],
    ['9903', 'Vik', [], 1, 1, '2015', [65, 12]],
    ['9904', 'Hav', [], 1, 2, '2015', [70, 20]],
    ['9905', 'Ny', [], 0, -1, '', [60, 10.1]],
  ],
  eksempler: [
    ['hav', 'Hav', 'I Hav.', '2015', ['9904'], [], []],
    ['vik', 'Vik', 'I Vik.', '2015', ['9903'], ['unge'], ['boligskole']],
    ['bo', 'Bø', 'I Bø.', '2012', ['9902'], ['unge'], []],
    ['begge', 'Begge', 'I to.', '2012', ['9904', '9902'], [], []],
  ],
});
const INGEN: Valg = { kommune: '', fylke: -1, storrelse: -1, malgruppe: '', tema: '', viktigst: 'fylke' };

test('the same county comes before the same size, and the reader may turn it round', () => {
  const valg = { ...INGEN, fylke: 0, storrelse: 1 };
  assert.deepEqual(rangert(DATA, valg).map((t) => t.eksempel.id), ['begge', 'bo', 'vik', 'hav']);
  assert.equal(rangert(DATA, { ...valg, viktigst: 'storrelse' })[0]?.eksempel.id, 'vik');
});

test('each example says in words why it is there, and what is not known', () => {
  const [first, second] = rangert(DATA, { ...INGEN, fylke: 1, storrelse: 1 });
  assert.deepEqual(first?.grunner, ['samme fylke: Sørfylket', 'samme størrelse: 5 000–9 999 i 2015']);
  assert.ok(second?.grunner.includes('nesten samme størrelse: 50 000 og flere i 2015') || second?.eksempel.id === 'begge');
  const both = rangert(DATA, { ...INGEN, fylke: 0 }).find((t) => t.eksempel.id === 'begge');
  assert.deepEqual(both?.grunner, ['Bø: samme fylke: Nordfylket']);
});

test('an example from the municipality itself comes first, and nearness is said', () => {
  const valg = lesValg(DATA, '?kommune=9902');
  const found = rangert(DATA, valg);
  assert.equal(found[0]?.grunner[0], 'fra Bø selv');
  const near = rangert(DATA, lesValg(DATA, '?kommune=9901')).find((t) => t.eksempel.id === 'bo');
  assert.ok(near?.grunner.includes('om lag 20 km unna i luftlinje'));
});

test('target group and theme narrow the list', () => {
  assert.deepEqual(rangert(DATA, { ...INGEN, malgruppe: 'unge' }).map((t) => t.eksempel.id).sort(), ['bo', 'vik']);
  assert.deepEqual(rangert(DATA, { ...INGEN, malgruppe: 'unge', tema: 'boligskole' }).map((t) => t.eksempel.id), ['vik']);
});

test('a municipality is found by number, by a former name, and without æ, ø and å', () => {
  const first = (typed: string) => forslag(DATA.kommuner.values(), typed)[0];
  assert.equal(first('9903')?.kommune.navn, 'Vik');
  assert.deepEqual([first('gamle')?.kommune.navn, first('gamle')?.navn], ['Bø', 'Gamlevik']);
  assert.equal(first('bo')?.kommune.navn, 'Bø');
  assert.equal(first('aamot')?.kommune.navn, 'Åmot');
  assert.deepEqual(forslag(DATA.kommuner.values(), '  '), []);
  assert.equal(enkel('Nordre Follo – «Øst»'), 'nordre follo ost');
});

test('the address gives back the choice, and says only what the municipality does not', () => {
  for (const query of ['', '?kommune=9901', '?kommune=9905&storrelse=mindre', '?kommune=9901&fylke=alle', '?fylke=S%C3%B8rfylket&malgruppe=unge&viktigst=storrelse']) {
    assert.equal(skrivValg(DATA, lesValg(DATA, query)), query);
  }
  assert.deepEqual(lesValg(DATA, '?kommune=1&fylke=Atlantis&tema=%3Cb%3E'), INGEN);
});

test('a municipality nobody has counted has no size until the reader gives it one', () => {
  assert.equal(lesValg(DATA, '?kommune=9905').storrelse, -1);
  assert.equal(lesValg(DATA, '?kommune=9905&storrelse=liten').storrelse, 0);
});

test('the crow flies 111 km a degree', () => {
  assert.ok(Math.abs(luftlinje([60, 10], [61, 10]) - 111.2) < 0.5);
});

test('a cell of the map is read from its address', () => {
  assert.deepEqual(valgtI('/x/?tema=tildeling&gruppe=unge#tildeling'), { tema: 'tildeling', gruppe: 'unge' });
  assert.deepEqual(valgtI('/x/#tildeling'), { tema: 'tildeling', gruppe: '' });
  assert.equal(valgtI('/x/'), null);
  assert.equal(sagtOm(3, 12, 'Unge'), 'Viser 3 av 12 eksempler: de som er merket med målgruppa «Unge».');
});

test('the examples of an address are those that exist, each once, and at most four', () => {
  const finnes = (id: string): boolean => /^[a-f]$/.test(id);
  assert.deepEqual(lesValgte('?e=a,b,a,x', finnes), { valgte: ['a', 'b'], ukjente: ['x'] });
  assert.equal(lesValgte('?e=a,b,c,d,e', finnes).valgte.length, 4);
  assert.deepEqual(lesValgte('', finnes), { valgte: [], ukjente: [] });
  assert.equal(skrivValgte(['a', '', 'a', 'b']), '?e=a,b');
  assert.equal(skrivValgte([]), '');
});

test('what is shared says title, gist, source and address, and no text becomes markup', () => {
  const { tekst, html } = delt({ tittel: 'A & B', utdrag: '<script>', kilde: 'Kilde, s. 4', adresse: 'https://x.no/a/#b' });
  assert.equal(tekst, 'A & B\n<script>\nKilde, s. 4\nhttps://x.no/a/#b');
  assert.equal(html, '<p><a href="https://x.no/a/#b">A &amp; B</a><br>&lt;script&gt;<br>Kilde, s. 4</p>');
  assert.equal(delt({ tittel: 'A', utdrag: '', kilde: '', adresse: 'x' }).tekst, 'A\nx');
});

test('a gist is cut at a word', () => {
  assert.equal(utdragAv('en to  tre', 20), 'en to tre');
  assert.equal(utdragAv('en to tre, fire', 11), 'en to tre …');
});

test('the address that is shared is the site’s own, also from disk', () => {
  const own = 'https://base.no/kb/';
  assert.equal(offentlig('file:///tmp/site/lov/index.html#a', 'file:///tmp/site/', own), `${own}lov/#a`);
  assert.equal(offentlig('http://127.0.0.1:8000/lov/#a', 'http://127.0.0.1:8000/', own), `${own}lov/#a`);
  assert.equal(offentlig('http://127.0.0.1:8000/lov/#a', 'http://127.0.0.1:8000/', ''), 'http://127.0.0.1:8000/lov/#a');
  assert.equal(offentlig('file:///tmp/site/lov/index.html', 'file:///tmp/site/', ''), 'file:///tmp/site/lov/index.html');
});

test('a paragraph whose first words have changed is found by the words it kept', () => {
  const ids = ['a-kommunen-har-fire-hovedmal-i-planen', 'a-noe-helt-annet-her'];
  assert.equal(naermesteAvsnitt('a-kommunen-har-tre-hovedmal-i-planen', ids), ids[0]);
  assert.equal(naermesteAvsnitt('a-ingen-av-ordene-finnes', ids), null);
});
