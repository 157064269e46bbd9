/** What happened, said to screen readers too: one quiet line of the page, out of sight. */

/** Says `tekst`. The same text twice in a row is said twice. */
export function melding(tekst: string): void {
  let line = document.querySelector<HTMLElement>('#kb-melding');
  if (!line) {
    line = document.createElement('p');
    line.id = 'kb-melding';
    line.className = 'kb-bare-skjerm';
    line.setAttribute('role', 'status');
    document.querySelector('article')?.append(line);
  }
  line.textContent = line.textContent === tekst ? `${tekst}\u00a0` : tekst;
}
