// The threads of lib/sandbox, each as one file that Node runs without TypeScript. Next bundles no workers.
import { root } from './environment.mjs';
import { once } from './steps.mjs';

const OUT = 'build/workers';
const ENTRY = 'lib/sandbox/compile-thread.ts';

/** Builds what is missing or older than its sources. Takes a tenth of a second; packages stay where they are. */
export async function buildWorkers() {
  await once({
    name: 'workers',
    base: root,
    inputs: ['lib/base', 'lib/content', 'lib/sandbox', 'scripts/build-workers.mjs', 'package-lock.json'],
    ignore: (file) => file.endsWith('.test.ts'),
    artefact: `${OUT}/compile-thread.mjs`,
    run: bundle,
  });
}

/** What Vitest calls before the first test. */
export const setup = buildWorkers;

async function bundle() {
  // Here and not above: on a fresh clone this file is read before any package is there.
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: [ENTRY],
    outdir: OUT,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
}
