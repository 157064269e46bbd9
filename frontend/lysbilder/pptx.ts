/** The slides as a PowerPoint file, made in the browser. Loaded the first time someone asks for one. */
import PptxGenJS from 'pptxgenjs';
import { tilPng } from '../eksport/bilde';
import type { Blokk, Lysbilde } from './inndeling';

const INK = '1D2522';
const GREEN = '14453D';
const FONT = 'Calibri';

/** Makes the file: texts as text, figures as pictures, the whole text as notes. Raises what the browser raises. */
export async function lagPresentasjon(tittel: string, lysbilder: readonly Lysbilde[]): Promise<Blob> {
  const file = new PptxGenJS();
  file.layout = 'LAYOUT_WIDE';
  file.title = tittel;
  for (const [at, slide] of lysbilder.entries()) await write(file.addSlide(), slide, at === 0);
  return (await file.write({ outputType: 'blob' })) as Blob;
}

async function write(page: PptxGenJS.Slide, slide: Lysbilde, first: boolean): Promise<void> {
  page.addText(slide.tittel, {
    x: 0.6, y: first ? 1.8 : 0.4, w: 12.1, h: first ? 1.6 : 1.1, fontFace: 'Georgia', fontSize: first ? 40 : 30, bold: true, color: GREEN, valign: 'middle',
  });
  const texts = slide.blokker.filter(({ slags }) => slags !== 'figur' && slags !== 'tabell');
  const rows = slide.blokker.find(({ slags }) => slags === 'tabell');
  const drawing = slide.blokker.find(({ slags }) => slags === 'figur');
  if (texts.length > 0) {
    const h = rows || drawing ? 1.2 : 5.2;
    page.addText(texts.map(paragraph), { x: 0.6, y: first ? 3.6 : 1.7, w: 12.1, h: first ? 3 : h, valign: 'top', fontFace: FONT, color: INK, fit: 'shrink' });
  }
  const y = texts.length > 0 ? 3 : 1.7;
  if (rows) {
    const cells = [rows.hode ?? [], ...(rows.rader ?? [])];
    const grid = cells.map((row, number) =>
      row.map((text) => ({ text, options: { bold: number === 0, color: INK, fontFace: FONT, fontSize: 16 } })),
    );
    page.addTable(grid, { x: 0.6, y, w: 12.1, border: { type: 'solid', pt: 1, color: 'DCD6C8' } });
  }
  if (drawing?.node) {
    const svg = drawing.node as SVGSVGElement;
    const { width: bredde, height: hoyde } = svg.getBoundingClientRect();
    const data = await asData(await tilPng(svg));
    const scale = Math.min(12.1 / bredde, (7.1 - y) / hoyde);
    page.addImage({ data, x: 0.6 + (12.1 - bredde * scale) / 2, y, w: bredde * scale, h: hoyde * scale, altText: drawing.tekst || slide.tittel });
  }
  if (slide.notat) page.addNotes(slide.notat);
}

function asData(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(blob);
  });
}

function paragraph(block: Blokk): PptxGenJS.TextProps {
  const size = block.slags === 'kilde' ? 14 : 24;
  const numbered = block.slags === 'nummer' || block.slags === 'svar';
  const style = block.slags === 'svar' ? 'alphaUcPeriod' : 'arabicPeriod';
  const bullet = numbered
    ? { type: 'number' as const, style: style as 'arabicPeriod', numberStartAt: block.nr ?? 1 }
    : block.slags === 'punkt';
  return { text: block.tekst, options: { breakLine: true, fontSize: size, paraSpaceAfter: 8, ...(bullet ? { bullet } : {}) } };
}
