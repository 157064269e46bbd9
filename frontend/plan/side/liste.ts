/** A list of posts: one line each, and the form of the one that is open. Only what is shown is drawn. */
import { knapp, lag } from '../../felles/dom';
import { nesteId } from '../kjerne/kommando';
import { DELNAVN } from '../kjerne/typer';
import type { Del, Verdi } from '../kjerne/typer';
import type { App } from './app';
import { feltId, skjema } from './felter';

export interface Linje {
  id: string;
  nr: string;
  tekst: string;
  /** Small, after the text: role, year, state. */
  om: string;
}

interface Listevalg {
  /** Which list it is; one post is open at a time in each. */
  navn: string;
  del: Del;
  linjer: readonly Linje[];
  /** The line of a post as it is now, so that it follows what is typed. */
  linje: (id: string) => Linje | undefined;
  felter: readonly string[];
  /** What stands below the form of the open post. */
  under?: (id: string) => (HTMLElement | null)[];
  /** What a new post starts with; without it none can be made here. */
  ny?: Readonly<Record<string, Verdi>>;
  /** True when posts may be moved and deleted here. */
  rediger?: boolean;
  tom?: string;
}

/** More lines than this are drawn when asked for. */
const FIRST_LINES = 100;

export function liste(app: App, valg: Listevalg): HTMLElement {
  const open = app.apen.get(valg.navn);
  const openAt = valg.linjer.findIndex((line) => line.id === open);
  const all = app.apen.get(`${valg.navn} alle`) === 'ja' || openAt >= FIRST_LINES;
  const shown = all ? valg.linjer : valg.linjer.slice(0, FIRST_LINES);
  const rest = valg.linjer.length - shown.length;
  const [singular] = DELNAVN[valg.del];
  return lag('div', { klasse: 'pl-liste', 'data-liste': valg.navn },
    valg.linjer.length > 0 ? lag('ol', { klasse: 'pl-linjer' }, ...shown.map((line) => rad(app, valg, line, line.id === open))) : valg.tom ? lag('p', { klasse: 'vk-hjelp' }, valg.tom) : null,
    rest > 0 ? knapp(`Vis ${rest} til`, () => {
      app.apen.set(`${valg.navn} alle`, 'ja');
      app.tegn();
    }) : null,
    valg.ny ? knapp(`Ny${singular === 'mål' || singular === 'tiltak' || singular === 'unntak' ? 'tt' : ''} ${singular}`, () => ny(app, valg), { id: `pl-ny-${valg.navn}` }) : null,
  );
}

function ny(app: App, valg: Listevalg, etter?: string): void {
  const id = nesteId(app.plan, valg.del);
  app.apen.set(valg.navn, id);
  app.gjorOgTegn({ slags: 'ny', del: valg.del, verdier: valg.ny ?? {}, ...(etter === undefined ? {} : { etter }) }, feltId(valg.del, id, valg.felter[0] ?? ''));
}

function rad(app: App, valg: Listevalg, line: Linje, open: boolean): HTMLLIElement {
  const text = lag('span', { klasse: 'pl-linje__tekst' });
  const about = lag('span', { klasse: 'pl-linje__om' });
  const write = (one: Linje): void => {
    text.textContent = one.tekst || 'Uten tekst';
    about.textContent = one.om;
  };
  write(line);
  if (open) app.folg(() => {
    const now = valg.linje(line.id);
    if (now) write(now);
  });
  const head = lag('button', { type: 'button', klasse: 'pl-linje', id: `pl-${valg.navn}-linje-${line.id}`, 'aria-expanded': String(open), paa: { click: () => {
    if (open) app.apen.delete(valg.navn);
    else app.apen.set(valg.navn, line.id);
    app.tegn(open ? undefined : `pl-${valg.navn}-linje-${line.id}`);
  } } }, lag('span', { klasse: 'pl-linje__nr' }, line.nr), text, about);
  const item = lag('li', { klasse: open ? 'pl-post pl-post--apen' : 'pl-post', 'data-id': line.id, paa: { keydown: (event) => tast(app, valg, line.id, event as KeyboardEvent) } }, head);
  if (open) item.append(apnet(app, valg, line));
  return item;
}

function apnet(app: App, valg: Listevalg, line: Linje): HTMLElement {
  const post = (app.plan[valg.del] as readonly { readonly id: string }[]).find((one) => one.id === line.id);
  if (!post) return lag('div', {});
  const move = (steg: -1 | 1): void => flytt(app, valg, line.id, steg);
  return lag('div', { klasse: 'pl-skjema' },
    lag('div', { klasse: 'pl-felter' }, ...skjema(app, valg.del, post, valg.felter)),
    ...(valg.under?.(line.id) ?? []),
    valg.rediger ? lag('div', { klasse: 'vk-knapper' },
      knapp('Flytt opp', () => move(-1), { id: `pl-opp-${line.id}`, 'aria-keyshortcuts': 'Alt+ArrowUp' }),
      knapp('Flytt ned', () => move(1), { id: `pl-ned-${line.id}`, 'aria-keyshortcuts': 'Alt+ArrowDown' }),
      knapp(`Slett ${bestemt(valg.del)}`, () => slett(app, valg, line), { id: `pl-slett-${line.id}` })) : null,
  );
}

const bestemt = (del: Del): string => ({ utfordringer: 'utfordringen', maal: 'målet', strategier: 'strategien', tiltak: 'tiltaket', erfaringer: 'erfaringen', unntak: 'unntaket', okonomi: 'raden', kontroll: 'summen' })[del];

function flytt(app: App, valg: Listevalg, id: string, steg: -1 | 1): void {
  app.gjorOgTegn({ slags: 'flytt', del: valg.del, id, steg });
  app.ramme.si(steg < 0 ? 'Flyttet opp.' : 'Flyttet ned.');
}

function slett(app: App, valg: Listevalg, line: Linje): void {
  const at = valg.linjer.findIndex((one) => one.id === line.id);
  const near = valg.linjer[at + 1] ?? valg.linjer[at - 1];
  app.apen.delete(valg.navn);
  app.gjorOgTegn({ slags: 'slett', del: valg.del, id: line.id }, near ? `pl-${valg.navn}-linje-${near.id}` : `pl-ny-${valg.navn}`);
  app.ramme.si(`Slettet ${DELNAVN[valg.del][0]} ${line.nr}. Trykk Ctrl og Z for å angre.`);
}

/** Alt with an arrow moves the post, Ctrl with Enter makes a new one below. */
function tast(app: App, valg: Listevalg, id: string, event: KeyboardEvent): void {
  // A list within the post has its own keys.
  if ((event.target as HTMLElement).closest('[data-liste]')?.getAttribute('data-liste') !== valg.navn) return;
  if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown') && valg.rediger) {
    event.preventDefault();
    flytt(app, valg, id, event.key === 'ArrowUp' ? -1 : 1);
  } else if ((event.ctrlKey || event.metaKey) && event.key === 'Enter' && valg.ny) {
    event.preventDefault();
    ny(app, valg, id);
  }
}
