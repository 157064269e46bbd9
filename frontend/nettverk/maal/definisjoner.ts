/**
 * Every measure in one sentence of plain bokmål, with its definition: weights, direction, and what happens with parts that
 * have no contact. Shown beside the numbers, in the report and on the page about the measures.
 */
interface Definisjon {
  id: string;
  navn: string;
  /** One sentence for anyone. */
  kort: string;
  /** How it is worked out. */
  regnes: string;
}

export const DEFINISJONER: readonly Definisjon[] = [
  { id: 'storrelse', navn: 'Størrelse', kort: 'Hvor mange som er med, og hvor mange par av dem som har kontakt.', regnes: 'Et par telles én gang, også når begge har oppgitt kontakten. Du velger selv om én eller begge må ha oppgitt den.' },
  { id: 'tetthet', navn: 'Tetthet', kort: 'Hvor stor del av alle mulige par som har kontakt.', regnes: 'Par med kontakt delt på alle par. Vekt og retning teller ikke. Med færre enn to personer er det ikke noe tall.' },
  { id: 'deler', navn: 'Deler', kort: 'Hvor mange grupper nettverket faller i når det ikke finnes noen vei mellom dem.', regnes: 'Sammenhengende komponenter uten retning. En person uten kontakt er en del for seg.' },
  { id: 'avstand', navn: 'Avstand', kort: 'Hvor mange ledd det i snitt er mellom to personer, der én er direkte kontakt.', regnes: 'Snittet av korteste vei, uten vekt og retning. Par uten vei holdes utenfor, og telles for seg.' },
  { id: 'diameter', navn: 'Diameter', kort: 'Hvor mange ledd det er mellom de to som har lengst vei til hverandre.', regnes: 'Den lengste av de korteste veiene innenfor en del, uten vekt og retning.' },
  { id: 'grad', navn: 'Antall kontakter', kort: 'Hvor mange andre en person har kontakt med.', regnes: 'Grad uten retning. «Nevnt av» og «nevner» teller hver retning for seg. «Styrke» er summen av vektene: daglig 20, ukentlig 4, månedlig 1, sjelden 0,25.' },
  { id: 'mellom', navn: 'Brobyggertall', kort: 'Hvor stor del av de korteste veiene mellom andre som går gjennom personen.', regnes: 'Mellomliggenhet fra 0 til 1, uten vekt og retning. Par uten vei gir ingenting. En brobygger er blant de fem høyeste, har minst 0,02 og kontakt ut av sin egen klynge.' },
  { id: 'naerhet', navn: 'Nærhet', kort: 'Hvor kort vei personen har til de andre.', regnes: 'Nærhetssentralitet fra 0 til 1, uten vekt og retning. I et delt nettverk ganges tallet med delen av de andre som kan nås.' },
  { id: 'klynger', navn: 'Klynger', kort: 'Grupper som har mer kontakt med hverandre enn med resten.', regnes: 'Louvain-metoden med vekt, uten retning. Den trekker lodd, men alltid de samme. Vi tar den beste av flere kjøringer. En person uten kontakt er ikke i noen klynge.' },
  { id: 'modularitet', navn: 'Modularitet', kort: 'Hvor tydelig klyngene er skilt, der 0 er ikke skilt i det hele tatt.', regnes: 'Vektet modularitet av klyngene.' },
  { id: 'gjensidighet', navn: 'Gjensidighet', kort: 'Hvor ofte to som begge har svart, sier det samme om at de har kontakt.', regnes: 'Oppgitte kontakter som den andre også oppgir, delt på alle oppgitte. Bare mellom to som har svart. Hvor ofte de møtes, kan være ulikt.' },
  { id: 'svar', navn: 'Svarprosent', kort: 'Hvor mange av dem som ble spurt, som svarte.', regnes: 'Svar delt på spurte. Ukjente par er par der ingen av de to har svart, eller der én mangler når begge må ha oppgitt kontakten.' },
  { id: 'tvers', navn: 'Kontakt på tvers', kort: 'Hvor stor del av kontakten som går mellom folk uten felles funksjon.', regnes: 'Par uten felles funksjon delt på alle par med kontakt der begge har en funksjon.' },
  { id: 'politikk', navn: 'Kontakt med politikere', kort: 'Hvor mange i administrasjonen som har kontakt med folkevalgte, og av hvilket slag.', regnes: 'Sett fra administrasjonen: det en folkevalgt sier at hun gir, er noe den andre får. Én person kan ha flere slag.' },
  { id: 'stjerne', navn: 'Likhet med stjerne', kort: 'Hvor mye av kontakten som samler seg hos én.', regnes: 'Freemans sentralisering av antall kontakter: 1 er en ren stjerne, 0 er at alle har like mange.' },
  { id: 'sirkel', navn: 'Likhet med sirkel', kort: 'Hvor mange som har nøyaktig to kontakter og kan gå uten at noen mister forbindelsen.', regnes: 'Andelen av alle: 1 er en ren sirkel. Målet er vårt eget.' },
  { id: 'kjede', navn: 'Likhet med kjede', kort: 'Hvor langstrakt nettverket er.', regnes: 'Diameteren delt på den lengste som er mulig: 1 er en ren kjede. En ren sirkel får omtrent en halv. Målet er vårt eget.' },
];

export const definisjon = (id: string): Definisjon => {
  const found = DEFINISJONER.find((one) => one.id === id);
  if (!found) throw new Error(`Ukjent mål: ${id}`);
  return found;
};
