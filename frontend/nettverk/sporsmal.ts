/** Questions for the group's talk that follow from the picture. The talk is half the point (moreforsking-2015, pages 16 and 24). */
import type { Tall } from './maal/alle';
import { liste, liten, tall } from './ordlyd';
import type { Prosjekt } from './typer';

const MOST_PAIRS = 3;

/** Pairs of functions with no contact at all, the largest first. */
export function hull(numbers: Tall, project: Prosjekt): { a: string; b: string }[] {
  const name = (id: string): string => project.funksjoner.find((one) => one.id === id)?.navn ?? id;
  return numbers.tvers.tabell
    .filter((one) => one.a !== one.b && one.mulige > 0 && one.par === 0)
    .sort((x, y) => y.mulige - x.mulige)
    .map(({ a, b }) => ({ a: name(a), b: name(b) }));
}

/** The questions, the general ones last. */
export function sporsmalAv(numbers: Tall, project: Prosjekt): string[] {
  const asked: string[] = [];
  const of = (ids: readonly { id: string }[]): string[] => ids.map((one) => numbers.nett.noder.find((node) => node.id === one.id)?.navn ?? one.id);
  const bridgers = numbers.noder.filter((node) => node.brobygger).sort((a, b) => b.mellom - a.mellom);
  if (bridgers.length > 0) {
    const one = bridgers.length === 1;
    asked.push(`${liste(of(bridgers))} ${one ? 'binder' : 'binder'} klyngene sammen. Hva skjer hvis ${one ? 'den personen' : 'en av dem'} er borte i tre måneder? Hvem andre kjenner begge sider?`);
  }
  const only = numbers.noder.filter((node) => node.eneste);
  if (only.length > 0) asked.push(`Noen når resten bare gjennom ${liste(of(only), 4)}. Er det slik dere vil ha det?`);
  const alone = numbers.noder.filter((node) => node.grad === 0);
  if (alone.length > 0 && numbers.par > 0) asked.push(`${liste(of(alone), 6)} har ingen kontakt så ofte. Hører de til i nettverket, eller mangler de noen å snakke med?`);
  if (numbers.klynger.antall > 1) asked.push('Kjenner dere igjen klyngene? Følger de bygg, enheter eller oppgaver? Hvor burde det vært mer kontakt mellom dem?');
  for (const { a, b } of hull(numbers, project).slice(0, MOST_PAIRS)) {
    asked.push(`Ingen med ${liten(a)} har kontakt med noen med ${liten(b)} så ofte. Trenger de det?`);
  }
  const { politikk, svar } = numbers;
  const discuss = politikk.slag.filter((one) => one.slag === 'politisk' || one.slag === 'faglig').every((one) => one.antall === 0);
  if (politikk.folkevalgte > 0 && discuss) asked.push('Ingen har oppgitt faglig eller politisk diskusjon med folkevalgte. Når snakker dere med politikerne om hva dere vil, og ikke bare om saker?');
  if (numbers.tetthet !== null && numbers.tetthet > 0.5 && numbers.antall > 5) asked.push('Mange har kontakt med mange. Er all kontakten nødvendig, eller kommer den av at ansvaret er uklart?');
  if (svar.gjensidighet !== null && svar.gjensidighet < 0.6) asked.push('Mange oppgir kontakt som den andre ikke oppgir. Ser dere ulikt på hva som er kontakt om boligsosialt arbeid?');
  if (svar.spurt > svar.svart) asked.push(`${tall(svar.spurt - svar.svart)} har ikke svart. Hvordan ville bildet sett ut med dem?`);
  asked.push('Hvem hører til i det boligsosiale nettverket hos dere? Hvem mangler i bildet, og hvem kunne vært utenfor?');
  asked.push('Hva vil dere først og fremst få til: bedre planer, eller bedre hjelp til den enkelte? Hvilken kontakt trengs til det?');
  asked.push('Har dere et fast sted å møtes? Hvem er ikke der?');
  return asked;
}
