/** How a tool takes its place on the page. */

/**
 * Calls `start` with an empty element in place of the paragraph that stands there for those without scripts. It keeps the
 * paragraph's id and classes. Does nothing on a page without it.
 */
export function startVerktoy(id: string, start: (rot: HTMLElement) => void): void {
  const place = document.getElementById(id);
  if (!place) return;
  const root = document.createElement('div');
  root.id = place.id;
  root.className = place.className;
  place.replaceWith(root);
  start(root);
}
