/** Figures: standalone SVG, and PNG made from it. Both work from disk, and under a policy with img-src data: only. */

/** Properties an SVG takes from the page's styles, with the value that needs no writing. All can stand as attributes. */
const PROPERTIES: Readonly<Record<string, { initial: string; inherited: boolean }>> = {
  fill: { initial: 'rgb(0, 0, 0)', inherited: true },
  'fill-opacity': { initial: '1', inherited: true },
  stroke: { initial: 'none', inherited: true },
  'stroke-width': { initial: '1px', inherited: true },
  'stroke-opacity': { initial: '1', inherited: true },
  'stroke-dasharray': { initial: 'none', inherited: true },
  'stroke-linecap': { initial: 'butt', inherited: true },
  'stroke-linejoin': { initial: 'miter', inherited: true },
  color: { initial: 'rgb(0, 0, 0)', inherited: true },
  'font-family': { initial: '', inherited: true },
  'font-size': { initial: '', inherited: true },
  'font-weight': { initial: '400', inherited: true },
  'font-style': { initial: 'normal', inherited: true },
  'letter-spacing': { initial: 'normal', inherited: true },
  'text-anchor': { initial: 'start', inherited: true },
  'dominant-baseline': { initial: 'auto', inherited: true },
  visibility: { initial: 'visible', inherited: true },
  'paint-order': { initial: 'normal', inherited: true },
  opacity: { initial: '1', inherited: false },
  display: { initial: 'inline', inherited: false },
  'stop-color': { initial: 'rgb(0, 0, 0)', inherited: false },
  'stop-opacity': { initial: '1', inherited: false },
  'marker-start': { initial: 'none', inherited: true },
  'marker-mid': { initial: 'none', inherited: true },
  'marker-end': { initial: 'none', inherited: true },
};
const SVG_NS = 'http://www.w3.org/2000/svg';
/** What must not leave the page: scripts, foreign HTML, and pictures that would be fetched when the file is opened. */
const LEFT_OUT = 'script, foreignObject, style, iframe, audio, video';

/** Runs `work` with the page in light colours: exported figures end on white paper. No frame is drawn in between. */
function inLight<T>(work: () => T): T {
  const root = document.documentElement;
  const before = root.getAttribute('data-md-color-scheme');
  root.classList.add('kb-uten-overgang');
  root.setAttribute('data-md-color-scheme', 'default');
  try {
    return work();
  } finally {
    if (before === null) root.removeAttribute('data-md-color-scheme');
    else root.setAttribute('data-md-color-scheme', before);
    root.classList.remove('kb-uten-overgang');
  }
}

/** Writes the look as attributes: a style attribute, even on a copy, is refused by the policy of the pages. */
function writeLook(from: Element, to: Element, isRoot: boolean): void {
  const style = getComputedStyle(from);
  const parent = isRoot || !from.parentElement ? null : getComputedStyle(from.parentElement);
  for (const [name, { initial, inherited }] of Object.entries(PROPERTIES)) {
    const value = style.getPropertyValue(name);
    const given = inherited && parent ? parent.getPropertyValue(name) : initial;
    // Of display only «none» concerns the figure; the rest is the page's layout.
    const needed = name === 'display' ? value === 'none' : value !== '' && value !== given;
    if (needed) to.setAttribute(name, value);
    else to.removeAttribute(name);
  }
  to.removeAttribute('class');
  to.removeAttribute('style');
}

function clean(copy: SVGSVGElement): void {
  copy.querySelectorAll(LEFT_OUT).forEach((element) => element.remove());
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    for (const { name, value } of [...element.attributes]) {
      const link = name === 'href' || name === 'xlink:href';
      const unsafe = link && element.localName !== 'a' && !/^(#|data:image\/)/.test(value);
      const scripted = link && /^\s*javascript:/i.test(value);
      if (name.startsWith('on') || name === 'tabindex' || unsafe || scripted) element.removeAttribute(name);
    }
  }
}

/** Definitions of the page (<use href="#x">, gradients, markers) that the figure points at and does not hold itself. */
function bringDefinitions(source: SVGSVGElement, copy: SVGSVGElement): void {
  const wanted = new Set<string>();
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    for (const { name, value } of element.attributes) {
      if (name === 'href' && element.localName !== 'a' && value.startsWith('#')) wanted.add(value.slice(1));
      for (const [, id] of value.matchAll(/url\(["']?[^)"']*#([^)"']+)["']?\)/g)) wanted.add(id as string);
    }
  }
  const definitions = document.createElementNS(SVG_NS, 'defs');
  for (const id of wanted) {
    const outside = document.getElementById(id);
    if (outside instanceof SVGElement && !source.contains(outside)) definitions.append(outside.cloneNode(true));
  }
  if (definitions.childNodes.length > 0) copy.prepend(definitions);
}

interface Figur {
  svg: SVGSVGElement;
  bredde: number;
  hoyde: number;
}

function standalone(element: SVGSVGElement): Figur {
  const box = element.getBoundingClientRect();
  const view = element.viewBox.baseVal;
  const bredde = box.width || view?.width || 300;
  const hoyde = box.height || view?.height || 150;
  const copy = element.cloneNode(true) as SVGSVGElement;
  const originals = [element, ...element.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  inLight(() => originals.forEach((original, index) => writeLook(original, copies[index] as Element, index === 0)));
  bringDefinitions(element, copy);
  clean(copy);
  copy.setAttribute('xmlns', SVG_NS);
  copy.setAttribute('width', String(Math.round(bredde)));
  copy.setAttribute('height', String(Math.round(hoyde)));
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${Math.round(bredde)} ${Math.round(hoyde)}`);
  copy.removeAttribute('id');
  return { svg: copy, bredde: Math.round(bredde), hoyde: Math.round(hoyde) };
}

function svgText(figure: Figur): string {
  return new XMLSerializer().serializeToString(figure.svg);
}

/**
 * Makes a standalone SVG file of an SVG in the page: light colours, the styles it needs written into it, size as shown,
 * title and description kept; scripts, foreign HTML and outside pictures left out. The element must be in the document.
 */
export function tilSvg(element: SVGSVGElement): Blob {
  return new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${svgText(standalone(element))}\n`], { type: 'image/svg+xml' });
}

/**
 * Makes a PNG of an SVG in the page on a white ground, `skala` times its size on the screen (2 is sharp in Word).
 * Rejects if the browser cannot draw it.
 */
export async function tilPng(element: SVGSVGElement, skala = 2): Promise<Blob> {
  const figure = standalone(element);
  figure.svg.setAttribute('width', String(figure.bredde * skala));
  figure.svg.setAttribute('height', String(figure.hoyde * skala));
  if (!element.hasAttribute('viewBox')) figure.svg.setAttribute('viewBox', `0 0 ${figure.bredde} ${figure.hoyde}`);
  const image = new Image();
  // A data address, not a blob: the policy of the pages lets pictures be those.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(figure))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(figure.bredde * skala));
  canvas.height = Math.max(1, Math.round(figure.hoyde * skala));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('Nettleseren kan ikke tegne bilder.');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('Nettleseren kan ikke lage PNG.'))), 'image/png');
  });
}
