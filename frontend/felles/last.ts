/** Loads the site's own heavy scripts the first time they are needed. Also from disk, where modules and fetch do not work. */
import type * as Eksport from '../eksport/eksport';
import type * as Lysbilder from '../lysbilder/lysbilder';
import { bygd } from './adresse';

const loading = new Map<string, Promise<void>>();

/** Loads `bygd/<navn>.js` once as a classic script. Rejects if the file cannot be had; a later call tries again. */
export function lastSkript(navn: string): Promise<void> {
  const known = loading.get(navn);
  if (known) return known;
  const promise = new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `${bygd}${navn}.js`;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => {
      loading.delete(navn);
      script.remove();
      reject(new Error(`Fikk ikke lastet ${navn}.js`));
    });
    document.head.append(script);
  });
  loading.set(navn, promise);
  return promise;
}

/** The export module, loaded on first use. */
export async function lastEksport(): Promise<typeof Eksport> {
  await lastSkript('eksport');
  return (window as unknown as { kbEksport: typeof Eksport }).kbEksport;
}

/** The viewer of slides, loaded on first use. */
export async function lastLysbilder(): Promise<typeof Lysbilder> {
  await lastSkript('lysbilder');
  return (window as unknown as { kbLysbilder: typeof Lysbilder }).kbLysbilder;
}
