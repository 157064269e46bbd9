/**
 * What depends on today's date, worked out in the reader's browser: the pages themselves are the same bytes every day.
 *
 *   <time data-frist="2027-07-01">1. juli 2027</time>         … gets « (om 221 dager)»
 *   <time data-gjennomgang="2027-02-01">1. februar 2027</time> … gets a warning when the date has passed
 *   <div data-utlopt="2027-02-01" hidden>…</div>               shown once the review date has passed
 *   <span data-frister="2027-02-01*9 2027-08-01*225">…</span>  says how many of these dates have passed: «9»
 *   <p data-vis-fra="2027-07-02" hidden>…</p>  <p data-vis-til="2027-07-01">…</p>   shown only in that span, days included
 */
import { dagerMellom, idagIso } from '../felles/dag';

/** «1 dag», «12 dager»; from sixty days on also in whole months or years, which is how people count. */
function spell(days: number): string {
  if (days === 1) return '1 dag';
  if (days < 60) return `${days} dager`;
  const months = Math.round(days / 30.44);
  if (months < 24) return `${months} måneder`;
  return `${Math.round(days / 365.25)} år`;
}

/** How long there is to a deadline: «om 3 dager», «i dag», «gikk ut for 2 måneder siden». */
export function fristTekst(dager: number): string {
  if (dager === 0) return 'i dag';
  if (dager === 1) return 'i morgen';
  return dager > 0 ? `om ${spell(dager)}` : `gikk ut for ${spell(-dager)} siden`;
}

/** What to say of a review date: "" while it is still ahead. */
export function gjennomgangTekst(dager: number): string {
  return dager >= 0 ? '' : `skulle vært gjennomgått for ${spell(-dager)} siden`;
}

/** How many of the dates («2027-02-01*9 2027-08-01*225») have passed. */
export function overFristen(idag: string, frister: string): number {
  let over = 0;
  for (const one of frister.split(' ').filter(Boolean)) {
    const [date = '', count = '1'] = one.split('*');
    if (dagerMellom(idag, date) < 0) over += Number(count);
  }
  return over;
}

/** True if `idag` lies within the span; an open end is null. */
export function gjelderIdag(idag: string, fra: string | null, til: string | null): boolean {
  return (fra === null || idag >= fra) && (til === null || idag <= til);
}

function addAfter(element: Element, text: string, className: string): void {
  const span = document.createElement('span');
  span.className = className;
  span.textContent = ` (${text})`;
  element.after(span);
}

/** Fills in the texts of the page. `idag` is a parameter for the tests' sake. */
export function startDato(idag: string = idagIso()): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-frist]')) {
    const days = dagerMellom(idag, element.dataset.frist ?? '');
    if (!Number.isNaN(days)) addAfter(element, fristTekst(days), days < 0 ? 'kb-dager kb-dager--over' : 'kb-dager');
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-gjennomgang]')) {
    const text = gjennomgangTekst(dagerMellom(idag, element.dataset.gjennomgang ?? ''));
    if (text) addAfter(element, text, 'kb-dager kb-dager--over');
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-frister]')) {
    const over = overFristen(idag, element.dataset.frister ?? '');
    element.textContent = over === 0 ? 'ingen' : String(over);
    element.classList.toggle('kb-dager--over', over > 0);
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-utlopt]')) {
    element.hidden = gjennomgangTekst(dagerMellom(idag, element.dataset.utlopt ?? '')) === '';
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-vis-fra], [data-vis-til]')) {
    element.hidden = !gjelderIdag(idag, element.dataset.visFra ?? null, element.dataset.visTil ?? null);
  }
}
