/** How a tool opens files: one chooser, one limit, one set of messages. A file that is too large is refused before it is read. */
import { lag } from './dom';
import { forStor, Lesefeil, MAKS_FIL } from './lesing';

/** What each kind of chooser offers. */
const ENDELSER = {
  json: '.json,application/json',
  excel: '.xlsx',
  tabell: '.csv,.tsv,.txt,text/csv,text/plain',
  tabellEllerJson: '.csv,.tsv,.txt,.json,text/csv,text/plain,application/json',
} as const;

/** A file the reader has chosen. `bytes` gives what is in it, or raises a Lesefeil that says why it can't be had. */
export interface ValgtFil {
  navn: string;
  bytes: () => Uint8Array;
}

/**
 * What is in the files, in their order. Together they may be as large as one: the one that goes beyond, is refused.
 *
 * Never rejects: what is wrong with a file is told when its bytes are asked for.
 */
export async function lesFiler(filer: readonly File[]): Promise<ValgtFil[]> {
  const out: ValgtFil[] = [];
  let left = MAKS_FIL;
  for (const file of filer) {
    const read = await bytesAv(file, left);
    if (read instanceof Uint8Array) left -= read.length;
    out.push({ navn: file.name, bytes: () => {
      if (read instanceof Lesefeil) throw read;
      return read;
    } });
  }
  return out;
}

async function bytesAv(file: File, left: number): Promise<Uint8Array | Lesefeil> {
  if (file.size > MAKS_FIL) return forStor(file.size);
  if (file.size > left) return new Lesefeil('Filene er til sammen på mer enn 10 megabyte. Åpne noen få om gangen.');
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return new Lesefeil('Fila lot seg ikke lese. Lukk den i andre programmer, og prøv igjen.');
  }
}

/** A chooser of one file, or of several. The same file can be chosen again. */
export function filvelger(label: string, id: string, slag: keyof typeof ENDELSER, valgt: (filer: ValgtFil[]) => void, flere = false): HTMLElement {
  const input = lag('input', { type: 'file', accept: ENDELSER[slag], id, multiple: flere, paa: { change: () => {
    const files = [...(input.files ?? [])];
    if (files.length === 0) return;
    void lesFiler(files).then((read) => {
      input.value = '';
      valgt(read);
    });
  } } });
  return lag('div', { klasse: 'vk-felt' }, lag('label', { for: id }, label), input);
}
