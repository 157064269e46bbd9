/** Nettverksverkstedet: a municipality's own network survey, from who is asked to the report. Nothing leaves the machine. */
import { startVerktoy } from '../felles/verktoy';
import { tomtProsjekt } from './eksempeldata';
import { App } from './side/app';
import { tegnBildesteg } from './side/bilde';
import { tegnForog } from './side/forog';
import { tegnHvaom } from './side/hvaom';
import { tegnHvem } from './side/hvem';
import { tegnRapport } from './side/rapport';
import { tegnSkjema } from './side/skjema';
import { tegnStart } from './side/start';
import { tegnSvar } from './side/svar';

function start(root: HTMLElement): void {
  const prosjekt = tomtProsjekt();
  const app = new App(root, {
    prosjekt,
    nokkel: new Map(),
    koder: true,
    runde: prosjekt.runder[0]?.id ?? '',
    valg: { minst: 'ukentlig', regnes: 'en', vis: 'person' },
    storrelse: 'kontakter',
    holdPlass: false,
    framhevet: null,
    steg: 'start',
    skjema: { kommune: '', kontakt: '', frist: '', slettes: '', grense: 1 },
    endringer: [],
    forrige: '',
    bareBegge: false,
    ulagret: false,
  });
  app.tegnere = { start: tegnStart, hvem: tegnHvem, skjema: tegnSkjema, svar: tegnSvar, bilde: tegnBildesteg, hvaom: tegnHvaom, forog: tegnForog, rapport: tegnRapport };
  app.tegn();
}

startVerktoy('nettverksverksted', start);
