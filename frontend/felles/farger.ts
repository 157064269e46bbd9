/** Light and dark: what the reader has chosen, and how the page is told. */
import { les } from './lager';

type Farger = 'maskin' | 'lys' | 'mork';

/** The scheme the page shall have, as the theme names it. */
export function fargeskjema(valg: Farger, maskinenErMork: boolean): 'default' | 'slate' {
  return valg === 'mork' || (valg === 'maskin' && maskinenErMork) ? 'slate' : 'default';
}

/** The reader's choice; «maskin» (follow the machine) where none is stored. */
export function valgteFarger(): Farger {
  const stored = les('farger');
  return stored === 'lys' || stored === 'mork' ? stored : 'maskin';
}

/** Puts the scheme on the page. */
export function brukFarger(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.setAttribute('data-md-color-scheme', fargeskjema(valgteFarger(), dark));
}
