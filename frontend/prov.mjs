// Runs the tests of the pure parts (prover/*.test.ts) with Node's own test runner.
// Node 20 cannot read TypeScript, so the tests are bundled first, beside the packages they may import.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, 'node_modules', '.prover');
const tests = readdirSync(join(here, 'prover')).filter((name) => name.endsWith('.test.ts')).sort();
await build({
  absWorkingDir: here,
  entryPoints: tests.map((name) => `prover/${name}`),
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
const files = tests.map((name) => join(out, name.replace(/\.ts$/, '.mjs')));
const { status } = spawnSync(process.execPath, ['--test', ...files], { stdio: 'inherit' });
process.exitCode = status ?? 1;
