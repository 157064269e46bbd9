/** What the answers say together. «Vet ikke» is shown, and left out of the mean, as in the survey of 2015. */
import { norskTall } from '../../eksport/tekst';
import { FAKTORER, SKALA } from './typer';
import type { Besvarelse, Faktor } from './typer';

export interface Faktortall {
  id: Faktor;
  navn: string;
  sporsmal: string;
  /** How many gave 1, 2, … 6. */
  fordeling: number[];
  vetIkke: number;
  ubesvart: number;
  /** Those behind the mean. */
  antall: number;
  snitt: number | null;
  lavest: number | null;
  hoyest: number | null;
}

export function tallFor(besvarelser: readonly Besvarelse[]): Faktortall[] {
  return FAKTORER.map(({ id, navn, sporsmal }) => {
    const all = besvarelser.map((one) => one.svar[id]);
    const numbers = all.filter((one): one is (typeof SKALA)[number] => typeof one === 'number');
    const sum = numbers.reduce<number>((total, one) => total + one, 0);
    return {
      id, navn, sporsmal,
      fordeling: SKALA.map((step) => numbers.filter((one) => one === step).length),
      vetIkke: all.filter((one) => one === 'vet_ikke').length,
      ubesvart: all.filter((one) => one === undefined).length,
      antall: numbers.length,
      snitt: numbers.length > 0 ? sum / numbers.length : null,
      lavest: numbers.length > 0 ? Math.min(...numbers) : null,
      hoyest: numbers.length > 0 ? Math.max(...numbers) : null,
    };
  });
}

/** A mean with one decimal; halves up, so that 3,25 is 3,3. */
export const visSnitt = (snitt: number | null): string => (snitt === null ? '–' : norskTall(Math.round((snitt + Number.EPSILON) * 10) / 10));
export const visSpenn = (one: Faktortall): string => (one.lavest === null ? '–' : one.lavest === one.hoyest ? `alle ${one.lavest}` : `${one.lavest}–${one.hoyest}`);

/** What to talk about, in sentences: where the answers differ most, where many don't know. No judgement of good or bad. */
export function samtale(tall: readonly Faktortall[], antall: number): string[] {
  if (antall === 0) return [];
  if (antall === 1) return ['Bare én har svart. Et snitt og en spredning sier noe først når flere har svart.'];
  const said: string[] = [];
  const spread = (one: Faktortall): number => (one.hoyest ?? 0) - (one.lavest ?? 0);
  const most = Math.max(...tall.map(spread));
  const wide = tall.filter((one) => spread(one) === most);
  if (most >= 2) said.push(`Svarene spriker mest om ${navn(wide)}: ${most} trinn mellom laveste og høyeste. Hva ser dere ulikt?`);
  else said.push('Svarene ligger nær hverandre på alle spørsmålene.');
  const unsure = tall.filter((one) => one.vetIkke * 3 >= antall);
  if (unsure.length > 0) said.push(`Minst hver tredje svarer «vet ikke» om ${navn(unsure)}. Hvem burde vite det?`);
  if (antall < 5) said.push('Få har svart. Én person kan flytte snittet mye.');
  return said;
}

const navn = (list: readonly Faktortall[]): string => list.map((one) => one.navn.toLowerCase()).join(', ').replace(/, ([^,]*)$/, ' og $1');
