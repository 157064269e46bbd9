/** What can be fetched from the base. macros/exports/planinnhold.py writes it: change them together. */
import { erPost } from '../../felles/lesing';

export type Slag = 'strategi' | 'tiltak' | 'erfaring' | 'virket_ikke';

/** One thing another municipality has done, planned or learned. */
export interface Innslag {
  slag: Slag;
  tekst: string;
  /** Which municipality. */
  hvor: string;
  /** Source and place in it. */
  kilde: string;
  /** Its place on the site. */
  adresse: string;
  /** State or kind of claim: «Gjennomført», «planlagt». */
  om: string;
  malgrupper: readonly string[];
  plikter: readonly string[];
}

/** The entries of the script, or none when it isn't what was expected. */
export function innslagene(data: unknown): Innslag[] {
  if (!erPost(data) || !Array.isArray(data['innslag'])) return [];
  return (data['innslag'] as unknown[][]).map(([slag, tekst, hvor, kilde, adresse, om, malgrupper, plikter]) => ({
    slag: slag as Slag, tekst: String(tekst), hvor: String(hvor), kilde: String(kilde), adresse: String(adresse), om: String(om),
    malgrupper: String(malgrupper).split(' ').filter((one) => one !== ''), plikter: String(plikter).split(' ').filter((one) => one !== ''),
  }));
}

const ord = (tekst: string): string[] => tekst.toLowerCase().normalize('NFC').split(/[^\p{L}\p{N}]+/u).filter((one) => one !== '');

/** Those that have every word, as part of one of theirs; the ones that have the words whole come first. */
export function sok(alle: readonly Innslag[], sporring: string, slag: Slag | '', gruppe: string): Innslag[] {
  const words = ord(sporring);
  const scored = alle.flatMap((one) => {
    if (slag !== '' && one.slag !== slag) return [];
    if (gruppe !== '' && !one.malgrupper.includes(gruppe)) return [];
    const own = ord(`${one.tekst} ${one.hvor}`);
    if (!words.every((word) => own.some((mine) => mine.includes(word)))) return [];
    return [{ one, score: words.filter((word) => own.includes(word)).length }];
  });
  return scored.sort((a, b) => b.score - a.score).map(({ one }) => one);
}
