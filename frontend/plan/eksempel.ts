/** An example plan for a municipality that does not exist, to try the tools with. All in it is made up, and says so. */
import { utfor } from './kjerne/kommando';
import { tomPlan } from './kjerne/typer';
import type { Del, Plan, Verdi } from './kjerne/typer';

type Verdier = Readonly<Record<string, Verdi>>;

/** Puts the posts in; `under` names the field that points at what they stand under. */
function med(plan: Plan, del: Del, poster: readonly Verdier[]): Plan {
  return poster.reduce((now, verdier) => utfor(now, { slags: 'ny', del, verdier }), plan);
}

export function eksempelplan(id: string): Plan {
  const head: Verdier = {
    tittel: 'Oppdiktet eksempel: boligsosial plan for Diktvik', kommune: 'Diktvik (finnes ikke)', fra: 2027, til: 2030, status: 'utkast', sidegrense: 30,
    innledning: 'Diktvik er funnet på, og alle tall er funnet på. Planen viser hvordan en kort plan kan bygges opp.',
    arbeidet: 'En arbeidsgruppe fra boligkontoret, Nav og helse skrev utkastet. Brukerrådet leste det to ganger.',
    oppfolging: 'Kommunedirektøren legger fram status for kommunestyret hvert halvår.',
  };
  const empty = Object.entries(head).reduce((now, [felt, verdi]) => utfor(now, { slags: 'hode', hode: 'plan', felt, verdi }), tomPlan(id));
  const chain = [
    ['utfordringer', [
      { tekst: 'Familier med barn bor lenge i midlertidige boliger.', tall: '9 familier i mer enn tre måneder (oppdiktet)', kilde: 'Oversikten over boligbehovet (oppdiktet)' },
      { tekst: 'Folk mister boligen fordi de ikke får hjelp tidlig nok.', tall: '14 utkastelser (oppdiktet)', kilde: 'Oversikten over boligbehovet (oppdiktet)' },
    ]],
    ['maal', [
      { tekst: 'Ingen barn bor i midlertidig bolig etter 2028.', utfordring: 'u1', maaling: 'Telling 1. desember hvert år' },
      { tekst: 'Halvparten så mange mister boligen i 2030 som i 2026.', utfordring: 'u2', maaling: 'Tall fra namsmannen' },
    ]],
    ['strategier', [
      { tekst: 'Skaffe flere boliger som passer for familier', maal: 'm3', behandling: 'politisk', prioritet: '1', fra: 2027, til: 2029, malgrupper: ['barnefamilier'], plikter: ['bsl-egnede-mal'] },
      { tekst: 'Komme tidlig inn når husleia ikke betales', maal: 'm4', behandling: 'administrativ', prioritet: '1', fra: 2027, til: 2030, malgrupper: ['okonomisk-vanskeligstilte'], plikter: ['bsl-bistand'] },
      { tekst: 'Samle ansvaret på ett sted', maal: 'm4', behandling: 'administrativ', prioritet: '2', fra: 2027, til: 2027, malgrupper: ['vanskeligstilte'], plikter: ['bsl-samordning', 'bsl-samarbeid'] },
    ]],
    ['tiltak', [
      { tekst: 'Kjøpe fire boliger med minst tre soverom', strategi: 's5', ansvarlig: 'Eiendomssjefen', frist: '2029', kostnad: 'kjent', kroner: 16000000, per: 'totalt', kostnad_fra: 2027, kostnad_til: 2029, belopsslag: 'investering', malgrupper: ['barnefamilier'], opphav: 'ny', tilstand: 'pagar', framdrift: 25, framdrift_av: '1 av 4 boliger', neste: 'Se på to hus i sentrum', hvem: 'Eiendomssjefen', oppdatert: '2027-06-15' },
      { tekst: 'Spørre private utleiere om avtaler for fem år', strategi: 's5', ansvarlig: 'Boligkonsulenten', frist: '2028-06-01', kostnad: 'ukjent', malgrupper: ['barnefamilier'], opphav: 'ny', tilstand: 'ikke_startet', avvik: 'Skulle begynne i mars', grunn: 'Stillingen sto tom', neste: 'Lage utkast til avtale', hvem: 'Boligkonsulenten', avgjores: 'Kommunestyret: skal kommunen garantere for husleia?', oppdatert: '2027-06-15' },
      { tekst: 'Ringe leieren innen en uke når husleia mangler', strategi: 's6', ansvarlig: 'Boligkonsulenten', frist: '2027', kostnad: 'ingen', malgrupper: ['okonomisk-vanskeligstilte'], opphav: 'viderefort', tilstand: 'gjennomfort', framdrift: 100, framdrift_av: 'rutinen er i bruk', oppdatert: '2027-06-15' },
      { tekst: 'Gi råd om økonomi hjemme hos folk', strategi: 's6', ansvarlig: 'Nav-lederen', frist: '2028', kostnad: 'kjent', kroner: 450000, per: 'ar', kostnad_fra: 2027, kostnad_til: 2030, belopsslag: 'drift', opphav: 'ny', tilstand: 'pagar', neste: 'Ansette', hvem: 'Nav-lederen', oppdatert: '2027-06-15' },
      { tekst: 'Ett møte hver uke der boligsaker på tvers blir avgjort', strategi: 's7', ansvarlig: 'Kommunalsjefen for helse', frist: '2027-09-01', kostnad: 'ingen', plikter: ['bsl-samarbeid'], opphav: 'ny', tilstand: 'pagar', neste: 'Skrive mandat', hvem: 'Kommunalsjefen for helse', oppdatert: '2027-06-15' },
    ]],
    ['okonomi', [
      { tiltak: 't8', post: 'Kjøp av boliger', aar: 2027, pengekilde: 'kommunen', budsjett: 320000000, regnskap: 295000000 },
      { tiltak: 't8', post: 'Kjøp av boliger', aar: 2027, pengekilde: 'husbanken', budsjett: 80000000, regnskap: 74000000 },
      { tiltak: 't11', post: 'Rådgiver, halv stilling', aar: 2027, pengekilde: 'kommunen', budsjett: 22500000, regnskap: 11250050 },
      { tiltak: 't11', post: 'Rådgiver, halv stilling', aar: 2027, pengekilde: 'staten', budsjett: 22500000, regnskap: 11250050 },
    ]],
  ] as const;
  return chain.reduce((now, [del, poster]) => med(now, del, poster), empty);
}
