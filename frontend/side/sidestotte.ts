/**
 * What the theme's own script did for a page of this site, and all of it that is needed: 35 kB less for each reader.
 *
 *   tables without a class get the area they scroll in    the contents list follows the reading
 *   «Tilbake til toppen» shows on the way up              folded text opens where a link leads into it, and on paper
 */

/** What «#hva-loven-sier» leads to; null also for an address that cannot be read. */
function pointedAt(hash: string): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
}

/** Gives a plain table of a text the area it scrolls in, as the style sheets know it. */
function giveAreas(): void {
  document.querySelectorAll<HTMLTableElement>('.md-content table:not([class])').forEach((table) => {
    const area = document.createElement('div');
    area.className = 'md-typeset__scrollwrap';
    const inner = document.createElement('div');
    inner.className = 'md-typeset__table';
    area.append(inner);
    table.replaceWith(area);
    inner.append(table);
  });
}

/** How many of the headings are passed, when each stands so far from the top of the window (in the order of the page). */
export function passert(tops: readonly number[], line: number, atEnd: boolean): number {
  if (atEnd) return tops.length;
  const next = tops.findIndex((top) => top > line);
  return next < 0 ? tops.length : next;
}

/** Lights up the heading being read in the list at the right, and keeps it in sight there. */
function followReading(header: HTMLElement): () => void {
  const list = document.querySelector<HTMLElement>('.md-sidebar--secondary');
  const scroller = list?.querySelector<HTMLElement>('.md-sidebar__scrollwrap');
  const pairs = [...(list?.querySelectorAll<HTMLAnchorElement>('.md-nav__link[href^="#"]') ?? [])].flatMap((link) => {
    const heading = pointedAt(link.hash);
    return heading ? [{ link, heading }] : [];
  });
  let shown: HTMLAnchorElement | undefined;
  return () => {
    if (!list || !scroller || list.offsetWidth === 0) return; // a narrow screen has no such list
    const root = document.documentElement;
    const atEnd = window.scrollY > 0 && window.scrollY + window.innerHeight >= Math.floor(root.scrollHeight);
    const count = passert(pairs.map(({ heading }) => heading.getBoundingClientRect().top), header.offsetHeight + 24, atEnd);
    pairs.forEach(({ link }, index) => {
      link.classList.toggle('md-nav__link--passed', index < count);
      link.classList.toggle('md-nav__link--active', index === count - 1);
    });
    const active = pairs[count - 1]?.link;
    if (active && active !== shown) {
      scroller.scrollTop += active.getBoundingClientRect().top - scroller.getBoundingClientRect().top - scroller.clientHeight / 2;
    }
    shown = active;
  };
}

/** Shows the way back to the top when the reader scrolls up. */
function offerTop(header: HTMLElement): () => void {
  const button = document.querySelector<HTMLButtonElement>('.md-top');
  let before = window.scrollY;
  button?.addEventListener('click', () => window.scrollTo({ top: 0 }));
  const show = (shown: boolean): void => {
    if (!button || button.hidden !== shown) return;
    button.hidden = !shown;
    if (shown) button.style.top = `${header.offsetHeight + 16}px`;
    else button.blur();
  };
  return () => {
    const now = window.scrollY;
    if (now !== before) show(now < before && now > header.offsetHeight);
    before = now;
  };
}

/** Opens the folded text that the address of the page leads into. */
function openTarget(): void {
  const target = pointedAt(location.hash);
  if (!target?.closest('details:not([open])')) return;
  for (let one = target.closest('details'); one; one = one.parentElement?.closest('details') ?? null) one.open = true;
  target.scrollIntoView();
}

/** All folded text is open on paper, and as it was afterwards. */
function openOnPaper(): void {
  let opened: HTMLDetailsElement[] = [];
  window.addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>('.md-content details:not([open])')];
    for (const one of opened) one.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const one of opened) one.open = false;
  });
}

/** Starts it all. What follows the scrolling is worked out once a frame at most. */
export function startSidestotte(): void {
  giveAreas();
  openOnPaper();
  openTarget();
  window.addEventListener('hashchange', openTarget);
  const header = document.querySelector<HTMLElement>('.md-header');
  if (!header) return;
  const steps = [followReading(header), offerTop(header)];
  let asked = false;
  const update = (): void => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      for (const step of steps) step();
    });
  };
  update();
  for (const name of ['scroll', 'resize', 'hashchange']) window.addEventListener(name, update, { passive: true });
}
