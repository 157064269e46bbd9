/** Bytes of a table the reader has chosen → text, or a message that says what the file is and what to do. Shared by the tools. */
import { fremmedFil, krevStorrelse, Lesefeil } from './lesing';

const LIM = 'Velg en CSV-fil, eller lim inn cellene fra Excel.';
const KOPIER = 'Åpne den, merk cellene, kopier dem og lim dem inn her. Du kan også lagre arket som CSV.';

/**
 * Reads UTF-8 and UTF-16 (with or without byte order mark), else Windows-1252, which is what Excel writes on Windows.
 *
 * Raises Lesefeil for a file that is empty, too large, or no text.
 */
export function tekstAv(bytes: Uint8Array): string {
  krevStorrelse(bytes);
  const kind = fremmedFil(bytes);
  if (kind) throw new Lesefeil(`Dette er ${kind}. ${/Excel/.test(kind) ? KOPIER : LIM}`);
  const wide = utf16Of(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes).replace(/^\uFEFF/, '');
  if (bytes.subarray(0, 4000).includes(0)) throw new Lesefeil(`Fila er ikke en tekstfil. ${LIM}`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\uFEFF/, '');
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** UTF-16 by its mark, or by every other byte being zero in the beginning. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 200);
  const zeros = (from: number): number => start.filter((byte, i) => i % 2 === from && byte === 0).length;
  if (start.length < 8) return null;
  if (zeros(1) > start.length * 0.4 && zeros(0) === 0) return 'utf-16le';
  if (zeros(0) > start.length * 0.4 && zeros(1) === 0) return 'utf-16be';
  return null;
}
