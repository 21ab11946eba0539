#!/usr/bin/env node
// `npm test`: everything that can be wrong, from a fresh clone. Every stage runs, so one run shows all failures.
import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { runTypeScript } from './command-line.mjs';
import { childEnvironment, root } from './environment.mjs';
import { runNext } from './next.mjs';
import { prisma } from './prisma.mjs';
import { explained, SetupError, say } from './report.mjs';
import { build, installAndGenerate } from './set-up.mjs';
import { checkResult, playwrightResult, summary, vitestResult } from './test-results.mjs';

const STAGES = [
  ['format and lint', checkForm],
  ['types', checkTypes],
  ['migrations', checkMigrations],
  ['unit and property', runVitest],
  ['production build', checkBuild],
  ['crashes: D01 D03 D16', runCrashes],
  ['end to end', runPlaywright],
];

const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'hornbook-reports-'));
// Nothing under test may reach the database of the person who runs the tests.
const environment = childEnvironment({
  ...process.env,
  DATABASE_URL: `file:${path.join(reports, 'unused.db')}`,
});

explained(async () => {
  await installAndGenerate(environment);
  const stages = [];
  for (const [name, stage] of STAGES) stages.push(await finished(name, stage));
  fs.rmSync(reports, { recursive: true, force: true });
  say(`\n${summary(stages)}`);
  process.exitCode = stages.some((stage) => stage.failed > 0) ? 1 : 0;
});

async function finished(name, stage) {
  say(`\n== ${name}`);
  const start = performance.now();
  let outcome;
  try {
    outcome = await stage();
  } catch (error) {
    process.stderr.write(`${error instanceof SetupError ? error.message : error.stack}\n`);
    outcome = checkResult(false);
  }
  return { name, ...outcome, seconds: (performance.now() - start) / 1000 };
}

function checkForm() {
  return checkResult(run('@biomejs/biome/bin/biome', ['ci', '.']) === 0);
}

function checkTypes() {
  // The types of routes and of next-env.d.ts are generated; without them the check would fail on a fresh clone.
  const generated = runNext(['typegen'], environment) === 0;
  return checkResult(run('typescript/bin/tsc', ['--noEmit', '-p', '.']) === 0 && generated);
}

function checkMigrations() {
  const { status, output } = prisma(
    [
      'migrate',
      'diff',
      '--from-migrations',
      'prisma/migrations',
      '--to-schema',
      'prisma/schema.prisma',
      '--exit-code',
    ],
    environment,
    { quiet: true },
  );
  if (status !== 0) {
    process.stderr.write(output);
    say(
      'The migrations do not lead to prisma/schema.prisma: add one with npm run prisma -- migrate dev --name <what-changes>.',
    );
  }
  return checkResult(status === 0);
}

function runVitest() {
  const report = path.join(reports, 'vitest.json');
  const status = run('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return vitestResult(readReport(report), status);
}

async function checkBuild() {
  await build(environment);
  return checkResult(true);
}

/** The short run; `npm run crash` is the long one. */
function runCrashes() {
  return checkResult(runTypeScript('bench/crash.ts', ['--kills', '5'], environment) === 0);
}

async function runPlaywright() {
  const report = path.join(reports, 'playwright.json');
  const status = run('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
    CHROMIUM_PATH: await ensureChromium(environment),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  return playwrightResult(readReport(report), status);
}

function run(file, words, more = {}) {
  const { status } = spawnSync(process.execPath, [path.join(root, 'node_modules', file), ...words], {
    cwd: root,
    env: { ...environment, ...more },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return status ?? 1;
}

function readReport(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : null;
}
