/** Planverkstedet and Dreieboka: two pages over the same plan. Nothing leaves the machine. */
import { erPost } from '../felles/lesing';
import { nettstedet } from '../felles/opphav';
import { startVerktoy } from '../felles/verktoy';
import { dokumentAv } from './kjerne/dokument';
import { TOMME_LISTER } from './kjerne/kjede';
import type { Lister } from './kjerne/kjede';
import { App } from './side/app';
import { rapportdokument, tegnApne, tegnLedere, tegnOkonomi, tegnRapport, tegnStatus, tegnTaMed } from './side/dreiebok';
import { tegnHent } from './side/hent';
import { tegnSjekk } from './side/sjekk';
import { tegnGrunnlag, tegnStart, tegnTiltak } from './side/steg';
import { tegnUt } from './side/ut';

/** The lists of the base, from a script the page loads before this one (macros/exports/planinnhold.py). */
function listene(): Lister {
  const given = (window as unknown as { kbPlanlister?: unknown }).kbPlanlister;
  return erPost(given) ? (given as unknown as Lister) : TOMME_LISTER;
}

startVerktoy('planverksted', (rot) => {
  const steg = [
    { id: 'start', navn: 'Åpne og lagre', tegn: tegnStart },
    { id: 'grunnlag', navn: 'Utfordringer og mål', tegn: tegnGrunnlag },
    { id: 'tiltak', navn: 'Strategier og tiltak', tegn: tegnTiltak },
    { id: 'hent', navn: 'Hent fra basen', tegn: tegnHent },
    { id: 'sjekk', navn: 'Sjekk planen', tegn: tegnSjekk },
    { id: 'ut', navn: 'Ta med', tegn: tegnUt },
  ];
  new App(rot, 'Planverkstedet', steg, listene(), (app) => dokumentAv(app.plan, app.lister, nettstedet()));
});

startVerktoy('dreieboka', (rot) => {
  const steg = [
    { id: 'start', navn: 'Åpne og lagre', tegn: tegnApne },
    { id: 'status', navn: 'Status', tegn: tegnStatus },
    { id: 'ledere', navn: 'Til ledelsen', tegn: tegnLedere },
    { id: 'okonomi', navn: 'Økonomi', tegn: tegnOkonomi },
    { id: 'rapport', navn: 'Rapport', tegn: tegnRapport },
    { id: 'ut', navn: 'Ta med', tegn: tegnTaMed },
  ];
  new App(rot, 'Dreieboka', steg, listene(), rapportdokument);
});
