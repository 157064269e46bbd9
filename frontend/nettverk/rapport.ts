/** The report as a Word document. Plain data in, plain data out: the pictures are made by the page and handed in. */
import type { Blokk, Dokument } from '../eksport/typer';
import { definisjon } from './maal/definisjoner';
import type { Tall } from './maal/alle';
import { liste, prosent, tall } from './ordlyd';
import { sammenlign, visEndring, visMaal, MAAL } from './sammenlign';
import type { Endringer } from './sammenlign';
import { sporsmalAv } from './sporsmal';
import { FORMNAVN, FORMTEKST, formvurdering, kanIkkeTekst, viserTekst } from './tekst';
import { navnAvOfte, navnAvSlag } from './typer';
import type { Prosjekt, Runde, Valg } from './typer';

export interface Figur {
  png: Blob;
  bredde: number;
  hoyde: number;
}

export interface Rapportdata {
  prosjekt: Prosjekt;
  runde: Runde;
  valg: Valg;
  tall: Tall;
  bilde: Figur | null;
  /** Explains signs and lines of the picture; stands below it. */
  tegnforklaring: readonly string[];
  /** The earlier round, when there is one to compare with. */
  forrige?: { runde: Runde; tall: Tall; endringer: Endringer; bareBegge: boolean };
  /** The five municipalities of 2015 with the reader's own below. */
  kommuner: { kolonner: string[]; rader: string[][] } | null;
  /** Whether the table with each person is part of it. */
  personer: boolean;
  dato: string;
}

const heading = (tekst: string, niva: 1 | 2 = 1): Blokk => ({ slags: 'overskrift', niva, tekst });
const paragraph = (tekst: string): Blokk => ({ slags: 'avsnitt', tekst });
const list = (punkter: readonly string[]): Blokk => ({ slags: 'liste', punkter });

function measures(numbers: Tall): Blokk[] {
  const rows = MAAL.map(([id, navn, decimals, value]) => [navn, visMaal(value(numbers), decimals), definisjon(id).kort]);
  const definitions = [...new Set(MAAL.map(([id]) => id))].map((id) => [definisjon(id).navn, definisjon(id).regnes]);
  return [
    heading('Tallene'),
    { slags: 'tabell', kolonner: ['Mål', 'Tall', 'Hva det er'], rader: rows, bredder: [28, 14, 58] },
    heading('Slik er tallene regnet ut', 2),
    { slags: 'tabell', kolonner: ['Mål', 'Utregning'], rader: definitions, bredder: [26, 74] },
  ];
}

function shapes(numbers: Tall): Blokk[] {
  const rows = FORMNAVN.map((name) => {
    const shape = FORMTEKST[name];
    return [shape.navn, tall(numbers.former?.[name], 2), shape.styrker.join(' ') || 'Forfatterne ser ingen styrker.', shape.svakheter.join(' ')];
  });
  return [
    heading('Likhet med stjerne, sirkel og kjede'),
    paragraph(formvurdering(numbers)),
    { slags: 'tabell', kolonner: ['Form', 'Likhet (0–1)', 'Styrker', 'Svakheter'], rader: rows, bredder: [12, 14, 30, 44] },
    paragraph('Styrker og svakheter er forfatternes vurdering, gjengitt med våre ord (Møreforsking 2015, s. 17–18). Målet på likhet er verktøyets eget.'),
  ];
}

function people(numbers: Tall): Blokk[] {
  const rows = numbers.noder.map((node, i) => {
    const role = [node.brobygger ? 'brobygger' : '', node.eneste ? 'eneste vei for noen' : ''].filter((text) => text).join(', ');
    return [numbers.nett.noder[i]?.navn ?? node.id, node.grad, tall(node.mellom, 3), tall(node.naerhet, 3), node.klynge === 0 ? 'ingen' : node.klynge, role];
  });
  return [heading('Hver for seg'), { slags: 'tabell', kolonner: ['Kode', 'Kontakter', 'Brobyggertall', 'Nærhet', 'Klynge', 'Merknad'], rader: rows }];
}

function beforeAfter(data: Rapportdata): Blokk[] {
  const { forrige } = data;
  if (!forrige) return [];
  const rows = sammenlign(forrige.tall, data.tall).map((row) => [row.navn, visMaal(row.for, row.desimaler), visMaal(row.etter, row.desimaler), visEndring(row)]);
  const pairs = (list: readonly [string, string][]): string => liste(list.map((pair) => pair.join('–')), 12) || 'ingen';
  const scope = forrige.bareBegge ? 'Bare de som svarte begge gangene, er regnet med.' : 'Alle er regnet med. Ulik svarprosent kan se ut som endring.';
  return [
    heading('Før og etter'),
    paragraph(`«${forrige.runde.navn}» er satt ved siden av «${data.runde.navn}». ${scope}`),
    { slags: 'tabell', kolonner: ['Mål', forrige.runde.navn, data.runde.navn, 'Endring'], rader: rows },
    list([`Nye kontakter: ${pairs(forrige.endringer.nye)}.`, `Kontakter som er borte: ${pairs(forrige.endringer.borte)}.`]),
  ];
}

function municipalities(data: Rapportdata): Blokk[] {
  if (!data.kommuner) return [];
  return [
    heading('Fem kommuner i 2015, og dere'),
    paragraph('Tallene er slik de er trykt (Møreforsking 2015, s. 24–26). Antall svar tar med dem som svarte «vet ikke»; gjennomsnittet gjør ikke det. Forfatterne sier at ingen bilder av et nettverk er det riktige (s. 17), og et høyt tall er ikke et mål i seg selv.'),
    { slags: 'tabell', ...data.kommuner },
  ];
}

/** The whole report. */
export function rapportAv(data: Rapportdata): Dokument {
  const { prosjekt, runde, valg, tall: numbers } = data;
  const invented = prosjekt.oppdiktet ? [paragraph('Alt i denne rapporten er oppdiktet. Den viser bare hvordan verktøyet virker.')] : [];
  const codes = prosjekt.navn ? 'Rapporten har navn. Del den bare med dem som skal se den.' : 'Personene står med kode. Den som har kodelista, kan likevel se hvem de er. Del ikke kodelista sammen med rapporten.';
  const picture: Blokk[] = data.bilde
    ? [{ slags: 'bilde', ...data.bilde, alternativtekst: `Bilde av nettverket. ${viserTekst(numbers, prosjekt, runde, valg).slice(0, 4).join(' ')}`.slice(0, 900) }, paragraph(data.tegnforklaring.join(' '))]
    : [];
  const kinds = numbers.politikk.slag.map((one) => [navnAvSlag(one.slag), one.antall]);
  return {
    tittel: `Nettverksundersøkelse: ${prosjekt.tittel}`,
    undertittel: `${runde.navn}. Kontakt ${valg.minst === 'sjelden' ? 'av alle slag' : `minst ${navnAvOfte(valg.minst)}`}. Laget ${data.dato}.`,
    innhold: false,
    bunntekst: `Nettverksverkstedet – ${prosjekt.tittel}`,
    blokker: [
      ...invented,
      paragraph(codes),
      heading('Hva bildet viser'),
      ...picture,
      list(viserTekst(numbers, prosjekt, runde, valg)),
      heading('Hva bildet ikke kan vise'),
      list(kanIkkeTekst(numbers)),
      heading('Til samtalen'),
      paragraph('Samtalen om hvem som hører til og hva som mangler, er like mye verdt som bildet. Ta spørsmålene ett for ett, og skriv ned det dere blir enige om.'),
      { slags: 'liste', punkter: sporsmalAv(numbers, prosjekt), nummerert: true },
      ...measures(numbers),
      ...shapes(numbers),
      heading('Kontakt med politikere'),
      paragraph(numbers.politikk.folkevalgte > 0 ? `${numbers.politikk.medKontakt} av ${numbers.politikk.andre} i administrasjonen har kontakt med folkevalgte. Den som ikke har svart, kan mangle her.` : 'Ingen i nettverket er ført opp som folkevalgt.'),
      { slags: 'tabell', kolonner: ['Slag kontakt', 'Antall i administrasjonen'], rader: kinds },
      heading('Svarene'),
      paragraph(`${tall(numbers.svar.svart)} av ${tall(numbers.svar.spurt)} spurte har svart, altså ${prosent(numbers.svar.prosent)}. Om ${tall(numbers.svar.ukjentePar)} av ${tall(numbers.svar.alleParPersoner)} par vet vi ingenting. Tettheten kan derfor være opptil ${prosent(numbers.svar.hoyesteTetthet)}.`),
      ...beforeAfter(data),
      ...municipalities(data),
      ...(data.personer ? people(numbers) : []),
      heading('Kilde'),
      paragraph('Ideen, funksjonene, de tre formene og forbeholdene er hentet fra Møreforskings notat 6/2015 om å koordinere det fragmenterte, side 16–38.'),
    ],
  };
}
