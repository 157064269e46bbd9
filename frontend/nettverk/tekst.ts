/** What the picture shows and what it cannot, in words: for those who can't see it, for the report, and against reading too much in. */
import type { Tall } from './maal/alle';
import { antall, liste, liten, prosent, tall } from './ordlyd';
import { navnAvOfte, navnAvSlag } from './typer';
import type { Prosjekt, Runde, Valg } from './typer';

const NODES: Readonly<Record<Valg['vis'], readonly [string, string]>> = {
  person: ['person', 'personer'],
  enhet: ['enhet', 'enheter'],
  funksjon: ['funksjon', 'funksjoner'],
};
/** More names than this make a sentence no one reads. */
const MOST_NAMES = 6;

const nameOf = (numbers: Tall, id: string): string => numbers.nett.noder.find((node) => node.id === id)?.navn ?? id;

/** «mest tildeling av bolig og husleiekontrakter», or "" when no one has a function. */
function mostly(numbers: Tall, project: Prosjekt, cluster: number): string {
  const count = new Map<string, number>();
  for (const node of numbers.nett.noder) {
    if (numbers.klynger.av.get(node.id) !== cluster) continue;
    for (const id of node.funksjoner) count.set(id, (count.get(id) ?? 0) + 1);
  }
  const top = [...count].sort((a, b) => b[1] - a[1]).slice(0, 2);
  const names = top.map(([id]) => liten(project.funksjoner.find((one) => one.id === id)?.navn ?? id));
  return names.length > 0 ? `, mest ${liste(names)}` : '';
}

function holding(numbers: Tall, many: string): string {
  const { deler } = numbers;
  if (numbers.par === 0) return `Ingen av ${many} har kontakt så ofte.`;
  if (deler.antall === 1) return 'Alle kan nå hverandre, direkte eller gjennom andre.';
  const alone = deler.alene > 0 ? ` ${deler.alene === 1 ? 'Én av dem er noen' : `${tall(deler.alene)} av dem er noen`} uten kontakt så ofte.` : '';
  return `Nettverket faller i ${tall(deler.antall)} deler uten vei mellom seg. Den største har ${tall(deler.storst)}.${alone}`;
}

/** One sentence a cluster. */
function klyngetekst(numbers: Tall, project: Prosjekt, choice: Valg): string[] {
  const [one, more] = NODES[choice.vis];
  return Array.from({ length: Math.min(8, numbers.klynger.antall) }, (_, i) => {
    const size = numbers.nett.noder.filter((node) => numbers.klynger.av.get(node.id) === i + 1).length;
    const what = choice.vis === 'funksjon' ? '' : mostly(numbers, project, i + 1);
    return `Klynge ${i + 1} har ${antall(size, one, more)}${what}.`;
  });
}

/** The sentences on contact with the elected. */
export function politikktekst(numbers: Tall): string[] {
  const { politikk } = numbers;
  if (politikk.folkevalgte === 0) return ['Ingen i nettverket er ført opp som folkevalgt. Kontakten med politikere vises derfor ikke.'];
  if (politikk.medKontakt === 0) return ['Ingen i administrasjonen har kontakt med de folkevalgte så ofte.'];
  const said = politikk.slag.filter((one) => one.antall > 0).map((one) => `${tall(one.antall)} ${navnAvSlag(one.slag)}`);
  const share = `${tall(politikk.medKontakt)} av ${tall(politikk.andre)} i administrasjonen har kontakt med folkevalgte.`;
  const kinds = said.length > 0 ? [`Blant dem er det slik: ${liste(said)}.`] : [];
  const none = politikk.utenSlag > 0 ? [`${tall(politikk.utenSlag)} av dem har ikke oppgitt hva slags kontakt det er.`] : [];
  return [share, ...kinds, ...none];
}

/** What the picture shows. Each string is one short paragraph or list item. */
export function viserTekst(numbers: Tall, project: Prosjekt, round: Runde, choice: Valg): string[] {
  if (numbers.antall === 0) return ['Det er ingen i nettverket ennå. Gå til steget «Hvem er med».'];
  const [one, more] = NODES[choice.vis];
  const counted = choice.regnes === 'en' ? 'når minst én av dem har oppgitt den' : 'bare når begge har oppgitt den';
  const often = choice.minst === 'sjelden' ? 'all oppgitt kontakt' : `kontakt som er ${choice.minst === 'daglig' ? 'daglig' : `minst ${navnAvOfte(choice.minst)}`}`;
  const said = [
    `${project.oppdiktet ? 'Oppdiktet eksempel. ' : ''}Bildet viser ${often} mellom ${antall(numbers.antall, one, more)} i «${round.navn}». ${choice.slag ? `Bare kontakt av slaget «${navnAvSlag(choice.slag)}» er med. ` : ''}Kontakten regnes med ${counted}.`,
    holding(numbers, `de ${tall(numbers.antall)} ${more}`),
  ];
  if (numbers.par === 0) return said;
  said.push(`${tall(numbers.par)} av ${tall(numbers.alleParNoder)} mulige par har kontakt, altså ${prosent(numbers.tetthet)}. I snitt har hver ${tall(numbers.snittgrad, 1)} kontakter.`);
  said.push(`Mellom to som kan nå hverandre, er det i snitt ${tall(numbers.snittavstand, 1)} ledd. De to med lengst vei er ${tall(numbers.diameter)} ledd fra hverandre.`);
  said.push(numbers.klynger.antall < 2 ? 'Det er ingen tydelig deling i klynger.' : `Det er ${tall(numbers.klynger.antall)} klynger. ${klyngetekst(numbers, project, choice).join(' ')}`);
  const bridgers = numbers.noder.filter((node) => node.brobygger).sort((a, b) => b.mellom - a.mellom);
  if (bridgers.length > 0) said.push(`${bridgers.length === 1 ? 'Brobygger' : 'Brobyggere'} mellom klyngene er ${liste(bridgers.map((node) => nameOf(numbers, node.id)))}.`);
  const only = numbers.noder.filter((node) => node.eneste).map((node) => nameOf(numbers, node.id));
  if (only.length > 0) said.push(`Uten ${liste(only, MOST_NAMES)} mister noen forbindelsen med resten.`);
  if (numbers.tvers.andel !== null) said.push(`${prosent(numbers.tvers.andel)} av kontakten går mellom folk uten felles funksjon.`);
  said.push(politikktekst(numbers).join(' '));
  return said;
}

/** What no one can read out of it. The first three rest on the report (moreforsking-2015, pages 16, 17, 27 and 33). */
export function kanIkkeTekst(numbers: Tall): string[] {
  const { svar } = numbers;
  const missing = svar.spurt - svar.svart;
  const said = [
    'Ingen bilder av et nettverk er det riktige. Hva som er bra, kommer an på hva kommunen vil med arbeidet (Møreforsking 2015, s. 17).',
    'Hvem dere regnet med, avgjør hva bildet viser. De som ikke er spurt om, finnes ikke i det (s. 16).',
    'Mye kontakt er ikke det samme som god samordning. Den kan også komme av uklart ansvar (s. 27).',
  ];
  if (svar.spurt === 0) said.push('Ingen er ført opp som spurt. Da vet vi ikke hvor mange svar som mangler.');
  else if (missing > 0) {
    said.push(`${antall(missing, 'person har', 'personer har')} ikke svart. Om ${antall(svar.ukjentePar, 'par', 'par')} vet vi derfor ingenting. Viktige personer kan se ut som om de står utenfor.`);
  } else said.push('Alle som ble spurt, har svart.');
  if (svar.prosent !== null && svar.prosent < 0.7) said.push('Så mange svar mangler at dere bør snakke om bildet uten å trekke slutninger av det.');
  said.push('Klyngene er regnet ut. En annen metode kan dele nettverket på en annen måte.');
  return said;
}

/** Strengths and weaknesses of the ideal shapes as the authors see them (moreforsking-2015, pages 17–18). */
export const FORMTEKST = {
  stjerne: {
    navn: 'Stjerne',
    styrker: ['Én har tilgang til alt, og kan samordne det de andre trenger å vite.'],
    svakheter: [
      'Alle må gå gjennom den ene. Det er tungvint, og hun eller han kan holde folk fra hverandre.',
      'Den ene kan sile det som går videre, så noen mangler det de trenger.',
      'Mye henger på hvem den ene er. Slutter hun eller han, tar det lang tid å bygge opp oversikten igjen.',
    ],
  },
  sirkel: {
    navn: 'Sirkel',
    styrker: ['Alle når like mange direkte.'],
    svakheter: ['Det er flere ledd til den som er lengst unna.', 'Ingen har hele oversikten, og ingen kan samordne arbeidet.'],
  },
  kjede: {
    navn: 'Kjede',
    styrker: [] as string[],
    svakheter: ['Det er langt fra den ene enden til den andre.', 'Det er mange ledd der noe kan stoppe.', 'Ingen kan samordne, og ingen har hele oversikten.'],
  },
} as const;
export type Formnavn = keyof typeof FORMTEKST;
export const FORMNAVN = Object.keys(FORMTEKST) as Formnavn[];

/** Below this the likeness is not worth a word; our own limit. */
const LIKE = 0.5;

/** How like the network is to each shape, in words. */
export function formvurdering(numbers: Tall): string {
  if (!numbers.former) return 'Nettverket er for lite til å likne på noen av formene.';
  const ranked = FORMNAVN.map((name) => ({ name, value: numbers.former?.[name] ?? 0 })).sort((a, b) => b.value - a.value);
  const first = ranked[0] as { name: Formnavn; value: number };
  if (first.value < LIKE) return 'Nettverket likner lite på noen av de tre rene formene. Det er vanlig: forfatterne sier at virkelige nettverk sjelden er rene (s. 17).';
  return `Nettverket likner mest på en ${liten(FORMTEKST[first.name].navn)}. Det kan likevel ha trekk fra alle tre (s. 17).`;
}
