/**
 * The export module: every tool that gives the reader a file makes it here. Loaded on first use (felles/last.ts), as
 * window.kbEksport; works from disk and without a network.
 *
 *   const eksport = await lastEksport();
 *   eksport.lastNed(await eksport.tilExcel({ ark: [{ navn: 'Tiltak', kolonner: [{ navn: 'År' }], rader: [[2011]] }] }), 'tiltak.xlsx');
 */
export { tilPng, tilSvg } from './bilde';
export { tilCsv } from './csv';
export { tilExcel } from './excel';
export { lesExcel } from './lesExcel';
export type { LestArk } from './lesExcel';
export { tilMarkdown } from './markdown';
export { filnavnAv, kanVaereFormel, rensTekst } from './tekst';
export type { Ark, Blokk, Bok, Dokument, Kolonne, Tekst, Tekstbit, Verdi } from './typer';
export { tilWord } from './word';

/** Gives the reader the file. Call it as an answer to a click; some browsers refuse it otherwise. */
export function lastNed(blob: Blob, filnavn: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = filnavn;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address after the click; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
