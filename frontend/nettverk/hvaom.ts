/** What if: someone leaves, a function is empty, two groups begin to meet. The survey itself is never changed. */
import { gruppene } from './graf';
import type { Tall } from './maal/alle';
import { vektAv } from './typer';
import type { Kontakt, Ofte, Person, Prosjekt, Runde } from './typer';

export type Endring =
  | { slags: 'ut'; person: string }
  | { slags: 'tom'; funksjon: string }
  | { slags: 'mote'; gruppe: 'funksjon' | 'enhet'; a: string; b: string; ofte: Ofte; hvem: 'alle' | 'en' };

/** Those who come to a meeting: everyone, or the one of each group with the most contacts. */
function moter(change: Extract<Endring, { slags: 'mote' }>, people: readonly Person[], numbers: Tall): string[] {
  const degree = new Map(numbers.noder.map((node) => [node.id, node.grad]));
  const of = (id: string): string[] => {
    const members = people.filter((person) => gruppene(person, change.gruppe).includes(id)).map((person) => person.id);
    if (change.hvem === 'alle') return members;
    return [...members].sort((x, y) => (degree.get(y) ?? 0) - (degree.get(x) ?? 0) || (x < y ? -1 : 1)).slice(0, 1);
  };
  return [...new Set([...of(change.a), ...of(change.b)])];
}

/**
 * The project and the survey as they would be.
 *
 * numbers: of the persons as it is now; decides who represents a group. At a meeting all who come have contact with each
 * other, both ways; contact that is more often stays as it is.
 */
export function medEndring(project: Prosjekt, round: Runde, changes: readonly Endring[], numbers: Tall): { prosjekt: Prosjekt; runde: Runde } {
  let people = [...project.personer];
  let contacts: Kontakt[] = [...round.kontakter];
  for (const change of changes) {
    if (change.slags === 'ut') people = people.filter((person) => person.id !== change.person);
    else if (change.slags === 'tom') people = people.filter((person) => !person.funksjoner.includes(change.funksjon));
    else contacts = withMeeting(contacts, moter(change, people, numbers), change.ofte);
  }
  const left = new Set(people.map((person) => person.id));
  const keep = (ids: readonly string[]): string[] => ids.filter((id) => left.has(id));
  const runde = { ...round, spurt: keep(round.spurt), svart: keep(round.svart), kontakter: contacts.filter((one) => left.has(one.fra) && left.has(one.til)) };
  return { prosjekt: { ...project, personer: people }, runde };
}

function withMeeting(contacts: readonly Kontakt[], who: readonly string[], ofte: Ofte): Kontakt[] {
  const made = new Map(contacts.map((one) => [`${one.fra}\u0000${one.til}`, one]));
  for (const fra of who) {
    for (const til of who) {
      const before = made.get(`${fra}\u0000${til}`);
      if (fra === til || (before && vektAv(before.ofte) >= vektAv(ofte))) continue;
      made.set(`${fra}\u0000${til}`, { ...before, fra, til, ofte });
    }
  }
  return [...made.values()];
}

/** Those who had contact before, and have none after; only persons that are in both. */
export function mistetKontakt(before: Tall, after: Tall): string[] {
  const then = new Map(before.noder.map((node) => [node.id, node.grad]));
  return after.noder.filter((node) => node.grad === 0 && (then.get(node.id) ?? 0) > 0).map((node) => node.id);
}
