/** How many pages a document will take on A4, before it is made. An estimate: a test holds it to what LibreOffice counts. */
import type { Blokk, Dokument, Tekst, Verdi } from '../../eksport/typer';

/** Millimetres of A4 between the margins of eksport/word.ts. */
const HOYDE = 253;
const BREDDE = 166;
/** The height of a line of running text and of a table, and how many signs a millimetre holds. */
const LINJE = 5.35;
const TABELLINJE = 4.45;
const TEGN_PER_MM = 0.56;
const TABELLTEGN_PER_MM = 0.6;

const lengde = (tekst: Tekst): string => (typeof tekst === 'string' ? tekst : tekst.map((bit) => (typeof bit === 'string' ? bit : bit.tekst)).join(''));
const linjer = (tekst: string, perLinje: number): number => tekst.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLinje)), 0);
const vis = (verdi: Verdi): string => (verdi instanceof Date ? '01.01.2000' : verdi === null ? '' : String(verdi));

export function anslattSider(dokument: Dokument): number {
  const front = 20 + (dokument.innhold ? 8 + 5.5 * dokument.blokker.filter((one) => one.slags === 'overskrift' && one.niva <= 2).length : 0);
  const height = dokument.blokker.reduce((sum, blokk) => (blokk.slags === 'sideskift' ? Math.ceil(sum / HOYDE) * HOYDE : sum + hoyde(blokk)), front);
  return Math.max(1, Math.ceil(height / HOYDE));
}

function hoyde(blokk: Blokk): number {
  switch (blokk.slags) {
    case 'overskrift':
      return blokk.niva === 1 ? 14 : 11 + LINJE * (linjer(blokk.tekst, 75) - 1);
    case 'avsnitt':
      return linjer(lengde(blokk.tekst), BREDDE * TEGN_PER_MM) * LINJE + 2.1;
    case 'liste':
      return blokk.punkter.reduce<number>((sum, punkt) => sum + linjer(lengde(punkt), (BREDDE - 8) * TEGN_PER_MM) * LINJE + 1, 0);
    case 'tabell':
      return tabellhoyde(blokk);
    default:
      return 0;
  }
}

function tabellhoyde(tabell: Extract<Blokk, { slags: 'tabell' }>): number {
  const shares = tabell.bredder ?? tabell.kolonner.map(() => 1);
  const total = shares.reduce((sum, share) => sum + share, 0) || 1;
  const perLine = shares.map((share) => Math.max(4, ((share / total) * BREDDE - 3.2) * TABELLTEGN_PER_MM));
  const row = (cells: readonly string[]): number => Math.max(...cells.map((cell, i) => linjer(cell, perLine[i] ?? 20))) * TABELLINJE + 1.8;
  return row(tabell.kolonner) + tabell.rader.reduce((sum, cells) => sum + row(cells.map(vis)), 0) + (tabell.tittel ? 9 : 0) + 7.5;
}
