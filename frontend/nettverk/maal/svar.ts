/** Who answered, what both said, and what the missing answers may hide. */
import type { Kontakt, Person, Runde, Valg } from '../typer';

export interface Svar {
  spurt: number;
  svart: number;
  /** Share of those asked; null when no one was. */
  prosent: number | null;
  /** Pairs of persons nothing is known about, and their share of all pairs. */
  ukjentePar: number;
  alleParPersoner: number;
  /** The density if there were contact in all pairs nothing is known about. */
  hoyesteTetthet: number | null;
  /** Share of what is said between two who have both answered that the other says too; null when nothing is said. */
  gjensidighet: number | null;
  /** What is said between two who have both answered. */
  sagtMellomSvart: number;
}

/**
 * Response rate, reciprocity and reach of the answers.
 *
 * par: pairs of persons in contact. piler: who said it of whom, after the choice of how often.
 */
export function svarAv(people: readonly Person[], round: Runde, arrows: readonly Kontakt[], pairs: number, regnes: Valg['regnes']): Svar {
  const known = new Set(people.map((person) => person.id));
  const asked = new Set(round.spurt.filter((id) => known.has(id)));
  const answered = new Set(round.svart.filter((id) => known.has(id)));
  const silent = known.size - answered.size;
  const all = (known.size * (known.size - 1)) / 2;
  const neither = (silent * (silent - 1)) / 2;
  const notBoth = all - (answered.size * (answered.size - 1)) / 2;
  const saidOf = new Set(arrows.map((one) => `${one.fra}\u0000${one.til}`));
  const among = arrows.filter((one) => answered.has(one.fra) && answered.has(one.til));
  const returned = among.filter((one) => saidOf.has(`${one.til}\u0000${one.fra}`)).length;
  const unknown = regnes === 'en' ? neither : notBoth;
  return {
    spurt: asked.size,
    svart: [...answered].filter((id) => asked.has(id)).length,
    prosent: asked.size > 0 ? [...answered].filter((id) => asked.has(id)).length / asked.size : null,
    ukjentePar: unknown,
    alleParPersoner: all,
    hoyesteTetthet: all > 0 ? Math.min(1, (pairs + unknown) / all) : null,
    gjensidighet: among.length > 0 ? returned / among.length : null,
    sagtMellomSvart: among.length,
  };
}
