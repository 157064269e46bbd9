/** An example to try the tool on. Everything in it is invented, by drawing lots with a fixed seed, and it says so. */
import { FUNKSJONER_2015 } from './funksjoner';
import { nyKode } from './koder';
import { fastTilfeldig } from './maal/klynger';
import { FORMAT, VERSJON } from './typer';
import type { Kontakt, Ofte, Person, Prosjekt, Rolle, Runde, Slag } from './typer';

/** Function, unit, role; a person may have a second function. */
const PEOPLE: readonly (readonly [string[], string, Rolle])[] = [
  [['tje'], 'Helse og omsorg', 'leder'], [['tje'], 'Helse og omsorg', 'saksbehandler'], [['tje'], 'Helse og omsorg', 'saksbehandler'],
  [['tje'], 'Helse og omsorg', 'saksbehandler'], [['tje'], 'Helse og omsorg', 'saksbehandler'], [['tje'], 'Barnevern', 'saksbehandler'],
  [['til'], 'Tildelingskontoret', 'leder'], [['til'], 'Tildelingskontoret', 'saksbehandler'], [['til', 'hus'], 'Tildelingskontoret', 'saksbehandler'],
  [['oko'], 'Nav', 'leder'], [['oko'], 'Nav', 'saksbehandler'], [['oko', 'til'], 'Nav', 'saksbehandler'], [['oko'], 'Nav', 'saksbehandler'],
  [['hus'], 'Eiendom', 'saksbehandler'], [['dri'], 'Eiendom', 'leder'], [['dri'], 'Eiendom', 'saksbehandler'], [['fra', 'dri'], 'Eiendom', 'saksbehandler'],
  [['utb'], 'Eiendom', 'saksbehandler'], [['fra'], 'Økonomi', 'saksbehandler'], [['are'], 'Plan', 'leder'], [['are'], 'Plan', 'saksbehandler'],
  [['sam', 'bos'], 'Plan', 'saksbehandler'], [['bos'], 'Kommunedirektøren', 'leder'], [['sam'], 'Kommunedirektøren', 'saksbehandler'],
  [['pol'], 'Kommunestyret', 'folkevalgt'], [['pol'], 'Kommunestyret', 'folkevalgt'], [['pol'], 'Helseutvalget', 'folkevalgt'],
];
/** Which world a function belongs to; within one there is more contact. */
const WORLD: Readonly<Record<string, number>> = { tje: 0, til: 0, oko: 0, hus: 1, dri: 1, fra: 1, utb: 1, are: 2, sam: 2, bos: 2, pol: 3 };
const SILENT = new Set([3, 12, 17, 25]);

function people(): Person[] {
  const made: Person[] = [];
  for (const [funksjoner, enhet, rolle] of PEOPLE) made.push({ id: nyKode(funksjoner[0], new Set(made.map((one) => one.id.toLowerCase()))), funksjoner: [...funksjoner], enhet, rolle });
  return made;
}

function often(draw: number, near: number): Ofte | null {
  const limits: readonly (readonly [Ofte, number])[] = [['daglig', 0.3], ['ukentlig', 0.62], ['manedlig', 0.85], ['sjelden', 1]];
  return limits.find(([, limit]) => draw < limit * near)?.[0] ?? null;
}

/** One survey; `across` is how much contact there is between the worlds. Most of what one says, the other says too. */
function round(id: string, navn: string, dato: string, seed: number, across: number, all: readonly Person[]): Runde {
  const chance = fastTilfeldig(seed);
  const kontakter: Kontakt[] = [];
  const silent = new Set([...SILENT].map((index) => (all[index] as Person).id));
  all.forEach((a, i) => {
    for (const b of all.slice(i + 1)) {
      const draw = chance();
      const worlds = [WORLD[a.funksjoner[0] as string], WORLD[b.funksjoner[0] as string]];
      const linked = a.funksjoner.length > 1 || b.funksjoner.length > 1 || (a.rolle === 'leder' && b.rolle === 'leder');
      const ofte = often(draw, worlds[0] === worlds[1] ? 0.8 : linked ? across : across * 0.12);
      const political = worlds.includes(3) && worlds[0] !== worlds[1];
      for (const [fra, til] of [[a, b], [b, a]] as const) {
        const [agrees, kind] = [chance(), chance()];
        if (!ofte || silent.has(fra.id) || agrees > 0.85) continue;
        const slag: Slag[] = political ? (kind < 0.6 ? ['gir_info'] : kind < 0.85 ? ['gir_info', 'far_info'] : ['faglig']) : [];
        kontakter.push({ fra: fra.id, til: til.id, ofte, ...(slag.length > 0 ? { slag } : {}) });
      }
    }
  });
  const svart = all.map((person) => person.id).filter((person) => !silent.has(person));
  return { id, navn, dato, spurt: all.map((person) => person.id), svart, kontakter };
}

/** The invented municipality: 27 persons, two surveys. Made anew each time, so that no one changes it for the next. */
export function eksempelprosjekt(): Prosjekt {
  const all = people();
  return {
    format: FORMAT,
    versjon: VERSJON,
    tittel: 'Oppdiktet kommune',
    oppdiktet: true,
    funksjoner: FUNKSJONER_2015.map((one) => ({ ...one })),
    personer: all,
    runder: [round('runde-1', 'Første runde (oppdiktet)', '2025', 7, 0.2, all), round('runde-2', 'Andre runde (oppdiktet)', '2026', 7, 0.36, all)],
  };
}

/** A new, empty project with the report's functions as a start. */
export function tomtProsjekt(): Prosjekt {
  return {
    format: FORMAT,
    versjon: VERSJON,
    tittel: 'Nettverket vårt',
    funksjoner: FUNKSJONER_2015.map((one) => ({ ...one })),
    personer: [],
    runder: [{ id: 'runde-1', navn: 'Første runde', spurt: [], svart: [], kontakter: [] }],
  };
}
