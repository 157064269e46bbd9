// Bundles the browser side into classic scripts: docs/assets/bygd/*.js, and the list of libraries inside them. The type
// of the headings and the outline of Norway land in the same folder (ressurser.mjs).
// Usage: node bygg.mjs            The same sources give the same bytes.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { PACKAGES, writeOutline, writeType } from './ressurser.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '..', 'docs', 'assets', 'bygd');

/** Bundle name → entry file. `global` gives the bundle's exports a name on window. */
const BUNDLES = [
  { name: 'start', entry: 'start/start.ts' },
  { name: 'side', entry: 'side/side.ts' },
  { name: 'eksport', entry: 'eksport/eksport.ts', global: 'kbEksport' },
  { name: 'sok', entry: 'sok/sok.ts', global: 'kbSok' },
  { name: 'utforsker', entry: 'utforsker/utforsker.ts', global: 'kbUtforsker' },
  { name: 'nettverk', entry: 'nettverk/nettverk.ts' },
  { name: 'finne', entry: 'finne/finne.ts' },
  { name: 'lysbilder', entry: 'lysbilder/lysbilder.ts', global: 'kbLysbilder' },
  { name: 'opplegg', entry: 'opplegg/opplegg.ts' },
  { name: 'legg', entry: 'opplegg/legg.ts', global: 'kbLegg' },
  { name: 'enfil', entry: 'lysbilder/enfil.ts' },
  { name: 'pptx', entry: 'lysbilder/pptx.ts', global: 'kbPptx' },
  { name: 'sjekkliste', entry: 'sjekkliste/sjekkliste.ts' },
  { name: 'plan', entry: 'plan/plan.ts' },
  { name: 'bidra', entry: 'bidra/bidra.ts' },
];

/** The npm package a bundled file comes from, or null for our own files. */
function packageOf(file) {
  const match = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file);
  return match ? match[1] : null;
}

async function describePackage(name) {
  const { version, license } = JSON.parse(await readFile(join(here, 'node_modules', name, 'package.json'), 'utf8'));
  return { navn: name, versjon: version, lisens: license ?? 'ikke oppgitt' };
}

const packages = new Set(PACKAGES);
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await writeType(out);
await writeOutline(out);
for (const { name, entry, global } of BUNDLES) {
  const { metafile } = await build({
    absWorkingDir: here,
    entryPoints: [entry],
    outfile: join(out, `${name}.js`),
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: global,
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  // Only what is really inside counts: a file that was read but shaken away is not distributed.
  for (const output of Object.values(metafile.outputs)) {
    for (const [file, { bytesInOutput }] of Object.entries(output.inputs)) {
      const found = bytesInOutput > 0 ? packageOf(file) : null;
      if (found) packages.add(found);
    }
  }
}
// docx carries a copy of small packages inside its own files, where the metafile cannot see them: they are named in
// its source as «// node_modules/<package>/».
for (const name of [...packages]) {
  const entry = JSON.parse(await readFile(join(here, 'node_modules', name, 'package.json'), 'utf8')).module;
  if (!entry) continue;
  const source = await readFile(join(here, 'node_modules', name, entry), 'utf8');
  for (const [, inner] of source.matchAll(/^\/\/ node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm)) {
    const installed = await describePackage(inner).catch(() => null);
    if (installed) packages.add(inner);
  }
}
const list = await Promise.all([...packages].sort().map(describePackage));
await writeFile(join(out, 'biblioteker.json'), `${JSON.stringify(list, null, 2)}\n`);
