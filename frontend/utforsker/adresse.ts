/** The state of an explorer as words in the address, and back: what is shared is what the other one sees. */
import type { Fasett } from './motor';

export interface Tilstand {
  q: string;
  /** Facet → ids of the chosen values. */
  valg: Map<string, string[]>;
  /** Name of the column it is sorted by; empty for the order of the table. */
  sorter: string;
  ned: boolean;
  /** Names of the columns that are shown, in the order of the table; null for those the table has chosen. */
  kolonner: string[] | null;
}

const LONGEST_TEXT = 200;

export function tomTilstand(): Tilstand {
  return { q: '', valg: new Map(), sorter: '', ned: false, kolonner: null };
}

/** The state that an address (its part from «?») tells of. What it does not know is left alone. */
export function fraAdresse(query: string, fasetter: readonly Fasett[], kolonner: readonly string[]): Tilstand {
  const given = new URLSearchParams(query);
  const state = tomTilstand();
  state.q = (given.get('q') ?? '').slice(0, LONGEST_TEXT);
  for (const { navn, verdier } of fasetter) {
    const asked = new Set((given.get(navn) ?? '').split(','));
    const ids = verdier.flatMap(([id]) => (asked.has(id) ? [id] : []));
    if (ids.length > 0) state.valg.set(navn, ids);
  }
  const sorted = given.get('sorter') ?? '';
  const column = sorted.replace(/^-/, '');
  if (kolonner.includes(column)) {
    state.sorter = column;
    state.ned = sorted.startsWith('-');
  }
  const shown = (given.get('kolonner') ?? '').split(',');
  const known = kolonner.filter((name) => shown.includes(name));
  if (known.length > 0) state.kolonner = known;
  return state;
}

/** The state as the part of an address from «?»; empty for a state with nothing chosen. Ids need no escaping, so the commas stay. */
export function tilAdresse(state: Tilstand, fasetter: readonly Fasett[]): string {
  const parts: string[] = [];
  const add = (name: string, value: string): void => {
    if (value !== '') parts.push(`${name}=${encodeURIComponent(value).replace(/%20/g, '+').replace(/%2C/g, ',')}`);
  };
  add('q', state.q.trim());
  for (const { navn } of fasetter) add(navn, (state.valg.get(navn) ?? []).join(','));
  if (state.sorter) add('sorter', `${state.ned ? '-' : ''}${state.sorter}`);
  if (state.kolonner) add('kolonner', state.kolonner.join(','));
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}
