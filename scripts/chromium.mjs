// A Chromium for the end-to-end tests: the one that is there, or else one that gets installed.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './environment.mjs';
import { progress, SetupError } from './report.mjs';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const DOWNLOAD_LIMIT_MS = 300_000;
const START_LIMIT_MS = 30_000;

/** The path of a Chromium that starts, or null: CHROMIUM_PATH, Playwright's own, the system's. Refuses a wrong CHROMIUM_PATH. */
export async function findChromium(environment) {
  const chosen = environment.CHROMIUM_PATH;
  if (chosen) {
    if (starts(chosen)) return chosen;
    throw new SetupError(
      `CHROMIUM_PATH is ${chosen}, which does not start: set it to a Chromium or Chrome, or leave it out.`,
    );
  }
  return [await playwrightBrowser(), ...SYSTEM_BROWSERS].find(starts) ?? null;
}

/** As `findChromium`, but installs one when there is none; refuses, with what the installers said, when that fails too. */
export async function ensureChromium(environment) {
  const found = await findChromium(environment);
  if (found !== null) return found;
  const complaints = [];
  for (const install of [installWithPlaywright, installWithApt]) {
    complaints.push(install(environment));
    const installed = await findChromium(environment);
    if (installed !== null) return installed;
  }
  process.stderr.write(complaints.join(''));
  throw new SetupError(
    'The end-to-end tests need Chromium and it could not be installed: install Chromium or Chrome, or set CHROMIUM_PATH to one, and try again.',
  );
}

async function playwrightBrowser() {
  const { chromium } = await import('@playwright/test');
  return chromium.executablePath();
}

function starts(file) {
  // A browser may be there and yet lack a system library, so existence is not enough.
  if (!fs.existsSync(file)) return false;
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: START_LIMIT_MS }).status === 0;
}

function installWithPlaywright(environment) {
  progress('Installing Chromium with Playwright');
  return run(
    process.execPath,
    [path.join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'],
    environment,
  );
}

function installWithApt(environment) {
  if (process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) return '';
  progress('Installing Chromium with apt-get');
  const unattended = { ...environment, DEBIAN_FRONTEND: 'noninteractive' };
  const update = run('apt-get', ['update', '-qq'], unattended);
  return update + run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], unattended);
}

// Returns what the program said when it failed, else nothing: a download that works is of no interest.
function run(program, words, environment) {
  const { status, stdout, stderr } = spawnSync(program, words, {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    timeout: DOWNLOAD_LIMIT_MS,
  });
  return status === 0 ? '' : `${stdout ?? ''}${stderr ?? ''}`;
}
