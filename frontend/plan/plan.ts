/** Planverkstedet and Dreieboka: two pages over the same plan. Nothing leaves the machine. */
import type { Dokument } from '../eksport/typer';
import { erPost } from '../felles/lesing';
import { nettstedet } from '../felles/opphav';
import { startVerktoy } from '../felles/verktoy';
import { dokumentAv } from './kjerne/dokument';
import { TOMME_LISTER } from './kjerne/kjede';
import type { Lister } from './kjerne/kjede';
import { App } from './side/app';
import type { Steg } from './side/app';
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

/** One of the two pages: its name, its steps in order, and what it makes to print and take along. */
function startSide(id: string, navn: string, steg: readonly [id: string, navn: string, tegn: Steg['tegn']][], dokument: (app: App) => Dokument): void {
  startVerktoy(id, (rot) => new App(rot, navn, steg.map(([one, title, tegn]) => ({ id: one, navn: title, tegn })), listene(), dokument));
}

startSide('planverksted', 'Planverkstedet', [
  ['start', 'Åpne og lagre', tegnStart],
  ['grunnlag', 'Utfordringer og mål', tegnGrunnlag],
  ['tiltak', 'Strategier og tiltak', tegnTiltak],
  ['hent', 'Hent fra basen', tegnHent],
  ['sjekk', 'Sjekk planen', tegnSjekk],
  ['ut', 'Ta med', tegnUt],
], (app) => dokumentAv(app.plan, app.lister, nettstedet()));

startSide('dreieboka', 'Dreieboka', [
  ['start', 'Åpne og lagre', tegnApne],
  ['status', 'Status', tegnStatus],
  ['ledere', 'Til ledelsen', tegnLedere],
  ['okonomi', 'Økonomi', tegnOkonomi],
  ['rapport', 'Rapport', tegnRapport],
  ['ut', 'Ta med', tegnTaMed],
], rapportdokument);
