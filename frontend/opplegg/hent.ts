/** Fetches a piece of another page of the site: through a frame that is not seen, since fetch does not work from disk. */
import { medIndex } from '../felles/disk';
import { lag } from '../felles/dom';
import { adresseTil } from '../felles/adresse';
import { SPORSMAL, type Sendt } from '../lysbilder/stykke';

/** How long a page that has been loaded may take to answer: one that is not there never does. */
const PATIENCE_MS = 20_000;

type Stykke = NonNullable<Sendt['stykke']>;

const fetched = new Map<string, Promise<Stykke | null>>();
let last: Promise<unknown> = Promise.resolve();

/** The piece at a site address («/metoder/x/#tabell-y»), or null where there is none. One page is read at a time. */
export function hentStykke(adresse: string): Promise<Stykke | null> {
  const known = fetched.get(adresse);
  if (known) return known;
  const piece = last.then(() => ask(adresse));
  last = piece;
  fetched.set(adresse, piece);
  return piece;
}

function ask(adresse: string): Promise<Stykke | null> {
  const [page = '', anker = ''] = adresse.split('#');
  const src = medIndex(`${adresseTil(page)}?${SPORSMAL}=${encodeURIComponent(anker)}`, location.href);
  const frame = lag('iframe', { klasse: 'ol-ramme', title: 'Siden som hentes', tabindex: '-1', inert: true, src });
  return new Promise((resolve) => {
    let timer = 0;
    const done = (piece: Stykke | null): void => {
      window.clearTimeout(timer);
      window.removeEventListener('message', heard);
      frame.remove();
      resolve(piece);
    };
    const heard = (event: MessageEvent<Partial<Sendt> | null>): void => {
      if (event.source === frame.contentWindow && event.data?.kb === SPORSMAL) done(event.data.stykke ?? null);
    };
    window.addEventListener('message', heard);
    frame.addEventListener('load', () => (timer = window.setTimeout(() => done(null), PATIENCE_MS)));
    document.body.append(frame);
  });
}
