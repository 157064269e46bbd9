/** Numbers and lists as Norwegians write them. */

/** A number with this many decimals and a decimal comma; «–» where there is none. */
export function tall(value: number | null | undefined, decimals = 0): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  const [whole = '0', rest] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, '\u00A0') : whole;
  const sign = value < 0 && Number(value.toFixed(decimals)) !== 0 ? '−' : '';
  return sign + grouped + (rest ? `,${rest}` : '');
}

/** A share as a percentage. */
export const prosent = (share: number | null | undefined): string => (share === null || share === undefined ? '–' : `${tall(share * 100)} prosent`);

/** «1 person», «3 personer»; up to twelve with letters only where the caller wants it. */
export const antall = (count: number, one: string, more: string): string => `${tall(count)} ${count === 1 ? one : more}`;

/** «A», «A og B», «A, B og C». With `most`, the rest are counted: «A, B og 4 til». */
export function liste(words: readonly string[], most = Infinity): string {
  const shown = words.length > most ? [...words.slice(0, most), `${words.length - most} til`] : [...words];
  if (shown.length < 2) return shown[0] ?? '';
  return `${shown.slice(0, -1).join(', ')} og ${shown[shown.length - 1]}`;
}

/** First letter small, for a name inside a sentence; abbreviations such as NAV stay. */
export const liten = (text: string): string => (/^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);
