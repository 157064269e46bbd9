/**
 * Sets light or dark before anything is drawn, so that the page never flashes in the wrong colours.
 *
 * Loaded blocking, first in the document. The scheme stands on <html> (`default` | `slate`, the theme's own names): it is
 * the reader's stored choice, else the machine's preference, and it follows the machine when that changes.
 */
import { brukFarger } from '../felles/farger';

// What only scripts can do is shown from the first drawing on, so that nothing moves when they arrive.
document.documentElement.classList.add('kb-js');
brukFarger();
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', brukFarger);
