// What the site takes from packages that are not scripts: the type of the headings, cut down to the letters that
// Norwegian and Sámi need, and the outline of Norway for the maps.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { feature } from 'topojson-client';

const require = createRequire(import.meta.url);

/** The packages whose content ends up in the site, and so on the page about libraries. */
export const PACKAGES = ['@fontsource-variable/literata', 'world-atlas'];

const TYPE = '@fontsource-variable/literata/files/literata';
const WEIGHTS = { wght: { min: 400, max: 700 } };

/** Name of the file made, the part of the family it is cut from, and the letters it keeps. The same stand in tokens.css. */
const CUTS = [
  ['skrift-latin', 'latin', [...letters(0x20, 0x7e), ...letters(0xa0, 0xff), ...'–—‘’“”„…•−€†']],
  ['skrift-samisk', 'latin-ext', [...'ČčĐđŊŋŠšŦŧŽžǤǥǦǧǨǩǮǯ']],
];

function letters(from, to) {
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
}

/** Writes skrift-*.woff2 into the folder `out`, and skrift-kort.ttf: one weight, for the pictures made at build. */
export async function writeType(out) {
  for (const [name, part, kept] of CUTS) {
    const whole = await readFile(require.resolve(`${TYPE}-${part}-wght-normal.woff2`));
    const cut = await subsetFont(whole, kept.join(''), { targetFormat: 'woff2', variationAxes: WEIGHTS });
    await writeFile(join(out, `${name}.woff2`), cut);
    if (part === 'latin') {
      const options = { targetFormat: 'truetype', variationAxes: { wght: 700 } };
      await writeFile(join(out, 'skrift-kort.ttf'), await subsetFont(whole, kept.join(''), options));
    }
  }
}

/** Writes norge.json into the folder `out`: rings of [latitude, longitude] of the mainland and its islands. */
export async function writeOutline(out) {
  const atlas = require('world-atlas/countries-50m.json');
  const norway = feature(atlas, atlas.objects.countries.geometries.find(({ id }) => id === '578'));
  const rings = norway.geometry.coordinates
    .map(([outer]) => outer.map(([lon, lat]) => [Number(lat.toFixed(3)), Number(lon.toFixed(3))]))
    .filter((ring) => ring.every(([lat, lon]) => lat > 57 && lat < 72 && lon > 3 && lon < 33));
  await writeFile(join(out, 'norge.json'), `${JSON.stringify(rings)}\n`);
}
