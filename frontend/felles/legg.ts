/** The buttons «Legg i opplegget»: of a page, a table, a task. What they do is loaded when one is pressed (opplegg/legg.ts). */
import type * as Legg from '../opplegg/legg';
import { knapp } from './dom';
import { lastSkript } from './last';

const LEGG = 'Legg i opplegget';

/** A button that runs `gjor` of the module when it is pressed. */
export function leggknapp(klasse: string, navn: string, gjor: (legg: typeof Legg) => void): HTMLButtonElement {
  const button = knapp(LEGG, () => {
    lastSkript('legg').then(
      () => gjor((window as unknown as { kbLegg: typeof Legg }).kbLegg),
      () => (button.textContent = 'Det lot seg ikke laste. Prøv igjen'),
    );
  }, { klasse, 'aria-label': navn ? `${LEGG}: ${navn}` : undefined });
  return button;
}

/** Gives each task and question of a seminar its button. */
export function startLegg(): void {
  document.querySelectorAll<HTMLElement>('[data-rom="seminar"] section.kb-oppgave[id]').forEach((section) => {
    const title = section.querySelector('h3')?.firstChild?.textContent?.trim() ?? '';
    const line = document.createElement('p');
    line.className = 'kb-leggknapp kb-ikke-utskrift';
    line.append(leggknapp('kb-lenkeknapp', title, (legg) => legg.leggOppgave(section)));
    section.append(line);
  });
}
