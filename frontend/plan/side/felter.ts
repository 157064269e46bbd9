/** The form of a post, made from the table of its fields. A field is drawn once; typing changes nothing but the plan. */
import { felt as feltramme, lag } from '../../felles/dom';
import { fristAv, aarAv, kronerAv, oreAv, visFrist, visKroner, visOre } from '../kjerne/tall';
import { navnPaa } from '../kjerne/kjede';
import { tekstAv } from '../kjerne/sammenlign';
import { felterI, hodefelter, MAKS_LINJE, MAKS_TEKST, verdiAv } from '../kjerne/typer';
import type { Del, Felt, Hode, Verdi } from '../kjerne/typer';
import type { App } from './app';

type Sett = (verdi: Verdi) => void;

/** The id of the control of a field: what has the focus is found again by it. */
export const feltId = (del: string, id: string, felt: string): string => `pl-${del}-${id}-${felt}`;

/** The chosen fields of a post, in the order given. */
export function skjema(app: App, del: Del, post: { readonly id: string }, felter: readonly string[]): HTMLElement[] {
  return felter.map((navn) => {
    const felt = felterI(del).find((one) => one.navn === navn) as Felt;
    return kontroll(app, felt, verdiAv(post, navn), feltId(del, post.id, navn), (verdi) => app.gjor({ slags: 'endre', del, id: post.id, felt: navn, verdi }));
  });
}

export function hodeskjema(app: App, hode: Hode, felter: readonly string[]): HTMLElement[] {
  return felter.map((navn) => {
    const felt = hodefelter(hode).find((one) => one.navn === navn) as Felt;
    return kontroll(app, felt, verdiAv(app.plan[hode], navn), feltId(hode, 'hode', navn), (verdi) => app.gjor({ slags: 'hode', hode, felt: navn, verdi }));
  });
}

function kontroll(app: App, felt: Felt, verdi: Verdi, id: string, sett: Sett): HTMLElement {
  switch (felt.slag) {
    case 'tekst':
      return omrade(felt, String(verdi), id, sett);
    case 'linje':
      return linje(felt, String(verdi), id, sett);
    case 'dato':
      return dato(felt, String(verdi), id, sett);
    case 'valg':
      return valg(felt, felt.valg ?? [], String(verdi), id, sett);
    case 'ref':
      return valg(felt, mulige(app, felt.til as Del), String(verdi), id, sett);
    case 'liste':
      return avkryssinger(app, felt, verdi as readonly string[], id, sett);
    default:
      return tolket(felt, verdi, id, sett);
  }
}

function omrade(felt: Felt, verdi: string, id: string, sett: Sett): HTMLElement {
  const area = lag('textarea', { id, rows: verdi.length > 160 ? 5 : 2, maxlength: MAKS_TEKST, paa: { input: () => sett(area.value) } });
  area.value = verdi;
  return feltramme(felt.tittel, area, felt.hjelp);
}

function linje(felt: Felt, verdi: string, id: string, sett: Sett): HTMLElement {
  const input = lag('input', { type: 'text', id, autocomplete: 'off', maxlength: MAKS_LINJE, paa: { input: () => sett(input.value) } });
  input.value = verdi;
  return feltramme(felt.tittel, input, felt.hjelp);
}

function dato(felt: Felt, verdi: string, id: string, sett: Sett): HTMLElement {
  const input = lag('input', { type: 'date', id, min: '1990-01-01', max: '2199-12-31', paa: { change: () => sett(fristAv(input.value) ?? '') } });
  input.value = verdi;
  return feltramme(felt.tittel, input, felt.hjelp);
}

function valg(felt: Felt, options: readonly (readonly [string, string])[], verdi: string, id: string, sett: Sett): HTMLElement {
  const select = lag('select', { id, paa: { change: () => sett(select.value) } }, ...[['', 'Ikke valgt'] as const, ...options].map(([key, text]) => lag('option', { value: key }, text)));
  select.value = verdi;
  return feltramme(felt.tittel, select, felt.hjelp);
}

const kort = (tekst: string): string => (tekst.length > 80 ? `${tekst.slice(0, 77)}…` : tekst || 'uten tekst');
const mulige = (app: App, del: Del): [string, string][] => (app.plan[del] as readonly { readonly id: string }[]).map((post, i) => [post.id, `${i + 1}. ${kort(tekstAv(del, post))}`]);

/** A field whose text must be understood: a year, a day, an amount. What can't be is said, and nothing is changed. */
function tolket(felt: Felt, verdi: Verdi, id: string, sett: Sett): HTMLElement {
  const [read, show, hint] = TOLKERE[felt.slag as keyof typeof TOLKERE] as [(tekst: string) => Verdi | undefined, (verdi: Verdi) => string, string];
  const [low, high] = felt.spenn ?? [0, 0];
  const wrong = lag('p', { klasse: 'pl-feil', id: `${id}-feil`, role: 'alert' });
  const input = lag('input', { type: 'text', id, autocomplete: 'off', maxlength: 40, inputmode: felt.slag === 'frist' ? null : 'decimal', paa: { input: () => {
    const value = read(input.value);
    const fits = value !== undefined && (felt.spenn === undefined || value === null || (Number(value) >= low && Number(value) <= high));
    wrong.textContent = fits ? '' : `Skriv ${felt.spenn ? `et helt tall fra ${low} til ${high}` : hint}. Det du har skrevet, er ikke lagret ennå.`;
    input.setAttribute('aria-invalid', String(!fits));
    if (fits) sett(value);
  } } });
  input.value = verdi === null || verdi === '' ? '' : show(verdi);
  const frame = feltramme(felt.tittel, input, felt.hjelp);
  input.setAttribute('aria-describedby', `${input.getAttribute('aria-describedby') ?? ''} ${wrong.id}`.trim());
  frame.append(wrong);
  return frame;
}

const heltall = (tekst: string): number | null | undefined => (tekst.trim() === '' ? null : /^\d{1,9}$/.test(tekst.trim().replace('%', '').trim()) ? Number(tekst.replace('%', '')) : undefined);
const TOLKERE = {
  aar: [aarAv, String, 'et år, som 2028'],
  tall: [heltall, String, 'et helt tall'],
  kroner: [kronerAv, (verdi: Verdi) => visKroner(Number(verdi)), 'hele kroner, som 1 200 000'],
  ore: [oreAv, (verdi: Verdi) => visOre(Number(verdi)), 'et beløp, som 1 200 000 eller 150,50'],
  frist: [fristAv, (verdi: Verdi) => visFrist(String(verdi)), 'et år, som 2028, eller en dato, som 1.6.2028'],
} as const;

/** Groups or duties to tick; folded, with what is ticked in the heading. */
function avkryssinger(app: App, felt: Felt, verdi: readonly string[], id: string, sett: Sett): HTMLElement {
  const all = felt.til === 'malgrupper' ? app.lister.malgrupper.map((one) => one.id) : app.lister.plikter.map((one) => one.id);
  const chosen = new Set(verdi);
  const summary = lag('summary', { id });
  const name = (): void => {
    const names = [...chosen].map((one) => navnPaa(app.lister, felt.til, one));
    summary.textContent = `${felt.tittel}: ${names.length === 0 ? 'ingen valgt' : names.length > 3 ? `${names.length} valgt` : names.join(', ')}`;
  };
  name();
  const details = lag('details', { klasse: 'pl-avkryssing' }, summary);
  details.addEventListener('toggle', () => {
    if (!details.open || details.childElementCount > 1) return;
    details.append(lag('div', { klasse: 'pl-avkryssing__valg', role: 'group', 'aria-label': felt.tittel }, ...[...new Set([...all, ...chosen])].map((one) => {
      const box = lag('input', { type: 'checkbox', id: `${id}-${one}`, paa: { change: () => {
        if (box.checked) chosen.add(one);
        else chosen.delete(one);
        name();
        sett([...chosen]);
      } } });
      box.checked = chosen.has(one);
      return lag('label', { klasse: 'vk-kryss' }, box, ` ${navnPaa(app.lister, felt.til, one)}`);
    })));
  });
  return details;
}
