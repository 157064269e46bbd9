/**
 * Single-key shortcuts can be turned off (WCAG 2.1.4): people who steer by voice, or have tremor, set them off by accident.
 *
 * When off, no single printable character outside a text field reaches a script of the page. What the
 * browser itself does with the key is left alone.
 */
import { les } from '../felles/lager';

interface Tast {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** True if the key press alone could be a shortcut: one printable character, no modifier. Space is never one. */
export function erSnarvei(tast: Tast): boolean {
  return [...tast.key].length === 1 && tast.key !== ' ' && !tast.ctrlKey && !tast.metaKey && !tast.altKey;
}

/** True if the reader writes text here. */
function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role="textbox"], [role="combobox"]'))
  );
}

/** True unless the reader has turned single-key shortcuts off. */
export function snarveierPa(): boolean {
  return les('snarveier') !== 'av';
}

/** Starts the guard. The choice is read at each key press, so a change works at once. */
export function startSnarveier(): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if (erSnarvei(event) && !isTextField(event.target) && !snarveierPa()) event.stopImmediatePropagation();
    },
    { capture: true },
  );
}
