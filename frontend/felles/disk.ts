/**
 * Makes links to folders work when the site is opened from disk, where no server finds index.html.
 *
 * Links in the page are mended at load; links that come later (search hits, tools) when they are followed.
 */

/** `href` with index.html added where it leads to a folder on disk; else unchanged. Anchor and query are kept. */
export function medIndex(href: string, base: string): string {
  if (href === '' || href.startsWith('#')) return href;
  let url: URL;
  try {
    url = new URL(href, base);
  } catch {
    return href;
  }
  if (url.protocol !== 'file:' || !url.pathname.endsWith('/')) return href;
  return `${url.origin === 'null' ? 'file://' : url.origin}${url.pathname}index.html${url.search}${url.hash}`;
}

function mend(link: Element): void {
  const href = link.getAttribute('href');
  if (href === null) return;
  const mended = medIndex(href, document.baseURI);
  if (mended !== href) link.setAttribute('href', mended);
}

/** Starts it; does nothing when the page comes from a server. */
export function startDisk(): void {
  if (location.protocol !== 'file:') return;
  document.querySelectorAll('a[href]').forEach(mend);
  const follow = (event: Event): void => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (link) mend(link);
  };
  // auxclick: the middle button; focusin: the address shown, copied or opened by the keyboard.
  for (const type of ['click', 'auxclick', 'focusin']) document.addEventListener(type, follow, { capture: true });
}
