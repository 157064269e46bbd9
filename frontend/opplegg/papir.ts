/** The programme and the sheet of the trainer's own seminar: the same text in Word and on paper. Pure. */
import type { Dokument } from '../eksport/typer';
import { tider, type Opplegg } from './fil';

/** A sheet is one page: more pieces than this are not named on it. */
const MOST_ON_SHEET = 12;
const ADDRESSES_ON_SHEET = 6;
const LINE = '_'.repeat(60);

export const sumAv = (opplegg: Opplegg): number => opplegg.deler.reduce((all, del) => all + del.minutter, 0);
const under = (...parts: string[]): string => parts.filter(Boolean).join(' · ');

/** The programme by the minute. `innhold`: what each part shows, said in a few words («tabell, 3 lysbilder»). */
export function program(opplegg: Opplegg, innhold: readonly string[]): Dokument {
  const times = tider(opplegg);
  const rader = opplegg.deler.map((del, at) => [times[at] ?? '', del.minutter, del.tittel, del.tekst || (innhold[at] ?? '')]);
  return {
    tittel: `Program: ${opplegg.tittel}`,
    undertittel: under(opplegg.kommune, `${sumAv(opplegg)} minutter`),
    blokker: [{ slags: 'tabell', kolonner: ['Klokka', 'Minutter', 'Hva', 'Innhold'], rader, bredder: [16, 12, 36, 36] }],
  };
}

/** The sheet to hand out, on one page. `adresser`: where the pieces stand, as «tittel: adresse». */
export function ark(opplegg: Opplegg, adresser: readonly string[]): Dokument {
  const names = opplegg.deler.map(({ tittel }) => tittel);
  const left = names.length - MOST_ON_SHEET;
  const punkter = left > 0 ? [...names.slice(0, MOST_ON_SHEET), `og ${left} til i programmet`] : names;
  const places = [...new Set(adresser)].slice(0, ADDRESSES_ON_SHEET);
  return {
    tittel: opplegg.tittel,
    undertittel: under(opplegg.kommune, 'Ark til deltakerne'),
    blokker: [
      { slags: 'overskrift', niva: 2, tekst: 'Dette tok vi opp' },
      { slags: 'liste', punkter },
      { slags: 'overskrift', niva: 2, tekst: 'Vårt neste steg' },
      ...['Hva gjør vi først?', 'Hvilken rolle gjør det?', 'Når er det gjort?', 'Hvem spør om det er gjort?'].map((tekst) => ({ slags: 'avsnitt' as const, tekst: `${tekst}\n${LINE}` })),
      ...(places.length > 0 ? [{ slags: 'overskrift' as const, niva: 2 as const, tekst: 'Les mer' }, { slags: 'liste' as const, punkter: places }] : []),
    ],
  };
}
