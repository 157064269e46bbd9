/**
 * A piece of a page on its way to the trainer's own seminar. That page shows the other in a frame that is not seen and asks
 * for the piece; so what comes is what the page says today, also from disk, where one page can't read another.
 */
import type { Blokk, Del } from './inndeling';
import { lesStykke } from './les';

/** What marks the messages, and the question in the address of the frame. */
export const SPORSMAL = 'opplegg';

/** A block that can be sent: the drawing as text. */
type SendtBlokk = Omit<Blokk, 'node'> & { tegning?: string };
interface SendtDel extends Omit<Del, 'blokker'> {
  blokker: SendtBlokk[];
}
export interface Sendt {
  kb: typeof SPORSMAL;
  /** Null where the page has no such place. */
  stykke: { tittel: string; deler: SendtDel[] } | null;
}

/** Answers the page that shows this one in a frame. */
export function sendStykke(article: HTMLElement | null, anker: string): void {
  const found = article && lesStykke(article, anker);
  const answer: Sendt = { kb: SPORSMAL, stykke: found && { tittel: found.tittel, deler: found.deler.map(packed) } };
  // From disk every page has an origin of its own without a name. What is sent is what stands openly on the page.
  window.parent.postMessage(answer, location.protocol === 'file:' ? '*' : location.origin);
}

function packed(del: Del): SendtDel {
  return { ...del, blokker: del.blokker.map(({ node, ...rest }) => (node ? { ...rest, tegning: node.outerHTML } : rest)) };
}

/** The parts as the viewer wants them; drawings are put into `holder`, which must be drawn for their size to be known. */
export function pakkUt(deler: readonly SendtDel[], holder: HTMLElement): Del[] {
  return deler.map((del) => ({
    ...del,
    blokker: del.blokker.map(({ tegning, ...rest }) => {
      const drawing = tegning ? new DOMParser().parseFromString(tegning, 'text/html').querySelector('svg') : null;
      if (drawing) holder.append(drawing);
      return drawing ? { ...rest, node: drawing } : rest;
    }),
  }));
}
