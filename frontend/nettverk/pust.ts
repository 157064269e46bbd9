/** Long work in short slices, so that the page answers all the while. */

/** Awaited now and then by long work. */
export type Pust = () => Promise<void> | undefined;

/** For tests, and for work that is known to be short. */
export const utenPust: Pust = () => undefined;

const SLICE_MS = 24;

/** Makes a breath that lets the browser in when a slice is used up. A message, not a timer: timers are held back to 4 ms. */
export function lagPust(now: () => number = () => performance.now()): Pust {
  let until = now() + SLICE_MS;
  return () => {
    if (now() < until) return undefined;
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        until = now() + SLICE_MS;
        resolve();
      };
      port2.postMessage(null);
    });
  };
}
