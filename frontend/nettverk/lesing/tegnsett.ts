/** Bytes of a file the reader has chosen → text, or a message that says what the file is and what to do. */

export class Lesefeil extends Error {}

const KINDS: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'Dette er en Excel-, Word- eller zip-fil. Åpne den, merk cellene, kopier dem og lim dem inn her. Du kan også lagre arket som CSV.'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'Dette er en eldre Excel- eller Word-fil. Åpne den, merk cellene, kopier dem og lim dem inn her.'],
  [[0x25, 0x50, 0x44, 0x46], 'Dette er en PDF-fil. Verktøyet leser tabeller som tekst: lim dem inn fra Excel, eller velg en CSV-fil.'],
  [[0x89, 0x50, 0x4e, 0x47], 'Dette er et bilde. Velg en CSV-fil, eller lim inn cellene fra Excel.'],
  [[0xff, 0xd8, 0xff], 'Dette er et bilde. Velg en CSV-fil, eller lim inn cellene fra Excel.'],
];
/** Ten megabytes: far above the largest network the tool takes. */
const MAKS_BYTES = 10_000_000;

/**
 * Reads UTF-8 and UTF-16 (with or without byte order mark), else Windows-1252, which is what Excel writes on Windows.
 *
 * Raises Lesefeil for a file that is empty, too large, or no text.
 */
export function tekstAv(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new Lesefeil('Fila er tom. Velg en annen fil.');
  if (bytes.length > MAKS_BYTES) throw new Lesefeil('Fila er for stor. Verktøyet tar filer på inntil 10 megabyte.');
  for (const [start, message] of KINDS) {
    if (start.every((byte, i) => bytes[i] === byte)) throw new Lesefeil(message);
  }
  const wide = utf16Of(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes).replace(/^\uFEFF/, '');
  if (bytes.subarray(0, 4000).includes(0)) throw new Lesefeil('Fila er ikke en tekstfil. Velg en CSV-fil, eller lim inn cellene fra Excel.');
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
