/** Making elements. Text is always set as text: what a reader pastes never becomes HTML. */

type Barn = Node | string | null | undefined | false;
interface Egenskaper {
  klasse?: string;
  id?: string;
  paa?: Partial<Record<string, (event: Event) => void>>;
  [attribute: string]: unknown;
}

/** An element with attributes, listeners and children. true sets an attribute without value; false and null leave it out. */
export function lag<K extends keyof HTMLElementTagNameMap>(tag: K, props: Egenskaper = {}, ...children: Barn[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'klasse') element.className = String(value);
    else if (name === 'paa') for (const [event, listener] of Object.entries(value as Record<string, EventListener>)) element.addEventListener(event, listener);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false));
  return element;
}

export const avsnitt = (text: string, klasse?: string): HTMLParagraphElement => lag('p', { klasse }, text);
export const punkter = (items: readonly (string | Node)[], nummerert = false): HTMLElement => lag(nummerert ? 'ol' : 'ul', {}, ...items.map((item) => lag('li', {}, item)));

export function knapp(text: string, click: () => void, props: Egenskaper = {}): HTMLButtonElement {
  const { klasse = 'knapp knapp--stille', ...rest } = props;
  return lag('button', { type: 'button', klasse, ...rest, paa: { click } }, text);
}

let numbers = 0;
/** An id no other element of the page has. */
export const nyId = (stem: string): string => `vk-${stem}-${(numbers += 1)}`;

/** A label with its control, and help that the control is described by. */
export function felt(label: string, control: HTMLElement, hjelp?: string): HTMLDivElement {
  control.id ||= nyId('felt');
  const help = hjelp ? lag('p', { klasse: 'vk-hjelp', id: `${control.id}-hjelp` }, hjelp) : null;
  if (help) control.setAttribute('aria-describedby', help.id);
  return lag('div', { klasse: 'vk-felt' }, lag('label', { for: control.id }, label), control, help);
}

export function avkryssing(label: string, checked: boolean, change: (on: boolean) => void, props: Egenskaper = {}): HTMLLabelElement {
  const box = lag('input', { type: 'checkbox', ...props, paa: { change: () => change(box.checked) } });
  box.checked = checked;
  return lag('label', { klasse: 'vk-kryss' }, box, ` ${label}`);
}

export function velger<T extends string>(options: readonly (readonly [T, string])[], value: T, change: (value: T) => void, props: Egenskaper = {}): HTMLSelectElement {
  const select = lag('select', { ...props, paa: { change: () => change(select.value as T) } }, ...options.map(([key, text]) => lag('option', { value: key }, text)));
  select.value = value;
  return select;
}

export function tekstfelt(value: string, change: (value: string) => void, props: Egenskaper = {}): HTMLInputElement {
  const input = lag('input', { type: 'text', autocomplete: 'off', ...props, paa: { change: () => change(input.value) } });
  input.value = value;
  return input;
}

/** Radio buttons in a group with a name. */
export function valggruppe<T extends string>(legend: string, options: readonly (readonly [T, string])[], value: T, change: (value: T) => void): HTMLFieldSetElement {
  const name = nyId('valg');
  const radios = options.map(([key, text]) => {
    const radio = lag('input', { type: 'radio', name, value: key, id: `${name}-${key}`, paa: { change: () => change(key) } });
    radio.checked = key === value;
    return lag('label', { klasse: 'vk-kryss' }, radio, ` ${text}`);
  });
  return lag('fieldset', { klasse: 'vk-gruppe' }, lag('legend', {}, legend), ...radios);
}

export function mer(summary: string, ...children: Barn[]): HTMLDetailsElement {
  return lag('details', { klasse: 'kb-mer' }, lag('summary', {}, summary), ...children);
}

/** Folded content that is made when it is first opened. */
export function merVedApning(summary: string, make: () => readonly Barn[]): HTMLDetailsElement {
  const details = mer(summary);
  details.addEventListener('toggle', () => {
    if (details.open && details.childElementCount === 1) details.append(...make().filter((child): child is Node | string => child !== null && child !== undefined && child !== false));
  });
  return details;
}
