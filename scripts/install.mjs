// Installing the packages that package-lock.json names.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './environment.mjs';
import { progress, SetupError } from './report.mjs';
import { compilerSentence, missingCompilerTools } from './requirements.mjs';

const DRIVER_BINARY = 'node_modules/better-sqlite3/build/Release/better_sqlite3.node';

/** Installs everything, development packages too: the build and the tests need them whatever NODE_ENV says. */
export function installPackages(environment) {
  progress('Installing packages (a few minutes the first time)');
  const missing = missingCompilerTools(environment, process.platform);
  // Without a compiler the install may still succeed with a ready-made binary. If not, one sentence replaces the noise.
  const quiet = missing.length > 0;
  const first = npm(['ci'], environment, quiet);
  refuseWithoutCompiler(first, missing);
  // `npm ci` refuses a lock file that lacks an optional package of some other platform; `npm install` does not mind.
  const last = first.status === 0 ? first : npm(['install', '--no-save'], environment, quiet);
  refuseWithoutCompiler(last, missing);
  if (last.status === 0) return;
  process.stderr.write(last.output);
  throw new SetupError(
    'npm could not install the packages (see above): repair that, or check the network, and try again.',
  );
}

/** Whether node_modules already holds what package-lock.json asks for, as after an `npm ci` by hand. */
export function packagesAreInstalled() {
  const installed = lockedPackages('node_modules/.package-lock.json');
  const wanted = lockedPackages('package-lock.json');
  if (installed === null || wanted === null || !fs.existsSync(path.join(root, DRIVER_BINARY))) return false;
  return Object.entries(wanted).every(
    ([place, entry]) => place === '' || entry.optional || installed[place]?.version === entry.version,
  );
}

function refuseWithoutCompiler({ status, output }, missing) {
  if (status === 0 || missing.length === 0 || !/better-sqlite3/.test(output)) return;
  throw new SetupError(compilerSentence(missing));
}

function lockedPackages(file) {
  const place = path.join(root, file);
  return fs.existsSync(place) ? JSON.parse(fs.readFileSync(place, 'utf8')).packages : null;
}

function npm(words, environment, quiet) {
  const options = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  // Under `npm start` this is the npm that runs already; on its own, the one on PATH.
  const [program, ...first] = environment.npm_execpath
    ? [process.execPath, environment.npm_execpath]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  const result = spawnSync(program, [...first, ...words, ...options], {
    cwd: root,
    env: { ...environment, NODE_ENV: 'development' },
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: program.endsWith('.cmd'),
  });
  return { status: result.status ?? 1, output: `${result.stdout ?? ''}${result.stderr ?? ''}` };
}
