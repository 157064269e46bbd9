/**
 * «Kopier referansen» in the list of sources:
 * <details class="kb-sitering"><p class="kb-sitering__tekst">…</p><ul class="kb-sitering__filer">…</ul></details>
 *
 * The files beside it are plain links, and the text can be marked by hand; the button only saves the trouble. Where the
 * browser does not give the clipboard (an old one, or a page that is not secure), the text is marked instead.
 */

import { knapp, lag } from '../felles/dom';
import { kopier } from '../felles/kopier';

const COPIED = 'Kopiert';
const MARKED = 'Teksten er merket: trykk Ctrl + C (⌘ + C på Mac)';
const LABEL = 'Kopier referansen';

function mark(text: Element): void {
  const range = document.createRange();
  range.selectNodeContents(text);
  const selection = window.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/** Copies the text of the element; the words that tell how it went. */
async function copy(text: Element): Promise<string> {
  if (await kopier({ tekst: text.textContent ?? '' })) return COPIED;
  mark(text);
  return MARKED;
}

function addButton(place: Element): void {
  const text = place.querySelector('.kb-sitering__tekst');
  const files = place.querySelector('.kb-sitering__filer');
  if (!text || !files || place.querySelector('button')) return;
  const told = lag('span', { role: 'status' });
  const button = knapp(LABEL, () => void copy(text).then((how) => (told.textContent = how)));
  files.prepend(lag('li', {}, button, ' ', told));
}

/** Gives each source its button the first time its reference is unfolded, also those that come into the page later. */
export function startSitering(): void {
  const unfolded = (event: Event): void => {
    if (event.target instanceof Element && event.target.matches('details.kb-sitering')) addButton(event.target);
  };
  document.addEventListener('toggle', unfolded, { capture: true });
}
