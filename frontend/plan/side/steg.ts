/** The steps of Planverkstedet where the plan is written: opening, challenges and goals, strategies and measures. */
import { avsnitt, knapp, lag, mer, punkter } from '../../felles/dom';
import { filvelger } from '../../felles/filer';
import { eksempelplan } from '../eksempel';
import { omfang, periode } from '../kjerne/dokument';
import { kjeden } from '../kjerne/kjede';
import { visFrist } from '../kjerne/tall';
import { navnAv, nyPlanId, tomPlan, BEHANDLING } from '../kjerne/typer';
import { overskrift } from './app';
import type { App } from './app';
import { hodeskjema } from './felter';
import { liste } from './liste';
import type { Linje } from './liste';

const kilden = (post: { hentet_fra: string; hentet_kilde: string; hentet_adresse: string }): HTMLElement | null =>
  post.hentet_fra || post.hentet_kilde ? avsnitt(`Hentet fra ${[post.hentet_fra, post.hentet_kilde].filter((one) => one !== '').join(', ')}.`, 'vk-hjelp') : null;

/** What opens and keeps a plan. Both tools have it. */
export function apneOgLagre(app: App): (HTMLElement | null)[] {
  const start = (plan: typeof app.plan, said: string): void => {
    if (!app.kanBytte()) return;
    app.bytt({ plan, feil: [] });
    app.ramme.apnet();
    app.ramme.si(said);
  };
  return [
    lag('div', { klasse: 'vk-to' },
      filvelger('Åpne en plan du har lagret (.json)', 'pl-apne', 'json', ([file]) => file && app.apneFil(file)),
      lag('div', { klasse: 'vk-knapper' },
        knapp('Åpne et oppdiktet eksempel', () => start(eksempelplan(nyPlanId()), 'Eksempelet er åpnet. Kommunen og alt i planen er funnet på.'), { id: 'pl-eksempel' }),
        knapp('Begynn på nytt', () => start(tomPlan(nyPlanId()), 'Planen er tom.'), { id: 'pl-tom' }))),
    app.feilboks(),
    app.ramme.lagring,
  ];
}

export function tegnStart(app: App): (HTMLElement | null)[] {
  const size = avsnitt(omfang(app.plan), 'pl-omfang');
  return [
    overskrift('Åpne og lagre'),
    ...apneOgLagre(app),
    lag('h3', {}, 'Om planen'),
    lag('div', { klasse: 'pl-felter' }, ...hodeskjema(app, 'plan', ['tittel', 'kommune', 'fra', 'til', 'status', 'vedtatt_dato', 'vedtatt_av', 'sidegrense', 'innledning', 'arbeidet', 'oppfolging'])),
    size,
    mer('Taster', punkter([
      'Ctrl og Z angrer. Ctrl og Y gjør om igjen. Ctrl og S lagrer fila.',
      'Ctrl og Enter i et skjema lager et nytt innslag under det du står i.',
      'Alt med pil opp eller ned flytter innslaget du står i.',
      'Tab går fra felt til felt. Mellomrom åpner og lukker en linje.',
    ])),
  ];
}

export function tegnGrunnlag(app: App): (HTMLElement | null)[] {
  const challenges = (): Linje[] => app.plan.utfordringer.map((one, i) => ({ id: one.id, nr: String(i + 1), tekst: one.tekst, om: [one.tall, one.kilde].filter((part) => part !== '').join(' · ') }));
  const goals = (): Linje[] => app.plan.maal.map((one, i) => {
    const at = app.plan.utfordringer.findIndex((other) => other.id === one.utfordring);
    return { id: one.id, nr: String(i + 1), tekst: one.tekst, om: at >= 0 ? `Utfordring ${at + 1}` : 'ikke knyttet til en utfordring' };
  });
  return [
    overskrift('Utfordringer og mål'),
    avsnitt('Skriv tre til seks utfordringer, med ett tall og én kilde til hver. Velg høyst tre mål. Det er vårt råd.'),
    lag('h3', {}, 'Utfordringer'),
    liste(app, { navn: 'utfordringer', del: 'utfordringer', linjer: challenges(), linje: (id) => challenges().find((one) => one.id === id), felter: ['tekst', 'tall', 'kilde'], ny: {}, rediger: true, tom: 'Ingen utfordringer ennå.' }),
    lag('h3', {}, 'Mål'),
    liste(app, { navn: 'maal', del: 'maal', linjer: goals(), linje: (id) => goals().find((one) => one.id === id), felter: ['tekst', 'utfordring', 'maaling'], ny: {}, rediger: true, tom: 'Ingen mål ennå.' }),
  ];
}

const TILTAKSFELTER = ['tekst', 'ansvarlig', 'frist', 'kostnad', 'kroner', 'per', 'kostnad_fra', 'kostnad_til', 'belopsslag', 'strategi', 'malgrupper', 'plikter'];

function tiltakslinjer(app: App, strategi: string): Linje[] {
  const { nr } = kjeden(app.plan);
  return app.plan.tiltak.filter((one) => one.strategi === strategi).map((one) => ({ id: one.id, nr: nr.get(one.id) ?? '', tekst: one.tekst, om: [one.ansvarlig || 'ingen ansvarlig', visFrist(one.frist) || 'uten frist'].join(' · ') }));
}

function tiltakene(app: App, strategi: string): HTMLElement {
  return liste(app, {
    navn: strategi ? `tiltak-${strategi}` : 'tiltak-lose', del: 'tiltak', linjer: tiltakslinjer(app, strategi),
    linje: (id) => tiltakslinjer(app, strategi).find((one) => one.id === id),
    felter: TILTAKSFELTER, ny: { strategi }, rediger: true,
    under: (id) => {
      const one = app.plan.tiltak.find((post) => post.id === id);
      return one ? [kilden(one)] : [];
    },
  });
}

/** Lessons that have been taken in; they stand in the plan with their source. */
function erfaringene(app: App): HTMLElement[] {
  if (app.plan.erfaringer.length === 0) return [];
  const { nr } = kjeden(app.plan);
  const lines = (): Linje[] => app.plan.erfaringer.map((one, i) => ({ id: one.id, nr: String(i + 1), tekst: one.tekst, om: [one.strategi ? `strategi ${nr.get(one.strategi)}` : '', one.hentet_fra].filter((part) => part !== '').join(' · ') }));
  return [lag('h3', {}, 'Erfaringer planen bygger på'), liste(app, {
    navn: 'erfaringer', del: 'erfaringer', linjer: lines(), linje: (id) => lines().find((one) => one.id === id), felter: ['tekst', 'strategi'], ny: {}, rediger: true,
    under: (id) => {
      const one = app.plan.erfaringer.find((post) => post.id === id);
      return one ? [kilden(one)] : [];
    },
  })];
}

export function tegnTiltak(app: App): (HTMLElement | null)[] {
  const strategies = (): Linje[] => {
    const chain = kjeden(app.plan);
    return chain.maal.flatMap((goal) => goal.strategier.map((gren) => ({
      id: gren.strategi.id, nr: gren.nr, tekst: gren.strategi.tekst,
      om: [goal.maal ? `mål ${goal.nr}` : 'uten mål', `${gren.tiltak.length} tiltak`, navnAv(BEHANDLING, gren.strategi.behandling).toLowerCase(), periode(gren.strategi.fra, gren.strategi.til)].filter((part) => part !== '').join(' · '),
    })));
  };
  const loose = app.plan.tiltak.some((one) => one.strategi === '');
  const years = { fra: app.plan.plan.fra, til: app.plan.plan.til };
  return [
    overskrift('Strategier og tiltak'),
    avsnitt('En strategi er en vei fram til målet. Et tiltak er noe noen gjør. Åpne en strategi for å se tiltakene under den.'),
    liste(app, {
      navn: 'strategier', del: 'strategier', linjer: strategies(), linje: (id) => strategies().find((one) => one.id === id),
      felter: ['tekst', 'maal', 'behandling', 'prioritet', 'fra', 'til', 'malgrupper', 'plikter'], ny: { ...years }, rediger: true, tom: 'Ingen strategier ennå. Lag en ny, eller hent en fra basen.',
      under: (id) => {
        const one = app.plan.strategier.find((post) => post.id === id);
        return one ? [kilden(one), lag('h3', {}, 'Tiltak i strategien'), tiltakene(app, id)] : [];
      },
    }),
    loose ? lag('h3', {}, 'Tiltak uten strategi') : null,
    loose ? tiltakene(app, '') : null,
    ...erfaringene(app),
  ];
}
