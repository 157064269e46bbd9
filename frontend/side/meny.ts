/**
 * The menu of narrow screens. The theme opens it with a <label>, which no keyboard reaches; that also hits everyone who
 * has enlarged the page. Here a button opens it; the label stands in where scripts do not run.
 */

/**
 * Connects the button: its state is told, the focus goes into the menu, and back when Escape closes it. A focus that
 * leaves the menu closes it, since what it comes to would lie under the menu; the button does that itself when pressed.
 */
export function startMeny(): void {
  const toggle = document.querySelector<HTMLInputElement>('#__drawer');
  const button = document.querySelector<HTMLButtonElement>('[data-kb-apne="meny"]');
  const menu = document.querySelector<HTMLElement>('.md-sidebar--primary');
  if (!toggle || !button) return;
  const set = (open: boolean): void => {
    toggle.checked = open;
    toggle.dispatchEvent(new Event('change', { bubbles: true }));
  };
  toggle.addEventListener('change', () => button.setAttribute('aria-expanded', String(toggle.checked)));
  button.addEventListener('click', () => {
    set(!toggle.checked);
    if (toggle.checked) menu?.querySelector<HTMLElement>('button, a[href]')?.focus();
  });
  const close = (): void => {
    if (!toggle.checked) return;
    set(false);
    button.focus();
  };
  menu?.querySelector('[data-kb-lukk="meny"]')?.addEventListener('click', close);
  // A link to a place on this page: the menu must not lie over it.
  menu?.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a[href^="#"]')) set(false);
  });
  menu?.addEventListener('focusout', ({ relatedTarget }) => {
    const left = relatedTarget instanceof Node && relatedTarget !== button && !menu.contains(relatedTarget);
    if (left && toggle.checked) set(false);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
}
