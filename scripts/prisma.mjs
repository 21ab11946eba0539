#!/usr/bin/env node
// `npm run prisma -- <arguments>`: the Prisma command line with a schema engine that needs no download.
// PRISMA_NATIVE_ENGINE=1 takes Prisma's own binary engine instead.
import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { childEnvironment, root } from './environment.mjs';
import { explained } from './report.mjs';

const ENGINE = path.join(root, 'scripts/schema-engine.mjs');

/** Runs one Prisma command and returns `{ status, output }`; `output` is filled only with `quiet`. */
export function prisma(words, environment, { quiet = false } = {}) {
  const cli = path.join(root, 'node_modules/prisma/build/index.js');
  const result = spawnSync(process.execPath, [cli, ...words], {
    cwd: root,
    env: { ...childEnvironment(environment), ...engineVariables(environment) },
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    encoding: 'utf8',
  });
  return { status: result.status ?? 1, output: `${result.stdout ?? ''}${result.stderr ?? ''}` };
}

function engineVariables(environment) {
  // Windows cannot spawn a script by its first line, so there the stock engine has to do.
  if (environment.PRISMA_NATIVE_ENGINE || process.platform === 'win32') return {};
  // Archives and some file systems drop the executable bit that git keeps.
  if ((fs.statSync(ENGINE).mode & 0o100) === 0) fs.chmodSync(ENGINE, 0o755);
  return {
    PRISMA_SCHEMA_ENGINE_BINARY: ENGINE,
    // Its first line asks PATH for node: let it find the one that runs now.
    PATH: `${path.dirname(process.execPath)}${path.delimiter}${environment.PATH ?? ''}`,
  };
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  explained(() => process.exit(prisma(process.argv.slice(2), process.env).status));
}
