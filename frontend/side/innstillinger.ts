/**
 * The panel «Innstillinger»: colours, shortcuts, and what is stored in this browser.
 *
 * The HTML stands in docs/overrides/partials/innstillinger.html. The button is not shown where scripts
 * do not run. A choice is stored when the reader makes it, and the default is stored as nothing at all.
 */
import { brukFarger, valgteFarger } from '../felles/farger';
import { LAGRES, lagre, lagret, slett } from '../felles/lager';
import { snarveierPa } from './snarveier';

/** What the panel says is stored, from the names in the storage. */
export function lagretTekst(navn: readonly string[]): string {
  if (navn.length === 0) return 'Ingenting er lagret i denne nettleseren.';
  return `Lagret i denne nettleseren: ${navn.map((name) => LAGRES[name] ?? name).join(', ')}.`;
}

/** Stores a choice; the default needs no storage, so choosing it removes what was there. */
function store(navn: string, verdi: string, standard: string): boolean {
  if (verdi !== standard) return lagre(navn, verdi);
  slett(navn);
  return true;
}

/** Connects the button and the dialog of the page. Does nothing on a page without them. */
export function startInnstillinger(): void {
  const dialog = document.querySelector<HTMLDialogElement>('#kb-innstillinger');
  const openers = document.querySelectorAll<HTMLButtonElement>('[data-kb-apne="innstillinger"]');
  if (!dialog || typeof dialog.showModal !== 'function') return;

  const colours = [...dialog.querySelectorAll<HTMLInputElement>('input[name="kb-farger"]')];
  const shortcuts = dialog.querySelector<HTMLInputElement>('input[name="kb-snarveier"]');
  const status = dialog.querySelector<HTMLElement>('[data-kb-lagret]');
  const remove = dialog.querySelector<HTMLButtonElement>('[data-kb-slett]');

  const show = (message = ''): void => {
    const choice = valgteFarger();
    for (const input of colours) input.checked = input.value === choice;
    if (shortcuts) shortcuts.checked = snarveierPa();
    if (status) status.textContent = [message, lagretTekst(lagret())].filter(Boolean).join(' ');
    // Not `disabled`: that would throw away the focus of the one who just pressed it.
    remove?.setAttribute('aria-disabled', String(lagret().length === 0));
  };
  const chosen = (stored: boolean): void => {
    brukFarger();
    show(stored ? '' : 'Nettleseren lar ikke nettstedet lagre valget.');
  };

  for (const input of colours) {
    input.addEventListener('change', () => chosen(store('farger', input.value, 'maskin')));
  }
  shortcuts?.addEventListener('change', () => chosen(store('snarveier', shortcuts.checked ? 'pa' : 'av', 'pa')));
  remove?.addEventListener('click', () => {
    if (lagret().length === 0) return;
    slett();
    brukFarger();
    show('Slettet.');
  });
  for (const closer of dialog.querySelectorAll('[data-kb-lukk]')) closer.addEventListener('click', () => dialog.close());
  // A click outside the panel closes it: the backdrop is the dialog element itself, outside its own content.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  for (const opener of openers) {
    opener.addEventListener('click', () => {
      show();
      dialog.showModal();
    });
  }
}
