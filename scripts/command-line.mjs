// Running our own TypeScript outside the server: the command line in lib/cli, and the benchmarks.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { childEnvironment, root } from './environment.mjs';

/** Runs `file` (a path from the root) with `words` in the working directory `cwd`; returns its exit code. */
export function runTypeScript(file, words, environment, cwd = root) {
  const tsx = createRequire(import.meta.url).resolve('tsx');
  const { status } = spawnSync(
    process.execPath,
    ['--import', pathToFileURL(tsx).href, path.join(root, file), ...words],
    {
      cwd,
      // tsx looks for the paths of '@/…' in the working directory, which may be anywhere.
      env: { TSX_TSCONFIG_PATH: path.join(root, 'tsconfig.json'), ...childEnvironment(environment) },
      stdio: 'inherit',
    },
  );
  return status ?? 1;
}

/** Publishes `content/`, which changes nothing when nothing changed. Returns whether every deck is published. */
export function publishContent(environment) {
  return runTypeScript('lib/cli/main.ts', ['content', 'publish'], environment) === 0;
}
