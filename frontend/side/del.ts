/**
 * Sharing: every claim, heading, paragraph and table row has a quiet «#» (drawn by the style sheet). Pressed, it copies title, gist, source and
 * address, as rich text and as plain text, so that what is pasted in Teams or a mail says what it is; the address of the
 * page becomes that of the place, too. The preview that a chat makes by itself is of the page: it reads the page only.
 *
 * The links of claims and headings stand in the page. Those of paragraphs and rows would be many stops for the keyboard:
 * they come where the pointer or the focus is, and all at once with the button «Del» at the top of the page.
 */
import { ankerI } from '../felles/anker';
import { delt, naermesteAvsnitt, offentlig, utdragAv } from './deling';
import type { Delbar } from './deling';
import { lag } from '../felles/dom';
import { kopier } from '../felles/kopier';
import { adresseTil } from '../felles/adresse';

const SHARED = 'article p[id^="a-"], article tr[id], article .kb-tabell tbody tr';
const QUIET = '.kb-anker, .headerlink, .kb-bare-skjerm, .kb-merke, button, script, style';
const SHOWN_MS = 8000;

function textOf(element: Element | null | undefined): string {
  if (!element) return '';
  const copy = element.cloneNode(true) as Element;
  copy.querySelectorAll(QUIET).forEach((one) => one.remove());
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

const meta = (name: string): string => document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? '';

/** The heading a place stands under, below the title of the page. */
function headingOver(place: Element): string {
  const all = [...document.querySelectorAll('article :is(h2, h3)[id]')];
  const before = all.filter((h) => h === place || h.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING);
  return textOf(before[before.length - 1]);
}

/** The root of the site here, and under its own address («» where it has none). */
function roots(): [string, string] {
  const here = adresseTil('/');
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
  const page = offentlig(location.href.split(/[?#]/)[0] ?? '', here, 'x:/');
  const path = page.startsWith('x:/') ? page.slice('x:/'.length) : '';
  return [here, canonical.endsWith(path) && canonical ? canonical.slice(0, canonical.length - path.length) : ''];
}

function addressOf(href: string): string {
  return offentlig(href, ...roots());
}

/** What a row says: its first cells with their headings. */
function rowText(row: Element): string {
  const cells = [...row.children].slice(0, 4);
  return cells.map((cell, i) => (i === 0 ? textOf(cell) : `${(cell as HTMLElement).dataset.label ?? ''}: ${textOf(cell)}`)).filter((text) => !/^(.*: )?$/.test(text)).join('. ');
}

/** The place that a link leads to, and what to say of it. */
function shareable(link: HTMLAnchorElement): Delbar {
  const row = link.closest('tr');
  const place = row ?? document.getElementById(ankerI(link.hash)) ?? link;
  const title = textOf(document.querySelector('h1'));
  const over = headingOver(place);
  const isHeading = /^H[1-6]$/.test(place.tagName);
  const gist = row
    ? rowText(row)
    : isHeading
      ? textOf(place.nextElementSibling)
      : textOf(place.querySelector('.kb-pastand__tekst, h3, h4') ?? place);
  return {
    tittel: over && over !== title ? `${title} – ${over}` : title,
    utdrag: utdragAv(gist),
    kilde: row ? '' : textOf(place.querySelector('.kb-kilde')),
    adresse: addressOf(link.href),
  };
}

/** One line at the foot of the window that says how it went, and goes by itself. */
class Beskjed {
  private readonly box = lag('div', { klasse: 'kb-kopiert kb-ikke-utskrift', role: 'status', hidden: true });
  private timer = 0;

  constructor() {
    document.body.append(this.box);
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.box.hidden = true;
    });
  }

  si(text: string, toMark = ''): void {
    window.clearTimeout(this.timer);
    this.box.hidden = false;
    this.box.replaceChildren(lag('p', {}, text));
    if (toMark) {
      const field = lag('textarea', { readonly: true, rows: '5', 'aria-label': 'Teksten du kan kopiere' });
      field.value = toMark;
      this.box.append(field, lag('button', { type: 'button', klasse: 'kb-lenkeknapp', paa: { click: () => (this.box.hidden = true) } }, 'Lukk'));
      field.select();
    } else this.timer = window.setTimeout(() => (this.box.hidden = true), SHOWN_MS);
  }
}

async function share(what: Delbar, told: Beskjed, more = ''): Promise<void> {
  const copied = delt(what);
  const local = what.adresse.startsWith('file:') ? ' Siden er åpnet fra disk, så adressen virker bare på denne maskinen.' : '';
  if (await kopier(copied)) told.si(`Kopiert: ${utdragAv(what.tittel, 80)}. Lim inn i Teams eller e-post.${local}${more}`);
  else told.si(`Nettleseren slapp oss ikke til. Trykk Ctrl + C (⌘ + C på Mac) for å kopiere.${local}`, copied.tekst);
}

/** Where the link of a paragraph or row leads: to the record the row is about, else to the place itself. */
function targetOf(place: Element): string {
  const cell = place.tagName === 'TR' ? place.querySelector<HTMLAnchorElement>('th a[href], td:first-child a[href]') : null;
  return cell && !place.id ? cell.href : place.id ? `#${place.id}` : '';
}

function addLink(place: Element): void {
  if (place.querySelector(':scope .kb-anker, :scope > .headerlink')) return;
  const href = targetOf(place);
  if (!href) return;
  const isRow = place.tagName === 'TR';
  const link = lag('a', { klasse: 'kb-anker kb-anker--del', href, 'aria-label': `Kopier lenke til ${isRow ? 'raden' : 'avsnittet'}` });
  (isRow ? (place.firstElementChild ?? place) : place).append(' ', link);
}

/** The paragraph of a link that is gone: the nearest there is, said to be so. */
function mendAnchor(told: Beskjed): void {
  const id = ankerI(location.hash);
  if (!/^[ar]-/.test(id) || document.getElementById(id)) return;
  const ids = [...document.querySelectorAll('article :is(p[id^="a-"], tr[id^="r-"])')].map((one) => one.id);
  const near = naermesteAvsnitt(id, ids);
  if (!near) return told.si('Avsnittet i lenken er skrevet om eller tatt bort. Her er siden det sto på.');
  document.getElementById(near)?.scrollIntoView();
  told.si('Avsnittet i lenken er skrevet om. Dette er det som ligner mest.');
}

/** Starts it on every page. */
export function startDel(): void {
  const told = new Beskjed();
  const here = (event: Event): void => {
    const place = event.target instanceof Element ? event.target.closest(SHARED) : null;
    if (place) addLink(place);
  };
  document.addEventListener('pointerover', here);
  document.addEventListener('focusin', here);
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('article :is(a.kb-anker, a.headerlink)') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    // The link of a row may lead to another page, where the record is at home: here it only copies.
    if (link.classList.contains('kb-anker--del') && !link.getAttribute('href')?.startsWith('#')) event.preventDefault();
    void share(shareable(link), told);
  });
  document.querySelector('[data-kb-del]')?.addEventListener('click', () => {
    document.querySelectorAll(SHARED).forEach(addLink);
    document.documentElement.classList.add('kb-delbar');
    const page = { tittel: textOf(document.querySelector('h1')), utdrag: utdragAv(meta('description')), kilde: '', adresse: addressOf(location.href.split('#')[0] ?? '') };
    void share(page, told, ' Vil du dele ett avsnitt, trykker du på # ved det.');
  });
  mendAnchor(told);
  window.addEventListener('hashchange', () => mendAnchor(told));
}
