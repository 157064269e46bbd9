/**
 * The counter for a show of hands: after each answer that is marked `data-haand` stand two buttons and a number.
 * Nothing is stored; the numbers are gone when the page is left.
 */

/** Puts a counter after what an answer says. */
export function settTeller(svar: HTMLElement): void {
  if (svar.querySelector('.kb-teller')) return;
  const name = (svar.textContent ?? '').trim();
  const count = document.createElement('output');
  count.value = '0';
  const step = (by: number): HTMLButtonElement => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = by > 0 ? 'kb-teller__opp' : 'kb-teller__ned'; // the style sheet draws the sign: the name says it in words
    button.setAttribute('aria-label', `${by > 0 ? 'Én til' : 'Én færre'} for «${name}»`);
    button.addEventListener('click', () => {
      count.value = String(Math.max(0, Number(count.value) + by));
    });
    return button;
  };
  const group = document.createElement('span');
  group.className = 'kb-teller';
  group.append(step(-1), count, step(1));
  svar.append(' ', group);
}

/** Starts the counters of the page. */
export function startTeller(): void {
  document.querySelectorAll<HTMLElement>('[data-haand]').forEach(settTeller);
}
