/** The viewer inside a seminar that is one file (`kb.py pakk`): the chapter with the slides gets the button that shows them. */
import { knapp } from '../felles/dom';
import { startTeller } from '../felles/teller';
import { settAlene, visLysbilder } from './lysbilder';

settAlene();
for (const slides of document.querySelectorAll<HTMLElement>('.kb-lysbilder')) {
  const chapter = slides.closest<HTMLElement>('.kb-bok__kapittel');
  if (!chapter) continue;
  const make = (): HTMLButtonElement => {
    const button: HTMLButtonElement = knapp('Vis lysbildene', () => void visLysbilder(chapter, 1, button), { klasse: 'knapp kb-ikke-utskrift' });
    return button;
  };
  chapter.querySelector('h1')?.after(make());
  document.querySelector('.kb-bok > nav')?.before(make());
}
startTeller();
