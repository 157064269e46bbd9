/** The checklist as a file, and back. docs/verktoy/sjekkliste.schema.json says the same for others. */
import { Leser, postAv, erPost, utenTomme } from '../felles/lesing';
import { erTomt, FORMAT, MAKS_LINJE, MAKS_TEKST, SVAR, tomSjekkliste, tomtSvar, VERSJON } from './typer';
import type { Sjekkliste, Svar, Svarverdi } from './typer';

/** The file, with two spaces of indent so that people can read it too. */
export function filAv(liste: Sjekkliste): string {
  const svar = [...liste.svar].filter(([, one]) => !erTomt(one)).map(([krav, one]) => ({ krav, ...utenTomme(one) }));
  const oppgaver = [...liste.oppgaver].map(([oppgave, one]) => ({ oppgave, ...utenTomme(one) })).filter((one) => Object.keys(one).length > 1);
  const vei = { ...(liste.vedtak ? { vedtak: liste.vedtak } : {}), ...(oppgaver.length > 0 ? { oppgaver } : {}) };
  return `${JSON.stringify({ format: FORMAT, versjon: VERSJON, ...(liste.kommune ? { kommune: liste.kommune } : {}), svar, ...(Object.keys(vei).length > 0 ? { vei } : {}) }, null, 2)}\n`;
}

/**
 * The checklist in a file, and what of it could not be used. A demand the page no longer has is kept.
 *
 * Raises Lesefeil when it is no checklist at all.
 */
export function lesFil(tekst: string): { liste: Sjekkliste; feil: string[] } {
  const post = postAv(tekst, FORMAT, 'sjekklista');
  const leser = new Leser();
  const liste = tomSjekkliste();
  liste.kommune = leser.tekst(post, 'kommune', '', MAKS_LINJE);
  for (const { post: one, sted } of leser.liste(post, 'svar', 200)) {
    const id = leser.id(one, 'krav', `${sted}.`);
    if (!id) continue;
    if (liste.svar.has(id)) leser.feil.push(`${sted}: «${id}» står to ganger. Det siste gjelder.`);
    const svar: Svar = {
      ...tomtSvar(leser.tekst(one, 'tittel', `${sted}.`, MAKS_LINJE)),
      svar: verdi(one['svar'], sted, leser),
      viser: leser.tekst(one, 'viser', `${sted}.`, MAKS_TEKST),
      mangler: leser.tekst(one, 'mangler', `${sted}.`, MAKS_TEKST),
      hvem: leser.tekst(one, 'hvem', `${sted}.`, MAKS_LINJE),
      naar: leser.dato(one, 'naar', `${sted}.`),
    };
    liste.svar.set(id, svar);
  }
  const vei = post['vei'];
  if (vei !== undefined && !erPost(vei)) leser.feil.push('vei skal være et objekt.');
  if (erPost(vei)) {
    liste.vedtak = leser.dato(vei, 'vedtak', 'vei.');
    for (const { post: one, sted } of leser.liste(vei, 'oppgaver', 100)) {
      const id = leser.id(one, 'oppgave', `${sted}.`);
      if (id) liste.oppgaver.set(id, { naar: leser.dato(one, 'naar', `${sted}.`), hvem: leser.tekst(one, 'hvem', `${sted}.`, MAKS_LINJE), ferdig: one['ferdig'] === true });
    }
  }
  return { liste, feil: leser.feil };
}

function verdi(value: unknown, sted: string, leser: Leser): Svarverdi | '' {
  if (value === undefined) return '';
  const known = SVAR.find(([key]) => key === value);
  if (!known) leser.feil.push(`${sted}.svar skal være ja, delvis, nei eller vet_ikke.`);
  return known?.[0] ?? '';
}
