/**
 * The button «Vis som lysbilder» on guides, examples and seminars. The viewer itself (lysbilder/) is loaded when it is asked
 * for, and shows the page the reader is on: there is no second copy of it. `?lysbilder` in the address opens it at once.
 */
import { knapp } from '../felles/dom';
import { lastLysbilder } from '../felles/last';
import { leggknapp } from '../felles/legg';
import { storSkriftKnapper } from '../felles/storskrift';

const ROOMS = ['metoder', 'virkemidler', 'malgrupper', 'lov', 'eksempler', 'kommuner', 'seminar'];

/** The text of the page, where it is one that can be shown as slides. */
function sideMedLysbilder(): HTMLElement | null {
  const room = document.querySelector<HTMLElement>('[data-rom]')?.dataset['rom'] ?? '';
  const text = document.querySelector<HTMLElement>('article.md-content__inner');
  const sheet = '.kb-kortark, .kb-ark, .kb-svarark, .kb-notater, .kb-klosser, .kb-register';
  if (!text || !ROOMS.includes(room) || text.querySelector(sheet)) return null;
  return text.querySelector('h2') ? text : null;
}

/** Answers the page of the own seminar, where it shows this one in a frame to have a piece of it. True if it does. */
function answersFrame(): boolean {
  const piece = new URLSearchParams(location.search).get('opplegg');
  if (piece === null || window.parent === window) return false;
  void lastLysbilder().then((viewer) => viewer.sendStykke(document.querySelector<HTMLElement>('article.md-content__inner'), piece));
  return true;
}

/** Puts the buttons below the heading: slides and the own seminar, and in the seminars large letters for the room. */
export function startLysbilder(): void {
  if (answersFrame()) return;
  const heading = document.querySelector('article.md-content__inner h1');
  const text = sideMedLysbilder();
  const line = document.createElement('p');
  line.className = 'kb-lysknapp kb-ikke-utskrift';
  if (text) line.append(slideButton(text), ' ', leggknapp('knapp knapp--stille', '', (legg) => legg.velgFraSiden(text)), ' ');
  if (document.querySelector('[data-rom="seminar"]')) line.append(...storSkriftKnapper('knapp knapp--stille'));
  if (line.hasChildNodes()) heading?.after(line);
}

function slideButton(text: HTMLElement): HTMLButtonElement {
  const button = knapp('Vis som lysbilder', () => void open(1));
  const open = async (number: number): Promise<void> => {
    try {
      const viewer = await lastLysbilder();
      await viewer.visLysbilder(text, number, button);
    } catch {
      button.textContent = 'Lysbildene lot seg ikke laste. Prøv igjen';
    }
  };
  const asked = new URLSearchParams(location.search).get('lysbilder');
  if (asked !== null) void open(Number(asked) || 1);
  return button;
}
