/** Markdown of the same document that becomes Word: headings, tables, lists. */
import { rensTekst, visVerdi } from './tekst';
import type { Blokk, Dokument, Tekst, Tekstbit } from './typer';

/** Text that means nothing to Markdown: signs that could start something are escaped, and so is HTML. */
function ufarlig(tekst: string): string {
  return rensTekst(tekst)
    .replace(/[\\`*_{}[\]<>|~$]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/^(\s*)([#+-]|\d+[.)])(?=\s|$)/gm, (_all, space: string, mark: string) => `${space}${mark.length > 1 ? mark.replace(/[.)]/, '\\$&') : `\\${mark}`}`)
    .replace(/^(\s*)(=+|-{2,})(?=\s*$)/gm, '$1\\$2');
}

const paaEnLinje = (tekst: string): string => ufarlig(tekst).replace(/\s*\n\s*/g, '<br>');
const bit = (piece: string | Tekstbit): string => {
  if (typeof piece === 'string') return paaEnLinje(piece);
  const text = paaEnLinje(piece.tekst);
  const looks = piece.fet ? `**${text}**` : piece.kursiv ? `*${text}*` : text;
  return piece.lenke && /^https?:\/\/[^\s()<>]+$/.test(piece.lenke) ? `[${looks}](${piece.lenke})` : looks;
};
const flyt = (tekst: Tekst): string => (typeof tekst === 'string' ? paaEnLinje(tekst) : tekst.map(bit).join(''));
const rad = (celler: readonly string[]): string => `| ${celler.join(' | ')} |`;

function linjerAv(blokk: Blokk): string[] {
  switch (blokk.slags) {
    case 'overskrift':
      return [`${'#'.repeat(blokk.niva + 1)} ${paaEnLinje(blokk.tekst)}`];
    case 'avsnitt':
      return [flyt(blokk.tekst)];
    case 'liste':
      return [blokk.punkter.map((punkt, i) => `${blokk.nummerert ? `${i + 1}.` : '-'} ${flyt(punkt)}`).join('\n')];
    case 'tabell':
      return [
        ...(blokk.tittel ? [`**${paaEnLinje(blokk.tittel)}**`] : []),
        [rad(blokk.kolonner.map(paaEnLinje)), rad(blokk.kolonner.map(() => '---')), ...blokk.rader.map((row) => rad(blokk.kolonner.map((_, i) => paaEnLinje(visVerdi(row[i] ?? null)))))].join('\n'),
      ];
    default:
      return [];
  }
}

/** Makes a Markdown file. Pictures are left out. */
export function tilMarkdown(dokument: Dokument): Blob {
  const parts = [`# ${paaEnLinje(dokument.tittel)}`, ...(dokument.undertittel ? [paaEnLinje(dokument.undertittel)] : []), ...dokument.blokker.flatMap(linjerAv)];
  return new Blob([`${parts.join('\n\n')}\n`], { type: 'text/markdown;charset=utf-8' });
}
