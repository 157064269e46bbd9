/** Step «Bilde og tall»: the picture, the text beside it, and the tables. */
import { definisjon } from '../maal/definisjoner';
import type { Tall } from '../maal/alle';
import { antall, liste, prosent, tall } from '../ordlyd';
import { lagPust } from '../pust';
import { MAAL, visMaal } from '../sammenlign';
import { hull, sporsmalAv } from '../sporsmal';
import { bildeAv } from '../tegning/bilde';
import type { Bilde, Storrelse } from '../tegning/bilde';
import { tegn } from '../tegning/svg';
import { FORMNAVN, FORMTEKST, formvurdering, kanIkkeTekst, politikktekst, viserTekst } from '../tekst';
import type { Formnavn } from '../tekst';
import { navnAvOfte, navnAvSlag, OFTE, SLAG } from '../typer';
import type { Enhetsvalg, Ofte, Slag, Valg } from '../typer';
import type { App } from './app';
import { avkryssing, avsnitt, felt, knapp, lag, merVedApning, punkter, velger } from '../../felles/dom';
import { mangler, overskrift, rundevelger, tabell } from './deler';

const SIZES: [Storrelse, string][] = [['kontakter', 'antall kontakter'], ['brobygger', 'brobyggertall'], ['rolle', 'rolle (leder størst)'], ['lik', 'lik størrelse']];
const SHOWS: [Enhetsvalg, string][] = [['person', 'personer'], ['enhet', 'enheter'], ['funksjon', 'funksjoner']];

/** The picture of some numbers, with everyone held in place if the reader wants it. */
export async function bildeFor(app: App, numbers: Tall): Promise<Bilde> {
  const { storrelse, holdPlass, valg, prosjekt } = app.t;
  if (!holdPlass || valg.minst === 'sjelden') return bildeAv(numbers, prosjekt, storrelse, lagPust());
  const loosest = await app.tall({ ...valg, minst: 'sjelden' });
  return bildeAv(numbers, prosjekt, storrelse, lagPust(), await bildeAv(loosest, prosjekt, storrelse, lagPust()));
}

export const bildetittel = (app: App, valg: Valg = app.t.valg): string =>
  `${app.t.prosjekt.tittel}, ${app.runde.navn}: kontakt ${valg.minst === 'daglig' ? 'daglig' : `minst ${navnAvOfte(valg.minst)}`}${valg.slag ? `, ${navnAvSlag(valg.slag)}` : ''}`;

/** The slider from daily to rarely: a range with its value in words. */
export function glider(value: Ofte, change: (ofte: Ofte) => void): HTMLElement {
  const codes = OFTE.map((one) => one.kode);
  const word = (i: number): string => `${i === 0 ? '' : 'minst '}${OFTE[i]?.navn ?? ''}`;
  const input = lag('input', { type: 'range', min: 0, max: codes.length - 1, step: 1, id: 'nv-glider', list: 'nv-glidermerker' });
  const shown = lag('output', { for: input.id, klasse: 'nv-glider__verdi' });
  const show = (): void => {
    shown.textContent = word(Number(input.value));
    input.setAttribute('aria-valuetext', word(Number(input.value)));
  };
  input.value = String(codes.indexOf(value));
  show();
  input.addEventListener('input', () => {
    show();
    change(codes[Number(input.value)] ?? 'ukentlig');
  });
  const ends = lag('div', { klasse: 'nv-glider__ender', 'aria-hidden': 'true' }, ...OFTE.map((one) => lag('span', {}, one.navn)));
  return lag('div', { klasse: 'vk-felt nv-glider' }, lag('label', { for: input.id }, 'Hvor ofte teller som kontakt? ', shown), input, ends);
}

function controls(app: App, redraw: () => void): HTMLElement {
  const { valg } = app.t;
  const select = <T extends string>(label: string, id: string, options: readonly (readonly [T, string])[], value: T, set: (value: T) => void): HTMLElement =>
    felt(label, velger(options, value, (chosen) => {
      set(chosen);
      redraw();
    }, { id }));
  return lag('div', { klasse: 'nv-kontroller' },
    rundevelger(app, redraw),
    select('Vis', 'nv-vis', SHOWS, valg.vis, (value) => {
      valg.vis = value;
      app.t.framhevet = null;
    }),
    select('Kontakten regnes med når', 'nv-regnes', [['en', 'minst én har oppgitt den'], ['begge', 'begge har oppgitt den']], valg.regnes, (value) => (valg.regnes = value)),
    app.runde.kontakter.some((one) => one.slag) || valg.slag
      ? select<Slag | ''>('Slag kontakt', 'nv-slag', [['', 'alle slag'], ...SLAG.map((one) => [one.kode, one.navn] as const)], valg.slag ?? '', (value) => {
          if (value) valg.slag = value;
          else delete valg.slag;
        })
      : null,
    select('Størrelsen viser', 'nv-storrelse', SIZES, app.t.storrelse, (value) => (app.t.storrelse = value)),
    avkryssing('Hold alle på samme plass når glideren flyttes', app.t.holdPlass, (on) => {
      app.t.holdPlass = on;
      redraw();
    }, { id: 'nv-hold' }));
}

/** What the chosen one's contacts are, for eye and ear. */
function chosenText(numbers: Tall, id: string): string {
  const node = numbers.noder.find((one) => one.id === id);
  const at = numbers.nett.noder.find((one) => one.id === id);
  if (!node || !at) return '';
  const names = new Map(numbers.nett.noder.map((one) => [one.id, one.navn]));
  const others = numbers.nett.kanter.flatMap((edge) => (edge.a === id ? [`${names.get(edge.b)} (${navnAvOfte(edge.ofte)})`] : edge.b === id ? [`${names.get(edge.a)} (${navnAvOfte(edge.ofte)})`] : []));
  return `${at.navn} har kontakt med ${others.length === 0 ? 'ingen så ofte' : liste(others)}.${node.brobygger ? ' Er brobygger.' : ''}${at.svart ? '' : ' Har ikke svart selv.'}`;
}

function measureTable(app: App, numbers: Tall): HTMLElement {
  return tabell(app, {
    navn: 'Tallene for hele nettverket',
    kolonner: [{ navn: 'Mål' }, { navn: 'Tall', tall: true }, { navn: 'Hva det er' }],
    rader: MAAL.map(([id, navn, decimals, value]) => [navn, { verdi: value(numbers), vis: visMaal(value(numbers), decimals) }, definisjon(id).kort]),
  });
}

function nodeTable(app: App, numbers: Tall, choose: (id: string) => void): HTMLElement {
  const { nett } = numbers;
  const one = { person: 'Person', enhet: 'Enhet', funksjon: 'Funksjon' }[app.t.valg.vis];
  const functions = (ids: readonly string[]): string => liste(ids.map((id) => app.t.prosjekt.funksjoner.find((f) => f.id === id)?.navn ?? id));
  return tabell(app, {
    navn: `${one} for ${one.toLowerCase()}`,
    kolonner: [{ navn: one }, { navn: 'Funksjoner' }, { navn: 'Kontakter', tall: true }, { navn: 'Styrke', tall: true }, { navn: 'Nevner', tall: true }, { navn: 'Nevnt av', tall: true }, { navn: 'Brobyggertall', tall: true }, { navn: 'Nærhet', tall: true }, { navn: 'Klynge', tall: true }, { navn: 'Merknad' }],
    rader: numbers.noder.map((node, i) => {
      const at = nett.noder[i];
      const name = at?.navn ?? node.id;
      const notes = [node.brobygger ? 'brobygger' : '', node.eneste ? 'eneste vei for noen' : '', at?.svart ? '' : 'har ikke svart', node.grad === 0 ? 'uten kontakt' : ''].filter((text) => text).join(', ');
      const button = knapp(name, () => choose(node.id), { klasse: 'kb-lenkeknapp', 'aria-label': `Framhev ${name} i bildet` });
      return [
        button,
        functions(at?.funksjoner ?? []),
        node.grad,
        { verdi: node.styrke, vis: tall(node.styrke, 2) },
        node.ut,
        node.inn,
        { verdi: node.mellom, vis: tall(node.mellom, 3) },
        { verdi: node.naerhet, vis: tall(node.naerhet, 3) },
        { verdi: node.klynge, vis: node.klynge === 0 ? 'ingen' : tall(node.klynge) },
        notes,
      ];
    }),
  });
}

function crossing(app: App, numbers: Tall): HTMLElement {
  const name = (id: string): string => app.t.prosjekt.funksjoner.find((one) => one.id === id)?.navn ?? id;
  const rows = numbers.tvers.tabell.filter((one) => one.mulige > 0);
  const holes = hull(numbers, app.t.prosjekt);
  return merVedApning('Kontakt på tvers av funksjoner', () => [
    avsnitt(numbers.tvers.andel === null ? 'Ingen av dem som har kontakt, er ført opp med funksjon.' : `${prosent(numbers.tvers.andel)} av kontakten går mellom folk uten felles funksjon.`),
    holes.length > 0 ? avsnitt(`${antall(holes.length, 'par av funksjoner har', 'par av funksjoner har')} ingen kontakt.`) : null,
    tabell(app, {
      navn: 'Kontakt mellom funksjoner',
      kolonner: [{ navn: 'Funksjon' }, { navn: 'Funksjon' }, { navn: 'Par med kontakt', tall: true }, { navn: 'Mulige par', tall: true }, { navn: 'Andel', tall: true }],
      rader: rows.map((one) => [name(one.a), name(one.b), one.par, one.mulige, { verdi: one.par / one.mulige, vis: `${tall((one.par / one.mulige) * 100)} %` }]),
    }),
  ]);
}

function politics(app: App, numbers: Tall): HTMLElement {
  const name = (id: string): string => app.t.prosjekt.funksjoner.find((one) => one.id === id)?.navn ?? id;
  return merVedApning('Kontakt med politikere', () => [
    ...politikktekst(numbers).map((text) => avsnitt(text)),
    tabell(app, {
      navn: 'Kontakt med folkevalgte, etter slag',
      kolonner: [{ navn: 'Slag' }, { navn: 'Antall i administrasjonen', tall: true }],
      rader: [...numbers.politikk.slag.map((one) => [navnAvSlag(one.slag), one.antall]), ['uten oppgitt slag', numbers.politikk.utenSlag]],
    }),
    numbers.politikk.hvem.length > 0 ? avsnitt(`Det er mest folk med ${liste(numbers.politikk.hvem.slice(0, 3).map((one) => name(one.funksjon).toLowerCase()))} som har kontakten.`) : null,
    avsnitt('Den som ikke har svart, kan være sentral for kontakten uten å synes her (Møreforsking 2015, s. 33).'),
  ]);
}

function shapes(numbers: Tall): HTMLElement {
  const card = (name: Formnavn): HTMLElement => {
    const { navn, styrker, svakheter } = FORMTEKST[name];
    const value = numbers.former?.[name] ?? null;
    return lag('section', { klasse: 'nv-form' }, lag('h4', {}, `${navn}: ${tall(value, 2)}`), lag('meter', { min: 0, max: 1, value: String(value ?? 0), 'aria-label': `Likhet med ${navn.toLowerCase()}` }), avsnitt(definisjon(name).kort),
      avsnitt('Styrker', 'nv-undertittel'), styrker.length > 0 ? punkter(styrker) : avsnitt('Forfatterne ser ingen.'), avsnitt('Svakheter', 'nv-undertittel'), punkter(svakheter));
  };
  return merVedApning('Likhet med stjerne, sirkel og kjede', () => [
    avsnitt(formvurdering(numbers)),
    lag('div', { klasse: 'nv-former' }, ...FORMNAVN.map(card)),
    avsnitt('Styrkene og svakhetene er forfatternes, med våre ord (Møreforsking 2015, s. 17–18). Målet på likhet er vårt eget.'),
  ]);
}

function answers(numbers: Tall): HTMLElement {
  const { svar } = numbers;
  return merVedApning('Svarene, og hva som kan være skjult', () => [
    avsnitt(`${tall(svar.svart)} av ${tall(svar.spurt)} spurte har svart. Svarprosenten er ${svar.prosent === null ? 'ukjent' : tall(svar.prosent * 100)}.`),
    avsnitt(`Om ${tall(svar.ukjentePar)} av ${tall(svar.alleParPersoner)} par vet vi ingenting. Hadde alle de parene kontakt, ville tettheten vært ${prosent(svar.hoyesteTetthet)}.`),
    avsnitt(svar.gjensidighet === null ? 'Det er ikke nok svar til å se om folk sier det samme.' : `${prosent(svar.gjensidighet)} av det som er oppgitt mellom to som har svart, er oppgitt av begge.`),
  ]);
}

const definitions = (): HTMLElement =>
  merVedApning('Slik er tallene regnet ut', () => [lag('dl', { klasse: 'nv-definisjoner' }, ...MAAL.filter(([id], i) => MAAL.findIndex(([other]) => other === id) === i).flatMap(([id]) => [lag('dt', {}, definisjon(id).navn), lag('dd', {}, `${definisjon(id).kort} ${definisjon(id).regnes}`)]))]);

export function tegnBildesteg(app: App): (HTMLElement | null)[] {
  const lack = mangler(app);
  if (lack) return [overskrift('Bilde og tall'), ...lack];
  const stage = lag('div', { klasse: 'nv-scene', id: 'nv-scene', tabindex: 0, role: 'region', 'aria-label': 'Bilde av nettverket' });
  const beside = lag('div', { klasse: 'nv-ved' });
  const below = lag('div', {});
  let turn = 0;
  let numbers: Tall | null = null;
  let picture: Bilde | null = null;
  const person = lag('div', {});
  const draw = (): void => {
    if (!numbers || !picture) return;
    const said = viserTekst(numbers, app.t.prosjekt, app.runde, app.t.valg);
    stage.replaceChildren(tegn(picture, { tittel: bildetittel(app), beskrivelse: said.join(' '), prosjekt: app.t.prosjekt, grupper: app.t.valg.vis !== 'person', framhevet: app.t.framhevet, velg: choose }));
  };
  const choose = (id: string): void => {
    app.t.framhevet = app.t.framhevet === id ? null : id;
    draw();
    showChosen();
    app.si(app.t.framhevet === null || !numbers ? 'Ingen er framhevet.' : chosenText(numbers, id));
  };
  const showChosen = (): void => {
    if (!numbers) return;
    const options: [string, string][] = [['', 'ingen'], ...numbers.nett.noder.map((node) => [node.id, node.navn] as [string, string])];
    const select = velger(options, app.t.framhevet ?? '', (value) => {
      app.t.framhevet = value || null;
      draw();
      showChosen();
      document.getElementById('nv-framhev')?.focus();
    }, { id: 'nv-framhev' });
    person.replaceChildren(felt('Framhev', select), avsnitt(app.t.framhevet ? chosenText(numbers, app.t.framhevet) : '', 'nv-valgt'));
  };
  const redraw = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    await app.gjor(async () => {
      const made = await app.tall();
      if (mine !== turn) return;
      const drawn = await bildeFor(app, made);
      if (mine !== turn) return;
      [numbers, picture] = [made, drawn];
      draw();
      showChosen();
      const hidden = drawn.utenEtikett > 0 ? [`${antall(drawn.utenEtikett, 'har', 'har')} ikke plass til navn i bildet. Framhev dem, eller se i tabellen.`] : [];
      beside.replaceChildren(lag('h3', {}, 'Hva bildet viser'), punkter([...viserTekst(made, app.t.prosjekt, app.runde, app.t.valg), ...hidden]), lag('h3', {}, 'Hva bildet ikke kan vise'), punkter(kanIkkeTekst(made)));
      // The picture first: the tables wait until it has been drawn.
      await new Promise((next) => requestAnimationFrame(next));
      if (mine !== turn) return;
      below.replaceChildren(
        lag('h3', {}, 'Til samtalen'), punkter(sporsmalAv(made, app.t.prosjekt), true),
        measureTable(app, made), nodeTable(app, made, (id) => {
          choose(id);
          stage.scrollIntoView({ block: 'nearest' });
        }),
        crossing(app, made), politics(app, made), shapes(made), answers(made), definitions());
      stage.dataset['ferdig'] = String(mine);
    }, 'Bildet lot seg ikke tegne. Last inn siden på nytt, og åpne fila igjen.');
  };
  void redraw();
  const svgOf = (): SVGSVGElement => stage.querySelector('svg') as SVGSVGElement;
  const name = `Nettverk ${app.t.prosjekt.tittel}`;
  const slider = glider(app.t.valg.minst, (ofte) => {
    app.t.valg.minst = ofte;
    void redraw();
  });
  // Slider and picture go together on the projector.
  const show = lag('div', { klasse: 'nv-utstilling' }, slider, stage);
  const big = knapp('Stor visning', () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void app.gjor(() => show.requestFullscreen(), 'Nettleseren tillater ikke stor visning her.');
  }, { id: 'nv-stor' });
  return [
    overskrift('Bilde og tall'),
    controls(app, () => void redraw()),
    show,
    lag('div', { klasse: 'vk-knapper' }, big, knapp('Last ned SVG', () => void app.fil(name, 'svg', (e) => e.tilSvg(svgOf())), { id: 'nv-svg' }), knapp('Last ned PNG', () => void app.fil(name, 'png', (e) => e.tilPng(svgOf(), 2)), { id: 'nv-png' })),
    person,
    beside,
    below,
  ];
}
