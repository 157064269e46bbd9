/** The steps of Dreieboka: the state of each measure, one page for those who lead, the economy, the report. */
import { avsnitt, felt, knapp, lag, velger } from '../../felles/dom';
import { idagIso } from '../../felles/dag';
import { nettstedet, opphav } from '../../felles/opphav';
import { feilboks, papirAv } from '../../felles/ramme';
import type { Dokument } from '../../eksport/typer';
import { bokAv } from '../kjerne/ark';
import { avvikendeSummer, etterKilde, hullIOkonomien, kildenavn } from '../kjerne/okonomi';
import { rapportAv } from '../kjerne/rapport';
import { alle, erForsinket, ledersyn, lederside, statussetning, tilstandstekst } from '../kjerne/status';
import type { Nummerert } from '../kjerne/status';
import { visFrist, visOre } from '../kjerne/tall';
import { TILSTAND } from '../kjerne/typer';
import { overskrift } from './app';
import type { App } from './app';
import { feltId, hodeskjema } from './felter';
import { liste } from './liste';
import type { Linje } from './liste';
import { apneOgLagre } from './steg';
import { excelInn, sammenlikning } from './ut';

export function tegnApne(app: App): (HTMLElement | null)[] {
  const empty = app.plan.tiltak.length === 0;
  return [
    overskrift('Åpne og lagre'),
    avsnitt(empty ? 'Åpne fila fra planverkstedet, eller et regneark under «Ta med». Er planen ikke skrevet inn ennå, begynner dere i planverkstedet.' : statussetning(app.plan), empty ? undefined : 'pl-omfang'),
    ...apneOgLagre(app),
    lag('h3', {}, 'Hva er endret siden sist?'),
    sammenlikning(app),
  ];
}

const STATUSFELTER = ['tilstand', 'opphav', 'framdrift', 'framdrift_av', 'frist', 'ansvarlig', 'avvik', 'grunn', 'neste', 'hvem', 'avgjores', 'oppdatert'];
const UTVALG = [['', 'Alle'], ['forsinket', 'Over fristen'], ['avvik', 'Med avvik'], ['avgjores', 'Noe må avgjøres'], ['uforte', 'Ikke ført'], ['gamle', 'Ikke oppdatert på et halvt år']] as const;
let utvalg: string = '';

function utvalgt(app: App): Nummerert[] {
  const seen = ledersyn(app.plan, idagIso());
  if (utvalg in seen) return seen[utvalg as keyof typeof seen];
  return utvalg === '' ? alle(app.plan) : alle(app.plan).filter(({ tiltak }) => tiltak.tilstand === utvalg);
}

const statuslinje = ({ tiltak, nr }: Nummerert): Linje => ({
  id: tiltak.id, nr, tekst: tiltak.tekst,
  om: [tilstandstekst(tiltak), tiltak.ansvarlig, visFrist(tiltak.frist) ? `frist ${visFrist(tiltak.frist)}${erForsinket(tiltak, idagIso()) ? ' (passert)' : ''}` : ''].filter((part) => part !== '').join(' · '),
});

export function tegnStatus(app: App): (HTMLElement | null)[] {
  const sum = avsnitt(statussetning(app.plan), 'pl-omfang');
  const rows = utvalgt(app);
  const open = app.apen.get('status');
  // The one that is being written in stays, also when it no longer belongs to the choice.
  const kept = open !== undefined && !rows.some(({ tiltak }) => tiltak.id === open) ? alle(app.plan).filter(({ tiltak }) => tiltak.id === open) : [];
  const choose = velger([...UTVALG, ...TILSTAND], utvalg as (typeof UTVALG)[number][0], (value) => {
    utvalg = value;
    app.apen.delete('status');
    app.tegn();
  }, { id: 'pl-utvalg' });
  app.folg(() => {
    sum.textContent = statussetning(app.plan);
  });
  return [
    overskrift('Status for tiltakene'),
    avsnitt('Prosent sier lite alene. Skriv hva den er en del av, og hva som er neste steg.'),
    sum,
    felt('Vis', choose),
    liste(app, {
      navn: 'status', del: 'tiltak', linjer: [...kept, ...rows].map(statuslinje), felter: STATUSFELTER, tom: app.plan.tiltak.length === 0 ? 'Planen har ingen tiltak. Åpne en plan først.' : 'Ingen tiltak i utvalget.',
      linje: (id) => {
        const one = alle(app.plan).find(({ tiltak }) => tiltak.id === id);
        return one && statuslinje(one);
      },
      under: (id) => [knapp('Ført i dag', () => app.gjorOgTegn({ slags: 'endre', del: 'tiltak', id, felt: 'oppdatert', verdi: idagIso() }, feltId('tiltak', id, 'oppdatert')), { id: `pl-fort-${id}` })],
    }),
  ];
}

const lederdokument = (app: App): Dokument => lederside(app.plan, app.forrige?.plan ?? null, app.lister, idagIso(), nettstedet());
export const rapportdokument = (app: App): Dokument => rapportAv(app.plan, app.forrige?.plan ?? null, app.lister, idagIso(), nettstedet());

/** A document as it will stand on paper, shown on screen. */
const vist = (dokument: Dokument): HTMLElement => lag('div', { klasse: 'vk-boks pl-ark', tabindex: 0, role: 'region', 'aria-label': dokument.tittel }, ...papirAv(dokument));

export function tegnLedere(app: App): (HTMLElement | null)[] {
  const dokument = lederdokument(app);
  return [
    overskrift('Til ledelsen'),
    avsnitt(app.forrige ? `Endringene er regnet fra ${app.forrige.navn}.` : 'Vil dere ha med hva som er endret siden sist? Velg den forrige fila under «Åpne og lagre».'),
    lag('div', { klasse: 'vk-knapper' }, knapp('Word', () => void app.ramme.fil(`${app.filnavn} til ledelsen`, 'docx', (e) => e.tilWord(dokument)), { id: 'pl-leder-word' })),
    vist(dokument),
  ];
}

export function tegnOkonomi(app: App): (HTMLElement | null)[] {
  const rows = (): Linje[] => app.plan.okonomi.map((one, i) => ({
    id: one.id, nr: String(i + 1), tekst: one.post || app.plan.tiltak.find((post) => post.id === one.tiltak)?.tekst || '',
    om: [one.aar === null ? 'uten år' : String(one.aar), kildenavn(one.pengekilde), `${visOre(one.budsjett ?? 0)} / ${visOre(one.regnskap ?? 0)}`].join(' · '),
  }));
  const checks = (): Linje[] => app.plan.kontroll.map((one, i) => ({ id: one.id, nr: String(i + 1), tekst: `${one.aar ?? 'Uten år'}${one.kilde ? `, ${one.kilde}` : ''}`, om: `${one.budsjett === null ? '–' : visOre(one.budsjett)} / ${one.regnskap === null ? '–' : visOre(one.regnskap)}` }));
  const sums = lag('div', {});
  const draw = (): void => sums.replaceChildren(summene(app), feilboks('Dette stemmer ikke ennå:', [...avvikendeSummer(app.plan), ...hullIOkonomien(app.plan)]) ?? '');
  draw();
  app.folg(draw);
  return [
    overskrift('Økonomi'),
    avsnitt('Én rad for hvert år, hver aktivitet og hver som betaler. Linjene viser budsjett og regnskap.'),
    liste(app, { navn: 'okonomi', del: 'okonomi', linjer: rows(), linje: (id) => rows().find((one) => one.id === id), felter: ['post', 'tiltak', 'aar', 'pengekilde', 'budsjett', 'regnskap', 'merknad'], ny: { aar: app.plan.rapport.aar }, rediger: true, tom: 'Ingen tall er ført.' }),
    lag('h3', {}, 'Summer'),
    sums,
    lag('h3', {}, 'Kontroller mot regnskapet'),
    avsnitt('Skriv summen som står i regnskapet. Verktøyet sier fra hvis radene blir noe annet.'),
    liste(app, { navn: 'kontroll', del: 'kontroll', linjer: checks(), linje: (id) => checks().find((one) => one.id === id), felter: ['aar', 'budsjett', 'regnskap', 'kilde'], ny: { aar: app.plan.rapport.aar }, rediger: true }),
  ];
}

function summene(app: App): HTMLElement {
  const head = ['Hvem betaler', 'Budsjett', 'Regnskap', 'Avvik'];
  const body = etterKilde(app.plan.okonomi).map((sum) => lag('tr', {}, lag('th', { scope: 'row' }, sum.navn), ...[sum.budsjett, sum.regnskap, sum.avvik].map((ore) => lag('td', { klasse: 'tall' }, visOre(ore)))));
  return lag('div', { klasse: 'vk-tabell', tabindex: 0, role: 'region', 'aria-label': 'Summer etter hvem som betaler' },
    lag('table', { id: 'pl-summer' }, lag('caption', { klasse: 'kb-bare-skjerm' }, 'Summer i kroner etter hvem som betaler, alle år'), lag('thead', {}, lag('tr', {}, ...head.map((one, i) => lag('th', { scope: 'col', klasse: i > 0 ? 'tall' : undefined }, one)))), lag('tbody', {}, ...body)));
}

export function tegnRapport(app: App): (HTMLElement | null)[] {
  return [
    overskrift('Halvårs- og årsrapport'),
    avsnitt('Skriv det som ikke står i tiltakene. Resten av rapporten lages av planen, tilstandene og økonomien.'),
    lag('div', { klasse: 'pl-felter' }, ...hodeskjema(app, 'rapport', ['slag', 'aar', 'dato', 'utfylt_av', 'organisering', 'forankring', 'behandling', 'maaloppnaelse', 'eksempler', 'videre', 'sammendrag'])),
  ];
}

export function tegnTaMed(app: App): (HTMLElement | null)[] {
  const name = (): string => `rapport ${app.plan.rapport.aar ?? ''} ${app.plan.plan.kommune}`;
  return [
    overskrift('Ta med'),
    avsnitt('Word og utskrift er rapporten. Excel har hele planen med status og økonomi. Send arket til dem som skal føre, og les det inn igjen.'),
    lag('div', { klasse: 'vk-knapper' },
      knapp('Word', () => void app.ramme.fil(name(), 'docx', (e) => e.tilWord(rapportdokument(app))), { id: 'pl-rapport-word' }),
      knapp('Excel', () => void app.ramme.fil(app.filnavn, 'xlsx', (e) => e.tilExcel(bokAv(app.plan, app.lister, opphav()))), { id: 'pl-excel' }),
      knapp('Markdown', () => void app.ramme.fil(name(), 'md', (e) => e.tilMarkdown(rapportdokument(app))), { id: 'pl-markdown' }),
      knapp('Skriv ut', () => app.ramme.skrivUt(), { id: 'pl-skriv-ut' })),
    avsnitt('Ingenting sendes noe sted. Fila havner der nettleseren legger nedlastinger. I Word får innholdslista sidetall når du høyreklikker på den og oppdaterer.', 'vk-hjelp'),
    ...excelInn(app),
    lag('h3', {}, 'Slik blir rapporten'),
    vist(rapportdokument(app)),
  ];
}
