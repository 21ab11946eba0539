#!/usr/bin/env node
// `npm run bench -- [word …]`: the cases bench/*.bench.ts and .mjs one after another, or those whose name has a word.
import './node-version.mjs';
import fs from 'node:fs';
import path from 'node:path';
import { runTypeScript } from './command-line.mjs';
import { root } from './environment.mjs';
import { explained, SetupError, say } from './report.mjs';
import { build, installAndGenerate } from './set-up.mjs';

explained(async () => {
  const words = process.argv.slice(2);
  const cases = benchmarkNames().filter(
    (name) => words.length === 0 || words.some((word) => name.includes(word)),
  );
  if (cases.length === 0) {
    throw new SetupError(
      `No benchmark is named like that: choose from ${benchmarkNames().join(', ') || '(there are none)'}.`,
    );
  }
  await installAndGenerate(process.env);
  await build(process.env);
  const failed = cases.filter((name) => {
    say(`\n== ${name}`);
    return runTypeScript(`bench/${name}`, [], { ...process.env, NODE_ENV: 'production' }) !== 0;
  });
  if (failed.length > 0) throw new SetupError(`Failed: ${failed.join(', ')}.`);
});

function benchmarkNames() {
  const folder = path.join(root, 'bench');
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter((name) => /\.bench\.(ts|mjs)$/.test(name))
    .sort();
}
