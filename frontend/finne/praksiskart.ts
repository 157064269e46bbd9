/**
 * The map of practice: a cell opens the list of its theme, with only its target group in it.
 *
 *   <div class="pk-liste"><details class="pk-tema"><summary>…</summary><div id="tildeling" data-tema="Tildeling av bolig">
 *     <p>…</p><ul><li data-grupper="unge eldre">…</li>…</ul></div></details>…</div>
 *
 * What is chosen stands in the address (?tema=tildeling&gruppe=unge#tildeling). Without scripts the link of a cell leads to
 * the list of the theme, where each example says its groups.
 */
import { ankerI } from '../felles/anker';
import { knapp, lag } from '../felles/dom';
import { melding } from './melding';

export interface Valgt {
  tema: string;
  gruppe: string;
}

/** What the address chooses: theme and group, or null. An anchor alone chooses the theme. */
export function valgtI(adresse: string): Valgt | null {
  const url = new URL(adresse, 'http://x/');
  const tema = url.searchParams.get('tema') || ankerI(url.hash);
  return tema ? { tema, gruppe: url.searchParams.get('gruppe') ?? '' } : null;
}

/** «Viser 3 av 12 eksempler: de som handler om unge.» */
export function sagtOm(vist: number, alle: number, gruppe: string): string {
  return `Viser ${vist} av ${alle} eksempler: de som er merket med målgruppa «${gruppe}».`;
}

/** The name of a group as the map says it, by its id. */
function groupName(id: string): string {
  const cell = document.querySelector<HTMLAnchorElement>(`.pk td a[href*="gruppe=${CSS.escape(id)}"]`);
  return cell?.dataset.gruppe ?? '';
}

function filter(list: HTMLElement, gruppe: string): number {
  const items = [...list.querySelectorAll<HTMLElement>('li[data-grupper]')];
  for (const item of items) item.hidden = gruppe !== '' && !(item.dataset.grupper ?? '').split(' ').includes(gruppe);
  return items.filter((item) => !item.hidden).length;
}

function show(valgt: Valgt | null, move: boolean): void {
  document.querySelectorAll('.pk-valgt').forEach((line) => line.remove());
  const list = valgt && document.getElementById(valgt.tema);
  const box = list?.closest<HTMLDetailsElement>('details.pk-tema');
  if (!list || !box) return;
  document.querySelectorAll<HTMLDetailsElement>('details.pk-tema').forEach((one) => (one.open = one === box));
  const name = valgt.gruppe ? groupName(valgt.gruppe) : '';
  const shown = filter(list, name ? valgt.gruppe : '');
  if (name) {
    const all = knapp('Vis alle om temaet', () => {
      history.pushState(null, '', `${location.pathname}?tema=${valgt.tema}#${valgt.tema}`);
      show({ tema: valgt.tema, gruppe: '' }, true);
    }, { klasse: 'kb-lenkeknapp' });
    const line = lag('p', { klasse: 'pk-valgt' }, `${sagtOm(shown, list.querySelectorAll('li[data-grupper]').length, name)} `, all);
    list.prepend(line);
    if (move) melding(line.firstChild?.textContent ?? '');
  }
  if (!move) return;
  box.scrollIntoView();
  box.querySelector('summary')?.focus({ preventScroll: true });
}

/** Starts it on the page of the map. */
export function startPraksiskart(): void {
  const lists = document.querySelector('.pk-liste');
  if (!lists) return;
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.pk tbody a') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const url = new URL(link.href);
    if (url.pathname !== location.pathname) return;
    event.preventDefault();
    history.pushState(null, '', `${url.pathname}${url.search}${url.hash}`);
    show(valgtI(link.href), true);
  });
  window.addEventListener('popstate', () => show(valgtI(location.href), false));
  const first = valgtI(location.href);
  if (first) show(first, document.getElementById(first.tema)?.closest('.pk-liste') === lists);
}
