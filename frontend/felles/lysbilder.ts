/**
 * The button «Vis som lysbilder» on guides, examples and seminars. The viewer itself (lysbilder/) is loaded when it is asked
 * for, and shows the page the reader is on: there is no second copy of it. `?lysbilder` in the address opens it at once.
 */
import { lastLysbilder } from './last';

const ROOMS = ['metoder', 'virkemidler', 'malgrupper', 'lov', 'eksempler', 'kommuner', 'seminar'];

/** The text of the page, where it is one that can be shown as slides. */
export function sideMedLysbilder(): HTMLElement | null {
  const room = document.querySelector<HTMLElement>('[data-rom]')?.dataset['rom'] ?? '';
  const text = document.querySelector<HTMLElement>('article.md-content__inner');
  const sheet = '.kb-kortark, .kb-ark, .kb-svarark, .kb-notater, .kb-klosser, .kb-register';
  if (!text || !ROOMS.includes(room) || text.querySelector(sheet)) return null;
  return text.querySelector('h2') ? text : null;
}

/** Puts the button below the heading. */
export function startLysbilder(): void {
  const text = sideMedLysbilder();
  const heading = text?.querySelector('h1');
  if (!text || !heading) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'knapp knapp--stille';
  button.textContent = 'Vis som lysbilder';
  const open = async (number: number): Promise<void> => {
    try {
      const viewer = await lastLysbilder();
      await viewer.visLysbilder(text, number, button);
    } catch {
      button.textContent = 'Lysbildene lot seg ikke laste. Prøv igjen';
    }
  };
  button.addEventListener('click', () => void open(1));
  const line = document.createElement('p');
  line.className = 'kb-lysknapp kb-ikke-utskrift';
  line.append(button);
  heading.after(line);
  const asked = new URLSearchParams(location.search).get('lysbilder');
  if (asked !== null) void open(Number(asked) || 1);
}
