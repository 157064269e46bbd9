/**
 * Puts a piece of the page into the trainer's own seminar, which is then kept in this browser: that is what the reader asks
 * for by pressing the button, and it is said. Loaded the first time someone presses one.
 */
import { knapp, lag } from '../felles/dom';
import { lagre, les } from '../felles/lager';
import { adresseTil } from '../felles/adresse';
import { medIndex } from '../felles/disk';
import { filAv, lesFil, tomtOpplegg, type Opplegg, type Oppleggdel } from './fil';

const DRAFT = 'opplegg';
const MINUTES = { side: 15, tabell: 10, del: 10 } as const;

/** The site address of the page the reader is on («/metoder/x/»). */
function sidensAdresse(href: string, rot: string): string {
  const page = href.split(/[?#]/u)[0] ?? '';
  return `/${page.startsWith(rot) ? page.slice(rot.length) : ''}`.replace(/index\.html$/u, '');
}

const here = (): string => sidensAdresse(location.href, adresseTil('/'));
const titleOf = (element: Element | null): string => {
  const copy = element?.cloneNode(true) as Element | undefined;
  copy?.querySelectorAll('a.headerlink, .kb-anker, .kb-bare-skjerm, button').forEach((one) => one.remove());
  return (copy?.textContent ?? '').replace(/\s+/gu, ' ').trim();
};
const pageTitle = (): string => titleOf(document.querySelector('article h1'));

function kept(): Opplegg {
  const text = les(DRAFT);
  if (text === null) return tomtOpplegg();
  try {
    return lesFil(text).opplegg;
  } catch {
    return tomtOpplegg();
  }
}

/** Adds the part to what is kept, and says what happened. */
function leggTil(del: Oppleggdel): string {
  const opplegg = kept();
  if (opplegg.deler.some(({ kloss }) => kloss === del.kloss)) return `«${del.tittel}» ligger i opplegget fra før.`;
  opplegg.deler.push(del);
  if (!lagre(DRAFT, filAv(opplegg))) return 'Nettleseren lar oss ikke lagre. Legg det til på siden «Eget opplegg» i stedet.';
  const parts = opplegg.deler.length === 1 ? '1 del' : `${opplegg.deler.length} deler`;
  return `«${del.tittel}» er lagt i opplegget (${parts}). Det ligger i denne nettleseren til du sletter det.`;
}

interface Valg {
  hva: string;
  del: Oppleggdel;
}

const part = (kloss: string, tittel: string, minutter: number): Oppleggdel => ({ kloss, tittel, minutter, tekst: '' });

/** All that can be taken from the page: all of it, its sections, its tables. */
function choices(article: Element): Valg[] {
  const whole: Valg = { hva: 'Hele siden', del: part(here(), pageTitle(), MINUTES.side) };
  const sections = [...article.querySelectorAll('h2[id]')].flatMap((heading): Valg[] => {
    const title = titleOf(heading);
    return title ? [{ hva: `Delen «${title}»`, del: part(`${here()}#${heading.id}`, `${pageTitle()}: ${title}`, MINUTES.del) }] : [];
  });
  const tables = [...article.querySelectorAll<HTMLElement>('.kb-tabell[data-navn]')].filter((one) => one.querySelector('table')).map((wrapper): Valg => {
    const del = tableOf(wrapper);
    return { hva: `Tabellen «${del.tittel}»`, del };
  });
  return [whole, ...sections, ...tables];
}

function tableOf(wrapper: HTMLElement): Oppleggdel {
  const name = wrapper.dataset['navn'] ?? '';
  return part(`${here()}#tabell-${name}`, titleOf(wrapper.querySelector('caption')) || name, MINUTES.tabell);
}

let box: HTMLDialogElement | null = null;

/** A panel with a line of text, buttons where there is something to choose, and the way to the seminar. */
function show(told: string, valg: readonly Valg[]): void {
  const status = lag('p', { role: 'status' }, told);
  const close = knapp('Lukk', () => box?.close());
  const link = lag('a', { href: medIndex(adresseTil('/seminar/eget-opplegg/'), location.href) }, 'Åpne opplegget');
  const list = valg.map(({ hva, del }) => lag('li', {}, knapp(hva, () => (status.textContent = leggTil(del)), { klasse: 'kb-lenkeknapp' })));
  box?.remove();
  box = lag('dialog', { klasse: 'kb-dialog md-typeset', 'aria-labelledby': 'kb-legg-tittel' },
    lag('div', { klasse: 'kb-dialog__flate' },
      lag('div', { klasse: 'kb-dialog__topp' }, lag('h2', { id: 'kb-legg-tittel' }, 'Legg i opplegget'), close),
      valg.length > 0 ? lag('p', {}, 'Opplegget er ditt eget seminar. Velg hva du vil ha med herfra. Det du velger, blir lagret i denne nettleseren.') : null,
      list.length > 0 ? lag('ul', {}, ...list) : null,
      status,
      lag('p', {}, link)));
  document.body.append(box);
  status.hidden = told === '' && valg.length === 0;
  box.showModal();
}

/** The button of the page: the reader chooses among the parts of it. */
export function velgFraSiden(article: HTMLElement): void {
  show('', choices(article));
}

/** The button of a table. */
export function leggTabell(wrapper: HTMLElement): void {
  show(leggTil(tableOf(wrapper)), []);
}

/** The button of a task or a question in a seminar: known to the page of the own seminar by the seminar and its own id. */
export function leggOppgave(section: HTMLElement): void {
  const kit = here().replace(/\/$/u, '').split('/').pop() ?? '';
  // A question takes less time than a task, and one without an answer to talk about the least.
  const minutes = !section.querySelector('.kb-svarvalg') ? 20 : section.querySelector('details') ? 5 : 2;
  show(leggTil(part(`${kit}--${section.id}`, titleOf(section.querySelector('h3')), minutes)), []);
}
