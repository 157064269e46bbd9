/** The form on the page: one size at a time, checked while one writes, with a preview as it will look. Nothing is sent. */
import type { Dokument } from '../eksport/typer';
import { avkryssing, avsnitt, felt as medLedetekst, knapp, lag, mer, nyId, valggruppe } from '../felles/dom';
import { kopier } from '../felles/kopier';
import { Ramme } from '../felles/ramme';
import { Lesefeil } from '../felles/lesing';
import { type Data, type Felt, type Skjema, type Svar, JA, eksemplerFor, epostAdresse, erUkjent, feilI, fraAdressen, linjerI, sakAdresse, tekstAv, varslerOm } from './skjema';

interface Rad {
  felt: Felt;
  element: HTMLElement;
  /** Shows what is wrong, and says whether it can be sent. */
  prov: () => boolean;
  fokus: () => void;
  /** Another answer has changed: what can be chosen here may follow it. */
  folg: () => void;
}

export function startBidrag(rot: HTMLElement, data: Data): void {
  const given = fraAdressen(location.search, data);
  let slag = given.slag;
  let svar: Svar = given.svar;
  let rader: Rad[] = [];
  const skjema = (): Skjema => data.skjemaer.find((one) => one.slag === slag) ?? (data.skjemaer[0] as Skjema);
  const form = lag('div', { klasse: 'bi-skjema' });
  const preview = lag('div', { klasse: 'bi-visning' });
  const mangler = lag('div', { klasse: 'bi-mangler' });
  const text = lag('textarea', { readonly: true, rows: 10, id: 'bi-tekst' });
  const issue = lag('a', { klasse: 'knapp', id: 'bi-sak', rel: 'noopener' }, 'Åpne som sak på GitHub');
  const mail = lag('a', { klasse: 'knapp', id: 'bi-epost' }, 'Send som e-post');

  const ramme = new Ramme(
    {
      navn: 'bidrag',
      fil: () => JSON.stringify({ slag, svar }),
      apne: (kept) => {
        const read = lesUtkast(kept, data);
        slag = read.slag;
        svar = read.svar;
        tegn();
      },
    },
    () => dokument(skjema(), svar),
  );

  const endret = (): void => {
    ramme.endret();
    rader.forEach((rad) => rad.folg());
    if (mangler.childElementCount > 0) gjenstar();
    vis();
  };

  function vis(): void {
    text.value = tekstAv(skjema(), svar);
    preview.replaceChildren(...visning(skjema(), svar));
    if (data.kodelager) issue.href = sakAdresse(data.kodelager, skjema(), svar).adresse;
    if (data.postkasse) mail.href = epostAdresse(data.postkasse, skjema(), svar).adresse;
  }

  function tegn(): void {
    rader = skjema().felt.map((one) => lagRad(one, svar, data, endret));
    mangler.replaceChildren();
    const chosen = valggruppe('Hva vil du dele?', data.skjemaer.map((one) => [one.slag, `${one.tittel}. ${one.om}`] as const), slag, (value) => {
      slag = value;
      tegn();
      form.querySelector<HTMLInputElement>(`input[value="${slag}"]`)?.focus();
      ramme.endret();
    });
    form.replaceChildren(chosen, ...rader.map((rad) => rad.element));
    rader.forEach((rad) => rad.folg());
    vis();
  }

  /** The questions that stop the sending, listed anew: the list is never about what has been mended. */
  function gjenstar(): Rad[] {
    const wrong = rader.filter((rad) => !rad.prov());
    const items = wrong.map((rad) => lag('li', {}, knapp(rad.felt.tittel, () => rad.fokus())));
    const told = lag('p', { klasse: 'vk-feil__tittel' }, wrong.length === 1 ? 'Én ting gjenstår:' : `${wrong.length} ting gjenstår:`);
    mangler.replaceChildren(...(wrong.length > 0 ? [lag('div', { klasse: 'vk-feil' }, told, lag('ul', {}, ...items))] : []));
    return wrong;
  }

  /** True when all can be sent; else what is missing is listed, and the first place has the focus. */
  function ferdig(): boolean {
    const wrong = gjenstar();
    if (wrong.length === 0) return true;
    wrong[0]?.fokus();
    ramme.si('Noe gjenstår før bidraget kan sendes.');
    return false;
  }

  const bareFerdig = (event: Event): void => {
    if (!ferdig()) event.preventDefault();
    else if (event.currentTarget === issue && data.kodelager && !sakAdresse(data.kodelager, skjema(), svar).hele) {
      ramme.si('Noen svar er for lange til å følge med i adressen. Kopier teksten, og lim dem inn i saken.');
    } else if (event.currentTarget === mail && data.postkasse && !epostAdresse(data.postkasse, skjema(), svar).hele) {
      void kopier({ tekst: text.value }).then((done) => ramme.si(`Teksten er for lang til å følge med i e-posten. ${done ? 'Den er kopiert: lim den inn.' : 'Trykk «Kopier teksten», og lim den inn.'}`));
    }
  };
  issue.addEventListener('click', bareFerdig);
  mail.addEventListener('click', bareFerdig);

  const kopierTeksten = async (): Promise<void> => {
    if (!ferdig()) return;
    if (await kopier({ tekst: text.value })) {
      ramme.si(data.postkasse ? 'Teksten er kopiert. Lim den inn i en e-post til redaksjonen.' : 'Teksten er kopiert. Lim den inn der du sender den fra.');
      return;
    }
    const folded = text.closest('details');
    if (folded) folded.open = true;
    text.focus();
    text.select();
    ramme.si('Teksten er merket. Trykk Ctrl+C for å kopiere den.');
  };
  const sendVidere = async (): Promise<void> => {
    if (!ferdig()) return;
    try {
      await navigator.share({ title: `${skjema().tittel}: ${svar.kommune ?? ''}`, text: text.value });
    } catch {
      // The reader closed the list of programs: nothing is sent, and there is nothing to say.
    }
  };
  const lagreFil = async (): Promise<void> => {
    if (!ferdig()) return;
    const made = await ramme.fil(`bidrag-${slag}-${svar.kommune ?? ''}`, 'txt', () => new Blob([text.value], { type: 'text/plain' }));
    if (made) ramme.lagretNaa();
  };

  rot.append(
    ...(given.seminar === null ? [] : [lag('div', { klasse: 'vk-boks' }, avsnitt(given.seminar ? `Du kommer fra seminaret «${given.seminar}». Del én ting gruppa di vil at andre skal vite.` : 'Du kommer fra et seminar. Del én ting gruppa di vil at andre skal vite.'))]),
    form,
    lag('h2', {}, 'Slik blir det seende ut'),
    preview,
    lag('h2', {}, 'Send det inn'),
    avsnitt(senderHvor(data)),
    mangler,
    lag('div', { klasse: 'vk-knapper' },
      data.kodelager ? issue : null,
      data.postkasse ? mail : null,
      // Telephones have it, and there it is the short way to one's own e-mail.
      'share' in navigator ? knapp('Send med et program du har', () => void sendVidere(), { klasse: 'knapp', id: 'bi-del' }) : null,
      knapp('Kopier teksten', () => void kopierTeksten(), { klasse: 'knapp', id: 'bi-kopier' }),
      knapp('Lagre som fil', () => void lagreFil(), { klasse: 'knapp', id: 'bi-lagre' }),
    ),
    ramme.status,
    mer('Teksten som sendes', medLedetekst('Alt du har skrevet, som ren tekst', text)),
    ramme.lagring,
    ramme.papir,
  );
  tegn();
  if (Object.keys(given.svar).length === 0 && ramme.hentUtkast()) vis();
}

function senderHvor(data: Data): string {
  const ways = [
    data.kodelager ? 'En sak på GitHub er åpen for alle, og krever en konto der. Svarene er fylt ut, men du krysser av én gang til.' : '',
    data.postkasse ? 'E-post går til redaksjonens postkasse.' : '',
    data.kodelager && !data.postkasse ? 'Har du ikke konto, kopierer du teksten, og ber en kollega som har det, sende den.' : '',
  ];
  const none = data.kodelager || data.postkasse ? '' : 'Kopier teksten eller lagre den, og gi den til redaksjonen.';
  return [...ways, none, 'Ingenting er sendt før du gjør det selv.'].filter((part) => part !== '').join(' ');
}

function lesUtkast(kept: string, data: Data): { slag: string; svar: Svar } {
  try {
    const read: unknown = JSON.parse(kept);
    const { slag, svar } = read as { slag: string; svar: Record<string, unknown> };
    if (!data.skjemaer.some((one) => one.slag === slag)) throw new Error(slag);
    return { slag, svar: Object.fromEntries(Object.entries(svar).filter((pair): pair is [string, string] => typeof pair[1] === 'string')) };
  } catch {
    throw new Lesefeil('Utkastet lar seg ikke lese.');
  }
}

/** One question with its control, help, and what is wrong or worth another look. */
function lagRad(felt: Felt, svar: Svar, data: Data, endret: () => void): Rad {
  const wrong = lag('p', { klasse: 'bi-feil', id: nyId('feil') });
  const look = lag('div', { klasse: 'bi-varsel', 'aria-live': 'polite' });
  let asked = false;
  const value = (): string => svar[felt.navn] ?? '';
  const say = (): boolean => {
    const fault = feilI(felt, value(), data);
    wrong.textContent = asked && fault ? fault : '';
    for (const control of controls()) control.setAttribute('aria-invalid', String(asked && fault !== ''));
    look.replaceChildren(...(felt.slag === 'kryss' || felt.slag === 'valg' ? [] : varslerOm(value(), data)).map((told) => avsnitt(told)));
    return fault === '';
  };
  const set = (text: string): void => {
    svar[felt.navn] = text;
    say();
    endret();
  };
  const element = kontroll(felt, value(), data, set);
  const controls = (): HTMLElement[] => [...element.querySelectorAll<HTMLElement>('input, textarea, select')];
  for (const control of controls()) {
    control.setAttribute('aria-describedby', [control.getAttribute('aria-describedby'), wrong.id].filter(Boolean).join(' '));
    control.addEventListener('change', () => {
      asked = true;
      say();
    });
  }
  const quick = hurtigsvar(felt).map(([label, text]) => knapp(label, () => {
    const control = element.querySelector<HTMLTextAreaElement | HTMLInputElement>('textarea, input');
    if (control) control.value = text;
    asked = true;
    set(text);
    control?.focus();
  }));
  element.append(...(quick.length > 0 ? [lag('div', { klasse: 'vk-knapper bi-hurtig' }, ...quick)] : []), wrong, look);
  say();
  return {
    felt,
    element,
    prov: () => {
      asked = true;
      return say();
    },
    fokus: () => controls()[0]?.focus(),
    folg: () => {
      const select = felt.navn === 'eksempel' ? element.querySelector('select') : null;
      if (select) fyllEksempler(select, felt, value(), svar.kommune ?? '', data);
    },
  };
}

function hurtigsvar(felt: Felt): [string, string][] {
  if (felt.ukjent) return [['Vi vet ikke', felt.ukjent]];
  return felt.navn === 'kilde' ? [['Det står ingen steder', 'kommunen selv']] : [];
}

function kontroll(felt: Felt, value: string, data: Data, set: (text: string) => void): HTMLElement {
  const title = felt.kreves ? felt.tittel : `${felt.tittel} (kan stå tomt)`;
  const help = felt.eksempel && felt.slag !== 'kommune' && felt.slag !== 'valg' ? `${felt.hjelp} For eksempel: ${felt.eksempel}` : felt.hjelp;
  if (felt.slag === 'kryss') return lag('div', { klasse: 'vk-felt' }, lag('p', { klasse: 'bi-spor' }, felt.tittel), avkryssing(felt.hjelp, value === JA, (on) => set(on ? JA : ''), { id: `bi-${felt.navn}` }));
  if (felt.slag === 'flervalg') {
    const chosen = new Set(linjerI(value));
    const boxes = (felt.valg ?? []).map((name) => avkryssing(name, chosen.has(name), (on) => {
      if (on) chosen.add(name);
      else chosen.delete(name);
      set([...chosen].join('\n'));
    }));
    return lag('fieldset', { klasse: 'vk-gruppe bi-flervalg' }, lag('legend', {}, title), lag('p', { klasse: 'vk-hjelp' }, felt.hjelp), lag('div', { klasse: 'bi-kryss' }, ...boxes));
  }
  if (felt.slag === 'valg') {
    const select = lag('select', { id: `bi-${felt.navn}`, paa: { change: () => set(select.value) } }, ...valgene(felt.valg ?? []));
    select.value = felt.valg?.includes(value) ? value : '';
    return medLedetekst(title, select, help);
  }
  const long = felt.slag === 'lang' || felt.slag === 'linjer';
  const props = { id: `bi-${felt.navn}`, autocomplete: 'off', paa: { input: () => set(control.value) } };
  const control: HTMLTextAreaElement | HTMLInputElement = long ? lag('textarea', { ...props, rows: felt.slag === 'linjer' ? 4 : 3 }) : lag('input', { ...props, type: 'text', list: felt.slag === 'kommune' ? 'bi-kommuner' : undefined });
  control.value = value;
  const row = medLedetekst(title, control, help);
  if (felt.slag === 'kommune') row.append(lag('datalist', { id: 'bi-kommuner' }, ...Object.values(data.kommuner).map((name) => lag('option', { value: name }))));
  return row;
}

const valgene = (names: readonly string[]): HTMLElement[] => [lag('option', { value: '' }, 'Velg …'), ...names.map((name) => lag('option', { value: name }, name))];

/** The examples of the municipality stand first; nothing is chosen for the reader. */
function fyllEksempler(select: HTMLSelectElement, felt: Felt, value: string, kommune: string, data: Data): void {
  const { egne, andre } = eksemplerFor(kommune, felt.valg ?? [], data);
  if (select.dataset.egne === egne.join('|')) return;
  select.dataset.egne = egne.join('|');
  const [first, ...rest] = valgene(andre);
  const grouped = egne.length > 0 ? [lag('optgroup', { label: kommune.trim() }, ...valgene(egne).slice(1)), lag('optgroup', { label: 'Andre kommuner' }, ...rest)] : rest;
  if (first) select.replaceChildren(first, ...grouped);
  select.value = felt.valg?.includes(value) ? value : '';
}

const HVOR: Readonly<Record<string, string>> = {
  bakgrunn: 'Bakgrunn', tiltak: 'Tiltak', resultater: 'Resultater', erfaringer: 'Erfaringer', laerdom: 'Erfaringer', naa: 'Status i dag', virket_ikke: 'Det som ikke virket', brukermedvirkning: 'Brukermedvirkning', kostnad: 'Økonomi',
};

/** The claims under the headings of an example's page, as far as they are written. */
function visning(skjema: Skjema, svar: Svar): HTMLElement[] {
  const known = svar.kommune?.trim() ?? '';
  const kommune = known || 'Kommunen';
  const sender = known ? `${known} kommune` : 'kommunen';
  const parts = skjema.felt.filter((felt) => felt.navn in HVOR).flatMap((felt) => {
    const lines = felt.slag === 'linjer' ? linjerI(svar[felt.navn] ?? '') : [(svar[felt.navn] ?? '').trim()].filter(Boolean);
    if (lines.length === 0) return [];
    const unknown = lines.length === 1 && erUkjent(felt, lines[0] ?? '');
    const shown = unknown ? [avsnitt('Kommunen vet det ikke.')] : [lag('ul', {}, ...lines.map((line) => lag('li', {}, punktum(line), lag('span', { klasse: 'kb-kilde' }, ` Kommunen, sendt inn av ${sender}`))))];
    return [lag('h4', {}, HVOR[felt.navn] ?? ''), ...shown];
  });
  const title = svar.tittel?.trim() ? `${kommune}: ${svar.tittel.trim()}` : kommune;
  const who = svar.rolle?.trim() ? `, ${svar.rolle.trim()}` : '';
  return [lag('div', { klasse: 'vk-boks' }, lag('h3', {}, title), ...(parts.length > 0 ? parts : [avsnitt('Det du skriver, kommer her.')]), avsnitt(`Bidragsyter: ${sender}${who}.`, 'kb-kilde'))];
}

const punktum = (line: string): string => (/[.!?…][»)]?$/.test(line) ? line : `${line}.`);

const dokument = (skjema: Skjema, svar: Svar): Dokument => ({
  tittel: skjema.tittel,
  blokker: skjema.felt.flatMap((felt) => [
    { slags: 'overskrift' as const, niva: 2 as const, tekst: felt.tittel },
    { slags: 'avsnitt' as const, tekst: felt.slag === 'kryss' ? felt.hjelp : svar[felt.navn] || '–' },
  ]),
});
