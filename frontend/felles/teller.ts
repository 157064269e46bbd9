/**
 * The counter for a show of hands: after each answer that is marked `data-haand` stand two buttons and a number.
 * Nothing is stored; the numbers are gone when the page is left.
 */
import { knapp, lag } from './dom';

/** Puts a counter after what an answer says. */
export function settTeller(svar: HTMLElement): void {
  if (svar.querySelector('.kb-teller')) return;
  const name = (svar.textContent ?? '').trim();
  const count = document.createElement('output');
  count.value = '0';
  // The style sheet draws the sign: the name says it in words.
  const step = (by: number): HTMLButtonElement =>
    knapp('', () => (count.value = String(Math.max(0, Number(count.value) + by))), {
      klasse: by > 0 ? 'kb-teller__opp' : 'kb-teller__ned',
      'aria-label': `${by > 0 ? 'Én til' : 'Én færre'} for «${name}»`,
    });
  svar.append(' ', lag('span', { klasse: 'kb-teller' }, step(-1), count, step(1)));
}

/** Starts the counters of the page. */
export function startTeller(): void {
  document.querySelectorAll<HTMLElement>('[data-haand]').forEach(settTeller);
}
