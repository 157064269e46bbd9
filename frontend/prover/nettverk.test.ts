import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tilCsv } from '../eksport/csv';
import { eksempelprosjekt, tomtProsjekt } from '../nettverk/eksempeldata';
import { medEndring } from '../nettverk/hvaom';
import { lesProsjekt, prosjektfil } from '../nettverk/lesing/json';
import { ofteAv } from '../nettverk/lesing/ord';
import { lesKontakter, lesPersoner } from '../nettverk/lesing/rader';
import { enLinje, MAKS_RADER, skilletegn, tabellAv } from '../felles/celler';
import { Lesefeil } from '../felles/lesing';
import { tekstAv } from '../felles/tegnsett';
import { tallAv } from '../nettverk/maal/alle';
import { DEFINISJONER, definisjon } from '../nettverk/maal/definisjoner';
import { fastTilfeldig } from '../nettverk/maal/klynger';
import { utenPust } from '../nettverk/pust';
import { endringer, MAAL, sammenlign, visEndring } from '../nettverk/sammenlign';
import { anbefaltGrense, klikk, skjemaTekst } from '../nettverk/skjema';
import { bildeAv, SKRIFT, tegnFor } from '../nettverk/tegning/bilde';
import type { Bilde } from '../nettverk/tegning/bilde';
import { kanIkkeTekst, viserTekst } from '../nettverk/tekst';
import { MAKS_FUNKSJONER } from '../nettverk/typer';
import type { Kontakt, Ofte, Prosjekt, Valg } from '../nettverk/typer';

const ALT: Valg = { minst: 'sjelden', regnes: 'en', vis: 'person' };

/** A project with these contacts; the names of the persons are the ends. */
function prosjektAv(pairs: readonly (readonly [string, string, Ofte?])[], extra: readonly string[] = []): Prosjekt {
  const ids = [...new Set([...pairs.flatMap(([a, b]) => [a, b]), ...extra])];
  const kontakter: Kontakt[] = pairs.map(([fra, til, ofte]) => ({ fra, til, ofte: ofte ?? 'ukentlig' }));
  const project = tomtProsjekt();
  return { ...project, personer: ids.map((id) => ({ id, funksjoner: [] })), runder: [{ id: 'r', navn: 'R', spurt: ids, svart: ids, kontakter }] };
}
const tallFor = (project: Prosjekt, valg: Valg = ALT) => tallAv(project, project.runder[0]!, valg, utenPust);
const chain = (n: number): [string, string][] => Array.from({ length: n - 1 }, (_, i) => [`P${i}`, `P${i + 1}`]);

test('the ideal shapes are most like themselves', async () => {
  const star = await tallFor(prosjektAv(Array.from({ length: 6 }, (_, i) => ['A', `B${i}`] as [string, string])));
  const ring = await tallFor(prosjektAv([...chain(7), ['P6', 'P0']]));
  const line = await tallFor(prosjektAv(chain(7)));
  assert.deepEqual(star.former, { stjerne: 1, sirkel: 0, kjede: 2 / 6 });
  assert.deepEqual(ring.former, { stjerne: 0, sirkel: 1, kjede: 3 / 6 });
  assert.equal(line.former?.kjede, 1);
  assert.equal(line.former?.sirkel, 0);
  assert.deepEqual(line.noder.filter((one) => one.eneste).map((one) => one.id), ['P1', 'P2', 'P3', 'P4', 'P5']);
  assert.equal(line.broer.length, 6);
});

test('an empty network, one person and two strangers give numbers or none, never nonsense', async () => {
  for (const ids of [[], ['A'], ['A', 'B']]) {
    const numbers = await tallFor(prosjektAv([], ids));
    assert.equal(numbers.tetthet, ids.length > 1 ? 0 : null);
    assert.equal(numbers.snittavstand, null);
    assert.equal(numbers.deler.antall, ids.length);
    assert.equal(numbers.svar.gjensidighet, null);
    for (const row of sammenlign(numbers, numbers)) assert.ok(['–', 'uendret'].includes(visEndring(row)), row.navn);
    assert.ok(viserTekst(numbers, tomtProsjekt(), tomtProsjekt().runder[0]!, ALT).length > 0);
  }
});

test('one of the two is enough, or both must have said it', async () => {
  const project = prosjektAv([['A', 'B', 'daglig'], ['B', 'A', 'sjelden'], ['A', 'C', 'daglig']]);
  const one = await tallFor(project, { ...ALT, minst: 'ukentlig' });
  assert.deepEqual(one.nett.kanter.map(({ a, b, vekt }) => [a, b, vekt]), [['A', 'B', 20], ['A', 'C', 20]]);
  const both = await tallFor(project, { ...ALT, regnes: 'begge' });
  assert.deepEqual(both.nett.kanter.map(({ a, b, vekt }) => [a, b, vekt]), [['A', 'B', 0.25]]);
});

test('missing answers: reciprocity is counted between those who answered, unknown pairs where nobody did', async () => {
  const project = prosjektAv([['A', 'B'], ['B', 'A'], ['A', 'C'], ['B', 'C']], ['D']);
  project.runder[0]!.svart = ['A', 'B'];
  const { svar } = await tallFor(project);
  assert.equal(svar.gjensidighet, 1);
  assert.equal(svar.prosent, 0.5);
  assert.equal(svar.ukjentePar, 1);
  assert.equal(svar.hoyesteTetthet, 4 / 6);
});

test('contact with the elected is counted from the side of the administration', async () => {
  const project = prosjektAv([]);
  project.personer = [{ id: 'A', funksjoner: ['til'] }, { id: 'B', funksjoner: ['tje'] }, { id: 'P', funksjoner: ['pol'] }];
  project.runder[0]!.kontakter = [{ fra: 'A', til: 'P', ofte: 'manedlig', slag: ['gir_info'] }, { fra: 'P', til: 'B', ofte: 'manedlig', slag: ['gir_info'] }];
  const { politikk, tvers } = await tallFor(project);
  assert.equal(politikk.medKontakt, 2);
  assert.deepEqual(politikk.slag.filter((one) => one.antall > 0), [{ slag: 'far_info', antall: 1 }, { slag: 'gir_info', antall: 1 }]);
  assert.equal(tvers.andel, 1);
});

test('units and functions gather the contacts of their people', async () => {
  const project = prosjektAv([['A', 'B'], ['A', 'C'], ['B', 'C']]);
  project.personer = [{ id: 'A', funksjoner: ['til'], enhet: 'Nav' }, { id: 'B', funksjoner: ['til', 'hus'], enhet: 'Nav' }, { id: 'C', funksjoner: ['tje'], enhet: 'Helse' }];
  const units = await tallFor(project, { ...ALT, vis: 'enhet' });
  assert.deepEqual(units.nett.noder.map((one) => [one.id, one.antall, one.indre]), [['Helse', 1, 0], ['Nav', 2, 1]]);
  assert.deepEqual(units.nett.kanter.map((one) => [one.a, one.b, one.par]), [['Helse', 'Nav', 2]]);
  const functions = await tallFor(project, { ...ALT, vis: 'funksjon' });
  assert.equal(functions.antall, 3);
});

/** Pairs of labels that overlap, by their estimated width. */
function overlaps(bilde: Bilde): string[] {
  const boxes = bilde.etiketter.map((one) => ({ id: one.id, x0: one.x - one.bredde / 2, x1: one.x + one.bredde / 2, y0: one.y - 0.8 * SKRIFT, y1: one.y + 0.22 * SKRIFT }));
  return boxes.flatMap((p, i) => boxes.slice(i + 1).filter((q) => p.x0 < q.x1 && p.x1 > q.x0 && p.y0 < q.y1 && p.y1 > q.y0).map((q) => `${p.id} ${q.id}`));
}

function random(n: number, m: number, seed: number): Prosjekt {
  const chance = fastTilfeldig(seed);
  const pick = (): string => `TIL${1 + Math.floor(chance() * n)}`;
  return prosjektAv(Array.from({ length: m }, () => [pick(), pick(), (['daglig', 'ukentlig', 'manedlig', 'sjelden'] as const)[Math.floor(chance() * 4)]!] as [string, string, Ofte]));
}

test('labels never overlap, every label is in the picture, and clusters are drawn apart', async () => {
  for (const project of [eksempelprosjekt(), random(50, 250, 1), random(50, 70, 2), random(110, 300, 3), random(400, 900, 4), prosjektAv(chain(60)), prosjektAv([], ['A', 'B', 'C'])]) {
    const numbers = await tallFor(project);
    const bilde = await bildeAv(numbers, project, 'kontakter', utenPust);
    assert.deepEqual(overlaps(bilde), []);
    assert.equal(bilde.utenEtikett, numbers.antall <= 120 ? 0 : numbers.antall - bilde.etiketter.length);
    for (const p of bilde.klynger) for (const q of bilde.klynger) if (p !== q) assert.ok(Math.hypot(p.x - q.x, p.y - q.y) >= p.r + q.r, 'discs overlap');
    for (const one of [...bilde.etiketter, ...bilde.noder]) assert.ok(one.x > bilde.x && one.x < bilde.x + bilde.bredde && one.y > bilde.y && one.y < bilde.y + bilde.hoyde);
  }
});

test('the same data give the same picture, whatever order they come in', async () => {
  const project = random(50, 200, 6);
  const turned = { ...project, personer: [...project.personer].reverse(), runder: [{ ...project.runder[0]!, kontakter: [...project.runder[0]!.kontakter].reverse() }] };
  const [one, other] = [await bildeAv(await tallFor(project), project, 'brobygger', utenPust), await bildeAv(await tallFor(turned), turned, 'brobygger', utenPust)];
  assert.deepEqual(one, other);
});

test('held in place, people stay where they are when the slider moves', async () => {
  const project = random(40, 200, 8);
  const all = await bildeAv(await tallFor(project), project, 'lik', utenPust);
  const daily = await bildeAv(await tallFor(project, { ...ALT, minst: 'daglig' }), project, 'lik', utenPust, all);
  assert.deepEqual(daily.noder.map(({ id, x, y }) => ({ id, x, y })), all.noder.map(({ id, x, y }) => ({ id, x, y })));
});

test('no two functions have the same sign', () => {
  const project = { ...tomtProsjekt(), funksjoner: Array.from({ length: 40 }, (_, i) => ({ id: `f${i}`, navn: `F${i}` })) };
  const signs = project.funksjoner.map((one) => JSON.stringify(tegnFor(project, one.id)));
  assert.equal(new Set(signs).size, 40);
});

test('every measure of the tables has a definition, in short sentences', () => {
  for (const [id] of MAAL) assert.ok(definisjon(id));
  for (const { kort, regnes } of DEFINISJONER) {
    assert.match(kort, /\.$/);
    assert.equal(kort.slice(0, -1).includes('. '), false, kort);
    for (const sentence of `${kort} ${regnes}`.split(/(?<=[.:])\s/)) assert.ok(sentence.split(/\s+/).length <= 30, sentence);
  }
});

test('the form takes at most sixty clicks for a network of 45, with or without politicians', () => {
  for (const politics of [true, false]) {
    assert.ok(klikk(45, anbefaltGrense(45, politics), politics) <= 60);
    assert.equal(anbefaltGrense(20, politics), null);
    assert.ok(klikk(20, null, politics) <= 60);
  }
  assert.ok(klikk(45, null, true) > 60);
  const text = skjemaTekst(eksempelprosjekt(), { kommune: 'Strekvoll', kontakt: '', frist: '', slettes: '', grense: 27 });
  assert.match(text, /frivillig/);
  assert.match(text, /SPØRSMÅL 4/);
});

test('cells: tab, semicolon or comma, quotation marks, lines in cells, what Excel writes first', () => {
  assert.equal(skilletegn('a\tb;c'), '\t');
  assert.equal(skilletegn('a;b,c;d'), ';');
  assert.equal(skilletegn('a,b\n1,2'), ',');
  assert.equal(skilletegn('Navn;Funksjon\nA;x, y, z'), ';');
  assert.equal(skilletegn('Navn;"a\n\tb"\nA;B'), ';');
  assert.deepEqual(tabellAv('sep=,\r\na,"b ""c"""\r\n\r\n"d\ne",f').rader, [{ linje: 2, celler: ['a', 'b "c"'] }, { linje: 4, celler: ['d e', 'f'] }]);
  const open = tabellAv('a;b\nc;"d\ne;f');
  assert.deepEqual(open.rader.map((row) => row.celler), [['a', 'b'], ['e', 'f']]);
  assert.equal(open.feil[0]?.linje, 2);
});

const bytes = (...list: number[]): Uint8Array => new Uint8Array(list);
test('files: UTF-8, UTF-16 and Windows-1252 are read; other kinds are named', () => {
  const text = 'Åse;Øystein;Ærlig';
  assert.equal(tekstAv(new TextEncoder().encode(`\uFEFF${text}`)), text);
  assert.equal(tekstAv(bytes(...[...text].map((c) => c.charCodeAt(0)))), text);
  const wide = new Uint8Array(2 + text.length * 2);
  wide.set([0xff, 0xfe]);
  [...text].forEach((c, i) => wide.set([c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8], 2 + 2 * i));
  assert.equal(tekstAv(wide), text);
  assert.equal(tekstAv(wide.subarray(2)), text);
  const cases: [Uint8Array, RegExp][] = [
    [bytes(), /tom/], [bytes(0x50, 0x4b, 3, 4, 1), /Excel/], [bytes(0xd0, 0xcf, 0x11, 0xe0), /eldre/], [bytes(0x25, 0x50, 0x44, 0x46), /PDF/],
    [bytes(0x89, 0x50, 0x4e, 0x47), /bilde/], [bytes(1, 0, 2, 3, 4, 0, 0, 9, 8, 7), /ikke en tekstfil/], [new Uint8Array(10_000_001).fill(65), /på 11 megabyte.*inntil 10 megabyte.*del den opp/],
  ];
  for (const [file, message] of cases) assert.throws(() => tekstAv(file), (error: unknown) => error instanceof Lesefeil && message.test(error.message));
});

test('a table without end is refused with a reason, and nothing of it is read', () => {
  const project = tomtProsjekt();
  const cases: [string, RegExp][] = [
    ['a;b;\n'.repeat(1_000_000), /mer enn 60 000 rader/],
    [`Fra;Til${';x'.repeat(1_000_000)}\nA;B`, /mer enn 4000 kolonner/],
    ['x'.repeat(10_000_001), /mer enn 10 000 000 tegn/],
  ];
  for (const [text, message] of cases) {
    assert.match(tabellAv(text).feil[0]?.grunn ?? '', message);
    const people = lesPersoner(text, project, new Map(), false);
    assert.deepEqual([people.personer, people.funksjoner.length], [[], 0]);
    const answers = lesKontakter(text, project, new Map(), { koder: false, nye: true });
    assert.deepEqual([answers.kontakter, answers.personer, answers.feil.length], [[], [], 1]);
  }
  assert.equal(tabellAv(`a;b\n${';\n'.repeat(1_000_000)}c;d`).rader.length, 2, 'empty rows are not counted');
  assert.equal(tabellAv('a;b\n'.repeat(MAKS_RADER)).rader.length, MAKS_RADER);
});

test('a table of faults, of functions or of names as headings is read to its end', () => {
  const same = lesKontakter(`Fra;Til;Hvor ofte\n${'TIL1;TIL1;daglig\n'.repeat(50_000)}`, three(), new Map(), { koder: false, nye: false });
  assert.match(same.feil[0]?.grunn ?? '', /har 45000 feil til/);
  const many = lesPersoner(`Navn;Funksjon\nA;${Array.from({ length: 2000 }, (_, i) => `Oppgave ${i}`).join(',')}`, tomtProsjekt(), new Map(), false);
  assert.equal(tomtProsjekt().funksjoner.length + many.funksjoner.length, MAKS_FUNKSJONER);
  assert.match(many.feil[many.feil.length - 1]?.grunn ?? '', /høyst 100 funksjoner/);
  assert.ok(many.funksjoner.every((one) => one.id.length <= 20));
  const long = `TIL1 ${'x '.repeat(5000)}`;
  assert.match(read(`${long};TJE1;POL1\nTIL1;daglig;`).feil.map((one) => one.grunn).join(), /mer enn 5000 tegn/);
});

test('a text that a spreadsheet could calculate goes out in CSV and comes back as it was', async () => {
  const texts = ['=1+1', '-2', '@x', '+x', "'=1", "''=1", "'x", "'", '"', 'a;b', 'a,b', '=a"b;c', '\uFF1D1', '- nei'];
  const csv = await tilCsv([texts, ['a']]).text();
  assert.deepEqual(tabellAv(csv.replace('\uFEFF', '')).rader[0]?.celler, texts);
  assert.equal(enLinje(enLinje(`${'x'.repeat(59)} y`, 60), 60), enLinje(`${'x'.repeat(59)} y`, 60), 'what is cut, is not cut again');
});

test('names become codes, and the key stays outside the project', () => {
  const project = tomtProsjekt();
  const read = lesPersoner('Navn;Funksjon;Enhet;Rolle;Svart\nKari Nordmann;Tildeling av bolig, Husleiekontrakter;Bolig;leder;ja\nOla;Vaktmester;Eiendom;sjef;nei\nTJE7;Tjenester;;;\n;x;;;\nKari Nordmann;;;;', project, new Map(), true);
  assert.deepEqual(read.personer.map((one) => one.id), ['TIL1', 'VAK1', 'TJE7']);
  assert.deepEqual(read.personer[0], { id: 'TIL1', funksjoner: ['til', 'hus'], enhet: 'Bolig', rolle: 'leder' });
  assert.deepEqual([...read.nokkel], [['Kari Nordmann', 'TIL1'], ['Ola', 'VAK1']]);
  assert.deepEqual(read.svart, ['TIL1']);
  assert.deepEqual(read.funksjoner, [{ id: 'vak', navn: 'Vaktmester' }]);
  assert.deepEqual(read.feil.map((one) => one.linje), [3, 5, 6]);
  const saved = prosjektfil({ ...project, personer: read.personer });
  assert.equal(/Kari|Ola/.test(saved), false);
});

const three = (): Prosjekt => ({ ...tomtProsjekt(), personer: [{ id: 'TIL1', funksjoner: ['til'] }, { id: 'TJE1', funksjoner: ['tje'] }, { id: 'POL1', funksjoner: ['pol'] }] });
const read = (text: string, nye = false) => lesKontakter(text, three(), new Map([['Kari', 'TIL1']]), { koder: true, nye });

test('a list of contacts: broken rows are named with line and reason, the rest is kept', () => {
  const made = read('Fra,Til,Hvor ofte,Slag\nKari,TJE1,daglig,\nTIL1,POL1,Månedlig,"gir informasjon, sladder"\nTIL1,TJE2,ukentlig,\nTIL1,TIL1,daglig,\nTJE1,TIL1,av og til,\n,TIL1,daglig,\nTIL1,TJE1,sjelden,\nTJE1,TIL1,aldri,');
  assert.deepEqual(made.kontakter, [{ fra: 'TIL1', til: 'TJE1', ofte: 'daglig' }, { fra: 'TIL1', til: 'POL1', ofte: 'manedlig', slag: ['gir_info'] }]);
  assert.deepEqual(made.feil.map((one) => one.linje), [3, 4, 5, 6, 7, 8]);
  assert.match(made.feil[1]!.grunn, /TJE2.*Mente du «TJE1»\?/);
  assert.deepEqual(made.svart, ['TIL1', 'TJE1']);
});

test('a grid from a form tool: headings name codes, empty is no contact, kinds go to the elected', () => {
  const made = read('Tidspunkt\tMin kode\tHvor ofte med TIL1 – Tildeling?\tTJE1\tPOL1\tSlag kontakt med folkevalgte\n1.2.26\tTIL1\t\tdaglig\tsjelden\tgir informasjon;faglig\n1.2.26\tTJE1\thver dag\t\t3\t');
  assert.equal(made.oppsett, 'rutenett');
  assert.deepEqual(made.kontakter, [
    { fra: 'TIL1', til: 'TJE1', ofte: 'daglig' },
    { fra: 'TIL1', til: 'POL1', ofte: 'sjelden', slag: ['gir_info', 'faglig'] },
    { fra: 'TJE1', til: 'TIL1', ofte: 'daglig' },
  ]);
  assert.deepEqual(made.feil, [{ linje: 3, grunn: '«3» under POL1 sier ikke hvor ofte. Skriv daglig, ukentlig, månedlig eller sjelden.' }]);
});

test('what is no table of contacts is said to be so', () => {
  for (const text of ['', '   \n\n', 'bare tekst', 'Fra;Til\nTIL1;TJE1', '<html><body>hei</body></html>', '{"a":1}', '\u0000\u0001']) {
    const made = read(text);
    assert.equal(made.kontakter.length, 0);
    assert.ok(made.feil.length > 0, text);
  }
  assert.equal(read('Per;Pål;daglig', true).personer.length, 2);
  assert.equal(ofteAv('Hver uke'), 'ukentlig');
  assert.equal(ofteAv('-'), null);
});

test('a saved file comes back the same, and broken files of every kind give messages', () => {
  const project = eksempelprosjekt();
  assert.deepEqual(lesProsjekt(prosjektfil(project)), { prosjekt: project, feil: [] });
  const head = { format: 'nettverksverksted', versjon: 1 };
  const refused = ['', 'x', '[]', 'null', '42', '"tekst"', '{}', '{"format":"annet"}', '{"format":"nettverksverksted"}', '{"format":"nettverksverksted","versjon":9}', '{"format":"nettverksverksted","versjon":1', '{"__proto__":{"format":"nettverksverksted"}}'];
  for (const text of refused) assert.throws(() => lesProsjekt(text), Lesefeil, text);
  const broken: unknown[] = [
    { personer: 'nei' }, { personer: [null, 3, 'x', [], {}] }, { personer: [{ id: 'A' }, { id: 'a ' }] }, { personer: [{ id: 'A', funksjoner: ['finnes-ikke'] }] },
    { funksjoner: [{ id: 'Å', navn: 'x' }, { id: 'a' }, { id: 'b', navn: 'B' }, { id: 'b', navn: 'B' }] }, { runder: {} }, { runder: [{ id: 'r', kontakter: 7 }] },
    { runder: [{ id: 'r' }, { id: 'r' }] }, { personer: [{ id: 'A' }], runder: [{ id: 'r', svart: ['B', 4], kontakter: [{ fra: 'A', til: 'B', ofte: 'daglig' }] }] },
    { personer: [{ id: 'A' }, { id: 'B' }], runder: [{ id: 'r', kontakter: [{ fra: 'A', til: 'B', ofte: 'alltid' }, { fra: 'A', til: 'A', ofte: 'daglig' }, {}, null] }] },
    { personer: Array.from({ length: 2001 }, (_, i) => ({ id: `P${i}` })) },
  ];
  for (const part of broken) {
    const made = lesProsjekt(JSON.stringify({ ...head, ...(part as object) }));
    assert.ok(made.feil.length > 0, JSON.stringify(part).slice(0, 80));
    assert.ok(made.prosjekt.runder.length > 0);
  }
});

test('what if: the survey is not touched, and a meeting never makes contact rarer', async () => {
  const project = eksempelprosjekt();
  const before = prosjektfil(project);
  const numbers = await tallFor(project);
  const out = medEndring(project, project.runder[0]!, [{ slags: 'ut', person: 'TIL1' }, { slags: 'tom', funksjon: 'pol' }], numbers);
  assert.equal(out.prosjekt.personer.some((one) => one.id === 'TIL1' || one.funksjoner.includes('pol')), false);
  assert.equal(out.runde.kontakter.some((one) => one.fra === 'TIL1' || one.til.startsWith('POL')), false);
  const met = medEndring(project, project.runder[0]!, [{ slags: 'mote', gruppe: 'funksjon', a: 'tje', b: 'are', ofte: 'manedlig', hvem: 'alle' }], numbers);
  const after = await tallAv(met.prosjekt, met.runde, { ...ALT, minst: 'manedlig' }, utenPust);
  const then = await tallFor(project, { ...ALT, minst: 'manedlig' });
  assert.ok(after.par > then.par);
  const daily = (list: readonly Kontakt[]) => list.filter((one) => one.ofte === 'daglig').length;
  assert.equal(daily(met.runde.kontakter), daily(project.runder[0]!.kontakter));
  assert.equal(prosjektfil(project), before);
});

test('before and after: new and lost contact only among those in both rounds', () => {
  const project = prosjektAv([['A', 'B'], ['B', 'C']], ['D']);
  project.runder.push({ id: 's', navn: 'S', spurt: [], svart: [], utenfor: ['C'], kontakter: [{ fra: 'A', til: 'D', ofte: 'daglig' }, { fra: 'B', til: 'A', ofte: 'daglig' }] });
  const change = endringer(project, project.runder[0]!, project.runder[1]!, ALT);
  assert.deepEqual(change, { nye: [['A', 'D']], borte: [], felles: 1, kom: [], gikk: ['C'] });
});

test('the text says how many did not answer, and that no picture is the right one', async () => {
  const project = eksempelprosjekt();
  const said = kanIkkeTekst(await tallFor(project)).join(' ');
  assert.match(said, /Ingen bilder av et nettverk er det riktige/);
  assert.match(said, /4 personer har ikke svart/);
});

test('words and names that every object knows are words and names like others', async () => {
  const odd = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
  assert.equal(ofteAv('constructor'), undefined);
  const project = prosjektAv([['constructor', '__proto__'], ['__proto__', 'toString'], ['toString', 'hasOwnProperty']]);
  project.personer.forEach((one, i) => Object.assign(one, { enhet: odd[i], funksjoner: ['til'] }));
  for (const vis of ['person', 'enhet'] as const) {
    const numbers = await tallFor(project, { ...ALT, vis });
    assert.equal(numbers.par, 3);
    assert.equal(numbers.diameter, 3);
    assert.equal((await bildeAv(numbers, project, 'lik', utenPust)).etiketter.length, 4);
  }
  assert.equal(lesProsjekt(prosjektfil(project)).feil.length, 0);
});

test('whatever is pasted or opened, the readers give messages and never stop', async () => {
  const chance = fastTilfeldig(9);
  const draw = <T>(list: ArrayLike<T>): T => list[Math.floor(chance() * list.length)] as T;
  const letters = '";,\t\n\r TIL1TJE1POL1daglig{}[]:å\u0000\uD800\u2028fratilofte';
  const refuses = (work: () => unknown): void => {
    try {
      work();
    } catch (error) {
      assert.ok(error instanceof Lesefeil, String(error));
    }
  };
  for (let i = 0; i < 300; i += 1) {
    const text = Array.from({ length: Math.floor(chance() * 120) }, () => draw(letters)).join('');
    read(text, chance() < 0.5);
    lesPersoner(text, three(), new Map(), true);
    refuses(() => lesProsjekt(text));
    refuses(() => tekstAv(Uint8Array.from({ length: 200 }, () => Math.floor(chance() * 256))));
  }
  const junk: unknown[] = [null, 1, 'x', [], {}, true, '__proto__', 'constructor', ['a'], { id: 'A' }];
  const whole = prosjektfil(eksempelprosjekt());
  for (let i = 0; i < 60; i += 1) {
    let at = JSON.parse(whole) as Record<string, unknown>;
    const root = at;
    for (let depth = 0; depth < 5; depth += 1) {
      const key = draw(Object.keys(at));
      const inner = at[key];
      if (typeof inner === 'object' && inner !== null && Object.keys(inner).length > 0 && chance() < 0.7) at = inner as Record<string, unknown>;
      else {
        at[key] = draw(junk);
        break;
      }
    }
    let made: Prosjekt | null = null;
    refuses(() => (made = lesProsjekt(JSON.stringify(root)).prosjekt));
    if (made) await tallFor(made, { ...ALT, vis: draw(['person', 'enhet', 'funksjon'] as const) });
  }
  refuses(() => lesProsjekt('['.repeat(1e6)));
});
