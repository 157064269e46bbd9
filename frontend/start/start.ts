/**
 * Sets light or dark before anything is drawn, so that the page never flashes in the wrong colours, and asks for the type
 * of the headings at once.
 *
 * Loaded blocking, first in the document. The scheme stands on <html> (`default` | `slate`, the theme's own names): it is
 * the reader's stored choice, else the machine's preference, and it follows the machine when that changes.
 */
import { brukFarger } from '../felles/farger';
import { brukStorSkrift } from '../felles/storskrift';

// Without this the first headings would be drawn with the reserve. From disk the browser refuses it, and has no need of it.
const self = document.currentScript;
if (self instanceof HTMLScriptElement && location.protocol !== 'file:') {
  const type = new URL('skrift-latin.woff2', self.src).href;
  document.head.append(
    Object.assign(document.createElement('link'), { rel: 'preload', href: type, as: 'font', type: 'font/woff2', crossOrigin: '' }),
  );
}

// What only scripts can do is shown from the first drawing on, so that nothing moves when they arrive.
document.documentElement.classList.add('kb-js');
document.documentElement.classList.replace('no-js', 'js');
brukFarger();
brukStorSkrift();
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', brukFarger);
