/** «Stor skrift» for the room: on the pages of the seminars, and in the slides. Remembered only when the reader asks. */
import { knapp } from './dom';
import { lagre, les, slett } from './lager';

const NAME = 'storskrift';
const CLASS = 'kb-stor';

const storSkrift = (): boolean => document.documentElement.classList.contains(CLASS);

/** Turns it on where the reader has asked to have it remembered. Called before anything is drawn. */
export function brukStorSkrift(): void {
  document.documentElement.classList.toggle(CLASS, les(NAME) === 'pa');
}

/** The switch, and beside it «Husk valget», which is shown once the letters are large. `endret` is called after each change. */
export function storSkriftKnapper(klasse: string, endret: () => void = () => undefined): HTMLButtonElement[] {
  const show = (): void => {
    toggle.setAttribute('aria-pressed', String(storSkrift()));
    keep.textContent = les(NAME) === 'pa' ? 'Glem valget' : 'Husk valget';
    keep.hidden = !storSkrift() && les(NAME) === null;
  };
  const toggle = knapp('Stor skrift', () => {
    document.documentElement.classList.toggle(CLASS);
    show();
    endret();
  }, { klasse });
  const keep = knapp('', () => {
    if (les(NAME) === 'pa') slett(NAME);
    else if (!lagre(NAME, 'pa')) return void (keep.textContent = 'Nettleseren lar oss ikke lagre');
    show();
  }, { klasse });
  show();
  return [toggle, keep];
}
