/** The egenvurdering as Word and Excel. Plain data in, plain data out. */
import type { Blokk, Bok, Dokument, Verdi as Celleverdi } from '../../eksport/typer';
import { norskDag } from '../../felles/dag';
import { samtale, tallFor, visSnitt, visSpenn } from './tall';
import type { Faktortall } from './tall';
import { FAKTORER, SKALA, SKALATEKST } from './typer';
import type { Besvarelse, Vurdering } from './typer';

/** The table of the five municipalities as it stands on the page. */
export interface Kommunetabell {
  kolonner: string[];
  rader: string[][];
}

export const OM_FEM = 'De fem tallene er slik de er trykt i Møreforskings notat 6/2015, side 24–26. De som svarte, var folk i det boligsosiale nettverket i hver kommune. Antall svar tar med «vet ikke», snittet gjør ikke det. Hvor mange svar snittet bygger på, er ikke oppgitt.';
const OM_TALLENE = `${SKALATEKST} «Vet ikke» og ubesvart er holdt utenfor snittet. Spredningen er laveste og høyeste svar.`;

const tittelAv = (v: Vurdering): string => `Egenvurdering med seks suksessfaktorer${v.tittel ? `: ${v.tittel}` : ''}`;

/** The own row below the five: only for the one question they were asked too. Empty when there is no mean. */
export function egenRad(v: Vurdering, kolonner: number): string[] | null {
  const [own] = tallFor(v.besvarelser);
  if (!own || own.snitt === null) return null;
  const row = Array<string>(kolonner).fill('–');
  row[0] = `${v.tittel || 'Dere'} (egenvurderingen)`;
  row[kolonner - 2] = `${own.antall + own.vetIkke}, med ${own.vetIkke} «vet ikke»`;
  row[kolonner - 1] = visSnitt(own.snitt);
  return row;
}

const rowOf = (one: Faktortall): Celleverdi[] => [one.navn, visSnitt(one.snitt), visSpenn(one), ...one.fordeling, one.vetIkke, one.ubesvart];
const COLUMNS = ['Faktor', 'Snitt', 'Spredning', ...SKALA.map(String), 'Vet ikke', 'Ubesvart'];

export function dokumentAv(v: Vurdering, fem: Kommunetabell | null, idag: string, nettsted: string): Dokument {
  const tall = tallFor(v.besvarelser);
  const heading = (tekst: string): Blokk => ({ slags: 'overskrift', niva: 1, tekst });
  const paragraph = (tekst: string): Blokk => ({ slags: 'avsnitt', tekst });
  const own = fem ? egenRad(v, fem.kolonner.length) : null;
  const notes = v.besvarelser.filter((one) => one.merknad).map((one) => (one.enhet ? `${one.enhet}: ${one.merknad}` : one.merknad));
  return {
    tittel: tittelAv(v),
    undertittel: `${v.besvarelser.length} har svart. Laget ${norskDag(idag)}.`,
    bunntekst: nettsted,
    liggende: true,
    blokker: [
      paragraph(OM_TALLENE),
      { slags: 'tabell', kolonner: COLUMNS, rader: tall.map(rowOf), bredder: [26, 9, 12, 6, 6, 6, 6, 6, 6, 9, 10] },
      heading('Til samtalen'),
      { slags: 'liste', punkter: samtale(tall, v.besvarelser.length) },
      heading('Spørsmålene'),
      { slags: 'liste', punkter: FAKTORER.map((one) => `${one.navn}: ${one.sporsmal}`), nummerert: true },
      ...(notes.length > 0 ? [heading('Merknader'), { slags: 'liste' as const, punkter: notes }] : []),
      ...(fem && own ? [heading('Samordning: fem kommuner i 2015, og dere'), paragraph(OM_FEM), { slags: 'tabell' as const, kolonner: fem.kolonner, rader: [...fem.rader, own] }, paragraph('Spørsmålet er nesten det samme, og skalaen er lik. De fem andre spørsmålene er våre, og har ingenting å sammenliknes med.')] : []),
    ],
  };
}

const visVerdi = (one: Besvarelse, id: (typeof FAKTORER)[number]['id']): Celleverdi => {
  const value = one.svar[id];
  return value === 'vet_ikke' ? 'vet ikke' : value ?? null;
};

export function bokAv(v: Vurdering, fem: Kommunetabell | null, idag: string, om: readonly (readonly [string, string])[]): Bok {
  const own = fem ? egenRad(v, fem.kolonner.length) : null;
  return {
    ark: [
      {
        navn: 'Sammen',
        kolonner: COLUMNS.map((navn, i) => (i === 1 ? { navn, tallformat: '0.0' } : { navn })),
        rader: tallFor(v.besvarelser).map((one) => [one.navn, one.snitt === null ? null : one.snitt, visSpenn(one), ...one.fordeling, one.vetIkke, one.ubesvart]),
      },
      {
        navn: 'Hver for seg',
        kolonner: [{ navn: 'Enhet' }, ...FAKTORER.map(({ navn }) => ({ navn })), { navn: 'Merknad', bredde: 50 }],
        rader: v.besvarelser.map((one) => [one.enhet, ...FAKTORER.map(({ id }) => visVerdi(one, id)), one.merknad]),
      },
      ...(fem && own ? [{ navn: 'Fem kommuner 2015', kolonner: fem.kolonner.map((navn) => ({ navn })), rader: [...fem.rader, own] }] : []),
    ],
    om: [['Hva', tittelAv(v)], ['Dato', norskDag(idag)], ['Om tallene', OM_TALLENE], ['Om de fem kommunene', OM_FEM], ...om],
  };
}
