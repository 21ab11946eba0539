#!/usr/bin/env node
// `npm run load -- [--seconds N] [--burst-seconds N]`: answers at a fixed rate from a process of their own.
import './node-version.mjs';
import { runTypeScript } from './command-line.mjs';
import { explained } from './report.mjs';
import { build, installAndGenerate } from './set-up.mjs';

explained(async () => {
  await installAndGenerate(process.env);
  await build(process.env);
  process.exit(runTypeScript('bench/load.ts', process.argv.slice(2), process.env));
});
