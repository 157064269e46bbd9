/** Loads the explorers (utforsker/) on the pages that have one. Should the script fail, the whole table is shown as it stands. */
import { lastSkript } from '../felles/last';

export function startUtforsker(): void {
  const places = document.querySelectorAll('.kb-utforsker');
  if (places.length === 0) return;
  lastSkript('utforsker').catch((error: unknown) => {
    console.error(error);
    for (const one of places) one.classList.add('kb-utforsker--klar');
  });
}
